import { addMs, type Instant } from '../../model/day.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../open.ts';

/** An official page is looked at again after so long. */
const AGAIN_MS = 7 * 86_400_000;

/** A page to look at again. */
export interface PageToCheck {
  documentId: string;
  title: string;
  url: string;
}

/** A page that was withdrawn, or moved without leaving word. */
export interface GonePage {
  documentId: string;
  title: string;
  publisher: string;
  url: string;
  goneAt: Instant;
}

/** Official pages that prove a step of an authority and were not looked at for a week, those never looked at first. */
export async function pagesToCheck(db: Database, now: Instant, limit: number): Promise<PageToCheck[]> {
  const rows = await db
    .selectFrom('facts as f')
    .innerJoin('documents as d', 'd.id', 'f.document_id')
    .leftJoin('page_checks as c', 'c.document_id', 'd.id')
    .select(['d.id', 'd.title', 'd.url', 'c.checked_at'])
    .distinct()
    .where('f.type', '=', 'scrutiny')
    .where('d.source_class', '=', 'official')
    .where('d.url', 'like', 'http%')
    .where('d.fetched_at', '<=', addMs(now, -AGAIN_MS))
    .where((eb) => eb.or([eb('c.checked_at', 'is', null), eb('c.checked_at', '<=', addMs(now, -AGAIN_MS))]))
    .orderBy('c.checked_at')
    .orderBy('d.id')
    .limit(limit)
    .execute();
  return rows.map(({ id, title, url }) => ({ documentId: id, title, url: url as string }));
}

/** Notes that a page was looked at: there, gone (since the first time that it was), or not to be told (null). */
export async function notePageCheck(
  db: Database,
  documentId: string,
  isGone: boolean | null,
  now: Instant,
): Promise<void> {
  const known = await db
    .selectFrom('page_checks')
    .select('gone_at')
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  const before = known?.gone_at ?? null;
  const gone_at = isGone === null ? before : isGone ? (before ?? now) : null;
  await db
    .insertInto('page_checks')
    .values({ document_id: documentId, checked_at: now, gone_at })
    .onConflict((oc) => oc.column('document_id').doUpdateSet({ checked_at: now, gone_at }))
    .execute();
}

/** Which of some documents have a page that is gone, and since when. */
export async function gonePages(db: Database, documentIds: readonly string[]): Promise<GonePage[]> {
  const gone: GonePage[] = [];
  for (const some of chunks(documentIds)) {
    const rows = await db
      .selectFrom('page_checks as c')
      .innerJoin('documents as d', 'd.id', 'c.document_id')
      .select(['d.id', 'd.title', 'd.publisher', 'd.url', 'c.gone_at'])
      .where('c.document_id', 'in', some)
      .where('c.gone_at', 'is not', null)
      .orderBy('c.gone_at')
      .execute();
    for (const { id, title, publisher, url, gone_at } of rows)
      gone.push({ documentId: id, title, publisher, url: url ?? '', goneAt: gone_at as Instant });
  }
  return gone;
}
