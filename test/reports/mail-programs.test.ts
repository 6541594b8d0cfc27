import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import type { Instant } from '../../model/day.ts';
import type { AlertEvent } from '../../model/subscription.ts';
import { accountMail } from '../../reports/account-mail.ts';
import { newsMail } from '../../reports/news-mail.ts';
import { reportMail } from '../../reports/report-mail.ts';
import { anEntry } from './entry.ts';

const root = projectRoot();
const baseUrl = 'https://dealwatch.example';

const event: AlertEvent = {
  key: 'k',
  kind: 'money',
  pairId: 'amazon--anthropic',
  title: 'Amazon → Anthropic',
  acquirer: 'Amazon',
  target: 'Anthropic',
  authority: null,
  band: 'High',
  score: 63,
  workingDays: null,
  headline: '$5bn put in',
  before: null,
  after: null,
  details: ['+ Amazon put in $8bn.', '? Is the money conditional on the spend?'],
  passages: [
    {
      quote: 'Amazon has put in $5bn',
      title: 'Amazon puts in more',
      source: 'Example News',
      url: 'https://news.example/a',
    },
  ],
  path: '/deals/amazon--anthropic',
  at: '2026-05-22T08:00:00.000Z' as Instant,
};

/** The same change, proved by another sentence: none is left out for standing in the mail already. */
const quoting = (quote: string): AlertEvent => ({
  ...event,
  passages: event.passages.map((passage) => ({ ...passage, quote })),
});

const alert = (groups: number, each = 1) =>
  newsMail({
    groups: Array.from({ length: groups }, (_, group) => ({
      title: event.title,
      path: event.path,
      events: Array.from({ length: each }, (_, n) => quoting(`Amazon has put in $5bn, ${group}-${n}`)),
      pair: anEntry(),
    })),
    wishes: ['When there is a new flag, mail me at once'],
    gathered: groups > 1,
    notRead: ['CMA cases'],
    unsubscribe: `${baseUrl}/unsubscribe/1-2-x`,
    settings: `${baseUrl}/alerts`,
    baseUrl,
    written: '22 May 2026, 10:00 Europe/Vienna',
    root,
  });

const MAILS: Record<string, () => Promise<{ html: string }>> = {
  'an alert': () => alert(1),
  'a digest': () => alert(10),
  'a digest of many changes': () => alert(300, 30),
  'an invitation': () =>
    accountMail({
      subject: 'You are invited',
      before: ['Somebody invites you.'],
      link: `${baseUrl}/invitation/x`,
      label: 'Take it up',
      expiresAt: event.at,
      after: ['Do nothing otherwise.'],
      root,
    }),
  'a report': () =>
    reportMail({
      title: 'Register',
      lines: ['3 deals'],
      file: 'register.docx',
      link: `${baseUrl}/reports/1`,
      written: 'today',
      settings: baseUrl,
      unsubscribe: baseUrl,
      root,
    }),
};

/** Declarations of an element's own style. */
function styleOf(element: Cheerio<Element>): Map<string, string> {
  const parts = (element.attr('style') ?? '').split(';').filter((part) => part.includes(':'));
  return new Map(
    parts.map((part) => [part.slice(0, part.indexOf(':')).trim(), part.slice(part.indexOf(':') + 1).trim()]),
  );
}

function everyElement(
  $: CheerioAPI,
  check: (element: Cheerio<Element>, style: Map<string, string>, name: string) => void,
) {
  for (const node of $('body, body *').toArray() as Element[]) check($(node), styleOf($(node)), node.tagName);
}

/** What Word's engine, with which Outlook for Windows draws mail, leaves out: each of these must not carry the layout. */
const UNKNOWN_TO_WORD =
  /^(display|position|float|flex|grid|gap|transform|box-shadow|opacity|background|background-image|overflow|object-fit|box-sizing)$/;
const LAYOUT = new Set(['body', 'table', 'tbody', 'tr', 'td', 'p', 'a', 'b', 'span', 'img']);

describe.each(Object.entries(MAILS))('%s in Outlook for Windows', (_name, write) => {
  it('rests on tables, cells, paragraphs and links alone, with nothing in its styles that Word leaves out', async () => {
    everyElement(load((await write()).html), (_element, style, name) => {
      expect(LAYOUT).toContain(name);
      expect([...style.keys()].filter((property) => UNKNOWN_TO_WORD.test(property))).toEqual([]);
    });
  });

  it('has room around words from cells, not from links or paragraphs, where Word has none', async () => {
    everyElement(load((await write()).html), (_element, style, name) => {
      if (name !== 'td' && name !== 'body') expect([name, style.get('padding')]).toEqual([name, undefined]);
    });
  });

  it('names grounds and widths in attributes too, and fonts that Windows has', async () => {
    const { html } = await write();
    everyElement(load(html), (element, style, name) => {
      const ground = style.get('background-color');
      if (ground && name !== 'body') expect(element.attr('bgcolor')).toBe(ground);
      if (style.has('max-width'))
        expect(Number(element.attr('width'))).toBe(Number.parseInt(style.get('max-width') as string, 10));
    });
    expect(html).toMatch(/<!--\[if mso\]>[\s\S]*'Segoe UI', Arial, sans-serif !important/);
  });

  it('is as wide as a letter there: a table of fixed width that Word alone sees, opened and closed', async () => {
    const { html } = await write();
    const seenByWord = html.replaceAll('<!--[if mso]>', '').replaceAll('<![endif]-->', '');
    for (const tag of ['table', 'tr', 'td']) {
      expect(seenByWord.split(`<${tag}`).length).toBe(seenByWord.split(`</${tag}>`).length);
      expect(html.replace(/<!--[\s\S]*?-->/g, '').split(`<${tag}`).length).toBe(
        html.replace(/<!--[\s\S]*?-->/g, '').split(`</${tag}>`).length,
      );
    }
    expect(html).toContain('<!--[if mso]><table role="presentation" width="600"');
  });

  it('is short enough that no mail program cuts it, shows no picture from elsewhere, and reads in the dark', async () => {
    const { html } = await write();
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    const $ = load(html);
    for (const img of $('img').toArray()) {
      expect($(img).attr('src')).toMatch(/^cid:/);
      expect($(img).attr('alt')).toMatch(/\w/);
    }
    expect(html).toContain('prefers-color-scheme: dark');
  });
});
