import type { Pair } from '../../model/ledger.ts';
import { isGamman } from '../groups.ts';
import type { LedgerView } from '../ledger-view.ts';
import { type Leg, legsOf, ownTie } from './legs.ts';

/** Two legs announced together: money in at one firm and out again. */
export interface Tie {
  /** The firm through which the money passes. */
  at: string;
  into: Leg;
  out: Leg;
}

/** The dated legs that end at a firm, and those that begin there. */
interface Passing {
  into: readonly Leg[];
  out: readonly Leg[];
}

/** What the ledger tells of legs that belong together, worked out once for each state of the ledger. */
interface Known {
  version: number;
  days: number;
  ties: Map<Pair, readonly Tie[]>;
  programmes: Map<Pair, ReadonlySet<Pair>>;
  /** By firm. */
  legs: Map<string, Passing>;
  /** Pairs that may be held: several times the largest programme, so that none is worked out again for each member. */
  most: number;
}

const NONE: readonly Tie[] = [];
/**
 * Pairs of which ties are kept: of a larger ledger what was worked out longest ago is worked out again, since all of it
 * would take a kilobyte for each pair. A ledger is assessed in the order of its buyers, who are neighbours.
 */
const MOST_PAIRS = 10_000;
const known = new WeakMap<LedgerView, Known>();

function knownOf(view: LedgerView, days: number): Known {
  const before = known.get(view);
  const holds = before && before.version === view.version && before.days === days;
  if (holds && before.ties.size < before.most) return before;
  const most = holds ? before.most : MOST_PAIRS;
  // Lists of legs are small and asked for in any order: they stay.
  const legs = holds ? before.legs : new Map();
  const fresh = { version: view.version, days, ties: new Map(), programmes: new Map(), legs, most };
  known.set(view, fresh);
  return fresh;
}

/**
 * The ties of a pair to others: at a firm that is not one of the six large groups, which deal every week, money comes in
 * from one side and goes out to another, and both were announced within so many days.
 */
export function tiesOf(pair: Pair, view: LedgerView, days: number): readonly Tie[] {
  const store = knownOf(view, days).ties;
  const before = store.get(pair);
  if (before) return before;
  const own = legsOf(pair);
  const at = (firm: string) => (own.length === 0 || isGamman(firm) ? NONE : tiesAt(firm, own, view, days));
  const [there, here] = [at(pair.acquirer), at(pair.target)];
  const found = there.length + here.length > 0 ? [...there, ...here] : NONE;
  store.set(pair, found);
  return found;
}

/** Loops over lists that are walked for every pair of the ledger: nothing is made but what is found. */
function tiesAt(firm: string, own: readonly Leg[], view: LedgerView, days: number): Tie[] {
  const { into, out } = datedLegs(firm, view, days);
  const found: Tie[] = [];
  if (into.length === 0 || out.length === 0) return found;
  for (const leg of own) {
    if (leg.to === firm) {
      for (const other of out)
        if (other.to !== leg.from && together(leg, other, days)) found.push({ at: firm, into: leg, out: other });
    } else if (leg.from === firm) {
      for (const other of into)
        if (other.from !== leg.to && together(leg, other, days)) found.push({ at: firm, into: other, out: leg });
    }
  }
  return found;
}

function datedLegs(firm: string, view: LedgerView, days: number): Passing {
  const store = knownOf(view, days).legs;
  const known = store.get(firm);
  if (known) return known;
  const [into, out]: [Leg[], Leg[]] = [[], []];
  for (const pairs of [view.byAcquirer(firm), view.byTarget(firm)]) {
    for (const pair of pairs) {
      for (const leg of legsOf(pair)) {
        if (leg.at.length === 0) continue;
        if (leg.to === firm) into.push(leg);
        else if (leg.from === firm) out.push(leg);
      }
    }
  }
  const found = { into, out };
  store.set(firm, found);
  return found;
}

function together(a: Leg, b: Leg, days: number): boolean {
  if (a.pair === b.pair) return false;
  for (const x of a.at) for (const y of b.at) if (Math.abs(x - y) <= days) return true;
  return false;
}

/** The pairs tied to one, directly or through others, that one included: one programme of deals. */
export function programmeOf(pair: Pair, view: LedgerView, days: number): ReadonlySet<Pair> {
  const store = knownOf(view, days).programmes;
  const before = store.get(pair);
  if (before) return before;
  const members = new Set<Pair>([pair]);
  for (const member of members) {
    for (const { into, out } of tiesOf(member, view, days)) {
      for (const other of [into.pair, out.pair]) if (other) members.add(other);
    }
  }
  for (const member of members) store.set(member, members);
  const known = knownOf(view, days);
  known.most = Math.max(known.most, 4 * members.size);
  return members;
}

/** The pairs tied by contract, followed from one version of a view to the next. */
interface Contracts {
  version: number;
  pairs: Map<string, readonly Pair[]>;
  legs: ContractLegs | null;
}

/** Legs tied by contract, by the firm from which the money goes and by the one to which it comes. */
export interface ContractLegs {
  from: ReadonlyMap<string, readonly Leg[]>;
  to: ReadonlyMap<string, readonly Leg[]>;
}

const contracts = new WeakMap<LedgerView, Contracts>();

function contractsIn(view: LedgerView): Contracts {
  const before = contracts.get(view);
  if (before?.version === view.version) return before;
  const changed = before ? view.changedSince(before.version) : null;
  const pairs = before && changed ? before.pairs : new Map<string, readonly Pair[]>();
  let other = !before || !changed;
  const look = (id: string) => {
    const tied = view.get(id).filter((pair) => ownTie(pair) !== null && legsOf(pair).length > 0);
    other ||= tied.length > 0 || pairs.has(id);
    if (tied.length) pairs.set(id, tied);
    else pairs.delete(id);
  };
  if (before && changed) changed.forEach(look);
  else for (const { id } of view.all()) look(id);
  const now = { version: view.version, pairs, legs: other ? null : (before?.legs ?? null) };
  contracts.set(view, now);
  return now;
}

/** The legs of every pair whose own contract ties them. */
export function contractLegs(view: LedgerView): ContractLegs {
  const known = contractsIn(view);
  if (known.legs) return known.legs;
  const from = new Map<string, Leg[]>();
  const to = new Map<string, Leg[]>();
  for (const leg of [...known.pairs.values()].flat().flatMap(legsOf)) {
    listed(from, leg.from).push(leg);
    listed(to, leg.to).push(leg);
  }
  known.legs = { from, to };
  return known.legs;
}

function listed(lists: Map<string, Leg[]>, firm: string): Leg[] {
  const list = lists.get(firm) ?? [];
  lists.set(firm, list);
  return list;
}
