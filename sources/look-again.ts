import { type Day, dayOf, daysBetween, type Instant } from '../model/day.ts';

/** A Monday; weeks and other spans are counted from it. */
const FIRST = '2020-01-06' as Day;

/**
 * Takes when a list was fetched and after how many days the page of an open case is to be read again although the list
 * says nothing new of it; gives a mark for its fingerprint that stays the same for so long. Pages are touched up without a
 * word in their list: a new row of a timetable, a filing; and a step that was a plan has come when its day has.
 */
export function lookAgainMark(fetchedAt: Instant, everyDays: number): string {
  return `look ${Math.floor(daysBetween(FIRST, dayOf(fetchedAt)) / everyDays)}`;
}
