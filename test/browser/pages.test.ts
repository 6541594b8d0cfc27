import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueMail } from '../../db/going-out/alerts.ts';
import { freezeReport } from '../../db/going-out/report-snapshots.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import { loadStarterLibrary } from '../../jobs/library.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { reportWishIn } from '../../server/forms/report-wish.ts';
import type { Route } from '../../server/handler.ts';
import { routes } from '../../server/routes.ts';
import { sources } from '../../sources/index.ts';
import { aPerson, type World } from '../server/world.ts';
import { aWindow, axeFindings, hasChromium, overhang, type Theme } from './chromium.ts';
import { aSite, sessionOf } from './site.ts';

let world: World;
let base: string;
let close: (() => Promise<void>) | undefined;
let session: string;
let browser: Browser;
let addresses: string[];

beforeAll(async () => {
  if (!hasChromium) return;
  ({ world, base, browser, close } = await aSite());
  await fill(world);
  const user = await aPerson(world.db, 'admin');
  session = await sessionOf(world, user);
  addresses = await oneOfEachPage();
}, 120_000);

afterAll(() => close?.());

/** The starter library, read by the real reader, the built-in sources, and one message. */
async function fill({ context, db }: World): Promise<void> {
  await loadStarterLibrary(context);
  await takeThrough(context);
  await syncBuiltInSources(db, sources, context.now());
  const text = `${'A line of a message that is neither short nor long. '.repeat(5)}\n\nhttps://news.example/${'x'.repeat(200)}`;
  await queueMail(db, {
    key: 'k',
    to: 'a@example.org',
    subject: 'Alpha → Beta',
    text,
    html: '<p>',
    now: context.now(),
  });
  const wish = reportWishIn(new URLSearchParams({ kind: 'board' }), context.now(), null);
  await freezeReport(db, wish);
}

/** Pages behind the door, and the one before it that needs no link of its own. */
const isPage = ({ path, role }: Route) =>
  path !== '/progress' &&
  !/\.(csv|json|opml|xlsx|xml|ics)$|\/:format$/.test(path) &&
  (role !== 'anyone' || path === '/forgot');

/** Every page without a parameter, and of the others one that some page links to. */
async function oneOfEachPage(): Promise<string[]> {
  const pages = routes.filter((route) => route.method === 'GET' && isPage(route)).map((route) => route.path);
  const fixed = pages.filter((path) => !path.includes(':'));
  const links = new Set<string>();
  for (const path of [...fixed]) for (const link of await linksOn(path)) links.add(link);
  for (const path of [...links].slice(0, 40)) for (const link of await linksOn(path)) links.add(link);
  const found = pages.flatMap((path) => {
    const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/?#]+')}$`);
    return path.includes(':')
      ? ([...links].find((link) => pattern.test(link)) ?? `${path} is linked from nowhere`)
      : [];
  });
  return [...fixed, ...found];
}

async function linksOn(path: string): Promise<string[]> {
  const html = await (await fetch(base + path, { headers: { cookie: `dealwatch=${session}` } })).text();
  return [...html.matchAll(/href="(\/[^"#?]*)[^"]*"/g)]
    .map((m) => m[1] as string)
    .filter((l) => !l.startsWith('/assets'));
}

/** A phone, a tablet on end and lying, each side of where columns fold, laptops, the widest screens. */
const WIDTHS = [390, 700, 701, 820, 1001, 1024, 1101, 1280, 1440, 1800, 2560];

/**
 * A long table may be drawn before its last rows are there, and its columns then give a little. Half of what is held to be
 * unnoticeable (0.1, https://web.dev/articles/cls).
 */
const MOST_SHIFT = 0.05;

/** Adds up how far parts of the page moved after they had been drawn (layout shift, as browsers measure it). */
const NOTE_SHIFTS = `window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

const TEXT = `Microsoft has invested €15 million in Mistral AI, the two companies said on Tuesday. Mistral AI committed to spend $20 million on Azure, Microsoft's cloud.

The UK's Competition and Markets Authority opened a phase 1 inquiry into Microsoft's partnership with Mistral AI in April 2024.`;

describe.skipIf(!hasChromium)('every page in Chromium', () => {
  it('can be reached by links', () => {
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => address.includes(' '))).toEqual([]);
  });

  it('are looked at by an axe that finds what is wrong', async () => {
    const page = await browser.newPage();
    await page.setContent('<p style="color:#eee;background:#fff">Pale<a href="/x"></a><input></p>');
    const findings = (await axeFindings(page)).map((line) => line.split(':')[0]);
    await page.close();
    expect(findings).toEqual(expect.arrayContaining(['color-contrast', 'label', 'link-name', 'html-has-lang']));
  });

  for (const width of [390, 1440]) {
    for (const theme of ['light', 'dark'] satisfies Theme[]) {
      it(`has nothing for axe to find, ${theme} and ${width} px wide`, { timeout: 180_000 }, async () => {
        const window = await aWindow(browser, base, { session, width, theme });
        const page = await window.newPage();
        const what = theme === 'dark' ? 'colours' : 'everything';
        const findings: string[] = [];
        for (const address of addresses) {
          await page.goto(base + address);
          findings.push(...(await axeFindings(page, what)).map((line) => `${address} ${line}`));
        }
        await readText(page);
        findings.push(...(await axeFindings(page, what)).map((line) => `/read, after reading ${line}`));
        await window.close();
        expect(findings).toEqual([]);
      });
    }
  }

  it('fits windows from 390 to 2560 pixels without sideways scrolling', { timeout: 180_000 }, async () => {
    const window = await aWindow(browser, base, { session, width: 1440 });
    const page = await window.newPage();
    const wide: string[] = [];
    const look = async (what: string) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const over = await overhang(page);
        if (over > 0) wide.push(`${what}: ${over} px too broad for ${width}`);
      }
    };
    for (const address of addresses) {
      await page.goto(base + address);
      await look(address);
    }
    await readText(page);
    await look('/read, after reading');
    await window.close();
    expect(wide).toEqual([]);
  });

  it.each([390, 1440])(
    'moves nothing once it stands, not even on a first visit, %i px wide',
    {
      timeout: 120_000,
    },
    async (width) => {
      const moved: string[] = [];
      for (const address of addresses) {
        const window = await aWindow(browser, base, { session, width });
        const page = await window.newPage();
        await page.addInitScript(NOTE_SHIFTS);
        await page.goto(base + address);
        await page.evaluate('document.fonts.ready');
        const shift = (await page.evaluate('window.shifted')) as number;
        if (shift > MOST_SHIFT) moved.push(`${address}: ${shift}`);
        await window.close();
      }
      expect(moved).toEqual([]);
    },
  );

  it('keeps everything in the bar within the window, just above the width at which it folds', async () => {
    const window = await aWindow(browser, base, { session, width: 1440 });
    const page = await window.newPage();
    await page.goto(`${base}/flags`);
    const over: string[] = [];
    for (const width of [1101, 1180, 1240, 1321, 1481]) {
      await page.setViewportSize({ width, height: 900 });
      const box = await page.locator('.who.only-broad button').boundingBox();
      if (!box || box.x + box.width > width || (await overhang(page)) > 0)
        over.push(`${width}: ${JSON.stringify(box)}`);
    }
    await window.close();
    expect(over).toEqual([]);
  });

  it.each([
    [1440, 'broad'],
    [390, 'narrow'],
  ])('shows one of the two drawings of a chart: at %i px the %s one', async (width, size) => {
    const window = await aWindow(browser, base, { session, width });
    const page = await window.newPage();
    await page.goto(`${base}/deals/amazon--anthropic`);
    const shown = await page
      .locator('svg.mc:visible')
      .evaluateAll((all) => all.map((svg) => svg.getAttribute('class')));
    await window.close();
    expect(shown).toEqual([`mc mc-${size}`]);
  });

  it('asks for nothing that the content policy forbids, and for nothing that is not there', {
    timeout: 120_000,
  }, async () => {
    const window = await aWindow(browser, base, { session, width: 1440 });
    const page = await window.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('request', (request) => !request.url().startsWith(base) && complaints.push(`asks ${request.url()}`));
    page.on(
      'response',
      (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`),
    );
    for (const address of addresses) await page.goto(base + address);
    await window.close();
    expect(complaints).toEqual([]);
  });

  it('does its work without any script: signs in, reads a text, signs out', { timeout: 60_000 }, async () => {
    const window = await browser.newContext({ viewport: { width: 390, height: 900 }, javaScriptEnabled: false });
    const page = await window.newPage();
    await page.goto(`${base}/read`);
    await page.fill('#email', 'admin@example.org');
    await page.fill('#password', 'correct horse battery');
    await page.click('main button');
    expect(new URL(page.url()).pathname).toBe('/read');
    await readText(page);
    expect(await page.locator('.rd-out').textContent()).toContain('Microsoft → Mistral AI');
    await page.click('.narrownav > summary');
    await page.click('.narrow-menu >> text=Sign out');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await window.close();
  });
});

async function readText(page: Awaited<ReturnType<Awaited<ReturnType<typeof aWindow>>['newPage']>>): Promise<void> {
  await page.goto(`${base}/read`);
  await page.fill('#date', '2024-02-26');
  await page.fill('#text', TEXT);
  await page.click('main form button[type=submit]');
  await page.locator('.rd-out').waitFor();
}
