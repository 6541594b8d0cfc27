import { describe, expect, it } from 'vitest';
import { claimJob, finishJob, listJobs, syncJobs } from '../../db/jobs.ts';
import { listRuns, startRun } from '../../db/runs.ts';
import { listSources } from '../../db/sources/sources.ts';
import { jobs } from '../../jobs/index.ts';
import type { Job } from '../../jobs/job.ts';
import { runJob } from '../../jobs/run.ts';
import { alarmLog, startSchedule } from '../../jobs/schedule.ts';
import { runDueJobs, runNamedJob } from '../../jobs/tick.ts';
import { addMs } from '../../model/day.ts';
import { sources } from '../../sources/index.ts';
import { at, temporaryDatabase } from '../db/world.ts';
import { aClock, aContext } from './world.ts';

function aJob(change: Partial<Job> = {}): Job {
  return {
    name: 'count',
    about: 'Counts.',
    everySeconds: 3600,
    limitSeconds: 60,
    run: async () => ({ done: 1 }),
    ...change,
  };
}

async function aWorld(list: Job[]) {
  const db = await temporaryDatabase();
  const clock = aClock();
  await syncJobs(db, list, clock.now());
  return { db, clock, context: aContext(db, { now: clock.now }) };
}

describe('the schedule', () => {
  it('runs what is due once, and what was missed once, however long the gap (D10, D12)', async () => {
    let runs = 0;
    const job = aJob({ run: async () => ({ done: ++runs }) });
    const { clock, context } = await aWorld([job]);
    await runDueJobs(context, { jobs: [job] });
    await runDueJobs(context, { jobs: [job] });
    expect(runs).toBe(1);
    clock.forward(7 * 24 * 60);
    await runDueJobs(context, { jobs: [job] });
    await runDueJobs(context, { jobs: [job] });
    expect(runs).toBe(2);
  });

  it('runs again soon although the clock was a year ahead for a while (D10)', async () => {
    const job = aJob();
    const { db, context } = await aWorld([job]);
    const ahead = addMs(at(0), 365 * 86_400_000);
    const lease = await claimJob(db, job.name, { now: ahead, leaseMs: 60_000 });
    await finishJob(db, job.name, lease ?? '', { now: ahead, error: null });
    expect(await runDueJobs(context, { jobs: [job] })).toHaveLength(1);
  });

  it('leaves a row for each run, with counts, warnings and how long it took', async () => {
    const job = aJob({
      run: async (_context, run) => {
        run.warn('One page was odd.');
        return { done: 3 };
      },
    });
    const { db, context } = await aWorld([job]);
    await runDueJobs(context, { jobs: [job] });
    const [row] = await listRuns(db, { job: 'count', limit: 1 });
    expect(row).toMatchObject({ state: 'ok', counts: { done: 3 }, warnings: ['One page was odd.'], error: null });
    expect(row?.millis).toBeGreaterThanOrEqual(0);
  });

  it('asks first whether there is anything to do', async () => {
    const job = aJob({ hasWork: async () => false });
    const { db, context } = await aWorld([job]);
    expect(await runDueJobs(context, { jobs: [job] })).toEqual([]);
    expect(await listRuns(db, { limit: 9 })).toEqual([]);
  });

  it('goes on with the others when one fails (D14)', async () => {
    const bad = aJob({
      name: 'bad',
      run: async () => {
        throw new TypeError('nothing there');
      },
    });
    const rude = aJob({
      name: 'rude',
      run: () => {
        throw new Error('before it began');
      },
    });
    const unable = aJob({ name: 'unable', hasWork: async () => Promise.reject(new Error('no answer')) });
    const good = aJob({ name: 'good' });
    const list = [bad, rude, unable, good];
    const { db, context } = await aWorld(list);
    const outcomes = await runDueJobs(context, { jobs: list });
    expect(outcomes.map((outcome) => [outcome.name, outcome.error === null])).toEqual([
      ['bad', false],
      ['rude', false],
      ['good', true],
    ]);
    const rows = await listJobs(db, at(0));
    expect(rows.find((row) => row.name === 'bad')).toMatchObject({ errorCount: 1, running: false, lastOkAt: null });
  });

  it('never runs one job twice at a time (D11)', async () => {
    let [running, most] = [0, 0];
    const job = aJob({
      everySeconds: 1,
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 30));
        running -= 1;
        return {};
      },
    });
    const { clock, context } = await aWorld([job]);
    const ticks = [0, 1, 2].map(() => {
      clock.forward(1 / 30);
      return runDueJobs(context, { jobs: [job] });
    });
    await Promise.all(ticks);
    expect(most).toBe(1);
  });

  it('gives up a run that hangs, says so, and runs the job again (D11)', async () => {
    let told: AbortSignal | null = null;
    const job = aJob({
      limitSeconds: 0.05,
      run: (_context, run) => {
        told = run.signal;
        return new Promise(() => undefined);
      },
    });
    const { db, clock, context } = await aWorld([job]);
    const outcome = await runJob(context, job);
    expect(outcome?.error).toMatch(/took longer/);
    expect((told as AbortSignal | null)?.aborted).toBe(true);
    expect((await listRuns(db, { limit: 1 }))[0]?.state).toBe('abandoned');
    clock.forward(61);
    expect(await runJob(context, { ...job, run: async () => ({ done: 1 }) })).toMatchObject({ error: null });
  });

  it('takes a job up again when the process that ran it has died', async () => {
    const job = aJob();
    const { db, clock, context } = await aWorld([job]);
    const dead = await claimJob(db, job.name, { now: clock.now(), leaseMs: 60_000 });
    expect(await runJob(context, job, { force: true })).toBeNull();
    clock.forward(1.1);
    expect(await runJob(context, job)).not.toBeNull();
    expect(await finishJob(db, job.name, dead ?? '', { now: clock.now(), error: 'late' })).toBe(false);
    expect((await listJobs(db, clock.now()))[0]?.lastError).toBeNull();
  });

  it('runs what a job wakes right after it, and only when there was something', async () => {
    const order: string[] = [];
    const note = (name: string, n: number) => async () => {
      order.push(name);
      return { done: n };
    };
    const second = aJob({ name: 'second', run: note('second', 0), wakes: ['first'] });
    const first = aJob({ name: 'first', run: note('first', 1), wakes: ['second'] });
    const { db, clock, context } = await aWorld([first, second]);
    const lease = await claimJob(db, 'second', { now: clock.now(), leaseMs: 1000 });
    await finishJob(db, 'second', lease ?? '', { now: clock.now(), error: null });
    await runDueJobs(context, { jobs: [first, second] });
    expect(order).toEqual(['first', 'second']);
  });

  it('starts by closing what was left open, knows every source, and stops when asked', async () => {
    const db = await temporaryDatabase();
    await startRun(db, { job: 'read', now: at(-60) });
    let ticks = 0;
    const job = aJob({ everySeconds: 1, run: async () => ({ done: ++ticks }) });
    const clock = aClock();
    const context = aContext(db, { now: clock.now });
    const schedule = startSchedule(context, { jobs: [job], wakeEveryMs: 10 });
    while (ticks < 3) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      clock.forward(1);
    }
    await schedule.stop();
    const stopped = ticks;
    clock.forward(60);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ticks).toBe(stopped);
    expect((await listRuns(db, { job: 'read', limit: 1 }))[0]).toMatchObject({ state: 'abandoned' });
    expect((await listSources(db, clock.now())).map((source) => source.id).sort()).toEqual(
      sources.map((source) => source.id).sort(),
    );
  });

  it('waits for what has begun before it stops (D13)', async () => {
    const db = await temporaryDatabase();
    let ended = false;
    const job = aJob({
      run: async (_context, run) => {
        await new Promise((resolve) => run.signal.addEventListener('abort', resolve, { once: true }));
        await new Promise((resolve) => setTimeout(resolve, 30));
        ended = true;
        return {};
      },
    });
    const schedule = startSchedule(aContext(db), { jobs: [job], wakeEveryMs: 5 });
    await new Promise((resolve) => setTimeout(resolve, 80));
    await schedule.stop();
    expect(ended).toBe(true);
  });
});

describe('the alarm clock', () => {
  it('says what it has to say in the log, not on the terminal', () => {
    const said: unknown[][] = [];
    const tell = (level: string) => (fields: object, message: string) => said.push([level, fields, message]);
    const log = { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') };
    const alarm = alarmLog({ log } as never);
    const failure = new Error('broken');
    alarm.warn('missed execution');
    alarm.error(failure);
    alarm.error('Task failed', failure);
    expect(said).toEqual([
      ['warn', { clock: 'dealwatch' }, 'missed execution'],
      ['error', { clock: 'dealwatch' }, 'broken'],
      ['error', { clock: 'dealwatch', err: failure }, 'Task failed'],
    ]);
  });
});

describe('the list of jobs', () => {
  it('names each once, says what it does, and wakes only jobs that exist', () => {
    const names = jobs.map((job) => job.name);
    expect(new Set(names).size).toBe(names.length);
    for (const job of jobs) {
      expect(job.about).toMatch(/\.$/);
      for (const woken of job.wakes ?? []) expect(names).toContain(woken);
    }
  });

  it('can be run by name, and says which there are', async () => {
    const { context } = await aWorld([...jobs]);
    expect(await runNamedJob(context, 'prune')).toMatchObject({ error: null });
    expect(() => runNamedJob(context, 'sweep')).toThrow(/There is no job "sweep"\. There are: fetch, .*read.*backup/);
  });
});
