import { addMs, type Instant } from '../../model/day.ts';
import type { Database } from '../open.ts';
import type { FeedKind } from '../schema-going-out.ts';
import { hashToken, newToken } from '../tokens.ts';

export { FEED_KINDS, type FeedKind } from '../schema-going-out.ts';

/** An address that shows what changed, or the deadlines, of a filter to whoever knows it. */
export interface Feed {
  id: number;
  name: string;
  kind: FeedKind;
  filter: string;
  createdAt: Instant;
  lastUsedAt: Instant | null;
}

const SEEN_MS = 5 * 60_000;

/** Makes a feed; gives the secret part of its address, this once. Only its hash is kept. */
export async function createFeed(
  db: Database,
  feed: { userId: number; name: string; kind: FeedKind; filter: string; now: Instant },
): Promise<string> {
  const token = newToken();
  const { userId, name, kind, filter, now } = feed;
  await db
    .insertInto('feeds')
    .values({ token_hash: hashToken(token), user_id: userId, name, kind, filter, created_at: now })
    .execute();
  return token;
}

/** A person's feeds, the newest first. */
export async function feedsOf(db: Database, userId: number): Promise<Feed[]> {
  const rows = await db.selectFrom('feeds').selectAll().where('user_id', '=', userId).orderBy('id', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    filter: row.filter,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** The feed with this secret; null for an unknown one, or when its owner may not sign in any more. */
export async function findFeed(db: Database, token: string, now: Instant): Promise<Feed | null> {
  const row = await db
    .selectFrom('feeds as f')
    .innerJoin('users as u', 'u.id', 'f.user_id')
    .selectAll('f')
    .where('f.token_hash', '=', hashToken(token))
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  if (!row.last_used_at || row.last_used_at < addMs(now, -SEEN_MS)) {
    await db.updateTable('feeds').set({ last_used_at: now }).where('id', '=', row.id).execute();
  }
  const { id, name, kind, filter, created_at, last_used_at } = row;
  return { id, name, kind, filter, createdAt: created_at, lastUsedAt: last_used_at };
}

/** Takes one of a person's feeds out: its address shows nothing any more. */
export async function removeFeed(db: Database, id: number, userId: number): Promise<void> {
  await db.deleteFrom('feeds').where('id', '=', id).where('user_id', '=', userId).execute();
}
