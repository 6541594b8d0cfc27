import {
  comparePartial,
  type Day,
  firstDay,
  formatDay,
  lastDay,
  type PartialDay,
  parsePartialDay,
} from '../model/day.ts';
import { TERM_LABELS } from '../model/labels.ts';
import type { DealTerm } from '../model/ledger.ts';

/** True when b is on or after a and at most so many months later; false when one of them is not known. */
export function withinMonths(a: PartialDay | null, b: PartialDay | null, months: number): boolean {
  if (a === null || b === null || comparePartial(a, b) > 0) return false;
  return firstDay(b) <= monthsLater(firstDay(a), months);
}

/** The same date some months on, good for comparing only: 30 November and three months give `2025-02-30`. */
function monthsLater(day: Day, months: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${Math.floor(count / 12)}-${pad((count % 12) + 1)}${day.slice(7)}`;
}

/** For people: `27 Mar 2024`; empty when not known. */
export function when(date: PartialDay | null): string {
  return date === null ? '' : formatDay(date);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `2019 - Jan 2025`, `to Apr 2026`, `until 2025`: the end of a right as people write it. */
const END = /(?:[-–]|\bto\b|\buntil\b|\btill\b)\s*(?:([a-z]{3})[a-z]*\.?\s+)?((?:19|20)\d{2})\b/i;

/** The day after which a right no longer holds, as its description states it; null when it states none. */
export function endOf(detail: string): Day | null {
  const found = END.exec(detail);
  if (!found) return null;
  const month = MONTHS.indexOf(found[1]?.toLowerCase() ?? '') + 1;
  const end = parsePartialDay(month ? `${found[2]}-${String(month).padStart(2, '0')}` : (found[2] as string));
  return end ? lastDay(end) : null;
}

/** True when a description says that the right ended before today. */
export function isOver(detail: string, today: Day): boolean {
  const end = endOf(detail);
  return end !== null && end < today;
}

/** A term without what is over; null when all of it is: by its own words, or because something took its place. */
export function inForce(term: DealTerm | null, today: Day): DealTerm | null {
  if (!term || (term.until && firstDay(term.until) <= today)) return null;
  const details = term.details.filter((detail) => !isOver(detail, today));
  return details.length || !term.details.length ? { ...term, details } : null;
}

/** What of a term is over, in words for a fact against; empty when all of it stands. */
export function whatIsOver(term: DealTerm | null, today: Day): string[] {
  if (!term) return [];
  const words = term.details.filter((detail) => isOver(detail, today));
  if (!term.until || firstDay(term.until) > today) return words;
  const from = term.since ? `${formatDay(term.since)} to ` : 'until ';
  const next = term.endedBy ? `, then ${TERM_LABELS[term.endedBy].toLowerCase()}` : '';
  return [`${TERM_LABELS[term.term].toLowerCase()}, ${from}${formatDay(term.until)}${next}`];
}
