import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type PutAside, putAside } from '../../jobs/put-aside.ts';
import { aPair } from '../helpers/build.ts';

let aside: PutAside;
afterEach(() => aside.clear());

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 30 });

describe('pairs put aside', () => {
  it('come back as they were, from memory and from the file, in any order and more than once', () => {
    fc.assert(
      fc.property(names, fc.nat(20), (ids, inMemory) => {
        aside = putAside(inMemory);
        const pairs = ids.map((id, i) => aPair({ id, target: `Zürich № ${i} “${id}”`, documentIds: ids.slice(0, i) }));
        for (const pair of pairs) aside.put(pair);
        for (const pair of [...pairs].reverse()) expect(aside.take(pair.id)?.pair).toEqual(pair);
        for (const pair of pairs) expect(aside.take(pair.id)?.body).toBe(JSON.stringify(pair));
        aside.clear();
      }),
      { numRuns: 50 },
    );
  });

  it('can be put between taking others, and past what is gathered before it is written', () => {
    aside = putAside(0);
    const many = Array.from({ length: 60 }, (_, i) => aPair({ id: `p${i}`, documentIds: [`${i}`.repeat(30_000)] }));
    for (const [i, pair] of many.entries()) {
      aside.put(pair);
      expect(aside.take(`p${Math.floor(i / 2)}`)?.pair).toEqual(many[Math.floor(i / 2)]);
    }
  });

  it('are not found when they were never put there', () => {
    aside = putAside(1);
    expect(aside.take('p')).toBeNull();
    aside.put(aPair({ id: 'p' }));
    aside.put(aPair({ id: 'q' }));
    expect(aside.take('r')).toBeNull();
  });
});
