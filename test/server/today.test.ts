import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { decide } from '../../db/review/reviews.ts';
import { claimSource, finishSource } from '../../db/sources/source-turns.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import { parsePartialDay } from '../../model/day.ts';
import type { Deal, DealEvent, Pair, Scrutiny } from '../../model/ledger.ts';
import { aDocument, aFlag, aPair } from '../db/world.ts';
import { aBrowser, aWorld, type Browser, signedIn, signInAs, type World, words } from './world.ts';

const HIGH = { score: 50, band: 'High', floor: false } as const;
const HOURS = 60;

const event = (change: Partial<DealEvent> = {}): DealEvent => ({
  id: 'e',
  date: parsePartialDay('2026-05-30'),
  value: 2e9,
  currency: 'USD',
  role: 'tranche',
  low: null,
  high: null,
  instrument: null,
  factIds: [],
  documentIds: [],
  disputedBy: [],
  ...change,
});

const investment = (events: DealEvent[]): Deal => ({
  id: 'alpha--beta--investment',
  kind: 'investment',
  certainty: 'done',
  factIds: [],
  events,
  terms: [],
});

const phase1: Scrutiny = {
  authority: 'CMA',
  status: 'phase1',
  asOf: parsePartialDay('2026-05-31'),
  source: 'official',
  needsReview: null,
  proposed: [],
  history: [
    {
      date: parsePartialDay('2026-05-31'),
      status: 'phase1',
      stage: 'Inquiry launched',
      sourceClass: 'official',
      factIds: [],
      documentIds: [],
    },
  ],
};

function known(change: Partial<Pair> = {}): Pair {
  const deals = change.deals ?? [investment([event()])];
  const id = change.id ?? 'alpha--beta';
  return aPair({ ...change, deals: deals.map((deal) => ({ ...deal, id: `${id}--${deal.kind}` })) });
}

/** Someone who was here before a pair was known, and comes back three hours later. */
async function aReturn(): Promise<{ world: World; browser: Browser }> {
  const world = await aWorld();
  const { browser } = await signedIn(world, 'analyst');
  await replacePair(world.db, known(), [aFlag()], HIGH, world.context.now());
  world.forward(3 * HOURS);
  return { world, browser };
}

/** The page's sections with their lines, in words. */
async function sections(browser: Browser, path = '/'): Promise<Record<string, string[]>> {
  const page = load((await browser.get(path).expect(200)).text);
  const entries = page('.csec').map((_, section) => {
    const lines = page(section).find('.chg');
    return { id: page(section).attr('id') ?? '', lines: lines.map((_, line) => words(page(line).html() ?? '')).get() };
  });
  return Object.fromEntries(entries.get().map(({ id, lines }) => [id, [lines].flat()]));
}

describe('Today', () => {
  it('is for people who are signed in', async () => {
    const world = await aWorld();
    await aBrowser(world.app)
      .get('/')
      .expect(302)
      .expect('Location', /sign-in/);
  });

  it('tells what changed since the last visit, authorities first, each with a link to where it is proved', async () => {
    const { world, browser } = await aReturn();
    const { id } = await saveDocument(world.db, aDocument());
    const more = event({ id: 'e2', value: 5e9, date: parsePartialDay('2026-06-01'), documentIds: [id] });
    const changed = known({ deals: [investment([event(), more])], scrutiny: [phase1] });
    await replacePair(world.db, changed, [aFlag({ rule: 'staged-stake' }), aFlag()], HIGH, world.context.now());
    const html = (await browser.get('/')).text;
    const page = load(html);
    expect(words(page('.stand').html() ?? '')).toContain(
      'Since your last visit, on 1 Jun 2026, 12:00 UTC: 3 changes on 1 pair.',
    );
    expect(
      page('.csec')
        .map((_, s) => page(s).attr('id'))
        .get(),
    ).toEqual(['scrutiny', 'money', 'flags']);
    expect(words(page('#scrutiny .chg').html() ?? '')).toContain('CMA: Phase 1 (Inquiry launched), 31 May 2026');
    expect(words(page('#money .chg').html() ?? '')).toMatch(
      /put in \$5bn, Investment, 1 Jun 2026.*press, Example News/,
    );
    expect(page('#money .pair').attr('href')).toBe('/deals/alpha--beta#money');
    expect(page('#flags a[href="/flags/alpha--beta/staged-stake"]').text()).toBe('Creeping stake');
    expect(page('#flags .by').text()).toBe('score 50, High');
    expect(page('#flags').text()).not.toContain('Round-tripping');
  });

  it('shows figures that contradict each other side by side, and a reopened flag as such', async () => {
    const { world, browser } = await aReturn();
    const flag = aFlag();
    const { user } = await findUser(world);
    await decide(world.db, {
      ...flag,
      action: 'confirm',
      reason: null,
      note: null,
      userId: user,
      now: world.context.now(),
    });
    const other = { documentId: 'd', value: 3e9, currency: 'USD', factId: 'f' };
    const disputed = event({ value: 7e9, disputedBy: [other] });
    world.forward(1);
    const changed = known({ deals: [investment([event(), disputed])] });
    await replacePair(world.db, changed, [aFlag({ key: 'new evidence' })], HIGH, world.context.now());
    const told = await sections(browser);
    expect(Object.keys(told)).toEqual(['flags', 'disagreeing']);
    expect(told.flags?.[0]).toContain('reopened by new evidence');
    expect(told.disagreeing?.[0]).toContain('put in $7bn against $3bn');
  });

  it('lists a new pair under its flags, or as a deal without one', async () => {
    const { world, browser } = await aReturn();
    const without = known({ id: 'gamma--delta', acquirer: 'Gamma', target: 'Delta', sums: sums(2e9) });
    const flagged = known({ id: 'gamma--eta', acquirer: 'Gamma', target: 'Eta' });
    await replacePair(world.db, without, [], { ...HIGH, score: 0, band: 'none' }, world.context.now());
    await replacePair(world.db, flagged, [aFlag({ pairId: 'gamma--eta' })], HIGH, world.context.now());
    const told = await sections(browser);
    expect(told.deals).toHaveLength(1);
    expect(told.deals?.[0]).toContain('Gamma → Delta Investment; put in $2bn');
    expect(told.flags).toHaveLength(1);
    expect(told.flags?.[0]).toMatch(/^1 Jun 2026 ?Gamma → Eta Round-tripping new deal; score 50, High$/);
  });

  it('looks back to a given day, and refuses one that does not exist', async () => {
    const { browser } = await aReturn();
    expect(await sections(browser)).toEqual({});
    const earlier = await sections(browser, '/?since=2026-06-01');
    expect(earlier.flags).toHaveLength(1);
    expect(await sections(browser, '/?since=2026-06-02')).toEqual({});
    await browser.get('/?since=2026-02-30').expect(422);
    await browser.get('/?since=%3Cscript%3E').expect(422);
  });

  it('says that nothing changed only of the sources that were read', async () => {
    const { world, browser } = await aReturn();
    expect(words((await browser.get('/')).text)).toContain('No source was read in that time.');
    const news = { title: 'News', publisher: 'P', sourceClass: 'press' as const, authority: null, everyMinutes: 60 };
    await syncBuiltInSources(
      world.db,
      [
        { ...news, id: 'a' },
        { ...news, id: 'b' },
      ],
      world.context.now(),
    );
    await read(world, 'a', null);
    expect(words((await browser.get('/')).text)).toContain('Nothing changed in the one source that was read.');
    await read(world, 'b', null);
    expect(words((await browser.get('/?since=2026-06-01')).text)).toContain(
      'That is all that changed in the 2 sources that were read.',
    );
  });

  it('names the sources that were not read as they should be', async () => {
    const { world, browser } = await aReturn();
    expect(words((await browser.get('/')).text)).toContain('Every source is read on time.');
    const register = { title: 'Register of cases', publisher: 'P', sourceClass: 'official' as const, authority: 'CMA' };
    await syncBuiltInSources(world.db, [{ ...register, id: 'cma', everyMinutes: 60 }], world.context.now());
    expect(words((await browser.get('/')).text)).toContain('No source has been read yet.');
    await read(world, 'cma', 'The page has another shape.');
    const page = load((await browser.get('/')).text);
    expect(page('.stand a[href="/sources"]').text()).toBe('One source was not read');
    expect(page('.rail .stale a').attr('href')).toBe('/sources/cma');
    expect(words(page('.rail .stale').html() ?? '')).toBe('Register of cases never read');
  });

  it('counts what waits for a decision by band, each count a link to it', async () => {
    const { world, browser } = await aReturn();
    const low = { score: 5, band: 'Low', floor: false } as const;
    await replacePair(
      world.db,
      known({ id: 'gamma--eta' }),
      [aFlag({ pairId: 'gamma--eta' })],
      low,
      world.context.now(),
    );
    const page = load((await browser.get('/')).text);
    const rows = page('.kv li').map((_, row) => `${page(row).find('a').attr('href')} ${page(row).find('.n').text()}`);
    expect(rows.get()).toEqual(['/flags?band=High 1', '/flags?band=Low 1']);
    expect(load((await browser.get('/flags?band=Low')).text)('.fl')).toHaveLength(1);
  });

  it('tells a newcomer how far reading has come, and looks back 30 days', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'viewer');
    await saveDocument(world.db, aDocument());
    const text = words((await browser.get('/')).text);
    expect(text).toContain('In the last 30 days: nothing has changed.');
    expect(text).toContain('0 of 1 documents are read.');
    expect(text).toContain('No flag waits for a decision.');
  });

  it('shows names from documents as text', async () => {
    const { world, browser } = await aReturn();
    const name = '<img src=x onerror=alert(1)>';
    const nasty = known({ id: 'x--y', acquirer: name, target: '"><b>' });
    await replacePair(world.db, nasty, [], { ...HIGH, band: 'none' }, world.context.now());
    const page = load((await browser.get('/')).text);
    expect(page('#deals .pair').text()).toContain(name);
    expect(page('#deals img, #deals .pair b')).toHaveLength(0);
  });

  it('begins a new visit for each person', async () => {
    const { world, browser } = await aReturn();
    await replacePair(world.db, known({ id: 'gamma--eta' }), [], { ...HIGH, band: 'none' }, world.context.now());
    expect((await sections(browser)).deals).toHaveLength(1);
    world.forward(3 * HOURS);
    await signInAs(browser, 'analyst@example.org', 'correct horse battery');
    expect(await sections(browser)).toEqual({});
  });
});

const sums = (value: number): Pair['sums'] => ({ paid: { USD: value }, committed: {}, ceiling: {} });

async function findUser({ db }: World): Promise<{ user: number }> {
  const row = await db.selectFrom('users').select('id').executeTakeFirstOrThrow();
  return { user: row.id };
}

async function read(world: World, id: string, error: string | null): Promise<void> {
  const now = world.context.now();
  const claimed = await claimSource(world.db, now, 60_000, id);
  if (!claimed) throw new Error(`${id} could not be claimed.`);
  await finishSource(world.db, claimed, { now, error });
}
