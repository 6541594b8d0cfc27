import { describe, expect, it } from 'vitest';
import { wilson } from '../../model/interval.ts';

describe('a share with its interval', () => {
  // Published values: Brown, Cai and DasGupta 2001, and the calculators that follow them.
  it.each([
    [8, 10, 0.49, 0.943],
    [0, 10, 0, 0.278],
    [10, 10, 0.722, 1],
    [31, 38, 0.666, 0.908],
  ])('%i of %i lies between %f and %f', (part, of, low, high) => {
    const share = wilson(part, of);
    expect(share?.low).toBeCloseTo(low, 2);
    expect(share?.high).toBeCloseTo(high, 2);
  });

  it('is none of nothing', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});
