import { createHash } from 'node:crypto';
import type { Instant } from '../../model/day.ts';
import { type Database, inTransaction } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
import { markAllDirty } from './dirty.ts';
import { refileFacts } from './facts.ts';
import { raiseRevision } from './ledger.ts';

/** Pairs dropped by one statement, with all that hangs on them. */
const DROPPED_AT_ONCE = 1_000;

/** What is derived of each pair, as one hash, and when it last changed. */
export type DerivedState = Map<string, { hash: string; updatedAt: Instant }>;

interface PartsRow {
  id: string;
  updated_at: Instant;
  parts: string;
}

const PARTS = `
  select p.id, p.updated_at, json_array(
    p.hash, p.acquirer, p.target, p.layer, p.score, p.band, p.floor, p.kinds, p.paid_usd, p.committed_usd, p.latest_day,
    (select json_group_array(json_array(id, kind, certainty) order by id) from deals where pair_id = p.id),
    (select json_group_array(json_array(e.deal_id, e.position, e.date, e.value, e.currency, e.role)
      order by e.deal_id, e.position) from deals d join deal_events e on e.deal_id = d.id where d.pair_id = p.id),
    (select json_group_array(json_array(authority, status, source, as_of, needs_review) order by authority)
      from pair_scrutiny where pair_id = p.id),
    (select json_group_array(json_array(rule, severity, evidence_hash, body, raised_at, state, reopened, score, band)
      order by rule_order) from flags where pair_id = p.id)
  ) as parts from pairs p order by p.id`;

/** Takes stock of everything derived, pair by pair: its parts as stored, times aside. */
export function derivedState(db: Database): Promise<DerivedState> {
  return withConnection(db, () => {
    const state: DerivedState = new Map();
    // One row at a time: together the parts are as large as the ledger.
    for (const row of prepared(db, PARTS).iterate() as IterableIterator<PartsRow>) {
      const hash = createHash('sha256').update(row.parts).digest('hex');
      state.set(row.id, { hash, updatedAt: row.updated_at });
    }
    return state;
  });
}

/** Marks everything derived to be made anew, each fact filed under the pair that its names mean now; gives how many pairs stand. */
export function markForRebuild(db: Database): Promise<number> {
  return inTransaction(db, async (trx) => {
    await refileFacts(trx);
    await markAllDirty(trx);
    const { n } = await trx
      .selectFrom('pairs')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  });
}

const COUNTED = {
  flag_counts: `insert into flag_counts (state, rule, band, acquirer, flags)
    select state, rule, band, acquirer, count(*) from flags group by 1, 2, 3, 4`,
  companies: `insert into companies (name, acquires, targeted)
    select name, sum(acquires), sum(targeted) from (
      select acquirer as name, 1 as acquires, 0 as targeted from pairs union all select target, 0, 1 from pairs
    ) group by name`,
};

/** Counts anew what is counted as pairs and flags come and go. */
export function countAnew(db: Database): Promise<void> {
  return inTransaction(db, async (trx) => {
    for (const [table, count] of Object.entries(COUNTED)) {
      prepared(trx, `delete from ${table}`).run();
      prepared(trx, count).run();
    }
  });
}

/** Drops everything derived and marks it to be made anew from facts and decisions, which are untouched. */
export function dropDerived(db: Database): Promise<void> {
  return inTransaction(db, async (trx) => {
    await refileFacts(trx);
    await markAllDirty(trx);
    // One statement for all of them would keep every page it writes in memory until it ends.
    const some = prepared(trx, 'delete from pairs where id in (select id from pairs limit ?)');
    while (some.run(DROPPED_AT_ONCE).changes > 0);
    await raiseRevision(trx);
    for (const counts of ['flag_counts', 'companies'] as const) await trx.deleteFrom(counts).execute();
  });
}

/** Gives pairs that came out the same as before their time of last change back; gives the ids that did not. */
export async function compareDerived(db: Database, before: DerivedState): Promise<string[]> {
  const after = await derivedState(db);
  const different = [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => before.get(id)?.hash !== after.get(id)?.hash,
  );
  await inTransaction(db, async (trx) => {
    const update = prepared(trx, 'update pairs set updated_at = ? where id = ? and updated_at <> ?');
    for (const [id, { hash, updatedAt }] of before) {
      if (after.get(id)?.hash === hash) update.run(updatedAt, id, updatedAt);
    }
  });
  return different.sort();
}
