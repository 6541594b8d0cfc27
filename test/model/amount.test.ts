import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, formatMoney, formatSum, sameMoney } from '../../model/amount.ts';

const usd = (value: number) => ({ value, currency: 'USD' });

describe('money', () => {
  it('adds within a currency and never across', () => {
    const sums = [usd(1.25e9), usd(2.75e9), { value: 15e6, currency: 'EUR' }].reduce(addMoney, {});
    expect(sums).toEqual({ USD: 4e9, EUR: 15e6 });
  });
  it('takes sums within two per cent for the same, and no other currency', () => {
    expect(sameMoney(usd(4e9), usd(3.95e9))).toBe(true);
    expect(sameMoney(usd(4e9), usd(3.3e9))).toBe(false);
    expect(sameMoney(usd(4e9), { value: 4e9, currency: 'EUR' })).toBe(false);
  });
  it('is the same whichever comes first', () => {
    const value = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(fc.property(value, value, (a, b) => sameMoney(usd(a), usd(b)) === sameMoney(usd(b), usd(a))));
  });
  it.each([
    [1.25e9, 'USD', '$1.25bn'],
    [15e6, 'EUR', '€15m'],
    [13.75e9, 'USD', '$13.75bn'],
    [110e9, 'USD', '$110bn'],
    [900, 'USD', '$900'],
    [2e12, 'JPY', '¥2tn'],
    [300e6, 'CAD', 'CAD 300m'],
    [-5e6, 'GBP', '−£5m'],
  ])('prints %d %s as %s', (value, currency, text) => expect(formatMoney({ value, currency })).toBe(text));
});

describe('a sum for people', () => {
  it.each([
    [{ value: 4e9, currency: 'USD', hedge: 'about' as const }, 'about $4bn'],
    [{ value: 4e9, currency: 'USD', hedge: 'over' as const }, 'over $4bn'],
    [{ value: 4e9, currency: 'EUR' }, '€4bn'],
    [{ value: 4e9, currency: 'USD', low: 3e9, high: 5e9, hedge: 'about' as const }, '$3bn to $5bn'],
    [{ value: 4e9, currency: 'USD', low: null, high: null }, '$4bn'],
  ])('%j is %s', (sum, text) => expect(formatSum(sum)).toBe(text));
});
