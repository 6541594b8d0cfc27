import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replacePair } from '../../db/ledger/ledger.ts';
import { getFlag } from '../../db/review/flags.ts';
import { aFlag, aPair } from '../db/world.ts';
import { aPerson, type World } from '../server/world.ts';
import { aWindow, hasChromium } from './chromium.ts';
import { aSite, sessionOf } from './site.ts';

let world: World;
let browser: Browser;
let base: string;
let close: (() => Promise<void>) | undefined;
let session: string;
let page: Page;
let window: BrowserContext;

beforeAll(async () => {
  if (!hasChromium) return;
  ({ world, base, browser, close } = await aSite());
  const user = await aPerson(world.db, 'analyst');
  session = await sessionOf(world, user);
}, 60_000);

afterAll(() => close?.());

beforeEach(async () => {
  if (!hasChromium) return;
  await window?.close();
  const flags = [aFlag(), aFlag({ rule: 'staged-stake' }), aFlag({ rule: 'exclusivity' })];
  await replacePair(world.db, aPair(), flags, { score: 50, band: 'High', floor: false }, world.context.now());
  window = await aWindow(browser, base, { session, width: 1440 });
  page = await window.newPage();
});

const current = () => page.locator('.fl.cur .nm').textContent();
const path = () => new URL(page.url()).pathname;

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForLoadState();
}

describe.skipIf(!hasChromium)('keys', () => {
  it('go to places, and to the search field', async () => {
    await page.goto(`${base}/`);
    await press('g');
    await Promise.all([page.waitForURL(/flags/), page.keyboard.press('f')]);
    await press('/');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await page.keyboard.type('gd');
    expect(path()).toBe('/flags');
  });

  it('walk through the queue, take a decision with a reason, and take it back', async () => {
    await page.goto(`${base}/flags`);
    const [first, second] = await page.locator('.fl .nm').allTextContents();
    await Promise.all([page.waitForURL(/flag=/), page.keyboard.press('j')]);
    expect(await current()).toBe(second);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('k')]);
    expect(await current()).toBe(first);
    await press('d');
    await Promise.all([page.waitForURL(/done=/), page.keyboard.press('2')]);
    const decided = await getFlag(world.db, 'alpha--beta', 'round-trip');
    expect(decided).toMatchObject({ state: 'dismissed', latest: { reason: 'talks_only' } });
    expect(await page.evaluate('document.activeElement.matches("#flag .title")')).toBe(true);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('u')]);
    expect((await getFlag(world.db, 'alpha--beta', 'round-trip'))?.state).toBe('to_review');
  });

  it('do not dismiss before d was pressed, nor while someone writes', async () => {
    await page.goto(`${base}/flags`);
    await press('2', 'n');
    await page.keyboard.type('cwe');
    expect(await page.locator('#flag [name=note]').inputValue()).toBe('cwe');
    await press('Escape');
    expect(await page.evaluate('document.activeElement.matches("#flag .title")')).toBe(true);
    expect((await getFlag(world.db, 'alpha--beta', 'round-trip'))?.state).toBe('to_review');
  });

  it('are listed, can be switched off for good, and are printed on the buttons only while they are on', async () => {
    await page.goto(`${base}/flags`);
    expect(await page.locator('#flag .btn kbd:visible').allTextContents()).toEqual(
      expect.arrayContaining(['C', 'D', 'W', 'E']),
    );
    await press('?');
    expect(await page.locator('dialog').textContent()).toContain('confirm');
    await page.click('dialog [type=checkbox]');
    await page.click('dialog >> text=Close');
    await page.reload();
    expect(await page.locator('#flag .btn kbd:visible').count()).toBe(0);
    await press('c', 'g', 'd');
    expect(path()).toBe('/flags');
    await page.click('.mainnav summary');
    await page.click('.mainnav .menu-button');
    await page.click('dialog [type=checkbox]');
    expect(await page.locator('#flag .btn kbd:visible').count()).toBeGreaterThan(0);
  });

  it('change the theme, which is kept', async () => {
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.goto(`${base}/`);
    const light = await paper();
    await press('.', '.');
    expect(await paper()).not.toBe(light);
    await page.goto(`${base}/read`);
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await press('.');
    expect(await paper()).toBe(light);
  });
});
