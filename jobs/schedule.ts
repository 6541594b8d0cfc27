import { schedule as alarm } from 'node-cron';
import type { Context } from '../context.ts';
import { sha256 } from '../db/documents/identity.ts';
import { beginRereading } from '../db/documents/proposed-readings.ts';
import { requeueUnread } from '../db/documents/reading.ts';
import { syncJobs } from '../db/jobs.ts';
import { refileFacts } from '../db/ledger/facts.ts';
import { getMeta, setMeta } from '../db/meta.ts';
import { abandonRuns } from '../db/runs.ts';
import { syncBuiltInSources } from '../db/sources/sources.ts';
import { EXTRACTOR_VERSION } from '../extract/version.ts';
import { companies } from '../model/company.ts';
import { sources } from '../sources/index.ts';
import { jobs as allJobs } from './index.ts';
import type { Job } from './job.ts';
import { runDueJobs } from './tick.ts';

export interface Schedule {
  /** Begins nothing new and waits, up to ten seconds, for what has begun to reach a good place to stop. */
  stop(): Promise<void>;
}

export interface ScheduleOptions {
  jobs?: readonly Job[];
  /** How often the alarm clock wakes us; in a test, sooner. */
  wakeEveryMs?: number;
}

const DRAIN_MS = 10_000;
/** Should the alarm clock ever fall silent, as it has for others at a change of clocks, this one goes on. */
const SECOND_CLOCK_MS = 60_000;

/** Starts the schedule: puts the tables in order, then asks every quarter of a minute what is due. */
export function startSchedule(context: Context, options: ScheduleOptions = {}): Schedule {
  const { jobs = allJobs, wakeEveryMs } = options;
  const stopping = new AbortController();
  const running = new Set<Promise<unknown>>();
  const ready = abandonRuns(context.db, context.now()).then(() => prepare(context, jobs));
  const tick = () => {
    if (stopping.signal.aborted) return;
    const run = ready
      .then(() => runDueJobs(context, { jobs, signal: stopping.signal }))
      .catch((cause: unknown) => context.log.error({ err: cause }, 'tick failed'));
    running.add(run);
    run.finally(() => running.delete(run));
  };
  const clock = wakeEveryMs
    ? null
    : alarm('*/15 * * * * *', tick, { timezone: 'Etc/UTC', name: 'dealwatch', logger: alarmLog(context) });
  const second = setInterval(tick, wakeEveryMs ?? SECOND_CLOCK_MS);
  tick();
  context.wake = tick;
  return {
    async stop() {
      stopping.abort();
      delete context.wake;
      clearInterval(second);
      await clock?.destroy();
      await Promise.race([Promise.allSettled([...running]), drained()]);
    },
  };
}

/** What the alarm clock has to say goes into the log as everything does, a line of JSON; it would write to the terminal. Takes the log; gives what the clock is to call. */
export function alarmLog({ log }: Context) {
  const tell = (level: 'debug' | 'info' | 'warn' | 'error') => (message: string | Error, err?: Error) =>
    log[level]({ clock: 'dealwatch', ...(err ? { err } : {}) }, message instanceof Error ? message.message : message);
  return { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') };
}

function drained(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref());
}

/** Brings the tables of sources and jobs up to date, and puts back in line what must be read or filed anew. */
export async function prepare(context: Context, jobs: readonly Job[] = allJobs): Promise<void> {
  const { db, log, now } = context;
  await syncBuiltInSources(db, sources, now());
  await syncJobs(db, jobs, now());
  const outdated = await requeueUnread(db, EXTRACTOR_VERSION);
  await beginRereading(db, EXTRACTOR_VERSION, now());
  const moved = await refileIfNeeded(context);
  if (outdated + moved > 0)
    log.info({ outdated, moved }, 'a newer reader or list of companies: reading and filing anew');
}

/** When the list of companies has changed, facts may belong to other pairs than before. */
async function refileIfNeeded({ db }: Context): Promise<number> {
  const [key, now] = ['companies', sha256(JSON.stringify(companies))];
  if ((await getMeta(db, key)) === now) return 0;
  const moved = await refileFacts(db);
  await setMeta(db, key, now);
  return moved;
}
