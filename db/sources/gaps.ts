import { type Day, dayOf, type Instant } from '../../model/day.ts';
import type { Database } from '../open.ts';

/** A time in which entries of a source may have come and gone without being read. */
export interface Gap {
  sourceId: string;
  since: Instant;
  until: Instant;
}

/** Remembers a gap; one that lies within an open one of the same source adds nothing. */
export async function saveGap(db: Database, gap: Gap, now: Instant): Promise<void> {
  const { sourceId, since, until } = gap;
  const around = await db
    .selectFrom('source_gaps')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('closed_at', 'is', null)
    .where('since', '<=', since)
    .where('until', '>=', until)
    .executeTakeFirst();
  if (around) return;
  const row = { source_id: sourceId, since, until, found_at: now, closed_at: null };
  await db.insertInto('source_gaps').values(row).execute();
}

/** The gaps that nobody has closed, oldest first; of one source when it is named. */
export async function openGaps(db: Database, sourceId?: string): Promise<Gap[]> {
  const rows = await db
    .selectFrom('source_gaps')
    .select(['source_id', 'since', 'until'])
    .where('closed_at', 'is', null)
    .$if(sourceId !== undefined, (query) => query.where('source_id', '=', sourceId as string))
    .orderBy('since')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ sourceId: row.source_id, since: row.since, until: row.until }));
}

/** Closes the gaps of a source that begin on a day or later: its past has been read back to there. */
export async function closeGaps(db: Database, sourceId: string, since: Day, now: Instant): Promise<void> {
  const open = await openGaps(db, sourceId);
  for (const gap of open.filter((one) => dayOf(one.since) >= since)) {
    await db
      .updateTable('source_gaps')
      .set({ closed_at: now })
      .where('source_id', '=', sourceId)
      .where('since', '=', gap.since)
      .where('closed_at', 'is', null)
      .execute();
  }
}
