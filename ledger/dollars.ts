import type { SumByCurrency } from '../model/amount.ts';
import { lastDay } from '../model/day.ts';
import type { DealEvent, Pair } from '../model/ledger.ts';
import { convert, type RateLookup } from '../model/rate.ts';

/**
 * Takes a pair and the reference rates; gives its sums in US dollars. Each currency's sum is turned by the rates of the
 * days of the events that make it up, weighed by their size; a part without a rate leaves the whole sum out, since half
 * a sum would look like all of it.
 */
export function dollarsOf(pair: Pick<Pair, 'deals' | 'sums'>, rates: RateLookup): NonNullable<Pair['usd']> {
  const events = pair.deals.flatMap((deal) => deal.events);
  const paid = inDollars(pair.sums.paid, events, rates);
  const committed = inDollars(pair.sums.committed, events, rates);
  const ceiling = inDollars(pair.sums.ceiling, events, rates);
  return {
    ...(paid === null ? {} : { paid }),
    ...(committed === null ? {} : { committed }),
    ...(ceiling === null ? {} : { ceiling }),
  };
}

function inDollars(sums: SumByCurrency, events: readonly DealEvent[], rates: RateLookup): number | null {
  const entries = Object.entries(sums);
  if (!entries.length) return null;
  let total = 0;
  for (const [currency, value] of entries) {
    const rate = currency === 'USD' ? 1 : rateFor(currency, events, rates);
    if (rate === null) return null;
    total += value * rate;
  }
  return Math.round(total);
}

/** Dollars for one unit of a currency over the days of its events; null when none of them has a rate. */
function rateFor(currency: string, events: readonly DealEvent[], rates: RateLookup): number | null {
  let [original, turned] = [0, 0];
  for (const { value, currency: own, date, reportedOn } of events) {
    const day = date ?? reportedOn;
    if (own !== currency || !value || !day) continue;
    const converted = convert({ value, currency }, 'USD', lastDay(day), rates);
    if (!converted) continue;
    original += value;
    turned += converted.value;
  }
  return original > 0 ? turned / original : null;
}
