import { BANDS, FLAG_STATES, RULE_IDS } from '../../model/flag.ts';
import { nameWords } from '../ledger/names.ts';
import { PAIR_FACETS, type PairFacet } from '../schema.ts';
import type { FlagFilter, FlagSort } from './flag-filter.ts';
import { facetNumber, type QueueFlag, type QueueIndex, type QueuePair } from './queue-index.ts';

/** What a filter finds: the flags of one page in order, how many there are, and how many each other choice would give. */
export interface Found {
  keys: { pairId: string; rule: QueueFlag['rule'] }[];
  total: number;
  /** By filter and value, all other filters kept: `counts.band.High`. */
  counts: Record<Dimension, Map<string, number>>;
  /** Acquirers with their flags, those with most of them first. */
  acquirers: (readonly [string, number])[];
}

export type Dimension = 'state' | 'rule' | 'band' | 'acquirer' | 'assignee' | PairFacet;

const NONE = 'none of them';
/** No step satisfies both filters about steps, and either of them taken out would let the pair through. */
const STEPS = 'authority or status';
type Failing = Dimension | typeof STEPS | null | typeof NONE;

/** What was found lately, as long as the index stands as it did. */
const found = new WeakMap<QueueIndex, { seq: number | null; answers: Map<string, Found> }>();
const MOST_ANSWERS = 200;

/** The same as `find`, remembered until something changes: one page asks several times, and so do twenty people. */
export function findOnce(index: QueueIndex, filter: FlagFilter): Found {
  const own = found.get(index);
  const known = own && own.seq === index.seq ? own : { seq: index.seq, answers: new Map<string, Found>() };
  found.set(index, known);
  const key = JSON.stringify(filter);
  const answer = known.answers.get(key) ?? find(index, filter);
  known.answers.set(key, answer);
  if (known.answers.size > MOST_ANSWERS) known.answers.delete(known.answers.keys().next().value as string);
  return answer;
}

/** How many flags each screen has raised that stand, by state. */
export function countByRule(index: QueueIndex): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const pair of index.pairs.values()) {
    for (const { rule, state } of pair.flags) {
      const own = counts.get(rule) ?? new Map<string, number>();
      counts.set(rule, own);
      add(own, state, 1);
    }
  }
  return counts;
}

/**
 * Takes the index and a filter; gives what it finds. A flag that one filter alone keeps out counts for that filter's other
 * choices; one that two keep out counts nowhere.
 */
export function find(index: QueueIndex, filter: FlagFilter): Found {
  const test = testsOf(index, filter);
  const tally = new Tally(index);
  const matching = new Best(orderOf(filter.sort ?? 'score'), filter.page * filter.pageSize);
  let total = 0;
  for (const pair of index.pairs.values()) {
    const failing = test.pair(pair);
    if (failing === NONE) continue;
    let whole = 0;
    for (const flag of pair.flags) {
      const own = test.flag(flag);
      const both = own === null ? failing : failing === null ? own : NONE;
      if (both === NONE) continue;
      tally.flag(flag, both);
      if (both !== null) continue;
      whole += 1;
      matching.offer(flag);
    }
    const onlyPair = failing !== null ? pair.flags.filter((flag) => test.flag(flag) === null).length : whole;
    tally.pair(pair, failing, onlyPair);
    total += whole;
  }
  const page = matching.sorted().slice((filter.page - 1) * filter.pageSize);
  const keys = page.map(({ pair, rule }) => ({ pairId: pair.id, rule }));
  const counts = tally.counts();
  const acquirers = [...counts.acquirer].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { keys, total, counts, acquirers };
}

interface Tests {
  pair(pair: QueuePair): Failing;
  flag(flag: QueueFlag): Failing;
}

function testsOf(index: QueueIndex, filter: FlagFilter): Tests {
  const hard = hardTests(filter);
  const soft = pairTests(index, filter);
  const steps = stepTest(filter);
  const flags = flagTests(filter);
  const failing = <T>(tests: readonly (readonly [Dimension, (one: T) => boolean])[], one: T): Failing => {
    let found: Failing = null;
    for (const [dimension, passes] of tests) {
      if (passes(one)) continue;
      if (found !== null) return NONE;
      found = dimension;
    }
    return found;
  };
  return {
    pair(pair) {
      for (const passes of hard) if (!passes(pair)) return NONE;
      const found = failing(soft, pair);
      const step = found === NONE ? NONE : steps(pair);
      return step === null ? found : found === null ? step : NONE;
    },
    flag: (flag) => failing(flags, flag),
  };
}

/** Filters without choices to count: names, days, sums. */
function hardTests(filter: FlagFilter): ((pair: QueuePair) => boolean)[] {
  const { from, to, least, most, changedSince } = filter;
  const words = nameWords(filter.q?.toLowerCase());
  const targets = nameWords(filter.target?.toLowerCase());
  const sum = ({ paidUsd, committedUsd }: QueuePair) => Math.max(paidUsd ?? 0, committedUsd ?? 0) || null;
  return [
    ...words.map((word) => (pair: QueuePair) => pair.names.includes(word)),
    ...targets.map((word) => (pair: QueuePair) => pair.names.includes(word, pair.acquirer.length)),
    ...(from !== undefined ? [(pair: QueuePair) => pair.latestDay !== null && pair.latestDay >= from] : []),
    ...(to !== undefined ? [(pair: QueuePair) => pair.latestDay !== null && pair.latestDay <= to] : []),
    ...(least !== undefined ? [(pair: QueuePair) => (sum(pair) ?? Number.NEGATIVE_INFINITY) >= least] : []),
    ...(most !== undefined ? [(pair: QueuePair) => (sum(pair) ?? Number.POSITIVE_INFINITY) <= most] : []),
    ...(changedSince !== undefined ? [(pair: QueuePair) => pair.updatedAt > changedSince] : []),
  ];
}

function pairTests(index: QueueIndex, filter: FlagFilter): (readonly [Dimension, (pair: QueuePair) => boolean])[] {
  const facets: [PairFacet, readonly string[]][] = [
    ['kind', filter.kinds ?? []],
    ['layer', filter.layers ?? []],
    ['certainty', filter.certainties ?? []],
    ['source', filter.sourceClasses ?? []],
  ];
  const asked = facets.filter(([, values]) => values.length > 0);
  return [
    ...among('band', filter.bands, (pair: QueuePair) => pair.band),
    ...among('acquirer', filter.acquirers, (pair: QueuePair) => pair.acquirer),
    ...asked.map(([facet, values]) => {
      const numbers = new Set(values.map((value) => facetNumber(index, `${facet}=${value}`)));
      return [facet, (pair: QueuePair) => pair.facets.some((number) => numbers.has(number))] as const;
    }),
  ];
}

function among<T>(dimension: Dimension, values: readonly string[] | undefined, take: (one: T) => string) {
  const wanted = new Set(values ?? []);
  return wanted.size === 0 ? [] : [[dimension, (one: T) => wanted.has(take(one))] as const];
}

/** An authority and a status asked for together mean one row: that authority with that status. */
function stepTest({ authority, authorities = [], statuses = [] }: FlagFilter): (pair: QueuePair) => Failing {
  const names = new Set(authority ? [...authorities, authority] : authorities);
  const wanted = new Set<string>(statuses);
  if (names.size === 0 && wanted.size === 0) return () => null;
  return ({ steps }) => {
    let [byName, byStatus] = [names.size === 0 && steps.length > 0, wanted.size === 0 && steps.length > 0];
    for (const step of steps) {
      const [isNamed, isWanted] = [
        names.size === 0 || names.has(step.authority),
        wanted.size === 0 || wanted.has(step.status),
      ];
      if (isNamed && isWanted) return null;
      byName ||= isNamed;
      byStatus ||= isWanted;
    }
    if (names.size === 0) return 'status';
    if (wanted.size === 0) return 'authority';
    if (byName && byStatus) return STEPS;
    return byStatus ? 'authority' : byName ? 'status' : NONE;
  };
}

function flagTests(filter: FlagFilter): (readonly [Dimension, (flag: QueueFlag) => boolean])[] {
  const states = filter.states ?? (filter.state ? [filter.state] : []);
  const people = new Set(filter.assignees ?? []);
  return [
    ...among('state', states, (flag: QueueFlag) => flag.state),
    ...among('rule', filter.rules, (flag: QueueFlag) => flag.rule),
    ...(people.size ? [['assignee', (flag: QueueFlag) => people.has(flag.assignee ?? 0)] as const] : []),
  ];
}

type OfFlags = 'state' | 'rule' | 'assignee';
const OF_FLAGS: readonly OfFlags[] = ['state', 'rule', 'assignee'];

/** Counts by filter and value: by number while the flags go by, by name at the end. */
class Tally {
  readonly #index: QueueIndex;
  readonly #facets: number[];
  /** Flags by group: those that nothing keeps out, and those that only this filter about flags does. */
  readonly #groups: Record<'whole' | OfFlags, number[]>;
  constructor(index: QueueIndex) {
    const zeros = (numbers: readonly unknown[]): number[] => new Array(numbers.length).fill(0);
    const { facets, groups } = index;
    this.#index = index;
    this.#facets = zeros(facets);
    this.#groups = { whole: zeros(groups), state: zeros(groups), rule: zeros(groups), assignee: zeros(groups) };
  }

  /** A flag that only this filter keeps out, or none. */
  flag({ group }: QueueFlag, failing: Failing): void {
    const counts = failing === null ? this.#groups.whole : this.#groups[failing as OfFlags];
    if (counts) counts[group] = (counts[group] as number) + 1;
  }

  /** So many flags of a pair that only this filter about pairs keeps out, or none. */
  pair({ facets }: QueuePair, failing: Failing, flags: number): void {
    if (flags === 0) return;
    for (const number of facets) {
      if (failing !== null && !isOf(this.#index.facets[number] as string, failing)) continue;
      this.#facets[number] = (this.#facets[number] as number) + flags;
    }
  }

  counts(): Found['counts'] {
    const counts = Object.fromEntries(
      [...PAIR_FACETS, 'band', 'acquirer', ...OF_FLAGS].map((name) => [name, new Map<string, number>()]),
    ) as Found['counts'];
    for (const state of FLAG_STATES) counts.state.set(state, 0);
    for (const rule of RULE_IDS) counts.rule.set(rule, 0);
    for (const band of BANDS) counts.band.set(band, 0);
    for (const [number, flags] of this.#facets.entries()) {
      const name = this.#index.facets[number] as string;
      const at = name.indexOf('=');
      if (flags > 0) counts[name.slice(0, at) as Dimension].set(name.slice(at + 1), flags);
    }
    for (const [number, group] of this.#index.groups.entries()) {
      for (const dimension of OF_FLAGS) {
        const flags = (this.#groups.whole[number] as number) + (this.#groups[dimension][number] as number);
        if (flags > 0) add(counts[dimension], String(group[dimension] ?? 'nobody'), flags);
      }
    }
    return counts;
  }
}

const isOf = (name: string, failing: Exclude<Failing, null>) =>
  failing === STEPS ? /^(authority|status)=/.test(name) : name.startsWith(`${failing}=`);

function add(counts: Map<string, number>, value: string, by: number): void {
  counts.set(value, (counts.get(value) ?? 0) + by);
}

type Order = (a: QueueFlag, b: QueueFlag) => number;

/** The first first: the larger or later one, an unknown one last; then by pair and screen. */
function orderOf(sort: FlagSort): Order {
  const by = KEYS[sort];
  return (a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x !== y) return x === null ? 1 : y === null ? -1 : x > y ? -1 : 1;
    if (a.pair !== b.pair) return a.pair.id < b.pair.id ? -1 : 1;
    return a.ruleOrder - b.ruleOrder;
  };
}

const KEYS: Record<FlagSort, (flag: QueueFlag) => number | string | null> = {
  score: ({ pair }) => pair.score,
  newest: ({ raisedAt }) => raisedAt,
  money: ({ pair }) => pair.paidUsd,
  spend: ({ pair }) => pair.committedUsd,
  changed: ({ pair }) => pair.updatedAt,
  event: ({ pair }) => pair.latestDay,
};

/** The first so many of all that are offered, without ordering all: a heap with the last of them on top. */
class Best {
  readonly #order: Order;
  readonly #most: number;
  readonly #heap: QueueFlag[] = [];
  constructor(order: Order, most: number) {
    this.#order = order;
    this.#most = most;
  }

  offer(flag: QueueFlag): void {
    const heap = this.#heap;
    if (heap.length < this.#most) {
      heap.push(flag);
      this.#up(heap.length - 1);
    } else if (heap.length > 0 && this.#order(flag, heap[0] as QueueFlag) < 0) {
      heap[0] = flag;
      this.#down();
    }
  }

  sorted(): QueueFlag[] {
    return this.#heap.sort(this.#order);
  }

  #up(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (this.#order(heap[at] as QueueFlag, heap[parent] as QueueFlag) <= 0) return;
      [heap[at], heap[parent]] = [heap[parent] as QueueFlag, heap[at] as QueueFlag];
      at = parent;
    }
  }

  #down(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let last = at;
      for (const child of [left, right]) {
        if (child < heap.length && this.#order(heap[child] as QueueFlag, heap[last] as QueueFlag) > 0) last = child;
      }
      if (last === at) return;
      [heap[at], heap[last]] = [heap[last] as QueueFlag, heap[at] as QueueFlag];
      at = last;
    }
  }
}
