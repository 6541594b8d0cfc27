import { describe, expect, it } from 'vitest';
import shipped from '../../extract/likelihood/calibration.json' with { type: 'json' };
import { type Calibration, calibratedBy } from '../../extract/likelihood/calibration.ts';
import { fitCalibration, type Given } from '../../training/isotonic.ts';

/** `count` things held so likely, of which every `nth` is wrong (0: none). */
const given = (likely: number, count: number, nth: number): Given[] =>
  Array.from({ length: count }, (_, i) => ({ likely, right: nth === 0 || i % nth !== 0 }));

describe('a calibration', () => {
  const of = calibratedBy([
    [0.5, 0.4],
    [0.9, 0.8],
  ]);

  it('goes on straight lines from corner to corner', () => {
    expect(of(0.5)).toBeCloseTo(0.4);
    expect(of(0.7)).toBeCloseTo(0.6);
    expect(of(0.25)).toBeCloseTo(0.2);
  });

  it('says no more than its last corner, and nothing of its own where it has none', () => {
    expect(of(0.99)).toBeCloseTo(0.8);
    expect(calibratedBy([])(0.7)).toBe(0.7);
  });

  it('as shipped never falls, and is never certain', () => {
    const corners = shipped as unknown as Calibration;
    expect(corners.length).toBeGreaterThan(3);
    for (const [i, [likely, right]] of corners.entries()) {
      const [before, least] = corners[i - 1] ?? [0, 0];
      expect(likely).toBeGreaterThan(before);
      expect(right).toBeGreaterThanOrEqual(least);
      expect(right).toBeLessThan(0.99);
    }
  });
});

describe('fitting one', () => {
  it('says of the over-confident what they are worth', () => {
    const of = calibratedBy(fitCalibration([...given(0.6, 200, 2), ...given(0.8, 200, 2), ...given(0.95, 200, 10)]));
    expect(of(0.7)).toBeCloseTo(0.5, 1);
    expect(of(0.95)).toBeCloseTo(0.9, 1);
  });

  it('pools neighbours that are out of order', () => {
    const corners = fitCalibration([...given(0.6, 200, 10), ...given(0.8, 200, 2)]);
    const shares = corners.map(([, right]) => right);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(calibratedBy(corners)(0.8)).toBeCloseTo(0.7, 1);
  });

  it('gives no corner without examples', () => {
    expect(fitCalibration([])).toEqual([]);
  });
});
