import { load } from 'cheerio';
import type { Response } from 'superagent';
import { beforeEach, describe, expect, it } from 'vitest';
import { replacePair } from '../../db/ledger/ledger.ts';
import { publish } from '../../jobs/publish.ts';
import type { Pair } from '../../model/ledger.ts';
import { routes } from '../../server/routes.ts';
import { at } from '../db/world.ts';
import { aDeal, anEvent, aPair, aScrutiny, aStep } from '../helpers/build.ts';
import { readCsv } from '../helpers/csv.ts';
import { aBrowser, aWorld, type Browser, signedIn, type World, words } from './world.ts';

const run = { signal: new AbortController().signal, warn: () => undefined };
const INVESTMENT = 'amazon--anthropic--investment';

let world: World;
let stranger: Browser;
beforeEach(async () => {
  world = await aWorld({ settings: { OPEN_DATA: 'on', PUBLIC_URL: 'https://deals.example.org' } });
  stranger = aBrowser(world.app);
});

const investment = (value: number) =>
  aDeal('investment', { id: INVESTMENT, events: [anEvent(value, 'tranche', { date: '2026-03' })] });
const cloud = aDeal('cloud', { id: 'amazon--anthropic--cloud', events: [anEvent(2e9, 'commitment')] });
const talks = aDeal('acquisition', { id: 'amazon--anthropic--acquisition', certainty: 'reported' });

async function store(pair: Pair): Promise<void> {
  await replacePair(world.db, pair, [], { score: 50, band: 'High', floor: false }, world.context.now());
}

const aTie = (value: number, more: Pair['deals'] = [cloud, talks]) =>
  aPair({
    deals: [investment(value), ...more],
    sums: { paid: { USD: value }, committed: { USD: 2e9 } },
    scrutiny: [aScrutiny('CMA', aStep('phase1', '2026-04-01'))],
  });

async function published(pair: Pair): Promise<void> {
  await store(pair);
  await publish.run(world.context, run);
}

const json = async (path: string) =>
  (await stranger.get(path).buffer(true)).body as {
    licence: string;
    asOf: string;
    ties: { id: string; link: string; inUsd: number; withdrawn: string | null; sums: object[] }[];
  };

const lines = async (path: string) =>
  (await stranger.get(path).buffer(true).parse(asText)).body
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line: string) => JSON.parse(line));

function asText(res: Response, done: (error: Error | null, text: string) => void): void {
  let text = '';
  res.on('data', (chunk) => (text += chunk));
  res.on('end', () => done(null, text));
}

describe('open data', () => {
  it('is closed unless the setting says otherwise: nothing is published, no page is there', async () => {
    const closed = await aWorld();
    await replacePair(closed.db, aTie(1e9), [], { score: 50, band: 'High', floor: false }, at(0));
    expect(await publish.hasWork?.(closed.context)).toBe(false);
    const { browser } = await signedIn(closed, 'admin');
    for (const { path } of routes.filter((route) => route.path.startsWith('/open'))) {
      const address = path.replace(':id', INVESTMENT);
      expect([address, (await aBrowser(closed.app).get(address)).status]).toEqual([address, 404]);
      expect((await browser.get(address)).status).toBe(404);
    }
  });

  it('shows strangers who funds and supplies whom, without talks, flags or decisions', async () => {
    await published(aTie(4e9));
    const page = await stranger.get('/open');
    expect(page.status).toBe(200);
    const said = words(page.text);
    expect(said).toContain('2 ties between 2 companies');
    expect(said).toContain('$4bn');
    expect(said).toContain('CMA');
    expect(load(page.text)('table').text()).not.toMatch(/acquisition|score|to review/i);
    expect(load(page.text)('form[method=post]').length).toBe(0);
    expect((await stranger.get('/open?q=nobody')).text).toContain('No tie matches.');
  });

  it('is given as CSV, JSON and FollowTheMoney with a permanent link for each tie', async () => {
    await published(aTie(4e9));
    const { licence, ties, asOf } = await json('/open/ties.json');
    expect([licence, asOf]).toEqual(['CC BY 4.0', world.context.now()]);
    expect(ties.map((tie) => tie.link)).toEqual([
      'https://deals.example.org/open/ties/amazon--anthropic--cloud',
      `https://deals.example.org/open/ties/${INVESTMENT}`,
    ]);
    expect(ties[1]).toMatchObject({ inUsd: 4e9, withdrawn: null, sums: [{ value: 4e9, currency: 'USD' }] });
    const rows = readCsv((await stranger.get('/open/ties.csv').buffer(true)).text);
    expect(rows.map((row) => [row.id, row.in_usd, row.back_usd])).toEqual([
      ['amazon--anthropic--cloud', '', '2000000000'],
      [INVESTMENT, '4000000000', ''],
    ]);
    const entities = await lines('/open/entities.ftm.jsonl');
    expect(entities.filter((one: { schema: string }) => one.schema === 'Company')).toHaveLength(2);
    const tie = await stranger.get(`/open/ties/${INVESTMENT}`);
    expect(words(tie.text)).toContain(`Permanent link https://deals.example.org/open/ties/${INVESTMENT}`);
    const one = await stranger.get(`/open/ties/${INVESTMENT}.json`);
    expect(one.body).toMatchObject({ id: INVESTMENT, inUsd: 4e9 });
    const again = await stranger.get(`/open/ties/${INVESTMENT}.json`).set('If-None-Match', String(one.headers.etag));
    expect(again.status).toBe(304);
  });

  it('tells what changed, was added and was withdrawn since a moment, and keeps the address of what is gone', async () => {
    await published(aTie(4e9));
    const { asOf } = await json('/open/ties.json');
    world.forward(60);
    await published(aTie(6e9, [aDeal('partnership', { id: 'amazon--anthropic--partnership' })]));
    const changed = await json(`/open/ties.json?since=${asOf}`);
    expect(changed.ties.map((tie) => [tie.id, tie.inUsd, tie.withdrawn !== null])).toEqual([
      ['amazon--anthropic--cloud', null, true],
      [INVESTMENT, 6e9, false],
      ['amazon--anthropic--partnership', null, false],
    ]);
    expect((await json(`/open/ties.json?since=${changed.asOf}`)).ties).toEqual([]);
    const ops = (await lines(`/open/entities.ftm.jsonl?since=${asOf}`)).map((line: { op: string }) => line.op);
    expect(new Set(ops)).toEqual(new Set(['ADD', 'DEL']));
    const gone = await stranger.get('/open/ties/amazon--anthropic--cloud');
    expect([gone.status, words(gone.text)]).toEqual([200, expect.stringContaining('Withdrawn')]);
    expect((await json('/open/ties.json')).ties.map((tie) => tie.id)).not.toContain('amazon--anthropic--cloud');
  });

  it('keeps its times when nothing changed, and asks nothing of the ledger then', async () => {
    await published(aTie(4e9));
    const before = (await stranger.get(`/open/ties/${INVESTMENT}.json`)).body;
    expect(await publish.hasWork?.(world.context)).toBe(false);
    world.forward(60);
    await publish.run(world.context, run);
    expect((await stranger.get(`/open/ties/${INVESTMENT}.json`)).body).toEqual(before);
  });

  it('does nothing with hostile names, and turns away what is no moment', async () => {
    const evil = `=cmd|' /C calc'!A0<script>alert(1)</script>`;
    await published({ ...aTie(4e9), id: 'evil--beta', acquirer: evil });
    const $ = load((await stranger.get('/open')).text);
    expect($('script:not([src])').length).toBe(0);
    expect($('main').text()).toContain('<script>alert(1)</script>');
    expect((await stranger.get('/open/ties.csv').buffer(true)).text).toContain("'=cmd|");
    expect((await stranger.get('/open/ties.json?since=yesterday')).status).toBe(422);
    expect((await stranger.get('/open/ties/no-such')).status).toBe(404);
  });
});
