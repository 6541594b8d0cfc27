import type { Currency } from './amount.ts';
import { type Day, daysBetween } from './day.ts';

/** The European Central Bank's reference rate of one working day. */
export interface Rate {
  currency: Currency;
  day: Day;
  /** Units of the currency for one euro, as published: USD 1.0823 means 1 EUR = 1.0823 USD. */
  perEuro: number;
}

/** Gives the rate of a currency that counts on a day, or null when none is known. The euro itself is always 1. */
export type RateLookup = (currency: Currency, day: Day) => Rate | null;

/** A sum in another currency, with what it was and by which rates it was turned. */
export interface Converted {
  value: number;
  currency: Currency;
  original: { value: number; currency: Currency };
  /** Day of the rates used: the later one when the two differ. */
  rateDay: Day;
}

/**
 * Rates are published on working days only; over Easter or the turn of the year up to five days pass. An older one no
 * longer tells what money was worth on the day.
 */
export const OLDEST_RATE_DAYS = 7;

/** Takes a rate and a day; true when the rate was the last one published on that day and is not too old. */
export function countsOn(rate: Rate, day: Day): boolean {
  const age = daysBetween(rate.day, day);
  return age >= 0 && age <= OLDEST_RATE_DAYS;
}

/**
 * Turns a sum into another currency at the reference rates that count on a day (by way of the euro, as the bank advises);
 * gives null when a rate is missing: nothing is guessed. The result is not rounded.
 */
export function convert(
  money: { value: number; currency: Currency },
  to: Currency,
  day: Day,
  rates: RateLookup,
): Converted | null {
  const from = rates(money.currency, day);
  const into = rates(to, day);
  if (!from || !into) return null;
  const rateDay = from.day > into.day ? from.day : into.day;
  const value = money.currency === to ? money.value : (money.value / from.perEuro) * into.perEuro;
  return { value, currency: to, original: { value: money.value, currency: money.currency }, rateDay };
}

/**
 * Takes rates in any order; gives the look-up over them: the last rate on or before the day, if it is not too old.
 */
export function rateLookup(rates: Iterable<Rate>): RateLookup {
  const byCurrency = new Map<Currency, Rate[]>();
  for (const rate of rates) {
    const known = byCurrency.get(rate.currency);
    if (known) known.push(rate);
    else byCurrency.set(rate.currency, [rate]);
  }
  for (const series of byCurrency.values()) series.sort((a, b) => (a.day < b.day ? -1 : 1));
  return (currency, day) => {
    if (currency === 'EUR') return { currency, day, perEuro: 1 };
    const rate = lastUntil(byCurrency.get(currency) ?? [], day);
    return rate && countsOn(rate, day) ? rate : null;
  };
}

/** The last of a series in order whose day is not after the given one. */
function lastUntil(series: readonly Rate[], day: Day): Rate | null {
  let [low, high] = [0, series.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series[middle] as Rate).day <= day) low = middle + 1;
    else high = middle;
  }
  return series[low - 1] ?? null;
}
