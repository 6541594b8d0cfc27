import type { QuarterFigure } from '../../model/figure.ts';
import { formatDay, formatMoney } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

/** One company's capital expenditure by quarter, drawn and told. */
export interface CapexCompany {
  company: string;
  latest: { quarter: string; value: string; growth: string | null };
  /** Bars of one height scale for all companies. */
  bars: { x: number; y: number; width: number; height: number; title: string }[];
  rows: { quarter: string; value: string; growth: string; note: string; filings: string }[];
  name: string;
}

export const CAPEX_SIZE = { width: 460, height: 110 } as const;
const [MOST_QUARTERS, FOOT] = [20, 4];

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
  const step = CAPEX_SIZE.width / MOST_QUARTERS;
  const bars = own.map((quarter, i) => {
    const height = Math.max(1, (quarter.value / most) * (CAPEX_SIZE.height - FOOT));
    const place = MOST_QUARTERS - own.length + i;
    const title = `${quarterName(quarter)}: ${formatMoney(quarter)}`;
    return {
      x: round(place * step + 2),
      y: round(CAPEX_SIZE.height - height),
      width: round(step - 4),
      height: round(height),
      title,
    };
  });
  const growth = growthWords(last);
  return {
    company,
    latest: { quarter: quarterName(last), value: formatMoney(last), growth },
    bars,
    rows: own.toReversed().map(rowOf),
    name: `${company}: ${formatMoney(last)} in ${quarterName(last)}${growth ? t('capex.on-the-year-small', { growth }) : ''}.`,
  };
}

const round = (n: number) => Number(n.toFixed(1));

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
