/** A tree's node while it grows: with a feature, and where it goes on with and without it; or a leaf, feature −1. */
export interface Growing {
  feature: number;
  yes: number;
  no: number;
  value: number;
}

/** How a tree grows. */
export interface GrowOptions {
  depth: number;
  /** How much of each tree's correction is taken. */
  rate: number;
  /** Draws leaves towards zero. */
  lambda: number;
  /** Leaves with fewer rows are not made. */
  leastLeaf: number;
}

/** For each feature the rows that have it. */
export type Columns = readonly Int32Array[];

/** What one tree looks at: the rows that were drawn for it, close together in memory, and the features drawn for it. */
interface Sample {
  /** The drawn rows by their numbers, with slope and curvature of the loss at each, one behind the other. */
  drawn: Int32Array;
  steps: Float32Array;
  /** The node that each drawn row is in. */
  node: Int16Array;
  /** The drawn features, and for each the drawn rows that have it, by their place among the drawn. */
  within: readonly number[];
  having: readonly Int32Array[];
}

/**
 * Takes columns, slope and curvature of the loss at each row (zero curvature where a row was not drawn) and the features
 * that were drawn; gives a tree that steps down the loss (Friedman 2001, Chen & Guestrin 2016) and the node of each row.
 */
export function growTree(
  columns: Columns,
  loss: { slopes: Float32Array; curves: Float32Array },
  within: readonly number[],
  options: GrowOptions,
): { tree: Growing[]; at: Int16Array } {
  const sample = sampled(columns, loss, within);
  const at = new Int16Array(loss.slopes.length);
  const tree = [leaf()];
  let first = 0;
  for (let depth = 0; depth <= options.depth && first < tree.length; depth++) {
    const whole = sums(tree.length);
    addRows(whole, sample, null);
    for (let k = first; k < tree.length; k++) (tree[k] as Growing).value = stepOf(whole, k, options);
    if (depth === options.depth) break;
    const features = bestSplits(sample, whole, first, options);
    first = tree.length;
    split(tree, features, columns, at);
    for (let i = 0; i < sample.drawn.length; i++) sample.node[i] = at[sample.drawn[i] as number] as number;
  }
  return { tree, at };
}

const leaf = (): Growing => ({ feature: -1, yes: -1, no: -1, value: 0 });

function sampled(
  columns: Columns,
  { slopes, curves }: { slopes: Float32Array; curves: Float32Array },
  within: readonly number[],
): Sample {
  const drawn = Int32Array.from(curves.keys()).filter((row) => curves[row] !== 0);
  const place = new Int32Array(curves.length).fill(-1);
  const steps = new Float32Array(2 * drawn.length);
  drawn.forEach((row, i) => {
    place[row] = i;
    steps[2 * i] = slopes[row] as number;
    steps[2 * i + 1] = curves[row] as number;
  });
  const having = within.map((feature) => placesOf(columns[feature] as Int32Array, place));
  return { drawn, steps, node: new Int16Array(drawn.length), within, having };
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

/** Slope, curvature and number of the rows of each node, one behind the other. */
type Sums = Float64Array;

const sums = (nodes: number): Sums => new Float64Array(3 * nodes);

/** Adds up the given rows of a sample, or all of them. The innermost loop of training: everything is at hand in arrays. */
function addRows(to: Sums, { steps, node }: Sample, rows: Int32Array | null): void {
  const end = rows === null ? node.length : rows.length;
  for (let i = 0; i < end; i++) {
    const row = rows === null ? i : (rows[i] as number);
    const k = 3 * (node[row] as number);
    to[k] = (to[k] as number) + (steps[2 * row] as number);
    to[k + 1] = (to[k + 1] as number) + (steps[2 * row + 1] as number);
    to[k + 2] = (to[k + 2] as number) + 1;
  }
}

const stepOf = (of: Sums, k: number, { rate, lambda }: GrowOptions) =>
  (rate * (of[3 * k] as number)) / ((of[3 * k + 1] as number) + lambda);

/** Splits nodes by the features chosen for them, and moves all their rows. */
function split(tree: Growing[], features: Int32Array, columns: Columns, at: Int16Array): void {
  const having = new Uint8Array(at.length);
  features.forEach((feature, k) => {
    if (feature < 0) return;
    Object.assign(tree[k] as Growing, { feature, yes: tree.length, no: tree.length + 1 });
    tree.push(leaf(), leaf());
    for (const row of columns[feature] as Int32Array) if (at[row] === k) having[row] = 1;
  });
  for (let row = 0; row < at.length; row++) {
    const k = at[row] as number;
    if ((features[k] as number) < 0) continue;
    const { yes, no } = tree[k] as Growing;
    at[row] = having[row] ? yes : no;
  }
}

const LEAST_GAIN = 1e-3;

/** For each node, from the first that is open, the feature that parts it best; −1 for none. */
function bestSplits(sample: Sample, whole: Sums, first: number, options: GrowOptions): Int32Array {
  const nodes = whole.length / 3;
  const best = new Int32Array(nodes).fill(-1);
  const most = new Float64Array(nodes).fill(LEAST_GAIN);
  const part = sums(nodes);
  for (const [i, feature] of sample.within.entries()) {
    part.fill(0);
    addRows(part, sample, sample.having[i] as Int32Array);
    for (let k = first; k < nodes; k++) {
      const gain = gainOf(whole, part, 3 * k, options);
      if (gain > (most[k] as number)) [best[k], most[k]] = [feature, gain];
    }
  }
  return best;
}

function gainOf(whole: Sums, part: Sums, k: number, { lambda, leastLeaf }: GrowOptions): number {
  const [count, having] = [whole[k + 2] as number, part[k + 2] as number];
  if (having < leastLeaf || count - having < leastLeaf) return 0;
  const [slope, curve] = [whole[k] as number, whole[k + 1] as number];
  const [s, c] = [part[k] as number, part[k + 1] as number];
  const squared = (sum: number, over: number) => (sum * sum) / (over + lambda);
  return squared(s, c) + squared(slope - s, curve - c) - squared(slope, curve);
}
