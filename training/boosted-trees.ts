import { type Feature, nameOf } from '../extract/likelihood/feature.ts';
import type { Node, Trees } from '../extract/likelihood/trees.ts';

/** Something that is or is not so, with the places that may show it: it is so when at least one of them says so. */
export interface Bag {
  label: boolean;
  /** What holds at each place. */
  places: readonly Place[];
}

export interface Place {
  features: readonly Feature[];
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
  /** How many sets of trees are grown, each by other chances, and averaged: what one learned by chance weighs less. */
  sets: number;
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
  sets: 1,
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
  const numbers = new Map(features.map((feature, i) => [feature, i]));
  const places = bags.map((bag) => bag.places.map((p) => numbered(p.features, numbers)));
  const sets = Array.from({ length: options.sets }, (_, set) => fitSet(bags, places, features.length, set, options));
  const trees = sets.flatMap((set) => set.map((tree) => tree.map((node) => nodeOf(node, options.sets))));
  return pruned({ bias: BIAS, features: features.map(nameOf), trees });
}

/** One set of trees of several that are averaged; `set` is its number. */
function fitSet(
  bags: readonly Bag[],
  places: readonly Int32Array[][],
  features: number,
  set: number,
  options: Options,
): Growing[][] {
  let trees: Growing[][] = [];
  for (let round = 0; round < options.rounds; round++) {
    const rows = bags.flatMap((bag, b) => rowsOf(bag, places[b] as Int32Array[], trees, b));
    const last = round === options.rounds - 1;
    const own = last ? options : { ...options, trees: Math.ceil(options.trees / 4) };
    trees = boost(rows, features, own, sequence(rows.length + set * FAR));
  }
  return trees;
}

/** How far the seeds of two sets lie apart. */
const FAR = 7919;

/** A set of several has its share in what each leaf says. */
const nodeOf = ({ feature, yes, no, value }: Growing, sets: number): Node =>
  feature < 0 ? [Math.round(value * 1e4) / 1e4 / sets] : [feature, yes, no];

function commonFeatures(bags: readonly Bag[], least: number): Feature[] {
  const counts = new Map<Feature, number>();
  for (const bag of bags)
    for (const place of bag.places)
      for (const feature of new Set(place.features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts].filter(([, n]) => n >= least).map(([feature]) => feature);
}

function numbered(features: readonly Feature[], numbers: ReadonlyMap<Feature, number>): Int32Array {
  const found = new Set<number>();
  for (const feature of features) {
    const number = numbers.get(feature);
    if (number !== undefined) found.add(number);
  }
  return Int32Array.from(found).sort();
}

/** Of bags that the trees so far hold hopeless, one in so many is learned from again, and counts for all of them. */
const ONE_IN = 4;
const HOPELESS = -5;

/** A bag weighs as the root of its size, so that firms named all over a page do not outweigh the rest. */
function rowsOf(bag: Bag, places: readonly Int32Array[], trees: readonly Growing[][], b: number): Row[] {
  const odds = trees.length ? places.map((holds) => oddsOf(trees, holds)) : null;
  const hopeless = !bag.label && odds?.every((o) => o < HOPELESS);
  if (hopeless && b % ONE_IN !== 0) return [];
  const chosen = bag.label ? telling(bag, places, odds) : misleading(places, odds);
  const weight = (hopeless ? ONE_IN : 1) / Math.sqrt(chosen.length);
  return chosen.map((holds) => ({ holds, is: bag.label ? 1 : 0, weight }));
}

function telling(bag: Bag, places: readonly Int32Array[], odds: readonly number[] | null): readonly Int32Array[] {
  if (odds === null) {
    const claimed = places.filter((_, i) => bag.places[i]?.claimed);
    return claimed.length ? claimed : places;
  }
  const most = Math.max(...odds);
  return places.filter((_, i) => (odds[i] as number) > 0 || odds[i] === most);
}

/** No more places of one bag that is not so are needed: those that look most as if it were. */
const MOST_MISLEADING = 5;

function misleading(places: readonly Int32Array[], odds: readonly number[] | null): readonly Int32Array[] {
  if (places.length <= MOST_MISLEADING) return places;
  const step = places.length / MOST_MISLEADING;
  if (odds === null) return places.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  const order = places.map((_, i) => i).sort((a, b) => (odds[b] as number) - (odds[a] as number));
  return order.slice(0, MOST_MISLEADING).map((i) => places[i] as Int32Array);
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

function boost(rows: readonly Row[], features: number, options: Options, chance: () => number): Growing[][] {
  const table = tableOf(rows, features);
  const odds = new Float64Array(rows.length).fill(BIAS);
  const slopes = new Float32Array(rows.length);
  const curves = new Float32Array(rows.length);
  const trees: Growing[][] = [];
  for (let t = 0; t < options.trees; t++) {
    const within = table.columns.map((_, f) => f).filter(() => chance() < options.featureShare);
    rows.forEach((row, i) => {
      const likely = 1 / (1 + Math.exp(-(odds[i] as number)));
      slopes[i] = (row.is - likely) * row.weight;
      curves[i] = likely * (1 - likely) * row.weight;
    });
    for (let i = 0; i < rows.length; i++) {
      if (chance() < options.rowShare) continue;
      slopes[i] = 0;
      curves[i] = 0;
    }
    const at = new Int16Array(rows.length);
    const tree = grow({ ...table, ...sampled(table, slopes, curves, within), at }, options);
    for (let i = 0; i < rows.length; i++) odds[i] = (odds[i] as number) + (tree[at[i] as number] as Growing).value;
    trees.push(tree);
  }
  return trees;
}

/** For each feature the rows that have it: a tree that may look at few features passes by the others' rows. */
interface Table {
  columns: Int32Array[];
}

function tableOf(rows: readonly Row[], features: number): Table {
  const counts = new Int32Array(features);
  for (const { holds } of rows) for (const f of holds) counts[f] = (counts[f] as number) + 1;
  const columns = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  rows.forEach(({ holds }, i) => {
    for (const f of holds) {
      const n = counts[f] as number;
      (columns[f] as Int32Array)[n] = i;
      counts[f] = n + 1;
    }
  });
  return { columns };
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

/** What one tree looks at: the rows that were drawn for it, close together in memory, and the features drawn for it. */
interface Sample {
  /** The drawn rows by their numbers, with slope and curvature of the loss at each, and the node that it is in. */
  drawn: Int32Array;
  slopes: Float32Array;
  curves: Float32Array;
  node: Int16Array;
  /** The drawn features, and for each the drawn rows that have it, by their place among the drawn. */
  within: readonly number[];
  having: Int32Array[];
}

/** What one tree grows on; `at` is the node of each row, drawn or not. */
interface Ground extends Table, Sample {
  at: Int16Array;
}

function sampled({ columns }: Table, slopes: Float32Array, curves: Float32Array, within: readonly number[]): Sample {
  const drawn = Int32Array.from([...curves.keys()].filter((row) => curves[row] !== 0));
  const place = new Int32Array(curves.length).fill(-1);
  drawn.forEach((row, i) => {
    place[row] = i;
  });
  return {
    drawn,
    slopes: Float32Array.from(drawn, (row) => slopes[row] as number),
    curves: Float32Array.from(drawn, (row) => curves[row] as number),
    node: new Int16Array(drawn.length),
    within,
    having: within.map((feature) => placesOf(columns[feature] as Int32Array, place)),
  };
}

function placesOf(column: Int32Array, place: Int32Array): Int32Array {
  const found = new Int32Array(column.length);
  let n = 0;
  for (let i = 0; i < column.length; i++) {
    const at = place[column[i] as number] as number;
    if (at >= 0) found[n++] = at;
  }
  return found.subarray(0, n);
}

/** Slopes and curvatures of the loss, summed over the rows of each node. */
interface Sums {
  slope: Float64Array;
  curve: Float64Array;
  count: Int32Array;
}

const sums = (size: number): Sums => ({
  slope: new Float64Array(size),
  curve: new Float64Array(size),
  count: new Int32Array(size),
});

/** Adds up the given rows of a sample, or all of them. The innermost loop of training: everything is at hand in arrays. */
function addRows({ slope, curve, count }: Sums, { slopes, curves, node }: Sample, rows: Int32Array | null): void {
  const end = rows === null ? node.length : rows.length;
  for (let i = 0; i < end; i++) {
    const row = rows === null ? i : (rows[i] as number);
    const k = node[row] as number;
    slope[k] = (slope[k] as number) + (slopes[row] as number);
    curve[k] = (curve[k] as number) + (curves[row] as number);
    count[k] = (count[k] as number) + 1;
  }
}

function grow(ground: Ground, options: Options): Growing[] {
  const tree = [leaf()];
  let first = 0;
  for (let depth = 0; depth <= options.depth && first < tree.length; depth++) {
    const whole = sums(tree.length);
    addRows(whole, ground, null);
    for (let k = first; k < tree.length; k++) (tree[k] as Growing).value = stepOf(whole, k, options);
    if (depth === options.depth) break;
    const features = bestSplits(ground, whole, first, options);
    first = tree.length;
    split(tree, features, ground);
  }
  return tree;
}

const leaf = (): Growing => ({ feature: -1, yes: -1, no: -1, value: 0 });

const stepOf = ({ slope, curve }: Sums, k: number, { rate, lambda }: Options) =>
  (rate * (slope[k] as number)) / ((curve[k] as number) + lambda);

/** Splits nodes by the features chosen for them, and moves all their rows. */
function split(tree: Growing[], features: Int32Array, { columns, at, drawn, node: own }: Ground): void {
  const having = new Uint8Array(at.length);
  features.forEach((feature, k) => {
    if (feature < 0) return;
    Object.assign(tree[k] as Growing, { feature, yes: tree.length, no: tree.length + 1 });
    tree.push(leaf(), leaf());
    for (const row of columns[feature] as Int32Array) if (at[row] === k) having[row] = 1;
  });
  for (let row = 0; row < at.length; row++) {
    const k = at[row] as number;
    const node = tree[k] as Growing;
    if ((features[k] as number) >= 0) at[row] = having[row] ? node.yes : node.no;
  }
  for (let i = 0; i < drawn.length; i++) own[i] = at[drawn[i] as number] as number;
}

const LEAST_GAIN = 1e-3;

/** For each node, from the first that is open, the feature that parts it best; −1 for none. */
function bestSplits(sample: Sample, whole: Sums, first: number, options: Options): Int32Array {
  const nodes = whole.count.length;
  const best = new Int32Array(nodes).fill(-1);
  const most = new Float64Array(nodes).fill(LEAST_GAIN);
  const part = sums(nodes);
  for (const [i, feature] of sample.within.entries()) {
    for (const list of [part.slope, part.curve, part.count]) list.fill(0);
    addRows(part, sample, sample.having[i] as Int32Array);
    for (let k = first; k < nodes; k++) {
      const gain = gainOf(whole, part, k, options);
      if (gain > (most[k] as number)) [best[k], most[k]] = [feature, gain];
    }
  }
  return best;
}

function gainOf(whole: Sums, part: Sums, k: number, { lambda, leastLeaf }: Options): number {
  const [count, having] = [whole.count[k] as number, part.count[k] as number];
  if (having < leastLeaf || count - having < leastLeaf) return 0;
  const [slope, curve] = [whole.slope[k] as number, whole.curve[k] as number];
  const [s, c] = [part.slope[k] as number, part.curve[k] as number];
  const squared = (sum: number, over: number) => (sum * sum) / (over + lambda);
  return squared(s, c) + squared(slope - s, curve - c) - squared(slope, curve);
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
