import { describe, expect, it } from 'vitest';
import { progressLine } from '../../cli/backfill.ts';
import { askForPast, backfillOf, forgetPast } from '../../db/sources/backfills.ts';
import { jitterMs } from '../../db/sources/source-turns.ts';
import { getSource, syncBuiltInSources } from '../../db/sources/sources.ts';
import { type BackfillProgress, backfill } from '../../jobs/backfill.ts';
import { fetchDue } from '../../jobs/fetch.ts';
import { readPast } from '../../jobs/past.ts';
import type { Day, Instant } from '../../model/day.ts';
import { Conflict } from '../../model/errors.ts';
import { dojPress } from '../../sources/us/doj-press.ts';
import { at, temporaryDatabase } from '../db/world.ts';
import { aWebServer } from '../helpers/web-server.ts';
import { aClock, aContext, aRun, leadingTo, plainWorkers } from './world.ts';

/** The releases of the department, five a page, one a day back from 1 June 2026; `broken` pages fail. */
async function aWorld(broken: Set<number>) {
  const asked: number[] = [];
  const { host, origin } = await aWebServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    if (url.pathname === '/robots.txt') return response.writeHead(404).end();
    const page = Number(url.searchParams.get('page'));
    asked.push(page);
    if (broken.has(page)) return response.writeHead(503).end();
    const results = Array.from({ length: 5 }, (_, n) => {
      const day = Date.parse('2026-06-01T12:00:00Z') / 1000 - (page * 5 + n) * 86_400;
      return {
        title: `Antitrust release ${page}-${n}`,
        uuid: `u-${page}-${n}`,
        url: `/opa/pr/${page}-${n}`,
        date: String(day),
        body: `<p>Words of release ${page}-${n} of the Antitrust Division.</p>`,
      };
    });
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify({ metadata: { resultset: { count: 1000 } }, results }));
  });
  const db = await temporaryDatabase();
  await syncBuiltInSources(db, [dojPress], at(0));
  const clock = aClock();
  const fetcher = leadingTo(host, clock, (url) => url.replace('https://www.justice.gov', origin));
  return { db, asked, clock, context: aContext(db, { now: clock.now, fetcher, workers: plainWorkers() }) };
}

const since = '2026-05-20' as Day;
const documents = async ({ db }: Awaited<ReturnType<typeof aWorld>>) =>
  await db.selectFrom('documents').select(['published', 'back_fill']).orderBy('published').execute();

describe('going back in time', () => {
  it('reads the past to the day asked for and not beyond, as documents that send no alerts, and says how far it is', async () => {
    const world = await aWorld(new Set());
    const told: BackfillProgress[] = [];
    const outcome = await backfill(
      world.context,
      { sourceId: 'doj-press', since },
      { signal: new AbortController().signal, onProgress: (p) => told.push(p) },
    );
    expect(outcome.error).toBeNull();
    const found = await documents(world);
    expect(found).toHaveLength(13);
    expect(found[0]).toEqual({ published: '2026-05-20', back_fill: 1 });
    expect(told[0]).toMatchObject({ lists: 0, documents: 0 });
    expect(told.at(-1)).toMatchObject({ lists: told.at(-1)?.of, documents: 13, waiting: 0 });
    expect((await getSource(world.db, 'doj-press', world.clock.now())).running).toBe(false);
  });

  it('that was broken off goes on where it stood', async () => {
    const broken = new Set([2]);
    const world = await aWorld(broken);
    const go = () =>
      backfill(
        world.context,
        { sourceId: 'doj-press', since },
        { signal: new AbortController().signal, onProgress: () => undefined },
      );
    expect((await go()).error).toMatch(/503/);
    expect((await backfillOf(world.db, 'doj-press'))?.queue[0]).toMatch(/page=2$/);
    broken.clear();
    world.clock.forward(60);
    world.asked.length = 0;
    expect((await go()).error).toBeNull();
    expect(world.asked[0]).toBe(2);
    expect(await documents(world)).toHaveLength(13);
  });

  it('does not begin while the source is being read', async () => {
    const world = await aWorld(new Set());
    await world.db
      .updateTable('sources')
      .set({ lease: 'x', lease_until: at(5) })
      .execute();
    const going = backfill(
      world.context,
      { sourceId: 'doj-press', since },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    await expect(going).rejects.toThrow(Conflict);
  });

  it('shows a bar', () => {
    expect(progressLine({ lists: 10, of: 40, documents: 3, waiting: 7 })).toBe(
      '[######------------------] 10 of 40 lists · 3 documents · 7 waiting',
    );
    expect(progressLine({ lists: 0, of: 0, documents: 0, waiting: 0 })).toContain('[########################] 0 of 0');
  });
});

it('back-off has jitter: at most a tenth, alike for the same turn, not alike for two sources', () => {
  const waits = Array.from({ length: 50 }, (_, n) =>
    jitterMs(`s-${n}`, '2026-03-02T09:00:00.000Z' as Instant, 3_600_000),
  );
  expect(new Set(waits).size).toBeGreaterThan(40);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...waits)).toBeLessThan(360_000);
  expect(jitterMs('s-1', '2026-03-02T09:00:00.000Z' as Instant, 3_600_000)).toBe(waits[1]);
});

describe('a past that somebody asked for on the page of a source', () => {
  it('is read by the schedule, once, as documents that send no alerts', async () => {
    const world = await aWorld(new Set());
    expect(await readPast.hasWork?.(world.context)).toBe(false);
    await askForPast(world.db, 'doj-press', since, world.clock.now());
    expect(await readPast.hasWork?.(world.context)).toBe(true);
    expect(await readPast.run(world.context, aRun())).toEqual({ documents: 13 });
    expect((await documents(world)).every(({ back_fill: back }) => back === 1)).toBe(true);
    expect(await readPast.hasWork?.(world.context)).toBe(false);
  });

  it('goes on after a while when a list failed, and what it found meanwhile is no news to other visits', async () => {
    const broken = new Set([2]);
    const world = await aWorld(broken);
    await askForPast(world.db, 'doj-press', since, world.clock.now());
    const run = aRun();
    await readPast.run(world.context, run);
    expect(run.warnings.join()).toMatch(/doj-press: .*503/);
    expect(await readPast.hasWork?.(world.context)).toBe(false);
    broken.clear();
    world.clock.forward(180);
    await fetchDue(world.context, aRun());
    expect((await documents(world)).map(({ back_fill: back }) => back)).toEqual(Array.from({ length: 10 }, () => 1));
    expect(await readPast.hasWork?.(world.context)).toBe(true);
    expect(await readPast.run(world.context, aRun())).toEqual({ documents: 3 });
  });

  it('ends where somebody says that it is enough', async () => {
    const world = await aWorld(new Set());
    await askForPast(world.db, 'doj-press', since, world.clock.now());
    const { fetcher } = world.context;
    const get: typeof fetcher.get = async (url, options) => {
      if (url.endsWith('page=1')) await forgetPast(world.db, 'doj-press');
      return fetcher.get(url, options);
    };
    await readPast.run({ ...world.context, fetcher: { ...fetcher, get } }, aRun());
    expect(Math.max(...world.asked)).toBeLessThanOrEqual(2);
    expect(await readPast.hasWork?.(world.context)).toBe(false);
  });
});
