import { paths } from '../../model/paths.ts';
import { type EventKind, FLAGS_PAGE, type Scope } from '../../model/subscription.ts';

const PAIR_NEWS: readonly EventKind[] = ['flag', 'score', 'status', 'money', 'contradiction'];
const DEAL_NEWS: readonly EventKind[] = ['deal', 'flag', 'status', 'money'];

/** The Alerts page, filled in to be told of what is new about a deal. */
export const followPair = (pairId: string) => follow('pair', pairId, PAIR_NEWS);

/** The same of a company's deals. */
export const followCompany = (name: string) => follow('company', name, DEAL_NEWS);

/** The same of the deals that a query of the deals page shows; of every deal without one. */
export const followDeals = (query: URLSearchParams) => followFilter('', query, DEAL_NEWS);

/** The same of what a query of the flags page shows. */
export const followFlags = (query: URLSearchParams) => followFilter(FLAGS_PAGE, query, ['flag', 'score', 'status']);

/** The same of deadlines that come near. */
export const followDeadlines = () => follow('all', '', ['deadline']);

function followFilter(page: string, query: URLSearchParams, kinds: readonly EventKind[]): string {
  const asked = query.toString();
  return asked ? follow('filter', `${page}${asked}`, kinds) : follow('all', '', kinds);
}

function follow(scope: Scope, value: string, kinds: readonly EventKind[]): string {
  const given = [['scope', scope], ...(value ? [['value', value]] : []), ...kinds.map((kind) => ['kind', kind])];
  return paths.alerts(`?${new URLSearchParams(given)}#add`);
}
