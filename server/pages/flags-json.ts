import { listFlags } from '../../db/review/flags.ts';
import { everyRow } from '../downloads/every-row.ts';
import { fileName, JSON_TYPE } from '../downloads/file-name.ts';
import { flagFilter } from '../forms/flag-filter.ts';
import type { Handler } from '../handler.ts';

/** The flags that the same query shows on their page, all of them, as JSON. */
export const flagsJson: Handler = async ({ db, now }, { query, user }) => {
  const filter = flagFilter(query, { user, now: now() });
  const flags = await everyRow(
    (page) => listFlags(db, { ...filter, ...page }),
    (row) => `${row.pairId}/${row.rule}`,
  );
  const body = JSON.stringify({ asOf: now(), count: flags.length, flags }, null, 1);
  return { download: { filename: fileName('flags', 'json', now()), type: JSON_TYPE, body } };
};
