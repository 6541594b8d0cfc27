import { largestAcquirers, listPairs, type PairFilter } from '../../db/ledger/ledger.ts';
import type { Database } from '../../db/open.ts';
import { listRegisters } from '../../db/sources/registers.ts';
import { dayOf } from '../../model/day.ts';
import { DEAL_KINDS } from '../../model/deal.ts';
import { BANDS } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { BAND_LABELS, KIND_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { DEAL_SORTS, dealFilter, dealSort } from '../forms/deal-filter.ts';
import { withQuery } from '../forms/flag-filter.ts';
import type { Handler } from '../handler.ts';
import { chips } from '../present/chips.ts';
import { dealLine } from '../present/deal-line.ts';
import { followDeals } from '../present/follow.ts';
import { counted, pager } from '../present/pager.ts';
import { labelled, select } from '../present/selects.ts';

/** Groups offered in the list of a filter: those with the most pairs. Others are found by name. */
const MOST_ACQUIRERS = 200;

/** Every pair on record, with what was put in, promised and spent back, its score and who has looked. */
export const dealList: Handler = async ({ db, now }, { query }) => {
  const filter = dealFilter(query);
  const { rows, total } = await listPairs(db, filter);
  const today = dayOf(now());
  const registers = await listRegisters(db, now());
  const data = {
    q: filter.q ?? '',
    selects: await selects(db, filter, query),
    chips: chips(query, CHIP_WORDS, paths.deals),
    summary: counted(total, 'pairs'),
    deals: rows.map((row) => dealLine(row, today, registers)),
    pager: pager(query, { page: filter.page, pageSize: filter.pageSize, total }, paths.deals),
    csv: `/deals.csv${withQuery(query, {})}`,
    follow: followDeals(query),
    xlsx: `/deals.xlsx${withQuery(query, {})}`,
    report: `/reports?kind=register&value=${encodeURIComponent(withQuery(query, {}))}`,
  };
  return { view: 'deal-list', title: t('deals.deals'), data };
};

const CHIP_WORDS = {
  q: (value: string) => `“${value}”`,
  acquirer: (value: string) => value,
  kind: (value: string) => labelled(KIND_LABELS, value),
  band: (value: string) => t('deals.band-small', { value: labelled(BAND_LABELS, value) }),
};

async function selects(db: Database, filter: PairFilter, query: URLSearchParams) {
  const sorts = Object.entries(DEAL_SORTS).map(([value, { label }]) => [value, label] as const);
  const [, ...others] = sorts;
  return [
    select(
      { name: 'acquirer', label: t('deals.acquirer'), any: t('deals.any-group') },
      filter.acquirers?.[0],
      await acquirers(db, filter),
    ),
    select(
      { name: 'kind', label: t('deals.kind'), any: t('deals.any-kind') },
      filter.kinds?.[0],
      DEAL_KINDS.map((kind) => [kind, KIND_LABELS[kind]] as const),
    ),
    select(
      { name: 'band', label: t('deals.band'), any: t('deals.any-band') },
      filter.bands?.[0],
      BANDS.map((band) => [band, BAND_LABELS[band]] as const),
    ),
    select({ name: 'sort', label: t('deals.order'), any: DEAL_SORTS.score.label }, dealSort(query), others),
  ];
}

/** By name; the ones asked for are always among them. */
async function acquirers(db: Database, filter: PairFilter): Promise<(readonly [string, string])[]> {
  const most = await largestAcquirers(db, MOST_ACQUIRERS);
  const named = new Set(most.map(({ acquirer }) => acquirer));
  const asked = (filter.acquirers ?? []).filter((name) => !named.has(name));
  return [
    ...most.map(({ acquirer, pairs }) => [acquirer, `${acquirer} (${pairs})`] as const),
    ...asked.map((name) => [name, name] as const),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
}
