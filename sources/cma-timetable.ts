import { makeDay, type PartialDay, parsePartialDay } from '../model/day.ts';
import { all, type Page, text } from './html.ts';

/** One row of the statutory timetable of a case page. */
export interface TimetableRow {
  /** The first day that the row names; null when its cell has no date. */
  date: PartialDay | null;
  action: string;
  /** The row as it stands in the page's text. */
  line: string;
}

/** Takes the tree of a case page's body; gives the rows of its timetables, in page order. */
export function readTimetable(page: Page): TimetableRow[] {
  return all(page, 'table')
    .filter((table) => /\baction\b/i.test(all(page, 'th', 0, table).map(text).join(' ')))
    .flatMap((table) => all(page, 'tr', 1, table))
    .map((row) => all(page, 'td', 0, row).map(text))
    .filter((cells) => cells.length >= 2)
    .map(([when = '', action = '']) => ({
      date: firstDate(when),
      action: action.replace(/\s*\(\*+\)/g, '').trim(),
      line: `${when} | ${action}`,
    }));
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const CELL =
  /^(?:from\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+(?!to\b|until\b|and\b)([a-z]+))?(?:\s+(\d{4}))?\s*(?:(?:to|until|and|[-–—])\s*(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\s+(\d{4}))?/i;

/**
 * Takes a date cell: a day ("18 December 2024"), a range ("4 December 2024 to 18 December 2024") or a range that
 * shares its month or year ("10 to 24 July 2015", "28 March to 5 April 2024"). Gives its first day, the month when the
 * cell has no more ("May 2026"), or null.
 */
export function firstDate(cell: string): PartialDay | null {
  const m = CELL.exec(cell.trim().replace(/\s*\(\*+\)/g, ''));
  if (!m) return monthOnly(cell);
  const month = MONTHS.indexOf((m[2] ?? m[5] ?? '').toLowerCase()) + 1;
  const year = Number(m[3] ?? m[6]);
  const last = MONTHS.indexOf((m[5] ?? '').toLowerCase()) + 1;
  // "20 December to 10 January 2025" begins in the year before.
  const before = !m[3] && last > 0 && month > last ? 1 : 0;
  return makeDay(year - before, month, Number(m[1])) as PartialDay | null;
}

function monthOnly(cell: string): PartialDay | null {
  const [, name = '', year = ''] = /\b([a-z]+)\s+(\d{4})\b/i.exec(cell) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return month ? parsePartialDay(`${year}-${String(month).padStart(2, '0')}`) : null;
}
