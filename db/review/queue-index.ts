import { setImmediate as breathe } from 'node:timers/promises';
import type { Instant } from '../../model/day.ts';
import type { Band, FlagState, RuleId } from '../../model/flag.ts';
import type { Database } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
import { noteTables } from '../reads.ts';

/**
 * What the queue filters, counts and orders by, of every pair with flags, kept in memory: counting a hundred thousand flags
 * by twelve filters takes SQLite a third of a second and this a few milliseconds. It is brought up to date before each
 * question from what has been touched since the last one (migration 013), by whatever process.
 */
export interface QueuePair {
  id: string;
  acquirer: string;
  target: string;
  /** Both names in small letters, for finding parts of them. */
  names: string;
  band: Band;
  score: number;
  paidUsd: number | null;
  committedUsd: number | null;
  latestDay: string | null;
  updatedAt: Instant;
  /** `kind=cloud`, `band=High`, `acquirer=…`: numbers of QueueIndex.facets. */
  facets: number[];
  /** What is established before each authority. */
  steps: { authority: string; status: string }[];
  flags: QueueFlag[];
}

export interface QueueFlag {
  pair: QueuePair;
  rule: RuleId;
  ruleOrder: number;
  state: FlagState;
  raisedAt: Instant;
  assignee: number | null;
  /** State, screen and assignee together: the number of one of QueueIndex.groups. */
  group: number;
}

export interface QueueIndex {
  pairs: Map<string, QueuePair>;
  /** Names of facet values by number, `kind=cloud`, and the other way round. */
  facets: string[];
  facetNumbers: Map<string, number>;
  groups: Pick<QueueFlag, 'state' | 'rule' | 'assignee'>[];
  groupNumbers: Map<string, number>;
  /** Rises with each change; null before the first loading. */
  seq: number | null;
}

interface Kept {
  index: QueueIndex;
  /** The bringing up to date that is under way; questions asked meanwhile wait for the same. */
  refreshing: Promise<void> | null;
}

const kept = new WeakMap<Database, Kept>();
/** Pairs looked up in one go; others get their turn in between. */
const AT_ONCE = 200;

/** The index as the database now stands. */
export async function queueIndex(db: Database): Promise<QueueIndex> {
  // Whoever waits for a bringing up to date that somebody else began asks the database nothing.
  noteTables('pairs', 'flags');
  // What is seen inside a transaction may be taken back: it is never kept.
  const own = (!db.isTransaction && kept.get(db)) || {
    index: emptyIndex(),
    refreshing: null,
  };
  if (!db.isTransaction) kept.set(db, own);
  own.refreshing ??= refresh(db, own.index).finally(() => {
    own.refreshing = null;
  });
  await own.refreshing;
  return own.index;
}

/** The index of one pair alone, as it stands for whoever asks, inside a transaction too. Empty when the pair has no flags. */
export async function pairIndex(db: Database, pairId: string): Promise<QueueIndex> {
  const index = emptyIndex();
  await withConnection(db, () => take(index, rowsOf(db, [pairId])));
  return index;
}

const emptyIndex = (): QueueIndex => ({
  pairs: new Map(),
  facets: [],
  facetNumbers: new Map(),
  groups: [],
  groupNumbers: new Map(),
  seq: null,
});

async function refresh(db: Database, index: QueueIndex): Promise<void> {
  index.seq ??= await loadAll(db, index);
  for (;;) {
    const { seq } = index;
    const touched = await withConnection(db, () => touchedAfter(db, seq));
    if (touched.length === 0) return;
    await withConnection(db, () => {
      const ids = touched.map(({ pair_id }) => pair_id);
      for (const id of ids) index.pairs.delete(id);
      take(index, rowsOf(db, ids));
      index.seq = touched.at(-1)?.seq ?? seq;
    });
    if (touched.length < AT_ONCE) return;
    await breathe();
  }
}

const touchedAfter = (db: Database, seq: number) =>
  prepared(db, `select pair_id, seq from touched_pairs where seq > ? order by seq limit ${AT_ONCE}`).all(seq) as {
    pair_id: string;
    seq: number;
  }[];

/** Everything, in slices; gives the number up to which it holds. It is taken first: what is touched meanwhile comes after it. */
async function loadAll(db: Database, index: QueueIndex): Promise<number> {
  const before = (await withConnection(db, () =>
    prepared(db, 'select coalesce(max(seq), 0) as seq from touched_pairs').get(),
  )) as { seq: number };
  for (let last = ''; ; ) {
    const ids = await withConnection(db, () => {
      const some = prepared(db, `select id from pairs where id > ? order by id limit ${AT_ONCE}`).all(last) as {
        id: string;
      }[];
      take(
        index,
        rowsOf(
          db,
          some.map(({ id }) => id),
        ),
      );
      return some;
    });
    last = ids.at(-1)?.id ?? last;
    if (ids.length < AT_ONCE) return before.seq;
    await breathe();
  }
}

interface Row {
  id: string;
  acquirer: string;
  target: string;
  band: Band;
  score: number;
  paid_usd: number | null;
  committed_usd: number | null;
  latest_day: string | null;
  updated_at: Instant;
  flags: string;
  facets: string;
  steps: string;
}

const ROWS = `
  select p.id, p.acquirer, p.target, p.band, p.score, p.paid_usd, p.committed_usd, p.latest_day, p.updated_at,
    (select json_group_array(json_array(rule, rule_order, state, raised_at, assignee)) from flags indexed by flags_queue
      where pair_id = p.id) as flags,
    (select json_group_array(facet || '=' || value) from pair_facets where pair_id = p.id) as facets,
    (select json_group_array(json_array(authority, status)) from pair_scrutiny where pair_id = p.id and established = 1) as steps
  from pairs p indexed by pairs_queue
  where p.id in (select value from json_each(?)) and exists (select 1 from flags indexed by flags_queue where pair_id = p.id)`;

const rowsOf = (db: Database, ids: readonly string[]) => prepared(db, ROWS).all(JSON.stringify(ids)) as Row[];

function take(index: QueueIndex, rows: readonly Row[]): void {
  for (const row of rows) index.pairs.set(row.id, toPair(index, row));
}

function toPair(index: QueueIndex, row: Row): QueuePair {
  const flags = JSON.parse(row.flags) as [RuleId, number, FlagState, Instant, number | null][];
  const steps = JSON.parse(row.steps) as [string, string][];
  const pair: QueuePair = {
    id: row.id,
    acquirer: row.acquirer,
    target: row.target,
    names: `${row.acquirer}\n${row.target}`.toLowerCase(),
    band: row.band,
    score: row.score,
    paidUsd: row.paid_usd,
    committedUsd: row.committed_usd,
    latestDay: row.latest_day,
    updatedAt: row.updated_at,
    facets: [...(JSON.parse(row.facets) as string[]), `band=${row.band}`, `acquirer=${row.acquirer}`].map((name) =>
      facetNumber(index, name),
    ),
    steps: steps.map(([authority, status]) => ({ authority, status })),
    flags: [],
  };
  pair.flags = flags.map(([rule, ruleOrder, state, raisedAt, assignee]) => {
    return { pair, rule, ruleOrder, state, raisedAt, assignee, group: groupNumber(index, { state, rule, assignee }) };
  });
  return pair;
}

function groupNumber(index: QueueIndex, group: QueueIndex['groups'][number]): number {
  const name = `${group.state} ${group.rule} ${group.assignee}`;
  const known = index.groupNumbers.get(name);
  if (known !== undefined) return known;
  index.groupNumbers.set(name, index.groups.length);
  return index.groups.push(group) - 1;
}

/** The number of a facet value, a new one for one that was not met before. */
export function facetNumber(index: QueueIndex, name: string): number {
  const known = index.facetNumbers.get(name);
  if (known !== undefined) return known;
  index.facetNumbers.set(name, index.facets.length);
  index.facets.push(name);
  return index.facets.length - 1;
}
