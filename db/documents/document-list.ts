import type { Day, Instant } from '../../model/day.ts';
import type { DocumentState, NewDocument, StoredDocument } from '../../model/document.ts';
import type { SourceClass } from '../../model/scrutiny.ts';
import { likeText } from '../like.ts';
import type { Database } from '../open.ts';
import { type Hit, type Narrowable, searchDocuments, snippets } from './search.ts';
import { HEAD, toHead } from './stored-documents.ts';

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
  /** What was found by words, on all pages; empty without words. */
  hits: readonly Hit[];
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
    hits: [],
  };
}

async function foundDocuments(db: Database, q: string, filter: DocumentFilter): Promise<DocumentList> {
  const narrow = (query: Narrowable) => narrowed(query, filter);
  const { seqs, total, hits } = await searchDocuments(db, q, narrow, filter);
  return { rows: await rowsOf(db, seqs, await snippets(db, q, seqs)), total, hits };
}

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
