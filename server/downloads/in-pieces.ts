import { setImmediate as breathe } from 'node:timers/promises';
import { chunks } from '../../db/chunks.ts';
import { type CitedPair, reportEntries } from '../../db/going-out/report-entries.ts';
import type { Database } from '../../db/open.ts';

/** Deals read at once: pages get their turn in between, and memory holds no more than these. */
const AT_ONCE = 100;

/** Takes ids of pairs; gives the pairs to report in that order, piece by piece; one that has gone since is left out. */
export async function* inPieces(db: Database, ids: readonly string[]): AsyncIterable<CitedPair[]> {
  for (const some of chunks(ids, AT_ONCE)) {
    const byId = new Map((await reportEntries(db, some)).map((entry) => [entry.pair.id, entry]));
    yield some.flatMap((id) => byId.get(id) ?? []);
    await breathe();
  }
}
