import { addMs, type Instant } from '../../model/day.ts';
import { type Database, inTransaction } from '../open.ts';
import type { StepKind } from '../schema.ts';
import { hashToken, newToken } from '../tokens.ts';

const VALID_MS = 10 * 60_000;
const MOST_TRIES = 5;

/** What was known when a sign-in stopped half-way, for the same browser to go on with. */
export interface HalfSignIn {
  kind: StepKind;
  /** Stands for the browser: another one cannot go on. */
  visit: string;
  body: Record<string, unknown>;
  now: Instant;
}

/** Keeps a sign-in that is half done for ten minutes; gives the token to go on with. */
export async function keepStep(
  db: Database,
  { kind, visit, body, now }: HalfSignIn,
  token = newToken(),
): Promise<string> {
  await db
    .insertInto('sign_in_steps')
    .values({
      token_hash: hashToken(token),
      kind,
      visit_hash: hashToken(visit),
      body: JSON.stringify(body),
      created_at: now,
      expires_at: addMs(now, VALID_MS),
    })
    .execute();
  return token;
}

/** Takes what the browser brought back; gives what was kept, up to five times, or null. */
export function tryStep(
  db: Database,
  { kind, visit, token, now }: { kind: StepKind; visit: string; token: string; now: Instant },
): Promise<Record<string, unknown> | null> {
  return inTransaction(db, async (trx) => {
    const row = await trx
      .updateTable('sign_in_steps')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('token_hash', '=', hashToken(token))
      .where('visit_hash', '=', hashToken(visit))
      .where('kind', '=', kind)
      .where('expires_at', '>', now)
      .where('tries', '<', MOST_TRIES)
      .returning('body')
      .executeTakeFirst();
    return row ? (JSON.parse(row.body) as Record<string, unknown>) : null;
  });
}

/** The sign-in is done or given up: nobody goes on with it. True for exactly one of those who try. */
export async function endStep(db: Database, token: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_in_steps')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Removes what ran out; gives how many. */
export async function pruneSteps(db: Database, now: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_in_steps')
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
