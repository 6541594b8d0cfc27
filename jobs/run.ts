import type { Context } from '../context.ts';
import { claimJob, extendJobLease, finishJob } from '../db/jobs.ts';
import { finishRun, startRun } from '../db/runs.ts';
import { addMs } from '../model/day.ts';
import { sentenceOf } from './failure.ts';
import type { Job, JobRun, RunCounts } from './job.ts';

/** A job whose process dies is free again after this time. */
const LEASE_MS = 60_000;
const EXTEND_EVERY_MS = 20_000;

export interface JobOutcome {
  name: string;
  counts: RunCounts;
  warnings: string[];
  /** One sentence when the run failed or was given up. */
  error: string | null;
}

export interface RunOptions {
  /** Runs the job whether due or not; never while another run of it goes on. */
  force?: boolean;
  signal?: AbortSignal;
}

/**
 * Runs a job once if it is due and nobody else runs it; gives how it went, or null when it was not its time. Whatever
 * it throws ends here: a row in runs tells of it, and other jobs go on.
 */
export async function runJob(context: Context, job: Job, options: RunOptions = {}): Promise<JobOutcome | null> {
  const { db, now } = context;
  const lease = await claimJob(db, job.name, { now: now(), leaseMs: LEASE_MS, force: options.force ?? false });
  if (!lease) return null;
  const runId = await startRun(db, { job: job.name, now: now() });
  const began = performance.now();
  const heart = setInterval(() => {
    extendJobLease(db, job.name, lease, addMs(now(), LEASE_MS)).catch((cause: unknown) =>
      context.log.warn({ job: job.name, err: cause }, 'lease not extended'),
    );
  }, EXTEND_EVERY_MS);
  const outcome = await attempt(context, job, options.signal);
  clearInterval(heart);
  const { counts, warnings, error } = outcome;
  const millis = performance.now() - began;
  await finishRun(db, runId, {
    now: now(),
    counts,
    warnings,
    error,
    millis,
    ...(outcome.givenUp ? { state: 'abandoned' } : {}),
  });
  await finishJob(db, job.name, lease, { now: now(), error });
  context.log[error ? 'error' : 'info'](
    { job: job.name, counts, warnings: warnings.length, millis: Math.round(millis) },
    error ?? 'job done',
  );
  return { name: job.name, counts, warnings, error };
}

interface Attempt extends Omit<JobOutcome, 'name'> {
  givenUp: boolean;
}

/** Waits for the job or its time limit, whichever comes first; a job that goes on regardless is told to stop and left. */
async function attempt(context: Context, job: Job, stopping?: AbortSignal): Promise<Attempt> {
  const warnings: string[] = [];
  const limit = new AbortController();
  const signal = stopping ? AbortSignal.any([stopping, limit.signal]) : limit.signal;
  const run: JobRun = { signal, warn: (sentence) => warnings.push(sentence) };
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<'too long'>((resolve) => {
    timer = setTimeout(() => resolve('too long'), job.limitSeconds * 1000);
  });
  // A job may throw before its first await: that, too, is a failure of the run.
  const work = (async () => job.run(context, run))();
  try {
    const result = await Promise.race([work, tooLong]);
    if (result !== 'too long') return { counts: result, warnings, error: null, givenUp: false };
    limit.abort();
    work.catch((cause: unknown) => context.log.error({ job: job.name, err: cause }, 'failed after it was given up'));
    const error = `It took longer than ${job.limitSeconds} seconds and was given up.`;
    return { counts: {}, warnings, error, givenUp: true };
  } catch (cause) {
    context.log.error({ job: job.name, err: cause }, 'job failed');
    return { counts: {}, warnings, error: sentenceOf(cause), givenUp: false };
  } finally {
    clearTimeout(timer);
  }
}
