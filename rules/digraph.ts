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
  const ahead = side(graph.nodes);
  const behind = side(graph.nodes);
  let stamp = 0;
  return {
    through(u, v) {
      if (u === v) return null;
      stamp += 1;
      start(ahead, v, stamp);
      start(behind, u, stamp);
      const middle = meet(graph, ahead, behind, u, v, stamp);
      return middle < 0 ? null : pathVia(middle, ahead, behind, u);
    },
  };
}

interface Side {
  /** The search that last reached each node. */
  seen: Int32Array;
  parent: Int32Array;
  depth: Int32Array;
  frontier: number[];
}

function side(nodes: number): Side {
  return {
    seen: new Int32Array(nodes),
    parent: new Int32Array(nodes),
    depth: new Int32Array(nodes),
    frontier: [],
  };
}

function start(s: Side, node: number, stamp: number): void {
  s.frontier = [node];
  s.seen[node] = stamp;
  s.parent[node] = -1;
  s.depth[node] = 0;
}

/** Widens the smaller side until both touch; gives the node where the shortest way crosses, or -1. */
function meet(graph: Digraph, ahead: Side, behind: Side, u: number, v: number, stamp: number): number {
  while (ahead.frontier.length > 0 && behind.frontier.length > 0) {
    const forward = ahead.frontier.length <= behind.frontier.length;
    const crossing = forward
      ? widen(graph.outAt, graph.out, ahead, behind, v, u, stamp)
      : widen(graph.inAt, graph.into, behind, ahead, u, v, stamp);
    if (crossing >= 0) return crossing;
  }
  return -1;
}

/** One step of one side. The direct edge between the two ends is left out: money back and forth is no round trip of three. */
function widen(at: Int32Array, ends: Int32Array, own: Side, other: Side, root: number, goal: number, stamp: number) {
  const next: number[] = [];
  let best = -1;
  let bestDepth = Number.POSITIVE_INFINITY;
  for (const node of own.frontier) {
    for (let i = at[node] as number; i < (at[node + 1] as number); i += 1) {
      const end = ends[i] as number;
      if (own.seen[end] === stamp || (node === root && end === goal)) continue;
      own.seen[end] = stamp;
      own.parent[end] = node;
      own.depth[end] = (own.depth[node] as number) + 1;
      next.push(end);
      if (other.seen[end] === stamp && (other.depth[end] as number) < bestDepth) {
        best = end;
        bestDepth = other.depth[end] as number;
      }
    }
  }
  own.frontier = next;
  return best;
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
