import { formatNumber } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import { withQuery } from '../forms/flag-filter.ts';

export interface Pager {
  text: string;
  previous: string | null;
  next: string | null;
}

/** A page of a list: which, of what size, out of how many. */
export interface Part {
  page: number;
  pageSize: number;
  total: number;
}

/** Takes the query, the part shown and the page's address; gives "101–200 of 4,312" with its links, or null on a single page. */
export function pager(query: URLSearchParams, part: Part, address: (query: string) => string): Pager | null {
  const { page, pageSize, total } = part;
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  const to = (n: number) => (n >= 1 && n <= pages ? address(withQuery(query, { page: String(n) })) : null);
  const first = (page - 1) * pageSize + 1;
  const number = (n: number) => formatNumber(n);
  const shown =
    first > total ? t('frame.nothing-on-this-page') : `${number(first)}–${number(Math.min(page * pageSize, total))}`;
  return {
    text: t('frame.of', { shown, total: number(total) }),
    previous: to(Math.min(page - 1, pages)),
    next: to(page + 1),
  };
}

/** How many there are of something, in words; `most` is where counting stops. */
export function counted(n: number, what: 'pairs' | 'documents' | 'companies', most = Number.POSITIVE_INFINITY): string {
  return t(n >= most ? `counted.${what}-or-more` : `counted.${what}`, { n });
}
