import { type Day, lastDay, type PartialDay } from './day.ts';

/** The tests of the Hart-Scott-Rodino Act that depend on the year, in US dollars. */
export interface HsrThresholds {
  /** Size of transaction: below it nothing is notified. */
  transaction: number;
  /** Size of person: what the larger and the smaller party must have in annual sales or assets. */
  larger: number;
  smaller: number;
  /** Above this value the size of the persons does not matter. */
  anySize: number;
}

type Row = readonly [from: string, transaction: number, smaller: number, larger: number, anySize: number];

/**
 * In millions, from the day each took effect. They apply by the day of closing. Source: Federal Register notices under
 * 15 U.S.C. 18a, listed at https://www.ftc.gov/enforcement/premerger-notification-program/current-thresholds
 */
const BY_YEAR: readonly Row[] = [
  ['2026-02-17', 133.9, 26.8, 267.8, 535.5],
  ['2025-02-21', 126.4, 25.3, 252.9, 505.8],
  ['2024-03-06', 119.5, 23.9, 239.0, 478.0],
  ['2023-02-27', 111.4, 22.3, 222.7, 445.5],
  ['2022-02-23', 101.0, 20.2, 202.0, 403.9],
  ['2021-03-04', 92.0, 18.4, 184.0, 368.0],
  ['2020-02-27', 94.0, 18.8, 188.0, 376.0],
  ['2019-04-03', 90.0, 18.0, 180.0, 359.9],
];

/**
 * Takes the day of a deal, exact or not, or null when it is not known; gives the thresholds in dollars. Of several that
 * may apply the later are taken; before the first in the table, the first.
 */
export function hsrThresholds(date: PartialDay | Day | null): HsrThresholds {
  const day = date === null ? '9999' : lastDay(date as PartialDay);
  const row = BY_YEAR.find(([from]) => from <= day) ?? (BY_YEAR.at(-1) as Row);
  const [transaction, smaller, larger, anySize] = row.slice(1).map(dollars) as [number, number, number, number];
  return { transaction, smaller, larger, anySize };
}

const dollars = (millions: string | number) => Math.round(Number(millions) * 10) * 100_000;

/** The size of transaction alone, as in `hsrThresholds`. */
export function hsrThreshold(date: PartialDay | Day | null): number {
  return hsrThresholds(date).transaction;
}
