import { beforeEach, describe, expect, it } from 'vitest';
import { saveFigures } from '../../db/ledger/figures.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { getFlag } from '../../db/review/flags.ts';
import { addNote, decide } from '../../db/review/reviews.ts';
import type { Day } from '../../model/day.ts';
import type { RuleId } from '../../model/flag.ts';
import { committedFigures } from '../../server/present/committed-figures.ts';
import { aFlag, aPair, at } from '../db/world.ts';
import { aPerson, aWorld, type Browser, signedIn, type World, words } from './world.ts';

let world: World;
let browser: Browser;
let userId: number;

beforeEach(async () => {
  world = await aWorld();
  const signed = await signedIn(world, 'analyst');
  browser = signed.browser;
  userId = signed.user.id;
});

async function judged(id: string, rule: RuleId, action: 'confirm' | 'dismiss'): Promise<void> {
  const score = { score: 10, band: 'Low' as const, floor: false };
  await replacePair(world.db, aPair({ id, acquirer: id, target: 'Beta' }), [aFlag({ pairId: id, rule })], score, at(0));
  const flag = await getFlag(world.db, id, rule);
  const reason = action === 'dismiss' ? ('talks_only' as const) : null;
  const said = { pairId: id, rule, action, reason, note: null, evidenceHash: flag?.evidenceHash ?? '' };
  await decide(world.db, { ...said, userId, now: at(1) });
}

const get = async (path: string) => words((await browser.get(path)).text);

describe('the quality page', () => {
  it('gives each screen the share of flags that reviewers confirmed, with count and range, by the latest verdict', async () => {
    await judged('a', 'round-trip', 'confirm');
    await judged('b', 'round-trip', 'confirm');
    await judged('c', 'round-trip', 'dismiss');
    await judged('b', 'round-trip', 'dismiss');
    const text = await get('/quality');
    expect(text).toMatch(/Cloud-spend round-tripping1333 %, between 6 and 79/);
    expect(text).toMatch(/Licence-and-hire00none reviewed/);
    expect(text).toContain('Dismissed as: talks only, nothing agreed 2.');
    expect(text).toMatch(/Test analyst43/);
    const json = (await browser.get('/quality.json')).body as { screens: { rule: string; confirmed: number }[] };
    expect(json.screens.find(({ rule }) => rule === 'round-trip')).toMatchObject({ confirmed: 1, decided: 3 });
  });

  it('shows the figures that came with this version, as they were committed', async () => {
    expect(await get('/quality')).toContain('Measured on');
    const page =
      '# Title\n\nMeasured on `a` day, by `npm run eval`. `npm test` prints it.\n\n| of | what | **F1** |\n| --- | --- | --- |\n| `test/corpus/tune` | 1036 | **0.4** |\n\nMore.';
    expect(committedFigures(page)).toEqual({
      measured: 'Measured on a day.',
      tables: [{ caption: null, head: ['Of', 'What', 'F1'], rows: [['Documents for improving', '1036', '0.4']] }],
      scores: { groups: ['Documents for improving'], series: [{ name: 'F1', values: [0.4] }] },
    });
    const listed = '- **By author** (deals):\n\n  | of | deals |\n  | --- | --- |\n  | one | 0.5 |';
    expect(committedFigures(listed).tables).toEqual([
      { caption: 'By author', head: ['Of', 'Deals'], rows: [['one', '0.5']] },
    ]);
    expect(committedFigures('')).toEqual({ measured: '', tables: [], scores: null });
  });
});

describe('capital expenditure', () => {
  const quarter = (start: string, end: string, value: number) => ({
    ...{ company: 'Alpha', kind: 'capex' as const, tag: 'Tag', start: start as Day, end: end as Day },
    ...{ currency: 'USD', value, filing: '0001', form: '10-Q', filed: '2026-05-01' as Day },
  });

  it('is drawn by quarter with its growth, and told as a table with filings', async () => {
    expect(await get('/capex')).toContain('No figure has been read yet');
    await saveFigures(world.db, [quarter('2025-01-01', '2025-03-31', 10e9), quarter('2026-01-01', '2026-03-31', 15e9)]);
    const text = await get('/capex');
    expect(text).toContain('Alpha$15bn, quarter to 31 Mar 2026, +50 % on the year');
    expect(text).toMatch(/31 Mar 2026\$15bn\+50 %as stated0001/);
    expect((await browser.get('/capex.csv')).text.split('\r\n')).toHaveLength(4);
  });
});

describe('help and today', () => {
  it('lead over what is on record', async () => {
    await replacePair(world.db, aPair(), [aFlag()], { score: 1, band: 'Low', floor: false }, at(0));
    expect(await get('/help')).toContain('Decide about a flag of Alpha → Beta');
  });

  it('tell a person of notes that name them, whole names alone', async () => {
    await aPerson(world.db, 'viewer', 'someone@example.org');
    await replacePair(world.db, aPair(), [], { score: 1, band: 'none', floor: false }, at(0));
    const note = (text: string) => addNote(world.db, { pairId: 'alpha--beta', rule: null, text, userId, now: at(2) });
    await note('Please look, @Test analyst.');
    await note('Not @Test analystical nor a@analyst');
    await note('@someone should know');
    const text = await get('/');
    expect(text).toContain('Notes that name you Alpha → Beta: Please look, @Test analyst. Test analyst');
    expect(text).not.toMatch(/Notes that name you.*analystical.*To decide/);
  });
});
