import {
  type Currency,
  formatMoney as englishMoney,
  type SumWords,
  formatSum as sumAsTold,
  type ToldSum,
} from '../model/amount.ts';
import { type Day, dayOf, formatDay as englishDay, type Instant, type PartialDay } from '../model/day.ts';
import type { DecimalMark } from '../model/typed-number.ts';
import { language, t } from './speak.ts';

/** How a language writes dates and money. */
export interface Formats {
  day(day: PartialDay | Day): string;
  money(sum: { value: number; currency: Currency }): string;
}

const ENGLISH: Formats = { day: englishDay, money: englishMoney };
const made = new Map<string, Formats>([['en-GB', ENGLISH]]);

function formats(): Formats {
  const { tag } = language();
  const known = made.get(tag) ?? formatsOf(tag);
  made.set(tag, known);
  return known;
}

function formatsOf(tag: string): Formats {
  const parts = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(tag, parts);
  const month = new Intl.DateTimeFormat(tag, { ...parts, day: undefined });
  const monies = new Map<string, Intl.NumberFormat>();
  return {
    day: (text) => (text.length === 4 ? text : (text.length === 7 ? month : day).format(new Date(text))),
    money: ({ value, currency }) => {
      if (!/^[A-Z]{3}$/.test(currency)) return englishMoney({ value, currency });
      const money = monies.get(currency) ?? moneyFormat(tag, currency);
      monies.set(currency, money);
      return money.format(value);
    },
  };
}

function moneyFormat(tag: string, currency: Currency): Intl.NumberFormat {
  const look = { style: 'currency', currencyDisplay: 'narrowSymbol', notation: 'compact' } as const;
  return new Intl.NumberFormat(tag, { ...look, currency, maximumFractionDigits: 3, minimumFractionDigits: 0 });
}

/** For people: `20 Apr 2026`, `Apr 2026` or `2026`, as the language of the answer writes it; never an invented day. */
export function formatDay(day: PartialDay | Day): string {
  return formats().day(day);
}

/** For people: `20 Apr 2026, 18:02 UTC`. */
export function formatInstant(instant: Instant): string {
  return `${formatDay(dayOf(instant))}, ${instant.slice(11, 16)} UTC`;
}

/** For people: `$1.25bn`, `€15m`; in French `1,25 Md $`, `15 M €`. */
export function formatMoney(sum: { value: number; currency: Currency }): string {
  return formats().money(sum);
}

const SPOKEN: SumWords = {
  money: formatMoney,
  range: (low, high) => t('sums.from-to', { low, high }),
  hedged: (hedge, sum) => t(`sums.${hedge}`, { sum }),
};

/** The same with how exact it is and with a range as it was told: `about $4bn`, `$3bn to $5bn`. */
export function formatSum(sum: ToldSum): string {
  return sumAsTold(sum, SPOKEN);
}

const digits = new Map<string, Intl.NumberFormat>();

/** A number as the language of the answer writes it, with at most so many decimals and at least so many. */
export function formatNumber(value: number, most = 0, least = 0): string {
  const { tag } = language();
  const key = `${tag} ${most} ${least}`;
  const given = { maximumFractionDigits: most, minimumFractionDigits: least };
  const format = digits.get(key) ?? new Intl.NumberFormat(tag, given);
  digits.set(key, format);
  return format.format(value);
}

/** What the language of the answer puts before decimals: how the numbers that a person types into a form are meant. */
export function decimalMark(): DecimalMark {
  return formatNumber(0.5, 1).includes(',') ? ',' : '.';
}
