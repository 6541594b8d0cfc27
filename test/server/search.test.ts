import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents.ts';
import { replacePair } from '../../db/ledger.ts';
import { parsePartialDay } from '../../model/day.ts';
import { searchSentence } from '../../server/present/search-words.ts';
import { aDocument, aPair, at } from '../db/world.ts';
import { aBrowser, aWorld, type Browser, signedIn, type World, words } from './world.ts';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await aWorld();
  ({ browser } = await signedIn(world, 'viewer'));
});

async function tell(title: string, text: string, published: string): Promise<void> {
  const url = `https://news.example/${encodeURIComponent(title)}`;
  await saveDocument(world.db, aDocument({ title, text, url, published: parsePartialDay(published) }));
}

async function pair(acquirer: string, target: string): Promise<void> {
  const id = `${acquirer}--${target}`.toLowerCase();
  const score = { score: 10, band: 'Low' as const, floor: false };
  await replacePair(world.db, aPair({ id, acquirer, target }), [], score, at(0));
}

const find = async (query: string) => (await browser.get(`/search?q=${encodeURIComponent(query)}`)).text;
function found(html: string): { deals: string[]; documents: string[] } {
  const $ = load(html);
  const names = (table: string) =>
    $(`table.${table} tbody th a`)
      .toArray()
      .map((a) => $(a).text());
  return { deals: names('deals'), documents: names('documents') };
}

describe('the search', () => {
  it('finds deals by names on either side and documents by words, the newest first', async () => {
    await pair('Amazon', 'Larkspur');
    await pair('Amazon', 'Other');
    await tell('Old story', 'Amazon met Larkspur.', '2024-01-01');
    await tell('New story', 'Larkspur and Amazon again.', '2026-01-01');
    await tell('Elsewhere', 'Amazon alone.', '2026-02-01');
    const html = await find('larkspur amazon');
    expect(found(html)).toEqual({ deals: ['Amazon → Larkspur'], documents: ['New story', 'Old story'] });
    expect(words(html)).toContain('Looked for all of: “larkspur”, “amazon”.');
    expect(load(html)('#documents mark').first().text()).toBe('Larkspur');
    expect(load(html)('a[href="/documents?q=larkspur+amazon"]')).toHaveLength(1);
  });

  it('finds beginnings and phrases', async () => {
    await pair('Amazon', 'Larkspur');
    await tell('Story', 'It takes a minority stake.', '2026-01-01');
    expect(found(await find('lark*')).deals).toEqual(['Amazon → Larkspur']);
    expect(found(await find('"minority stake"')).documents).toEqual(['Story']);
    expect(found(await find('"stake minority"')).documents).toEqual([]);
  });

  it.each([
    ['', 'Which company, or which words?'],
    ['   ', 'Which company, or which words?'],
    ['*** "" --', 'There is no word to look for.'],
    ['nothinglikeit', 'Nothing matches.'],
  ])('explains itself when %j finds nothing', async (query, said) => {
    await tell('Story', 'It takes a minority stake.', '2026-01-01');
    const text = words(await find(query));
    expect(text).toContain(said);
    expect(text).toContain('Put a phrase in “quotes”');
  });

  it.each(['NEAR(', 'title:a AND ^b* OR', '"', "'; drop table documents", 'a OR '.repeat(400), '%', '\\', '\0', '🙂'])(
    'takes %j for words',
    async (query) => {
      const answer = await browser.get(`/search?q=${encodeURIComponent(query)}&page=-3`);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('name="q"');
    },
  );

  it('shows twenty documents at a time', async () => {
    for (let i = 0; i < 21; i += 1) await tell(`Story ${i}`, `The same stake, number ${i}.`, '2026-01-01');
    const html = await find('stake');
    expect(found(html).documents).toHaveLength(20);
    const next = load(html)('.pager a[rel=next]').attr('href') ?? '';
    expect(found((await browser.get(next)).text).documents).toEqual(['Story 0']);
    expect(words((await browser.get('/search?q=stake&page=9')).text)).toContain('nothing on this page');
  });

  it('keeps what was typed and what it found as words', async () => {
    const evil = '"><script>alert(1)</script>';
    await tell(evil, `alert and </mark>${evil}`, '2026-01-01');
    await pair('Alert', evil);
    const $ = load(await find(`${evil} alert`));
    expect($('main script')).toHaveLength(0);
    expect($('input[name=q]').last().attr('value')).toBe(`${evil} alert`);
    expect(load(await find('alert'))('main').text()).toContain(evil);
  });

  it('is not for strangers', async () => {
    const { status, headers } = await aBrowser(world.app).get('/search?q=a');
    expect([status, headers.location]).toEqual([302, '/sign-in?next=%2Fsearch%3Fq%3Da']);
  });
});

describe('a query in words', () => {
  it.each([
    ['alpha', 'Looked for “alpha”.'],
    ['alpha "round trip" inv*', 'Looked for all of: “alpha”, “round trip” in this order, words that begin with “inv”.'],
    ['"*"', null],
  ])('%j', (query, said) => {
    expect(searchSentence(query)).toBe(said);
  });
});
