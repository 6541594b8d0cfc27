import type { Node, Trees } from '../extract/likelihood/trees.ts';

/** Something that is or is not so, with the places that may show it: it is so when at least one of them says so. */
export interface Bag {
  label: boolean;
  /** What holds at each place. */
  places: readonly Place[];
}

export interface Place {
  features: readonly string[];
  /** The grammar reads it so: where to begin among the places of a bag that is so. */
  claimed: boolean;
}

export interface Options {
  trees: number;
  depth: number;
  /** How much of each tree's correction is taken. */
  rate: number;
  /** Draws leaves towards zero. */
  lambda: number;
  /** Features that hold at fewer places, and leaves with fewer of them, are left out. */
  leastFeature: number;
  leastLeaf: number;
  /** How often the telling places of bags are chosen anew. */
  rounds: number;
  /** The share of rows and of features that each tree may look at, so that no tree leans on one sign alone. */
  rowShare: number;
  featureShare: number;
}

export const OPTIONS: Options = {
  trees: 150,
  depth: 5,
  rate: 0.11,
  lambda: 3,
  leastFeature: 10,
  leastLeaf: 4,
  rounds: 2,
  rowShare: 0.7,
  featureShare: 0.3,
};

const BIAS = -1;

interface Row {
  holds: Int32Array;
  is: 0 | 1;
  weight: number;
}

/** A tree while it grows. */
interface Growing {
  feature: number;
  yes: number;
  no: number;
  value: number;
}

/**
 * Takes bags; gives trees whose sum tells how likely a place speaks for its bag (gradient boosting on the logistic loss
 * by second-order steps, Friedman 2001 and Chen & Guestrin 2016; bags by choosing the likeliest places anew, Andrews et
 * al. 2003). The same bags always give the same trees.
 */
export function fitTrees(bags: readonly Bag[], options: Options = OPTIONS): Trees {
  const features = commonFeatures(bags, options.leastFeature);
  const numbers = new Map(features.map((name, i) => [name, i]));
  const places = bags.map((bag) => bag.places.map((p) => numbered(p.features, numbers)));
  let trees: Growing[][] = [];
  for (let round = 0; round < options.rounds; round++) {
    const rows = bags.flatMap((bag, b) => rowsOf(bag, places[b] as Int32Array[], trees));
    const last = round === options.rounds - 1;
    trees = boost(rows, features.length, last ? options : { ...options, trees: Math.ceil(options.trees / 4) });
  }
  return pruned({ bias: BIAS, features, trees: trees.map((tree) => tree.map(nodeOf)) });
}

const nodeOf = ({ feature, yes, no, value }: Growing): Node =>
  feature < 0 ? [Math.round(value * 1e4) / 1e4] : [feature, yes, no];

function commonFeatures(bags: readonly Bag[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const bag of bags)
    for (const place of bag.places)
      for (const name of new Set(place.features)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, n]) => n >= least).map(([name]) => name);
}

function numbered(features: readonly string[], numbers: ReadonlyMap<string, number>): Int32Array {
  const found = new Set<number>();
  for (const name of features) {
    const number = numbers.get(name);
    if (number !== undefined) found.add(number);
  }
  return Int32Array.from(found).sort();
}

/** A bag weighs as the root of its size, so that firms named all over a page do not outweigh the rest. */
function rowsOf(bag: Bag, places: readonly Int32Array[], trees: readonly Growing[][]): Row[] {
  const chosen = bag.label ? telling(bag, places, trees) : misleading(places, trees);
  const weight = 1 / Math.sqrt(chosen.length);
  return chosen.map((holds) => ({ holds, is: bag.label ? 1 : 0, weight }));
}

function telling(bag: Bag, places: readonly Int32Array[], trees: readonly Growing[][]): readonly Int32Array[] {
  if (trees.length === 0) {
    const claimed = places.filter((_, i) => bag.places[i]?.claimed);
    return claimed.length ? claimed : places;
  }
  const odds = places.map((holds) => oddsOf(trees, holds));
  const most = Math.max(...odds);
  return places.filter((_, i) => (odds[i] as number) > 0 || odds[i] === most);
}

/** No more places of one bag that is not so are needed: those that look most as if it were. */
const MOST_MISLEADING = 8;

function misleading(places: readonly Int32Array[], trees: readonly Growing[][]): readonly Int32Array[] {
  if (places.length <= MOST_MISLEADING) return places;
  const step = places.length / MOST_MISLEADING;
  if (trees.length === 0) return places.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  const odds = new Map(places.map((holds) => [holds, oddsOf(trees, holds)]));
  return [...places].sort((a, b) => (odds.get(b) as number) - (odds.get(a) as number)).slice(0, MOST_MISLEADING);
}

function oddsOf(trees: readonly Growing[][], holds: Int32Array): number {
  const set = new Set(holds);
  return trees.reduce((sum, tree) => sum + (tree[leafFor(tree, (f) => set.has(f))] as Growing).value, BIAS);
}

function leafFor(tree: readonly Growing[], has: (feature: number) => boolean): number {
  let at = 0;
  for (let node = tree[0] as Growing; node.feature >= 0; node = tree[at] as Growing)
    at = has(node.feature) ? node.yes : node.no;
  return at;
}

function boost(rows: readonly Row[], features: number, options: Options): Growing[][] {
  const odds = new Float64Array(rows.length).fill(BIAS);
  const trees: Growing[][] = [];
  const chance = sequence(rows.length);
  for (let t = 0; t < options.trees; t++) {
    const within = Uint8Array.from({ length: features }, () => (chance() < options.featureShare ? 1 : 0));
    const sample = Uint8Array.from({ length: rows.length }, () => (chance() < options.rowShare ? 1 : 0));
    const tree = grow(rows, odds, { within, sample }, options);
    rows.forEach((row, i) => {
      const leaf = tree[leafFor(tree, (f) => includes(row.holds, f))] as Growing;
      odds[i] = (odds[i] as number) + leaf.value;
    });
    trees.push(tree);
  }
  return trees;
}

/** Takes a seed; gives numbers from 0 to 1 that look random and are the same each time (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The rows and features that a tree may look at. */
interface Chosen {
  within: Uint8Array;
  sample: Uint8Array;
}

/** Slopes and curvatures of the loss, summed over the rows of a leaf that is being split. */
interface Sums {
  slope: Float64Array;
  curve: Float64Array;
  count: Float64Array;
}

const sums = (size: number): Sums => ({
  slope: new Float64Array(size),
  curve: new Float64Array(size),
  count: new Float64Array(size),
});

function add(to: Sums, at: number, slope: number, curve: number): void {
  to.slope[at] = (to.slope[at] as number) + slope;
  to.curve[at] = (to.curve[at] as number) + curve;
  to.count[at] = (to.count[at] as number) + 1;
}

function grow(rows: readonly Row[], odds: Float64Array, chosen: Chosen, options: Options): Growing[] {
  const leaf = (): Growing => ({ feature: -1, yes: -1, no: -1, value: 0 });
  const tree = [leaf()];
  const at = Int32Array.from(chosen.sample, (drawn) => (drawn ? 0 : -1));
  let open = [0];
  for (let depth = 0; depth <= options.depth && open.length > 0; depth++) {
    const { whole, parts } = sumUp(rows, odds, at, open, chosen, depth < options.depth);
    const next: number[] = [];
    for (const [k, id] of open.entries()) {
      const node = tree[id] as Growing;
      node.value = (options.rate * (whole.slope[k] as number)) / ((whole.curve[k] as number) + options.lambda);
      const feature = bestSplit(whole, parts, k, open.length, options);
      if (feature < 0) continue;
      Object.assign(node, { feature, yes: tree.length, no: tree.length + 1 });
      tree.push(leaf(), leaf());
      next.push(node.yes, node.no);
    }
    rows.forEach((row, i) => {
      const node = tree[at[i] as number];
      if (node && node.feature >= 0) at[i] = includes(row.holds, node.feature) ? node.yes : node.no;
    });
    open = next;
  }
  return tree;
}

function includes(sorted: Int32Array, value: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}

function sumUp(
  rows: readonly Row[],
  odds: Float64Array,
  at: Int32Array,
  open: readonly number[],
  { within }: Chosen,
  split: boolean,
) {
  const place = new Map(open.map((id, k) => [id, k]));
  const whole = sums(open.length);
  const parts = sums(split ? open.length * within.length : 0);
  rows.forEach((row, i) => {
    const k = place.get(at[i] as number);
    if (k === undefined) return;
    const likely = 1 / (1 + Math.exp(-(odds[i] as number)));
    const slope = (row.is - likely) * row.weight;
    const curve = likely * (1 - likely) * row.weight;
    add(whole, k, slope, curve);
    if (split) for (const f of row.holds) if (within[f]) add(parts, f * open.length + k, slope, curve);
  });
  return { whole, parts };
}

const LEAST_GAIN = 1e-3;

function bestSplit(whole: Sums, parts: Sums, k: number, width: number, { lambda, leastLeaf }: Options): number {
  const gainOf = (slope: number, curve: number) => (slope * slope) / (curve + lambda);
  const [slope, curve, count] = [whole.slope[k] as number, whole.curve[k] as number, whole.count[k] as number];
  let [best, most] = [-1, LEAST_GAIN];
  for (let i = k, feature = 0; i < parts.count.length; i += width, feature++) {
    const having = parts.count[i] as number;
    if (having < leastLeaf || count - having < leastLeaf) continue;
    const [s, c] = [parts.slope[i] as number, parts.curve[i] as number];
    const gain = gainOf(s, c) + gainOf(slope - s, curve - c) - gainOf(slope, curve);
    if (gain > most) [best, most] = [feature, gain];
  }
  return best;
}

/** Leaves out the features that no tree asks for. */
function pruned({ bias, features, trees }: Trees): Trees {
  const used = [...new Set(trees.flat().flatMap((node) => (node.length === 3 ? [node[0]] : [])))].sort((a, b) => a - b);
  const renumbered = new Map(used.map((old, i) => [old, i]));
  return {
    bias,
    features: used.map((i) => features[i] as string),
    trees: trees.map((tree) =>
      tree.map((node) => (node.length === 3 ? [renumbered.get(node[0]) as number, node[1], node[2]] : node)),
    ),
  };
}
