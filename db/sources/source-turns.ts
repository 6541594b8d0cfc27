import { createHash, randomUUID } from 'node:crypto';
import { addMs, type Instant } from '../../model/day.ts';
import type { Database } from '../open.ts';
import { sourceRhythms } from './rhythm.ts';
import { type SourceRow, toSource } from './sources.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A date further ahead than this was written by a clock that was wrong. */
const FURTHEST_MS = 8 * DAY_MS;
const LONGEST_WAIT_MS = DAY_MS;
const LONGEST_UNREACHED_MS = 2 * 3_600_000;

/** A source taken for reading: nobody else reads it until the lease ends. */
export interface ClaimedSource {
  source: SourceRow;
  lease: string;
}

/** Takes the source that has been due longest, or the one named whether due or not; null when there is none. */
export async function claimSource(
  db: Database,
  now: Instant,
  leaseMs: number,
  id?: string,
): Promise<ClaimedSource | null> {
  const lease = randomUUID();
  const row = await db
    .updateTable('sources')
    .set({ lease, lease_until: addMs(now, leaseMs), last_run_at: now })
    .where('id', '=', dueSource(db, now, id))
    .returningAll()
    .executeTakeFirst();
  return row ? { source: toSource({ ...row, documents: 0 }, now), lease } : null;
}

/** True when a source waits to be read. */
export async function hasDueSource(db: Database, now: Instant): Promise<boolean> {
  return (await dueSource(db, now).executeTakeFirst()) !== undefined;
}

/** A lease or due time far in the future was written by a clock that was wrong, and counts as passed. */
function dueSource(db: Database, now: Instant, id?: string) {
  return db
    .selectFrom('sources')
    .select('id')
    .where('retired_at', 'is', null)
    .where((eb) =>
      eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now), eb('lease_until', '>', addMs(now, DAY_MS))]),
    )
    .$if(id !== undefined, (query) => query.where('id', '=', id as string))
    .$if(id === undefined, (query) =>
      query
        .where('enabled', '=', 1)
        .where((eb) => eb.or([eb('next_due_at', '<=', now), eb('next_due_at', '>', addMs(now, FURTHEST_MS))])),
    )
    .orderBy('next_due_at')
    .orderBy('id')
    .limit(1);
}

/** Keeps a source taken for longer; false when the lease has run out and another has it. */
export async function extendSourceLease(db: Database, id: string, lease: string, until: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sources')
    .set({ lease_until: until })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export interface SourceOutcome {
  now: Instant;
  /** Null when all went well, else one sentence for people. */
  error: string | null;
  /** How long the site asked to be left alone. */
  retryAfterMs?: number | undefined;
  /** True when the site could not be reached at all: it, or our own connection, may be back soon. */
  unreachable?: boolean;
  /** True when the program stopped half-way: the source is due again and nothing is said about how it went. */
  interrupted?: boolean;
}

/** Hands a source back: when it is next due follows from how it went. Does nothing when the lease has been lost. */
export async function finishSource(db: Database, claimed: ClaimedSource, outcome: SourceOutcome): Promise<void> {
  const { now, error } = outcome;
  if (outcome.interrupted) {
    const release = { lease: null, lease_until: null, next_due_at: now };
    await db
      .updateTable('sources')
      .set(release)
      .where('id', '=', claimed.source.id)
      .where('lease', '=', claimed.lease)
      .execute();
    return;
  }
  const silence = error === null ? await silenceOf(db, claimed.source.id, now) : {};
  const longest = outcome.unreachable ? LONGEST_UNREACHED_MS : LONGEST_WAIT_MS;
  const errors = error === null ? 0 : claimed.source.errorCount + 1;
  const wait = waitMs(claimed.source.everyMinutes, errors, outcome.retryAfterMs, longest);
  // When the site has named a time, that time holds.
  const isOurChoice = errors > 0 && !outcome.retryAfterMs;
  await db
    .updateTable('sources')
    .set({
      lease: null,
      lease_until: null,
      next_due_at: addMs(now, wait + (isOurChoice ? jitterMs(claimed.source.id, now, wait) : 0)),
      error_count: errors,
      last_error: error,
      ...(error === null ? { last_ok_at: now } : {}),
      ...silence,
    })
    .where('id', '=', claimed.source.id)
    .where('lease', '=', claimed.lease)
    .execute();
}

/** A visit that went well is the moment to see whether the source still speaks as often as it did. */
async function silenceOf(db: Database, id: string, now: Instant): Promise<{ silent_since: Instant | null }> {
  const rhythm = (await sourceRhythms(db, now, id)).get(id);
  return { silent_since: rhythm?.silentSince ?? null };
}

/** The usual interval, doubled with each failure in a row up to the longest; what the site asks for counts up to a day. */
export function waitMs(everyMinutes: number, errors: number, retryAfterMs = 0, longestMs = LONGEST_WAIT_MS): number {
  const usual = everyMinutes * MINUTE_MS;
  const backedOff = errors <= 1 ? usual : Math.max(usual, Math.min(usual * 2 ** Math.min(errors - 1, 12), longestMs));
  return Math.max(backedOff, Math.min(Math.max(retryAfterMs, 0), LONGEST_WAIT_MS));
}

/** Sources of one site that failed together do not all come back at the same moment: up to a tenth later, by chance. */
export function jitterMs(id: string, now: Instant, wait: number): number {
  const chance = Number.parseInt(createHash('sha256').update(`${id} ${now}`).digest('hex').slice(0, 8), 16) / 2 ** 32;
  return Math.floor((wait / 10) * chance);
}
