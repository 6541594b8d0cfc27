import { describe, expect, it } from 'vitest';
import { f, featureNamed, nameOf } from '../../extract/likelihood/feature.ts';
import { likelihoodBy, type Node, ofKind, type Trees } from '../../extract/likelihood/trees.ts';

/** Numbers that look like chance and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const KINDS = ['investment', 'cloud'];
const PLAIN = Array.from({ length: 30 }, (_, i) => `made ${i}|${i % 3}`);
const NAMES = [...PLAIN, ...KINDS.flatMap((kind) => PLAIN.slice(0, 15).map((name) => ofKind(kind, name)))];

/** A tree that splits until its depth is used up or chance says stop. */
function madeTree(next: (below: number) => number, depth: number): Node[] {
  const nodes: Node[] = [];
  const grow = (left: number): number => {
    const at = nodes.push([0]) - 1;
    if (left === 0 || next(5) === 0) nodes[at] = [(next(2_001) - 1_000) / 700];
    else nodes[at] = [next(NAMES.length), grow(left - 1), grow(left - 1)];
    return at;
  };
  grow(depth);
  return nodes;
}

/** The plain way: each tree walked from its root. */
function walked({ bias, trees }: Trees, holding: ReadonlySet<string>): number {
  let sum = 0;
  for (const tree of trees) {
    let node = tree[0] as Node;
    while (node.length === 3) node = tree[holding.has(NAMES[node[0]] as string) ? node[1] : node[2]] as Node;
    sum += node[0];
  }
  return 1 / (1 + Math.exp(-(bias + sum)));
}

describe('boosted trees', () => {
  it.each([3, 5, 7])('of depth %i give, to the last bit, what walking each of them gives', (depth) => {
    const next = dice(depth);
    const trees: Trees = {
      bias: -0.7,
      features: NAMES,
      trees: Array.from({ length: 40 }, () => madeTree(next, depth)),
    };
    const likely = likelihoodBy(trees);
    for (let n = 0; n < 300; n += 1) {
      const names = PLAIN.filter(() => next(3) === 0);
      const kind = KINDS[next(KINDS.length)] as string;
      const holding = new Set([...names, ...names.map((name) => ofKind(kind, name))]);
      const features = [...names, 'asked by no tree|1'].map(featureNamed);
      expect(likely(kind, features)).toBe(walked(trees, holding));
    }
  });

  it('say the same of a kind that no feature counts for', () => {
    const likely = likelihoodBy({ bias: 0, features: ['made 1|1'], trees: [[[0, 1, 2], [1], [-1]]] });
    expect(likely('acquihire', [f`made ${1}|${1}`])).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(likely('acquihire', [])).toBeCloseTo(1 / (1 + Math.exp(1)), 12);
  });
});

describe('features by number', () => {
  it('keep the name that their parts spell, whatever fills the gaps', () => {
    const name = undefined as string | undefined;
    expect(nameOf(f`alone`)).toBe('alone');
    expect([0, 3, true, false, 'x', name].map((v) => nameOf(f`one|${v}`))).toEqual([
      'one|0',
      'one|3',
      'one|true',
      'one|false',
      'one|x',
      'one|undefined',
    ]);
    expect(nameOf(f`two|${'a'}|b ${2}`)).toBe('two|a|b 2');
    expect(nameOf(f`three|${'a'}|${true}|${3}.`)).toBe('three|a|true|3.');
  });

  it('are the same number for the same name, wherever it is spelt', () => {
    const first = (n: number) => f`gap|${n}`;
    expect(first(3)).toBe(first(3));
    expect(first(3)).toBe(f`${'gap'}|${'3'}`);
    expect(first(3)).toBe(featureNamed('gap|3'));
    expect(first(3)).not.toBe(first(4));
  });
});
