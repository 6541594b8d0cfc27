import { PassThrough, Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { replacePair } from '../../db/ledger/ledger.ts';
import { inTransaction } from '../../db/open.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import { everyKey, everyRow } from '../../server/downloads/every-row.ts';
import type { Handler, PageRequest, StreamAnswer } from '../../server/handler.ts';
import { dealsCsv } from '../../server/pages/deals-csv.ts';
import { flagsCsv } from '../../server/pages/flags-csv.ts';
import { ledgerJson } from '../../server/pages/ledger-json.ts';
import { sources } from '../../sources/index.ts';
import { aFlag, aPair, at } from '../db/world.ts';
import { aDeal, anEvent } from '../helpers/build.ts';
import { readCsv } from '../helpers/csv.ts';
import { tell } from './story.ts';
import { aBrowser, aWorld, type Browser, signedIn, type World } from './world.ts';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await aWorld();
  ({ browser } = await signedIn(world, 'viewer'));
});

async function put(id: string, acquirer: string, target: string, score: number, why?: string): Promise<void> {
  const flag = { ...aFlag({ pairId: id }), ...(why ? { why } : {}) };
  await replacePair(world.db, aPair({ id, acquirer, target }), [flag], { score, band: 'Low', floor: false }, at(0));
}

async function rows(path: string): Promise<Record<string, string>[]> {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  return readCsv(answer.text);
}

describe('the flags as a table', () => {
  it('has a line for each flag of the list with the addresses of the documents behind it', async () => {
    await tell(world, { published: '2026-01-14' });
    const flags = await rows('/flags.csv');
    expect(flags.length).toBeGreaterThan(1);
    expect(flags[0]).toMatchObject({
      acquirer: 'Amazon',
      target: 'Larkspur AI',
      screen: 'Cloud-spend round-tripping',
      state: 'To review',
      sources: 'https://news.example/larkspur',
      as_of: at(0),
    });
    expect(flags[0]?.facts_for).toContain('$4bn');
  });

  it('follows the filters and the order of the page', async () => {
    await tell(world, { published: '2026-01-14' });
    await put('alpha--beta', 'Alpha', 'Beta', 100);
    const all = await rows('/flags.csv');
    expect(all[0]?.acquirer).toBe('Alpha');
    expect(new Set((await rows('/flags.csv?acquirer=Amazon')).map((row) => row.acquirer))).toEqual(new Set(['Amazon']));
    expect((await rows('/flags.csv?acquirer=Amazon&rule=round-trip')).map((row) => row.screen)).toEqual([
      'Cloud-spend round-tripping',
    ]);
    expect(await rows('/flags.csv?state=dismissed')).toEqual([]);
    expect(await rows('/flags.csv?page=99')).toHaveLength(all.length);
  });

  it('has every flag, however many there are', async () => {
    for (let i = 0; i < 120; i += 1) await put(`a--t${i}`, 'A', `T${i}`, i);
    const flags = await rows('/flags.csv');
    expect(flags).toHaveLength(120);
    expect(flags[0]?.target).toBe('T119');
  });

  it('lets no cell run as a formula', async () => {
    await put('evil--beta', '=cmd|calc', '@SUM(A1)', 10, '+1+1');
    expect((await rows('/flags.csv'))[0]).toMatchObject({ acquirer: "'=cmd|calc", target: "'@SUM(A1)", why: "'+1+1" });
  });
});

describe('the deals as a table', () => {
  it('has a line for each sum, as numbers, of the deals that the filters name', async () => {
    await tell(world, { published: '2026-01-14' });
    await put('alpha--beta', 'Alpha', 'Beta', 10);
    const deals = await rows('/deals.csv?q=larkspur');
    expect(deals).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'Investment', value: '4000000000', currency: 'USD', role: 'put in' }),
        expect.objectContaining({ kind: 'Cloud or chip supply', value: '6000000000', role: 'spend back' }),
      ]),
    );
    expect(await rows('/deals.csv?q=nobody')).toEqual([]);
  });
});

describe('the ledger as JSON', () => {
  it('has every pair with its flags, and when each register was read', async () => {
    await tell(world, { published: '2026-01-14' });
    await syncBuiltInSources(world.db, sources, at(0));
    await world.db
      .updateTable('sources')
      .set({ last_ok_at: at(0) })
      .where('authority', '=', 'CMA')
      .execute();
    const answer = await browser.get('/ledger.json');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.body).toMatchObject({ version: 1, asOf: at(0) });
    expect(answer.body.pairs).toMatchObject([
      { acquirer: 'Amazon', target: 'Larkspur AI', sums: { paid: { USD: 4e9 }, committed: { USD: 6e9 } } },
    ]);
    expect(answer.body.pairs[0].flags[0].documents).toHaveLength(1);
  });
});

describe('every file', () => {
  it.each([
    ['/flags.csv', 'dealwatch-flags-2026-06-01.csv'],
    ['/deals.csv', 'dealwatch-deals-2026-06-01.csv'],
    ['/ledger.json', 'dealwatch-ledger-2026-06-01.json'],
  ])('%s is saved under its name and day, guessed as nothing else, and not for strangers', async (path, name) => {
    const { headers } = await browser.get(path);
    expect(headers['content-disposition']).toBe(`attachment; filename=${name}`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toContain('no-store');
    const stranger = await aBrowser(world.app).get(path);
    expect([stranger.status, stranger.headers.location]).toEqual([302, expect.stringMatching(/^\/sign-in/)]);
  });
});

describe('a file of many deals (E04)', () => {
  const DEALS = 1_200;
  const request = { query: new URLSearchParams(), user: null } as unknown as PageRequest;

  beforeEach(async () => {
    await inTransaction(world.db, async (db) => {
      for (let n = 0; n < DEALS; n += 1) {
        const id = `alpha--beta-${n}`;
        const events = [1, 2, 3, 4].map((k) => anEvent(k, 'tranche', { id: `${id}-${k}` }));
        const deals = [aDeal('investment', { id: `${id}--investment`, events })];
        const flag = { ...aFlag({ pairId: id }), why: 'because '.repeat(40) };
        const score = { score: 1, band: 'Low' as const, floor: false };
        await replacePair(db, aPair({ id, target: `Beta ${n}`, deals }), [flag], score, at(0));
      }
    });
  });

  const files: [string, Handler][] = [
    ['flags.csv', flagsCsv],
    ['ledger.json', ledgerJson],
    ['deals.csv', dealsCsv],
  ];

  it.each(files)('%s is made as fast as it is taken, and no faster', async (_name, handler) => {
    const { stream } = (await handler(world.context, request)) as StreamAnswer;
    let size = 0;
    await stream.write(
      new Writable({
        write: (piece, _encoding, done) => {
          size += piece.length;
          done();
        },
      }),
      new AbortController().signal,
    );
    const slow = new PassThrough({ highWaterMark: 1_000 });
    const stop = new AbortController();
    const writing = Promise.resolve(stream.write(slow, stop.signal)).catch((cause: unknown) => cause);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(slow.writableLength + slow.readableLength).toBeLessThan(size / 2);
    stop.abort();
    slow.resume();
    expect(await writing).toMatchObject({ name: 'AbortError' });
  });
});

describe('a paged list read to its end', () => {
  it('gives each row once, even when rows move between pages', async () => {
    const pages = [['a', 'b'], ['b', 'c'], ['d']];
    const list = async ({ page }: { page: number }) => ({ rows: pages[page - 1] ?? [] });
    expect(await everyRow(list, (row) => row, 2)).toEqual(['a', 'b', 'c', 'd']);
    expect(await everyKey(list, (row) => row, 2)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('ends when the last page is full', async () => {
    const list = async ({ page }: { page: number }) => ({ rows: page === 1 ? ['a', 'b'] : [] });
    expect(await everyRow(list, (row) => row, 2)).toEqual(['a', 'b']);
  });
});
