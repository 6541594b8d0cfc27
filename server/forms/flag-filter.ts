import type { FlagFilter, FlagSort } from '../../db/review/flag-filter.ts';
import { flagFilterIn } from '../../db/review/flag-query.ts';
import { addDays, type Day, dayOf, type Instant, parseDay } from '../../model/day.ts';
import { labels } from '../../words/speak.ts';
import { startOf } from './period.ts';
import { pageNumber } from './query.ts';

export const PAGE_SIZE = 100;
/** Flags on one page of the queue: as many as one looks through before the next page. */
export const QUEUE_PAGE = 50;

export const FLAG_SORTS: Record<FlagSort, string> = labels('flag-sort');

/** Who asks, for "mine" and "since my last visit". */
export interface Asker {
  user: { id: number; previousVisitAt: Instant | null } | null;
  now: Instant;
}

/** How long before now "since" reaches for someone who is here for the first time. */
const FIRST_VISIT_DAYS = 30;

/** Takes the query of the flags page and who asks; gives a filter. What it does not know is left out, never an error. */
export function flagFilter(query: URLSearchParams, asker: Asker): FlagFilter {
  const sort = query.get('sort');
  return {
    ...flagFilterIn(query, asker.user?.id ?? null),
    changedSince: changedSince(query.get('changed'), asker),
    sort: sort && Object.hasOwn(FLAG_SORTS, sort) ? (sort as FlagSort) : 'score',
    page: pageNumber(query),
    pageSize: QUEUE_PAGE,
  };
}

/** `visit` for the end of the person's visit before this one, or a day. */
function changedSince(typed: string | null, { user, now }: Asker): Instant | undefined {
  if (typed === 'visit') return user?.previousVisitAt ?? startOf(addDays(dayOf(now), -FIRST_VISIT_DAYS));
  const day: Day | null = parseDay(typed ?? '');
  return day ? startOf(day) : undefined;
}

/** The same query with some values changed; null takes one out. The page goes back to the first one. */
export function withQuery(query: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(query);
  for (const name of ['page', 'flag', 'done']) next.delete(name);
  for (const [name, value] of [...next]) if (!value) next.delete(name, value);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text ? `?${text}` : '';
}
