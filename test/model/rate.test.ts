import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../model/day.ts';
import { convert, type Rate, rateLookup } from '../../model/rate.ts';

const rate = (currency: string, day: string, perEuro: number): Rate => ({ currency, day: day as Day, perEuro });
const rates = rateLookup([
  rate('USD', '2026-04-01', 1.1),
  rate('USD', '2026-03-30', 1.2),
  rate('GBP', '2026-03-31', 0.85),
  rate('JPY', '2026-04-01', 165),
]);

describe('the rate that counts on a day', () => {
  it('is that of the day, else of the last working day before it', () => {
    expect(rates('USD', '2026-04-01' as Day)?.perEuro).toBe(1.1);
    expect(rates('USD', '2026-03-31' as Day)?.day).toBe('2026-03-30');
    expect(rates('USD', '2026-04-07' as Day)?.day).toBe('2026-04-01');
  });

  it('is none before the first, more than a week after the last, and for an unknown currency', () => {
    expect(rates('USD', '2026-03-29' as Day)).toBeNull();
    expect(rates('USD', '2026-04-09' as Day)).toBeNull();
    expect(rates('XAU', '2026-04-01' as Day)).toBeNull();
  });
});

describe('converting', () => {
  it('goes by way of the euro and keeps the original and the day of the rate', () => {
    const converted = convert({ value: 110, currency: 'USD' }, 'GBP', '2026-04-02' as Day, rates);
    expect(converted).toEqual({
      value: expect.closeTo(85, 9),
      currency: 'GBP',
      original: { value: 110, currency: 'USD' },
      rateDay: '2026-04-01',
    });
  });

  it('leaves a sum in its own currency as it is', () => {
    expect(convert({ value: 0.1, currency: 'USD' }, 'USD', '2026-04-01' as Day, rates)?.value).toBe(0.1);
    expect(convert({ value: 7, currency: 'EUR' }, 'EUR', '2020-01-01' as Day, rates)?.value).toBe(7);
  });

  it('guesses nothing when a rate is missing', () => {
    expect(convert({ value: 1, currency: 'USD' }, 'CHF', '2026-04-01' as Day, rates)).toBeNull();
    expect(convert({ value: 1, currency: 'USD' }, 'EUR', '2019-04-01' as Day, rates)).toBeNull();
  });

  it('there and back gives the same sum', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e13, noNaN: true }), (value) => {
        const day = '2026-04-01' as Day;
        const yen = convert({ value, currency: 'USD' }, 'JPY', day, rates);
        const back = yen && convert(yen, 'USD', day, rates);
        expect(Math.abs((back?.value ?? 0) - value)).toBeLessThan(value * 1e-9);
      }),
    );
  });
});
