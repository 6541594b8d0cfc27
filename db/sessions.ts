import { addMs, type Instant } from '../model/day.ts';
import { type Database, inTransaction } from './open.ts';
import { hashToken, newToken } from './tokens.ts';
import { toUser, type User } from './users.ts';

const DAY_MS = 86_400_000;
/** A visit is written down at most this often, so that reading pages writes next to nothing. */
const NOTE_EVERY_MS = 5 * 60_000;
/** After so long without a request, the next one begins a new visit. */
const VISIT_GAP_MS = 2 * 3_600_000;

/** Signs a person in; gives the token for the cookie (stored as a hash alone) and the one that forms carry. */
export async function createSession(
  db: Database,
  { userId, now, days }: { userId: number; now: Instant; days: number },
): Promise<{ token: string; csrf: string }> {
  const [token, csrf] = [newToken(), newToken()];
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('sessions')
      .values({ token_hash: hashToken(token), user_id: userId, csrf, days, created_at: now, last_used_at: now })
      .execute();
    await noteVisit(trx, userId, now);
  });
  return { token, csrf };
}

/** Who is signed in with this token, and what their forms must carry; null when nobody is (any more). */
export async function findSession(
  db: Database,
  token: string,
  now: Instant,
): Promise<{ user: User; csrf: string } | null> {
  const tokenHash = hashToken(token);
  const session = await db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  if (!session || session.last_used_at < addMs(now, -session.days * DAY_MS)) return null;
  if (session.last_used_at < addMs(now, -NOTE_EVERY_MS)) {
    await inTransaction(db, async (trx) => {
      await trx.updateTable('sessions').set({ last_used_at: now }).where('token_hash', '=', tokenHash).execute();
      await noteVisit(trx, session.user_id, now);
    });
  }
  const row = await db.selectFrom('users').selectAll().where('id', '=', session.user_id).executeTakeFirst();
  if (!row || row.disabled_at) return null;
  return { user: toUser(row), csrf: session.csrf };
}

/** Signs out: the token opens nothing from now on. */
export async function endSession(db: Database, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', hashToken(token)).execute();
}

/** Removes sessions that nobody can use any more; gives how many. */
export async function pruneSessions(db: Database, now: Instant): Promise<number> {
  const sessions = await db.selectFrom('sessions').select(['token_hash', 'days', 'last_used_at']).execute();
  const over = sessions.filter((s) => s.last_used_at < addMs(now, -s.days * DAY_MS)).map((s) => s.token_hash);
  for (const hash of over) await db.deleteFrom('sessions').where('token_hash', '=', hash).execute();
  return over.length;
}

async function noteVisit(db: Database, userId: number, now: Instant): Promise<void> {
  const user = await db.selectFrom('users').select('last_seen_at').where('id', '=', userId).executeTakeFirst();
  const seen = user?.last_seen_at ?? null;
  const isNewVisit = seen !== null && seen < addMs(now, -VISIT_GAP_MS);
  await db
    .updateTable('users')
    .set({ last_seen_at: now, ...(isNewVisit ? { previous_visit_at: seen } : {}) })
    .where('id', '=', userId)
    .execute();
}
