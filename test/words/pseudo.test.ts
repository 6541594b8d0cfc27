import { load } from 'cheerio';
import type { AnyNode, Text } from 'domhandler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../db/people/users.ts';
import { routes } from '../../server/routes.ts';
import type { Catalogue } from '../../words/catalogue.ts';
import { LANGUAGES, makeLanguage } from '../../words/language.ts';
import type { Message } from '../../words/message.ts';
import { language } from '../../words/speak.ts';
import { aBrowser, aWorld, type Browser, post, signedIn, type World } from '../server/world.ts';
import { addressesOf, fill, isPage } from './crawl.ts';

/** English with every word of the catalogue between marks: what stands outside of them came from elsewhere. */
function pseudo(): Catalogue {
  const marked = (text: string) =>
    text
      .split(/(<\/?\w+>)/)
      .map((part) => (/^(<\/?\w+>|\s*)$/.test(part) ? part : `⟦${part}⟧`))
      .join('');
  const pages: Record<string, Record<string, Message>> = {};
  for (const [key, message] of Object.entries(language().messages)) {
    const at = key.indexOf('.');
    const [page, word] = [key.slice(0, at), key.slice(at + 1)];
    pages[page] ??= {};
    pages[page][word] =
      typeof message === 'string'
        ? marked(message)
        : (Object.fromEntries(Object.entries(message).map(([form, text]) => [form, marked(text)])) as Message);
  }
  return pages as unknown as Catalogue;
}

let world: World;
let browser: Browser;
let csrf: string;
const TITLES = 'title, [aria-label], [title], [placeholder], [data-label], [alt]';

beforeAll(async () => {
  LANGUAGES.set('qps', makeLanguage('en-GB', 'Marked', pseudo()));
  world = await aWorld({ keep: true });
  await fill(world);
  const signed = await signedIn(world, 'admin');
  ({ browser, csrf } = signed);
  await setLanguage(world.db, signed.user.id, 'qps');
}, 120_000);

afterAll(async () => {
  LANGUAGES.delete('qps');
  await world.close();
});

/** Everything that the database holds as text, whole cells and the texts within cells of JSON. */
async function told(): Promise<{ cells: Set<string>; texts: string }> {
  const tables = await world.db.introspection.getTables();
  const cells = new Set<string>();
  for (const { name } of tables) {
    const rows = await world.db
      .selectFrom(name as 'users')
      .selectAll()
      .execute();
    for (const row of rows) for (const value of Object.values(row)) leaves(value, cells);
  }
  return { cells, texts: folded([...cells].join('\n')) };
}

function leaves(value: unknown, into: Set<string>): void {
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) leaves(one, into);
  if (typeof value !== 'string') return;
  into.add(folded(value));
  into.add(trimmed(folded(value)));
  if (/^[[{]/.test(value)) {
    try {
      leaves(JSON.parse(value), into);
    } catch {
      // Text that only looks like JSON.
    }
  }
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Takes words as they stand on a page; gives what is left when the catalogue's are taken out. */
function outside(text: string): string[] {
  let left = folded(text);
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/⟦[^⟦⟧]*⟧/g, '¦');
  }
  return left.split('¦').map(trimmed);
}

const trimmed = (part: string) => part.replace(/^[\s.,:;()“”–—+-]+|[\s.,:;()“”–—+-]+$/g, '');

/** Names and signs that are the same in every language, sums and dates, which are written by Intl. */
const SAME = [
  /^(Dealwatch|CSV|JSON|OPML|PDF|Word|Excel|Markdown|FollowTheMoney|UTC|US|UK|EU|AI|ID|SEC|RSS|Atom|English|Marked)$/,
  /^(\d{1,2} )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}$/,
  /^\d{2}:\d{2} UTC$/,
  /^[0-9a-f]{12}$|^([A-Z2-7]{4} ){3,}/,
  /^(DOCX|XLSX|docx|eml)$/,
  // Names of languages, which Intl writes; parts of audit lines; publishers within a citation; a mail's subject.
  /^(French|German|Spanish|Italian|way \w+|role \w+|via [A-Z].*|Beta|La Nación|Reuters|AP|Daily Mail|DNYUZ|Tecnologia)$/,
  // Names of the ledger, with a sum, along a loop of money.
  /^([A-Za-z]|vehicle for )\w+ [$€£][\d.]+(tn|bn|m)$|^vehicle for \w+$/,
  // What the reader says of a document, kept as a detail of a fact.
  /^(chief executive leaves|user\.?|user 3)$/,
  /^[−+]?([$€£¥₩₹]|[A-Z]{3} )?[\d.,]+(tn|bn|m|k)?$/,
  /^[a-z-]+\/[a-z-]+$|^https?:|@/,
];

type Known = Awaited<ReturnType<typeof told>>;

/** What of a piece of a page is neither in the database nor the same in every language. */
function strange(piece: string, known: Known): string[] {
  if (isKnown(piece, known)) return [];
  return piece
    .split(/[→·|×()]|, |: |; /)
    .map(trimmed)
    .filter((part) => !isKnown(part, known));
}

function isKnown(part: string, { cells, texts }: Known): boolean {
  if (!/[A-Za-z]{2}/.test(part) || SAME.some((pattern) => pattern.test(part))) return true;
  return cells.has(part) || cells.has(`${part}.`) || (part.split(' ').length > 3 && texts.includes(part));
}

async function strays(html: string, known: Known): Promise<string[]> {
  const $ = load(html);
  $('script, style, code, kbd, blockquote, [lang]:not(html), textarea, option[lang]').remove();
  const texts = $('body *')
    .contents()
    .toArray()
    .filter((node: AnyNode): node is Text => node.type === 'text')
    .map((node) => node.data);
  const said = $(TITLES)
    .toArray()
    .flatMap((element) =>
      element.name === 'title'
        ? [$(element).text()]
        : ['aria-label', 'title', 'placeholder', 'data-label', 'alt'].flatMap((name) => $(element).attr(name) ?? []),
    );
  return [...texts, ...said].flatMap(outside).flatMap((piece) => strange(piece, known));
}

describe('in a language whose every word is marked', () => {
  it('has no word on any page that is not from the catalogue or the database', { timeout: 300_000 }, async () => {
    const found = new Map<string, string>();
    const known = await told();
    const look = async (where: string, html: string) => {
      for (const word of await strays(html, known)) if (!found.has(word)) found.set(word, where);
    };
    for (const address of await addressesOf(browser)) await look(address, (await browser.get(address)).text);
    for (const { path } of routes.filter((route) => route.method === 'POST' && isPage(route))) {
      if (/^\/(sign-out|account\/)/.test(path)) continue;
      const answer = await post(browser, path.replace(/:\w+/g, '1'), { _csrf: csrf });
      if (answer.type === 'text/html') await look(`POST ${path}`, answer.text);
    }
    const stranger = aBrowser(world.app);
    const asking = { 'Accept-Language': 'qps' };
    for (const path of ['/sign-in', '/forgot']) await look(path, (await stranger.get(path).set(asking)).text);
    expect([...found].map(([word, where]) => `${word}   (${where})`)).toEqual([]);
  });
});
