import type { Day, Instant } from '../model/day.ts';
import type { Database } from './open.ts';

/** How far a source's past has been read: kept, so that it goes on where it was broken off. */
export interface Backfill {
  since: Day;
  /** List addresses still to be read, in order. */
  queue: string[];
  /** Lists known in all, those already read included. */
  total: number;
}

/** What is left of a source's past, or null when nothing was begun. */
export async function backfillOf(db: Database, sourceId: string): Promise<Backfill | null> {
  const row = await db
    .selectFrom('source_backfills')
    .select(['since', 'queue', 'total'])
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  return row ? { since: row.since as Day, queue: JSON.parse(row.queue) as string[], total: row.total } : null;
}

/** Remembers what is left. */
export async function saveBackfill(db: Database, sourceId: string, left: Backfill, now: Instant): Promise<void> {
  const row = { since: left.since, queue: JSON.stringify(left.queue), total: left.total, updated_at: now };
  await db
    .insertInto('source_backfills')
    .values({ source_id: sourceId, started_at: now, ...row })
    .onConflict((oc) => oc.column('source_id').doUpdateSet(row))
    .execute();
}
