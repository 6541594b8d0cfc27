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
  const numbers = new Map(features.map((name, i) => [name, i]));
  const kinds = new Map<string, Map<string, number>>();
  for (const [i, name] of features.entries()) {
    const colon = name.indexOf(':');
    const of = name.slice(0, Math.max(0, colon));
    kinds.set(of, (kinds.get(of) ?? new Map()).set(name.slice(colon + 1), i));
  }
  const holds = new Uint8Array(features.length);
  return (kind, holding) => {
    const set: number[] = [];
    const own = kinds.get(kind);
    for (const name of holding) {
      for (const number of [numbers.get(name), own?.get(name)]) {
        if (number === undefined) continue;
        holds[number] = 1;
        set.push(number);
      }
    }
    let logOdds = bias;
    for (const tree of trees) logOdds += leafOf(tree, holds);
    for (const number of set) holds[number] = 0;
    return 1 / (1 + Math.exp(-logOdds));
  };
}

function leafOf(tree: readonly Node[], holds: Uint8Array): number {
  let node = tree[0] as Node;
  while (node.length === 3) node = tree[holds[node[0]] ? node[1] : node[2]] as Node;
  return node[0];
}
