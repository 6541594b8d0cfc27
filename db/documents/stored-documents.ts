import type { Selectable } from 'kysely';
import { dayOf, type Instant } from '../../model/day.ts';
import type { StoredDocument } from '../../model/document.ts';
import type { DocumentRef } from '../../model/ledger.ts';
import { type Signed, voiceOf } from '../../model/outlet.ts';
import type { SourceClass } from '../../model/scrutiny.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
import type { Schema } from '../schema.ts';

/** Characters at either end of a text in which an agency is named. */
const EDGE = 400;

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

/**
 * What assembly needs to know of some documents, without their text. What is in `known` is not looked up, and what is looked
 * up is put there: documents are kept as they were fetched. They come in with whatever else is known.
 */
export async function documentRefs(
  db: Database,
  ids: readonly string[],
  known: Map<string, DocumentRef> = new Map(),
): Promise<ReadonlyMap<string, DocumentRef>> {
  const list = JSON.stringify(ids.filter((id) => !known.has(id)));
  for (const row of await withConnection(db, () => prepared(db, REFS).all(list) as RefRow[])) {
    const { id, publisher, sourceClass, published } = row;
    known.set(id, { id, publisher, voice: voiceOf(row), sourceClass, published, fetchedOn: dayOf(row.fetchedAt) });
  }
  return known;
}

const REFS = `select "d"."id", "d"."publisher", "d"."byline", "d"."source_class" as "sourceClass", "d"."published",
    "d"."fetched_at" as "fetchedAt", substr("d"."text", 1, ${EDGE}) as "opening", substr("d"."text", -${EDGE}) as "closing"
  from json_each(?) as "j" cross join "documents" as "d" on "d"."id" = "j"."value"`;

type RefRow = Omit<DocumentRef, 'voice' | 'fetchedOn'> & Signed & { sourceClass: SourceClass; fetchedAt: Instant };

/** The columns of a document without its text. */
export const HEAD = [
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

/** Takes the row of a document; gives it as the rest of the product knows it, without its text. */
export function toHead(row: Head): Omit<StoredDocument, 'text'> {
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
