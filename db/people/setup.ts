import { addMs, type Instant } from '../../model/day.ts';
import { type Database, inTransaction } from '../open.ts';
import { hashToken, newToken } from '../tokens.ts';

/** A set-up link left lying about opens nothing a day later. */
const VALID_MS = 86_400_000;

/** Makes the one-time token of a set-up link; those made before stop working. */
export function createSetupToken(db: Database, now: Instant): Promise<string> {
  const token = newToken();
  return inTransaction(db, async (trx) => {
    await trx.deleteFrom('setup_tokens').where('used_at', 'is', null).execute();
    await trx
      .insertInto('setup_tokens')
      .values({ token_hash: hashToken(token), created_at: now, expires_at: addMs(now, VALID_MS), used_at: null })
      .execute();
    return token;
  });
}

/** True when the token of a set-up link still works; it is not used up. */
export async function isSetupToken(db: Database, token: string, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('setup_tokens')
    .select('token_hash')
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses up the token of a set-up link; true for exactly one of those who try. */
export async function useSetupToken(db: Database, token: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('setup_tokens')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
