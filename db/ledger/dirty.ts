import { sql } from 'kysely';
import { slugOf } from '../../model/company.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../open.ts';
import { builtOnce, prepared } from '../prepared.ts';

/** Notes that pairs must be assembled anew. Joins the transaction it is called in. */
export async function markPairsDirty(db: Database, pairIds: Iterable<string>): Promise<void> {
  for (const some of chunks([...new Set(pairIds)])) {
    await db
      .insertInto('dirty_pairs')
      .values(some.map((pair_id) => ({ pair_id, revision: 1 })))
      .onConflict((oc) => oc.column('pair_id').doUpdateSet({ revision: sql<number>`revision + 1` }))
      .execute();
  }
}

/** Notes that every pair that some documents speak of must be assembled anew. */
export async function markDocumentsDirty(db: Database, documentIds: readonly string[]): Promise<void> {
  for (const some of chunks(documentIds)) {
    const rows = await db
      .selectFrom('facts')
      .select('pair_id')
      .distinct()
      .where('document_id', 'in', some)
      .where('pair_id', 'is not', null)
      .execute();
    await markPairsDirty(
      db,
      rows.map((row) => row.pair_id as string),
    );
  }
}

/** A pair to assemble, with a number that rises each time it is marked. */
export interface DirtyPair {
  pairId: string;
  revision: number;
}

const WAITING = builtOnce((db, limit: number) =>
  db.selectFrom('dirty_pairs').selectAll().orderBy('pair_id').limit(limit),
);

/** Pairs that wait to be assembled, by id. */
export async function dirtyPairs(db: Database, limit: number): Promise<DirtyPair[]> {
  const rows = await WAITING(db, limit);
  return rows.map((row) => ({ pairId: row.pair_id, revision: row.revision }));
}

/** Takes a pair off the list, unless it has been marked again meanwhile. Joins the transaction it is called in. */
export function clearDirty(db: Database, { pairId, revision }: DirtyPair): void {
  prepared(db, 'delete from dirty_pairs where pair_id = ? and revision = ?').run(pairId, revision);
}

/** Marks every pair that any fact names or that exists. */
export async function markAllDirty(db: Database): Promise<void> {
  await sql`insert into dirty_pairs (pair_id, revision)
    select pair_id, 1 from facts where pair_id is not null union select id, 1 from pairs where true
    on conflict (pair_id) do update set revision = revision + 1`.execute(db);
}

/** Marks every pair in which a company stands on either side. */
export async function markPairsOfCompany(db: Database, company: string): Promise<void> {
  const slug = slugOf(company);
  const rows = await db
    .selectFrom('pairs')
    .select('id')
    .where((eb) => eb.or([eb('id', 'like', `${slug}--%`), eb('id', 'like', `%--${slug}`)]))
    .execute();
  await markPairsDirty(
    db,
    rows.map((row) => row.id),
  );
}

/** How many pairs wait to be assembled. */
export async function countDirty(db: Database): Promise<number> {
  const { n } = await db
    .selectFrom('dirty_pairs')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
