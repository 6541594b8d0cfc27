import { addDays, type Day, makeDay } from '../model/day.ts';
import type { Calendar, Holiday, TimeUnit } from '../model/deadline.ts';
import { holidayOn } from './holidays.ts';

/** The end of a period and the holidays, weekends aside, that moved it. */
export interface Counted {
  end: Day;
  holidays: Holiday[];
}

/** True for Saturday and Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** True when an authority with that calendar works on a day. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return !isWeekend(day) && holidayOn(calendar, day) === null;
}

/** So many working days after a day: day 1 is the first working day after it. */
export function addWorkingDays(calendar: Calendar, start: Day, count: number): Counted {
  const holidays: Holiday[] = [];
  let day = start;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWeekend(day)) continue;
    const holiday = holidayOn(calendar, day);
    if (holiday) holidays.push(holiday);
    else left -= 1;
  }
  return { end: day, holidays };
}

/** The day itself, or the next working day when it is none. */
export function rolled(calendar: Calendar, day: Day): Counted {
  const holidays: Holiday[] = [];
  let end = day;
  while (!isWorkingDay(calendar, end)) {
    const holiday = holidayOn(calendar, end);
    if (holiday && !isWeekend(end)) holidays.push(holiday);
    end = addDays(end, 1);
  }
  return { end, holidays };
}

/** The day with the same number so many months later; the last of that month when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  for (let last = date; last > 27; last -= 1) {
    const found = makeDay(y, m, last);
    if (found) return found;
  }
  return makeDay(y, m, Math.min(date, 28)) as Day;
}

/** Working days from one day to another: how long an authority took. The first day is not counted, the last one is. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** How a period is counted in a unit, rolled to a working day where the law says so. */
export function counted(calendar: Calendar, start: Day, length: number, unit: TimeUnit, roll: boolean): Counted {
  if (unit === 'working days') return addWorkingDays(calendar, start, length);
  const end = unit === 'months' ? addMonths(start, length) : addDays(start, unit === 'weeks' ? 7 * length - 1 : length);
  return roll ? rolled(calendar, end) : { end, holidays: [] };
}
