import { DateTime, IANAZone } from 'luxon';
import { type Day, type Instant, instantOf } from './day.ts';
import type { ReportCadence } from './report.ts';
import type { Cadence, DeliverySettings } from './subscription.ts';

/** True for a zone of the IANA database, such as Europe/Vienna. */
export function isTimeZone(name: string): boolean {
  return name.length <= 64 && IANAZone.isValidZone(name);
}

/**
 * Takes a moment, a zone, an hour of that zone's clock and a weekday (1 Monday, null for any); gives the first such hour
 * after the moment. Where the clock skips the hour it is the next one that exists; where it comes twice, the first.
 */
export function nextLocalHour(after: Instant, zone: string, hour: number, weekday: number | null): Instant {
  const local = DateTime.fromISO(after, { zone });
  for (let days = 0; days <= 8; days += 1) {
    const there = local.startOf('day').plus({ days }).set({ hour });
    const fits = weekday === null || there.weekday === weekday;
    if (fits && there.toMillis() > local.toMillis()) return instantOf(there.toJSDate());
  }
  throw new RangeError(`No hour ${hour} on weekday ${weekday} in ${zone}.`);
}

/** The end of the quiet hours that a moment lies in; the moment itself when it lies in none. They may span midnight. */
export function afterQuietHours(moment: Instant, settings: DeliverySettings): Instant {
  const { quietFrom, quietTo, timeZone } = settings;
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return moment;
  const { hour } = DateTime.fromISO(moment, { zone: timeZone });
  const quiet = quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
  return quiet ? nextLocalHour(moment, timeZone, quietTo, null) : moment;
}

export interface Due {
  at: Instant;
  /** True when it waits, and goes out gathered with whatever else waits. */
  gathered: boolean;
}

/** Takes when something happened and how soon a person wants to hear; gives when that is, after snooze and quiet hours. */
export function dueFor(happened: Instant, cadence: Cadence, settings: DeliverySettings): Due {
  const weekday = cadence === 'weekly' ? settings.digestWeekday : null;
  const wanted =
    cadence === 'now' ? happened : nextLocalHour(happened, settings.timeZone, settings.digestHour, weekday);
  const awake = settings.snoozedUntil && settings.snoozedUntil > wanted ? settings.snoozedUntil : wanted;
  const at = afterQuietHours(awake, settings);
  return { at, gathered: cadence !== 'now' || at !== happened };
}

/** For people, on their own clock: `20 Apr 2026, 20:02 Europe/Vienna`. */
export function formatLocal(moment: Instant, zone: string): string {
  const there = DateTime.fromISO(moment, { zone }).setLocale('en-GB');
  return `${there.toFormat('d LLL yyyy, HH:mm')} ${zone}`;
}

/** When a report on a schedule is next due: at the hour of digests, each day, on their weekday, or on the first of the month. */
export function nextReportDue(after: Instant, cadence: ReportCadence, settings: DeliverySettings): Instant {
  const { timeZone, digestHour, digestWeekday } = settings;
  if (cadence !== 'monthly') {
    return nextLocalHour(after, timeZone, digestHour, cadence === 'weekly' ? digestWeekday : null);
  }
  const local = DateTime.fromISO(after, { zone: timeZone });
  const first = (months: number) => local.startOf('month').plus({ months }).set({ hour: digestHour });
  const next = first(0).toMillis() > local.toMillis() ? first(0) : first(1);
  return instantOf(next.toJSDate());
}

/** The days, on a zone's calendar, that a report due at a moment is about: yesterday, the seven days or the month before. */
export function reportPeriod(due: Instant, cadence: ReportCadence, zone: string): { from: Day; to: Day } {
  const today = DateTime.fromISO(due, { zone }).startOf('day');
  const from = { daily: { days: 1 }, weekly: { days: 7 }, monthly: { months: 1 } }[cadence];
  const to = cadence === 'monthly' ? today.startOf('month') : today;
  return { from: isoDay(to.minus(from)), to: isoDay(to.minus({ days: 1 })) };
}

const isoDay = (day: DateTime) => day.toFormat('yyyy-MM-dd') as Day;
