/** One node: a feature with the nodes for its presence and absence, or the value that a leaf adds. */
export type Node = readonly [feature: number, yes: number, no: number] | readonly [value: number];

/** Boosted decision trees over features that are present or absent. */
export interface Trees {
  bias: number;
  features: readonly string[];
  trees: readonly (readonly Node[])[];
}

/** Takes trees; gives a function from the features that hold to the likelihood, 0–1, that they speak of a deal. */
export function likelihoodBy({ bias, features, trees }: Trees): (holding: readonly string[]) => number {
  const numbers = new Map(features.map((name, i) => [name, i]));
  const holds = new Uint8Array(features.length);
  return (holding) => {
    const set: number[] = [];
    for (const name of holding) {
      const number = numbers.get(name);
      if (number === undefined) continue;
      holds[number] = 1;
      set.push(number);
    }
    const logOdds = trees.reduce((sum, tree) => sum + leafOf(tree, holds), bias);
    for (const number of set) holds[number] = 0;
    return 1 / (1 + Math.exp(-logOdds));
  };
}

function leafOf(tree: readonly Node[], holds: Uint8Array): number {
  let node = tree[0] as Node;
  while (node.length === 3) node = tree[holds[node[0]] ? node[1] : node[2]] as Node;
  return node[0];
}
