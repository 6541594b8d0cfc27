/**
 * A directed graph of numbered nodes in typed arrays: edges by where they start and by where they end. Big ledgers have
 * some hundred thousand edges, and every tied leg asks for its loop.
 */
export interface Digraph {
  nodes: number;
  /** Ends of the edges that leave node n stand from `outAt[n]` to `outAt[n + 1]`. */
  outAt: Int32Array;
  out: Int32Array;
  inAt: Int32Array;
  into: Int32Array;
}

/** Takes the number of nodes and the two ends of each edge; gives the graph. Doubled edges do no harm. */
export function digraph(nodes: number, from: ArrayLike<number>, to: ArrayLike<number>): Digraph {
  const [outAt, out] = byNode(nodes, from, to);
  const [inAt, into] = byNode(nodes, to, from);
  return { nodes, outAt, out, inAt, into };
}

function byNode(nodes: number, keys: ArrayLike<number>, values: ArrayLike<number>): [Int32Array, Int32Array] {
  const at = new Int32Array(nodes + 1);
  for (let i = 0; i < keys.length; i += 1) at[(keys[i] as number) + 1] = (at[(keys[i] as number) + 1] as number) + 1;
  for (let n = 0; n < nodes; n += 1) at[n + 1] = (at[n + 1] as number) + (at[n] as number);
  const next = at.slice();
  const list = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as number;
    list[next[key] as number] = values[i] as number;
    next[key] = (next[key] as number) + 1;
  }
  return [at, list];
}

/** Asks one graph for loops, edge after edge, without new memory for each. */
export interface LoopFinder {
  /**
   * The shortest loop through the edge from u to v that passes at least one more node: the nodes from u on, u not
   * repeated; null when there is none. Of several the one found first in the order of the edges.
   */
  through(u: number, v: number): number[] | null;
}

/** Takes a graph; gives a finder that searches from both ends at once. */
export function loopFinder(graph: Digraph): LoopFinder {
  const ahead = side(graph.nodes, graph.outAt, graph.out);
  const behind = side(graph.nodes, graph.inAt, graph.into);
  let search = 0;
  return {
    through(u, v) {
      if (u === v) return null;
      search += 1;
      start(ahead, v, search);
      start(behind, u, search);
      const middle = meet(ahead, behind, search);
      return middle < 0 ? null : pathVia(middle, ahead, behind, u);
    },
  };
}

/** One end of a search, and the edges that it follows. */
interface Side {
  at: Int32Array;
  ends: Int32Array;
  /** The search that last reached each node. */
  seen: Int32Array;
  parent: Int32Array;
  root: number;
  /** Nodes in the order in which they were reached; the newest of them are widened next. */
  reached: Int32Array;
  from: number;
  to: number;
}

function side(nodes: number, at: Int32Array, ends: Int32Array): Side {
  const list = () => new Int32Array(nodes);
  return { at, ends, seen: list(), parent: list(), root: -1, reached: list(), from: 0, to: 0 };
}

function start(own: Side, root: number, search: number): void {
  own.root = root;
  own.seen[root] = search;
  own.parent[root] = -1;
  own.reached[0] = root;
  own.from = 0;
  own.to = 1;
}

/** Widens the smaller side until both touch; gives the node where the shortest way crosses, or -1. */
function meet(ahead: Side, behind: Side, search: number): number {
  while (ahead.from < ahead.to && behind.from < behind.to) {
    const forward = ahead.to - ahead.from <= behind.to - behind.from;
    const crossing = forward ? widen(ahead, behind, search) : widen(behind, ahead, search);
    if (crossing >= 0) return crossing;
  }
  return -1;
}

/**
 * One step of one side. The first node that the other side knows is on a shortest way: each side is widened by whole
 * steps, so that nodes met later are as far. The direct edge between the two ends is left out: money back and forth is
 * no round trip of three.
 */
function widen(own: Side, other: Side, search: number): number {
  const { at, ends, seen, parent, reached, root, to } = own;
  const met = other.seen;
  const goal = other.root;
  let last = to;
  for (let n = own.from; n < to; n += 1) {
    const node = reached[n] as number;
    const end = at[node + 1] as number;
    for (let i = at[node] as number; i < end; i += 1) {
      const next = ends[i] as number;
      if (seen[next] === search || (node === root && next === goal)) continue;
      seen[next] = search;
      parent[next] = node;
      if (met[next] === search) return next;
      reached[last] = next;
      last += 1;
    }
  }
  own.from = to;
  own.to = last;
  return -1;
}

function pathVia(middle: number, ahead: Side, behind: Side, u: number): number[] {
  const first: number[] = [];
  for (let n = middle; n >= 0; n = ahead.parent[n] as number) first.push(n);
  const rest: number[] = [];
  for (let n = behind.parent[middle] as number; n >= 0; n = behind.parent[n] as number) rest.push(n);
  const path = [...first.reverse(), ...rest];
  return [u, ...path.filter((node) => node !== u)];
}

/**
 * Takes a graph; gives for each node the number of its strongly connected group: two nodes have one number when each can
 * be reached from the other. Tarjan's algorithm with a stack of its own, so that a long chain does not exhaust the call stack.
 */
export function stronglyConnected(graph: Digraph): Int32Array {
  const group = new Int32Array(graph.nodes).fill(-1);
  const order = new Int32Array(graph.nodes).fill(-1);
  const low = new Int32Array(graph.nodes);
  const next = graph.outAt.slice(0, graph.nodes);
  const open: number[] = [];
  let [count, groups] = [0, 0];
  const visit = (node: number, path: number[]) => {
    order[node] = count;
    low[node] = count;
    count += 1;
    open.push(node);
    path.push(node);
  };
  for (let root = 0; root < graph.nodes; root += 1) {
    if (order[root] !== -1) continue;
    const path: number[] = [];
    visit(root, path);
    while (path.length > 0) {
      const node = path.at(-1) as number;
      const i = next[node] as number;
      if (i < (graph.outAt[node + 1] as number)) {
        next[node] = i + 1;
        const end = graph.out[i] as number;
        if (order[end] === -1) visit(end, path);
        else if (group[end] === -1) low[node] = Math.min(low[node] as number, order[end] as number);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
      if (low[node] !== order[node]) continue;
      for (let member = -1; member !== node; ) {
        member = open.pop() as number;
        group[member] = groups;
      }
      groups += 1;
    }
  }
  return group;
}
