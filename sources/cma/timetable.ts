import type { Element } from 'domhandler';
import { makeDay, type PartialDay, parsePartialDay } from '../../model/day.ts';
import { all, type Page, text } from '../parsing/html.ts';

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
    .map((table) => ({ head: all(page, 'th', 0, table).map(text).join(' '), rows: rowsOf(page, table) }))
    .filter(({ head, rows }) => /\baction\b/i.test(head) || (!OTHER.test(head) && isDated(rows)))
    .flatMap(({ rows }) => rows)
    .map(([when = '', action = '']) => ({
      date: firstDate(when),
      action: action.replace(/\s*\(\*+\)/g, '').trim(),
      line: `${when} | ${action}`,
    }));
}

/** Heads of tables that list something else by its date. */
const OTHER = /document|size|file|fine|penalt/i;

const rowsOf = (page: Page, table: Element): string[][] =>
  all(page, 'tr', 0, table)
    .map((row) => all(page, 'td', 0, row).map(text))
    .filter((cells) => cells.length >= 2);

/** A table whose heads have other words is a timetable when most of its rows begin with a date. */
function isDated(rows: readonly string[][]): boolean {
  const dated = rows.filter(([when = '', action]) => action && when.length < 80 && firstDate(when) !== null);
  return dated.length >= 2 && dated.length * 3 >= rows.length * 2;
}

/** True when the page has a heading for a timetable. */
export function namesTimetable(page: Page): boolean {
  return all(page, 'h2, h3').some((heading) => /\btimetable\b/i.test(text(heading)));
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const SHORT = MONTHS.map((name) => name.slice(0, 3));
/** Words that stand before a date without changing it: "By 5 June 2025", "w/c 3 March 2025", "Thursday 5 June 2025". */
const BEFORE =
  /^(?:(?:from|by|on|no later than|before|until|expected(?: by)?|around|circa|w\/c|week (?:commencing|beginning|of)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[a-z]{3}(?=,? \d)(?<=mon|tue|wed|thu|fri|sat|sun))[,:]?\s+)+/i;
const CELL =
  /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+(?:of\s+)?(?!to\b|until\b|and\b)([a-z]+)\.?)?,?(?:\s+(\d{4}))?\s*(?:(?:to|until|and|[-–—])\s*(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4}))?/i;
const NUMBERS = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/**
 * Takes a date cell: a day ("18 December 2024", "Thursday 18th Dec 2024", "18/12/2024"), a range ("4 December 2024 to
 * 18 December 2024") or a range that shares its month or year ("10 to 24 July 2015", "28 March to 5 April 2024").
 * Gives its first day, the month when the cell has no more ("May 2026", "Early/mid May 2026"), or null.
 */
export function firstDate(cell: string): PartialDay | null {
  const bare = cell
    .slice(0, 200)
    .trim()
    .replace(/\s*\(\*+\)/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(BEFORE, '');
  const iso = ISO.exec(bare);
  if (iso) return parsePartialDay(iso[0]);
  const n = NUMBERS.exec(bare);
  if (n) return makeDay(fullYear(n[3]), Number(n[2]), Number(n[1])) as PartialDay | null;
  const m = CELL.exec(bare);
  if (!m) return monthOnly(bare);
  const month = monthNumber(m[2] ?? m[5]);
  const year = Number(m[3] ?? m[6]);
  const last = monthNumber(m[5]);
  // "20 December to 10 January 2025" begins in the year before.
  const before = !m[3] && last > 0 && month > last ? 1 : 0;
  return makeDay(year - before, month, Number(m[1])) as PartialDay | null;
}

const fullYear = (year = '') => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** 1 to 12 for a month by its whole name or its first three or four letters, else 0. */
function monthNumber(name = ''): number {
  const word = name.toLowerCase();
  return MONTHS.indexOf(word) + 1 || (/^(sept|[a-z]{3})$/.test(word) ? SHORT.indexOf(word.slice(0, 3)) + 1 : 0);
}

function monthOnly(cell: string): PartialDay | null {
  const [, name = '', year = ''] = /\b([a-z]+)\.?\s+(\d{4})\b/i.exec(cell) ?? [];
  const month = monthNumber(name);
  return month ? parsePartialDay(`${year}-${String(month).padStart(2, '0')}`) : null;
}
