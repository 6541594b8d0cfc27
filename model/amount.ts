import type { PartialDay } from './day.ts';

/** What a sum is for (annotation guide): this payment, cumulative, whole round, maximum, later part, spend, licence. */
export const AMOUNT_ROLES = ['tranche', 'total', 'round', 'ceiling', 'future', 'commitment', 'fee'] as const;
export type AmountRole = (typeof AMOUNT_ROLES)[number];

/** How exact a document says a sum is; a sum without a hedge is told as exact. */
export const HEDGES = ['over', 'about', 'under'] as const;
export type Hedge = (typeof HEDGES)[number];

/** In what form a sum is put in or paid: shares, a claim that turns into shares, credits for computing, rights to shares, a loan. */
export const INSTRUMENTS = ['equity', 'convertible', 'credits', 'warrants', 'debt'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** ISO 4217 code. */
export type Currency = string;

export interface Money {
  /** Full units: 2.75 billion is 2750000000. The midpoint when `low` and `high` are given. */
  value: number;
  currency: Currency;
  low?: number;
  high?: number;
}

export interface Amount extends Money {
  role: AmountRole;
  hedge?: Hedge;
  /** Only where the words beside the sum say it. */
  instrument?: Instrument;
  /** "A further 2 billion": told as coming on top of what was told before, so that it contradicts no other sum. */
  further?: true;
  /** Only what the document states for this sum. */
  date?: PartialDay;
}

export type SumByCurrency = Record<Currency, number>;

/** How exact each of several sums is; a currency that is missing is told as exact. */
export type HedgeByCurrency = Record<Currency, Hedge>;

/** How exact a sum of some sums is: "over" and exact ones come to "over", "over" and "under" to "about". */
export function hedgeOfSum(parts: readonly (Hedge | undefined)[]): Hedge | undefined {
  const told = new Set(parts.filter((hedge) => hedge !== undefined));
  return told.size > 1 ? 'about' : [...told][0];
}

/** Adds within each currency; never across. */
export function addMoney(sums: SumByCurrency, money: { value: number; currency: Currency }): SumByCurrency {
  return { ...sums, [money.currency]: (sums[money.currency] ?? 0) + money.value };
}

/** True when two sums are the same but for rounding: within `tolerance` (2 % by default) in one currency. */
export function sameMoney(a: Money, b: Money, tolerance = 0.02): boolean {
  if (a.currency !== b.currency) return false;
  return Math.abs(a.value - b.value) <= tolerance * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** Sums of several currencies as they were told, the largest first; what comes to nothing is left out. */
export function eachSum(sums: SumByCurrency, hedges: HedgeByCurrency = {}): ToldSum[] {
  const known = Object.entries(sums).filter(([, value]) => value > 0);
  const order = ([a, x]: [string, number], [b, y]: [string, number]) => y - x || (a < b ? -1 : 1);
  return known.sort(order).map(([currency, value]) => ({ value, currency, hedge: hedges[currency] }));
}

const SYMBOLS: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', KRW: '₩', INR: '₹' };
const SCALES: [number, string][] = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
];

/** For people: `$1.25bn`, `€15m`, `CAD 300m`; up to three decimals, no trailing zeros. */
export function formatMoney(money: { value: number; currency: Currency }): string {
  const symbol = SYMBOLS[money.currency];
  const sign = money.value < 0 ? '−' : '';
  const size = Math.abs(money.value);
  const [scale, unit] = SCALES.find(([s]) => size >= s) ?? [1, ''];
  const digits = String(Number((size / scale).toFixed(size / scale >= 100 ? 1 : 3)));
  return `${sign}${symbol ?? `${money.currency} `}${digits}${unit}`;
}

/** A sum as it was told: a range where one was, and how exact it is. */
export interface ToldSum {
  value: number;
  currency: Currency;
  low?: number | null;
  high?: number | null;
  hedge?: Hedge | undefined;
}

/** How a language says a sum that was told. */
export interface SumWords {
  money(sum: { value: number; currency: Currency }): string;
  range(low: string, high: string): string;
  hedged(hedge: Hedge, sum: string): string;
}

const ENGLISH: SumWords = {
  money: formatMoney,
  range: (low, high) => `${low} to ${high}`,
  hedged: (hedge, sum) => `${hedge} ${sum}`,
};

/** The same with how exact it is and with a range as it was told: `about $4bn`, `$3bn to $5bn`. */
export function formatSum(sum: ToldSum, { money, range, hedged }: SumWords = ENGLISH): string {
  const { currency, low = null, high = null, hedge } = sum;
  if (low !== null && high !== null && low !== high) {
    return range(money({ value: low, currency }), money({ value: high, currency }));
  }
  return hedge ? hedged(hedge, money(sum)) : money(sum);
}
