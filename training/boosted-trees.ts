import { type Feature, nameOf } from '../extract/likelihood/feature.ts';
import type { Node, Trees } from '../extract/likelihood/trees.ts';
import { type Bag, type Lot, lotsOf, type PackedBags, packBags } from './bags.ts';
import { type Columns, type Growing, type GrowOptions, growTree } from './grow.ts';

export interface Options extends GrowOptions {
  trees: number;
  /** Features that hold at fewer places are left out. */
  leastFeature: number;
  /** How often the telling places of bags are chosen anew. */
  rounds: number;
  /**
   * The share of rows that are furthest from right, which each tree looks at, and the share of the others, which stand for
   * all of them (gradient-based one-side sampling, Ke et al., "LightGBM", NIPS 2017).
   */
  worstShare: number;
  rowShare: number;
  /** The share of features that each tree may look at, so that no tree leans on one sign alone. */
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
  worstShare: 0.2,
  rowShare: 0.15,
  featureShare: 0.3,
  sets: 1,
};

const BIAS = -1;

interface Row {
  holds: Int32Array;
  is: 0 | 1;
  weight: number;
}

/** A set of trees, their features as packed bags number them. */
export type GrownSet = readonly (readonly Growing[])[];

/**
 * Takes bags; gives trees whose sum tells how likely a place speaks for its bag (gradient boosting on the logistic loss
 * by second-order steps, Friedman 2001 and Chen & Guestrin 2016; bags by choosing the likeliest places anew, Andrews et
 * al. 2003). The same bags always give the same trees.
 */
export function fitTrees(bags: readonly Bag[], options: Options = OPTIONS): Trees {
  const packed = packBags(bags);
  const all = Int32Array.from(bags.keys());
  const sets = Array.from({ length: options.sets }, (_, set) => growSet(packed, all, options, set));
  return treesOf(sets, packed.features);
}

/** Takes packed bags and which of them to learn from; gives one set of trees of several that are averaged, `set` its number. */
export function growSet(packed: PackedBags, chosen: Int32Array, options: Options, set: number): GrownSet {
  const { lots, features } = lotsOf(packed, chosen, options.leastFeature);
  let trees: Growing[][] = [];
  for (let round = 0; round < options.rounds; round++) {
    const odds = trees.length ? oddsBy(trees, features.length) : null;
    const rows = lots.flatMap((lot, n) => rowsOf(lot, odds, n));
    const last = round === options.rounds - 1;
    const own = last ? options : { ...options, trees: Math.ceil(options.trees / 4) };
    trees = boost(rows, features.length, own, sequence(rows.length + set * FAR));
  }
  for (const node of trees.flat()) if (node.feature >= 0) node.feature = features[node.feature] as number;
  return trees;
}

/** How far the seeds of two sets lie apart. */
const FAR = 7919;

/** Takes sets of trees and what their numbers mean; gives their mean as trees that name the features that they ask for. */
export function treesOf(sets: readonly GrownSet[], features: readonly Feature[]): Trees {
  const trees = sets.flat();
  const asked = [...new Set(trees.flat().flatMap(({ feature }) => (feature < 0 ? [] : [feature])))];
  const numbers = new Map(asked.sort((a, b) => a - b).map((feature, n) => [feature, n]));
  // A set of several has its share in what each leaf says.
  const nodeOf = ({ feature, yes, no, value }: Growing): Node =>
    feature < 0 ? [Math.round(value * 1e4) / 1e4 / sets.length] : [numbers.get(feature) as number, yes, no];
  return {
    bias: BIAS,
    features: asked.map((feature) => nameOf(features[feature] as Feature)),
    trees: trees.map((tree) => tree.map(nodeOf)),
  };
}

/** Of bags that the trees so far hold hopeless, one in so many is learned from again, and counts for all of them. */
const ONE_IN = 4;
const HOPELESS = -5;

type Odds = (holds: Int32Array) => number;

/** A bag weighs as the root of its size, so that firms named all over a page do not outweigh the rest. */
function rowsOf(lot: Lot, oddsOf: Odds | null, n: number): Row[] {
  const odds = oddsOf && lot.places.map(oddsOf);
  const hopeless = !lot.label && odds?.every((o) => o < HOPELESS);
  if (hopeless && n % ONE_IN !== 0) return [];
  const chosen = lot.label ? telling(lot, odds) : misleading(lot.places, odds);
  const weight = (hopeless ? ONE_IN : 1) / Math.sqrt(chosen.length);
  return chosen.map((holds) => ({ holds, is: lot.label ? 1 : 0, weight }));
}

function telling({ places, claimed }: Lot, odds: readonly number[] | null): readonly Int32Array[] {
  if (odds === null) {
    const first = places.filter((_, i) => claimed[i]);
    return first.length ? first : places;
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

/** What trees say of a place. */
function oddsBy(trees: GrownSet, features: number): Odds {
  const has = new Uint8Array(features);
  return (holds) => {
    for (const feature of holds) has[feature] = 1;
    const odds = trees.reduce((sum, tree) => sum + leafFor(tree, has), BIAS);
    for (const feature of holds) has[feature] = 0;
    return odds;
  };
}

function leafFor(tree: readonly Growing[], has: Uint8Array): number {
  let node = tree[0] as Growing;
  while (node.feature >= 0) node = tree[has[node.feature] ? node.yes : node.no] as Growing;
  return node.value;
}

function boost(rows: readonly Row[], features: number, options: Options, chance: () => number): Growing[][] {
  const columns = columnsOf(rows, features);
  const odds = new Float64Array(rows.length).fill(BIAS);
  const slopes = new Float32Array(rows.length);
  const curves = new Float32Array(rows.length);
  const trees: Growing[][] = [];
  for (let t = 0; t < options.trees; t++) {
    const within = columns.map((_, f) => f).filter(() => chance() < options.featureShare);
    rows.forEach((row, i) => {
      const likely = 1 / (1 + Math.exp(-(odds[i] as number)));
      slopes[i] = (row.is - likely) * row.weight;
      curves[i] = likely * (1 - likely) * row.weight;
    });
    draw(slopes, curves, options, chance);
    const { tree, at } = growTree(columns, { slopes, curves }, within, options);
    for (let i = 0; i < rows.length; i++) odds[i] = (odds[i] as number) + (tree[at[i] as number] as Growing).value;
    trees.push(tree);
  }
  return trees;
}

/** Leaves out the rows that a tree may not look at, and lets those that stand for others weigh as much as them. */
function draw(
  slopes: Float32Array,
  curves: Float32Array,
  { worstShare, rowShare }: Options,
  chance: () => number,
): void {
  const sample = slopes
    .filter((_, i) => i % SAMPLED === 0)
    .map(Math.abs)
    .sort();
  const worst = worstShare < 1 ? (sample[Math.floor(sample.length * (1 - worstShare))] ?? 0) : 0;
  for (let i = 0; i < slopes.length; i++) {
    if (Math.abs(slopes[i] as number) >= worst) continue;
    const weight = chance() < rowShare ? 1 / rowShare : 0;
    slopes[i] = (slopes[i] as number) * weight;
    curves[i] = (curves[i] as number) * weight;
  }
}

/** One row in so many is enough to tell how far from right most are. */
const SAMPLED = 16;

function columnsOf(rows: readonly Row[], features: number): Columns {
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
  return columns;
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
