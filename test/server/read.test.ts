import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../model/errors.ts';
import { cut, type Mark, markedParagraphs } from '../../server/reading/marks.ts';
import { aWorld, type Browser, post, signedIn, words } from './world.ts';

const TITLE = 'Microsoft puts more into Mistral AI';
const TEXT = `Microsoft has invested €15 million in Mistral AI, the two companies said on Tuesday.

In the same announcement Mistral AI committed to spend $20 million on Azure, Microsoft's cloud. The start-up was valued at $6 billion.

Google acquired the start-up Orbital Robotics.`;

async function read(fields: Record<string, string>, given: Parameters<typeof aWorld>[0] = {}) {
  const world = await aWorld(given);
  const { browser, csrf } = await signedIn(world, 'viewer');
  const answer = await send(browser, csrf, fields);
  return { ...answer, world };
}

async function send(browser: Browser, csrf: string, fields: Record<string, string>) {
  const { status, text } = await post(browser, '/read', { _csrf: csrf, ...fields });
  return { status, html: text, $: load(text), words: words(text) };
}

describe('the Read page', () => {
  it('shows the text marked, the facts beside it, what would be flagged and why, and stores nothing', async () => {
    const { status, $, words: said, world } = await read({ title: TITLE, date: '2024-02-26', text: TEXT });
    expect(status).toBe(200);
    const marks = $('.art a.m')
      .toArray()
      .map((mark) => $(mark).clone().children('sup').remove().end().text());
    expect(marks).toContain('€15 million');
    const table = words($.html($('.facts')));
    expect(table).toContain('Microsoft → Mistral AI new');
    expect(table).toMatch(/Investment €15m put in/);
    for (const mark of $('.art a.m').toArray()) expect($(`${$(mark).attr('href')}`).length).toBe(1);
    for (const link of $('.facts .fn a').toArray())
      expect($(`${$(link).attr('href')}`).length, $(link).attr('href')).toBe(1);
    expect($('.would').text()).toContain('round-tripping');
    expect($('.would .r-for').length).toBeGreaterThan(0);
    expect(said).toContain('Nothing is stored.');
    expect(said).toContain('$6bn: not tied to a deal that was read');
    const tables = ['documents', 'facts', 'readings', 'pairs'] as const;
    for (const table of tables) expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  it('keeps every character of the text, whatever line ends the browser sends', async () => {
    const { $ } = await read({ title: '', date: '', text: TEXT.replaceAll('\n', '\r\n') });
    $('.art sup').remove();
    expect(
      $('.art p:not(.lab)')
        .toArray()
        .map((p) => $(p).text()),
    ).toEqual(TEXT.split('\n\n'));
    expect($('textarea').text().trim()).toBe(TEXT);
  });

  it('says that a sum is not known where a deal has none, or a figure has no currency', async () => {
    const none = await read({
      title: '',
      date: '2024-02-26',
      text: 'Google acquired the start-up Orbital Robotics on Monday. Terms were not disclosed.',
    });
    expect(none.words).toContain('No sum was read for acquisition Google → Orbital Robotics');
    expect(none.$('.facts').text()).toContain('no sum read');
    const bare = await read({
      title: '',
      date: '2024-02-26',
      text: 'Microsoft has invested 15 million in Mistral AI, it said on Monday.',
    });
    expect(bare.words).toContain('A figure without a currency is not taken for money.');
  });

  it('says which language it is that is not read', async () => {
    const text =
      'Microsoft on sijoittanut suomalaiseen tekoäly-yhtiöön huomattavan summan rahaa, kertoo yhtiö tiistaina julkaistussa tiedotteessaan. '.repeat(
        4,
      );
    expect((await read({ title: '', date: '', text })).words).toMatch(/The text is in Finnish\. English, French/);
  });

  it('says that nothing was read, and what would be', async () => {
    const { words: said } = await read({
      title: '',
      date: '',
      text: 'The weather in the mountains was fine, and the hikers were glad of it.',
    });
    expect(said).toContain('No deal was read in this text.');
    expect(said).toContain('Nothing was read in it.');
  });

  it('says of a text in a language that is not read that it cannot be judged, not that it holds nothing', async () => {
    const text = 'أعلنت شركة أمازون أنها ستستثمر أربعة مليارات دولار في شركة أنثروبيك الناشئة هذا الأسبوع.';
    const said = (await read({ title: '', date: '', text })).words;
    expect(said).toContain('It cannot be judged: The text is in Arabic.');
    expect(said).not.toContain('No deal was read');
    expect(said).not.toContain('Did not fire');
  });

  it('warns of a date in the future and of none', async () => {
    expect((await read({ title: '', date: '2031', text: TEXT })).words).toContain('in the future');
    expect((await read({ title: '', date: '', text: TEXT })).words).toContain('No date was given');
  });

  it('answers at the field when there is no text, too much of it, or a date that does not exist', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'viewer');
    const empty = await send(browser, csrf, { title: 'Kept', date: '2024-02-30', text: ' \n ' });
    expect([empty.status, empty.$('#text-error').text(), empty.$('#title').attr('value')]).toEqual([
      422,
      expect.stringContaining('nothing to read'),
      'Kept',
    ]);
    expect(empty.$('#date-error').text()).toContain('2026-05-22');
    expect(empty.words).toContain('2 things to correct');
    const long = await send(browser, csrf, { title: '', date: '', text: 'x '.repeat(250_100) });
    expect([long.status, long.$('#text-error').text()]).toEqual([422, expect.stringContaining('500,000')]);
    expect((await send(browser, csrf, { text: 'x'.repeat(4_000_000) })).status).toBe(413);
  });

  it('says so when the reader gave up, and keeps the text', async () => {
    const understand = async () => {
      throw new Unreadable('Reading took longer than 20 s and was broken off.');
    };
    const { status, $ } = await read({ title: '', date: '', text: TEXT }, { workers: { understand } });
    expect([status, $('#text-error').text()]).toEqual([422, expect.stringContaining('took longer than 20 s')]);
    expect($('textarea').text()).toContain('Orbital Robotics');
  });

  it('is asked no more than so often by one person', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'viewer');
    const statuses = [];
    for (let i = 0; i < 31; i++) statuses.push((await send(browser, csrf, { text: '' })).status);
    expect(statuses.slice(-2)).toEqual([422, 429]);
  });
});

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x>',
  '</mark></a></article><script>alert(1)</script>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<form action=//evil.example><button>',
  '"><a ping=//evil.example href=javascript:alert(1)>x</a>',
  '</textarea><script>alert(1)</script>',
  '&lt;script&gt;',
  '<%= process.env %>',
  '\u202Etxet desrever\u202C',
  '#{7*7}',
  '{{7*7}}',
];

describe('hostile text (H05, H06)', () => {
  it.each(PAYLOADS)('shows %j as it stands and lets it do nothing', async (payload) => {
    const plain = await read({ title: 'T', date: '', text: TEXT });
    const text = TEXT.replace('in Mistral AI,', `in Mistral AI ${payload},`).replace('€15', `${payload} €15`);
    const { $, status } = await read({ title: payload, date: '', text: `${text}\n\n${payload}` });
    expect(status).toBe(200);
    for (const tag of [
      'script',
      'img',
      'svg animate',
      'iframe',
      'base',
      'meta[http-equiv]',
      'math',
      'style',
      'a[ping]',
      '[onerror]',
      '[onbegin]',
    ]) {
      expect($(tag).length, tag).toBe(plain.$(tag).length);
    }
    expect($('form').length).toBe(plain.$('form').length);
    expect($('.art p').last().text()).toBe(payload);
    expect($('#title').attr('value')).toBe(payload);
  });
});

describe('cutting a text at marks', () => {
  const tones = ['m-i', 'm-b', 'm-s'];
  const texts = fc.string({
    unit: fc.constantFrom('a', 'é', '😀', '<', '&', ' ', '\n', '\n\n', '\u0000', '\ud83d', '\ude00'),
    maxLength: 60,
  });
  const places = fc.array(fc.tuple(fc.nat(80), fc.nat(80), fc.constantFrom(...tones)), { maxLength: 8 });
  const marksOf = (given: [number, number, string][]): Mark[] =>
    given.map(([start, end, tone], i) => ({ start, end, tone, fact: i + 1 }));

  it('loses, doubles and splits no character, wherever marks begin and end', () => {
    fc.assert(
      fc.property(texts, places, (text, given) => {
        const pieces = cut(text, 0, text.length, marksOf(given));
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const [i, piece] of pieces.entries()) {
          const splits = /[\ud800-\udbff]$/.test(piece.text) && /^[\udc00-\udfff]/.test(pieces[i + 1]?.text ?? '');
          expect(splits).toBe(false);
        }
      }),
      { seed: 20260601, numRuns: 500 },
    );
  });

  it('keeps all words of all paragraphs', () => {
    fc.assert(
      fc.property(texts, places, (text, given) => {
        const shown = markedParagraphs(text, marksOf(given))
          .flat()
          .map((piece) => piece.text)
          .join('');
        expect(shown.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { seed: 20260601, numRuns: 500 },
    );
  });

  it('gives overlapping marks their own pieces, and each number where its words end', () => {
    const pieces = cut('one two three', 0, 13, [
      { start: 0, end: 13, fact: 1, tone: 'm-s' },
      { start: 4, end: 7, fact: 2, tone: 'm-i' },
    ]);
    expect(pieces.map(({ text, tone, ending, starting }) => [text, tone, starting, ending])).toEqual([
      ['one ', 'm-s', [1], []],
      ['two', 'm-i', [2], [2]],
      [' three', 'm-s', [], [1]],
    ]);
  });
});
