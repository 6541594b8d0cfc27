import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPair } from '../../db/ledger/ledger.ts';
import { createSetupToken } from '../../db/people/setup.ts';
import { listFlags } from '../../db/review/flags.ts';
import { loadStarterLibrary } from '../../jobs/library.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { paths } from '../../model/paths.ts';
import { aPerson, type World } from '../server/world.ts';
import { aWindow, hasChromium, overhang } from './chromium.ts';
import { aSite, sessionOf } from './site.ts';

let world: World;
let browser: Browser;
let base: string;
let close: (() => Promise<void>) | undefined;
const sessions: string[] = [];
const windows: BrowserContext[] = [];
const MANY = { page: 1, pageSize: 200 };

beforeAll(async () => {
  if (!hasChromium) return;
  ({ world, base, browser, close } = await aSite());
}, 60_000);

afterAll(() => close?.());

/** A person with the starter library before them, in a window of their own. */
async function aPage(who: number, width = 1440, script = true): Promise<Page> {
  if ((await listFlags(world.db, MANY)).total === 0) {
    await loadStarterLibrary(world.context);
    await takeThrough(world.context);
  }
  if (!sessions[who]) {
    const user = await aPerson(world.db, 'analyst', `journey-${who}@example.org`);
    sessions[who] = await sessionOf(world, user);
  }
  const window = await aWindow(browser, base, { session: sessions[who] as string, width, script });
  windows.push(window);
  return window.newPage();
}

const toReview = async () => (await listFlags(world.db, { state: 'to_review', ...MANY })).total;

describe.skipIf(!hasChromium)('journeys', () => {
  it('from the first start to the first decision', { timeout: 120_000 }, async () => {
    const token = await createSetupToken(world.db, world.context.now());
    const window = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await window.newPage();
    await page.goto(base + paths.setup(token));
    await page.fill('[name=name]', 'Test Admin');
    await page.fill('[name=email]', 'first@example.org');
    await page.fill('[name=password]', 'correct horse battery staple');
    await page.fill('[name=again]', 'correct horse battery staple');
    await page.click('main button[type=submit]');
    await loadStarterLibrary(world.context);
    await takeThrough(world.context);
    await page.goto(`${base}/`);
    await page.click('.railbox a[href^="/flags"]');
    await page.locator('#flag .q mark').first().waitFor();
    const before = await toReview();
    await Promise.all([page.waitForURL(/done=/), page.keyboard.press('c')]);
    expect(await toReview()).toBe(before - 1);
    expect(await page.locator('.undo').textContent()).toContain('Confirmed');
    await window.close();
  });

  it('through the whole queue by keyboard alone, each flag with its evidence on screen', {
    timeout: 300_000,
  }, async () => {
    const page = await aPage(0);
    await page.goto(`${base}/flags`);
    const waiting = await toReview();
    const unproven: string[] = [];
    for (let i = 0; i < Math.min(waiting, 40); i += 1) {
      if (!(await page.locator('#flag .q mark').first().isVisible())) unproven.push(page.url());
      const seen = page.url();
      if (i % 3 === 0) await page.keyboard.press('d');
      const key = i % 3 === 0 ? '2' : i % 3 === 1 ? 'c' : 'w';
      await Promise.all([page.waitForURL((url) => url.href !== seen), page.keyboard.press(key)]);
    }
    expect(unproven).toEqual([]);
    expect(await toReview()).toBe(Math.max(0, waiting - 40));
  });

  it('selects several by keyboard and decides them at once', { timeout: 60_000 }, async () => {
    const page = await aPage(0);
    await page.goto(`${base}/flags?state=watching`);
    const watching = (await listFlags(world.db, { state: 'watching', ...MANY })).total;
    expect(await page.locator('#bulk').isVisible()).toBe(false);
    await page.keyboard.press('x');
    await Promise.all([page.waitForURL(/flag=/), page.keyboard.press('j')]);
    await page.locator('#flag kbd').first().waitFor();
    await page.keyboard.press('x');
    expect(await page.locator('#bulk .picked').textContent()).toBe('2 selected');
    await Promise.all([page.waitForNavigation(), page.click('#bulk [value=escalate]')]);
    expect(await page.locator('.said').textContent()).toContain('Escalated: 2 flags.');
    expect((await listFlags(world.db, { state: 'watching', ...MANY })).total).toBe(watching - 2);
  });

  it('corrects a figure and sees it on every page', { timeout: 120_000 }, async () => {
    const page = await aPage(0);
    await page.goto(`${base}/deals/microsoft--g42`);
    const row = page.locator('#money tbody tr', { hasText: '$1.5bn' }).first();
    await row.locator('.fix').click();
    await page.fill('#c-value', '1.7bn');
    await page.fill('#c-reason', 'Misread in this test');
    await Promise.all([page.waitForURL(/deals\/microsoft--g42/), page.click('[value=correct]')]);
    await takeThrough(world.context);
    expect((await getPair(world.db, 'microsoft--g42'))?.pair.sums.paid).toEqual({ USD: 1.7e9 });
    for (const address of [
      '/deals/microsoft--g42',
      '/deals?q=g42',
      '/companies/G42',
      '/map',
      '/flags?state=all&q=g42',
    ]) {
      await page.goto(base + address);
      expect([address, await page.locator('main').textContent()]).toEqual([address, expect.stringContaining('$1.7bn')]);
    }
    await page.goto(`${base}/deals/microsoft--g42#decisions`);
    await Promise.all([page.waitForNavigation(), page.locator('.corr button').first().click()]);
    await takeThrough(world.context);
    expect((await getPair(world.db, 'microsoft--g42'))?.pair.sums.paid).toEqual({ USD: 1.5e9 });
  });

  it('shows two people each other’s decisions, and loses none', { timeout: 120_000 }, async () => {
    const [one, two] = [await aPage(0), await aPage(1)];
    const [flag] = (await listFlags(world.db, { state: 'confirmed', ...MANY })).rows;
    const address = `${base}/flags?state=confirmed&flag=${flag?.pairId}/${flag?.rule}`;
    await one.goto(address);
    await two.goto(address);
    await Promise.all([one.waitForNavigation(), one.click('#flag [value=reopen]')]);
    await two.locator('#flag .news').waitFor({ timeout: 20_000 });
    expect(await two.locator('#flag .news').textContent()).toContain('Put back to review by Test analyst');
    expect(await two.locator('.fl.cur').getAttribute('class')).toContain('decided');
    await Promise.all([two.waitForNavigation(), two.click('#flag [value=escalate]')]);
    expect(await two.locator('h1').textContent()).toBe('Decided meanwhile');
    expect(await two.locator('main').textContent()).toMatch(/Your decision was not stored.*Yours.*Escalated/s);
  });

  it('works without script: filters, decides, assigns, keeps a view', { timeout: 120_000 }, async () => {
    const page = await aPage(0, 1440, false);
    await page.goto(`${base}/flags?state=all`);
    await page.check('#filters [name=band][value=High]');
    await page.click('#filters button[type=submit]');
    expect(page.url()).toContain('band=High');
    expect(await page.locator('.chip', { hasText: 'band High' }).count()).toBe(1);
    await page.click('.views > summary');
    await page.fill('.views [name=name]', 'High ones');
    await page.click('.views button[type=submit]');
    expect(await page.locator('.views li a').textContent()).toBe('High ones');
    await page.click('.assign > summary');
    await page.click('.assign button >> nth=0');
    expect(await page.locator('.assigned b').textContent()).toContain('Test');
    await page.locator('.fl [name=pick]').first().check();
    expect(await page.locator('#bulk').isVisible()).toBe(true);
    await page.click('#bulk [value=confirm]');
    expect(await page.locator('.said').textContent()).toContain('Confirmed: 1 flag.');
  });

  it('works on a phone: the list, the flag, its actions at hand, the dossier', { timeout: 120_000 }, async () => {
    const page = await aPage(1, 390);
    await page.goto(`${base}/flags?state=all`);
    expect(await page.locator('#flag').isVisible()).toBe(false);
    await page.locator('.fl .nm').nth(1).click();
    await page.locator('#flag').waitFor();
    const confirm = page.locator('#flag [value=confirm]');
    const box = await confirm.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(900);
    expect(box?.height).toBeGreaterThanOrEqual(24);
    await page.locator('#flag .pbar >> text=Dossier').click();
    await page.locator('.figs').waitFor();
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(await page.locator('.mc-narrow, .keyfacts').first().isVisible()).toBe(true);
  });

  it('loads the queue with less than 150 kB, everything compressed', { timeout: 60_000 }, async () => {
    const page = await aPage(0);
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    let bytes = 0;
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(`${base}/flags?state=all`, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(150_000);
  });
});
