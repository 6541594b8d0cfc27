import { rateOn } from '../db/ledger/rates.ts';
import type { Database } from '../db/open.ts';
import { type Day, lastDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import type { DocumentRef } from '../model/ledger.ts';
import type { Rate, RateLookup } from '../model/rate.ts';

/**
 * The reference rates that some facts need: of each foreign sum and of the dollar, on the days that the sum can stand
 * for. Asked one by one, since few facts need any and the bank's whole history is long.
 */
export async function ratesNeeded(
  db: Database,
  facts: readonly Fact[],
  documents: ReadonlyMap<string, DocumentRef>,
): Promise<RateLookup> {
  const known = new Map<string, Rate | null>();
  for (const fact of facts) {
    if (fact.type !== 'amount' || fact.amount.currency === 'USD') continue;
    for (const date of [fact.amount.date, documents.get(fact.documentId)?.published]) {
      if (!date) continue;
      const day = lastDay(date);
      for (const currency of [fact.amount.currency, 'USD']) {
        const key = keyOf(currency, day);
        if (!known.has(key)) known.set(key, await rateOn(db, currency, day));
      }
    }
  }
  return (currency, day) =>
    currency === 'EUR' ? { currency, day, perEuro: 1 } : (known.get(keyOf(currency, day)) ?? null);
}

const keyOf = (currency: string, day: Day) => `${currency} ${day}`;
