import { type Day, lastDay, type PartialDay } from './day.ts';

/**
 * The size-of-transaction test of the Hart-Scott-Rodino Act in US dollars, from the day each took effect. It applies by
 * the day of closing. Source: Federal Register notices under 15 U.S.C. 18a, listed at
 * https://www.ftc.gov/enforcement/premerger-notification-program/current-thresholds
 */
const SIZE_OF_TRANSACTION: readonly (readonly [from: string, dollars: number])[] = [
  ['2026-02-17', 133_900_000],
  ['2025-02-21', 126_400_000],
  ['2024-03-06', 119_500_000],
  ['2023-02-27', 111_400_000],
  ['2022-02-23', 101_000_000],
  ['2021-03-04', 92_000_000],
  ['2020-02-27', 94_000_000],
  ['2019-04-03', 90_000_000],
];

/**
 * Takes the day of a deal, exact or not, or null when it is not known; gives the threshold in dollars. Of several that
 * may apply the later is taken; before the first in the table, the first.
 */
export function hsrThreshold(date: PartialDay | Day | null): number {
  const day = date === null ? '9999' : lastDay(date as PartialDay);
  const applies = SIZE_OF_TRANSACTION.find(([from]) => from <= day) ?? SIZE_OF_TRANSACTION.at(-1);
  return applies?.[1] ?? 0;
}
