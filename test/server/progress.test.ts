import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { saveBackfill } from '../../db/sources/backfills.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { prepare } from '../../jobs/schedule.ts';
import type { Day } from '../../model/day.ts';
import { aDocument } from '../db/world.ts';
import { aBrowser, aWorld, type Browser, signedIn, type World } from './world.ts';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await aWorld();
  ({ browser } = await signedIn(world, 'viewer'));
});

describe('how far long work has come', () => {
  it('is told as events, uncompressed, and ends once nothing waits', async () => {
    await saveDocument(world.db, aDocument());
    await takeThrough(world.context);
    const answer = await browser.get('/progress').set('Accept-Encoding', 'gzip');
    expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.text).toMatch(/^event: done\ndata: \{"waits":false,"text":"1 of 1 documents are read\./);
  });

  it('goes on while something waits, and says so when it is done', async () => {
    await saveDocument(world.db, aDocument());
    const told = browser.get('/progress').then(({ text }) => text);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await takeThrough(world.context);
    const events = await told;
    expect(events).toMatch(/event: progress\ndata: .*0 of 1 documents/);
    expect(events).toMatch(/event: done\ndata: .*1 of 1 documents/);
  });

  it('is told of the past of one source, in words and in percent, until its lists have been read', async () => {
    const source = 'cma-cases';
    const [since, now] = ['2024-01-01' as Day, world.context.now()];
    await prepare(world.context);
    await saveBackfill(world.db, source, { since, queue: ['https://a.example/2'], total: 4 }, now);
    const told = browser.get(`/progress?past=${source}`).then(({ text }) => text);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await saveBackfill(world.db, source, { since, queue: [], total: 4 }, now);
    const events = await told;
    expect(events).toMatch(/event: progress\ndata: .*3 of 4.*"percent":75/);
    expect(events).toMatch(/event: done\ndata: .*read back to 1 Jan 2024.*"percent":null/);
  });

  it('is told of a newer reader, and ends where there is none', async () => {
    expect((await browser.get('/progress?reader')).text).toMatch(
      /^event: done\ndata: .*No document has been read a second/,
    );
  });

  it('is not for strangers', async () => {
    expect((await aBrowser(world.app).get('/progress')).status).toBe(302);
  });

  it('answers a HEAD without waiting', async () => {
    await saveDocument(world.db, aDocument());
    expect((await browser.head('/progress')).status).toBe(200);
  });
});
