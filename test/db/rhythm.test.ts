import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/open.ts';
import { saveListing } from '../../db/sources/items.ts';
import { registersOf } from '../../db/sources/registers.ts';
import { sourceRhythms } from '../../db/sources/rhythm.ts';
import { claimSource, finishSource } from '../../db/sources/source-turns.ts';
import { listSources, syncBuiltInSources } from '../../db/sources/sources.ts';
import { addMs, type Instant } from '../../model/day.ts';
import type { Pair } from '../../model/ledger.ts';
import { Citations } from '../../server/present/citations.ts';
import { scrutinyCells, unreadRegisters } from '../../server/present/scrutiny.ts';
import { at, temporaryDatabase } from './world.ts';

const DAY_MS = 86_400_000;
const day = (n: number): Instant => addMs(at(0), n * DAY_MS);
const source = (id: string, authority: string | null) => ({
  id,
  title: id,
  publisher: id,
  sourceClass: 'official' as const,
  authority,
  everyMinutes: 60,
});

async function world(...sources: ReturnType<typeof source>[]) {
  const db = await temporaryDatabase();
  await syncBuiltInSources(db, sources, day(-100));
  return db;
}

async function lists(db: Database, id: string, now: Instant) {
  const item = { key: now, url: null, title: now, fingerprint: now, page: null, document: null };
  await saveListing(db, id, {
    url: `https://${id}.example/`,
    cache: { etag: null, lastModified: null },
    items: [item],
    now,
  });
}

async function readWell(db: Database, id: string, now: Instant) {
  const claimed = await claimSource(db, now, 1000, id);
  if (claimed) await finishSource(db, claimed, { now, error: null });
}

describe('the rhythm of a source', () => {
  it('is learnt from the days on which something came, and a long pause is silence', async () => {
    const db = await world(source('press', null));
    for (let n = -30; n <= -10; n += 2) await lists(db, 'press', day(n));
    const rhythm = async (now: Instant) => (await sourceRhythms(db, now)).get('press');
    expect(await rhythm(day(-5))).toMatchObject({ newestAt: day(-10), usualPauseDays: 2, silentSince: null });
    expect(await rhythm(day(-3))).toMatchObject({ silentSince: day(-10) });
    await lists(db, 'press', day(-3));
    expect(await rhythm(day(-2))).toMatchObject({ silentSince: null });
  });

  it('is not known from little: nobody is called silent on a guess', async () => {
    const db = await world(source('press', null));
    for (const n of [-90, -89, -88]) await lists(db, 'press', day(n));
    expect((await sourceRhythms(db, day(0))).get('press')).toMatchObject({ usualPauseDays: null, silentSince: null });
    expect((await sourceRhythms(db, day(0))).get('other')).toBeUndefined();
  });
});

describe('authorities of which nothing can be said', () => {
  const registers = async (db: Database, now: Instant) => registersOf(await listSources(db, now));

  it('are those never read, read too long ago or silent; one good source of several is enough to see', async () => {
    const db = await world(source('one', 'AGCM'), source('two', 'AGCM'), source('ftc', 'FTC'), source('feed', null));
    expect(unreadRegisters(await registers(db, day(0))).sort()).toEqual(['AGCM', 'FTC']);
    await readWell(db, 'two', day(0));
    await readWell(db, 'ftc', day(-1));
    const found = await registers(db, day(0));
    expect(unreadRegisters(found)).toEqual(['FTC']);
    expect(found.get('FTC')).toEqual({ lastOkAt: day(-1), late: true, silentSince: null });
  });

  it('where a register lists all cases, news that is read well does not speak for it', async () => {
    const db = await world(source('cma-cases', 'CMA'), source('cma-news', 'CMA'));
    await readWell(db, 'cma-cases', day(-3));
    await readWell(db, 'cma-news', day(0));
    expect((await registers(db, day(0))).get('CMA')).toMatchObject({ late: true, lastOkAt: day(-3) });
    await readWell(db, 'cma-cases', day(0));
    expect((await registers(db, day(0))).get('CMA')).toMatchObject({ late: false });
  });

  it('D17 a register that is read well and has fallen silent turns its cells grey, with the day since when', async () => {
    const db = await world(source('cma-cases', 'CMA'));
    for (let n = -40; n <= -20; n += 1) await lists(db, 'cma-cases', day(n));
    await readWell(db, 'cma-cases', day(0));
    const found = await registers(db, day(0));
    expect(found.get('CMA')).toEqual({ lastOkAt: day(0), late: true, silentSince: day(-20) });
    const pair = { scrutiny: [] } as unknown as Pair;
    const cell = scrutinyCells(pair, found, new Citations([], [])).find(({ authority }) => authority === 'CMA');
    expect(cell).toMatchObject({ glyph: 'unknown', stale: true, word: 'Unknown' });
    expect(cell?.register).toMatch(/^nothing new since /);
    await lists(db, 'cma-cases', day(0));
    await readWell(db, 'cma-cases', addMs(day(0), 7_200_000));
    expect((await registers(db, addMs(day(0), 7_200_000))).get('CMA')).toMatchObject({
      late: false,
      silentSince: null,
    });
  });
});
