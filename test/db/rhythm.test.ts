import { describe, expect, it } from 'vitest';
import { saveListing } from '../../db/items.ts';
import type { Database } from '../../db/open.ts';
import { blindAuthorities, sourceRhythms } from '../../db/rhythm.ts';
import { claimSource, finishSource } from '../../db/source-turns.ts';
import { syncBuiltInSources } from '../../db/sources.ts';
import { addMs, type Instant } from '../../model/day.ts';
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
  it('are those never read, read too long ago or silent; one good source is enough to see', async () => {
    const db = await world(source('cases', 'CMA'), source('news', 'CMA'), source('ftc', 'FTC'), source('feed', null));
    expect([...(await blindAuthorities(db, day(0))).keys()].sort()).toEqual(['CMA', 'FTC']);
    await readWell(db, 'news', day(0));
    await readWell(db, 'ftc', day(-1));
    const blind = await blindAuthorities(db, day(0));
    expect([...blind.values()]).toEqual([{ authority: 'FTC', since: day(-1), reason: 'unread' }]);
  });

  it('name a register that is read well and has fallen silent', async () => {
    const db = await world(source('cases', 'CMA'));
    for (let n = -40; n <= -20; n += 1) await lists(db, 'cases', day(n));
    await readWell(db, 'cases', day(0));
    expect((await blindAuthorities(db, day(0))).get('CMA')).toEqual({
      authority: 'CMA',
      since: day(-20),
      reason: 'silent',
    });
  });
});
