import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../context.ts';
import { backUpApart } from '../db/backup/backup-thread.ts';
import { getMeta, setMeta } from '../db/meta.ts';
import { countUsers } from '../db/people/users.ts';
import { freeBytes, LAST_BACKUP } from '../db/watching.ts';
import { addMs } from '../model/day.ts';
import { DealwatchError } from '../model/errors.ts';
import { backupName, toRemove } from './backup-rule.ts';
import type { Job, JobRun, RunCounts } from './job.ts';

/** Two copies are never closer together, whatever the schedule thinks after a restart. */
const LEAST_APART_MS = 20 * 3_600_000;
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/** Copies the database once a day, restores the copy on trial, and removes copies that the rule no longer keeps. */
export const backup: Job = {
  name: 'backup',
  about: 'Copies the database, restores the copy on trial, and keeps copies by the rule of BACKUP_KEEP.',
  everySeconds: 86_400,
  limitSeconds: 3_600,
  hasWork: async ({ config, db, now }) => {
    if (config.BACKUP === 'off' || config.DATABASE === ':memory:' || (await countUsers(db)) === 0) return false;
    const last = await getMeta(db, LAST_BACKUP);
    return last === null || last < addMs(now(), -LEAST_APART_MS) || last > now();
  },
  run: copyAndTry,
};

/** Where the copies of these settings are. */
export function backupFolder({ BACKUP_FOLDER, DATABASE }: Context['config']): string {
  return BACKUP_FOLDER || join(dirname(DATABASE), 'backups');
}

async function copyAndTry({ config, db, now }: Context, run: JobRun): Promise<RunCounts> {
  const folder = backupFolder(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, backupName(now()));
  const left = readdirSync(folder).filter((name) => /^dealwatch-.*\.db\.(partial|trial)/.test(name));
  for (const name of left) rmSync(join(folder, name), { force: true });
  refuseLittleRoom(config.DATABASE, file);
  const { documents } = await backUpApart({ database: config.DATABASE, file }, run.signal);
  await setMeta(db, LAST_BACKUP, now());
  const old = toRemove(readdirSync(folder), config.BACKUP_KEEP);
  for (const name of old) rmSync(join(folder, name), { force: true });
  return { copies: 1, documents, removed: old.length };
}

/** The copy and its trial need twice the size; filling the disk would stop everything else. */
function refuseLittleRoom(database: string, file: string): void {
  const needed = 2 * statSync(database).size + LEAST_FREE_BYTES;
  const free = freeBytes(file);
  if (free < needed) {
    const [have, want] = [free, needed].map((bytes) => `${Math.ceil(bytes / 1024 / 1024)} MB`);
    throw new DealwatchError(`No backup: ${have} are free in ${dirname(file)}, ${want} are needed. Set BACKUP_FOLDER.`);
  }
}
