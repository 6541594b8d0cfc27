import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digraph, loopFinder, stronglyConnected } from '../../rules/loops/digraph.ts';

type Edge = [number, number];

function graphOf(nodes: number, edges: Edge[]) {
  return digraph(
    nodes,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
  );
}

/** Every loop through an edge, one step after another: slow and plainly right. */
function lengthByHand(nodes: number, edges: Edge[], u: number, v: number): number | null {
  let level = new Set([v]);
  const seen = new Set([v]);
  for (let length = 1; length <= nodes; length += 1) {
    const next = new Set<number>();
    for (const [from, to] of edges) if (level.has(from) && !(from === v && to === u)) next.add(to);
    if (next.has(u)) return length + 1;
    level = new Set([...next].filter((n) => !seen.has(n)));
    for (const n of level) seen.add(n);
  }
  return null;
}

const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)) as fc.Arbitrary<Edge>, { maxLength: 40 });

describe('loops in a graph', () => {
  it('finds the shortest of two loops', () => {
    const finder = loopFinder(graphOf(5, [[0, 1], [1, 2], [2, 3], [3, 0], [1, 4], [4, 0]])); // biome-ignore format: a picture of the graph
    expect(finder.through(0, 1)).toEqual([0, 1, 4]);
  });

  it('takes money back and forth between two for no loop of three', () => {
    expect(loopFinder(graphOf(2, [[0, 1], [1, 0]])).through(0, 1)).toBeNull(); // biome-ignore format: a picture of the graph
  });

  it('finds the longer way round when the direct way back is left out', () => {
    const finder = loopFinder(graphOf(3, [[0, 1], [1, 0], [1, 2], [2, 0]])); // biome-ignore format: a picture of the graph
    expect(finder.through(0, 1)).toEqual([0, 1, 2]);
  });

  it('agrees with a search by hand on any graph, and its loops are loops', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const finder = loopFinder(graphOf(10, list));
        for (const [u, v] of list) {
          const loop = finder.through(u, v);
          expect(loop?.length ?? null).toBe(u === v ? null : lengthByHand(10, list, u, v));
          if (!loop) continue;
          const has = (a: number, b: number) => list.some(([x, y]) => x === a && y === b);
          expect(loop.every((node, i) => has(node, loop[(i + 1) % loop.length] as number))).toBe(true);
          expect(new Set(loop).size).toBe(loop.length);
        }
      }),
    );
  });

  it('puts nodes into one group exactly when each can be reached from the other', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const group = stronglyConnected(graphOf(10, list));
        const reach = Array.from({ length: 10 }, (_, n) => reachable(list, n));
        for (let a = 0; a < 10; a += 1)
          for (let b = 0; b < 10; b += 1) {
            expect(group[a] === group[b]).toBe(a === b || (reach[a]?.has(b) === true && reach[b]?.has(a) === true));
          }
      }),
    );
  });

  it('walks a chain of a hundred thousand without running out of stack', () => {
    const chain = Array.from({ length: 99_999 }, (_, n): Edge => [n, n + 1]);
    expect(new Set(stronglyConnected(graphOf(100_000, chain))).size).toBe(100_000);
  });
});

function reachable(list: Edge[], start: number): Set<number> {
  const seen = new Set<number>();
  const todo = [start];
  while (todo.length) {
    const node = todo.pop() as number;
    for (const [from, to] of list) {
      if (from !== node || seen.has(to)) continue;
      seen.add(to);
      todo.push(to);
    }
  }
  return seen;
}
