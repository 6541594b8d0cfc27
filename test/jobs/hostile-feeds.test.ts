import { afterEach, describe, expect, it } from 'vitest';
import { addFeed, getSource, listSources, runsOfSource, syncBuiltInSources } from '../../db/sources/sources.ts';
import { fetchDue } from '../../jobs/fetch.ts';
import { addMs } from '../../model/day.ts';
import { createFetcher } from '../../sources/fetching/http.ts';
import { at, aUser, temporaryDatabase } from '../db/world.ts';
import { aWebServer } from '../helpers/web-server.ts';
import { aClock, aContext, aRun } from './world.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Item {
  guid: string;
  link: string;
  title: string;
}

/** A feed whose items a test changes between two visits; its pages all have the same long article of their name. */
async function aFeed(items: () => Item[], status: () => number = () => 200) {
  const { origin, host } = await aWebServer((request, response) => {
    if (request.url === '/robots.txt') return response.writeHead(404).end();
    if (request.url !== '/feed') {
      const text = `<p>${`What ${request.url?.split('?')[0]} tells of is a story of its own. `.repeat(8)}</p>`.repeat(
        4,
      );
      response.writeHead(200, { 'content-type': 'text/html' });
      return response.end(
        `<html lang="en"><head><title>T</title></head><body><article><h1>T</h1>${text}</article></body></html>`,
      );
    }
    const list = items().map(
      ({ guid, link, title }) =>
        `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>${link}</link></item>`,
    );
    response.writeHead(status(), { 'content-type': 'application/rss+xml' });
    return response.end(`<rss version="2.0"><channel><title>N</title>${list.join('')}</channel></rss>`);
  });
  const db = await temporaryDatabase();
  const clock = aClock();
  const fetcher = createFetcher({ contact: '', allow: [host], maxBytes: 1e6, now: clock.now });
  closing.push(() => fetcher.close());
  const user = await aUser(db);
  const { id } = await addFeed(db, {
    url: `${origin}/feed`,
    title: 'N',
    publisher: 'N',
    everyMinutes: 60,
    addedBy: user.id,
    now: at(0),
  });
  const visit = async () => {
    await fetchDue(aContext(db, { fetcher, now: clock.now }), aRun());
    clock.forward(300);
    return (await runsOfSource(db, id, 1))[0];
  };
  const documents = async () => (await db.selectFrom('documents').select('id').execute()).length;
  return { db, clock, id, origin, visit, documents };
}

describe('X12 a feed that is not true to its ids', () => {
  it('changes them at every visit: each story stays one document', async () => {
    let visits = 0;
    const feed = await aFeed(() =>
      [1, 2, 3].map((n) => ({ guid: `v${visits}-${n}`, link: `/story-${n}`, title: `Story ${n}` })),
    );
    for (visits = 1; visits <= 4; visits++) await feed.visit();
    expect(await feed.documents()).toBe(3);
  });

  it('changes the links instead, by what it tracks: each story stays one document', async () => {
    let visits = 0;
    const feed = await aFeed(() =>
      [1, 2].map((n) => ({ guid: `g${n}`, link: `/story-${n}?utm_source=v${visits}`, title: `Story ${n}` })),
    );
    for (visits = 1; visits <= 3; visits++) await feed.visit();
    expect(await feed.documents()).toBe(2);
  });
});

describe('X13 a feed that loses its entries', () => {
  const many = Array.from({ length: 30 }, (_, n) => ({ guid: `g${n}`, link: `/story-${n}`, title: `Story ${n}` }));

  it('loses most of them: it is said, and nothing is taken for gone', async () => {
    let items = many;
    const feed = await aFeed(() => items);
    await feed.visit();
    items = many.slice(0, 1);
    const run = await feed.visit();
    expect(run).toMatchObject({ state: 'ok', warnings: [expect.stringContaining('1 entries where 30 stood')] });
    expect(await feed.documents()).toBe(30);
  });

  it('loses all: the run fails and the state before stays, with its age', async () => {
    let items = many;
    const feed = await aFeed(() => items);
    await feed.visit();
    items = [];
    expect(await feed.visit()).toMatchObject({ state: 'failed', error: expect.any(String) });
    expect(await feed.documents()).toBe(30);
    expect(await getSource(feed.db, feed.id, feed.clock.now())).toMatchObject({ lastOkAt: at(0), errorCount: 1 });
  });
});

it('F16 a site that says "not modified" though nothing was ever fetched has failed: it is no quiet day', async () => {
  const feed = await aFeed(
    () => [],
    () => 304,
  );
  expect(await feed.visit()).toMatchObject({ state: 'failed', error: expect.stringContaining('not modified') });
  expect((await getSource(feed.db, feed.id, feed.clock.now())).lastOkAt).toBeNull();
});

it('F19 five hundred sources that are new do not all begin at once', async () => {
  const db = await temporaryDatabase();
  const many = Array.from({ length: 500 }, (_, n) => ({
    id: `s-${n}`,
    title: `S ${n}`,
    publisher: 'P',
    sourceClass: 'press' as const,
    authority: null,
    everyMinutes: 60,
  }));
  await syncBuiltInSources(db, many, at(0));
  const due = (await listSources(db, at(0))).map(({ nextDueAt }) => nextDueAt);
  const inFirstMinute = due.filter((one) => one < addMs(at(0), 60_000)).length;
  expect(inFirstMinute).toBeGreaterThan(50);
  expect(inFirstMinute).toBeLessThan(200);
  expect(due.every((one) => one >= at(0) && one < addMs(at(0), 5 * 60_000))).toBe(true);
});
