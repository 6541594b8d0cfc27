import { addDays, type Day, daysBetween } from './day.ts';
import type { QuarterFigure, ReportedFigure } from './figure.ts';

/**
 * Quarters out of what filings state. A quarterly report gives the year so far, so that a quarter is often the
 * difference of two periods that begin alike; the fourth always is.
 */

/** Twelve to fifteen weeks: quarters of firms that count in weeks are not all of one length. */
const SHORTEST_QUARTER = 80;
const LONGEST_QUARTER = 105;
/** A year earlier, give or take the week that a 53rd one shifts. */
const YEAR_DAYS = 364;
const YEAR_LEEWAY = 10;

/**
 * Takes the figures of one kind, of any companies and tags; gives the quarters of each company in order of their end,
 * in one currency each. Where two tags cover a quarter, the one used last in filings counts: it is the one still in use.
 */
export function quartersOf(figures: readonly ReportedFigure[]): QuarterFigure[] {
  const companies = group(figures, (figure) => `${figure.company}\n${figure.currency}`);
  return [...companies.values()].flatMap((own) => withGrowth(mergedTags(own)));
}

type Quarter = Omit<QuarterFigure, 'yearOnYear'>;

function mergedTags(figures: readonly ReportedFigure[]): Quarter[] {
  const tags = [...group(figures, (figure) => figure.tag).values()];
  tags.sort((a, b) => (newestEnd(a) < newestEnd(b) ? 1 : -1));
  const byEnd = new Map<Day, Quarter>();
  for (const quarter of tags.flatMap(quartersOfTag)) {
    if (!byEnd.has(quarter.end)) byEnd.set(quarter.end, quarter);
  }
  return [...byEnd.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
}

function newestEnd(figures: readonly ReportedFigure[]): Day {
  return figures.reduce((newest, { end }) => (end > newest ? end : newest), '' as Day);
}

/** Quarters of one company under one tag: stated ones first, then differences of periods that begin on one day. */
function quartersOfTag(figures: readonly ReportedFigure[]): Quarter[] {
  const stated = figures.filter(({ start, end }) => isQuarter(start, end)).map(statedQuarter);
  const known = new Set(stated.map(({ end }) => end));
  const periods = [...group(figures, ({ start }) => start).values()];
  const derived = periods.flatMap(differences).filter(({ end }) => !known.has(end));
  return [...stated, ...derived];
}

function statedQuarter({ company, start, end, currency, value, tag, filing }: ReportedFigure): Quarter {
  return { company, start, end, currency, value, derived: false, tag, filings: [filing] };
}

/** Takes periods that begin on one day; gives the quarter between each and the next. */
function differences(periods: readonly ReportedFigure[]): Quarter[] {
  const inOrder = [...periods].sort((a, b) => (a.end < b.end ? -1 : 1));
  return inOrder.slice(1).flatMap((longer, n) => {
    const shorter = inOrder[n] as ReportedFigure;
    const start = addDays(shorter.end, 1);
    if (!isQuarter(start, longer.end)) return [];
    const { company, end, currency, tag } = longer;
    const value = longer.value - shorter.value;
    return [{ company, start, end, currency, value, derived: true, tag, filings: [longer.filing, shorter.filing] }];
  });
}

function isQuarter(start: Day, end: Day): boolean {
  const days = daysBetween(start, end) + 1;
  return days >= SHORTEST_QUARTER && days <= LONGEST_QUARTER;
}

function withGrowth(quarters: readonly Quarter[]): QuarterFigure[] {
  return quarters.map((quarter) => {
    const before = quarters.find(({ end }) => Math.abs(daysBetween(end, quarter.end) - YEAR_DAYS) <= YEAR_LEEWAY);
    const yearOnYear = before && before.value > 0 ? quarter.value / before.value - 1 : null;
    return { ...quarter, yearOnYear };
  });
}

function group<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const own = groups.get(key);
    if (own) own.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
