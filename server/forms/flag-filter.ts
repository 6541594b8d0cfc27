import type { FlagFilter, FlagSort } from '../../db/flag-filter.ts';
import { addDays, type Day, dayOf, type Instant, parseDay } from '../../model/day.ts';
import { CERTAINTIES, DEAL_KINDS, LAYERS } from '../../model/deal.ts';
import { BANDS, FLAG_STATES, type FlagState, RULE_IDS } from '../../model/flag.ts';
import { SCRUTINY_STATUSES, SOURCE_CLASSES } from '../../model/scrutiny.ts';
import { labels } from '../../words/speak.ts';
import { startOf } from './period.ts';
import { pageNumber, typedText } from './query.ts';

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
const MILLION = 1e6;
const MOST_VALUES = 50;

/** Takes the query of the flags page and who asks; gives a filter. What it does not know is left out, never an error. */
export function flagFilter(
  query: URLSearchParams,
  asker: Asker,
): FlagFilter & { state: FlagState | undefined; page: number } {
  const among = <T extends string>(all: readonly T[], name: string) =>
    all.filter((v) => query.getAll(name).includes(v));
  const sort = query.get('sort');
  return {
    state: FLAG_STATES.find((s) => s === (query.get('state') ?? 'to_review')),
    rules: among(RULE_IDS, 'rule'),
    bands: among(BANDS, 'band'),
    kinds: among(DEAL_KINDS, 'kind'),
    layers: among(LAYERS, 'layer'),
    certainties: among(CERTAINTIES, 'certainty'),
    statuses: among(SCRUTINY_STATUSES, 'status'),
    sourceClasses: among(SOURCE_CLASSES, 'source'),
    acquirers: query.getAll('acquirer').filter(Boolean).slice(0, MOST_VALUES),
    authorities: query.getAll('authority').filter(Boolean).slice(0, MOST_VALUES),
    assignees: assignees(query, asker),
    q: typedText(query.get('q')),
    target: typedText(query.get('target')),
    from: parseDay(query.get('from') ?? '') ?? undefined,
    to: parseDay(query.get('to') ?? '') ?? undefined,
    least: millions(query.get('least')),
    most: millions(query.get('most')),
    changedSince: changedSince(query.get('changed'), asker),
    sort: sort && Object.hasOwn(FLAG_SORTS, sort) ? (sort as FlagSort) : 'score',
    page: pageNumber(query),
    pageSize: QUEUE_PAGE,
  };
}

/** `me`, `nobody` or the id of a person. */
function assignees(query: URLSearchParams, { user }: Asker): number[] {
  const named = query.getAll('assignee').slice(0, MOST_VALUES);
  return named.flatMap((value) => {
    if (value === 'nobody') return [0];
    if (value === 'me') return user ? [user.id] : [];
    const id = Number(value);
    return Number.isSafeInteger(id) && id > 0 ? [id] : [];
  });
}

function millions(typed: string | null): number | undefined {
  const n = Number(typed?.replace(/[,\s]/g, '') || Number.NaN);
  return Number.isFinite(n) && n >= 0 ? n * MILLION : undefined;
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
