import { sql } from 'kysely';
import { addDays, addMs, dayOf, type Instant, type PartialDay } from '../../model/day.ts';
import { type Database, inTransaction } from '../open.ts';
import { notePageCheck } from './page-checks.ts';

const HOUR_MS = 3_600_000;
/** Corrections come within a day or two, and now and then after a week. */
const FIRST_LOOK_MS = 24 * HOUR_MS;
const SECOND_LOOK_MS = 5 * 24 * HOUR_MS;
const LAST_LOOK_MS = 14 * 24 * HOUR_MS;
/** An article may have been published some time before it was fetched. */
const OLDEST_DAYS = 30;

/** An article that was read from the page of an entry of a source. */
export interface ReadArticle {
  documentId: string;
  sourceId: string;
  key: string;
  url: string;
  title: string | null;
  fingerprint: string;
  published: PartialDay | null;
  publisher: string;
  byline: string | null;
  language: string | null;
}

/**
 * Articles of the press that tell of a deal and are due to be looked at for corrections, the longest waiting first: a day
 * after they were read, and every five days for two weeks. Copies, replaced texts and what came by going back are left out.
 */
export async function articlesToLookAt(db: Database, now: Instant, limit: number): Promise<ReadArticle[]> {
  const rows = await db
    .selectFrom('documents as d')
    .innerJoin('source_items as i', (join) =>
      join.onRef('i.source_id', '=', 'd.source_id').onRef('i.document_id', '=', 'd.id'),
    )
    .innerJoin('sources as s', 's.id', 'd.source_id')
    .leftJoin('page_checks as c', 'c.document_id', 'd.id')
    .select(['d.id', 'd.published', 'd.publisher', 'd.byline', 'd.language'])
    .select(['i.source_id', 'i.key', 'i.url', 'i.title', 'i.fingerprint'])
    .where('d.source_class', '=', 'press')
    .where('d.day', '>=', addDays(dayOf(now), -OLDEST_DAYS))
    .where('d.deal_count', '>', 0)
    .where('d.back_fill', '=', 0)
    .where('d.duplicate_of', 'is', null)
    .where('d.superseded_by', 'is', null)
    .where('d.fetched_at', '>=', addMs(now, -LAST_LOOK_MS))
    .where('d.fetched_at', '<=', addMs(now, -FIRST_LOOK_MS))
    .where((eb) => eb.or([eb('c.checked_at', 'is', null), eb('c.checked_at', '<=', addMs(now, -SECOND_LOOK_MS))]))
    .where('i.item', 'is', null)
    .where('i.url', 'is not', null)
    .where('s.enabled', '=', 1)
    .where('s.retired_at', 'is', null)
    .orderBy('c.checked_at')
    .orderBy('d.fetched_at')
    .limit(limit)
    .execute();
  return rows.map(({ id, source_id: sourceId, url, ...row }) => ({
    ...row,
    documentId: id,
    sourceId: sourceId as string,
    url: url as string,
  }));
}

/** Has an article read once more with its source: `item` is its entry, as the source reads it. */
export function lookAtAgain(
  db: Database,
  { documentId, sourceId, key }: ReadArticle,
  item: object,
  now: Instant,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    await trx
      .updateTable('source_items')
      .set({ item: JSON.stringify(item), attempts: 0, next_try_at: now, error: null })
      .where('source_id', '=', sourceId)
      .where('key', '=', key)
      .where('item', 'is', null)
      .execute();
    // Nobody knows yet whether the page is still there.
    await notePageCheck(trx, documentId, null, now);
  });
}

/** Leaves an entry as it was read before: the second look at it brought nothing. */
export async function keepAsRead(db: Database, sourceId: string, key: string): Promise<void> {
  await db
    .updateTable('source_items')
    .set({ item: null, attempts: 0, error: null, read_fingerprint: sql.ref('fingerprint') })
    .where('source_id', '=', sourceId)
    .where('key', '=', key)
    .execute();
}
