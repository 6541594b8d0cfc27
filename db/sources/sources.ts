import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { addMs, type Instant } from '../../model/day.ts';
import { Conflict, InvalidInput, NotFound } from '../../model/errors.ts';
import type { SourceClass } from '../../model/scrutiny.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { keptRows } from '../kept-rows.ts';
import { type Database, inTransaction } from '../open.ts';
import { listRuns, type Run } from '../runs.ts';
import type { Schema, SourceKind } from '../schema.ts';

export const SOURCE_HEALTH = ['ok', 'late', 'failing', 'never'] as const;
/** ok · late: nothing good for longer than it should take · failing: two or more failures in a row · never: not read yet. */
export type SourceHealth = (typeof SOURCE_HEALTH)[number];

/** A feed, a sitemap, or a page that lists articles. */
export type SourceShape = NonNullable<Schema['sources']['shape']>;

export interface SourceRow {
  id: string;
  title: string;
  kind: SourceKind;
  /** The feed's address; null for a built-in source, which knows its own. */
  url: string | null;
  publisher: string;
  sourceClass: SourceClass;
  authority: string | null;
  everyMinutes: number;
  /** What the address leads to, when it is no feed; null for built-in sources. */
  shape: SourceShape | null;
  /** How the addresses of articles begin, of a sitemap or page; null for all. */
  only: string | null;
  enabled: boolean;
  running: boolean;
  nextDueAt: Instant;
  lastRunAt: Instant | null;
  lastOkAt: Instant | null;
  /** Since when it has given nothing new although it should have, as of its last visit. */
  silentSince: Instant | null;
  lastError: string | null;
  errorCount: number;
  health: SourceHealth;
  documents: number;
}

/** What the list of built-in sources says of each. */
export interface BuiltInSource {
  id: string;
  title: string;
  publisher: string;
  sourceClass: SourceClass;
  authority: string | null;
  everyMinutes: number;
  /** True for a source that waits until somebody switches it on. */
  offAtFirst?: boolean;
}

const MINUTE_MS = 60_000;
/** On the first start, sources begin within this time of each other and not all at once. */
const SPREAD_MS = 5 * MINUTE_MS;

/** Makes the table agree with the list of built-in sources: new ones are added, missing ones retired, kept ones described anew. */
export function syncBuiltInSources(db: Database, list: readonly BuiltInSource[], now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    for (const source of list) await syncOne(trx, source, now);
    await trx
      .updateTable('sources')
      .set({ retired_at: now })
      .where('kind', '=', 'built-in')
      .where('retired_at', 'is', null)
      .$if(list.length > 0, (query) =>
        query.where(
          'id',
          'not in',
          list.map((s) => s.id),
        ),
      )
      .execute();
  });
}

async function syncOne(db: Database, source: BuiltInSource, now: Instant): Promise<void> {
  const described = {
    title: source.title,
    publisher: source.publisher,
    source_class: source.sourceClass,
    authority: source.authority,
    every_minutes: source.everyMinutes,
    retired_at: null,
  };
  await db
    .insertInto('sources')
    .values({
      ...newSource(source.id, now),
      ...described,
      id: source.id,
      kind: 'built-in',
      enabled: source.offAtFirst ? 0 : 1,
    })
    .onConflict((oc) => oc.column('id').doUpdateSet(described))
    .execute();
}

function newSource(id: string, now: Instant) {
  const spread = Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 8), 16) % SPREAD_MS;
  return { added_at: now, next_due_at: addMs(now, spread), error_count: 0 };
}

/**
 * Every source in use, by title, with its health as of now. `counted` also counts the documents of each, which takes
 * longer the more there are: for the page that shows them alone; others get 0.
 */
export async function listSources(
  db: Database,
  now: Instant,
  { counted = false }: { counted?: boolean } = {},
): Promise<SourceRow[]> {
  const rows = await (counted ? withCount(db) : withoutCount(db))
    .where('retired_at', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .execute();
  return rows.map((row) => toSource(row, now));
}

type HealthRow = Pick<Selectable<Schema['sources']>, 'error_count' | 'last_ok_at' | 'every_minutes'>;
const HEALTH = `select error_count, last_ok_at, every_minutes from sources where retired_at is null and enabled = 1`;

/** How many sources in use are in which health; those switched off are not counted. */
export async function countSourceHealth(db: Database, now: Instant): Promise<Record<SourceHealth, number>> {
  // On every page: the few columns that it rests on, not all of them.
  const rows = await keptRows<HealthRow>(db, HEALTH);
  const counts: Record<SourceHealth, number> = { ok: 0, late: 0, failing: 0, never: 0 };
  for (const row of rows) counts[healthOf(row, now)] += 1;
  return counts;
}

/** What tells of an authority's cases, as far as that says how it stands: the sources in use that speak for one. */
export type AuthoritySource = Pick<SourceRow, 'id' | 'authority' | 'enabled' | 'health' | 'lastOkAt' | 'silentSince'>;

const OF_AUTHORITIES = `select id, authority, enabled, silent_since, error_count, last_ok_at, every_minutes
  from sources where retired_at is null and authority is not null order by title, id`;

/** The sources of all authorities, in the order of `listSources`. */
export async function authoritySources(db: Database, now: Instant): Promise<AuthoritySource[]> {
  type Row = HealthRow & Pick<Selectable<Schema['sources']>, 'id' | 'authority' | 'enabled' | 'silent_since'>;
  const rows = await keptRows<Row>(db, OF_AUTHORITIES);
  return rows.map((row) => ({
    id: row.id,
    authority: row.authority,
    enabled: row.enabled === 1,
    health: healthOf(row, now),
    lastOkAt: row.last_ok_at,
    silentSince: row.silent_since,
  }));
}

/** One source, retired ones included. Throws NotFound. */
export async function getSource(db: Database, id: string, now: Instant): Promise<SourceRow> {
  const row = await withCount(db).where('id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound(t('refused.there-is-no-source', { id }));
  return toSource(row, now);
}

function withoutCount(db: Database) {
  return db
    .selectFrom('sources')
    .selectAll('sources')
    .select((eb) => eb.lit<number | null>(null).as('documents'));
}

function withCount(db: Database) {
  return db
    .selectFrom('sources')
    .selectAll('sources')
    .select((eb) =>
      eb
        .selectFrom('documents')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('documents.source_id', '=', 'sources.id')
        .as('documents'),
    );
}

export interface NewFeed {
  url: string;
  title: string;
  publisher: string;
  everyMinutes: number;
  /** A feed when not said. */
  shape?: SourceShape | null;
  only?: string | null;
  addedBy: number;
  now: Instant;
}

/** Adds a feed that is read from now on; gives it. Throws InvalidInput for an address or interval that cannot be, Conflict when it is there already. */
export function addFeed(db: Database, feed: NewFeed): Promise<SourceRow> {
  const url = checkedFeed(feed);
  const id = `feed-${createHash('sha256').update(url).digest('hex').slice(0, 12)}`;
  return inTransaction(db, async (trx) => {
    const row = {
      id,
      kind: 'feed' as const,
      url,
      title: feed.title.trim(),
      publisher: feed.publisher.trim(),
      source_class: 'press' as const,
      authority: null,
      every_minutes: feed.everyMinutes,
      shape: feed.shape ?? null,
      only_addresses: feed.only?.trim() || null,
      added_by: feed.addedBy,
      added_at: feed.now,
      next_due_at: feed.now,
      error_count: 0,
    };
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('sources')
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirstOrThrow();
    if (!numInsertedOrUpdatedRows) throw new Conflict(t('refused.this-feed-is-among-the'));
    await audit(trx, { at: feed.now, userId: feed.addedBy, action: 'source.added', subject: id, detail: { url } });
    return getSource(trx, id, feed.now);
  });
}

function checkedFeed(feed: NewFeed): string {
  const problems: Record<string, string> = {};
  const url = URL.canParse(feed.url.trim()) ? new URL(feed.url.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol)) problems.url = t('refused.an-address-begins-with');
  else if (url.username || url.password) problems.url = t('refused.an-address-with-a-password');
  if (!feed.title.trim()) problems.title = t('refused.a-feed-needs-a-title');
  if (!feed.publisher.trim()) problems.publisher = t('refused.a-feed-needs-a-publisher');
  if (!Number.isInteger(feed.everyMinutes) || feed.everyMinutes < 5 || feed.everyMinutes > 10_080) {
    problems.everyMinutes = t('refused.a-feed-is-read-every');
  }
  if (!url || Object.keys(problems).length) {
    throw new InvalidInput(Object.values(problems).join(' '), problems);
  }
  url.hash = '';
  return url.href;
}

/** Has a source read at the next tick. Throws NotFound. */
export async function makeDue(db: Database, id: string, now: Instant): Promise<void> {
  await changed(db.updateTable('sources').set({ next_due_at: now }).where('id', '=', id), id);
}

/** Switches a source on or off; on means due now. Throws NotFound. */
export function setEnabled(
  db: Database,
  id: string,
  enabled: boolean,
  by: { userId: number | null; now: Instant },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const change = enabled ? { enabled: 1 as const, next_due_at: by.now } : { enabled: 0 as const };
    await changed(trx.updateTable('sources').set(change).where('id', '=', id), id);
    const action = enabled ? 'source.enabled' : 'source.disabled';
    await audit(trx, { at: by.now, userId: by.userId, action, subject: id });
  });
}

async function changed(
  query: { executeTakeFirstOrThrow(): Promise<{ numUpdatedRows: bigint }> },
  id: string,
): Promise<void> {
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new NotFound(t('refused.there-is-no-source', { id }));
}

/** The newest runs of a source, with counts and warnings. */
export function runsOfSource(db: Database, id: string, limit: number): Promise<Run[]> {
  return listRuns(db, { sourceId: id, limit });
}

/** Turns a row into a source, with its health as of now. */
export function toSource(row: Selectable<Schema['sources']> & { documents: number | null }, now: Instant): SourceRow {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    url: row.url,
    publisher: row.publisher,
    sourceClass: row.source_class,
    authority: row.authority,
    everyMinutes: row.every_minutes,
    shape: row.shape,
    only: row.only_addresses,
    enabled: row.enabled === 1,
    running: row.lease_until !== null && row.lease_until > now,
    nextDueAt: row.next_due_at,
    lastRunAt: row.last_run_at,
    lastOkAt: row.last_ok_at,
    silentSince: row.silent_since,
    lastError: row.last_error,
    errorCount: row.error_count,
    health: healthOf(row, now),
    documents: row.documents ?? 0,
  };
}

function healthOf(row: HealthRow, now: Instant): SourceHealth {
  if (row.error_count >= 2 || (row.error_count === 1 && row.last_ok_at === null)) return 'failing';
  if (row.last_ok_at === null) return 'never';
  const lateAfter = Math.max(3 * row.every_minutes * MINUTE_MS, 3_600_000);
  return row.last_ok_at < addMs(now, -lateAfter) ? 'late' : 'ok';
}
