import type { Currency } from './amount.ts';
import type { Day } from './day.ts';

/** Figures that companies report to an authority in machine-readable form. */

export const FIGURE_KINDS = ['capex'] as const;
/** capex: cash paid for property and equipment; leases are not in it. */
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** One figure of one period as a filing states it. */
export interface ReportedFigure {
  /** Common name of the group. */
  company: string;
  kind: FigureKind;
  /** The filer's own name for the line, such as `PaymentsToAcquireProductiveAssets`. */
  tag: string;
  start: Day;
  end: Day;
  currency: Currency;
  /** Full units; a payment is positive. */
  value: number;
  /** Accession number of the filing that states it. */
  filing: string;
  form: string;
  filed: Day;
}

/** A quarter of one company, ready to be charted. */
export interface QuarterFigure {
  company: string;
  start: Day;
  end: Day;
  currency: Currency;
  value: number;
  /** Change against the quarter a year earlier, 0.25 for a quarter more; null when that one is not known. */
  yearOnYear: number | null;
  /** True when no filing states the quarter alone and it is the difference of two longer periods. */
  derived: boolean;
  tag: string;
  /** The filings that it rests on. */
  filings: string[];
}
