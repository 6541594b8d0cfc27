import { createRequire } from 'node:module';
import type HolidayCalendar from 'date-holidays';
import { type Day, parseDay } from '../model/day.ts';
import type { Calendar, Holiday } from '../model/deadline.ts';

/**
 * Public holidays. National ones come from the library date-holidays, which follows one-off days (a jubilee, a funeral)
 * as they are proclaimed. The Commission's own are published each year in the Official Journal; they follow Belgium's
 * and Luxembourg's holidays and the end of the year, and are written down here by rule.
 */
type Library = typeof HolidayCalendar;

let library: Library | null = null;

/** The library holds every country's rules in memory, so it is loaded when the first deadline is asked for. */
function loaded(): Library {
  library ??= createRequire(import.meta.url)('date-holidays') as Library;
  return library;
}

const PLACES: Record<Exclude<Calendar, 'european-commission'>, [country: string, state?: string]> = {
  'england-wales': ['GB', 'ENG'],
  'us-federal': ['US'],
  germany: ['DE', 'NW'],
  austria: ['AT'],
};

/** Holidays of the Commission by the library's grammar; `easter 39` is Ascension Day. */
const COMMISSION: readonly (readonly [rule: string, name: string])[] = [
  ['01-01', 'New Year’s Day'],
  ['01-02', 'Day after New Year’s Day'],
  // Both days of the new year fell on a weekend: the Commission counted its 90 days from 27 October 2021 to 15 March 2022.
  ['2022-01-03', 'In place of the day after New Year’s Day'],
  ['easter -3', 'Maundy Thursday'],
  ['easter -2', 'Good Friday'],
  ['easter 1', 'Easter Monday'],
  ['05-01', 'Labour Day'],
  ['05-09', 'Schuman Day'],
  ['easter 39', 'Ascension Day'],
  ['easter 40', 'Day after Ascension Day'],
  ['easter 50', 'Whit Monday'],
  ['07-21', 'Belgian National Day'],
  ['08-15', 'Assumption'],
  ['11-01', 'All Saints’ Day'],
  ['11-02', 'All Souls’ Day'],
  ...['24', '25', '26', '27', '28', '29', '30', '31'].map((day) => [`12-${day}`, 'End of the year'] as const),
];

const years = new Map<string, ReadonlyMap<Day, string>>();

/** The holidays of a calendar that fall into a year, by day; weekends are not among them unless a holiday falls on one. */
export function holidaysIn(calendar: Calendar, year: number): ReadonlyMap<Day, string> {
  const key = `${calendar} ${year}`;
  const known = years.get(key) ?? daysOf(calendar, year);
  years.set(key, known);
  return known;
}

function daysOf(calendar: Calendar, year: number): ReadonlyMap<Day, string> {
  const days = new Map<Day, string>();
  // A holiday that falls on a weekend may be observed in the year before: 1 January 2022 on 31 December 2021.
  for (const one of [year, year + 1].flatMap((y) => calendarOf(calendar).getHolidays(y))) {
    const day = parseDay(one.date.slice(0, 10));
    if (day?.startsWith(String(year)) && one.type === 'public') days.set(day, one.name);
  }
  return days;
}

const calendars = new Map<Calendar, HolidayCalendar>();

function calendarOf(calendar: Calendar): HolidayCalendar {
  const known = calendars.get(calendar);
  if (known) return known;
  const made = calendar === 'european-commission' ? commission() : new (loaded())(...placeOf(calendar));
  calendars.set(calendar, made);
  return made;
}

const placeOf = (calendar: Exclude<Calendar, 'european-commission'>): [string, string] => {
  const [country, state = ''] = PLACES[calendar];
  return [country, state];
};

function commission(): HolidayCalendar {
  const made = new (loaded())();
  for (const [rule, name] of COMMISSION) made.setHoliday(rule, { name: { en: name }, type: 'public' });
  return made;
}

/** The holiday on a day, or null. */
export function holidayOn(calendar: Calendar, day: Day): Holiday | null {
  const name = holidaysIn(calendar, Number(day.slice(0, 4))).get(day);
  return name ? { day, name } : null;
}
