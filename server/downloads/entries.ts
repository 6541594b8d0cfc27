import type { Database } from '../../db/open.ts';
import { type CitedPair, reportEntries } from '../../db/report-entries.ts';

/** The pairs to report, in the order given; a pair that has gone since is left out. */
export async function entriesInOrder(db: Database, pairIds: readonly string[]): Promise<CitedPair[]> {
  const entries = await reportEntries(db, pairIds);
  const byId = new Map(entries.map((entry) => [entry.pair.id, entry]));
  return pairIds.flatMap((id) => byId.get(id) ?? []);
}
