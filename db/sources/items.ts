import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { addMs, type Instant } from '../../model/day.ts';
import { chunks } from '../chunks.ts';
import { type Database, inTransaction } from '../open.ts';

/** After so many failures an item waits until its page changes. */
export const MOST_ITEM_ATTEMPTS = 3;
const RETRY_MS = 3_600_000;

/** One entry of a source's list, as far as storing needs to know it. */
export interface ListedItem {
  key: string;
  url: string | null;
  title: string | null;
  /** Of the fields that matter: another one means the entry must be read again. */
  fingerprint: string;
  /** Where its document is, or the document itself; an entry with neither (null) is compared but never read. */
  page?: string | null;
  document?: unknown;
  /** Far down a list of all there ever was: noted when the list is new to us, and read when it comes to a known list. */
  older?: boolean;
}

export interface CacheEntry {
  etag: string | null;
  lastModified: string | null;
  /** Further lists that this one named; they are read also when it has not changed. */
  more?: readonly string[];
}

/** What a site said about the copy fetched last, to ask for news only, and what that copy led to. */
export async function cacheOf(db: Database, url: string): Promise<Required<CacheEntry> | null> {
  const row = await db
    .selectFrom('http_cache')
    .select(['etag', 'last_modified', 'more'])
    .where('url', '=', url)
    .executeTakeFirst();
  if (!row) return null;
  return { etag: row.etag, lastModified: row.last_modified, more: JSON.parse(row.more ?? '[]') as string[] };
}

/** True when one of these entries was seen before a moment, under its key or its address. */
export async function knowsAny(
  db: Database,
  sourceId: string,
  items: readonly ListedItem[],
  before: Instant,
): Promise<boolean> {
  const seen = db
    .selectFrom('source_items')
    .select('key')
    .where('source_id', '=', sourceId)
    .where('first_seen_at', '<', before)
    .limit(1);
  for (const some of chunks(items, AT_ONCE)) {
    const keys = some.map(({ key }) => key);
    if (await seen.where('key', 'in', keys).executeTakeFirst()) return true;
    const urls = some.flatMap(({ url }) => url ?? []);
    if (urls.length > 0 && (await seen.where('url', 'in', urls).executeTakeFirst())) return true;
  }
  return false;
}

export interface StoredListing {
  isNew: number;
  changed: number;
  unchanged: number;
}

/** A register lists thousands: they are stored in pieces, and pages get their turn between them. */
const AT_ONCE = 100;

/**
 * Stores what a list holds; entries that are new or changed then wait to be read. What the site said about its copy is
 * stored last, so that nothing new is ever hidden behind "not modified", wherever the program is stopped.
 */
export async function saveListing<T extends ListedItem>(
  db: Database,
  sourceId: string,
  listing: { url: string; cache: CacheEntry; items: readonly T[]; now: Instant },
): Promise<StoredListing> {
  const stored: StoredListing = { isNew: 0, changed: 0, unchanged: 0 };
  const isFirst = (await cacheOf(db, listing.url)) === null;
  for (const items of chunks(listing.items, AT_ONCE)) {
    const some = await inTransaction(db, (trx) => saveItems(trx, sourceId, items, { now: listing.now, isFirst }));
    for (const what of ['isNew', 'changed', 'unchanged'] as const) stored[what] += some[what];
    await nextTurn();
  }
  const { etag, lastModified, more = [] } = listing.cache;
  const named = more.length > 0 ? JSON.stringify(more) : null;
  const cache = { etag, last_modified: lastModified, fetched_at: listing.now, more: named };
  await db
    .insertInto('http_cache')
    .values({ url: listing.url, source_id: sourceId, ...cache })
    .onConflict((oc) => oc.column('url').doUpdateSet(cache))
    .execute();
  return stored;
}

async function saveItems(
  db: Database,
  sourceId: string,
  items: readonly ListedItem[],
  { now, isFirst }: { now: Instant; isFirst: boolean },
): Promise<StoredListing> {
  const keys = items.map((item) => item.key);
  const rows = await db
    .selectFrom('source_items')
    .select(['key', 'fingerprint'])
    .where('source_id', '=', sourceId)
    .where('key', 'in', keys)
    .execute();
  const known = new Map(rows.map((row) => [row.key, row.fingerprint]));
  const differing = items.filter(
    ({ key, fingerprint, older }) => known.get(key) !== fingerprint && !(older && (isFirst || known.has(key))),
  );
  for (const item of differing) await saveItem(db, sourceId, item, now);
  const noted = isFirst ? items.filter(({ key, older }) => older && !known.has(key)) : [];
  for (const item of noted) await noteItem(db, sourceId, item, now);
  await db
    .updateTable('source_items')
    .set({ last_seen_at: now })
    .where('source_id', '=', sourceId)
    .where('key', 'in', keys)
    .execute();
  const isNew = differing.filter((item) => !known.has(item.key)).length;
  return { isNew, changed: differing.length - isNew, unchanged: items.length - differing.length };
}

/** An entry of the past: known from now on, and read only when somebody asks for the past. */
async function noteItem(db: Database, sourceId: string, { key, url, title }: ListedItem, now: Instant): Promise<void> {
  const unread = { item: null, fingerprint: NEVER_READ, read_fingerprint: NEVER_READ };
  const row = { source_id: sourceId, key, url, title, ...unread, next_try_at: now };
  await db
    .insertInto('source_items')
    .values({ ...row, error: null, first_seen_at: now, last_seen_at: now })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** The fingerprint of no entry: whenever it is wanted, it has changed. */
const NEVER_READ = '';

async function saveItem(db: Database, sourceId: string, item: ListedItem, now: Instant): Promise<void> {
  const isToRead = item.page !== null || item.document !== null;
  const listed = {
    url: item.url,
    title: item.title,
    fingerprint: item.fingerprint,
    item: isToRead ? JSON.stringify(item) : null,
    ...(isToRead ? {} : { read_fingerprint: item.fingerprint }),
    attempts: 0,
    next_try_at: now,
    error: null,
    last_seen_at: now,
  };
  await db
    .insertInto('source_items')
    .values({ source_id: sourceId, key: item.key, first_seen_at: now, ...listed })
    .onConflict((oc) => oc.columns(['source_id', 'key']).doUpdateSet(listed))
    .execute();
}

/** Entries that wait to be read, as they were listed. */
export async function waitingItems<T extends ListedItem>(
  db: Database,
  sourceId: string,
  now: Instant,
  limit: number,
): Promise<T[]> {
  const rows = await waiting(db, sourceId, now)
    .select('item')
    .orderBy('next_try_at')
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map((row) => JSON.parse(row.item as string) as T);
}

/** Says that an entry has been read to the end. Joins the transaction that stores its document. */
export async function itemRead(
  db: Database,
  sourceId: string,
  item: ListedItem,
  documentId: string | null,
): Promise<void> {
  await db
    .updateTable('source_items')
    .set({ item: null, read_fingerprint: item.fingerprint, document_id: documentId, attempts: 0, error: null })
    .where('source_id', '=', sourceId)
    .where('key', '=', item.key)
    .where('fingerprint', '=', item.fingerprint)
    .execute();
}

/** Says that an entry could not be read and why; it is tried again later, a few times. */
export async function itemFailed(
  db: Database,
  sourceId: string,
  item: ListedItem,
  failure: { now: Instant; error: string },
): Promise<void> {
  const error = failure.error.slice(0, 500);
  await ofItem(db, sourceId, item.key, {
    attempts: sql<number>`attempts + 1`,
    next_try_at: addMs(failure.now, RETRY_MS),
    error,
  });
}

/** Says that the site could not be reached: the entry waits, and it does not count as a failure of its own. */
export async function itemPostponed(
  db: Database,
  sourceId: string,
  item: ListedItem,
  failure: { now: Instant; error: string },
): Promise<void> {
  const error = failure.error.slice(0, 500);
  await ofItem(db, sourceId, item.key, { next_try_at: addMs(failure.now, RETRY_MS), error });
}

/** How many entries of a source can be read now. */
export async function countWaitingItems(db: Database, sourceId: string, now: Instant): Promise<number> {
  const { n } = await waiting(db, sourceId, now)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

function waiting(db: Database, sourceId: string, now: Instant) {
  return db
    .selectFrom('source_items')
    .where('source_id', '=', sourceId)
    .where('item', 'is not', null)
    .where('attempts', '<', MOST_ITEM_ATTEMPTS)
    .where('next_try_at', '<=', now);
}

async function ofItem(db: Database, sourceId: string, key: string, change: object): Promise<void> {
  await db.updateTable('source_items').set(change).where('source_id', '=', sourceId).where('key', '=', key).execute();
}

/** An entry that could not be read when it was tried last. */
export interface FailedItem {
  key: string;
  url: string | null;
  title: string | null;
  error: string;
  /** True when it is tried no more until its page changes. */
  isGivenUp: boolean;
}

const MOST_FAILED = 50;

/** Entries of a source that could not be read, with the reason, those given up first: shown on its page. */
export async function failedItems(db: Database, sourceId: string): Promise<FailedItem[]> {
  const rows = await db
    .selectFrom('source_items')
    .select(['key', 'url', 'title', 'error', 'attempts'])
    .where('source_id', '=', sourceId)
    .where('item', 'is not', null)
    .where('error', 'is not', null)
    .orderBy('attempts', 'desc')
    .orderBy('last_seen_at', 'desc')
    .limit(MOST_FAILED)
    .execute();
  return rows.map(({ attempts, error, ...row }) => ({
    ...row,
    error: error as string,
    isGivenUp: attempts >= MOST_ITEM_ATTEMPTS,
  }));
}

/** How many entries of a source wait to be read, those included that are tried later. */
export async function countUnread(db: Database, sourceId: string): Promise<number> {
  const { n } = await db
    .selectFrom('source_items')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('source_id', '=', sourceId)
    .where('item', 'is not', null)
    .where('attempts', '<', MOST_ITEM_ATTEMPTS)
    .executeTakeFirstOrThrow();
  return n;
}
