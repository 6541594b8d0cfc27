import { listJobs } from '../../db/jobs.ts';
import { countSourceHealth } from '../../db/sources/sources.ts';
import type { Handler } from '../handler.ts';

/** So many failures in a row are no hiccup. */
const FAILING_FROM = 3;

/**
 * For programs that watch: asks the database, and says when each job last went well. 503 when the database does not
 * answer or a job keeps failing. Names and times only: anybody may ask.
 */
export const health: Handler = async ({ db, now, log }) => {
  try {
    const jobs = (await listJobs(db, now())).map(({ name, lastOkAt, errorCount }) => ({
      name,
      lastOkAt,
      failing: errorCount >= FAILING_FROM,
    }));
    const failing = jobs.some((job) => job.failing);
    const json = { status: failing ? 'failing' : 'ok', at: now(), sources: await countSourceHealth(db, now()), jobs };
    return { json, status: failing ? 503 : 200 };
  } catch (error) {
    log.error({ err: error }, 'health: the database does not answer');
    return { json: { status: 'failing', at: now(), database: 'does not answer' }, status: 503 };
  }
};
