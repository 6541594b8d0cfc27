import type { Pair } from '../../model/ledger.ts';
import { promised } from './money.ts';

/** The currency in which most was put in, promised or committed; null when no sum is known. */
export function mainCurrency(pair: Pair): string | null {
  const all = [pair.sums.paid, pair.sums.committed, promised(pair)].flatMap((sums) => Object.entries(sums));
  return all.filter(([, n]) => n > 0).sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
