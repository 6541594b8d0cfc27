import {
  addDays,
  dayOf,
  firstDay,
  type Instant,
  instantOf,
  makeDay,
  type PartialDay,
  parsePartialDay,
} from '../../model/day.ts';
import { writtenDay } from './written-date.ts';

/** Dates as feeds and pages write them. What cannot be read is undated; nothing becomes "now". */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]\d{2}:?\d{2}.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const DAY_FIRST = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?!\d)/i;
const MONTH_FIRST = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i;

/**
 * Takes a date in ISO 8601, RFC 822 or written out, month names of the languages read among them; gives the day as written there (in the writer's own
 * zone), or the month or year when no more is said, or null.
 */
export function readDate(raw: string | null | undefined): PartialDay | null {
  const text = raw?.trim() ?? '';
  if (text.length > 60) return null;
  const iso = ISO.exec(text);
  if (iso) return parsePartialDay([iso[1], iso[2], iso[3]].filter(Boolean).join('-'));
  const compact = COMPACT.exec(text);
  if (compact) return parsePartialDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
  if (/^\d{4}$/.test(text)) return parsePartialDay(text);
  return readWords(text);
}

function readWords(text: string): PartialDay | null {
  const d = DAY_FIRST.exec(text);
  const dayFirst = d && fromParts(d[3] ?? '', d[2] ?? '', d[1] ?? '');
  if (dayFirst) return dayFirst;
  const m = MONTH_FIRST.exec(text);
  const english = m && fromParts(m[3] ?? '', m[1] ?? '', m[2] ?? '');
  // Some feeds write RFC 822 with the names of their own language: "Seg, 24 Set 2018 20:08:12 -0300".
  return english ?? writtenDay(text, null);
}

function fromParts(year: string, month: string, day: string): PartialDay | null {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  // RFC 822 allowed two digits; RFC 2822 reads 00–49 as this century.
  const full = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  return makeDay(full, number, Number(day)) as PartialDay | null;
}

/** The web is younger than this; an earlier date is an empty field of some database. */
const EARLIEST = '1990';

/**
 * Takes a day and the instant of fetching; true when something can have been published on that day. One day of grace
 * for time zones ahead of ours.
 */
export function isPlausible(day: PartialDay, fetchedAt: Instant): boolean {
  return day >= EARLIEST && firstDay(day) <= addDays(dayOf(fetchedAt), 1);
}

/** Takes a date with a time as feeds write it; gives the instant, or null. Without a zone it counts as UTC. */
export function readInstant(raw: string | null | undefined): Instant | null {
  const day = readDate(raw);
  if (!day || !raw || day.length < 10) return null;
  const hasZone = /(Z|[+-]\d{2}:?\d{2}|GMT|UT|[ECMP][SD]T)\s*$/i.test(raw);
  const zoned = hasZone ? raw : /\dT\d/.test(raw) ? `${raw.trim()}Z` : `${raw.trim()} GMT`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? (`${day}T00:00:00.000Z` as Instant) : instantOf(new Date(time));
}
