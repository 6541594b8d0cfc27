import { sql } from 'kysely';
import type { Instant } from '../../model/day.ts';
import type { Fact } from '../../model/fact.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../open.ts';
import { differences, type FieldChange, type Told } from './fact-differences.ts';
import { READER } from './reading.ts';

/** A document in which a newer reader found something else than the one before it. */
export interface RereadDocument {
  documentId: string;
  title: string;
  publisher: string;
  /** Versions of the reader, before and now. */
  from: string;
  to: string;
  readAt: Instant;
  changes: FieldChange[];
}

export interface Rereadings {
  /** Documents compared: those whose reading was replaced most lately. */
  compared: number;
  /** True when there are more of them than were compared. */
  isCut: boolean;
  changed: RereadDocument[];
}

interface Replaced {
  document_id: string;
  title: string;
  publisher: string;
  before: number;
  after: number;
  from_version: string;
  to_version: string;
  read_at: Instant;
}

/**
 * What reading documents anew has changed: each present reading beside the one before it, for at most so many documents.
 * Facts are compared by what they say, not by the words that prove it. Corrections by people stand beside both readings
 * and are left out.
 */
export async function rereadings(db: Database, most: number): Promise<Rereadings> {
  const { rows } = await sql<Replaced>`
    select now.document_id, d.title, d.publisher, earlier.id as before, now.id as after,
      earlier.version as from_version, now.version as to_version, now.read_at
    from readings earlier indexed by readings_earlier
    join readings now on now.document_id = earlier.document_id and now.extractor = earlier.extractor and now.current = 1
    join documents d on d.id = now.document_id
    where earlier.current = 0 and earlier.extractor = ${READER} and not exists (
      select 1 from readings later where later.document_id = earlier.document_id and later.extractor = earlier.extractor
        and later.current = 0 and later.id > earlier.id)
    order by earlier.id desc limit ${most + 1}`.execute(db);
  const compared = rows.slice(0, most);
  const told = await factsOf(
    db,
    compared.flatMap(({ before, after }) => [before, after]),
  );
  const changed = compared.map((row) => ({
    ...{ documentId: row.document_id, title: row.title, publisher: row.publisher },
    ...{ from: row.from_version, to: row.to_version, readAt: row.read_at },
    changes: differences(told.get(row.before) ?? [], told.get(row.after) ?? []),
  }));
  return {
    compared: compared.length,
    isCut: rows.length > most,
    changed: changed.filter(({ changes }) => changes.length > 0),
  };
}

/** What each of these readings found, in its order. */
async function factsOf(db: Database, readings: readonly number[]): Promise<Map<number, Told[]>> {
  const told = new Map<number, Told[]>();
  for (const some of chunks(readings)) {
    const rows = await db
      .selectFrom('reading_facts as r')
      .innerJoin('facts as f', 'f.id', 'r.fact_id')
      .select(['r.reading_id', 'f.pair_id', 'f.body'])
      .where('r.reading_id', 'in', [...some])
      .orderBy('r.reading_id')
      .orderBy('r.position')
      .execute();
    for (const row of rows) {
      const found = told.get(row.reading_id) ?? [];
      found.push({ pairId: row.pair_id, fact: JSON.parse(row.body) as Fact });
      told.set(row.reading_id, found);
    }
  }
  return told;
}

/** Flags of a pair, and how many of them wait for a decision. */
export interface PairFlags {
  pairId: string;
  acquirer: string;
  target: string;
  flags: number;
  toReview: number;
}

/** The pairs that stand in the ledger, of those named, with their flags as they now are. */
export async function flagsOfPairs(db: Database, ids: readonly string[]): Promise<Map<string, PairFlags>> {
  const found = new Map<string, PairFlags>();
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom('pairs as p')
      .leftJoin('flags as f', 'f.pair_id', 'p.id')
      .select(['p.id as pairId', 'p.acquirer', 'p.target'])
      .select(({ fn }) => fn.count<number>('f.rule').as('flags'))
      .select(sql<number>`count(case when f.state = 'to_review' then 1 end)`.as('toReview'))
      .where('p.id', 'in', [...some])
      .groupBy('p.id')
      .execute();
    for (const row of rows) found.set(row.pairId, row);
  }
  return found;
}
