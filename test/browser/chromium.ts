import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** False where no Chromium is installed: tests with it are then shown as skipped. */
export const hasChromium = existsSync(EXECUTABLE);

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

export type Theme = 'light' | 'dark';

/** A window of this width, signed in with a session's token. */
export async function aWindow(
  browser: Browser,
  base: string,
  given: { session: string; width: number; theme?: Theme; script?: boolean },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: given.width, height: 900 },
    colorScheme: given.theme ?? 'light',
    javaScriptEnabled: given.script ?? true,
  });
  await context.addCookies([{ name: 'dealwatch', value: given.session, url: base }]);
  return context;
}

interface AxeResult {
  violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[];
}

const EVERYTHING = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** All that a change of theme can spoil. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds against WCAG 2.2 AA and good practice, or in the colours alone: one line for each element. */
export async function axeFindings(page: Page, what: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  await page.evaluate(axe);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(what === 'colours' ? COLOURS : EVERYTHING)} })`;
  const { violations } = (await page.evaluate(run)) as AxeResult;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  );
}

/** By how many pixels a page is wider than its window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth') as Promise<number>;
}
