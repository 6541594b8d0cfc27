import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { replacePair } from '../../db/ledger/ledger.ts';
import { getFlag, listFlags } from '../../db/review/flags.ts';
import { decisionsOf } from '../../db/review/reviews.ts';
import { parsePartialDay } from '../../model/day.ts';
import type { Pair } from '../../model/ledger.ts';
import { aFlag, aPair } from '../db/world.ts';
import { aWorld, type Browser, post, signedIn, type World, words } from './world.ts';

let world: World;
let browser: Browser;
let csrf: string;
let own: number;

const page = { page: 1, pageSize: 50 };

beforeEach(async () => {
  world = await aWorld();
  const signed = await signedIn(world, 'analyst');
  ({ browser, csrf } = signed);
  own = signed.user.id;
  await keep(
    aPair({
      layer: 'chip',
      deals: [aDeal('alpha--beta', 'investment', 'done'), aDeal('alpha--beta', 'cloud', 'done')],
      sums: { paid: { USD: 2e9 }, committed: {}, ceiling: {} },
      scrutiny: [aCase('CMA', 'phase1', true), aCase('FTC', 'phase2', false)],
    }),
    ['round-trip', 'exclusivity'],
  );
  await keep(
    aPair({
      id: 'gamma--delta',
      acquirer: 'Gamma',
      target: 'Delta Works',
      deals: [aDeal('gamma--delta', 'acquisition', 'reported')],
    }),
    ['round-trip'],
  );
});

function aDeal(pair: string, kind: Pair['deals'][number]['kind'], certainty: Pair['deals'][number]['certainty']) {
  const date = parsePartialDay('2026-03-01');
  const event = { id: `${pair}-${kind}`, date, value: 2e9, currency: 'USD', role: 'tranche' as const };
  const rest = { low: null, high: null, instrument: null, factIds: [], documentIds: [], disputedBy: [] };
  return { id: `${pair}--${kind}`, kind, certainty, factIds: [], events: [{ ...event, ...rest }], terms: [] };
}

function aCase(authority: string, status: Pair['scrutiny'][number]['status'], established: boolean) {
  const date = parsePartialDay('2026-04-02');
  const step = { date, status, stage: 'x', sourceClass: 'press' as const, factIds: [], documentIds: [] };
  const lists = established ? { history: [step], proposed: [] } : { history: [], proposed: [step] };
  return { authority, status, asOf: date, source: 'reported' as const, needsReview: null, ...lists };
}

async function keep(pair: Pair, rules: ('round-trip' | 'exclusivity')[]): Promise<void> {
  const flags = rules.map((rule) => aFlag({ pairId: pair.id, rule }));
  const score = { score: 40, band: 'Medium' as const, floor: false };
  await replacePair(world.db, pair, flags, score, world.context.now());
}

const shown = async (query: string) => {
  const $ = load((await browser.get(`/flags?${query}`)).text);
  return $('.fl')
    .toArray()
    .map((row) => $(row).attr('data-flag'));
};

/** The count beside a value of a filter, as the page shows it. */
async function countBeside(query: string, name: string, value: string): Promise<string | null> {
  const $ = load((await browser.get(`/flags?${query}`)).text);
  const option = $(`#filters input[name=${name}][value="${value}"]`);
  return option.length ? option.closest('label').find('.n').text() : null;
}

describe('the filters of the queue', () => {
  it.each([
    ['kind=acquisition', ['gamma--delta/round-trip']],
    ['kind=cloud', ['alpha--beta/round-trip', 'alpha--beta/exclusivity']],
    ['kind=cloud&rule=exclusivity', ['alpha--beta/exclusivity']],
    ['layer=chip', ['alpha--beta/round-trip', 'alpha--beta/exclusivity']],
    ['certainty=reported', ['gamma--delta/round-trip']],
    ['authority=CMA&status=phase1', ['alpha--beta/round-trip', 'alpha--beta/exclusivity']],
    ['target=works', ['gamma--delta/round-trip']],
    ['q=works+gamma', ['gamma--delta/round-trip']],
    ['q=works+alpha', []],
    ['least=1500', ['alpha--beta/round-trip', 'alpha--beta/exclusivity']],
    ['most=1500', []],
    ['from=2026-04-01', ['alpha--beta/round-trip', 'alpha--beta/exclusivity']],
    ['to=2026-03-31', ['gamma--delta/round-trip']],
    ['changed=2026-06-02', []],
    ['assignee=me', []],
  ])('%s', async (query, flags) => {
    expect(await shown(query)).toEqual(flags);
  });

  it('do not take the word of one outlet for a step, nor another authority’s status for this one’s', async () => {
    expect(await shown('authority=FTC')).toEqual([]);
    expect(await shown('authority=FTC&status=phase1')).toEqual([]);
    expect(await countBeside('', 'authority', 'FTC')).toBeNull();
  });

  it.each([
    ['', 'kind', 'cloud', '2'],
    ['', 'kind', 'acquisition', '1'],
    ['kind=acquisition', 'kind', 'cloud', '2'],
    ['kind=acquisition', 'layer', 'chip', null],
    ['rule=exclusivity', 'kind', 'cloud', '1'],
    ['q=gamma', 'certainty', 'reported', '1'],
    ['q=gamma', 'rule', 'exclusivity', null],
    ['status=phase1', 'authority', 'CMA', '2'],
    ['', 'assignee', 'nobody', '3'],
  ])('count with all others kept: %s, %s=%s is %s', async (query, name, value, count) => {
    expect(await countBeside(query, name, value)).toBe(count);
  });

  it('keep their counts when a pair changes, is decided about, and goes', async () => {
    await keep(aPair({ layer: 'chip', deals: [aDeal('alpha--beta', 'cloud', 'done')] }), ['round-trip']);
    expect(await countBeside('', 'kind', 'cloud')).toBe('1');
    expect(await countBeside('', 'kind', 'investment')).toBeNull();
    const flag = await getFlag(world.db, 'alpha--beta', 'round-trip');
    await post(browser, '/flags', {
      _csrf: csrf,
      action: 'watch',
      pick: `alpha--beta/round-trip ${flag?.evidenceHash}`,
    });
    expect(await countBeside('', 'kind', 'cloud')).toBeNull();
    expect(await countBeside('state=watching', 'kind', 'cloud')).toBe('1');
    await world.db.deleteFrom('pairs').execute();
    expect(await countBeside('state=all', 'kind', 'acquisition')).toBeNull();
  });

  it('are in the files beside the page, too', async () => {
    const flags = (await browser.get('/flags.json?kind=acquisition')).body as {
      count: number;
      flags: { pairId: string }[];
    };
    expect(flags).toMatchObject({ count: 1, flags: [{ pairId: 'gamma--delta' }] });
    expect((await browser.get('/flags.csv?kind=acquisition')).text).not.toContain('Alpha');
  });
});

describe('several flags at once', () => {
  const picks = async () =>
    (await listFlags(world.db, page)).rows.map((f) => `${f.pairId}/${f.rule} ${f.evidenceHash}`);
  const send = (fields: object) =>
    browser
      .post('/flags')
      .type('form')
      .send({ _csrf: csrf, next: '/flags', ...fields });

  it('are decided in one go, each with its own record', async () => {
    await send({ action: 'dismiss', reason: 'talks_only', note: 'All talks', pick: await picks() });
    expect((await listFlags(world.db, { state: 'dismissed', ...page })).total).toBe(3);
    expect(await decisionsOf(world.db, 'gamma--delta')).toMatchObject([{ reason: 'talks_only', note: 'All talks' }]);
    expect(words((await browser.get('/flags')).text)).toContain('Dismissed: 3 flags.');
  });

  it('are left alone where someone was quicker, and the page says so', async () => {
    const before = await picks();
    await send({ action: 'watch', pick: [before[0]] });
    await send({ action: 'confirm', pick: before });
    const text = words((await browser.get('/flags')).text);
    expect(text).toContain('Confirmed: 2 flags. One was left as they are: Test analyst has decided');
    expect((await listFlags(world.db, { state: 'watching', ...page })).total).toBe(1);
  });

  it.each([
    [{ action: 'confirm' }, 'Select at least one flag'],
    [{ action: 'dismiss', pick: ['alpha--beta/round-trip x'] }, 'Choose the reason'],
    [{ action: 'assign', pick: ['alpha--beta/round-trip x'] }, 'Choose who is to look'],
    [{ action: 'assign', assignee: '999', pick: ['alpha--beta/round-trip x'] }, 'Choose someone who may decide'],
    [{ action: 'what', pick: ['alpha--beta/round-trip x'] }, 'Choose what to do'],
  ])('are refused when something is missing: %j', async (fields, sentence) => {
    const answer = await send(fields);
    expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining(sentence)]);
    expect(await decisionsOf(world.db, 'alpha--beta')).toEqual([]);
  });
});

describe('asking someone to look', () => {
  it('shows in the queue, filters by it, and lasts when the evidence changes', async () => {
    await post(browser, '/flags/alpha--beta/round-trip/assign', { _csrf: csrf, assignee: String(own) });
    expect(await shown('assignee=me')).toEqual(['alpha--beta/round-trip']);
    expect(await countBeside('', 'assignee', 'me')).toBe('1');
    expect(await shown('assignee=nobody')).toHaveLength(2);
    await keep(aPair({ layer: 'model' }), ['round-trip']);
    expect(await shown('assignee=me')).toEqual(['alpha--beta/round-trip']);
    await post(browser, '/flags/alpha--beta/round-trip/assign', { _csrf: csrf, assignee: 'nobody' });
    expect(await shown('assignee=me')).toEqual([]);
  });

  it('needs a flag that stands', async () => {
    const answer = await post(browser, '/flags/alpha--beta/acqui-hire/assign', { _csrf: csrf, assignee: String(own) });
    expect(answer.status).toBe(404);
  });
});

describe('what others decide meanwhile', () => {
  it('is told to an open window, without what the person decided alone', async () => {
    const flag = await getFlag(world.db, 'alpha--beta', 'round-trip');
    const other = await signedIn(world, 'admin');
    const sent = { action: 'watch', pick: `alpha--beta/round-trip ${flag?.evidenceHash}` };
    await post(other.browser, '/flags', { _csrf: other.csrf, ...sent });
    const news = (await browser.get('/flags/news.json?after=0')).body as { latest: number; decisions: object[] };
    expect(news.decisions).toEqual([
      { flag: 'alpha--beta/round-trip', text: expect.stringContaining('Put on watch by Test admin') },
    ]);
    expect((await browser.get(`/flags/news.json?after=${news.latest}`)).body).toMatchObject({ decisions: [] });
    expect((await other.browser.get('/flags/news.json?after=0')).body).toMatchObject({ decisions: [] });
  });
});

describe('views', () => {
  const names = async (who = browser) => {
    const $ = load((await who.get('/flags')).text);
    return $('.views li a')
      .toArray()
      .map((a) => [$(a).text(), $(a).attr('href')]);
  };

  it('keep filters under a name, for their owner or for everybody', async () => {
    const other = await signedIn(world, 'viewer');
    await post(browser, '/views', { _csrf: csrf, page: 'flags', query: 'band=High&sort=newest', name: 'Mine' });
    await post(browser, '/views', { _csrf: csrf, page: 'flags', query: 'kind=cloud', name: 'Cloud', shared: 'yes' });
    expect(await names()).toEqual([
      ['Cloud', '/flags?kind=cloud'],
      ['Mine', '/flags?band=High&sort=newest'],
    ]);
    expect(await names(other.browser)).toEqual([['Cloud', '/flags?kind=cloud']]);
  });

  it('are replaced by one of the same name, and taken out by their owner alone', async () => {
    const other = await signedIn(world, 'viewer');
    await post(browser, '/views', { _csrf: csrf, page: 'flags', query: 'band=High', name: 'One', shared: 'yes' });
    await post(browser, '/views', { _csrf: csrf, page: 'flags', query: 'band=Low', name: 'One', shared: 'yes' });
    expect(await names()).toEqual([['One', '/flags?band=Low']]);
    const id = (await world.db.selectFrom('saved_views').select('id').executeTakeFirstOrThrow()).id;
    expect((await post(other.browser, `/views/${id}/delete`, { _csrf: other.csrf })).status).toBe(404);
    expect((await post(browser, `/views/${id}/delete`, { _csrf: csrf })).status).toBe(303);
    expect(await names()).toEqual([]);
  });

  it('need a name and a page that has views', async () => {
    expect((await post(browser, '/views', { _csrf: csrf, page: 'flags', query: '', name: ' ' })).status).toBe(422);
    expect((await post(browser, '/views', { _csrf: csrf, page: 'people', query: '', name: 'x' })).status).toBe(422);
  });
});

describe('a link to one flag of the queue', () => {
  const opened = async (query: string) => {
    const $ = load((await browser.get(`/flags?${query}`)).text);
    return { why: $('.panel h2').text(), pair: $('.panel .pair').text(), said: $('main').text() };
  };

  it('opens that flag though the filters leave it out, and never another in its place', async () => {
    const { pair, said } = await opened('q=alpha&flag=gamma--delta%2Fround-trip');
    expect(pair).toContain('Delta Works');
    expect(said).toContain('A flag outside this list');
  });

  it('opens it after somebody has decided it', async () => {
    const flag = await getFlag(world.db, 'alpha--beta', 'exclusivity');
    const decision = { _csrf: csrf, action: 'confirm', evidence: flag?.evidenceHash ?? '', next: '/flags' };
    expect((await post(browser, '/flags/alpha--beta/exclusivity', decision)).status).toBe(303);
    expect(await shown('')).not.toContain('alpha--beta/exclusivity');
    const { why } = await opened('flag=alpha--beta%2Fexclusivity');
    expect(why).toContain('Exclusive');
  });

  it('says so when the flag no longer stands, and shows the queue', async () => {
    const { said } = await opened('flag=gone--firm%2Fround-trip');
    expect(said).toContain('does not stand');
  });
});
