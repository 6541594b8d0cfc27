import { type Selectable, sql } from 'kysely';
import type { Instant } from '../model/day.ts';
import type { Database } from './open.ts';
import type { RunState, Schema } from './schema.ts';

/** What a run did, by name: `{ listed: 40, new: 3 }`. */
export type RunCounts = Record<string, number>;

/** One run of a job, or of the fetch job on one source. */
export interface Run {
  id: number;
  job: string;
  sourceId: string | null;
  startedAt: Instant;
  finishedAt: Instant | null;
  /** `abandoned`: the program was stopped, or the run took too long and was given up. */
  state: RunState;
  counts: RunCounts;
  warnings: string[];
  error: string | null;
  millis: number | null;
}

/** A page that warns about each of its lines must not fill the table. */
const MOST_WARNINGS = 50;
const LONGEST_WARNING = 500;

/** Writes down that a run has begun; gives its id. */
export async function startRun(
  db: Database,
  run: { job: string; sourceId?: string | null; now: Instant },
): Promise<number> {
  const { id } = await db
    .insertInto('runs')
    .values({ job: run.job, source_id: run.sourceId ?? null, started_at: run.now, state: 'running' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface RunEnd {
  now: Instant;
  counts?: RunCounts;
  warnings?: readonly string[];
  /** One sentence when it failed. */
  error?: string | null;
  millis: number;
  state?: RunState;
}

/** Writes down how a run ended. A run that was given up meanwhile stays given up. */
export async function finishRun(db: Database, id: number, end: RunEnd): Promise<void> {
  await db
    .updateTable('runs')
    .set({
      finished_at: end.now,
      state: end.state ?? (end.error ? 'failed' : 'ok'),
      counts: JSON.stringify(end.counts ?? {}),
      warnings: JSON.stringify(shortened(end.warnings ?? [])),
      error: end.error ?? null,
      millis: Math.round(end.millis * 10) / 10,
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

function shortened(warnings: readonly string[]): string[] {
  const kept = warnings.slice(0, MOST_WARNINGS).map((text) => text.slice(0, LONGEST_WARNING));
  const more = warnings.length - kept.length;
  return more > 0 ? [...kept, `and ${more} more of these`] : kept;
}

/** The newest runs, of one job or source when named. */
export async function listRuns(
  db: Database,
  filter: { job?: string; sourceId?: string; limit: number },
): Promise<Run[]> {
  const { job, sourceId, limit } = filter;
  const rows = await db
    .selectFrom('runs')
    .selectAll()
    .$if(job !== undefined, (query) => query.where('job', '=', job as string))
    .$if(sourceId !== undefined, (query) => query.where('source_id', '=', sourceId as string))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toRun);
}

/** Closes runs that a stopped program left open; gives how many. Call it only while holding the serving lock. */
export async function abandonRuns(db: Database, now: Instant): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('runs')
    .set({ state: 'abandoned', finished_at: now, error: 'Dealwatch was stopped before this run ended.' })
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Removes runs that began before a moment; gives how many. */
export async function pruneRuns(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('runs').where('started_at', '<', before).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function toRun(row: Selectable<Schema['runs']>): Run {
  return {
    id: row.id,
    job: row.job,
    sourceId: row.source_id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    state: row.state,
    counts: JSON.parse(row.counts) as RunCounts,
    warnings: JSON.parse(row.warnings) as string[],
    error: row.error,
    millis: row.millis,
  };
}

/** How many entries a source listed in its last run that went well and listed any; 0 when there was none. */
export async function listedBefore(db: Database, sourceId: string): Promise<number> {
  const row = await db
    .selectFrom('runs')
    .select(sql<number>`json_extract(counts, '$.listed')`.as('listed'))
    .where('source_id', '=', sourceId)
    .where('state', '=', 'ok')
    .where(sql<boolean>`json_extract(counts, '$.listed') > 0`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.listed ?? 0;
}
