import { Worker } from 'node:worker_threads';
import { DealwatchError } from '../../model/errors.ts';
import type { Holdings } from './backup.ts';

/** What the thread is handed, and what it says at its end. */
export interface BackupTask {
  database: string;
  file: string;
}
export type BackupOutcome = { ok: true; holdings: Holdings } | { ok: false; sentence: string };

/** Threads run compiled code; from TypeScript sources (tests) that is what `npm run build` left in dist/. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/db/backup/backup-entry.js' : './backup-entry.js',
  import.meta.url,
);

/**
 * Copies a database and restores the copy on trial, in a thread of its own: checking gigabytes page by page would keep
 * every reader waiting. Gives what the copy holds; throws DealwatchError with a sentence.
 */
export function backUpApart(task: BackupTask, signal: AbortSignal): Promise<Holdings> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, { workerData: task });
    const stop = () => void thread.terminate();
    signal.addEventListener('abort', stop, { once: true });
    thread.once('message', (outcome: BackupOutcome) => {
      if (outcome.ok) resolve(outcome.holdings);
      else reject(new DealwatchError(outcome.sentence));
    });
    thread.once('error', (cause) => reject(new DealwatchError(`The backup failed (${cause.message}).`, { cause })));
    thread.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new DealwatchError('The backup was broken off.'));
    });
  });
}
