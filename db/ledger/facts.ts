import { sql } from 'kysely';
import { pairId, slugOf } from '../../model/company.ts';
import { applyCorrections } from '../../model/correction.ts';
import type { Instant } from '../../model/day.ts';
import { NotFound } from '../../model/errors.ts';
import { evidenceHolds } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import { type Naming, type Parties, renamed } from '../../model/naming.ts';
import { t } from '../../words/speak.ts';
import { chunks } from '../chunks.ts';
import { type Database, inTransaction } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
import { correctionsOfDocuments } from './correction-rows.ts';
import { markPairsDirty } from './dirty.ts';
import { currentNaming } from './naming.ts';

/** What one reader found in one document. `reader` reads texts; a source's own figures come under `source`; `import` from files. */
export interface ReadFacts {
  extractor: string;
  version: string;
  facts: readonly Fact[];
  readAt: Instant;
  millis: number;
}

export interface SavedFacts {
  saved: number;
  /** Facts whose quote does not stand where it says: they are not stored. */
  dropped: number;
}

/**
 * Stores what a reader found; its earlier reading of the document is kept but no longer counts. The pairs of both are
 * marked to be assembled. In one transaction. Throws NotFound when there is no such document.
 */
export function saveFacts(db: Database, documentId: string, read: ReadFacts): Promise<SavedFacts> {
  return inTransaction(db, async (trx) => {
    const document = await trx
      .selectFrom('documents')
      .select(['title', 'text'])
      .where('id', '=', documentId)
      .executeTakeFirst();
    if (!document) throw new NotFound(t('refused.there-is-no-document', { documentId }));
    const proven = read.facts.filter(
      (fact) => fact.documentId === documentId && fact.evidence.every((e) => evidenceHolds(e, document)),
    );
    const facts = [...new Map(proven.map((fact) => [fact.id, fact])).values()];
    const result = { saved: facts.length, dropped: read.facts.length - proven.length };
    const before = await currentReading(trx, documentId, read.extractor);
    if (before && before.version === read.version && sameIds(before.factIds, facts)) return result;
    if (before) await trx.updateTable('readings').set({ current: 0 }).where('id', '=', before.id).execute();
    const naming = await currentNaming(trx);
    await insertReading(trx, documentId, read, facts, naming);
    const named = facts.map((fact) => pairOf(fact, naming)).filter((id) => id !== null);
    await markPairsDirty(trx, [...(before?.pairIds ?? []), ...named]);
    await countDeals(trx, documentId);
    return result;
  });
}

/**
 * Takes a document back to the reading before the one of this version: that one is kept and no longer counts. Does nothing
 * when another reading counts, or there was none before. The pairs of both are marked to be assembled. In one transaction.
 */
export function takeBackReading(db: Database, documentId: string, extractor: string, version: string): Promise<void> {
  return inTransaction(db, async (trx) => {
    const now = await currentReading(trx, documentId, extractor);
    const before = await trx
      .selectFrom('readings')
      .select('id')
      .where('document_id', '=', documentId)
      .where('extractor', '=', extractor)
      .where('current', '=', 0)
      .where('version', '<>', version)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!now || now.version !== version || !before) return;
    await trx.updateTable('readings').set({ current: 0 }).where('id', '=', now.id).execute();
    await trx.updateTable('readings').set({ current: 1 }).where('id', '=', before.id).execute();
    const again = await currentReading(trx, documentId, extractor);
    await markPairsDirty(trx, [...now.pairIds, ...(again?.pairIds ?? [])]);
    await countDeals(trx, documentId);
  });
}

interface EarlierReading {
  id: number;
  version: string;
  factIds: string[];
  pairIds: string[];
}

async function currentReading(db: Database, documentId: string, extractor: string): Promise<EarlierReading | null> {
  const reading = await db
    .selectFrom('readings')
    .select(['id', 'version'])
    .where('document_id', '=', documentId)
    .where('extractor', '=', extractor)
    .where('current', '=', 1)
    .executeTakeFirst();
  if (!reading) return null;
  const facts = await db
    .selectFrom('reading_facts as r')
    .innerJoin('facts as f', 'f.id', 'r.fact_id')
    .select(['f.id', 'f.pair_id'])
    .where('r.reading_id', '=', reading.id)
    .orderBy('r.position')
    .execute();
  const pairIds = facts.map((fact) => fact.pair_id).filter((id) => id !== null);
  return { ...reading, factIds: facts.map((fact) => fact.id), pairIds };
}

function sameIds(before: readonly string[], facts: readonly Fact[]): boolean {
  return before.length === facts.length && facts.every((fact, i) => fact.id === before[i]);
}

async function insertReading(
  db: Database,
  documentId: string,
  read: ReadFacts,
  facts: readonly Fact[],
  naming: Naming,
): Promise<void> {
  const { id } = await db
    .insertInto('readings')
    .values({
      document_id: documentId,
      extractor: read.extractor,
      version: read.version,
      read_at: read.readAt,
      millis: Math.round(read.millis * 10) / 10,
      current: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const some of chunks(facts, 100)) {
    await db
      .insertInto('facts')
      .values(some.map((fact) => toRow(fact, naming)))
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
  const places = facts.map((fact, position) => ({ reading_id: id, position, fact_id: fact.id }));
  for (const some of chunks(places)) await db.insertInto('reading_facts').values(some).execute();
}

function toRow(fact: Fact, naming: Naming) {
  return {
    id: fact.id,
    document_id: fact.documentId,
    type: fact.type,
    pair_id: pairOf(fact, naming),
    kind: fact.type === 'scrutiny' ? null : fact.kind,
    certainty: fact.type === 'deal' ? fact.certainty : null,
    role: fact.type === 'amount' ? fact.amount.role : null,
    authority: fact.type === 'scrutiny' ? fact.authority : null,
    status: fact.type === 'scrutiny' ? fact.status : null,
    body: JSON.stringify(fact),
  };
}

/** The pair a fact speaks of, its names as ruled; null for a step that names none. */
export function pairOf(fact: Parties, naming: Naming): string | null {
  const { acquirer, target } = renamed(fact, naming);
  return acquirer !== null && target !== null ? pairId(acquirer, target) : null;
}

async function countDeals(db: Database, documentId: string): Promise<void> {
  const { n } = await db
    .selectFrom('facts as f')
    .innerJoin('reading_facts as rf', 'rf.fact_id', 'f.id')
    .innerJoin('readings as r', (join) => join.onRef('r.id', '=', 'rf.reading_id').on('r.current', '=', 1))
    .select(sql<number>`count(distinct f.pair_id || ' ' || f.kind)`.as('n'))
    .where('f.document_id', '=', documentId)
    .where('f.type', '=', 'deal')
    .executeTakeFirstOrThrow();
  await db.updateTable('documents').set({ deal_count: n }).where('id', '=', documentId).execute();
}

/** What is read in a document now, in reading order: its own facts even when it is a copy or has been replaced. */
export async function factsOfDocument(db: Database, documentId: string): Promise<Fact[]> {
  const rows = await db
    .selectFrom('readings as r')
    .innerJoin('reading_facts as rf', 'rf.reading_id', 'r.id')
    .innerJoin('facts as f', 'f.id', 'rf.fact_id')
    .select('f.body')
    .where('r.document_id', '=', documentId)
    .where('r.current', '=', 1)
    .orderBy('r.extractor')
    .orderBy('rf.position')
    .execute();
  return withCorrections(db, rows.map(toFact));
}

/** What people say of the documents outranks what the machine read in them. */
async function withCorrections(db: Database, facts: Fact[]): Promise<Fact[]> {
  const documents = new Set(facts.map((fact) => fact.documentId));
  return applyCorrections(facts, await correctionsOfDocuments(db, [...documents]));
}

const BY_ID = `select "f"."id", "f"."body" from json_each(?) as "j" cross join "facts" as "f" on "f"."id" = "j"."value"`;

/** Some facts by id, in the order asked for; unknown ids are left out. */
export async function factsByIds(db: Database, ids: readonly string[]): Promise<Fact[]> {
  const list = JSON.stringify(ids);
  const rows = await withConnection(db, () => prepared(db, BY_ID).all(list) as { id: string; body: string }[]);
  const found = new Map(rows.map((row) => [row.id, toFact(row)]));
  return ids.map((id) => found.get(id)).filter((fact) => fact !== undefined);
}

/** Every fact that counts for a pair now, by document and place. */
export function factsOfPair(db: Database, id: string): Promise<Fact[]> {
  return factsOfPairs(db, [id]);
}

const CURRENT = `select "f"."body" from json_each(?) as "j"
  cross join "facts" as "f" on "f"."pair_id" = "j"."value"
  cross join "reading_facts" as "rf" on "rf"."fact_id" = "f"."id"
  cross join "readings" as "r" on "r"."id" = "rf"."reading_id" and "r"."current" = 1
  cross join "documents" as "d" indexed by "documents_standing"
    on "d"."id" = "f"."document_id" and "d"."duplicate_of" is null and "d"."superseded_by" is null
  order by "f"."document_id", "r"."extractor", "rf"."position"`;

/** Every fact that counts for some pairs now, by document and place. */
export async function factsOfPairs(db: Database, ids: readonly string[]): Promise<Fact[]> {
  // The view current_facts, walked from the pairs: SQLite knows no better way, and this one is prepared once.
  const list = JSON.stringify([...new Set(ids)]);
  const rows = await withConnection(db, () => prepared(db, CURRENT).all(list) as { body: string }[]);
  const naming = await currentNaming(db);
  return (await withCorrections(db, rows.map(toFact))).map((fact) => renamed(fact, naming));
}

const toFact = (row: { body: string }) => JSON.parse(row.body) as Fact;

/**
 * Files every fact under the pair that its names mean now. Needed when the list of companies has changed; the facts
 * themselves stay as they were. Gives how many moved.
 */
export function refileFacts(db: Database): Promise<number> {
  return inTransaction(db, async (trx) => {
    const naming = await currentNaming(trx);
    const rows = prepared(trx, FILED).iterate() as IterableIterator<FiledRow>;
    // One row at a time: a ledger of years does not fit into memory at once.
    const moved: Move[] = [];
    for (const row of rows) moved.push(...moveOf(row, naming));
    return refile(trx, moved);
  });
}

/** The same for the facts that name some companies: after a ruling on who is who. */
export function refileFactsNaming(db: Database, companies: readonly string[]): Promise<number> {
  return inTransaction(db, async (trx) => {
    const sides = companies.map(slugOf).flatMap((slug) => [`${slug}--%`, `%--${slug}`]);
    const named = `${FILED} where ${sides.map(() => 'pair_id like ?').join(' or ')}`;
    const rows = sides.length ? (prepared(trx, named).all(...sides) as FiledRow[]) : [];
    const naming = await currentNaming(trx);
    return refile(
      trx,
      rows.flatMap((row) => moveOf(row, naming)),
    );
  });
}

/** What says where a fact belongs, without the rest of it. */
const FILED = `select id, pair_id, document_id as "documentId", body ->> 'acquirer' as acquirer, body ->> 'target' as target from facts`;

type FiledRow = Parties & { id: string; pair_id: string | null };
type Move = { id: string; from: string | null; to: string | null };

/** Where a fact belongs now, if that is not where it is filed. */
function moveOf(row: FiledRow, naming: Naming): Move[] {
  const to = pairOf(row, naming);
  return to === row.pair_id ? [] : [{ id: row.id, from: row.pair_id, to }];
}

async function refile(db: Database, moved: readonly Move[]): Promise<number> {
  const update = prepared(db, 'update facts set pair_id = ? where id = ?');
  for (const { id, to } of moved) update.run(to, id);
  await markPairsDirty(
    db,
    moved.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null),
  );
  return moved.length;
}
