import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Instant } from '../../model/day.ts';
import type { DealKind } from '../../model/deal.ts';
import type { Band, Decision, Flag } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import type { ScrutinyStatus } from '../../model/scrutiny.ts';
import { chunks } from '../chunks.ts';
import { type Database, inTransaction } from '../open.ts';
import { builtOnce, prepared, withConnection } from '../prepared.ts';
import type { Schema } from '../schema.ts';
import { latestDecisions } from './decisions.ts';
import { type Derived, derivedOf, type PairScore, type StandingPair } from './derived-pair.ts';
import { keptPairs } from './kept-pairs.ts';
import { type LedgerFlag, type LedgerPair, toLedgerFlag } from './ledger-pair.ts';
import { idsOfPairsNamed, nameWords, pairsNamed } from './names.ts';
import { insertPair, type PairRows, rowsOfPair, type StoredPair, settlePair, storedPair } from './pair-rows.ts';
import { noteRaisings, type Raising } from './raisings.ts';
import { firstSeen, noteSightings } from './sightings.ts';

export { type LedgerFlag, type LedgerPair, toLedgerFlag } from './ledger-pair.ts';

export interface Replaced {
  changed: boolean;
  /** Flags that were not on record like this before. */
  raisings: Raising[];
  /** The pair as it stood; null when it was not there. */
  before: Omit<StandingPair, 'flags'> | null;
  /** Its flags as they are now stored. */
  flags: StandingPair['flags'];
  /** Names of the pair, sums and steps that were never seen before (sightings.ts). */
  sighted: ReadonlySet<string>;
}

/**
 * Puts a pair with its flags and score in place of what was derived before; notes what is seen and raised for the first
 * time. Writes nothing when nothing has changed. In one transaction, so that mail for what was raised can join it.
 */
export function replacePair(
  db: Database,
  pair: Pair,
  flags: readonly Flag[],
  score: PairScore,
  now: Instant,
  rulesVersion = '',
): Promise<Replaced> {
  return inTransaction(db, async (trx) => putPair(trx, derivedOf(pair, flags, score), now, rulesVersion));
}

/**
 * The same for many pairs of one transaction, which it joins. `thorough` holds every row against what is stored, also of a
 * pair whose hash is the same, and believes nothing of how the pair stood: no news comes of setting right what was wrong.
 */
export function putPair(
  db: Database,
  derived: Derived,
  now: Instant,
  rulesVersion: string,
  thorough = false,
): Replaced {
  const { pair, flags, score, hash } = derived;
  const stood = storedPair(db, pair.id);
  if (stood?.hash === hash && !thorough) return UNCHANGED;
  const before =
    stood && !thorough ? { pair: JSON.parse(stood.body) as Pair, score: stood.score, band: stood.band } : null;
  const { raisings, first } = noteRaisings(db, pair.id, flags, score.band, now);
  const rows = rowsOfPair(db, derived, first, now, rulesVersion);
  if (!writePair(db, pair, stood, rows, before?.pair ?? null)) return UNCHANGED;
  const sighted = noteSightings(db, pair, now, before?.pair ?? null);
  return { changed: true, raisings, before, flags: rows.flags, sighted };
}

const UNCHANGED: Replaced = { changed: false, raisings: [], before: null, flags: [], sighted: new Set() };

/** Gives false when all of it was stored already. Under other names a pair is counted elsewhere: it is written anew. */
function writePair(db: Database, pair: Pair, stood: StoredPair | null, rows: PairRows, before: Pair | null): boolean {
  if (stood?.isNamed(pair)) return settlePair(db, stood, rows, before);
  if (stood) removePair(db, pair.id);
  insertPair(db, rows);
  return true;
}

const REVISION = 'ledger-revision';
const NUMBER = builtOnce((db) => db.selectFrom('meta').select('value').where('key', '=', REVISION));
const RAISED = builtOnce((db) =>
  db
    .insertInto('meta')
    .values({ key: REVISION, value: '1' })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: sql<string>`cast(cast(value as integer) + 1 as text)` }))
    .returning('value'),
);

/** A number that rises with each change of the stored ledger. */
export async function ledgerRevision(db: Database): Promise<number> {
  const [row] = await NUMBER(db);
  return Number(row?.value ?? 0);
}

/** Raises that number, once for each transaction that changes pairs; gives it. */
export async function raiseRevision(db: Database): Promise<number> {
  const [row] = await RAISED(db);
  return Number(row?.value);
}

/** Notes which version of the screens and their settings every score was last made with. */
export async function noteRulesVersion(db: Database, version: string): Promise<void> {
  await db.updateTable('pairs').set({ rules_version: version }).where('rules_version', '<>', version).execute();
}

/** The hash of every pair, by id: what has changed since it was last looked at. */
export async function pairHashes(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('pairs').select(['id', 'hash']).orderBy('id').execute();
  return new Map(rows.map((row) => [row.id, row.hash]));
}

const ASSEMBLED = `select "p"."body" from json_each(?) as "j" cross join "pairs" as "p" on "p"."id" = "j"."value"`;

/** Some pairs as assembled, each with its text; in the order asked for, unknown ids left out. */
export async function assembledPairs(db: Database, ids: readonly string[]): Promise<{ pair: Pair; body: string }[]> {
  const list = JSON.stringify(ids);
  const rows = await withConnection(db, () => prepared(db, ASSEMBLED).all(list) as { body: string }[]);
  return rows.map(({ body }) => ({ pair: JSON.parse(body) as Pair, body }));
}

/**
 * Removes what was derived of a pair that no fact supports any more. What people decided about it stays. Joins the
 * transaction it is called in.
 */
export function removePair(db: Database, id: string): boolean {
  return prepared(db, 'delete from pairs where id = ?').run(id).changes > 0;
}

/** One pair with its flags, or null. */
export async function getPair(db: Database, id: string): Promise<LedgerPair | null> {
  return (await getPairs(db, [id]))[0] ?? null;
}

/** Some pairs with their flags, by id; unknown ids are left out. They are kept as they stand: nobody may change them. */
export async function getPairs(db: Database, ids: readonly string[]): Promise<LedgerPair[]> {
  const wanted = [...new Set(ids)].sort();
  const found = await keptPairs(db, wanted);
  const decisions = await latestDecisions(db, wanted);
  return wanted.flatMap((id) => {
    const entry = found.get(id);
    return entry ? [withDecisions(entry.ledger, decisions)] : [];
  });
}

interface Decided {
  told: string;
  ledger: LedgerPair;
}

const decided = new WeakMap<LedgerPair, Decided>();

/** The same pair where nobody has decided about any of its flags, and the same one again while the decisions are the same. */
function withDecisions(ledger: LedgerPair, decisions: ReadonlyMap<string, Decision>): LedgerPair {
  const latest = ledger.flags.map(({ pairId, rule }) => decisions.get(`${pairId} ${rule}`) ?? null);
  if (!latest.some(Boolean)) return ledger;
  const told = JSON.stringify(latest);
  const known = decided.get(ledger);
  if (known?.told === told) return known.ledger;
  const flags = ledger.flags.map((flag, i) => Object.freeze({ ...flag, latest: latest[i] ?? null }));
  const made = Object.freeze({ ...ledger, flags: Object.freeze(flags) as LedgerFlag[] });
  decided.set(ledger, { told, ledger: made });
  return made;
}

export type PairSort = 'score' | 'updated' | 'money' | 'name' | 'latest';

export interface PairFilter {
  /** Words, each of them part of a name on either side. */
  q?: string | undefined;
  bands?: readonly Band[] | undefined;
  acquirers?: readonly string[] | undefined;
  kinds?: readonly DealKind[] | undefined;
  authority?: string | undefined;
  statuses?: readonly ScrutinyStatus[] | undefined;
  /** Default: by score, the highest first. */
  sort?: PairSort | undefined;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** The ledger's pairs, filtered and paged. */
export async function listPairs(db: Database, filter: PairFilter): Promise<{ rows: LedgerPair[]; total: number }> {
  if (isByNameAlone(filter)) return namedPairs(db, filter);
  const { total } = await filteredPairs(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  // First the keys of one page, from an index alone; then those few pairs.
  const keys = await SORTS[filter.sort ?? 'score'](filteredPairs(db, filter).select('id'))
    .orderBy('id')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
  const byId = new Map(
    (
      await getPairs(
        db,
        keys.map(({ id }) => id),
      )
    ).map((entry) => [entry.pair.id, entry]),
  );
  return { rows: keys.flatMap(({ id }) => byId.get(id) ?? []), total };
}

/** Every pair, by id: for exports and for rules that look at the whole ledger. */
export async function allPairs(db: Database): Promise<LedgerPair[]> {
  const rows = await db.selectFrom('pairs').selectAll().orderBy('id').execute();
  return toLedgerPairs(db, rows);
}

/** Groups that appear as acquirer, by name, with the number of their pairs. */
export async function listAcquirers(db: Database): Promise<{ acquirer: string; pairs: number }[]> {
  return db
    .selectFrom('companies')
    .select(['name as acquirer', 'acquires as pairs'])
    .where('acquires', '>', 0)
    .orderBy('name')
    .execute();
}

/** Groups that appear as acquirer, with the number of their pairs, the largest first; at most so many. */
export async function largestAcquirers(db: Database, limit: number): Promise<{ acquirer: string; pairs: number }[]> {
  return db
    .selectFrom('companies')
    .select(['name as acquirer', 'acquires as pairs'])
    .where('acquires', '>', 0)
    .orderBy('acquires', 'desc')
    .orderBy('name')
    .limit(limit)
    .execute();
}

/** True when an index over names gives the pairs in order by itself. */
function isByNameAlone({ q, bands, acquirers, kinds, authority, statuses, sort }: PairFilter): boolean {
  const others = [bands, acquirers, kinds, statuses].some((values) => values?.length) || Boolean(authority);
  return nameWords(q).length > 0 && sort === 'updated' && !others;
}

async function namedPairs(db: Database, { q, page, pageSize }: PairFilter) {
  const all = await idsOfPairsNamed(db, nameWords(q));
  const ids = all.slice((page - 1) * pageSize, page * pageSize);
  const byId = new Map((await getPairs(db, ids)).map((entry) => [entry.pair.id, entry]));
  return { rows: ids.flatMap((id) => byId.get(id) ?? []), total: all.length };
}

type PairQuery<O> = SelectQueryBuilder<Schema, 'pairs', O>;

const SORTS: Record<PairSort, <O>(query: PairQuery<O>) => PairQuery<O>> = {
  score: (query) => query.orderBy('score', 'desc'),
  updated: (query) => query.orderBy('updated_at', 'desc'),
  money: (query) => query.orderBy(sql`paid_usd desc nulls last`),
  name: (query) => query.orderBy('acquirer').orderBy('target'),
  latest: (query) => query.orderBy(sql`latest_day desc nulls last`),
};

/** The query for the pairs that a filter names, without order or page. */
export function filteredPairs(db: Database, filter: PairFilter): PairQuery<unknown> {
  const { q, bands, acquirers, kinds, authority, statuses } = filter;
  let query = db.selectFrom('pairs') as PairQuery<unknown>;
  const words = nameWords(q);
  if (words.length) query = query.where('id', 'in', pairsNamed(words) as never);
  if (bands?.length) query = query.where('band', 'in', bands);
  if (acquirers?.length) query = query.where('acquirer', 'in', acquirers);
  if (kinds?.length) {
    query = query.where('id', 'in', (eb) => eb.selectFrom('deals').select('pair_id').where('kind', 'in', kinds));
  }
  if (authority || statuses?.length) {
    query = query.where('id', 'in', (eb) =>
      eb
        .selectFrom('pair_scrutiny')
        .select('pair_id')
        .$if(Boolean(authority), (some) => some.where('authority', '=', authority as string))
        .$if(Boolean(statuses?.length), (some) => some.where('status', 'in', statuses as ScrutinyStatus[])),
    );
  }
  return query;
}

async function toLedgerPairs(db: Database, rows: Selectable<Schema['pairs']>[]): Promise<LedgerPair[]> {
  const ids = rows.map((row) => row.id);
  const flags = await flagsOf(db, ids);
  const seen = await firstSeen(db, ids);
  return rows.map((row) => ({
    pair: JSON.parse(row.body) as Pair,
    flags: flags.get(row.id) ?? [],
    score: row.score,
    band: row.band,
    floor: row.floor === 1,
    updatedAt: row.updated_at,
    firstSeenAt: seen.get(row.id) ?? row.updated_at,
  }));
}

async function flagsOf(db: Database, pairIds: readonly string[]): Promise<Map<string, LedgerFlag[]>> {
  const decisions = await latestDecisions(db, pairIds);
  const byPair = new Map<string, LedgerFlag[]>();
  for (const some of chunks(pairIds)) {
    const rows = await db
      .selectFrom('flags')
      .selectAll()
      .where('pair_id', 'in', some)
      .orderBy('pair_id')
      .orderBy('rule_order')
      .execute();
    for (const row of rows) {
      const flag = toLedgerFlag(row, decisions.get(`${row.pair_id} ${row.rule}`) ?? null);
      byPair.set(row.pair_id, [...(byPair.get(row.pair_id) ?? []), flag]);
    }
  }
  return byPair;
}
