import { listPairs } from '../../db/ledger.ts';
import { dealsCsv as inCsv } from '../../reports/deals-csv.ts';
import { entriesInOrder } from '../downloads/entries.ts';
import { everyRow } from '../downloads/every-row.ts';
import { CSV, fileName } from '../downloads/file-name.ts';
import { dealFilter } from '../forms/deal-filter.ts';
import type { Handler } from '../handler.ts';

/** The deals that the same query shows on their page, all of them, one line a sum. */
export const dealsCsv: Handler = async ({ db, now }, { query }) => {
  const filter = dealFilter(query);
  const rows = await everyRow(
    (page) => listPairs(db, { ...filter, ...page }),
    (row) => row.pair.id,
  );
  const entries = await entriesInOrder(
    db,
    rows.map((row) => row.pair.id),
  );
  return { download: { filename: fileName('deals', 'csv', now()), type: CSV, body: inCsv(entries, now()) } };
};
