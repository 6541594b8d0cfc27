import type { Instant, PartialDay } from '../../model/day.ts';
import type { DealKind } from '../../model/deal.ts';
import { type Band, type Decision, FLAG_STATES, type FlagState, RULE_IDS, type RuleId } from '../../model/flag.ts';
import { isOpenCase, type Pair } from '../../model/ledger.ts';
import type { ScrutinyStatus, SourceClass } from '../../model/scrutiny.ts';
import { latestDecisions } from '../ledger/decisions.ts';
import { type KeptPair, keptPairs } from '../ledger/kept-pairs.ts';
import type { LedgerFlag } from '../ledger/ledger-pair.ts';
import type { Database } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
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
  return (await rowsOf(db, [{ pairId, rule }]))[0] ?? null;
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
  const pairs = await keptPairs(db, pairIds);
  const decisions = await latestDecisions(db, pairIds);
  const found = keys.flatMap(({ pairId, rule }) => {
    const entry = pairs.get(pairId);
    const at = entry ? entry.ledger.flags.findIndex((flag) => flag.rule === rule) : -1;
    return entry && at >= 0 ? [{ entry, at }] : [];
  });
  const names = await namesOf(db, new Set(found.flatMap(({ entry, at }) => entry.assignees[at] ?? [])));
  const scrutiny = new Map([...pairs].map(([id, { ledger }]) => [id, scrutinyOf(ledger.pair)]));
  return found.map(({ entry, at }) => toFlagRow(entry, at, { decisions, names, scrutiny }));
}

const NAMES = 'select id, name from users where id in (select value from json_each(?))';

async function namesOf(db: Database, ids: ReadonlySet<number>): Promise<Map<number, string>> {
  if (ids.size === 0) return new Map();
  const list = JSON.stringify([...ids]);
  const rows = await withConnection(db, () => prepared(db, NAMES).all(list) as { id: number; name: string }[]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Where a pair stands before each authority that is known to have looked. */
function scrutinyOf({ scrutiny }: Pair): FlagRow['scrutiny'] {
  const established = scrutiny.filter(({ history }) => history.length > 0);
  const cells = established.map((cell) => {
    const { authority, status, source, asOf } = cell;
    return { authority, status, source, asOf, open: isOpenCase(cell) };
  });
  return cells.sort((a, b) => (a.authority < b.authority ? -1 : 1));
}

interface Beside {
  decisions: ReadonlyMap<string, Decision>;
  names: ReadonlyMap<number, string>;
  scrutiny: ReadonlyMap<string, FlagRow['scrutiny']>;
}

function toFlagRow(entry: KeptPair, at: number, { decisions, names, scrutiny }: Beside): FlagRow {
  const { ledger, kinds, paidUsd, committedUsd } = entry;
  const { pair, score, band, floor, updatedAt } = ledger;
  const flag = ledger.flags[at] as LedgerFlag;
  const assignee = entry.assignees[at] ?? null;
  return {
    ...flag,
    latest: decisions.get(`${pair.id} ${flag.rule}`) ?? null,
    acquirer: pair.acquirer,
    target: pair.target,
    ...{ score, band, floor, kinds, paidUsd, committedUsd },
    scrutiny: scrutiny.get(pair.id) ?? [],
    pairUpdatedAt: updatedAt,
    assignee: assignee === null ? null : { id: assignee, name: names.get(assignee) ?? '' },
  };
}
