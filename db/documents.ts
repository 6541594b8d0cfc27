import { CompiledQuery, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import { type Day, dayOf, firstDay, type Instant } from '../model/day.ts';
import type { DocumentState, NewDocument, StoredDocument } from '../model/document.ts';
import type { DocumentRef } from '../model/ledger.ts';
import { voiceOf } from '../model/outlet.ts';
import type { SourceClass } from '../model/scrutiny.ts';
import { chunks } from './chunks.ts';
import { settleFamily, settleReturn } from './copies.ts';
import { canonicalAddress, documentId, sha256, words } from './identity.ts';
import { likeText } from './like.ts';
import { type Database, inTransaction } from './open.ts';
import type { Schema } from './schema.ts';
import { indexText, searchDocuments, snippets } from './search.ts';

/** Characters at either end of a text in which an agency is named. */
const EDGE = 400;

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

/** One document with its text, or null. */
export async function getDocument(db: Database, id: string): Promise<StoredDocument | null> {
  const row = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toDocument(row) : null;
}

/** Some documents with their text, in the order asked for; unknown ids are left out. */
export async function getDocuments(db: Database, ids: readonly string[]): Promise<StoredDocument[]> {
  const found = new Map<string, StoredDocument>();
  for (const some of chunks(ids)) {
    const rows = await db.selectFrom('documents').selectAll().where('id', 'in', some).execute();
    for (const row of rows) found.set(row.id, toDocument(row));
  }
  return ids.map((id) => found.get(id)).filter((document) => document !== undefined);
}

/** What assembly needs to know of some documents, without their text. */
export async function documentRefs(db: Database, ids: readonly string[]): Promise<Map<string, DocumentRef>> {
  const refs = new Map<string, DocumentRef>();
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom('documents')
      .select(['id', 'publisher', 'byline', 'source_class', 'published', 'fetched_at'])
      .select(sql<string>`substr(text, 1, ${EDGE})`.as('opening'))
      .select(sql<string>`substr(text, -${EDGE})`.as('closing'))
      .where('id', 'in', some)
      .execute();
    for (const row of rows) {
      const { id, publisher, source_class: sourceClass, published, fetched_at } = row;
      const voice = voiceOf({ ...row, sourceClass });
      refs.set(id, { id, publisher, voice, sourceClass, published, fetchedOn: dayOf(fetched_at) });
    }
  }
  return refs;
}

/** A document in a list: all but its text. */
export interface DocumentRow extends Omit<StoredDocument, 'text'> {
  /** How many deals were read in it. */
  dealCount: number;
  /** Plain text around what was searched for, else its beginning. */
  snippet: string;
}

export interface DocumentFilter {
  /** Words, "phrases" in quotes, and prefixes* to find in title or text. */
  q?: string | undefined;
  state?: DocumentState | undefined;
  publisher?: string | undefined;
  language?: string | undefined;
  sourceClass?: SourceClass | undefined;
  sourceId?: string | undefined;
  /** Part of the publisher's name. */
  publisherLike?: string | undefined;
  /** By the day of publication, else that of fetching. */
  from?: Day | undefined;
  to?: Day | undefined;
  /** From 1. */
  page: number;
  pageSize: number;
}

export interface DocumentList {
  rows: DocumentRow[];
  /** How many there are; counting stops at MOST_COUNTED, so equal to it means "this many or more". */
  total: number;
}

/** Counting further would keep everybody waiting and tell nobody more. */
export const MOST_COUNTED = 10_000;
const SNIPPET_LENGTH = 240;

/** Documents by day, newest first; those that hold what is searched for when `q` is given. */
export async function listDocuments(db: Database, filter: DocumentFilter): Promise<DocumentList> {
  const q = filter.q?.trim();
  if (q) return foundDocuments(db, q, filter);
  const { n } = await db
    .selectFrom((eb) => narrowed(eb.selectFrom('documents').select('seq'), filter).limit(MOST_COUNTED).as('some'))
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const rows = await narrowed(db.selectFrom('documents').select('seq'), filter)
    .orderBy('day', 'desc')
    .orderBy('seq', 'desc')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
  return {
    rows: await rowsOf(
      db,
      rows.map((row) => row.seq),
    ),
    total: n,
  };
}

async function foundDocuments(db: Database, q: string, filter: DocumentFilter): Promise<DocumentList> {
  const narrow = (query: Narrowable) => narrowed(query, filter);
  const { seqs, total } = await searchDocuments(db, q, narrow, filter);
  return { rows: await rowsOf(db, seqs, await snippets(db, q, seqs)), total };
}

export type Narrowable = SelectQueryBuilder<Schema, 'documents', { seq: number }>;

function narrowed(query: Narrowable, filter: DocumentFilter): Narrowable {
  const { state, publisher, language, sourceClass, sourceId, publisherLike, from, to } = filter;
  return query
    .$if(publisherLike !== undefined, (some) => some.where('publisher', 'like', likeText(publisherLike as string)))
    .$if(from !== undefined, (some) => some.where('day', '>=', from as Day))
    .$if(to !== undefined, (some) => some.where('day', '<=', to as Day))
    .$if(state !== undefined, (some) => some.where('state', '=', state as DocumentState))
    .$if(publisher !== undefined, (some) => some.where('publisher', '=', publisher as string))
    .$if(language !== undefined, (some) => some.where('language', '=', language as string))
    .$if(sourceClass !== undefined, (some) => some.where('source_class', '=', sourceClass as SourceClass))
    .$if(sourceId !== undefined, (some) => some.where('source_id', '=', sourceId as string));
}

async function rowsOf(db: Database, seqs: number[], found = new Map<number, string>()): Promise<DocumentRow[]> {
  if (seqs.length === 0) return [];
  const rows = await db
    .selectFrom('documents')
    .select([...HEAD, 'seq', 'deal_count'])
    .select(({ fn, val }) => fn<string>('substr', ['text', val(1), val(SNIPPET_LENGTH)]).as('beginning'))
    .where('seq', 'in', seqs)
    .execute();
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return seqs
    .map((seq) => bySeq.get(seq))
    .filter((row) => row !== undefined)
    .map(({ beginning, deal_count, ...row }) => ({
      ...toHead(row),
      dealCount: deal_count,
      snippet: (found.get(row.seq) ?? beginning).replace(/\s+/gu, ' ').trim(),
    }));
}

/** One text of a page, as the list of its versions shows it. */
export interface DocumentVersion {
  id: string;
  title: string;
  published: NewDocument['published'];
  fetchedAt: Instant;
  lastSeenAt: Instant;
  state: DocumentState;
  /** True for the text that counts now. */
  isCurrent: boolean;
}

/** Every text stored of the same address, the latest first; the document itself alone when it has no address. */
export async function documentVersions(db: Database, id: string): Promise<DocumentVersion[]> {
  const own = await db.selectFrom('documents').select('canonical_url').where('id', '=', id).executeTakeFirst();
  const query = db
    .selectFrom('documents')
    .select(['id', 'title', 'published', 'fetched_at', 'last_seen_at', 'state', 'superseded_by'])
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc');
  const rows = await (own?.canonical_url
    ? query.where('canonical_url', '=', own.canonical_url)
    : query.where('id', '=', id)
  ).execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    published: row.published,
    fetchedAt: row.fetched_at,
    lastSeenAt: row.last_seen_at,
    state: row.state,
    isCurrent: row.superseded_by === null,
  }));
}

/** Other documents that tell the same story in the same words: copies of this one, or what it is a copy of. */
export async function copiesOf(db: Database, id: string): Promise<DocumentRow[]> {
  const own = await db.selectFrom('documents').select(['id', 'duplicate_of']).where('id', '=', id).executeTakeFirst();
  if (!own) return [];
  const leader = own.duplicate_of ?? own.id;
  const rows = await db
    .selectFrom('documents')
    .select('seq')
    .where((eb) => eb.or([eb('id', '=', leader), eb('duplicate_of', '=', leader)]))
    .where('id', '<>', id)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return rowsOf(
    db,
    rows.map((row) => row.seq),
  );
}

/**
 * How many documents are in each state. Nearly all have been read: those are what the others leave of all, which are
 * numbered without a gap and never deleted. Counting a million one by one would hold every page up.
 */
export async function countDocuments(db: Database): Promise<Record<DocumentState, number>> {
  const counts = { fetched: 0, read: 0, unreadable: 0, unsupported_language: 0, duplicate: 0 };
  const others = (Object.keys(counts) as DocumentState[]).filter((state) => state !== 'read');
  const rows = await db
    .selectFrom('documents')
    .select(['state', ({ fn }) => fn.countAll<number>().as('n')])
    .where('state', 'in', others)
    .groupBy('state')
    .execute();
  for (const { state, n } of rows) counts[state] = n;
  const last = await db
    .selectFrom('documents')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst();
  counts.read = Number(last?.seq ?? 0) - rows.reduce((sum, { n }) => sum + n, 0);
  return counts;
}

const HEAD = [
  'id',
  'source_id',
  'url',
  'canonical_url',
  'publisher',
  'source_class',
  'title',
  'byline',
  'published',
  'language',
  'hash',
  'fetched_at',
  'state',
  'state_reason',
  'duplicate_of',
] as const;

type Head = Pick<Selectable<Schema['documents']>, (typeof HEAD)[number]>;

function toHead(row: Head): Omit<StoredDocument, 'text'> {
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    canonicalUrl: row.canonical_url,
    publisher: row.publisher,
    sourceClass: row.source_class,
    title: row.title,
    byline: row.byline,
    published: row.published,
    language: row.language,
    hash: row.hash,
    fetchedAt: row.fetched_at,
    state: row.state,
    stateReason: row.state_reason,
    duplicateOf: row.duplicate_of,
  };
}

function toDocument(row: Head & { text: string }): StoredDocument {
  return { ...toHead(row), text: row.text };
}
