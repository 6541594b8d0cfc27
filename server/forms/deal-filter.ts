import type { PairFilter, PairSort } from '../../db/ledger/ledger.ts';
import { DEAL_KINDS } from '../../model/deal.ts';
import { BANDS } from '../../model/flag.ts';
import { t } from '../../words/speak.ts';
import { PAGE_SIZE } from './flag-filter.ts';
import { pageNumber, typedText } from './query.ts';

/** What each order of the deals is called in the address and on the page, and which order of the ledger it is. */
export const DEAL_SORTS = {
  score: {
    get label() {
      return t('deals.by-score');
    },
    sort: 'score',
  },
  newest: {
    get label() {
      return t('deals.latest-event-first');
    },
    sort: 'latest',
  },
  money: {
    get label() {
      return t('deals.by-us-dollars-put-in');
    },
    sort: 'money',
  },
  name: {
    get label() {
      return t('deals.by-name');
    },
    sort: 'name',
  },
} as const satisfies Record<string, { label: string; sort: PairSort }>;

export type DealSort = keyof typeof DEAL_SORTS;

/** The order asked for; by score for any other word. */
export function dealSort(query: URLSearchParams): DealSort {
  const asked = query.get('sort') ?? '';
  return Object.hasOwn(DEAL_SORTS, asked) ? (asked as DealSort) : 'score';
}

/** Takes the query of the deals page; gives a filter. What it does not know is left out, never an error. */
export function dealFilter(query: URLSearchParams): PairFilter {
  return {
    q: typedText(query.get('q')),
    acquirers: query.getAll('acquirer').filter(Boolean).slice(0, 50),
    kinds: DEAL_KINDS.filter((kind) => query.getAll('kind').includes(kind)),
    bands: BANDS.filter((band) => query.getAll('band').includes(band)),
    sort: DEAL_SORTS[dealSort(query)].sort,
    page: pageNumber(query),
    pageSize: PAGE_SIZE,
  };
}
