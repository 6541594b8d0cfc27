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
export function likelihoodBy({ bias, features, trees }: Trees): (kind: string, holding: readonly string[]) => number {
  const { slots, plain, kinds } = numbered(features);
  const forest = flattened(trees);
  const holds = new Uint8Array(features.length);
  const set = new Int32Array(2 * MOST_HOLDING);
  return (kind, holding) => {
    const own = kinds.get(kind);
    let count = 0;
    const hold = (number: number) => {
      if (number < 0 || count === set.length) return;
      holds[number] = 1;
      set[count++] = number;
    };
    for (const name of holding) {
      const slot = slots.get(name);
      if (slot === undefined) continue;
      hold(plain[slot] as number);
      if (own) hold(own[slot] as number);
    }
    const logOdds = bias + sumOf(forest, holds);
    for (let i = 0; i < count; i++) holds[set[i] as number] = 0;
    return 1 / (1 + Math.exp(-logOdds));
  };
}

/** More features hold of no candidate. */
const MOST_HOLDING = 1024;

/** Each name once, whether it counts by itself or with a kind, so that it is looked up once. */
function numbered(features: readonly string[]) {
  const slots = new Map<string, number>();
  const slotOf = (name: string) => {
    const known = slots.get(name) ?? slots.size;
    slots.set(name, known);
    return known;
  };
  const parts = features.map((name, number) => {
    const colon = name.indexOf(':');
    return {
      number,
      whole: slotOf(name),
      kind: name.slice(0, Math.max(0, colon)),
      rest: slotOf(name.slice(colon + 1)),
    };
  });
  const plain = new Int32Array(slots.size).fill(-1);
  const kinds = new Map<string, Int32Array>();
  for (const { number, whole, kind, rest } of parts) {
    plain[whole] = number;
    if (!kinds.has(kind)) kinds.set(kind, new Int32Array(slots.size).fill(-1));
    (kinds.get(kind) as Int32Array)[rest] = number;
  }
  return { slots, plain, kinds };
}

/** All trees in a row: for each node its feature (−1 for a leaf), where to go on, and what a leaf adds. */
interface Forest {
  roots: Int32Array;
  feature: Int32Array;
  yes: Int32Array;
  no: Int32Array;
  value: Float64Array;
}

function flattened(trees: Trees['trees']): Forest {
  const size = trees.reduce((sum, tree) => sum + tree.length, 0);
  const forest: Forest = {
    roots: new Int32Array(trees.length),
    feature: new Int32Array(size).fill(-1),
    yes: new Int32Array(size),
    no: new Int32Array(size),
    value: new Float64Array(size),
  };
  let at = 0;
  for (const [t, tree] of trees.entries()) {
    const root = at;
    forest.roots[t] = root;
    for (const node of tree) {
      if (node.length === 3) {
        forest.feature[at] = node[0];
        forest.yes[at] = root + node[1];
        forest.no[at] = root + node[2];
      } else forest.value[at] = node[0];
      at++;
    }
  }
  return forest;
}

function sumOf({ roots, feature, yes, no, value }: Forest, holds: Uint8Array): number {
  let sum = 0;
  for (let t = 0; t < roots.length; t++) {
    let at = roots[t] as number;
    for (let f = feature[at] as number; f >= 0; f = feature[at] as number) at = (holds[f] ? yes[at] : no[at]) as number;
    sum += value[at] as number;
  }
  return sum;
}
