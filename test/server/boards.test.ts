import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { freezeReport, getReport } from '../../db/going-out/report-snapshots.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { liftSuppression, suppress } from '../../db/ledger/suppressions.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import { dayOf, parsePartialDay } from '../../model/day.ts';
import type { DealKind, Term } from '../../model/deal.ts';
import type { RuleId } from '../../model/flag.ts';
import type { Pair, Scrutiny } from '../../model/ledger.ts';
import type { ScrutinyStatus } from '../../model/scrutiny.ts';
import { reportWishIn } from '../../server/forms/report-wish.ts';
import { sources } from '../../sources/index.ts';
import { aFlag, aPair, at } from '../db/world.ts';
import { aWorld, type Browser, signedIn, type World, words } from './world.ts';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await aWorld();
  ({ browser } = await signedIn(world, 'viewer'));
});

function aDeal(kind: DealKind, date: string, terms: Term[] = []): Pair['deals'][number] {
  const role = kind === 'cloud' ? ('commitment' as const) : ('tranche' as const);
  const event = { id: `${kind}-e`, date: parsePartialDay(date), value: 2e9, currency: 'USD', role };
  const rest = { low: null, high: null, instrument: null, factIds: [], documentIds: [], disputedBy: [] };
  const rights = terms.map((term) => ({ term, details: ['Test Person'], factIds: [] }));
  return { id: kind, kind, certainty: 'done', factIds: [], events: [{ ...event, ...rest }], terms: rights };
}

function aCase(authority: string, status: ScrutinyStatus, date: string, stage = 'x'): Scrutiny {
  const step = {
    date: parsePartialDay(date),
    status,
    stage,
    sourceClass: 'official' as const,
    factIds: [],
    documentIds: [],
  };
  return { authority, status, asOf: step.date, source: 'official', needsReview: null, history: [step], proposed: [] };
}

async function put(
  change: Partial<Pair> & { acquirer: string; target: string },
  score = 50,
  band: 'High' | 'Low' = 'High',
) {
  const id = `${change.acquirer}--${change.target}`.toLowerCase();
  const deals = (change.deals ?? []).map((deal) => ({ ...deal, id: `${id}--${deal.id}` }));
  const pair = aPair({ ...change, id, deals, sums: change.sums ?? { paid: { USD: 2e9 }, committed: {}, ceiling: {} } });
  await replacePair(world.db, pair, [aFlag({ pairId: id })], { score, band, floor: false }, world.context.now());
}

const get = async (path: string) => (await browser.get(path)).text;

/** The row of a pair on the board, by authority. */
async function cellsOf(pair: string, query = ''): Promise<Record<string, string>> {
  const $ = load(await get(`/scrutiny${query}`));
  const row = $('.scrutinyboard tbody tr').filter(
    (_, tr) => $(tr).find('th .pair').text().replace(' → ', '/') === pair,
  );
  const cells = row.find('td.cell').toArray();
  return Object.fromEntries(
    cells.map((td) => [$(td).attr('data-label') ?? '', $(td).text().replace(/\s+/g, ' ').trim()]),
  );
}

describe('the scrutiny board', () => {
  it('says unknown where a register is not read, none on record where it is, and hatches one that has fallen behind', async () => {
    await put({ acquirer: 'Alpha', target: 'Beta', deals: [aDeal('investment', '2026-01-01')] });
    await syncBuiltInSources(world.db, sources, at(0));
    expect((await cellsOf('Alpha/Beta')).CMA).toBe('Unknown');
    await world.db
      .updateTable('sources')
      .set({ last_ok_at: at(0), last_run_at: at(0), error_count: 0 })
      .execute();
    expect(await cellsOf('Alpha/Beta')).toMatchObject({ CMA: 'None on record', FTC: 'None on record' });
    const behind = { last_ok_at: at(-60 * 24 * 60), error_count: 31 };
    await world.db.updateTable('sources').set(behind).where('authority', '=', 'FTC').execute();
    expect(await cellsOf('Alpha/Beta')).toMatchObject({ CMA: 'None on record', FTC: 'Unknown' });
    const $ = load(await get('/scrutiny'));
    expect($('.scrutinyboard td.stale').attr('data-label')).toBe('FTC');
    expect(words(await get('/scrutiny'))).toContain('Not read in time: FTC; their silence means nothing');
  });

  it('says once, and calmly, that no register has been read yet', async () => {
    await put({ acquirer: 'Alpha', target: 'Beta', deals: [aDeal('investment', '2026-01-01')] });
    await syncBuiltInSources(world.db, sources, at(0));
    const page = await get('/scrutiny');
    expect(words(page)).toContain('No register has been read yet: silence means nothing so far.');
    expect(words(page)).toMatch(
      /Not read yet: [^.]*CMA[^.]*FTC[^.]*\. They are read as soon as the schedule reaches them/,
    );
    expect(load(page)('li.stale').length).toBe(0);
    await world.db
      .updateTable('sources')
      .set({ last_ok_at: at(0) })
      .where('authority', '=', 'CMA')
      .execute();
    expect(words(await get('/scrutiny'))).toMatch(/CMA ?read 1 Jun 2026.*Not read yet: /);
  });

  it('groups pairs by their gap, counts days, and leaves the low ones out until asked', async () => {
    await put({ acquirer: 'Alpha', target: 'Beta', deals: [aDeal('investment', '2026-05-22')] });
    await put({ acquirer: 'Gamma', target: 'Delta', scrutiny: [aCase('CMA', 'phase1', '2026-05-31')] });
    await put({ acquirer: 'Low', target: 'Score' }, 5, 'Low');
    const text = words(await get('/scrutiny'));
    expect(text).toContain('1 of 2 pairs have no step on record');
    expect(text).toMatch(/No step on record, 1 .*Alpha → Beta .*10since 22 May 2026/);
    expect(text).toMatch(/Step within a year, 1 .*Gamma → Delta .*1since 31 May 2026/);
    expect(text).not.toContain('Low → Score');
    expect(words(await get('/scrutiny?band=all'))).toContain('Low → Score');
    expect(words(await get('/scrutiny?authority=CMA'))).not.toContain('Alpha → Beta');
  });

  it('is a table for spreadsheets, too', async () => {
    await put({ acquirer: 'Alpha', target: 'Beta', scrutiny: [aCase('CMA', 'phase1', '2026-05-31')] });
    const lines = (await get('/scrutiny.csv')).split('\r\n');
    expect(lines.find((line) => line.includes(',CMA,'))).toMatch(
      /^Alpha,Beta,50,High,Step within a year,1,since 31 May 2026,CMA,Phase 1,/,
    );
    expect(lines.find((line) => line.includes(',BKartA,'))).toContain('Not watched');
  });
});

describe('gaps', () => {
  const store = (id: string, score: number, scrutiny: Scrutiny[] = []) => {
    const [acquirer = '', target = ''] = id.split('--');
    const deals = [{ ...aDeal('investment', '2026-01-01'), id: `${id}--investment` }];
    const pair = aPair({ id, acquirer, target, layer: 'model', deals, scrutiny });
    return replacePair(world.db, pair, [aFlag({ pairId: id })], { score, band: 'Medium', floor: false }, at(0));
  };
  const get = async (path: string) => (await browser.get(path)).text;

  it('lists flagged pairs on which nobody has moved, with days and what authorities took on like deals', async () => {
    await store('alpha--beta', 30);
    await store('alpha--gamma', 25, [aCase('CMA', 'phase1', '2026-01-11')]);
    await store('alpha--delta', 20, [aCase('CFIUS', 'phase1', '2026-01-11')]);
    const page = load(await get('/gaps'));
    const rows = page('tbody tr')
      .map((_, row) => page(row).text().replace(/\s+/g, ' ').trim())
      .get();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('alpha → beta 30');
    expect(rows[0]).toContain('151 CMA, 10 days alpha → gamma');
    expect(rows[1]).toContain('alpha → delta');
    expect((await get('/gaps.csv')).split('\r\n')[1]).toContain('alpha,beta,Medium,30,151,CMA 10 alpha--gamma');
  });

  it('says so when there is none', async () =>
    expect(words(await get('/gaps'))).toContain('Nothing is flagged on which nobody has moved'));
});

describe('deadlines', () => {
  it('stand on their day with the rule by which they were counted', async () => {
    const launch = aCase('CMA', 'phase1', '2026-05-05', 'Launch of merger inquiry');
    await put({ acquirer: 'Alpha', target: 'Beta', scrutiny: [launch] });
    const text = words(await get('/deadlines'));
    expect(text).toContain('2 deadlines are ahead');
    expect(text).toMatch(/Alpha → BetaCMA.*40 working days from 5 May 2026/);
    expect((await get('/deadlines.csv')).split('\r\n')[1]).toContain('Alpha,Beta,CMA');
    expect(words(await get('/scrutiny'))).toMatch(/Dates ahead.*Alpha → Beta/);
  });

  it('are said to be none when no case is open', async () => {
    await put({ acquirer: 'Alpha', target: 'Beta', scrutiny: [aCase('CMA', 'cleared', '2026-05-05')] });
    expect(words(await get('/deadlines'))).toContain('No open case sets a deadline');
  });
});

describe('money on record', () => {
  it('stands by layer and group; supply alone and other layers do not count', async () => {
    await put({ acquirer: 'Alpha', target: 'Beta', layer: 'model', deals: [aDeal('investment', '2025-01-01')] });
    await put({ acquirer: 'Gamma', target: 'Delta', layer: 'model', deals: [aDeal('acquihire', '2025-01-01')] });
    const unknown = { paid: {}, committed: {}, ceiling: {} };
    const deals = [aDeal('acquisition', '2025-01-01')];
    await put({ acquirer: 'Gamma', target: 'Epsilon', layer: 'model', deals, sums: unknown });
    await put({ acquirer: 'Omega', target: 'Beta', layer: 'model', deals: [aDeal('cloud', '2025-01-01')] });
    const page = words(await get('/concentration'));
    expect(page).toMatch(/\$4bn, sum known for 2 of 3 pairs.*5,000 of 10,000.*Alpha\$2bn50 %1.*Gamma\$2bn50 %2/);
    expect(page).not.toContain('Omega');
    expect((await get('/concentration.csv')).split('\r\n')[1]).toMatch(/^model,Alpha,2000000000,0.5,1,5000,3,2,/);
  });

  it('is said to be none while there is none', async () => {
    expect(words(await get('/concentration'))).toContain('No deal with money is on record yet');
  });
});

describe('companies', () => {
  beforeEach(async () => {
    await put({
      acquirer: 'Alpha',
      target: 'Beta',
      layer: 'model',
      deals: [aDeal('investment', '2025-01-01', ['board-observer'])],
    });
    await put({
      acquirer: 'Alpha',
      target: 'Delta',
      layer: 'model',
      deals: [aDeal('acquihire', '2025-03-01', ['founder-joins'])],
    });
    await put({ acquirer: 'Gamma', target: 'Alpha', deals: [aDeal('cloud', '2025-02-01')] });
  });

  it('are listed with both sides, found by words of the name, and leave when their pairs do', async () => {
    expect(words(await get('/companies'))).toMatch(/4 companies .*Alpha–21\$4bn\$2bn/);
    expect(words(await get('/companies?q=gam'))).toContain('1 company');
    expect(words(await get('/companies?side=target&sort=name'))).toMatch(/3 companies .*Alpha.*Beta.*Delta/);
    await world.db.deleteFrom('pairs').where('acquirer', '=', 'Gamma').execute();
    expect(words(await get('/companies?q=gam'))).toContain('No company matches');
    expect((await get('/companies.csv')).split('\r\n')[1]).toMatch(/^Alpha,2,0,4000000000,/);
  });

  it('have a page of holdings, suppliers, people, rights and rivals under one owner', async () => {
    expect(await get('/companies/Alpha')).not.toContain('sec.gov');
    const text = words(await get('/companies/Alpha'));
    expect(text).toMatch(/Models2Beta.*Delta/);
    expect(text).toMatch(/Holdings and purchases.*Alpha → Beta .*Suppliers of cloud or chips.*Gamma → Alpha/);
    expect(text).toMatch(/People who movedFounder or chief executive joins: Test Person Delta/);
    expect(text).toMatch(/Rights and preferenceBoard observer: Test Person Beta/);
    expect((await browser.get('/companies/Nobody')).status).toBe(404);
  });
});

describe('the map', () => {
  it('names the groups in which money can come round, with each leg and its proof', async () => {
    const store = (acquirer: string, target: string, kind: DealKind, rule: RuleId, terms: Term[] = []) => {
      const id = `${acquirer}--${target}`.toLowerCase();
      const pair = aPair({
        id,
        acquirer,
        target,
        deals: [{ ...aDeal(kind, '2025-09-22', terms), id: `${id}--${kind}` }],
      });
      const score = { score: 50, band: 'High', floor: false } as const;
      if (kind === 'investment') pair.sums.paid.USD = 2e9;
      return replacePair(world.db, pair, [aFlag({ pairId: id, rule })], score, at(0));
    };
    await store('Nvidia', 'OpenAI', 'investment', 'circular-financing', ['tied-legs']);
    await store('Oracle', 'OpenAI', 'cloud', 'circular-financing');
    await store('Amazon', 'Elsewhere', 'investment', 'round-trip');
    const page = load(await get('/map'));
    const group = page('h2:contains("Groups in which money") + ul > li');
    expect(group.children('b').text()).toBe('Nvidia, OpenAI, Oracle');
    const legs = Array.from(group.find('li'), (leg) => page(leg).text());
    expect(legs).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Nvidia → OpenAI \$2bn/),
        'Oracle → Nvidia, assumed of every cloud',
      ]),
    );
    expect(group.html()).toContain('href="/flags/nvidia--openai/circular-financing"');
    expect(words(await get('/map'))).not.toContain('Elsewhere → ');
  });

  it('draws ties, tells loops from one-way ties, and goes back in time', async () => {
    const deals = [aDeal('investment', '2024-02-01'), aDeal('cloud', '2025-02-01')];
    const sums = { paid: { USD: 2e9 }, committed: { USD: 8e9 }, ceiling: {} };
    await put({ acquirer: 'Alpha', target: 'Beta', deals, sums });
    await put({ acquirer: 'Gamma', target: 'Beta', deals: [aDeal('acquisition', '2025-06-01')] });
    const text = words(await get('/map'));
    expect(text).toContain(
      '2 ties between 3 companies; 1 closes a loop. In the one loop with both sums known, $2bn went in and $8bn',
    );
    expect(load(await get('/map'))('.mb-in, .mb-back, .mb-one')).toHaveLength(3);
    expect(words(await get('/map?show=loops'))).toContain('1 tie between 2 companies');
    expect(words(await get('/map?on=2024-06-01'))).toContain('1 tie between 2 companies; 0 close a loop');
    expect(words(await get('/map?back=60'))).toContain('No tie matches');
    expect((await get('/map.csv')).split('\r\n')).toHaveLength(4);
  });

  it('draws a loop that somebody has put away as any other tie, until that is lifted', async () => {
    const deals = [aDeal('investment', '2024-02-01'), aDeal('cloud', '2025-02-01')];
    await put({ acquirer: 'Alpha', target: 'Beta', deals });
    const { user } = await signedIn(world, 'analyst');
    const now = world.context.now();
    const given = {
      rule: 'round-trip',
      company: null,
      reason: 'On file',
      expiresOn: dayOf(now),
      userId: user.id,
      now,
    } as const;
    const id = await suppress(world.db, { ...given, pairId: 'alpha--beta' });
    expect(words(await get('/map'))).toContain('1 tie between 2 companies; 0 close a loop');
    expect((await get('/map.csv')).split('\r\n')[1]).toContain(',no,');
    expect(words(await get('/deals/alpha--beta'))).toMatch(
      /Cloud-spend round-tripping are put away until .*: On file\./,
    );
    const wish = reportWishIn(new URLSearchParams({ kind: 'dossier', value: '/deals/alpha--beta' }), now, null);
    const { entries } = await getReport(world.db, await freezeReport(world.db, wish));
    expect(entries[0]?.putAway).toMatchObject([{ rule: 'round-trip', reason: 'On file' }]);
    await liftSuppression(world.db, id, user.id, now);
    expect(words(await get('/map'))).toContain('1 closes a loop');
  });

  it.each(['back=-1', 'back=x', 'on=2026-13-01', 'on=9999-01-01', 'layer=x', 'show=x'])(
    'takes an odd query (%s) calmly',
    async (query) => {
      expect((await browser.get(`/map?${query}`)).status).toBe(200);
    },
  );
});
