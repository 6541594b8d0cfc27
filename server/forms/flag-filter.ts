import type { FlagFilter, FlagSort } from '../../db/flags.ts';
import { BANDS, FLAG_STATES, type FlagState, RULE_IDS } from '../../model/flag.ts';

export const PAGE_SIZE = 100;

export const FLAG_SORTS: Record<FlagSort, string> = {
  score: 'by score',
  newest: 'newest first',
  money: 'by money put in',
};

/** Takes the query of the flags page; gives a filter. What it does not know is left out, never an error. */
export function flagFilter(query: URLSearchParams): FlagFilter & { state: FlagState | undefined; page: number } {
  const state = query.get('state') ?? 'to_review';
  const sort = query.get('sort');
  const page = Number(query.get('page') ?? 1);
  return {
    state: FLAG_STATES.find((s) => s === state),
    rules: RULE_IDS.filter((rule) => query.getAll('rule').includes(rule)),
    bands: BANDS.filter((band) => query.getAll('band').includes(band)),
    acquirers: query.getAll('acquirer').filter(Boolean).slice(0, 50),
    authority: query.get('authority') || undefined,
    q: query.get('q')?.trim().slice(0, 200) || undefined,
    sort: sort && Object.hasOwn(FLAG_SORTS, sort) ? (sort as FlagSort) : 'score',
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
    pageSize: PAGE_SIZE,
  };
}

/** The same query with some values changed; null takes one out. The page goes back to the first one. */
export function withQuery(query: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(query);
  for (const name of ['page', 'flag', 'done']) next.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text ? `?${text}` : '';
}
