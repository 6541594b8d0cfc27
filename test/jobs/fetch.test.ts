import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { listDocuments } from '../../db/documents/document-list.ts';
import { getDocuments } from '../../db/documents/stored-documents.ts';
import { factsByIds } from '../../db/ledger/facts.ts';
import { getPair } from '../../db/ledger/ledger.ts';
import type { Database } from '../../db/open.ts';
import { failedItems } from '../../db/sources/items.ts';
import { registersRead } from '../../db/sources/registers.ts';
import { claimSource, finishSource, waitMs } from '../../db/sources/source-turns.ts';
import {
  addFeed,
  getSource,
  makeDue,
  runsOfSource,
  type SourceRow,
  syncBuiltInSources,
} from '../../db/sources/sources.ts';
import { fetchDue } from '../../jobs/fetch.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { addMs } from '../../model/day.ts';
import { evidenceHolds } from '../../model/evidence.ts';
import { createFetcher } from '../../sources/fetching/http.ts';
import { sources } from '../../sources/index.ts';
import type { Fetched, FoundItem } from '../../sources/source.ts';
import { at, aUser, temporaryDatabase } from '../db/world.ts';
import { aWebServer } from '../helpers/web-server.ts';
import { aClock, aContext, aRun, type Clock, plainWorkers } from './world.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A site on this machine: a path and what it answers. */
async function aSite(pages: Record<string, Answer>): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const { origin } = await aWebServer((request, response) => {
    asked.push(`${request.url}`);
    const answer = pages[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end('not here');
  });
  return { origin, asked };
}

function feedOf(origin: string, names: string[], etag = '"1"'): Answer {
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    const items = names.map(
      (name) =>
        `<item><guid>${name}</guid><title>Story ${name}</title><link>${origin}/${name}</link><pubDate>Sat, 30 May 2026 10:00:00 GMT</pubDate></item>`,
    );
    response.writeHead(200, { 'content-type': 'application/rss+xml', etag });
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`,
    );
  };
}

function article(name: string): Answer {
  const sentence = `Alpha puts $2bn into Beta${name}. The two firms told of it in ${name} and said nothing of what comes next. `;
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><head><title>Story ${name}</title></head>
      <body><article><h1>Story ${name}</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(3)}</article></body></html>`);
  };
}

async function withFeed(db: Database, url: string): Promise<SourceRow> {
  const user = await aUser(db);
  return addFeed(db, { url, title: 'News', publisher: 'News', everyMinutes: 60, addedBy: user.id, now: at(0) });
}

describe('fetching a source', () => {
  it('stores what is new once, asks for news only, and reads again what has changed', async () => {
    const pages: Record<string, Answer> = {};
    const site = await aSite(pages);
    const { db, clock, context } = await openWorld(site.origin);
    pages['/feed'] = feedOf(site.origin, ['a', 'b']);
    pages['/a'] = article('a');
    pages['/b'] = article('b');
    const { id } = await withFeed(db, `${site.origin}/feed`);
    expect(await fetchDue(context, aRun())).toEqual({ sources: 1, failed: 0, documents: 2 });
    expect((await listDocuments(db, { sourceId: id, page: 1, pageSize: 9 })).total).toBe(2);
    expect(await fetchDue(context, aRun())).toMatchObject({ sources: 0 });
    clock.forward(61);
    expect(await fetchDue(context, aRun())).toEqual({ sources: 1, failed: 0, documents: 0 });
    pages['/feed'] = feedOf(site.origin, ['a', 'b', 'c'], '"2"');
    pages['/c'] = article('c');
    clock.forward(61);
    expect(await fetchDue(context, aRun())).toMatchObject({ documents: 1 });
    expect(site.asked.filter((path) => path === '/a')).toHaveLength(1);
    expect(await getSource(db, id, clock.now())).toMatchObject({ health: 'ok', documents: 3, errorCount: 0 });
    expect((await runsOfSource(db, id, 9)).map((run) => run.counts.listed)).toEqual([3, 0, 2]);
  });

  it('keeps what is stored and says so when the page has changed into something else (D16)', async () => {
    const pages: Record<string, Answer> = {};
    const site = await aSite(pages);
    const { db, clock, context } = await openWorld(site.origin);
    pages['/feed'] = feedOf(site.origin, ['a']);
    pages['/a'] = article('a');
    const { id } = await withFeed(db, `${site.origin}/feed`);
    await fetchDue(context, aRun());
    pages['/feed'] = (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>');
    clock.forward(61);
    expect(await fetchDue(context, aRun())).toMatchObject({ failed: 1 });
    const source = await getSource(db, id, clock.now());
    expect(source.lastError).toBeTruthy();
    expect(source.lastOkAt).toBe(at(0));
    expect(source.documents).toBe(1);
  });

  it('reads the other sources when one is down, and leaves a site alone as long as it asks', async () => {
    const pages: Record<string, Answer> = {};
    const site = await aSite(pages);
    const busy = await aSite({
      '/feed': (_request, response) => response.writeHead(503, { 'retry-after': '7200' }).end(),
    });
    const { db, clock, context } = await openWorld(site.origin, busy.origin);
    pages['/feed'] = feedOf(site.origin, ['a']);
    pages['/a'] = article('a');
    const user = await aUser(db);
    const add = (origin: string) =>
      addFeed(db, {
        url: `${origin}/feed`,
        title: 'Feed',
        publisher: 'P',
        everyMinutes: 30,
        addedBy: user.id,
        now: at(0),
      });
    const [down, up] = [await add(busy.origin), await add(site.origin)];
    const outcome = await fetchDue(context, aRun());
    expect((await getSource(db, up.id, clock.now())).lastError).toBeNull();
    expect(outcome).toEqual({ sources: 2, failed: 1, documents: 1 });
    expect((await getSource(db, up.id, clock.now())).lastError).toBeNull();
    expect(await getSource(db, down.id, clock.now())).toMatchObject({
      nextDueAt: at(120),
      errorCount: 1,
      health: 'failing',
    });
  });

  it('goes on after one page that cannot be read, tries it again, and gives it up in the end', async () => {
    const pages: Record<string, Answer> = {};
    const site = await aSite(pages);
    const { db, clock, context } = await openWorld(site.origin);
    pages['/feed'] = feedOf(site.origin, ['a', 'b']);
    pages['/a'] = (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7 binary');
    pages['/b'] = article('b');
    const { id } = await withFeed(db, `${site.origin}/feed`);
    for (let hour = 0; hour < 6; hour += 1) {
      await fetchDue(context, aRun());
      clock.forward(61);
    }
    expect(site.asked.filter((path) => path === '/b')).toHaveLength(1);
    expect(site.asked.filter((path) => path === '/a').length).toBeLessThanOrEqual(3);
    const [first] = (await runsOfSource(db, id, 9)).reverse();
    expect(first?.state).toBe('ok');
    expect((first?.warnings.length ?? 0) + (await failedItems(db, id)).length).toBeGreaterThan(0);
    expect((await listDocuments(db, { q: 'Betab', page: 1, pageSize: 9 })).total).toBe(1);
  });

  it('never runs one source twice at a time, and takes it up again when its reader has died', async () => {
    const { db, clock, context } = await openWorld('http://127.0.0.1:1');
    const { id } = await withFeed(db, 'http://127.0.0.1:1/feed');
    const dead = await claimSource(db, clock.now(), 120_000);
    expect(dead?.source.id).toBe(id);
    expect(await fetchDue(context, aRun())).toMatchObject({ sources: 0 });
    clock.forward(3);
    expect(await fetchDue(context, aRun())).toMatchObject({ sources: 1 });
    if (dead) await finishSource(db, dead, { now: clock.now(), error: null });
    expect((await getSource(db, id, clock.now())).lastOkAt).toBeNull();
  });

  it('says nothing about a look that was broken off', async () => {
    const pages: Record<string, Answer> = {};
    const site = await aSite(pages);
    const { db, clock, context } = await openWorld(site.origin);
    const stop = new AbortController();
    pages['/feed'] = (request, response) => {
      stop.abort();
      feedOf(site.origin, ['a'])(request, response);
    };
    const { id } = await withFeed(db, `${site.origin}/feed`);
    await fetchDue(context, { signal: stop.signal, warn: () => undefined });
    expect(await getSource(db, id, clock.now())).toMatchObject({ lastOkAt: null, errorCount: 0, running: false });
    expect((await runsOfSource(db, id, 1))[0]?.state).toBe('abandoned');
  });
});

describe('a register', () => {
  const saved = (name: string) => readFileSync(join(import.meta.dirname, '../sources/cma-cases', name));
  const link = '/cma-cases/google-slash-anthropic';
  const item: FoundItem = {
    key: link,
    url: `https://www.gov.uk${link}`,
    title: 'Google / Anthropic',
    published: null,
    updatedAt: null,
    fingerprint: '1',
    fields: {},
    page: `https://www.gov.uk/api/content${link}`,
    document: null,
  };

  /** The register with this one case on its list, its page as saved. */
  async function aRegister() {
    const db = await temporaryDatabase();
    const clock = aClock();
    await syncBuiltInSources(db, sources, at(0));
    const get = async (url: string): Promise<Fetched> => ({
      url,
      finalUrl: url,
      status: 200,
      contentType: 'application/json',
      body: saved('case-google-anthropic.json'),
      etag: null,
      lastModified: null,
      fetchedAt: clock.now(),
    });
    const list = async () => ({ items: [item], listed: 1500, more: [], warnings: [] });
    const workers = { ...plainWorkers(), list };
    return {
      db,
      context: aContext(db, {
        fetcher: { get, post: async () => ({ status: 500 }), close: async () => undefined },
        workers,
        now: clock.now,
      }),
    };
  }

  it("stores an authority's own steps as facts that quote its page, and they stand without a second source", async () => {
    const { db, context } = await aRegister();
    await makeDue(db, 'cma-cases', at(-60));
    expect(await fetchDue(context, aRun())).toMatchObject({ sources: 1, failed: 0, documents: 1 });
    await takeThrough(context);
    const pair = await getPair(db, 'google--anthropic');
    const [cell] = pair?.pair.scrutiny ?? [];
    expect(cell).toMatchObject({ authority: 'CMA', status: 'no_jurisdiction', source: 'official', needsReview: null });
    expect(cell?.history.length).toBeGreaterThan(1);
    const facts = await factsByIds(db, cell?.history.flatMap((step) => step.factIds) ?? []);
    const [document] = await getDocuments(db, [facts[0]?.documentId ?? '']);
    expect(facts.length).toBeGreaterThan(1);
    for (const fact of facts) for (const e of fact.evidence) expect(document && evidenceHolds(e, document)).toBe(true);
    expect((await registersRead(db, at(0))).get('CMA')).toBe(at(0));
  });
});

describe('when a source is due again', () => {
  it.each([
    [60, 0, 0, 60],
    [60, 1, 0, 60],
    [60, 3, 0, 240],
    [60, 30, 0, 1440],
    [10_080, 9, 0, 10_080],
    [60, 1, 7_200_000, 120],
    [60, 1, 1e15, 1440],
    [60, 1, -5, 60],
  ])('every %i minutes, after %i failures, asked to wait %i ms: in %i minutes', (every, errors, asked, minutes) => {
    expect(waitMs(every, errors, asked)).toBe(minutes * 60_000);
  });

  it('is not lost when the clock was wrong for a while', async () => {
    const db = await temporaryDatabase();
    const { id } = await withFeed(db, 'http://127.0.0.1:1/feed');
    const future = addMs(at(0), 400 * 86_400_000);
    const claimed = await claimSource(db, future, 120_000);
    if (claimed) await finishSource(db, claimed, { now: future, error: null });
    expect((await claimSource(db, at(0), 120_000))?.source.id).toBe(id);
  });
});

/** A database, a clock and a fetcher that may ask some sites on this machine. */
async function openWorld(...origins: string[]): Promise<{ db: Database; clock: Clock; context: Context }> {
  const db = await temporaryDatabase();
  const clock = aClock();
  const allow = origins.map((origin) => new URL(origin).host);
  const fetcher = createFetcher({ contact: '', allow, maxBytes: 1_000_000, now: clock.now });
  closing.push(() => fetcher.close());
  return { db, clock, context: aContext(db, { fetcher, now: clock.now }) };
}
