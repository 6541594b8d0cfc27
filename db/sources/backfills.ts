import { addMs, type Day, type Instant } from '../../model/day.ts';
import type { Database } from '../open.ts';

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

/** Remembers what is left of a past that is being read; false when it has been given up meanwhile. */
export async function noteBackfill(db: Database, sourceId: string, left: Backfill, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('source_backfills')
    .set({ since: left.since, queue: JSON.stringify(left.queue), total: left.total, updated_at: now })
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** A past whose reading failed or was broken off is taken up again after this time. */
const AGAIN_MS = 10 * 60_000;

/** Notes that a source's past is wanted back to a day; what was asked before of it is forgotten. */
export async function askForPast(db: Database, sourceId: string, since: Day, now: Instant): Promise<void> {
  await saveBackfill(db, sourceId, { since, queue: [], total: 0 }, now);
}

/** Gives up what is left of a source's past; what was read of it stays. */
export async function forgetPast(db: Database, sourceId: string): Promise<void> {
  await db.deleteFrom('source_backfills').where('source_id', '=', sourceId).execute();
}

/** True while a past is wanted of which lists are still to be read: asked for and not begun, or begun. */
export const isUnderWay = ({ total, queue }: Backfill): boolean => total === 0 || queue.length > 0;

/** The source whose past is to be read next, and back to which day; null when none is, or it is being read. */
export async function nextPast(db: Database, now: Instant): Promise<{ sourceId: string; since: Day } | null> {
  const row = await db
    .selectFrom('source_backfills')
    .innerJoin('sources', 'sources.id', 'source_backfills.source_id')
    .select(['source_id', 'since'])
    .where('sources.retired_at', 'is', null)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
    .where((eb) =>
      eb.or([eb('total', '=', 0), eb.and([eb('queue', '!=', '[]'), eb('updated_at', '<=', addMs(now, -AGAIN_MS))])]),
    )
    .orderBy('updated_at')
    .limit(1)
    .executeTakeFirst();
  return row ? { sourceId: row.source_id, since: row.since as Day } : null;
}
