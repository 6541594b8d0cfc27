import { addDays, type Day, dayOf, type Instant, parseDay } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import { formatDay, formatInstant } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

/** Since when Today tells of changes. */
export interface Period {
  from: Instant;
  /** "Since your last visit, on 20 Apr 2026, 08:50 UTC". */
  words: string;
  /** The day asked for; null for the last visit. */
  day: Day | null;
}

/** Days looked back when there was no visit before this one. */
const FIRST_VISIT_DAYS = 30;

/**
 * Takes `?since=2026-05-22`, the end of the person's visit before this one, and the time; gives the period. Without a
 * day it is the last visit, or the last 30 days for someone who is here for the first time. Throws InvalidInput for a
 * day that does not exist.
 */
export function periodOf(since: string | null, lastVisit: Instant | null, now: Instant): Period {
  if (since) {
    const day = parseDay(since);
    if (!day) throw new InvalidInput(t('today.write-the-day-as-2026'), { since: t('today.write-the-day-as-2026') });
    return { from: startOf(day), words: t('today.since-2', { day: formatDay(day) }), day };
  }
  if (lastVisit) {
    return {
      from: lastVisit,
      words: t('today.since-your-last-visit-on', { lastVisit: formatInstant(lastVisit) }),
      day: null,
    };
  }
  const day = addDays(dayOf(now), -FIRST_VISIT_DAYS);
  return { from: startOf(day), words: t('today.in-the-last-days', { FIRST_VISIT_DAYS }), day: null };
}

/** Midnight at the beginning of a day, in UTC. */
export function startOf(day: Day): Instant {
  return `${day}T00:00:00.000Z` as Instant;
}
