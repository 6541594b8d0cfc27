import type { Instant, PartialDay } from '../../model/day.ts';
import type { DealKind } from '../../model/deal.ts';
import { type Band, type Decision, FLAG_STATES, type FlagState, RULE_IDS, type RuleId } from '../../model/flag.ts';
import { isOpenCase } from '../../model/ledger.ts';
import { OPEN_STATUSES, type ScrutinyStatus, type SourceClass } from '../../model/scrutiny.ts';
import { chunks } from '../chunks.ts';
import { latestDecision, latestDecisions } from '../ledger/decisions.ts';
import { assembledPairs, type LedgerFlag, toLedgerFlag } from '../ledger/ledger.ts';
import type { Database } from '../open.ts';
import { PAIR_FACETS, type PairFacet } from '../schema.ts';
import type { FlagFilter } from './flag-filter.ts';
import { countByRule, type Found, findOnce } from './queue-count.ts';
import { queueIndex } from './queue-index.ts';

/** A flag with what a list says of its pair. */
export interface FlagRow extends LedgerFlag {
  acquirer: string;
  target: string;
  score: number;
  band: Band;
  floor: boolean;
  kinds: DealKind[];
  /** US dollars put in; null when no sum in dollars is known. */
  paidUsd: number | null;
  committedUsd: number | null;
  /** Where it stands before each authority that is known to have looked. */
  scrutiny: {
    authority: string;
    status: ScrutinyStatus;
    source: SourceClass | 'reported';
    asOf: PartialDay | null;
    /** True while the authority still has a step to take. */
    open: boolean;
  }[];
  pairUpdatedAt: Instant;
  /** Who was asked to look; null for nobody in particular. */
  assignee: { id: number; name: string } | null;
}

/** How many flags there would be with each value, all other filters kept. */
export interface FlagCounts {
  states: Record<FlagState, number>;
  rules: Record<RuleId, number>;
  bands: Record<Band, number>;
  acquirers: Record<string, number>;
}

export interface FlagList {
  rows: FlagRow[];
  total: number;
  counts: FlagCounts;
}

/** Acquirers that are counted; the others are found by name. */
const MOST_ACQUIRERS = 100;

/** Flags, filtered and paged, with the counts for the filters beside them. */
export async function listFlags(db: Database, filter: FlagFilter): Promise<FlagList> {
  const found = findOnce(await queueIndex(db), filter);
  return { rows: await rowsOf(db, found.keys), total: found.total, counts: countsOf(found, filter) };
}

function countsOf({ counts, acquirers: most }: Found, { acquirers = [] }: FlagFilter): FlagCounts {
  const asked = acquirers.flatMap((name) =>
    counts.acquirer.has(name) ? [[name, counts.acquirer.get(name)] as const] : [],
  );
  const named = [...most.slice(0, MOST_ACQUIRERS), ...asked];
  return {
    states: Object.fromEntries(counts.state) as Record<FlagState, number>,
    rules: Object.fromEntries(counts.rule) as Record<RuleId, number>,
    bands: Object.fromEntries(counts.band) as Record<Band, number>,
    acquirers: Object.fromEntries(named) as Record<string, number>,
  };
}

/** One flag as lists show it, or null. */
export async function getFlag(db: Database, pairId: string, rule: RuleId): Promise<FlagRow | null> {
  const row = await selectFlags(db).where('f.pair_id', '=', pairId).where('f.rule', '=', rule).executeTakeFirst();
  if (!row) return null;
  return toFlagRow(row, await latestDecision(db, pairId, rule), await scrutinyOf(db, [pairId]));
}

const EVERY: FlagFilter = { page: 1, pageSize: 0 };

/** How many flags are in each state. */
export async function countFlags(db: Database): Promise<Record<FlagState, number>> {
  const { counts } = findOnce(await queueIndex(db), EVERY);
  return Object.fromEntries(counts.state) as Record<FlagState, number>;
}

/** How many flags each screen has raised that stand, by state. */
export async function countFlagsByRule(db: Database): Promise<Record<RuleId, Record<FlagState, number>>> {
  const counts = countByRule(await queueIndex(db));
  const of = (rule: RuleId) => FLAG_STATES.map((state) => [state, counts.get(rule)?.get(state) ?? 0] as const);
  return Object.fromEntries(RULE_IDS.map((rule) => [rule, Object.fromEntries(of(rule))])) as Record<
    RuleId,
    Record<FlagState, number>
  >;
}

/** How many flags there would be with each value of what is known of pairs, all other filters kept. */
export type FacetCounts = Record<PairFacet | 'assignee', Record<string, number>>;

/** Counts for the filters by what is known of pairs, and by who was asked to look (`nobody` for no one). */
export async function countFacets(db: Database, filter: FlagFilter): Promise<FacetCounts> {
  const { counts } = findOnce(await queueIndex(db), filter);
  const facets = [...PAIR_FACETS, 'assignee'] as const;
  return Object.fromEntries(facets.map((facet) => [facet, Object.fromEntries(counts[facet])])) as FacetCounts;
}

/** The flags of one page, in order. */
async function rowsOf(db: Database, keys: Found['keys']): Promise<FlagRow[]> {
  if (keys.length === 0) return [];
  const pairIds = [...new Set(keys.map((key) => key.pairId))];
  const rows = await selectFlags(db).where('f.pair_id', 'in', pairIds).execute();
  const byKey = new Map(rows.map((row) => [`${row.pair_id} ${row.rule}`, row]));
  const [decisions, scrutiny] = [await latestDecisions(db, pairIds), await scrutinyOf(db, pairIds)];
  return keys.flatMap((key) => {
    const name = `${key.pairId} ${key.rule}`;
    const row = byKey.get(name);
    return row ? [toFlagRow(row, decisions.get(name) ?? null, scrutiny)] : [];
  });
}

function selectFlags(db: Database) {
  return db
    .selectFrom('flags as f')
    .innerJoin('pairs as p', 'p.id', 'f.pair_id')
    .leftJoin('users as u', 'u.id', 'f.assignee')
    .select(['f.assignee', 'u.name as assignee_name'])
    .select(['f.pair_id', 'f.rule', 'f.body', 'f.raised_at', 'f.state', 'f.reopened', 'f.score', 'f.band'])
    .select(['p.acquirer', 'p.target', 'p.floor', 'p.kinds', 'p.paid_usd', 'p.committed_usd', 'p.updated_at']);
}

type SelectedFlag = Awaited<ReturnType<ReturnType<typeof selectFlags>['executeTakeFirstOrThrow']>>;
type ScrutinyByPair = Map<string, FlagRow['scrutiny']>;

async function scrutinyOf(db: Database, pairIds: readonly string[]): Promise<ScrutinyByPair> {
  const rows = await db
    .selectFrom('pair_scrutiny')
    .select(['pair_id', 'authority', 'status', 'source', 'as_of as asOf'])
    .where('pair_id', 'in', pairIds)
    .where('established', '=', 1)
    .orderBy('authority')
    .execute();
  const watched = rows.filter(({ status }) => status === 'monitoring').map(({ pair_id }) => pair_id);
  const ended = await endedStudies(db, watched);
  const byPair: ScrutinyByPair = new Map();
  for (const { pair_id, ...cell } of rows) {
    const open = OPEN_STATUSES.includes(cell.status) && !ended.has(`${pair_id} ${cell.authority}`);
    byPair.set(pair_id, [...(byPair.get(pair_id) ?? []), { ...cell, open }]);
  }
  return byPair;
}

/** Of pairs that an authority watches, which of them it watches after a study that has ended: its history alone tells. */
async function endedStudies(db: Database, pairIds: readonly string[]): Promise<Set<string>> {
  const ended = new Set<string>();
  for (const some of chunks([...new Set(pairIds)])) {
    for (const { pair } of await assembledPairs(db, some)) {
      for (const cell of pair.scrutiny)
        if (cell.status === 'monitoring' && !isOpenCase(cell)) ended.add(`${pair.id} ${cell.authority}`);
    }
  }
  return ended;
}

function toFlagRow(row: SelectedFlag, latest: Decision | null, scrutiny: ScrutinyByPair): FlagRow {
  return {
    ...toLedgerFlag(row, latest),
    acquirer: row.acquirer,
    target: row.target,
    score: row.score,
    band: row.band,
    floor: row.floor === 1,
    kinds: row.kinds.split(' ').filter(Boolean) as DealKind[],
    paidUsd: row.paid_usd,
    committedUsd: row.committed_usd,
    scrutiny: scrutiny.get(row.pair_id) ?? [],
    pairUpdatedAt: row.updated_at,
    assignee: row.assignee === null ? null : { id: row.assignee, name: row.assignee_name ?? '' },
  };
}
