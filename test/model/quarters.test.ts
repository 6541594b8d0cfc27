import { describe, expect, it } from 'vitest';
import type { Day } from '../../model/day.ts';
import type { ReportedFigure } from '../../model/figure.ts';
import { quartersOf } from '../../model/quarters.ts';

const figure = (start: string, end: string, value: number, change: Partial<ReportedFigure> = {}): ReportedFigure => ({
  company: 'Alpha',
  kind: 'capex',
  tag: 'Payments',
  start: start as Day,
  end: end as Day,
  currency: 'USD',
  value,
  filing: `f-${end}`,
  form: '10-Q',
  filed: end as Day,
  ...change,
});

const YEAR_2024 = [
  figure('2024-01-01', '2024-03-31', 10),
  figure('2024-01-01', '2024-06-30', 25),
  figure('2024-01-01', '2024-09-30', 45),
  figure('2024-01-01', '2024-12-31', 70, { form: '10-K' }),
];

describe('quarters out of the year so far', () => {
  it('takes the first as stated and the others as differences', () => {
    const quarters = quartersOf(YEAR_2024);
    expect(quarters.map(({ end, value, derived }) => [end, value, derived])).toEqual([
      ['2024-03-31', 10, false],
      ['2024-06-30', 15, true],
      ['2024-09-30', 20, true],
      ['2024-12-31', 25, true],
    ]);
    expect(quarters[3]).toMatchObject({ start: '2024-10-01', filings: ['f-2024-12-31', 'f-2024-09-30'] });
  });

  it('prefers a quarter that a filing states', () => {
    const quarters = quartersOf([...YEAR_2024, figure('2024-04-01', '2024-06-30', 15.2)]);
    expect(quarters[1]).toMatchObject({ value: 15.2, derived: false });
  });

  it('makes no quarter out of a gap of half a year', () => {
    const quarters = quartersOf([YEAR_2024[0], YEAR_2024[2]].filter((one) => one !== undefined));
    expect(quarters.map(({ end }) => end)).toEqual(['2024-03-31']);
  });

  it('follows a company that changes its tag, and prefers the one still in use', () => {
    const old = figure('2024-01-01', '2024-03-31', 9, { tag: 'Old' });
    const before = figure('2023-10-01', '2023-12-31', 8, { tag: 'Old' });
    const quarters = quartersOf([old, before, ...YEAR_2024]);
    expect(quarters.map(({ end, tag }) => [end, tag]).slice(0, 2)).toEqual([
      ['2023-12-31', 'Old'],
      ['2024-03-31', 'Payments'],
    ]);
  });

  it('reckons growth against the quarter a year earlier, 53 weeks included, and none without it', () => {
    const quarters = quartersOf([
      figure('2024-01-29', '2024-04-28', 40),
      figure('2025-01-27', '2025-04-27', 50),
      figure('2025-04-28', '2025-07-27', 60),
    ]);
    expect(quarters.map(({ yearOnYear }) => yearOnYear)).toEqual([null, 0.25, null]);
  });

  it('keeps companies and currencies apart', () => {
    const quarters = quartersOf([
      figure('2024-01-01', '2024-03-31', 10),
      figure('2025-01-01', '2025-03-31', 20, { company: 'Beta' }),
      figure('2025-01-01', '2025-03-31', 30, { currency: 'EUR' }),
    ]);
    expect(quarters.map(({ yearOnYear }) => yearOnYear)).toEqual([null, null, null]);
  });
});
