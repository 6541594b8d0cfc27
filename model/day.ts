/**
 * The one place that reads or prints a date. A Day is `2024-03-27`, a PartialDay may stop at the month or the year
 * (`2024-03`, `2024`), an Instant is UTC to the millisecond. Nothing here asks the clock: `now` is handed in.
 */
export type Day = string & { readonly __day: unique symbol };
export type PartialDay = string & { readonly __partialDay: unique symbol };
export type Instant = string & { readonly __instant: unique symbol };

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

/** Takes `2024`, `2024-03` or `2024-03-27`; gives it back typed, or null when no such date exists. */
export function parsePartialDay(text: string): PartialDay | null {
  const m = PARTIAL.exec(text);
  if (!m) return null;
  const [year, month, day] = [Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1)];
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? (text as PartialDay) : null;
}

/** Takes `2024-03-27`; gives a Day, or null when it is not a full date that exists. */
export function parseDay(text: string): Day | null {
  return text.length === 10 && parsePartialDay(text) ? (text as Day) : null;
}

/** Takes year, month (1–12) and day; gives a Day, or null when no such date exists. */
export function makeDay(year: number, month: number, day: number): Day | null {
  const pad = (n: number) => String(n).padStart(2, '0');
  return parseDay(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`);
}

/** Takes a Date; gives the instant in UTC. Throws RangeError for an invalid Date. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** Takes text as stored; gives an Instant, or null when it is not one. */
export function parseInstant(text: string): Instant | null {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text)) ? (text as Instant) : null;
}

/** The UTC day of an instant. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10) as Day;
}

export type Precision = 'year' | 'month' | 'day';

/** How exactly a partial day is known. */
export function precisionOf(day: PartialDay): Precision {
  return day.length === 4 ? 'year' : day.length === 7 ? 'month' : 'day';
}

/** The first day that a partial day can mean. */
export function firstDay(day: PartialDay): Day {
  return (day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day) as Day;
}

/** The last day that a partial day can mean. */
export function lastDay(day: PartialDay): Day {
  if (day.length === 10) return day as unknown as Day;
  const [year, month] = [Number(day.slice(0, 4)), day.length === 7 ? Number(day.slice(5, 7)) : 12];
  return dayOf(instantOf(new Date(Date.UTC(year, month, 0))));
}

/** Orders partial days by their first day, the more exact one later when they begin alike; null comes first. */
export function comparePartial(a: PartialDay | null, b: PartialDay | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  const [x, y] = [firstDay(a), firstDay(b)];
  return x < y ? -1 : x > y ? 1 : a.length - b.length;
}

/** True when both can mean the same day: `2024` and `2024-03-27` agree, `2024-02` and `2024-03-27` do not. */
export function mayBeSameDay(a: PartialDay, b: PartialDay): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Whole days from a to b, negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS);
}

/** The number of a day, counted from 1 January 1970: quicker to compare than days. */
export function daysSinceEpoch(day: Day): number {
  return Math.round(Date.parse(day) / DAY_MS);
}

/** The day n days later (earlier when n is negative). */
export function addDays(day: Day, n: number): Day {
  return dayOf(instantOf(new Date(Date.parse(day) + n * DAY_MS)));
}

/** The instant n milliseconds later. */
export function addMs(instant: Instant, ms: number): Instant {
  return instantOf(new Date(Date.parse(instant) + ms));
}

/** For people: `20 Apr 2026`, `Apr 2026` or `2026`; never an invented day. */
export function formatDay(day: PartialDay | Day): string {
  const [year, month, date] = day.split('-');
  const name = month ? MONTHS[Number(month) - 1] : null;
  return [date ? String(Number(date)) : null, name, year].filter(Boolean).join(' ');
}

/** For people: `20 Apr 2026, 18:02 UTC`. */
export function formatInstant(instant: Instant): string {
  return `${formatDay(dayOf(instant))}, ${instant.slice(11, 16)} UTC`;
}
