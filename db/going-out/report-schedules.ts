import type { Selectable } from 'kysely';
import type { Instant } from '../../model/day.ts';
import type { ReportCadence, ReportFormat, ReportKind } from '../../model/report.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';
import type { Schema } from '../schema.ts';

/** A report that a person gets by mail, again and again. */
export interface ReportSchedule {
  id: number;
  userId: number;
  kind: ReportKind;
  /** The deal of a dossier; null for the deals of the query. */
  pairId: string | null;
  /** Query of the deals page; empty for every deal. */
  query: string;
  format: ReportFormat;
  cadence: ReportCadence;
  nextDueAt: Instant;
  lastAt: Instant | null;
  /** Why the last one could not be made; null when it was. */
  lastError: string | null;
}

export type NewReportSchedule = Omit<ReportSchedule, 'id' | 'lastAt' | 'lastError'> & { now: Instant };

/** Has a person mailed a report on a schedule; gives its number. */
export function addReportSchedule(db: Database, wish: NewReportSchedule): Promise<number> {
  return inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('report_schedules')
      .values({
        user_id: wish.userId,
        kind: wish.kind,
        filter: wish.pairId ?? wish.query,
        format: wish.format,
        cadence: wish.cadence,
        next_due_at: wish.nextDueAt,
        created_at: wish.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(trx, { at: wish.now, userId: wish.userId, action: 'report.scheduled', subject: String(id) });
    return id;
  });
}

/** What a person gets on a schedule, the oldest first. */
export async function reportSchedulesOf(db: Database, userId: number): Promise<ReportSchedule[]> {
  const rows = await db
    .selectFrom('report_schedules')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute();
  return rows.map(toSchedule);
}

/** Ends one; false when the person has no such schedule. */
export function endReportSchedule(db: Database, id: number, userId: number, now: Instant): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('report_schedules')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await audit(trx, { at: now, userId, action: 'report.unscheduled', subject: String(id) });
    return true;
  });
}

/** Those that are due, of people who may sign in, the longest due first. */
export async function dueReportSchedules(db: Database, now: Instant): Promise<ReportSchedule[]> {
  const rows = await due(db, now).selectAll('s').orderBy('s.next_due_at').orderBy('s.id').execute();
  return rows.map(toSchedule);
}

/** True when one is due. */
export async function hasDueReport(db: Database, now: Instant): Promise<boolean> {
  return (await due(db, now).select('s.id').limit(1).executeTakeFirst()) !== undefined;
}

function due(db: Database, now: Instant) {
  return db
    .selectFrom('report_schedules as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .where('s.next_due_at', '<=', now)
    .where('u.disabled_at', 'is', null);
}

/** Notes how one went and when the next is due. */
export async function moveReportSchedule(
  db: Database,
  id: number,
  { now, nextDueAt, error }: { now: Instant; nextDueAt: Instant; error: string | null },
): Promise<void> {
  await db
    .updateTable('report_schedules')
    .set({ next_due_at: nextDueAt, last_error: error, ...(error ? {} : { last_at: now }) })
    .where('id', '=', id)
    .execute();
}

function toSchedule(row: Selectable<Schema['report_schedules']>): ReportSchedule {
  const isDossier = row.kind === 'dossier';
  return {
    id: row.id,
    userId: row.user_id,
    kind: row.kind,
    pairId: isDossier ? row.filter : null,
    query: isDossier ? '' : row.filter,
    format: row.format as ReportFormat,
    cadence: row.cadence,
    nextDueAt: row.next_due_at,
    lastAt: row.last_at,
    lastError: row.last_error,
  };
}
