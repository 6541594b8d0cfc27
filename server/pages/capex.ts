import { quarterlyFigures } from '../../db/ledger/figures.ts';
import { t } from '../../words/speak.ts';
import { drawn } from '../charts/draw.ts';
import type { Handler } from '../handler.ts';
import type { TableOf } from '../page-data.ts';
import { capexCompanies } from '../present/capex.ts';

/** What those who build data centres spend on property and equipment, by quarter, as their filings state it. */
export const capex: Handler = async ({ db }) => {
  const told = capexCompanies(await quarterlyFigures(db, 'capex'));
  const companies = await Promise.all(told.map(async (one) => ({ ...one, chart: await drawn(one.chart) })));
  return { view: 'capex', title: t('capex.capital-expenditure'), data: { companies } };
};

const COLUMNS = [
  'company',
  'quarter_start',
  'quarter_end',
  'value',
  'currency',
  'year_on_year',
  'derived',
  'tag',
  'filings',
];

/** The same as a table, with the filings behind each figure. */
export const capexTable: TableOf = async ({ db }) => {
  const rows = (await quarterlyFigures(db, 'capex')).map((one) => [
    ...[one.company, one.start, one.end, one.value, one.currency, one.yearOnYear],
    ...[one.derived ? 'yes' : 'no', one.tag, one.filings.join(' ')],
  ]);
  return { columns: COLUMNS, rows };
};
