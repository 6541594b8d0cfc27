import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { rawOf } from '../../db/open.ts';
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
    ['stake OR seat', ['Board', 'Rumour', 'Story']],
    ['minority (stake OR seat)', ['Story']],
    ['stake -rumour', ['Story']],
    ['stake NOT title:rumour', ['Story']],
    ['stake -"minority stake"', ['Rumour']],
    ['"takes stake"~2', ['Story']],
    ['"takes stake"~1', []],
    ['stake near/2 takes', ['Story']],
    ['stak* near/3 takes', ['Story']],
    ['minority AND stake', ['Story']],
    ['and or not', []],
  ])('understands %j', async (query, titles) => {
    await tell('Story', 'It takes a minority stake.', '2026-01-03');
    await tell('Rumour', 'A stake is talked of.', '2026-01-02');
    await tell('Board', 'It gets a seat.', '2026-01-01');
    expect(found(await find(query)).documents.sort()).toEqual(titles);
  });

  it('leaves out among many what stands between the newest and the oldest', async () => {
    for (let i = 0; i < 30; i += 1) await tell(`S${i}`, i % 10 ? 'A stake of rumour.' : 'A stake.', '2026-01-01');
    expect(found(await find('stake -rumour')).documents.sort()).toEqual(['S0', 'S10', 'S20']);
  });

  it('asks the index for whole numbers of rows, since it reads to its end for any other', async () => {
    const raw = rawOf(world.db);
    const prepare = raw.prepare.bind(raw);
    const asked: unknown[][] = [];
    raw.prepare = ((text: string) => {
      const statement = prepare(text);
      if (!/documents_fts match \? and rowid/.test(text)) return statement;
      const pluck = statement.pluck.bind(statement);
      statement.pluck = () => {
        const plucked = pluck();
        const all = plucked.all.bind(plucked);
        plucked.all = (...values: unknown[]) => {
          asked.push(values.slice(1, text.includes('limit') ? 2 : 3));
          return all(...values);
        };
        return plucked;
      };
      return statement;
    }) as typeof raw.prepare;
    await tell('Story', 'It takes a minority stake.', '2026-01-01');
    await find('stake -rumour');
    raw.prepare = prepare;
    expect(asked.flat().length).toBeGreaterThan(2);
    expect(asked.flat().filter((value) => typeof value !== 'bigint')).toEqual([]);
  });

  it('finds by a filter what hundreds of newer hits would hide', async () => {
    await tell('Early', 'A stake was taken.', '2019-05-01');
    for (let i = 0; i < 520; i += 1) await tell(`S${i}`, `A stake, number ${i}.`, '2026-01-01');
    expect(found(await find('stake to:2020')).documents).toEqual(['Early']);
  });

  it.each([
    ['OR stake', 'OR needs a word on each side of it.'],
    ['stake OR', 'OR needs a word on each side of it.'],
    ['near/5 stake', 'near/5 needs a word on each side of it'],
    ['"stake"~5', '“…”~5 two words'],
    ['(stake', 'A bracket has no partner.'],
    ['stake)', 'A bracket has no partner.'],
    ['-stake', 'There are only words to leave out'],
    ['minority (stake -rumour)', 'write it outside of brackets'],
  ])('says what is wrong with %j, and looks for the rest', async (query, said) => {
    await tell('Story', 'It takes a minority stake.', '2026-01-01');
    const html = await find(query);
    expect(words(html).replaceAll('"', '“').replace('“…“', '“…”')).toContain(said);
    expect(found(html).documents).toEqual(query === '-stake' ? [] : ['Story']);
  });

  it('offers to narrow by what differs, with counts that the narrowed search gives', async () => {
    await tell('Story', 'It takes a minority stake.', '2026-01-01');
    await tell('Older', 'A stake.', '2024-01-01');
    await tell('Oldest', 'A stake.', '2024-02-01');
    const $ = load(await find('stake'));
    const options = $('.narrowing a')
      .toArray()
      .map((a) => [words($.html(a)), $(a).attr('href')]);
    expect(options).toEqual([
      ['2026 1', '/search?q=stake+from%3A2026+to%3A2026'],
      ['2024 2', '/search?q=stake+from%3A2024+to%3A2024'],
    ]);
    expect(found((await browser.get(options[1]?.[1] as string)).text).documents).toEqual(['Oldest', 'Older']);
  });

  it('opens a document at what was found', async () => {
    await tell('Story', `${'Long before. '.repeat(200)}It takes a minority stake in the firm, they say.`, '2026-01-01');
    const link = load(await find('"minority stake"'))('#documents tbody th a').attr('href');
    expect(link).toMatch(/^\/documents\/\w+#:~:text=minority%20stake%20in%20the&text=minority$/);
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
    [
      'alpha OR beta "a b"~3 -gamma',
      'Looked for all of: “alpha” or “beta”, “a” and “b” with at most 3 words between them; without “gamma”.',
    ],
    ['alpha (beta AND gamma OR delta)', 'Looked for all of: “alpha”, “beta” and (“gamma” or “delta”).'],
    ['title:alp*', 'Looked for words that begin with “alp” in the title.'],
    ['"*"', null],
  ])('%j', (query, said) => {
    expect(searchSentence(query)).toBe(said);
  });
});
