import type { Selectable } from 'kysely';
import { addMs, type Instant } from '../../model/day.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
import type { Schema, SessionWay } from '../schema.ts';
import { hashToken, newToken } from '../tokens.ts';
import { troubleIn } from '../trouble.ts';
import { toUser, type User, userSubject } from './users.ts';

export type { SessionWay } from '../schema.ts';

const DAY_MS = 86_400_000;
/** A visit is written down at most this often, so that reading pages writes next to nothing. */
const NOTE_EVERY_MS = 5 * 60_000;
/** After so long without a request, the next one begins a new visit. */
const VISIT_GAP_MS = 2 * 3_600_000;
const LONGEST_AGENT = 200;
/** Absolute end when nothing else is said. */
const MAX_DAYS = 30;

export interface NewSession {
  userId: number;
  now: Instant;
  /** Days without a visit after which it is over. */
  days: number;
  /** Days after which it is over however busy; default 30. */
  maxDays?: number;
  way?: SessionWay;
  /** What the browser calls itself, and where it came from: shown to its owner alone. */
  agent?: string;
  address?: string;
}

/** One place where a person is signed in. */
export interface Session {
  /** Hash of the token: enough to end it, no use for signing in. */
  id: string;
  way: SessionWay;
  agent: string;
  address: string;
  createdAt: Instant;
  lastUsedAt: Instant;
  endsAt: Instant | null;
}

/** Signs a person in; gives the token for the cookie (stored as a hash alone) and the one that forms carry. */
export async function createSession(
  db: Database,
  { userId, now, days, maxDays = MAX_DAYS, way = 'password', agent = '', address = '' }: NewSession,
): Promise<{ token: string; csrf: string }> {
  const [token, csrf] = [newToken(), newToken()];
  const times = { days, created_at: now, last_used_at: now, ends_at: addMs(now, maxDays * DAY_MS) };
  const from = { way, agent: agent.slice(0, LONGEST_AGENT), address };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('sessions')
      .values({ token_hash: hashToken(token), user_id: userId, csrf, ...times, ...from })
      .execute();
    await noteVisit(trx, userId, now);
    await audit(trx, { at: now, userId, action: 'session.begun', subject: userSubject(userId), detail: { way } });
  });
  return { token, csrf };
}

/** Who is signed in with this token, how, and what their forms must carry; null when nobody is (any more). */
export async function findSession(
  db: Database,
  token: string,
  now: Instant,
): Promise<{ user: User; csrf: string; way: SessionWay } | null> {
  const tokenHash = hashToken(token);
  const session = await oneRow<'sessions'>(db, 'select * from sessions where token_hash = ?', tokenHash);
  if (!session || isOver(session, now)) return null;
  if (session.last_used_at < addMs(now, -NOTE_EVERY_MS)) {
    await noteIfPossible(db, async (trx) => {
      await trx.updateTable('sessions').set({ last_used_at: now }).where('token_hash', '=', tokenHash).execute();
      await noteVisit(trx, session.user_id, now);
    });
  }
  const row = await oneRow<'users'>(db, 'select * from users where id = ?', session.user_id);
  if (!row || row.disabled_at) return null;
  return { user: toUser(row), csrf: session.csrf, way: session.way };
}

/** Asked for by every page: prepared once. */
function oneRow<T extends keyof Schema>(db: Database, sql: string, key: string | number) {
  return withConnection(db, () => prepared(db, sql).get(key) as Selectable<Schema[T]> | undefined);
}

/** Signs out: the token opens nothing from now on. */
export async function endSession(db: Database, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', hashToken(token)).execute();
}

/** Where a person is signed in, the newest visit first. */
export async function listSessions(db: Database, userId: number, now: Instant): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('last_used_at', 'desc')
    .execute();
  return rows
    .filter((row) => !isOver(row, now))
    .map(({ token_hash, way, agent, address, created_at, last_used_at, ends_at }) => {
      return { id: token_hash, way, agent, address, createdAt: created_at, lastUsedAt: last_used_at, endsAt: ends_at };
    });
}

/** Ends sessions of a person: the one named, or all but the one to keep. Gives how many. */
export function revokeSessions(
  db: Database,
  userId: number,
  which: { only: string } | { keep: string | null },
  by: { userId: number | null; now: Instant },
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const one = 'only' in which ? which.only : null;
    const keep = 'keep' in which ? which.keep : null;
    const { numDeletedRows } = await trx
      .deleteFrom('sessions')
      .where('user_id', '=', userId)
      .$if(one !== null, (q) => q.where('token_hash', '=', one as string))
      .$if(keep !== null, (q) => q.where('token_hash', '<>', keep as string))
      .executeTakeFirstOrThrow();
    const ended = Number(numDeletedRows);
    if (ended) {
      const line = { at: by.now, userId: by.userId, action: 'session.ended', subject: userSubject(userId) };
      await audit(trx, { ...line, detail: { ended } });
    }
    return ended;
  });
}

/** Removes sessions that nobody can use any more; gives how many. */
export async function pruneSessions(db: Database, now: Instant): Promise<number> {
  const sessions = await db.selectFrom('sessions').select(['token_hash', 'days', 'last_used_at', 'ends_at']).execute();
  const over = sessions.filter((session) => isOver(session, now)).map((session) => session.token_hash);
  for (const hash of over) await db.deleteFrom('sessions').where('token_hash', '=', hash).execute();
  return over.length;
}

interface Ends {
  days: number;
  last_used_at: Instant;
  ends_at: Instant | null;
}

/** A session without an absolute end is from before there was one: it ends by idleness alone. */
function isOver({ days, last_used_at, ends_at }: Ends, now: Instant): boolean {
  return last_used_at < addMs(now, -days * DAY_MS) || (ends_at !== null && ends_at <= now);
}

/** A disk that takes nothing any more keeps nobody from reading: then the visit is not written down. */
async function noteIfPossible(db: Database, note: (trx: Database) => Promise<void>): Promise<void> {
  try {
    await inTransaction(db, note);
  } catch (cause) {
    const trouble = troubleIn(cause);
    if (trouble !== 'full' && trouble !== 'read-only') throw cause;
  }
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
