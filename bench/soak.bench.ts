import type { Bench } from './bench.ts';
import { addPlainDocuments, someWords } from './big-database.ts';
import { rowsOfMemory, underLoad } from './load.bench.ts';
import { percentile } from './people.ts';

/** Minutes that it runs, and documents a minute that come in meanwhile. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 60);
const A_MINUTE = Number(process.env.SOAK_DOCUMENTS ?? 60);
/**
 * Documents that are there already, and searches among them before anything is measured: the database keeps up to 64 MB of
 * itself in memory, and a small one that grows fills that for hours, which would look like a leak.
 */
const THERE = 40_000;
const SEARCHES = 1_500;

/** People and documents for long, to see that memory stays where it is. */
const bench: Bench = {
  about: `50 people and ${A_MINUTE} documents a minute for ${MINUTES} minutes (SOAK_MINUTES, SOAK_DOCUMENTS)`,
  async run() {
    const measured = await underLoad(A_MINUTE, MINUTES * 60, {
      partly: true,
      fill: async (db, ask) => {
        await addPlainDocuments(db, { from: 0, to: THERE });
        for (const word of someWords(SEARCHES)) await ask(`/search?q=${word}`);
      },
    });
    const { millis, failures, read } = measured;
    return [
      ...rowsOfMemory(measured, true),
      { what: 'requests', unit: 'in all', ours: millis.length, peer: null, limit: null },
      { what: 'page, p99', unit: 'ms', ours: percentile(millis, 0.99), peer: null, limit: null },
      { what: 'documents read', unit: 'in all', ours: read, peer: null, limit: null },
      {
        what: 'failures',
        unit: 'requests',
        ours: failures,
        peer: null,
        limit: { kind: 'most', value: 0, of: 'ours' },
      },
    ];
  },
};
export default bench;
