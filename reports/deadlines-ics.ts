import ical, { ICalEventTransparency } from 'ical-generator';
import { addDays, formatDay, type Instant } from '../model/day.ts';
import type { Deadline } from '../model/deadline.ts';
import { paths } from '../model/paths.ts';

/**
 * Takes deadlines, the moment and where links lead; gives them as a calendar (RFC 5545), each a whole day that keeps
 * nobody busy. One whose day cannot be told is left out: a calendar knows no "unknown". Ids stay the same over time.
 */
export function deadlinesIcs(deadlines: readonly Deadline[], name: string, now: Instant, baseUrl: string): string {
  const calendar = ical({ name, prodId: { company: 'Dealwatch', product: 'Deadlines', language: 'EN' }, ttl: 3600 });
  for (const { id, acquirer, target, authority, label, force, due, latest, basis, pairId } of deadlines) {
    if (due === null) continue;
    const { law, length, unit, start, startedBy } = basis;
    const counted = `${law}: ${length} ${unit} from ${formatDay(start)} (${startedBy})`;
    const last = latest ? [`At the latest ${formatDay(latest.day)}, ${latest.when}.`] : [];
    calendar.createEvent({
      id: `${id.replace(/[^\w.-]+/g, '-')}@dealwatch`,
      stamp: new Date(now),
      start: new Date(`${due}T00:00:00Z`),
      end: new Date(`${addDays(due, 1)}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${authority}: ${label}, ${acquirer} → ${target} (${force})`,
      description: [`${counted}.`, ...last, 'A flag is not a finding of harm.'].join('\n'),
      url: `${baseUrl}${paths.deal(pairId)}`,
    });
  }
  return calendar.toString();
}
