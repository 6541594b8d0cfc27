import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { replacePair } from '../../db/ledger/ledger.ts';
import type { User } from '../../db/people/users.ts';
import { decide } from '../../db/review/reviews.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import type { Band } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import { sources } from '../../sources/index.ts';
import { aFlag, aPair, at } from '../db/world.ts';
import { aDeal, anEvent, aScrutiny, aStep } from '../helpers/build.ts';
import { aBrowser, aWorld, type Browser, signedIn, type World, words } from './world.ts';

let world: World;
let browser: Browser;
let user: User;

beforeEach(async () => {
  world = await aWorld();
  ({ browser, user } = await signedIn(world, 'viewer'));
});

async function put(change: Partial<Pair> & { id: string }, score = 10, band: Band = 'Low', flags = 0): Promise<void> {
  const deals = change.deals?.map((deal, i) => ({ ...deal, id: `${change.id}--${i}` })) ?? [];
  const raised = (['round-trip', 'circular-financing'] as const).slice(0, flags);
  const found = raised.map((rule) => aFlag({ pairId: change.id, rule }));
  await replacePair(world.db, aPair({ ...change, deals }), found, { score, band, floor: false }, at(0));
}

const get = async (path: string) => (await browser.get(path)).text;
const namesOn = (html: string) => {
  const $ = load(html);
  return $('table.deals th[scope=row]')
    .toArray()
    .map((th) => $(th).text().replace(' → ', '/'));
};
async function row(): Promise<(label: string) => string> {
  const $ = load(await get('/deals'));
  return (label) => $(`td[data-label="${label}"]`).first().text().replace(/\s+/g, ' ').trim();
}

describe('the list of deals', () => {
  it('keeps put in, promised and spend back apart, each in its own currencies, a ceiling beside them', async () => {
    await put({
      id: 'alpha--beta',
      deals: [aDeal('investment', { events: [anEvent(4e9, 'future')] }), aDeal('cloud', { certainty: 'reported' })],
      sums: { paid: { USD: 2e9, EUR: 15e6 }, committed: { USD: 3e9 }, ceiling: { USD: 20e9 } },
    });
    const cell = await row();
    expect(cell('Put in')).toBe('$2bn and €15m');
    expect(cell('Promised')).toBe('$4bn ceiling $20bn, not added');
    expect(cell('Spend back')).toBe('$3bn');
    expect(cell('Kind')).toBe('Investment, Cloud or chip supply reported');
  });

  it('tells a sum that is unknown from one that there is none of', async () => {
    await put({ id: 'alpha--beta', deals: [aDeal('investment')] });
    const cell = await row();
    expect([cell('Put in'), cell('Promised'), cell('Spend back')]).toEqual(['sum unknown', 'none known', 'none known']);
    await put({ id: 'alpha--beta', sums: { paid: {}, committed: {}, ceiling: { USD: 5e9 } } });
    expect((await row())('Promised')).toBe('up to $5bn a ceiling, not added');
  });

  it('says the score, the band and how many flags there are and are decided', async () => {
    await put({ id: 'alpha--beta' }, 61, 'High', 2);
    const cell = await row();
    expect([cell('Score'), cell('Band'), cell('Flags')]).toEqual(['61', 'High', '2']);
    expect(load(await get('/deals'))('table.deals th a').attr('href')).toBe('/deals/alpha--beta');
    const { evidenceHash } = aFlag({ pairId: 'alpha--beta' });
    const decision = { pairId: 'alpha--beta', rule: 'round-trip' as const, evidenceHash, userId: user.id, now: at(0) };
    await decide(world.db, { ...decision, action: 'confirm', reason: null, note: null });
    expect((await row())('Flags')).toBe('2 1 decided');
  });

  it('names the latest step of an authority, or which kind of nothing is known', async () => {
    await put({ id: 'alpha--beta' });
    expect((await row())('Authorities')).toMatch(/^(Unknown|Not watched)/);
    const cma = aScrutiny('CMA', aStep('phase1', '2025-11-03'));
    await put({ id: 'alpha--beta', scrutiny: [aScrutiny('FTC', aStep('cleared', '2024-01-02')), cma] });
    expect((await row())('Authorities')).toMatch(/^Phase 1 CMA, 3 Nov 2025/);
    await put({ id: 'alpha--beta', scrutiny: [{ ...cma, history: [], proposed: cma.history }] });
    expect((await row())('Authorities')).toMatch(/^Phase 1\? CMA, one outlet/);
  });

  it('says none on record only when the registers are read, and names those that are late', async () => {
    await put({ id: 'alpha--beta' });
    await syncBuiltInSources(world.db, sources, at(0));
    expect((await row())('Authorities')).toMatch(/^Unknown CMA, FTC.* not read$/);
    await world.db
      .updateTable('sources')
      .set({ last_ok_at: at(0), last_run_at: at(0), error_count: 0 })
      .execute();
    expect((await row())('Authorities')).toMatch(/^None on record \d+ registers read$/);
    await world.db
      .updateTable('sources')
      .set({ last_ok_at: at(-60 * 24 * 30), error_count: 31 })
      .where('authority', '=', 'CMA')
      .execute();
    expect((await row())('Authorities')).toMatch(/^None on record \d+ registers? read; CMA not read$/);
  });

  it('narrows by words of the names, group, kind and band, and says which filter hides everything', async () => {
    await put({ id: 'alpha--beta', deals: [aDeal('investment')] }, 61, 'High');
    await put({ id: 'gamma--delta', acquirer: 'Gamma', target: 'Delta Models', deals: [aDeal('cloud')] }, 10);
    expect(namesOn(await get('/deals?q=models+gam'))).toEqual(['Gamma/Delta Models']);
    expect(namesOn(await get('/deals?acquirer=Alpha'))).toEqual(['Alpha/Beta']);
    expect(namesOn(await get('/deals?kind=cloud'))).toEqual(['Gamma/Delta Models']);
    expect(namesOn(await get('/deals?band=High&kind=nope&band=nope'))).toEqual(['Alpha/Beta']);
    const none = load(await get('/deals?band=High&kind=cloud'));
    expect(none('.empty-s').text()).toContain('No deal matches');
    expect(none('.chip').first().text()).toContain('band High');
    expect(none('.chip').first().attr('href')).toBe('/deals?kind=cloud');
  });

  it('orders by score, by name and by the latest event, and by nothing else', async () => {
    const on = (date: string) => [aDeal('investment', { events: [anEvent(1e9, 'tranche', { date })] })];
    await put({ id: 'b--x', acquirer: 'B', target: 'X', deals: on('2024-01-01') }, 50);
    await put({ id: 'a--x', acquirer: 'A', target: 'X', deals: on('2025-01-01') }, 10);
    await put({ id: 'c--x', acquirer: 'C', target: 'X', deals: on('2026-01-01') }, 30);
    expect(namesOn(await get('/deals'))).toEqual(['B/X', 'C/X', 'A/X']);
    expect(namesOn(await get('/deals?sort=name'))).toEqual(['A/X', 'B/X', 'C/X']);
    expect(namesOn(await get('/deals?sort=newest'))).toEqual(['C/X', 'A/X', 'B/X']);
    expect(namesOn(await get('/deals?sort=constructor'))).toEqual(['B/X', 'C/X', 'A/X']);
  });

  it('shows a hundred at a time and keeps the filters from page to page', async () => {
    for (let i = 0; i < 102; i += 1) await put({ id: `a--t${i}`, acquirer: 'A', target: `T${i}` }, i);
    const first = await get('/deals?q=t&sort=score');
    expect(namesOn(first)).toHaveLength(100);
    const next = load(first)('.pager a[rel=next]').attr('href') ?? '';
    expect(next).toContain('q=t');
    expect(namesOn(await get(next))).toEqual(['A/T1', 'A/T0']);
  });

  it('says in words that there is nothing yet, and is not for strangers', async () => {
    expect(words(await get('/deals'))).toContain('No deal is on record yet');
    const { status, headers } = await aBrowser(world.app).get('/deals');
    expect([status, headers.location]).toEqual([302, '/sign-in?next=%2Fdeals']);
  });

  it('keeps names that would be markup as words', async () => {
    const evil = '</a><script>alert(1)</script>';
    await put({ id: 'evil--beta', acquirer: evil });
    const page = await get(`/deals?q=${encodeURIComponent(evil)}&acquirer=${encodeURIComponent(evil)}`);
    expect(load(page)('main script')).toHaveLength(0);
    expect(namesOn(page)).toEqual([`${evil}/Beta`]);
  });
});
