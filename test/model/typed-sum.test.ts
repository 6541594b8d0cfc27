import { describe, expect, it } from 'vitest';
import { typedNumber } from '../../model/typed-number.ts';
import { typedSum } from '../../model/typed-sum.ts';

describe('a number as a person types it', () => {
  it.each([
    ['1250', '.', 1250],
    ['0.25', '.', 0.25],
    ['1,250', '.', 1250],
    ['1,250', ',', 1.25],
    ['0,25', '.', 0.25],
    ['2,5', '.', 2.5],
    ['0,250', '.', 0.25],
    ['2,75', ',', 2.75],
    ['2.75', ',', 2.75],
    ['1,250,000', '.', 1_250_000],
    ['1,250,000', ',', 1_250_000],
    ['1.250.000', '.', 1_250_000],
    ['1.250.000,50', ',', 1_250_000.5],
    ['1,250,000.50', ',', 1_250_000.5],
    ['1 250 000', ',', 1_250_000],
    ['1\u202f250\u202f000,5', ',', 1_250_000.5],
    ['1’250’000', '.', 1_250_000],
  ] as const)('%s with %s before decimals is %d', (typed, mark, value) => expect(typedNumber(typed, mark)).toBe(value));

  it.each(['', 'lots', '12 34', '1,25,00', '1.2.3', '-4', '1e5', '4,', '1,250.000.5'])('%j is none', (typed) => {
    expect(typedNumber(typed)).toBeNull();
    expect(typedNumber(typed, ',')).toBeNull();
  });
});

describe('a sum as a person types it', () => {
  it.each([
    ['2.75bn', '.', 2.75e9],
    ['2,75bn', '.', 2.75e9],
    ['$15m', '.', 1.5e7],
    ['US$ 330 million', '.', 3.3e8],
    ['2,750,000,000', '.', 2.75e9],
    ['1.7bn USD', '.', 1.7e9],
    ['1.7 USD', '.', 1.7],
    ['1,7 Md €', ',', 1.7e9],
    ['15 M $', ',', 1.5e7],
    ['15 M€', ',', 1.5e7],
    ['2,5 milliards', ',', 2.5e9],
    ['2,5 Mrd. €', ',', 2.5e9],
    ['2\u202f750\u202f000\u202f000', ',', 2.75e9],
  ] as const)('%s with %s before decimals is %d', (typed, mark, value) => expect(typedSum(typed, mark)).toBe(value));

  it.each(['', 'a lot', '0', '-4bn', '2.75 xyzzy', '$', '12 34m'])('%j is none', (typed) =>
    expect(typedSum(typed)).toBeNull(),
  );
});
