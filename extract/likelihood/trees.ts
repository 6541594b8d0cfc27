import { type Feature, featureNamed } from './feature.ts';

/** One node: a feature with the nodes for its presence and absence, or the value that a leaf adds. */
export type Node = readonly [feature: number, yes: number, no: number] | readonly [value: number];

/** Boosted decision trees over features that are present or absent. */
export interface Trees {
  bias: number;
  features: readonly string[];
  trees: readonly (readonly Node[])[];
}

/** What holds of a candidate: each feature counts by itself and together with the kind of deal. */
export const ofKind = (kind: string, feature: string) => `${kind}:${feature}`;

/** Takes trees; gives a function from a kind of deal and the features that hold to the likelihood, 0–1, that it is so. */
export function likelihoodBy({ bias, features, trees }: Trees): (kind: string, holding: readonly Feature[]) => number {
  const { plain, kinds } = numbered(features);
  const forest = laidOut(trees, features.length);
  const left = new Int32Array(forest.all.length);
  return (kind, holding) => {
    const own = kinds.get(kind);
    left.set(forest.all);
    for (const feature of holding) {
      if (feature >= plain.length) continue;
      closeLeaves(forest, left, plain[feature] as number);
      if (own) closeLeaves(forest, left, own[feature] as number);
    }
    return 1 / (1 + Math.exp(-(bias + sumOf(forest, left))));
  };
}

/** For each feature of a candidate the number that the trees know it by, alone and with each kind; −1 for none. */
function numbered(features: readonly string[]) {
  const parts = features.map((name, number) => {
    const colon = name.indexOf(':');
    const kind = name.slice(0, Math.max(0, colon));
    return { number, whole: featureNamed(name), kind, rest: featureNamed(name.slice(colon + 1)) };
  });
  const size = 1 + Math.max(0, ...parts.flatMap((p) => [p.whole, p.rest]));
  const plain = new Int32Array(size).fill(-1);
  const kinds = new Map<string, Int32Array>();
  for (const { number, whole, kind, rest } of parts) {
    plain[whole] = number;
    const own = kinds.get(kind) ?? new Int32Array(size).fill(-1);
    kinds.set(kind, own);
    own[rest] = number;
  }
  return { plain, kinds };
}

/**
 * Trees laid out so that none is walked: the leaves of each stand as bits in a row, those reached by absence first.
 * Each feature that holds closes the leaves that its absence would lead to, and the first leaf left open is the one
 * that a walk would end at (Lucchese et al., "QuickScorer", SIGIR 2015).
 */
interface Forest {
  /** All leaves open, in words of 32 bits. */
  all: Int32Array;
  /** The word that each tree begins with, and one more for the end. */
  words: Int32Array;
  /** What the leaf of each bit adds. */
  values: Float64Array;
  /** For each feature where its closings begin, and one more for the end. */
  closings: Int32Array;
  /** For each closing its word, and the bits that stay open. */
  word: Int32Array;
  open: Int32Array;
}

const BITS = 32;

interface Closing {
  feature: number;
  word: number;
  open: number;
}

function laidOut(trees: Trees['trees'], features: number): Forest {
  const words = [0];
  const values: number[] = [];
  const closings: Closing[] = [];
  for (const tree of trees) {
    const first = values.length;
    addLeaves(tree, 0, values, closings);
    while (values.length % BITS) values.push(0);
    const end = values.length / BITS;
    if (values.length > first) words.push(end);
  }
  closings.sort((a, b) => a.feature - b.feature);
  return {
    all: new Int32Array(values.length / BITS).fill(-1),
    words: Int32Array.from(words),
    values: Float64Array.from(values),
    closings: startsOf(closings, features),
    word: Int32Array.from(closings, (c) => c.word),
    open: Int32Array.from(closings, (c) => c.open),
  };
}

/** Takes closings in the order of their features; gives where those of each begin. */
function startsOf(closings: readonly Closing[], features: number): Int32Array {
  const starts = new Int32Array(features + 1);
  for (const { feature } of closings) starts[feature + 1] = (starts[feature + 1] as number) + 1;
  for (let f = 0; f < features; f++) starts[f + 1] = (starts[f + 1] as number) + (starts[f] as number);
  return starts;
}

/** Adds the leaves below a node, in order, and what its feature closes. */
function addLeaves(tree: readonly Node[], at: number, values: number[], closings: Closing[]): void {
  const node = tree[at] as Node;
  if (node.length === 1) {
    values.push(node[0]);
    return;
  }
  const from = values.length;
  addLeaves(tree, node[2], values, closings);
  closings.push(...closingsOf(node[0], from, values.length));
  addLeaves(tree, node[1], values, closings);
}

/** Closes the leaves from one bit up to another, word by word. */
function closingsOf(feature: number, from: number, to: number): Closing[] {
  const found: Closing[] = [];
  for (let start = from; start < to; ) {
    const word = Math.floor(start / BITS);
    const end = Math.min(to, (word + 1) * BITS);
    let closed = 0;
    for (let bit = start; bit < end; bit++) closed |= 1 << (bit % BITS);
    found.push({ feature, word, open: ~closed });
    start = end;
  }
  return found;
}

function closeLeaves({ closings, word, open }: Forest, left: Int32Array, feature: number): void {
  if (feature < 0) return;
  const end = closings[feature + 1] as number;
  for (let c = closings[feature] as number; c < end; c++) {
    const at = word[c] as number;
    left[at] = (left[at] as number) & (open[c] as number);
  }
}

/** Adds up what the first open leaf of each tree adds. */
function sumOf({ words, values }: Forest, left: Int32Array): number {
  let sum = 0;
  for (let tree = 0; tree + 1 < words.length; tree++) {
    let at = words[tree] as number;
    while (left[at] === 0) at++;
    const bits = left[at] as number;
    sum += values[at * BITS + BITS - 1 - Math.clz32(bits & -bits)] as number;
  }
  return sum;
}
