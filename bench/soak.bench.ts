import type { Bench } from './bench.ts';
import { rowsOfMemory, underLoad } from './load.bench.ts';
import { percentile } from './people.ts';

/** Minutes that it runs, and documents a minute that come in meanwhile. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 60);
const A_MINUTE = Number(process.env.SOAK_DOCUMENTS ?? 60);

/** People and documents for long, to see that memory stays where it is. */
const bench: Bench = {
  about: `50 people and ${A_MINUTE} documents a minute for ${MINUTES} minutes (SOAK_MINUTES, SOAK_DOCUMENTS)`,
  async run() {
    const measured = await underLoad(A_MINUTE, MINUTES * 60);
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
