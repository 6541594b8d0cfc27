import { CompiledQuery, type Selectable } from 'kysely';
import { dayOf, firstDay, type Instant } from '../../model/day.ts';
import type { NewDocument } from '../../model/document.ts';
import { type Database, inTransaction } from '../open.ts';
import type { Schema } from '../schema.ts';
import { settleFamily, settleReturn } from './copies.ts';
import { canonicalAddress, documentId, sha256, words } from './identity.ts';
import { indexText } from './search.ts';

export interface DocumentToSave extends NewDocument {
  sourceId: string | null;
  /** SHA-256 of the bytes fetched (or of the text handed in), hexadecimal. */
  hash: string;
  fetchedAt: Instant;
  /** True for what fills the past, such as the starter library: it sends no alerts. */
  backFill?: boolean;
}

export interface SavedDocument {
  id: string;
  /** False when the same text at the same address was stored before. */
  isNew: boolean;
  /** The document that stands for the same story, when it is not this one. */
  duplicateOf: string | null;
}

/** Stores a document once; finds copies of the story and earlier texts of the page. In one transaction. */
export function saveDocument(db: Database, document: DocumentToSave): Promise<SavedDocument> {
  return inTransaction(db, async (trx) => {
    const canonicalUrl = canonicalAddress(document.canonicalUrl ?? document.url);
    const id = documentId(canonicalUrl, document.text);
    const known = await findStored(trx, id);
    const arrived = { id, canonicalUrl, text: document.text };
    if (!known) {
      const wordsOfText = words(document.text);
      const textHash = sha256(wordsOfText.join(' '));
      const { seq, day } = await insertDocument(trx, document, { id, canonicalUrl, textHash });
      if (wordsOfText.length === 0) return { id, isNew: true, duplicateOf: null };
      const { isAlone } = await settleFamily(trx, { ...arrived, seq, day, textHash }, wordsOfText);
      return { id, isNew: true, duplicateOf: isAlone ? null : await leaderOf(trx, id) };
    }
    if (known.last_seen_at < document.fetchedAt) {
      await trx.updateTable('documents').set({ last_seen_at: document.fetchedAt }).where('id', '=', id).execute();
      const { seq, day, text_hash } = known;
      if (known.superseded_by) await settleReturn(trx, { ...arrived, seq, day, textHash: text_hash });
    }
    return { id, isNew: false, duplicateOf: await leaderOf(trx, id) };
  });
}

type Stored = Pick<Selectable<Schema['documents']>, 'seq' | 'day' | 'text_hash' | 'last_seen_at' | 'superseded_by'>;

async function findStored(db: Database, id: string): Promise<Stored | undefined> {
  const select = 'select seq, day, text_hash, last_seen_at, superseded_by from documents where id = ?';
  return (await db.executeQuery<Stored>(CompiledQuery.raw(select, [id]))).rows[0];
}

async function leaderOf(db: Database, id: string): Promise<string | null> {
  const row = await db.selectFrom('documents').select('duplicate_of').where('id', '=', id).executeTakeFirstOrThrow();
  return row.duplicate_of;
}

/** Stores many documents in one transaction, in order; gives what became of each. */
export function saveDocuments(db: Database, documents: readonly DocumentToSave[]): Promise<SavedDocument[]> {
  return inTransaction(db, async (trx) => {
    const saved: SavedDocument[] = [];
    for (const document of documents) saved.push(await saveDocument(trx, document));
    return saved;
  });
}

async function insertDocument(
  db: Database,
  document: DocumentToSave,
  key: { id: string; canonicalUrl: string | null; textHash: string },
): Promise<{ seq: number; day: string }> {
  const day = document.published ? firstDay(document.published) : dayOf(document.fetchedAt);
  const isEmpty = document.text.trim() === '';
  // Without `returning`, which SQLite runs as a trigger (see `indexText`).
  const { insertId } = await db
    .insertInto('documents')
    .values({
      id: key.id,
      source_id: document.sourceId,
      url: document.url,
      canonical_url: key.canonicalUrl,
      publisher: document.publisher,
      source_class: document.sourceClass,
      title: document.title,
      byline: document.byline,
      published: document.published,
      day,
      language: document.language,
      text: document.text,
      hash: document.hash,
      text_hash: key.textHash,
      back_fill: document.backFill ? 1 : 0,
      fetched_at: document.fetchedAt,
      last_seen_at: document.fetchedAt,
      state: isEmpty ? 'unreadable' : 'fetched',
      state_reason: isEmpty ? 'The page holds no text.' : null,
    })
    .executeTakeFirstOrThrow();
  const seq = Number(insertId);
  await indexText(db, seq, document);
  return { seq, day };
}
