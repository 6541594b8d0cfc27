import { parentPort, workerData } from 'node:worker_threads';
import { backUpAndTry } from './backup.ts';
import type { BackupOutcome, BackupTask } from './backup-thread.ts';

/** Runs in a thread of its own: one backup, from copy to trial. */
const { database, file } = workerData as BackupTask;

const outcome = await backUpAndTry(database, file).then(
  (holdings): BackupOutcome => ({ ok: true, holdings }),
  (cause: unknown): BackupOutcome => ({ ok: false, sentence: cause instanceof Error ? cause.message : String(cause) }),
);
parentPort?.postMessage(outcome);
