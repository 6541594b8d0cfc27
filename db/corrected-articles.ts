import type { Instant } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import type { Database } from './open.ts';

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

/** One thing that the texts say differently; null where one does not say it. */
export interface FieldChange {
  pairId: string | null;
  before: Fact | null;
  after: Fact | null;
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

interface Told {
  pairId: string | null;
  fact: Fact;
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

/** Facts that the two texts do not share; one of each that speak of the same thing stand beside each other. */
function differences(before: readonly Told[], after: readonly Told[]): FieldChange[] {
  const said = (told: readonly Told[]) => new Set(told.map(({ fact }) => saying(fact)));
  const [saidBefore, saidAfter] = [said(before), said(after)];
  const gone = before.filter(({ fact }) => !saidAfter.has(saying(fact)));
  const come = after.filter(({ fact }) => !saidBefore.has(saying(fact)));
  const changes: FieldChange[] = gone.map(({ pairId, fact }) => {
    const at = come.findIndex((other) => other.pairId === pairId && subject(other.fact) === subject(fact));
    const [match] = at < 0 ? [] : come.splice(at, 1);
    return { pairId, before: fact, after: match?.fact ?? null };
  });
  return [...changes, ...come.map(({ pairId, fact }) => ({ pairId, before: null, after: fact }))];
}

/** Everything that a fact says, without the words that prove it and their place. */
function saying(fact: Fact): string {
  const { id: _, documentId: __, evidence: ___, confidence: ____, ...rest } = fact;
  return JSON.stringify(rest);
}

/** What a fact speaks of: facts with one subject are two answers to one question. */
function subject(fact: Fact): string {
  const { type } = fact;
  if (type === 'scrutiny') return `${type} ${fact.authority}`;
  return `${type} ${'kind' in fact ? fact.kind : ''} ${'amount' in fact ? fact.amount.role : ''}`;
}
