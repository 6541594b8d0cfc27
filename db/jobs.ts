import { randomUUID } from 'node:crypto';
import { addMs, type Instant } from '../model/day.ts';
import { type Database, inTransaction } from './open.ts';

/** A job as the schedule lists it. */
export interface JobPlan {
  name: string;
  everySeconds: number;
}

const DAY_MS = 86_400_000;

/** Makes the table agree with the schedule's list. A new job is due at once; one no longer listed is forgotten. */
export function syncJobs(db: Database, plans: readonly JobPlan[], now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    for (const { name, everySeconds } of plans) {
      await trx
        .insertInto('jobs')
        .values({ name, every_seconds: everySeconds, next_due_at: now })
        .onConflict((oc) => oc.column('name').doUpdateSet({ every_seconds: everySeconds }))
        .execute();
    }
    const names = plans.map((plan) => plan.name);
    await trx
      .deleteFrom('jobs')
      .$if(names.length > 0, (query) => query.where('name', 'not in', names))
      .execute();
  });
}

/**
 * Takes a job when it is due (or in any case, with `force`) and nobody has it; gives the lease, else null. A due time
 * or lease far in the future was written by a clock that was wrong, and counts as passed.
 */
export async function claimJob(
  db: Database,
  name: string,
  { now, leaseMs, force = false }: { now: Instant; leaseMs: number; force?: boolean },
): Promise<string | null> {
  const lease = randomUUID();
  const { numUpdatedRows } = await db
    .updateTable('jobs')
    .set({ lease, lease_until: addMs(now, leaseMs), last_run_at: now })
    .where('name', '=', name)
    .where((eb) =>
      eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now), eb('lease_until', '>', addMs(now, DAY_MS))]),
    )
    .$if(!force, (query) =>
      query.where((eb) => eb.or([eb('next_due_at', '<=', now), eb('next_due_at', '>', addMs(now, 8 * DAY_MS))])),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? lease : null;
}

/** Keeps a job taken for longer; false when another has it. */
export async function extendJobLease(db: Database, name: string, lease: string, until: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('jobs')
    .set({ lease_until: until })
    .where('name', '=', name)
    .where('lease', '=', lease)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Hands a job back; it is next due one interval after its end. False when the lease was lost: then another run counts. */
export async function finishJob(
  db: Database,
  name: string,
  lease: string,
  { now, error }: { now: Instant; error: string | null },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const row = await trx
      .selectFrom('jobs')
      .select(['every_seconds', 'error_count'])
      .where('name', '=', name)
      .where('lease', '=', lease)
      .executeTakeFirst();
    if (!row) return false;
    await trx
      .updateTable('jobs')
      .set({
        lease: null,
        lease_until: null,
        next_due_at: addMs(now, row.every_seconds * 1000),
        last_error: error,
        error_count: error === null ? 0 : row.error_count + 1,
        ...(error === null ? { last_ok_at: now } : {}),
      })
      .where('name', '=', name)
      .execute();
    return true;
  });
}

/** Has a job run at the next tick. */
export async function makeJobDue(db: Database, name: string, now: Instant): Promise<void> {
  await db.updateTable('jobs').set({ next_due_at: now }).where('name', '=', name).execute();
}

/** A job as the health page shows it. */
export interface JobRow extends JobPlan {
  nextDueAt: Instant;
  running: boolean;
  lastRunAt: Instant | null;
  lastOkAt: Instant | null;
  lastError: string | null;
  errorCount: number;
}

/** Every job with when it last went well. */
export async function listJobs(db: Database, now: Instant): Promise<JobRow[]> {
  const rows = await db.selectFrom('jobs').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    name: row.name,
    everySeconds: row.every_seconds,
    nextDueAt: row.next_due_at,
    running: row.lease_until !== null && row.lease_until > now,
    lastRunAt: row.last_run_at,
    lastOkAt: row.last_ok_at,
    lastError: row.last_error,
    errorCount: row.error_count,
  }));
}
