import type { Instant } from '../../model/day.ts';
import type { Fact } from '../../model/fact.ts';
import type { Database } from '../open.ts';
import { differences, type FieldChange, type Told } from './fact-differences.ts';

/**
 * Articles whose publisher changed what they say after they had been read. The ledger follows the present text, and a
 * flag decided on the earlier one is open again; this tells people which words did that.
 */
export interface CorrectedArticle {
  /** The earlier text and the present one. */
  before: { documentId: string; title: string; fetchedAt: Instant };
  after: { documentId: string; title: string; fetchedAt: Instant };
  publisher: string;
  changes: FieldChange[];
}

const MOST = 100;

/** Articles replaced since then by a text that says something else about deals or authorities, the newest first. */
export async function correctedSince(db: Database, since: Instant): Promise<CorrectedArticle[]> {
  const rows = await db
    .selectFrom('documents as old')
    .innerJoin('documents as new', 'new.id', 'old.superseded_by')
    .select(['old.id as old_id', 'old.title as old_title', 'old.fetched_at as old_at', 'new.publisher'])
    .select(['new.id as new_id', 'new.title as new_title', 'new.fetched_at as new_at'])
    .where('new.fetched_at', '>=', since)
    .where('new.state', '=', 'read')
    .orderBy('new.fetched_at', 'desc')
    .orderBy('old.id')
    .limit(MOST)
    .execute();
  const articles: CorrectedArticle[] = [];
  for (const row of rows) {
    const changes = differences(await factsOf(db, row.old_id), await factsOf(db, row.new_id));
    if (changes.length === 0) continue;
    articles.push({
      before: { documentId: row.old_id, title: row.old_title, fetchedAt: row.old_at },
      after: { documentId: row.new_id, title: row.new_title, fetchedAt: row.new_at },
      publisher: row.publisher,
      changes,
    });
  }
  return articles;
}

/** What was read in one text, replaced ones included: the view of current facts leaves those out. */
async function factsOf(db: Database, documentId: string): Promise<Told[]> {
  const rows = await db
    .selectFrom('facts')
    .innerJoin('reading_facts', 'reading_facts.fact_id', 'facts.id')
    .innerJoin('readings', 'readings.id', 'reading_facts.reading_id')
    .select(['facts.pair_id', 'facts.body'])
    .where('facts.document_id', '=', documentId)
    .where('readings.current', '=', 1)
    .orderBy('reading_facts.position')
    .execute();
  return rows.map((row) => ({ pairId: row.pair_id, fact: JSON.parse(row.body) as Fact }));
}
