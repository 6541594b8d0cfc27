import { once } from 'node:events';
import { listFlags } from '../../db/review/flags.ts';
import { flagsCsvLines, flagsCsv as inCsv } from '../../reports/flags-csv.ts';
import { everyKey } from '../downloads/every-row.ts';
import { CSV, fileName } from '../downloads/file-name.ts';
import { inPieces } from '../downloads/in-pieces.ts';
import { flagFilter } from '../forms/flag-filter.ts';
import type { Handler } from '../handler.ts';

/** The flags that the same query shows on their page, all of them, as a table that is written while it is sent. */
export const flagsCsv: Handler = async ({ db, now }, { query, user }) => {
  const filter = flagFilter(query, { user, now: now() });
  const keys = await everyKey((page) => listFlags(db, { ...filter, ...page }), keyOf);
  const wanted = new Set(keys);
  const ids = [...new Set(keys.map((key) => key.slice(0, key.lastIndexOf('/'))))];
  const asOf = now();
  return {
    stream: {
      filename: fileName('flags', 'csv', asOf),
      type: CSV,
      write: async (out, signal) => {
        out.write(inCsv([], asOf));
        for await (const entries of inPieces(db, ids)) {
          signal.throwIfAborted();
          const shown = entries.map((entry) => {
            return { ...entry, flags: entry.flags.filter((flag) => wanted.has(keyOf(flag))) };
          });
          if (!out.write(flagsCsvLines(shown, asOf))) await once(out, 'drain', { signal });
        }
      },
    },
  };
};

const keyOf = (flag: { pairId: string; rule: string }) => `${flag.pairId}/${flag.rule}`;
