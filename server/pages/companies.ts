import { type CompanyFilter, listCompanies, pairsOfCompany } from '../../db/ledger/companies.ts';
import { listRegisters } from '../../db/sources/registers.ts';
import { findCompany } from '../../model/company.ts';
import { dayOf } from '../../model/day.ts';
import { NotFound } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { formatDay, formatMoney } from '../../words/format.ts';
import { LAYER_LABELS } from '../../words/labels.ts';
import { labels, t } from '../../words/speak.ts';
import { stepsChart } from '../charts/charts.ts';
import { drawn } from '../charts/draw.ts';
import { everyRow } from '../downloads/every-row.ts';
import { PAGE_SIZE, withQuery } from '../forms/flag-filter.ts';
import { pageNumber, typedText } from '../forms/query.ts';
import type { Handler } from '../handler.ts';
import type { TableOf } from '../page-data.ts';
import { type CompanyView, companyView } from '../present/company.ts';
import { followCompany } from '../present/follow.ts';
import { counted, pager } from '../present/pager.ts';
import { select } from '../present/selects.ts';

/** Every company that stands on a pair, with money in and out. */
export const companies: Handler = async ({ db }, { query }) => {
  const filter = { ...companyFilter(query), page: pageNumber(query), pageSize: PAGE_SIZE };
  const { rows, total } = await listCompanies(db, filter);
  const dollars = (value: number | null) => (value ? formatMoney({ value, currency: 'USD' }) : null);
  const data = {
    q: filter.q ?? '',
    selects: [
      select(
        { name: 'side', label: t('companies.side'), any: t('companies.either-side') },
        filter.side,
        Object.entries(labels('side')),
      ),
      select({ name: 'sort', label: t('companies.order'), any: t('companies.most-pairs-first') }, filter.sort, [
        ['name', t('companies.by-name')],
      ]),
    ],
    summary: counted(total, 'companies'),
    companies: rows.map((row) => {
      const layer = findCompany(row.name)?.layer ?? null;
      return {
        ...row,
        link: paths.company(row.name),
        layer: layer && LAYER_LABELS[layer],
        putIn: dollars(row.putInUsd),
        received: dollars(row.receivedUsd),
      };
    }),
    pager: pager(query, { page: filter.page, pageSize: PAGE_SIZE, total }, paths.companies),
    csv: `/companies.csv${withQuery(query, {})}`,
  };
  return { view: 'companies', title: t('companies.companies'), data };
};

function companyFilter(query: URLSearchParams): Pick<CompanyFilter, 'q' | 'side' | 'sort'> {
  return {
    q: typedText(query.get('q')),
    side: (['acquirer', 'target'] as const).find((side) => side === query.get('side')),
    sort: query.get('sort') === 'name' ? 'name' : 'pairs',
  };
}

/** The same as a table. */
export const companiesTable: TableOf = async ({ db }, { query }) => {
  const rows = await everyRow(
    (page) => listCompanies(db, { ...companyFilter(query), ...page }),
    (row) => row.name,
  );
  const columns = ['company', 'pairs_as_acquirer', 'pairs_as_target', 'put_in_usd', 'received_usd', 'highest_score'];
  const lines = rows.map((row) => [row.name, row.acquires, row.targeted, row.putInUsd, row.receivedUsd, row.score]);
  return { columns, rows: lines };
};

/** How its holdings grew, where there are enough of them with a day. */
async function growthDrawn({ name, growth }: CompanyView) {
  const last = growth.at(-1);
  if (!last || growth.length < LEAST_DRAWN) return null;
  const finding = t('companies.held-by-the-end', { name, n: last.held, since: formatDay(last.day) });
  const points = growth.map(({ day, held }) => ({ day, value: held }));
  return drawn(stepsChart(finding, { series: t('companies.holdings'), unit: '' }, points));
}

const LEAST_DRAWN = 2;

/** One company: holdings, investors, suppliers, customers, people, rights. */
export const company: Handler = async ({ db, now }, { params }) => {
  const name = params.name ?? '';
  const found = await pairsOfCompany(db, name);
  if (found.acquires.length + found.targeted.length === 0) throw new NotFound(t('companies.no-deal-of-such-a'));
  const registers = await listRegisters(db, now());
  const view = companyView(name, found, dayOf(now()), registers);
  return {
    view: 'company',
    title: name,
    data: { ...view, follow: followCompany(name), chart: await growthDrawn(view) },
  };
};
