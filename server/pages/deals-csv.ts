import { once } from 'node:events';
import { listPairs } from '../../db/ledger/ledger.ts';
import { dealsCsvLines, dealsCsv as inCsv } from '../../reports/deals-csv.ts';
import { everyKey } from '../downloads/every-row.ts';
import { CSV, fileName } from '../downloads/file-name.ts';
import { inPieces } from '../downloads/in-pieces.ts';
import { dealFilter } from '../forms/deal-filter.ts';
import type { Handler } from '../handler.ts';

/** The deals that the same query shows on their page, all of them, one line a sum, written while it is sent. */
export const dealsCsv: Handler = async ({ db, now }, { query }) => {
  const filter = dealFilter(query);
  const ids = await everyKey(
    (page) => listPairs(db, { ...filter, ...page }),
    (row) => row.pair.id,
  );
  const asOf = now();
  return {
    stream: {
      filename: fileName('deals', 'csv', asOf),
      type: CSV,
      write: async (out, signal) => {
        out.write(inCsv([], asOf));
        for await (const entries of inPieces(db, ids)) {
          signal.throwIfAborted();
          if (!out.write(dealsCsvLines(entries, asOf))) await once(out, 'drain', { signal });
        }
      },
    },
  };
};
