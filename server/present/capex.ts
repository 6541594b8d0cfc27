import type { PartialDay } from '../../model/day.ts';
import type { QuarterFigure } from '../../model/figure.ts';
import { formatDay, formatMoney } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import { quartersChart } from '../charts/charts.ts';
import type { Chart } from '../charts/draw.ts';

/** One company's capital expenditure by quarter, drawn and told. */
export interface CapexCompany {
  company: string;
  latest: { quarter: string; value: string; growth: string | null };
  chart: Chart;
  rows: { quarter: string; value: string; growth: string; note: string; filings: string }[];
}

const MOST_QUARTERS = 20;
const BILLION = 1e9;

/** Takes quarters of all companies; gives each company's latest twenty, the largest spender first. */
export function capexCompanies(quarters: readonly QuarterFigure[]): CapexCompany[] {
  const companies = new Map<string, QuarterFigure[]>();
  for (const quarter of quarters) companies.set(quarter.company, [...(companies.get(quarter.company) ?? []), quarter]);
  const shown = [...companies].map(([company, own]) => [company, own.slice(-MOST_QUARTERS)] as const);
  const most = Math.max(1, ...shown.flatMap(([, own]) => own.map(({ value }) => value)));
  return shown
    .sort(([, a], [, b]) => (b.at(-1)?.value ?? 0) - (a.at(-1)?.value ?? 0))
    .map(([company, own]) => companyOf(company, own, most));
}

function companyOf(company: string, own: readonly QuarterFigure[], most: number): CapexCompany {
  const last = own.at(-1) as QuarterFigure;
  const growth = growthWords(last);
  const name = `${company}: ${formatMoney(last)} in ${quarterName(last)}${growth ? t('capex.on-the-year-small', { growth }) : ''}.`;
  return {
    company,
    latest: { quarter: quarterName(last), value: formatMoney(last), growth },
    chart: quartersChart(
      name,
      { spent: t('capex.spent-in-billions', { currency: last.currency }), growth: t('capex.on-the-year') },
      own.map(({ end, value, yearOnYear }) => {
        return { label: formatDay(end.slice(0, 7) as PartialDay), billions: value / BILLION, growth: yearOnYear };
      }),
      most / BILLION,
    ),
    rows: own.toReversed().map(rowOf),
  };
}

/** "quarter to 31 Mar 2026": companies end their years on different days. */
const quarterName = ({ end }: QuarterFigure) => t('capex.quarter-to-small', { end: formatDay(end) });

function growthWords({ yearOnYear }: QuarterFigure): string | null {
  if (yearOnYear === null) return null;
  const percent = Math.round(yearOnYear * 100);
  return `${percent >= 0 ? '+' : '−'}${Math.abs(percent)} %`;
}

function rowOf(quarter: QuarterFigure) {
  return {
    quarter: formatDay(quarter.end),
    value: formatMoney(quarter),
    growth: growthWords(quarter) ?? t('capex.not-known'),
    note: quarter.derived ? t('capex.difference-of-two-longer-periods') : t('capex.as-stated'),
    filings: quarter.filings.join(', '),
  };
}
