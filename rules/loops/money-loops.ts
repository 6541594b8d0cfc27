import { companies, findCompany } from '../../model/company.ts';
import type { Pair } from '../../model/ledger.ts';
import { type LedgerView, type PairSource, viewOf } from '../ledger-view.ts';
import { markets } from '../markets.ts';
import { digraph, loopFinder, stronglyConnected } from './digraph.ts';
import { type Leg, legsOf, ownTie } from './legs.ts';
import { contractLegs, programmeOf, tiesOf } from './ties.ts';

/** Money that comes back: each leg ends where the next begins, and the last one where the first began. */
export interface MoneyLoop {
  legs: readonly Leg[];
}

/** Firms of which each can be reached from each other by tied legs. */
export interface MoneyGroup {
  firms: string[];
  legs: readonly Leg[];
}

/** Deals announced within so many days of each other are taken for one announcement. */
export interface LoopOptions {
  days: number;
}

/** For a whole ledger: only loops of which some pair's flag stands, since people may have put others away. */
export interface StandingLoops extends LoopOptions {
  stands?: (pair: Pair) => boolean;
}

/**
 * The shortest loop of three firms or more through each leg of a pair, or nothing when the pair is not tied to others.
 * Besides the legs of its programme and those tied by contract it may use one leg of standing trade, and then only in a
 * loop of three whose other legs are one bargain.
 */
export function loopsThrough(pair: Pair, pairs: PairSource, { days }: LoopOptions): MoneyLoop[] {
  const view = viewOf(pairs);
  if (!isTied(pair, view, days)) return [];
  const graph = graphAround(pair, view, days);
  const loops = legsOf(pair).flatMap((leg) => shortest(leg, graph) ?? []);
  return loops.filter((loop, i) => loops.findIndex((other) => sameLegs(other, loop)) === i);
}

function sameLegs(a: MoneyLoop, b: MoneyLoop): boolean {
  return a.legs.length === b.legs.length && a.legs.every((leg) => b.legs.includes(leg));
}

/** True when a pair's legs are tied to each other by contract, or to those of another pair by one announcement. */
export function isTied(pair: Pair, view: LedgerView, days: number): boolean {
  return legsOf(pair).length > 0 && (ownTie(pair) !== null || tiesOf(pair, view, days).length > 0);
}

const graphs = new WeakMap<ReadonlySet<Pair>, LegGraph>();

/** The graph of a pair's programme: made once for all its members, and anew when the ledger changes. */
function graphAround(pair: Pair, view: LedgerView, days: number): LegGraph {
  const programme = programmeOf(pair, view, days);
  const known = graphs.get(programme) ?? legGraph(reachable([...programme].flatMap(legsOf), view).sort(inOrder));
  graphs.set(programme, known);
  return known;
}

/** A programme's legs, and those tied by contract that money can take from its firms. */
function reachable(programme: readonly Leg[], view: LedgerView): Leg[] {
  const legs = new Set(programme);
  const firms = new Set(programme.flatMap(({ from, to }) => [from, to]));
  const contracts = contractLegs(view).from;
  for (const firm of firms) {
    for (const leg of contracts.get(firm) ?? []) {
      legs.add(leg);
      firms.add(leg.to);
    }
  }
  return [...legs];
}

/** One order whatever the order of the ledger, the most money first: it chooses between loops of one length. */
function inOrder(a: Leg, b: Leg): number {
  const key = (leg: Leg) => `${leg.from}\n${leg.to}\n${leg.kind}\n${leg.pair?.id ?? ''}`;
  return (b.dollars ?? 0) - (a.dollars ?? 0) || (key(a) < key(b) ? -1 : 1);
}

interface LegGraph {
  number: Map<string, number>;
  names: string[];
  /** By `from to`: the leg with the most money stands for all between two firms. */
  legs: Map<string, Leg>;
  finder: ReturnType<typeof loopFinder>;
}

function legGraph(legs: readonly Leg[]): LegGraph {
  const number = new Map<string, number>();
  const byEnds = new Map<string, Leg>();
  for (const leg of legs) {
    for (const name of [leg.from, leg.to]) if (!number.has(name)) number.set(name, number.size);
    const known = byEnds.get(ends(leg.from, leg.to));
    if (!known || (leg.dollars ?? 0) > (known.dollars ?? 0)) byEnds.set(ends(leg.from, leg.to), leg);
  }
  const kept = [...byEnds.values()];
  const at = (name: string) => number.get(name) as number;
  const graph = digraph(
    number.size,
    kept.map((leg) => at(leg.from)),
    kept.map((leg) => at(leg.to)),
  );
  return { number, names: [...number.keys()], legs: byEnds, finder: loopFinder(graph) };
}

const ends = (from: string, to: string) => `${from}\n${to}`;

/** A loop of three that needs standing trade is preferred to a longer one without. */
function shortest(leg: Leg, graph: LegGraph): MoneyLoop | null {
  const [u, v] = [graph.number.get(leg.from), graph.number.get(leg.to)];
  if (u === undefined || v === undefined) return null;
  const path = graph.finder.through(u, v)?.map((node) => graph.names[node] as string) ?? null;
  if (path && path.length === 3) return loopAlong(path, leg, graph);
  return withStanding(leg, graph) ?? (path ? loopAlong(path, leg, graph) : null);
}

function loopAlong(path: string[], first: Leg, graph: LegGraph): MoneyLoop {
  const rest = path.slice(1).map((from, i) => {
    const to = path[(i + 2) % path.length] as string;
    return graph.legs.get(ends(from, to)) as Leg;
  });
  return { legs: [first, ...rest] };
}

/** Of several third firms the one with the most money on its known leg. */
function withStanding(leg: Leg, graph: LegGraph): MoneyLoop | null {
  const third = [...graph.names].sort().filter((name) => name !== leg.from && name !== leg.to);
  const found = third.flatMap((name): { loop: MoneyLoop; dollars: number }[] => {
    const on = graph.legs.get(ends(leg.to, name));
    const back = graph.legs.get(ends(name, leg.from));
    if (on && isOneBargain(leg, on) && buysChips(name, leg.from))
      return [{ loop: { legs: [leg, on, standing(name, leg.from)] }, dollars: on.dollars ?? 0 }];
    if (back && isOneBargain(back, leg) && buysChips(leg.to, name))
      return [{ loop: { legs: [leg, standing(leg.to, name), back] }, dollars: back.dollars ?? 0 }];
    return [];
  });
  return found.sort((a, b) => b.dollars - a.dollars)[0]?.loop ?? null;
}

/** One announcement is made on one day, which may be another day elsewhere on earth. */
const ONE_ANNOUNCEMENT_DAYS = 1;

/**
 * Trade that no document tells proves nothing by itself: it closes a loop only where the two legs that are told are one
 * bargain, by a contract that ties either or by one announcement. Two deals of one fortnight are not enough.
 */
function isOneBargain(a: Leg, b: Leg): boolean {
  if ([a, b].some(({ pair }) => pair !== null && ownTie(pair) !== null)) return true;
  return a.at.some((x) => b.at.some((y) => Math.abs(x - y) <= ONE_ANNOUNCEMENT_DAYS));
}

const accelerators = markets.find(({ market }) => market === 'AI accelerators');
const merchants = new Set(accelerators?.sellers.filter((seller) => seller.merchant).map((seller) => seller.company));
const sellers = new Set(accelerators?.sellers.map((seller) => seller.company));
/** Clouds that run on bought accelerators; those with their own may serve a contract with either. */
const clouds = new Set(
  companies.filter(({ name, layer }) => layer === 'infrastructure' && !sellers.has(name)).map(({ name }) => name),
);

/** "Every cloud buys Nvidia chips" (handbook 1.1): true of clouds without accelerators of their own. */
function buysChips(cloud: string, maker: string): boolean {
  return clouds.has(findCompany(cloud)?.name ?? '') && merchants.has(findCompany(maker)?.name ?? '');
}

function standing(from: string, to: string): Leg {
  return { from, to, kind: 'standing', pair: null, days: [], at: [], dollars: null, sums: {}, factIds: [] };
}

/**
 * The whole ledger's tied legs: the shortest loop through each, and the groups in which every firm can be reached from
 * every other. For the map; the screen asks pair by pair.
 */
export function moneyLoops(pairs: PairSource, options: StandingLoops): { loops: MoneyLoop[]; groups: MoneyGroup[] } {
  const view = viewOf(pairs);
  const tied = [...view.all()]
    .filter((pair) => isTied(pair, view, options.days))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const { stands = () => true } = options;
  const found = tied.flatMap((pair) => loopsThrough(pair, view, options));
  const loops = found.filter(({ legs }) => legs.some(({ pair }) => pair !== null && stands(pair)));
  const once = loops.filter((loop, i) => loops.findIndex((other) => sameLegs(other, loop)) === i);
  return { loops: once, groups: groupsIn(once.flatMap(({ legs }) => legs)) };
}

function groupsIn(legs: readonly Leg[]): MoneyGroup[] {
  const graph = legGraph(legs);
  const kept = [...graph.legs.values()];
  const at = (name: string) => graph.number.get(name) as number;
  const groups = stronglyConnected(
    digraph(
      graph.names.length,
      kept.map((leg) => at(leg.from)),
      kept.map((leg) => at(leg.to)),
    ),
  );
  const byGroup = new Map<number, string[]>();
  graph.names.forEach((name, node) => {
    const group = groups[node] as number;
    byGroup.set(group, [...(byGroup.get(group) ?? []), name]);
  });
  const named = [...byGroup.values()].filter((firms) => firms.length > 2).map((firms) => firms.sort());
  return named
    .map((firms) => ({ firms, legs: kept.filter((leg) => firms.includes(leg.from) && firms.includes(leg.to)) }))
    .sort((a, b) => b.firms.length - a.firms.length || (a.firms.join() < b.firms.join() ? -1 : 1));
}
