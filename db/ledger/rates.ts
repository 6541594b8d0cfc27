import type { Currency } from '../../model/amount.ts';
import { addDays, type Day, type Instant } from '../../model/day.ts';
import { countsOn, OLDEST_RATE_DAYS, type Rate, type RateLookup, rateLookup } from '../../model/rate.ts';
import { chunks } from '../chunks.ts';
import { type Database, inTransaction } from '../open.ts';

/** Reference rates of the European Central Bank, one row a currency and working day. */

const ROWS_AT_ONCE = 200;

/** Stores rates; one published anew for the same day replaces the earlier. Gives how many are new or changed. */
export function saveRates(db: Database, rates: readonly Rate[], now: Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    let written = 0n;
    for (const some of chunks(rates, ROWS_AT_ONCE)) {
      const values = some.map(({ currency, day, perEuro }) => ({ currency, day, per_euro: perEuro, fetched_at: now }));
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('exchange_rates')
        .values(values)
        .onConflict((oc) =>
          oc
            .columns(['currency', 'day'])
            .doUpdateSet((eb) => ({ per_euro: eb.ref('excluded.per_euro'), fetched_at: eb.ref('excluded.fetched_at') }))
            .whereRef('exchange_rates.per_euro', '<>', 'excluded.per_euro'),
        )
        .executeTakeFirstOrThrow();
      written += numInsertedOrUpdatedRows ?? 0n;
    }
    return Number(written);
  });
}

/** The rate of a currency that counts on a day: the last published until then, a week old at most; null when none is. */
export async function rateOn(db: Database, currency: Currency, day: Day): Promise<Rate | null> {
  if (currency === 'EUR') return { currency, day, perEuro: 1 };
  const row = await db
    .selectFrom('exchange_rates')
    .select(['currency', 'day', 'per_euro'])
    .where('currency', '=', currency)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  const rate = row && toRate(row);
  return rate && countsOn(rate, day) ? rate : null;
}

/** The look-up for one day and its neighbours: what pages need of the rates, without the years before. */
export async function ratesAround(db: Database, currencies: readonly Currency[], day: Day): Promise<RateLookup> {
  const rows = await db
    .selectFrom('exchange_rates')
    .select(['currency', 'day', 'per_euro'])
    .where('currency', 'in', currencies)
    .where('day', '<=', day)
    .where('day', '>=', addDays(day, -OLDEST_RATE_DAYS))
    .execute();
  return rateLookup(rows.map(toRate));
}

function toRate(row: { currency: string; day: Day; per_euro: number }): Rate {
  return { currency: row.currency, day: row.day, perEuro: row.per_euro };
}
