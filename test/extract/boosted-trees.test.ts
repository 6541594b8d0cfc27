import { describe, expect, it } from 'vitest';
import { featureNamed } from '../../extract/likelihood/feature.ts';
import { likelihoodBy } from '../../extract/likelihood/trees.ts';
import type { Bag } from '../../training/bags.ts';
import { fitTrees, OPTIONS } from '../../training/boosted-trees.ts';
import { nurseryFor } from '../../training/nursery.ts';

const [left, right, noise] = ['left', 'right', 'noise'].map((name) => featureNamed(`test ${name}`)) as [
  number,
  number,
  number,
];
const OWN = {
  ...OPTIONS,
  trees: 60,
  leastFeature: 5,
  leastLeaf: 3,
  worstShare: 1,
  rowShare: 1,
  featureShare: 1,
  rounds: 1,
};

/** So where one feature holds without another, which no single feature tells. */
const bags: Bag[] = Array.from({ length: 160 }, (_, i) => {
  const features = [left, right, noise].filter((_, bit) => (i >> bit) & 1);
  return { label: features.includes(left) && !features.includes(right), places: [{ features, claimed: false }] };
});

describe('boosted trees', () => {
  it('learn which features hold together', () => {
    const likely = likelihoodBy(fitTrees(bags, OWN));
    expect(likely('', [left])).toBeGreaterThan(0.8);
    expect(likely('', [left, noise])).toBeGreaterThan(0.8);
    expect(likely('', [left, right])).toBeLessThan(0.2);
    expect(likely('', [noise])).toBeLessThan(0.2);
  });

  it('are the same each time from the same examples, also when each tree sees a share only', () => {
    const shared = { ...OWN, worstShare: 0.2, rowShare: 0.6, featureShare: 0.7 };
    expect(fitTrees(bags, shared)).toEqual(fitTrees(bags, shared));
  });

  it('look for the telling one among the places of a bag', () => {
    const mixed: Bag[] = bags.map((bag) => ({
      label: bag.label,
      places: [...bag.places, { features: [noise], claimed: false }],
    }));
    const likely = likelihoodBy(fitTrees(mixed, { ...OWN, rounds: 3 }));
    expect(likely('', [left])).toBeGreaterThan(likely('', [noise]) + 0.4);
  });

  it('are the same when threads grow them, of all bags or of some', async () => {
    const shared = { ...OWN, worstShare: 0.2, rowShare: 0.6, featureShare: 0.7, sets: 2 };
    const nursery = nurseryFor(bags);
    try {
      const some = [...bags.keys()].filter((i) => i % 3 !== 0);
      expect(await nursery.fit([...bags.keys()], shared)).toEqual(fitTrees(bags, shared));
      const own = some.map((i) => bags[i] as Bag);
      expect(await nursery.fit(some, shared)).toEqual(fitTrees(own, shared));
    } finally {
      await nursery.close();
    }
  });

  it('ask for no feature that too few places have', () => {
    const rare = featureNamed('test rare');
    const places = [{ features: [rare], claimed: false }];
    const some = Array.from({ length: 4 }, () => ({ label: true, places }));
    expect(fitTrees([...bags, ...some], OWN).features).not.toContain('test rare');
  });
});
