import { expect, it } from 'vitest';
import { quarterlyFigures, saveFigures } from '../../db/ledger/figures.ts';
import { rateOn, ratesAround, saveRates } from '../../db/ledger/rates.ts';
import type { Day } from '../../model/day.ts';
import type { ReportedFigure } from '../../model/figure.ts';
import { at, temporaryDatabase } from './world.ts';

const day = (text: string) => text as Day;

it('keeps rates by day; the same rate again is no change, another one replaces it', async () => {
  const db = await temporaryDatabase();
  const friday = { currency: 'USD', day: day('2026-05-29'), perEuro: 1.13 };
  expect(await saveRates(db, [friday, { ...friday, currency: 'GBP', perEuro: 0.84 }], at(0))).toBe(2);
  expect(await saveRates(db, [friday], at(1))).toBe(0);
  expect(await saveRates(db, [{ ...friday, perEuro: 1.14 }], at(2))).toBe(1);

  expect(await rateOn(db, 'USD', day('2026-05-31'))).toEqual({ ...friday, perEuro: 1.14 });
  expect(await rateOn(db, 'USD', day('2026-05-28'))).toBeNull();
  expect(await rateOn(db, 'USD', day('2026-07-01'))).toBeNull();
  expect(await rateOn(db, 'EUR', day('1990-01-01'))).toMatchObject({ perEuro: 1 });

  const rates = await ratesAround(db, ['GBP', 'CHF'], day('2026-05-30'));
  expect(rates('GBP', day('2026-05-30'))?.perEuro).toBe(0.84);
  expect(rates('USD', day('2026-05-30'))).toBeNull();
});

it('keeps what the latest filing says of a period, whatever order filings arrive in', async () => {
  const db = await temporaryDatabase();
  const first: ReportedFigure = {
    company: 'Alpha',
    kind: 'capex',
    tag: 'Payments',
    start: day('2025-01-01'),
    end: day('2025-03-31'),
    currency: 'USD',
    value: 100,
    filing: 'a',
    form: '10-Q',
    filed: day('2025-04-30'),
  };
  const restated = { ...first, value: 110, filing: 'b', filed: day('2026-04-30') };
  const nextYear = { ...restated, start: day('2026-01-01'), end: day('2026-03-31'), value: 165 };
  await saveFigures(db, [restated, nextYear]);
  expect(await saveFigures(db, [first])).toBe(0);
  expect(await quarterlyFigures(db, 'capex')).toMatchObject([
    { company: 'Alpha', end: '2025-03-31', value: 110, yearOnYear: null, filings: ['b'] },
    { company: 'Alpha', end: '2026-03-31', value: 165, yearOnYear: 0.5 },
  ]);
});
