import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { Instant } from '../model/day.ts';
import { countDocuments } from './documents/document-list.ts';
import { listJobs } from './jobs.ts';
import { lastEvidenceCheck } from './ledger/evidence.ts';
import { getMeta } from './meta.ts';
import { type Database, fileOf, rawOf } from './open.ts';
import { countSourceHealth } from './sources/sources.ts';

/** One number for programs that watch. */
export interface Count {
  metric: string;
  label?: string;
  value: number;
}

export const LAST_BACKUP = 'last_backup_at';

/** How much there is of everything and how old it is: cheap enough to be asked every few seconds. */
export async function countsForWatching(db: Database, now: Instant): Promise<Count[]> {
  return [
    ...(await documentCounts(db)),
    ...(await outboxCounts(db)),
    ...(await flagCounts(db)),
    ...(await sourceCounts(db, now)),
    ...(await jobCounts(db, now)),
    ...fileCounts(db),
    ...(await ages(db, now)),
  ];
}

async function documentCounts(db: Database): Promise<Count[]> {
  const counts = Object.entries(await countDocuments(db));
  return counts.map(([label, value]) => ({ metric: 'dealwatch_documents', label, value }));
}

async function outboxCounts(db: Database): Promise<Count[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['state', sql<number>`count(*)`.as('n')])
    .groupBy('state')
    .execute();
  return rows.map(({ state, n }) => ({ metric: 'dealwatch_outbox', label: state, value: n }));
}

async function flagCounts(db: Database): Promise<Count[]> {
  const rows = await db
    .selectFrom('flag_counts')
    .select(['state', sql<number>`sum(flags)`.as('n')])
    .groupBy('state')
    .execute();
  return rows.map(({ state, n }) => ({ metric: 'dealwatch_flags', label: state, value: n }));
}

async function sourceCounts(db: Database, now: Instant): Promise<Count[]> {
  const health = Object.entries(await countSourceHealth(db, now));
  return health.map(([label, value]) => ({ metric: 'dealwatch_sources', label, value }));
}

async function jobCounts(db: Database, now: Instant): Promise<Count[]> {
  return (await listJobs(db, now)).flatMap(({ name, lastOkAt, errorCount }) => [
    { metric: 'dealwatch_job_ok_age_seconds', label: name, value: ageOf(lastOkAt, now) },
    { metric: 'dealwatch_job_failures', label: name, value: errorCount },
  ]);
}

function fileCounts(db: Database): Count[] {
  const raw = rawOf(db);
  const file = fileOf(db);
  const pragma = (name: string) => raw.pragma(name, { simple: true }) as number;
  const page = pragma('page_size');
  const part = (label: string, value: number) => ({ metric: 'dealwatch_database_bytes', label, value });
  const inside = [part('file', pragma('page_count') * page), part('free', pragma('freelist_count') * page)];
  if (file === ':memory:') return inside;
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return [...inside, part('log', log), { metric: 'dealwatch_disk_free_bytes', value: freeBytes(file) }];
}

/** Room on the disk that holds a file, in bytes. */
export function freeBytes(file: string): number {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize;
}

async function ages(db: Database, now: Instant): Promise<Count[]> {
  const oldest = await db
    .selectFrom('outbox')
    .select('created_at')
    .where('state', '=', 'waiting')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const check = await lastEvidenceCheck(db);
  const sessions = await db.selectFrom('sessions').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
  return [
    { metric: 'dealwatch_outbox_oldest_seconds', value: oldest ? ageOf(oldest.created_at, now) : 0 },
    { metric: 'dealwatch_backup_age_seconds', value: ageOf((await getMeta(db, LAST_BACKUP)) as Instant | null, now) },
    { metric: 'dealwatch_facts_without_evidence', value: check ? check.broken + check.unquoted : -1 },
    { metric: 'dealwatch_sessions', value: sessions.n },
  ];
}

/** Seconds since then; -1 for never. */
function ageOf(then: Instant | null, now: Instant): number {
  return then ? Math.max(0, (Date.parse(now) - Date.parse(then)) / 1000) : -1;
}
