import { type SelectQueryBuilder, sql } from 'kysely';
import type { Instant, PartialDay } from '../model/day.ts';
import type { DealKind } from '../model/deal.ts';
import { BANDS, type Band, type Decision, FLAG_STATES, type FlagState, RULE_IDS, type RuleId } from '../model/flag.ts';
import type { ScrutinyStatus, SourceClass } from '../model/scrutiny.ts';
import { latestDecision, latestDecisions } from './decisions.ts';
import type { FlagFilter, FlagSort } from './flag-filter.ts';
import { filteredByPair, narrows, pairFacetFilters } from './flag-pairs.ts';
import { type LedgerFlag, toLedgerFlag } from './ledger.ts';
import type { Database } from './open.ts';
import { PAIR_FACETS, type PairFacet, type Schema } from './schema.ts';

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
  scrutiny: { authority: string; status: ScrutinyStatus; source: SourceClass | 'reported'; asOf: PartialDay | null }[];
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

/** Flags, filtered and paged, with the counts for the filters beside them. */
export async function listFlags(db: Database, filter: FlagFilter): Promise<FlagList> {
  const groups = await countGroups(db, filter);
  const total = groups.filter(matching(filter)).reduce((sum, group) => sum + group.flags, 0);
  return { rows: await pageOf(db, filter), total, counts: countsOf(groups, filter) };
}

/** One flag as lists show it, or null. */
export async function getFlag(db: Database, pairId: string, rule: RuleId): Promise<FlagRow | null> {
  const row = await selectFlags(db).where('f.pair_id', '=', pairId).where('f.rule', '=', rule).executeTakeFirst();
  if (!row) return null;
  return toFlagRow(row, await latestDecision(db, pairId, rule), await scrutinyOf(db, [pairId]));
}

/** How many flags are in each state. */
export async function countFlags(db: Database): Promise<Record<FlagState, number>> {
  const groups = await db.selectFrom('flag_counts').selectAll().execute();
  return tally(FLAG_STATES, groups, (group) => group.state);
}

/** How many flags each screen has raised that stand, by state. */
export async function countFlagsByRule(db: Database): Promise<Record<RuleId, Record<FlagState, number>>> {
  const groups = await db.selectFrom('flag_counts').selectAll().execute();
  const counts = RULE_IDS.map((rule) => {
    const own = groups.filter((group) => group.rule === rule);
    return [rule, tally(FLAG_STATES, own, (group) => group.state)] as const;
  });
  return Object.fromEntries(counts) as Record<RuleId, Record<FlagState, number>>;
}

interface Group {
  state: FlagState;
  rule: RuleId;
  band: Band;
  acquirer: string;
  flags: number;
}

/** How many flags there would be with each value of what is known of pairs, all other filters kept. */
export type FacetCounts = Record<PairFacet | 'assignee', Record<string, number>>;

/** Counts for the filters by what is known of pairs, and by who was asked to look (`nobody` for no one). */
export async function countFacets(db: Database, filter: FlagFilter): Promise<FacetCounts> {
  const rows = isPlain(filter) ? await keptFacets(db, filter) : await freshFacets(db, filter);
  const counts = Object.fromEntries([...PAIR_FACETS, 'assignee'].map((facet) => [facet, {}])) as FacetCounts;
  for (const { facet, value, flags } of rows) if (flags > 0) counts[facet][value] = flags;
  return counts;
}

interface FacetCount {
  facet: PairFacet | 'assignee';
  value: string;
  flags: number;
}

/** True when nothing but the state narrows the queue: the kept counts tell it all. */
function isPlain(filter: FlagFilter): boolean {
  const { rules, bands, acquirers } = wanted(filter);
  return !narrows(filter) && [rules, bands, acquirers, filter.assignees ?? []].every((values) => values.length === 0);
}

function keptFacets(
  db: Database,
  filter: FlagFilter,
  facets?: readonly (PairFacet | 'assignee')[],
): Promise<FacetCount[]> {
  const states = wanted(filter).states as FlagState[];
  return db
    .selectFrom('facet_counts')
    .select(['facet', 'value', ({ fn }) => fn.sum<number>('flags').as('flags')])
    .$if(states.length > 0, (query) => query.where('state', 'in', states))
    .$if(facets !== undefined, (query) => query.where('facet', 'in', facets ?? []))
    .groupBy(['facet', 'value'])
    .execute();
}

/** Facets that narrow nothing are counted in one go; each of the others without itself. */
async function freshFacets(db: Database, filter: FlagFilter): Promise<FacetCount[]> {
  const active = pairFacetFilters(filter);
  const resting = PAIR_FACETS.filter((facet) => !active[facet]);
  const counts = [await countValues(db, filter, resting), await countAssignees(db, { ...filter, assignees: [] })];
  for (const facet of PAIR_FACETS.filter((one) => active[one])) {
    counts.push(await countValues(db, { ...filter, ...active[facet] }, [facet]));
  }
  return counts.flat();
}

async function countValues(db: Database, filter: FlagFilter, facets: readonly PairFacet[]): Promise<FacetCount[]> {
  if (facets.length === 0) return [];
  if (isPlain(filter)) return keptFacets(db, filter, facets);
  const pairs = filtered(db, filter)
    .select(['f.pair_id', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy('f.pair_id');
  return db
    .selectFrom(pairs.as('some'))
    .innerJoin('pair_facets as pf', 'pf.pair_id', 'some.pair_id')
    .select(['pf.facet', 'pf.value', ({ fn }) => fn.sum<number>('some.n').as('flags')])
    .where('pf.facet', 'in', facets)
    .groupBy(['pf.facet', 'pf.value'])
    .execute();
}

async function countAssignees(db: Database, filter: FlagFilter): Promise<FacetCount[]> {
  if (isPlain(filter)) return keptFacets(db, filter, ['assignee']);
  const rows = await filtered(db, filter)
    .select(['f.assignee', ({ fn }) => fn.countAll<number>().as('flags')])
    .groupBy('f.assignee')
    .execute();
  return rows.map(({ assignee, flags }) => ({ facet: 'assignee', value: String(assignee ?? 'nobody'), flags }));
}

type Dimension = 'states' | 'rules' | 'bands' | 'acquirers';

const VALUE_OF: Record<Dimension, (group: Group) => string> = {
  states: (group) => group.state,
  rules: (group) => group.rule,
  bands: (group) => group.band,
  acquirers: (group) => group.acquirer,
};

/** The kept counts when the filter names nothing else, else counts over the pairs that it names. */
async function countGroups(db: Database, filter: FlagFilter): Promise<Group[]> {
  if (!narrows(filter) && !filter.assignees?.length) {
    return keptCounts(db);
  }
  return ofPairs(db.selectFrom('flags as f'), filter)
    .select(['f.state', 'f.rule', 'f.band', 'f.acquirer', ({ fn }) => fn.countAll<number>().as('flags')])
    .groupBy(['f.state', 'f.rule', 'f.band', 'f.acquirer'])
    .execute();
}

/** As one text: a thousand small rows cost more to hand over than to read. */
async function keptCounts(db: Database): Promise<Group[]> {
  const { rows } = await sql<{ groups: string }>`
    select json_group_array(json_array(state, rule, band, acquirer, flags)) as groups
    from flag_counts where flags > 0`.execute(db);
  const groups = JSON.parse(rows[0]?.groups ?? '[]') as [FlagState, RuleId, Band, string, number][];
  return groups.map(([state, rule, band, acquirer, flags]) => ({ state, rule, band, acquirer, flags }));
}

function wanted(filter: FlagFilter): Record<Dimension, readonly string[]> {
  return {
    states: filter.states ?? (filter.state ? [filter.state] : []),
    rules: filter.rules ?? [],
    bands: filter.bands ?? [],
    acquirers: filter.acquirers ?? [],
  };
}

/** Gives a test for groups; one dimension may be left out of it. */
function matching(filter: FlagFilter, except?: Dimension): (group: Group) => boolean {
  const named = Object.entries(wanted(filter)).filter(
    ([dimension, values]) => dimension !== except && values.length > 0,
  );
  const tests = named.map(([dimension, values]) => [VALUE_OF[dimension as Dimension], new Set(values)] as const);
  return (group) => tests.every(([nameIn, values]) => values.has(nameIn(group)));
}

function countsOf(groups: Group[], filter: FlagFilter): FlagCounts {
  const others = (dimension: Dimension) => groups.filter(matching(filter, dimension));
  const acquirers = [...new Set(groups.map((group) => group.acquirer))].sort();
  return {
    states: tally(FLAG_STATES, others('states'), VALUE_OF.states),
    rules: tally(RULE_IDS, others('rules'), VALUE_OF.rules),
    bands: tally(BANDS, others('bands'), VALUE_OF.bands),
    acquirers: tally(acquirers, others('acquirers'), VALUE_OF.acquirers),
  };
}

function tally<T extends string>(
  values: readonly T[],
  groups: Group[],
  nameOf: (group: Group) => string,
): Record<T, number> {
  const counts = new Map<string, number>(values.map((value) => [value, 0]));
  for (const group of groups) counts.set(nameOf(group), (counts.get(nameOf(group)) ?? 0) + group.flags);
  return Object.fromEntries(counts) as Record<T, number>;
}

// biome-ignore lint/complexity/noBannedTypes: Kysely's own way to say "nothing selected yet"
type FlagQuery = SelectQueryBuilder<Schema & { f: Schema['flags'] }, 'f', {}>;

/** Narrows to the pairs that the filter names, and to who was asked to look. */
function ofPairs(query: FlagQuery, filter: FlagFilter): FlagQuery {
  const narrowed = filteredByPair(query, filter);
  const { assignees = [] } = filter;
  if (assignees.length === 0) return narrowed;
  return narrowed.where((eb) =>
    eb.or([eb('f.assignee', 'in', [...assignees]), ...(assignees.includes(0) ? [eb('f.assignee', 'is', null)] : [])]),
  );
}

function filtered(db: Database, filter: FlagFilter): FlagQuery {
  const { states, rules, bands, acquirers } = wanted(filter) as {
    states: FlagState[];
    rules: RuleId[];
    bands: Band[];
    acquirers: string[];
  };
  let query = ofPairs(db.selectFrom('flags as f'), filter);
  if (states.length) query = query.where('f.state', 'in', states);
  if (rules.length) query = query.where('f.rule', 'in', rules);
  if (bands.length) query = query.where('f.band', 'in', bands);
  if (acquirers.length) query = query.where('f.acquirer', 'in', acquirers);
  return query;
}

/** First the keys of one page, straight from an index in the right order; then the rest of those few. */
async function pageOf(db: Database, filter: FlagFilter): Promise<FlagRow[]> {
  const keys = await SORTS[filter.sort ?? 'score'](filtered(db, filter).select(['f.pair_id', 'f.rule']))
    .orderBy('f.pair_id')
    .orderBy('f.rule_order')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
  if (keys.length === 0) return [];
  const pairIds = [...new Set(keys.map((key) => key.pair_id))];
  const rows = await selectFlags(db).where('f.pair_id', 'in', pairIds).execute();
  const byKey = new Map(rows.map((row) => [`${row.pair_id} ${row.rule}`, row]));
  const [decisions, scrutiny] = [await latestDecisions(db, pairIds), await scrutinyOf(db, pairIds)];
  return keys.flatMap((key) => {
    const name = `${key.pair_id} ${key.rule}`;
    const row = byKey.get(name);
    return row ? [toFlagRow(row, decisions.get(name) ?? null, scrutiny)] : [];
  });
}

type KeyQuery = SelectQueryBuilder<Schema & { f: Schema['flags'] }, 'f', { pair_id: string; rule: RuleId }>;

const SORTS: Record<FlagSort, (query: KeyQuery) => KeyQuery> = {
  score: (query) => query.orderBy('f.score', 'desc'),
  newest: (query) => query.orderBy('f.raised_at', 'desc'),
  money: (query) => query.orderBy(sql`(select p.paid_usd from pairs p where p.id = f.pair_id) desc nulls last`),
  spend: (query) => query.orderBy(sql`(select p.committed_usd from pairs p where p.id = f.pair_id) desc nulls last`),
  changed: (query) => query.orderBy(sql`(select p.updated_at from pairs p where p.id = f.pair_id) desc`),
  event: (query) => query.orderBy(sql`(select p.latest_day from pairs p where p.id = f.pair_id) desc nulls last`),
};

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
  const byPair: ScrutinyByPair = new Map();
  for (const { pair_id, ...cell } of rows) byPair.set(pair_id, [...(byPair.get(pair_id) ?? []), cell]);
  return byPair;
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
