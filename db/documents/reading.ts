import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { DocumentState, StoredDocument } from '../../model/document.ts';
import { getMeta, setMeta } from '../meta.ts';
import { type Database, inDerivedTransaction } from '../open.ts';
import { getDocuments } from './stored-documents.ts';

/** The name under which what the text reader finds is stored; other names are for facts that come with a document. */
export const READER = 'reader';
const LAST_READER = 'reader version';

/** A document on which the reader fails this often is set aside. */
export const MOST_FAILURES = 2;
/** One that was being read so often when the program ended is taken to be the reason, and set aside too. */
export const MOST_BEGUN = 5;

export interface WaitingDocument {
  document: StoredDocument;
  /** How often reading it has begun, this time included. */
  attempt: number;
}

/**
 * Takes the documents that have waited longest and notes that reading them has begun, so that one that ends the whole
 * program is noticed. Those that were being read at such an end come last and by themselves: then they hold up nobody,
 * and nobody else is taken to be the reason.
 */
export function takeUnread(db: Database, limit: number): Promise<WaitingDocument[]> {
  return inDerivedTransaction(db, async (trx) => {
    const waiting = await trx
      .selectFrom('documents')
      .select(['id', 'attempts'])
      .where('state', '=', 'fetched')
      .orderBy('attempts')
      .orderBy('seq')
      .limit(limit)
      .execute();
    const rows = waiting[0]?.attempts === 0 ? waiting.filter((row) => row.attempts === 0) : waiting.slice(0, 1);
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    await trx.updateTable('documents').set({ attempts: sql<number>`attempts + 1` }).where('id', 'in', ids).execute();
    const attempts = new Map(rows.map((row) => [row.id, row.attempts + 1]));
    const documents = await getDocuments(trx, ids);
    return documents.map((document) => ({ document, attempt: attempts.get(document.id) as number }));
  });
}

/** Says that a document has been read, in which language, or why it is set aside. Joins the transaction it is called in. */
export async function setDocumentState(
  db: Database,
  id: string,
  change: { state: Exclude<DocumentState, 'duplicate' | 'fetched'>; reason: string | null; language?: string },
): Promise<void> {
  await db
    .updateTable('documents')
    .set({
      state: change.state,
      state_reason: change.reason,
      attempts: 0,
      ...(change.language ? { language: change.language } : {}),
    })
    .where('id', '=', id)
    .where('state', '<>', 'duplicate')
    .execute();
}

/** Puts a document back as it was before reading began: the reader was stopped, the document is not to blame. */
export async function putBack(db: Database, id: string): Promise<void> {
  await db
    .updateTable('documents')
    .set({ attempts: sql<number>`max(attempts - 1, 0)` })
    .where('id', '=', id)
    .where('state', '=', 'fetched')
    .execute();
}

/** Documents looked at in one transaction when all are put back in line: others write in between. */
const REQUEUED_AT_ONCE = 500;

/**
 * Puts documents that the reader could not read back in line when it is another than before; gives how many. What was read
 * stays as it is: what a newer reader finds there is a proposal (proposed-readings.ts). Goes in steps, so that nobody waits
 * for the whole; broken off, it begins again at the next start.
 */
export async function requeueUnread(db: Database, reader: string): Promise<number> {
  const last = await getMeta(db, LAST_READER);
  if (last === reader) return 0;
  if (last === null) return setMeta(db, LAST_READER, reader).then(() => 0);
  const end = await newestSeq(db);
  let queued = 0;
  for (let from = 0; from < end; from += REQUEUED_AT_ONCE) {
    queued += await requeueSome(db, { from, to: from + REQUEUED_AT_ONCE });
    await nextTurn();
  }
  await setMeta(db, LAST_READER, reader);
  return queued;
}

async function newestSeq(db: Database): Promise<number> {
  const row = await db.selectFrom('documents').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.seq ?? 0;
}

/** The same for the documents with a number above `from` and up to `to`. */
async function requeueSome(db: Database, { from, to }: { from: number; to: number }): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('documents')
    .set({ state: 'fetched', state_reason: null, attempts: 0 })
    .where('seq', '>', from)
    .where('seq', '<=', to)
    .where('state', 'in', ['unreadable', 'unsupported_language'])
    .where(sql<boolean>`trim(text) <> ''`)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** How many documents wait to be read. */
export async function countUnread(db: Database): Promise<number> {
  const { n } = await db
    .selectFrom('documents')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('state', '=', 'fetched')
    .executeTakeFirstOrThrow();
  return n;
}
