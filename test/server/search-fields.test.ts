import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { addNote } from '../../db/review/reviews.ts';
import { parsePartialDay } from '../../model/day.ts';
import { searchQuery } from '../../server/forms/search-query.ts';
import { aDocument, aPair, at } from '../db/world.ts';
import { aWorld, type Browser, signedIn, type World, words } from './world.ts';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await aWorld();
  const signed = await signedIn(world, 'analyst');
  browser = signed.browser;
  const texts = [
    {
      title: 'Loop closes',
      text: 'Money comes round.',
      publisher: 'Example News',
      published: '2026-03-02',
      language: 'en',
    },
    {
      title: 'Le retour',
      text: 'Une boucle de capitaux, loop en anglais.',
      publisher: 'Exemple',
      published: '2026-05-20',
      language: 'fr',
    },
    {
      title: 'Register',
      text: 'A loop was looked at.',
      publisher: 'Authority',
      published: '2025-01-10',
      language: 'en',
    },
  ];
  for (const [i, { published, ...rest }] of texts.entries()) {
    const sourceClass = rest.publisher === 'Authority' ? ('official' as const) : ('press' as const);
    const address = { url: `https://news.example/${i}`, canonicalUrl: null, published: parsePartialDay(published) };
    await saveDocument(world.db, aDocument({ ...rest, ...address, sourceClass, hash: `h${i}` }));
  }
  const score = { score: 1, band: 'none' as const, floor: false };
  await replacePair(
    world.db,
    aPair({ acquirer: 'Alphacorp', target: 'Betaworks', id: 'alphacorp--betaworks' }),
    [],
    score,
    at(0),
  );
  const note = {
    pairId: 'alphacorp--betaworks',
    rule: null,
    text: 'Ask about the voting rights, @Test admin',
    userId: signed.user.id,
  };
  await addNote(world.db, { ...note, now: at(0) });
});

const titles = async (q: string) => {
  const $ = load((await browser.get(`/search?${new URLSearchParams({ q })}`)).text);
  return $('#documents tbody th a')
    .toArray()
    .map((a) => $(a).text())
    .sort();
};
const page = async (q: string) => words((await browser.get(`/search?${new URLSearchParams({ q })}`)).text);

describe('fields of a search', () => {
  it.each([
    ['loop', ['Le retour', 'Loop closes', 'Register']],
    ['title:loop', ['Loop closes']],
    ['loop publisher:example', ['Loop closes']],
    ['loop lang:fr', ['Le retour']],
    ['loop class:official', ['Register']],
    ['loop from:2026-01 to:2026-03', ['Loop closes']],
    ['loop to:2025', ['Register']],
    ['lang:fr', ['Le retour']],
    ['loop language:fr', ['Le retour']],
    ['loop outlet:example', ['Loop closes']],
    ['loop outlet:"example news"', ['Loop closes']],
    ['loop since:2026-03-02', ['Le retour', 'Loop closes']],
    ['loop after:2026-03-02', ['Le retour']],
    ['loop after:2026-03', ['Le retour']],
    ['loop after:2026', []],
    ['loop until:2026-03-02', ['Loop closes', 'Register']],
    ['loop before:2026-03-02', ['Register']],
    ['loop before:2026', ['Register']],
    ['loop After:2025 BEFORE:2026-05', ['Loop closes']],
    ['loop since:2025 after:2026-03 until:2026', ['Le retour']],
    ['loop after:2026-03 since:2025', ['Le retour']],
    ['title:"loop closes"', ['Loop closes']],
    ['title:clos*', ['Loop closes']],
  ])('%s', async (q, found) => {
    expect(await titles(q)).toEqual(found);
  });

  it('are said in words, and said to be wrong when they are', async () => {
    expect(await page('loop lang:fr from:2026-03')).toContain('Looked for “loop”. Only in French, from 1 Mar 2026.');
    expect(await page('loop from:soon class:rumour')).toMatch(
      /from: needs a date.*class: is one of official, filing, press/,
    );
    expect(await page('loop after:2026-03 before:2026-06')).toContain('Only from 1 Apr 2026, until 31 May 2026.');
    expect(await page('loop before:lunch outlet:""')).toMatch(/before: needs a date.*publisher: needs a value/);
    expect(await page('')).toMatch(/since:2026-03 until:2026-05.*after:2026-03 before:2026-06/);
    expect(searchQuery('what came after: 2026').problems).toEqual([]);
    expect(searchQuery('http://news.example/from:x').problems).toEqual([]);
  });
});

describe('a search', () => {
  it('finds companies by part of their name and notes by their words', async () => {
    expect(await page('betaw')).toMatch(/Companies1 Betaworks Deals1 pair/);
    expect(await page('voting')).toMatch(/Notes1 Ask about the voting rights.*Alphacorp → Betaworks, Test analyst/);
    expect(await page('company:alphac')).toMatch(/Alphacorp → Betaworks/);
  });

  it('offers words that are near when none is found, and changes nothing by itself', async () => {
    const $ = load((await browser.get('/search?q=captiaux')).text);
    expect($('main').text()).toContain('Near to them: capitaux');
    expect($('main a[href="/search?q=capitaux"]')).toHaveLength(1);
    expect($('input[name=q]').last().attr('value')).toBe('captiaux');
    expect(await page('xyzzyxyzzy')).not.toContain('Near to them');
  });
});
