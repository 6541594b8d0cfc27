import { describe, expect, it } from 'vitest';
import type { DealEvent } from '../../model/ledger.ts';
import { promised } from '../../model/pair-money.ts';
import { aDeal, anEvent, aPair, day } from '../helpers/build.ts';

const bn = 1_000_000_000;
const told = (value: number, role: DealEvent['role'], on: string) => anEvent(value * bn, role, { reportedOn: day(on) });
const sums = (...events: DealEvent[]) => promised(aPair({ deals: [aDeal('investment', { events })] }));
const paid = told(0.5, 'tranche', '2023-10-28');
const promise = told(1.5, 'future', '2023-10-28');

describe('what is promised', () => {
  it('is what is to follow', () => expect(sums(paid, promise)).toEqual({ USD: 1.5 * bn }));

  it('is paid when a later total is more than the payments by that much', () => {
    expect(sums(paid, promise, told(2, 'total', '2025-03-11'))).toEqual({});
    const later = told(30, 'future', '2026-04-24');
    expect(sums(paid, promise, later, told(3, 'total', '2025-03-11'))).toEqual({ USD: 30 * bn });
  });

  it.each([
    ['is less', told(1.9, 'total', '2025-03-11')],
    ['was told on the same day', told(2, 'total', '2023-10-28')],
    ['was told before it', told(2, 'total', '2023-01-01')],
    ['is only talked of', { ...told(2, 'total', '2025-03-11'), certainty: 'reported' as const }],
    ['is in another currency', { ...told(2, 'total', '2025-03-11'), currency: 'EUR' }],
  ])('is not paid by a total that %s', (_, total) => {
    expect(sums(paid, promise, total)).toEqual({ USD: 1.5 * bn });
  });

  it('counts no part of a total twice', () => {
    const second = told(1, 'future', '2024-06-01');
    expect(sums(paid, promise, second, told(2.2, 'total', '2025-03-11'))).toEqual({ USD: bn });
  });
});
