import type { Context } from '../context.ts';
import { nextPast } from '../db/sources/backfills.ts';
import { Conflict } from '../model/errors.ts';
import { backfill } from './backfill.ts';
import type { Job, JobRun, RunCounts } from './job.ts';

/** Reads the past of the sources for which somebody asked on their page; a past that was broken off goes on. */
export const readPast: Job = {
  name: 'past',
  about: 'Reads the past of sources for which somebody asked.',
  everySeconds: 15,
  limitSeconds: 6 * 3600,
  wakes: ['read', 'assemble'],
  hasWork: async ({ db, now }) => (await nextPast(db, now())) !== null,
  run: readNextPast,
};

async function readNextPast(context: Context, { signal, warn }: JobRun): Promise<RunCounts> {
  const next = await nextPast(context.db, context.now());
  if (!next) return {};
  try {
    const { counts, error } = await backfill(context, next, { signal, onProgress: () => undefined });
    if (error) warn(`${next.sourceId}: ${error}`);
    return { documents: counts.documents ?? 0 };
  } catch (cause) {
    // A visit has just begun: the past waits for its end.
    if (cause instanceof Conflict) return {};
    throw cause;
  }
}
