import type { Context } from '../context.ts';
import { NotFound } from '../model/errors.ts';
import { jobs as allJobs } from './index.ts';
import type { Job } from './job.ts';
import { type JobOutcome, type RunOptions, runJob } from './run.ts';

/**
 * Runs every job that is due and has something to do, side by side, and those that they wake; gives how each run went.
 * What is due is a question to the database: a tick that comes late finds all that was missed.
 */
export async function runDueJobs(
  context: Context,
  options: { jobs?: readonly Job[]; signal?: AbortSignal } = {},
): Promise<JobOutcome[]> {
  const { jobs = allJobs, signal } = options;
  const outcomes = await Promise.all(
    jobs.map((job) =>
      runIfNeeded(context, job, jobs, signal ? { signal } : {}).catch((cause: unknown) => {
        context.log.error({ job: job.name, err: cause }, 'the run could not be written down');
        return [];
      }),
    ),
  );
  return outcomes.flat();
}

async function runIfNeeded(
  context: Context,
  job: Job,
  jobs: readonly Job[],
  options: RunOptions,
): Promise<JobOutcome[]> {
  if (options.signal?.aborted || !(await hasWork(context, job))) return [];
  const outcome = await runJob(context, job, options);
  if (!outcome) return [];
  const didSomething = Object.values(outcome.counts).some((n) => n > 0);
  const woken = jobs.filter((other) => didSomething && job.wakes?.includes(other.name));
  const after: JobOutcome[] = [];
  for (const other of woken) after.push(...(await runIfNeeded(context, other, jobs, { ...options, force: true })));
  return [outcome, ...after];
}

async function hasWork(context: Context, job: Job): Promise<boolean> {
  try {
    return (await job.hasWork?.(context)) ?? true;
  } catch (cause) {
    context.log.error({ job: job.name, err: cause }, 'could not ask what is due');
    return false;
  }
}

/** Runs one job now by its name, due or not; null when another run of it goes on. Throws NotFound for an unknown name. */
export function runNamedJob(context: Context, name: string): Promise<JobOutcome | null> {
  const job = allJobs.find((one) => one.name === name);
  if (!job) throw new NotFound(`There is no job "${name}". There are: ${allJobs.map((one) => one.name).join(', ')}.`);
  return runJob(context, job, { force: true });
}
