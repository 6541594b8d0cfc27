import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/open.ts';
import { closeGaps, openGaps } from '../../db/sources/gaps.ts';
import { saveListing, waitingItems } from '../../db/sources/items.ts';
import { addFeed, makeDue, runsOfSource, syncBuiltInSources } from '../../db/sources/sources.ts';
import { backfill } from '../../jobs/backfill.ts';
import { fetchDue } from '../../jobs/fetch.ts';
import { addMs, type Day } from '../../model/day.ts';
import { dojPress } from '../../sources/us/doj-press.ts';
import { at, aUser, temporaryDatabase } from '../db/world.ts';
import { aWebServer } from '../helpers/web-server.ts';
import { aClock, aContext, aRun, leadingTo } from './world.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const DAY = 24 * 60;
const HOUR_MS = 3_600_000;

/** A site whose answers may be changed as the test goes on, and a source of one address of it. */
async function aSite(answers: Record<string, Answer>, path: string, shape: 'feed' | 'sitemap' = 'feed') {
  const asked: string[] = [];
  const { host, origin } = await aWebServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  const db = await temporaryDatabase();
  const clock = aClock();
  const fetcher = leadingTo(host, clock, (url) => url);
  const context = aContext(db, { now: clock.now, fetcher });
  const user = await aUser(db);
  const about = { url: `${origin}${path}`, title: 'News', publisher: 'News', everyMinutes: 60, shape };
  const { id } = await addFeed(db, { ...about, addedBy: user.id, now: at(0) });
  return { db, clock, context, asked, origin, id };
}

const SENTENCE = 'Nothing of it is known and nothing more will be told of it for now. ';

/** A feed of entries that speak for themselves, each with its moment. */
function feed(entries: Record<string, string>): Answer {
  const items = Object.entries(entries).map(
    ([name, date]) =>
      `<item><guid>${name}</guid><title>Story ${name}</title><pubDate>${date}</pubDate><description>${SENTENCE.repeat(5)}</description></item>`,
  );
  return (_request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`);
}

const lastRun = async (db: Database, id: string) => (await runsOfSource(db, id, 1))[0];
const said = async (db: Database, id: string) => (await lastRun(db, id))?.warnings.join('\n') ?? '';

describe('a list that has rolled on while nobody looked', () => {
  const before = { a: 'Mon, 01 Jun 2026 06:00:00 GMT', b: 'Sun, 31 May 2026 10:00:00 GMT' };

  it('is said, with the time of which nothing is known', async () => {
    const answers: Record<string, Answer> = { '/feed': feed(before) };
    const { db, clock, context, id } = await aSite(answers, '/feed');
    await fetchDue(context, aRun());
    answers['/feed'] = feed({ x: 'Tue, 09 Jun 2026 08:00:00 GMT', y: 'Mon, 08 Jun 2026 07:00:00 GMT' });
    clock.forward(8 * DAY);
    await fetchDue(context, aRun());
    expect(await openGaps(db, id)).toEqual([{ sourceId: id, since: at(0), until: '2026-06-08T07:00:00.000Z' }]);
    expect(await said(db, id)).toMatch(/None of the entries was known: between 1 Jun 2026 and 8 Jun 2026/);
    expect((await lastRun(db, id))?.counts).toMatchObject({ gaps: 1, new: 2 });
  });

  it.each([
    ['holds an entry that was known', { x: 'Tue, 09 Jun 2026 08:00:00 GMT', b: before.b }],
    ['goes back beyond the last visit', { x: 'Tue, 09 Jun 2026 08:00:00 GMT', late: 'Sun, 31 May 2026 09:00:00 GMT' }],
  ])('is none when it %s', async (_why, after) => {
    const answers: Record<string, Answer> = { '/feed': feed(before) };
    const { db, clock, context, id } = await aSite(answers, '/feed');
    await fetchDue(context, aRun());
    answers['/feed'] = feed(after);
    clock.forward(8 * DAY);
    await fetchDue(context, aRun());
    expect(await openGaps(db, id)).toEqual([]);
    expect(await said(db, id)).not.toMatch(/None of the entries/);
  });

  it('is none on the first visit, whatever its age', async () => {
    const { db, context, id } = await aSite({ '/feed': feed({ x: 'Tue, 10 Jun 2025 08:00:00 GMT' }) }, '/feed');
    await fetchDue(context, aRun());
    expect(await openGaps(db, id)).toEqual([]);
  });

  it('stays open until the past behind it has been read', async () => {
    const answers: Record<string, Answer> = { '/feed': feed(before) };
    const { db, clock, context, id } = await aSite(answers, '/feed');
    await fetchDue(context, aRun());
    answers['/feed'] = feed({ x: 'Tue, 09 Jun 2026 08:00:00 GMT' });
    clock.forward(8 * DAY);
    await fetchDue(context, aRun());
    await closeGaps(db, id, '2026-06-03' as Day, clock.now());
    expect(await openGaps(db)).toHaveLength(1);
    await closeGaps(db, id, '2026-05-30' as Day, clock.now());
    expect(await openGaps(db)).toEqual([]);
  });
});

/** The releases of the Department of Justice, `perDay` a day, newest first, ten a page; older pages may be refused. */
async function aDepartment({ refusedFrom = Number.POSITIVE_INFINITY } = {}) {
  const clock = aClock();
  const asked: number[] = [];
  const { host, origin } = await aWebServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    if (url.pathname === '/robots.txt') return response.writeHead(404).end();
    const page = Number(url.searchParams.get('page'));
    asked.push(page);
    if (page >= refusedFrom) return response.writeHead(403).end();
    const results = Array.from({ length: 10 }, (_, n) => {
      const written = Date.parse(addMs(clock.now(), -(page * 10 + n) * 6 * HOUR_MS));
      const name = `r-${Math.floor(written / HOUR_MS / 6)}`;
      const body = `<p>Words of the release ${name} of the Antitrust Division. ${SENTENCE}</p>`;
      return { title: `Antitrust ${name}`, uuid: name, url: `/opa/pr/${name}`, date: String(written / 1000), body };
    });
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify({ metadata: { resultset: { count: 9000 } }, results }));
  });
  const db = await temporaryDatabase();
  await syncBuiltInSources(db, [dojPress], at(0));
  await makeDue(db, 'doj-press', at(0));
  const fetcher = leadingTo(host, clock, (url) => url.replace('https://www.justice.gov', origin));
  return { db, clock, asked, context: aContext(db, { now: clock.now, fetcher }) };
}

const stored = async (db: Database) =>
  (await db.selectFrom('documents').select('back_fill').execute()).map(({ back_fill: back }) => back);

describe('a source with a past of its own', () => {
  it('is read back to the last visit by itself, as news, and no further', async () => {
    const { db, clock, context, asked } = await aDepartment();
    await fetchDue(context, aRun());
    expect(asked).toEqual([0]);
    clock.forward(8 * DAY);
    await fetchDue(context, aRun());
    expect(asked).toEqual([0, 0, 1, 2, 3]);
    // Ten of the first day, and four a day for the eight days since.
    expect(await stored(db)).toEqual(Array.from({ length: 10 + 32 }, () => 0));
    expect(await openGaps(db)).toEqual([]);
    expect(await said(db, 'doj-press')).toMatch(/was read from older lists/);
    clock.forward(61);
    await fetchDue(context, aRun());
    expect(await said(db, 'doj-press')).not.toMatch(/entries stood the last time/);
  });

  it('keeps the gap when its older lists are refused', async () => {
    const { db, clock, context } = await aDepartment({ refusedFrom: 2 });
    await fetchDue(context, aRun());
    clock.forward(8 * DAY);
    await fetchDue(context, aRun());
    expect(await said(db, 'doj-press')).toMatch(/An older list could not be read/);
    expect(await openGaps(db)).toMatchObject([{ since: at(0) }]);
  });

  it('has no gap left when its past has been read by hand', async () => {
    const { db, clock, context } = await aDepartment();
    await fetchDue(context, aRun());
    clock.forward(80 * DAY);
    await fetchDue(context, aRun());
    expect(await openGaps(db)).toHaveLength(1);
    const { error } = await backfill(
      context,
      { sourceId: 'doj-press', since: '2026-06-01' as Day },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    expect(error).toBeNull();
    expect(await openGaps(db)).toEqual([]);
  });
});

describe('further lists', () => {
  const sitemap = (urls: string[]) => `<urlset>${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`;
  const page: Answer = (_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<html><body><article><h1>A story</h1><p>${SENTENCE.repeat(12)}</p></article></body></html>`);

  it('are read although the list that names them has not changed', async () => {
    const answers: Record<string, Answer> = { '/news/one': page, '/news/two': page };
    const { db, clock, context, origin, id } = await aSite(answers, '/sitemap.xml', 'sitemap');
    answers['/sitemap.xml'] = ({ headers }, response) => {
      if (headers['if-none-match']) response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: '"1"', 'content-type': 'application/xml' })
          .end(`<sitemapindex><sitemap><loc>${origin}/part.xml</loc></sitemap></sitemapindex>`);
    };
    const part = (urls: string[]): Answer => {
      return (_request, response) => response.writeHead(200, { 'content-type': 'application/xml' }).end(sitemap(urls));
    };
    answers['/part.xml'] = part([`${origin}/news/one`]);
    await fetchDue(context, aRun());
    answers['/part.xml'] = part([`${origin}/news/one`, `${origin}/news/two`]);
    clock.forward(61);
    await fetchDue(context, aRun());
    expect((await lastRun(db, id))?.counts).toMatchObject({ new: 1, documents: 1 });
  });
});

describe('entries far down a list of all there ever was', () => {
  const news = { id: 'news', title: 'News', publisher: 'News', sourceClass: 'press' as const, authority: null };
  const entry = (key: string, older: boolean, fingerprint = key) => {
    return { key, url: null, title: key, fingerprint, page: `https://news.example/${key}`, older };
  };
  async function aList() {
    const db = await temporaryDatabase();
    await syncBuiltInSources(db, [{ ...news, everyMinutes: 60 }], at(0));
    const save = (items: ReturnType<typeof entry>[], minutes = 0) =>
      saveListing(db, 'news', {
        url: 'https://news.example/map',
        cache: { etag: null, lastModified: null },
        items,
        now: at(minutes),
      });
    const waiting = async () => (await waitingItems(db, 'news', at(999), 99)).map(({ key }) => key).sort();
    return { save, waiting };
  }

  it('are noted when the list is new to us, and read when they come to it later', async () => {
    const { save, waiting } = await aList();
    await save([entry('new', false), entry('old', true)]);
    expect(await waiting()).toEqual(['new']);
    expect(await save([entry('new', false), entry('old', true), entry('inserted', true)], 60)).toMatchObject({
      isNew: 1,
    });
    expect(await waiting()).toEqual(['inserted', 'new']);
  });

  it('are not read again because the day of their change has moved, until they are among the newest', async () => {
    const { save, waiting } = await aList();
    await save([entry('old', true)]);
    await save([entry('old', true, 'moved')], 60);
    expect(await waiting()).toEqual([]);
    await save([entry('old', false, 'moved')], 120);
    expect(await waiting()).toEqual(['old']);
  });

  it('are read when somebody asks for the past', async () => {
    const { save, waiting } = await aList();
    await save([entry('old', true)]);
    await save([entry('old', false)], 60);
    expect(await waiting()).toEqual(['old']);
  });
});

describe('a source with more than is read in one visit', () => {
  it('says how many entries wait, and reads them all', async () => {
    const entries = Object.fromEntries(
      Array.from({ length: 230 }, (_, n) => [`n${n}`, 'Mon, 01 Jun 2026 06:00:00 GMT']),
    );
    const { db, clock, context, id } = await aSite({ '/feed': feed(entries) }, '/feed');
    await fetchDue(context, aRun());
    expect((await lastRun(db, id))?.counts).toMatchObject({ new: 230, waiting: 130 });
    for (let n = 0; n < 2; n += 1) {
      clock.forward(2);
      await fetchDue(context, aRun());
    }
    expect((await lastRun(db, id))?.counts).not.toHaveProperty('waiting');
    const keys = await db.selectFrom('source_items').select('key').where('document_id', 'is', null).execute();
    expect(keys).toEqual([]);
  });
});
