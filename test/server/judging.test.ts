import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { getPair, replacePair } from '../../db/ledger/ledger.ts';
import { currentSettings } from '../../db/ledger/rule-settings.ts';
import { standingSuppressions } from '../../db/ledger/suppressions.ts';
import { setLanguage } from '../../db/people/users.ts';
import { getFlag } from '../../db/review/flags.ts';
import { addDays, dayOf } from '../../model/day.ts';
import { aFlag, aPair } from '../db/world.ts';
import { aWorld, post, signedIn, words } from './world.ts';

const HIGH = { score: 13, band: 'Low' as const, floor: false };

describe('weights and thresholds', () => {
  it('are tried before they are saved: the page says what would move, and nothing is kept', async () => {
    const world = await aWorld();
    await replacePair(world.db, aPair(), [aFlag()], HIGH, world.context.now());
    const { browser, csrf } = await signedIn(world, 'admin');
    const fields = filled((await browser.get('/settings/screens').expect(200)).text);
    const tried = await post(browser, '/settings/screens/try', {
      ...fields,
      'weight.round-trip': '90',
      _csrf: csrf,
    }).expect(200);
    expect(words(tried.text)).toContain('1 of 1 deals would change. Nothing has been saved.');
    expect(words(tried.text)).toContain('13 → 60');
    expect((await currentSettings(world.db)).version).toBe(0);
    await post(browser, '/settings/screens', {
      ...fields,
      'weight.round-trip': '90',
      reason: 'Loops first',
      _csrf: csrf,
    }).expect(303);
    expect(await currentSettings(world.db)).toMatchObject({
      version: 1,
      settings: { weights: { 'round-trip': 90 }, thresholds: {}, off: [] },
    });
  });

  it('refuse what is no number, and a change without a reason', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'admin');
    const fields = filled((await browser.get('/settings/screens')).text);
    const wrong = await post(browser, '/settings/screens', {
      ...fields,
      'weight.round-trip': 'lots',
      'weight.exclusivity': '9',
      _csrf: csrf,
    }).expect(422);
    expect(words(wrong.text)).toContain('Write a number from 0 to 100.');
    expect(words(wrong.text)).toContain('Say why the screens are to be changed.');
    expect(filled(wrong.text)).toMatchObject({ 'weight.round-trip': 'lots', 'weight.exclusivity': '9' });
    expect((await currentSettings(world.db)).version).toBe(0);
  });

  it('are shown on the screens as they are in force, with what the screen came with and who agreed under which', async () => {
    const world = await aWorld();
    await replacePair(world.db, aPair(), [aFlag()], HIGH, world.context.now());
    const { browser, csrf, user } = await signedIn(world, 'admin');
    const fields = filled((await browser.get('/settings/screens')).text);
    const { 'on.serial-acquisition': _, ...rest } = fields;
    const changed = {
      ...rest,
      'weight.round-trip': '35',
      'threshold.round-trip.clearRecapture': '0.4',
      reason: 'More',
      _csrf: csrf,
    };
    await post(browser, '/settings/screens', changed).expect(303);
    world.forward(1);
    const evidence = (await getFlag(world.db, 'alpha--beta', 'round-trip'))?.evidenceHash ?? '';
    await post(browser, '/flags/alpha--beta/round-trip', { action: 'confirm', evidence, _csrf: csrf }).expect(303);
    const one = words((await browser.get('/screens/round-trip')).text);
    expect(one).toMatch(/35 points Comes with \d+\./);
    expect(one).toMatch(/0\.4 ?Comes with/);
    expect(one).toMatch(/Version 1 ?1 of 1 ?100%/);
    expect(one).not.toMatch(/[{}]/);
    const list = load((await browser.get('/screens')).text);
    const row = (name: string) =>
      list('tbody tr')
        .toArray()
        .map((tr) => words(list(tr).html() ?? ''))
        .find((text) => text.includes(name));
    expect(row('Series of deals')).toContain('switched off');
    expect(row('round-tripping')).toContain('35');
    expect(row('round-tripping')).not.toContain('switched off');
    const table = (await browser.get('/screens.json')).body as { data: { screen: string; weight: number }[] };
    expect(JSON.stringify(table)).toContain('35');
    expect(user.role).toBe('admin');
  });

  it('are not saved over what somebody else saved meanwhile', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'admin');
    const fields = { ...filled((await browser.get('/settings/screens')).text), _csrf: csrf };
    await post(browser, '/settings/screens', { ...fields, 'weight.exclusivity': '9', reason: 'Less' }).expect(303);
    const second = { ...fields, 'weight.round-trip': '25', reason: 'More' };
    const late = await post(browser, '/settings/screens', second).expect(422);
    expect(words(late.text)).toContain('Version 1 was saved meanwhile.');
    expect(filled(late.text)).toMatchObject({ version: '1', 'weight.round-trip': '25', reason: 'More' });
    expect((await currentSettings(world.db)).settings.weights).toEqual({ exclusivity: 9 });
  });

  it('are written and taken as the language of the page writes numbers', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'admin');
    await setLanguage(world.db, user.id, 'fr');
    const fields = filled((await browser.get('/settings/screens')).text);
    await post(browser, '/settings/screens', {
      ...fields,
      'weight.round-trip': '12,5',
      reason: 'Essai',
      _csrf: csrf,
    }).expect(303);
    expect((await currentSettings(world.db)).settings).toEqual({
      weights: { 'round-trip': 12.5 },
      thresholds: {},
      off: [],
    });
  });

  it('are for administrators alone', async () => {
    const { browser } = await signedIn(await aWorld(), 'analyst');
    await browser.get('/settings/screens').expect(403);
  });
});

/** The fields of the form as a browser would send them untouched. */
function filled(html: string): Record<string, string> {
  const $ = load(html);
  const inputs = $('form[action="/settings/screens"] input').toArray();
  const sent = inputs.filter((input) => $(input).attr('type') !== 'checkbox' || $(input).attr('checked') !== undefined);
  return Object.fromEntries(sent.map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']));
}

describe('who is who', () => {
  it('is ruled by an analyst, with a reason, and taken back', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    await post(browser, '/names', {
      name: 'Beta Labs Ltd',
      into: 'Gamma',
      documentId: '',
      reason: 'Renamed',
      _csrf: csrf,
    }).expect(303);
    const page = await browser.get('/names').expect(200);
    expect(words(page.text)).toContain('Beta Labs Ltd Gamma everywhere Renamed');
    await post(browser, '/names/1/undo', { _csrf: csrf }).expect(303);
    expect(words((await browser.get('/names')).text)).toContain('Taken back');
  });

  it('says what is wrong beside the field', async () => {
    const { browser, csrf } = await signedIn(await aWorld(), 'analyst');
    const wrong = await post(browser, '/names', { name: 'AWS', into: 'Amazon', reason: 'x', _csrf: csrf }).expect(422);
    expect(words(wrong.text)).toContain('AWS and Amazon are one company already.');
    const given = { name: 'Beta', into: 'Gamma', documentId: 'none', reason: 'x', _csrf: csrf };
    expect(words((await post(browser, '/names', given).expect(422)).text)).toContain('No document has that id.');
  });
});

describe('what is put away', () => {
  it('has a reason, an owner and a last day, and can be lifted', async () => {
    const world = await aWorld();
    await replacePair(world.db, aPair(), [aFlag()], HIGH, world.context.now());
    const { browser, csrf } = await signedIn(world, 'analyst');
    const today = dayOf(world.context.now());
    const given = { pairId: 'alpha--beta', company: '', rule: 'round-trip', reason: 'Ordinary supply', _csrf: csrf };
    const wrong = await post(browser, '/suppressions', { ...given, expiresOn: '' }).expect(422);
    expect(words(wrong.text)).toContain('Choose the last day.');
    await post(browser, '/suppressions', { ...given, expiresOn: addDays(today, 30) }).expect(303);
    expect(words((await browser.get('/suppressions')).text)).toContain('Ordinary supply');
    expect(await standingSuppressions(world.db, today)).toHaveLength(1);
    expect(await getPair(world.db, 'alpha--beta')).not.toBeNull();
    await post(browser, '/suppressions/1/lift', { _csrf: csrf }).expect(303);
    expect(await standingSuppressions(world.db, today)).toEqual([]);
  });
});

describe('shares and figures', () => {
  it('are entered by an analyst with source and date, listed, and taken back', async () => {
    const { browser, csrf } = await signedIn(await aWorld(), 'analyst');
    const share = {
      company: 'Nvidia',
      market: 'AI accelerators',
      territory: 'World',
      share: '85',
      asOf: '2025',
      source: 'Annual report',
      _csrf: csrf,
    };
    await post(browser, '/shares', share).expect(303);
    const figure = {
      company: 'Groq',
      measure: 'turnover',
      place: 'uk',
      value: '80,000,000',
      currency: 'gbp',
      asOf: '2024',
      source: 'Accounts',
      _csrf: csrf,
    };
    await post(browser, '/figures', figure).expect(303);
    const text = words((await browser.get('/shares').expect(200)).text);
    expect(text).toContain('Nvidia AI accelerators World 85% 2025 Annual report');
    expect(text).toContain('Groq turnover UK 80,000,000 GBP 2024 Accounts');
    await post(browser, '/shares/1/end', { _csrf: csrf }).expect(303);
    await post(browser, '/figures/1/end', { _csrf: csrf }).expect(303);
    expect(words((await browser.get('/shares')).text)).toContain('None has been entered');
  });

  it('say what is wrong', async () => {
    const { browser, csrf } = await signedIn(await aWorld(), 'analyst');
    const share = {
      company: 'Nvidia',
      market: 'AI accelerators',
      territory: 'World',
      share: '850',
      asOf: '2025',
      source: 'Report',
      _csrf: csrf,
    };
    expect(words((await post(browser, '/shares', share).expect(422)).text)).toContain('up to 100 per cent');
    expect(words((await post(browser, '/shares', { ...share, asOf: 'lately' }).expect(422)).text)).toContain(
      'for when it holds',
    );
  });
});
