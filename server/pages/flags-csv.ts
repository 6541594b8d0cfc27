import { listFlags } from '../../db/flags.ts';
import { flagsCsv as inCsv } from '../../reports/flags-csv.ts';
import { entriesInOrder } from '../downloads/entries.ts';
import { everyRow } from '../downloads/every-row.ts';
import { CSV, fileName } from '../downloads/file-name.ts';
import { flagFilter } from '../forms/flag-filter.ts';
import type { Handler } from '../handler.ts';

/** The flags that the same query shows on their page, all of them, as a table. */
export const flagsCsv: Handler = async ({ db, now }, { query, user }) => {
  const filter = flagFilter(query, { user, now: now() });
  const rows = await everyRow((page) => listFlags(db, { ...filter, ...page }), keyOf);
  const wanted = new Set(rows.map(keyOf));
  const entries = await entriesInOrder(db, [...new Set(rows.map((row) => row.pairId))]);
  const shown = entries.map((entry) => ({ ...entry, flags: entry.flags.filter((flag) => wanted.has(keyOf(flag))) }));
  return { download: { filename: fileName('flags', 'csv', now()), type: CSV, body: inCsv(shown, now()) } };
};

const keyOf = (flag: { pairId: string; rule: string }) => `${flag.pairId}/${flag.rule}`;
