import type { Selectable } from 'kysely';
import { addMs, type Instant } from '../../model/day.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';
import type { Schema } from '../schema.ts';
import { hashToken, newToken } from '../tokens.ts';
import { toUser, type User } from './users.ts';

/** What a program may do with a token: read everything its owner may see, post decisions, freeze reports. */
export const API_SCOPES = ['read', 'decide', 'report'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export interface ApiToken {
  id: number;
  name: string;
  scopes: ApiScope[];
  createdAt: Instant;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
}

/** Says where a token was used to the nearest few minutes: a program that asks every second writes nothing each time. */
const SEEN_MS = 5 * 60_000;
/** So that a token is recognised where it should not be, in a log or a repository. */
const PREFIX = 'dw_';

/** Makes a token for a person's program; gives it, this once. Only its hash is kept. */
export function createApiToken(
  db: Database,
  token: { userId: number; name: string; scopes: readonly ApiScope[]; expiresAt: Instant | null; now: Instant },
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const { userId, name, scopes, expiresAt, now } = token;
    const secret = `${PREFIX}${newToken()}`;
    const { id } = await trx
      .insertInto('api_tokens')
      .values({
        token_hash: hashToken(secret),
        user_id: userId,
        name,
        scopes: JSON.stringify(scopes),
        created_at: now,
        expires_at: expiresAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(trx, { at: now, userId, action: 'token.made', subject: String(id), after: { scopes: [...scopes] } });
    return secret;
  });
}

/** Whose program it is that sends this token and what it may do; null for an unknown, expired or revoked one, or a person kept out. */
export async function findApiToken(
  db: Database,
  secret: string,
  now: Instant,
): Promise<{ user: User; scopes: ApiScope[]; id: number } | null> {
  if (!secret.startsWith(PREFIX)) return null;
  const row = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('token_hash', '=', hashToken(secret))
    .executeTakeFirst();
  if (!row || row.revoked_at || (row.expires_at && row.expires_at <= now)) return null;
  const owner = await db.selectFrom('users').selectAll().where('id', '=', row.user_id).executeTakeFirst();
  if (!owner || owner.disabled_at) return null;
  if (!row.last_used_at || row.last_used_at < addMs(now, -SEEN_MS)) {
    await db.updateTable('api_tokens').set({ last_used_at: now }).where('id', '=', row.id).execute();
  }
  return { user: toUser(owner), scopes: JSON.parse(row.scopes) as ApiScope[], id: row.id };
}

/** A person's tokens, the newest first. */
export async function apiTokensOf(db: Database, userId: number): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toToken);
}

/** Ends one of a person's tokens; false when it was not theirs or had ended. */
export function revokeApiToken(db: Database, id: number, userId: number, now: Instant): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('api_tokens')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await audit(trx, { at: now, userId, action: 'token.revoked', subject: String(id) });
    return true;
  });
}

function toToken(row: Selectable<Schema['api_tokens']>): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: JSON.parse(row.scopes) as ApiScope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
