import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DocumentToSave, saveDocument } from '../../db/documents/documents.ts';
import { setDocumentState } from '../../db/documents/reading.ts';
import { saveFacts } from '../../db/ledger/facts.ts';
import { parsePartialDay } from '../../model/day.ts';
import { type NewFact, withId } from '../../model/fact.ts';
import { aDocument, at } from '../db/world.ts';
import { LARKSPUR, tell } from './story.ts';
import { aBrowser, aWorld, type Browser, signedIn, type World, words } from './world.ts';

const { title: TITLE, text: TEXT } = LARKSPUR;

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await aWorld();
  ({ browser } = await signedIn(world, 'viewer'));
});

async function store(change: Partial<DocumentToSave> = {}): Promise<string> {
  return (await saveDocument(world.db, aDocument(change))).id;
}

const told = () => tell(world, { published: '2026-01-14' });

/** Stores facts by the places of their words, whatever a reader would find. */
async function mark(documentId: string, text: string, spans: readonly [number, number][]): Promise<string[]> {
  const base = {
    documentId,
    confidence: 1,
    background: false,
    acquirer: 'Alpha',
    target: 'Beta',
    kind: 'cloud' as const,
  };
  const facts = spans.map(([start, end], i) =>
    withId({
      ...base,
      type: 'amount',
      amount: { value: i + 1, currency: 'USD', role: 'commitment' },
      evidence: [{ start, end, quote: text.slice(start, end), in: 'text' }],
    } satisfies NewFact),
  );
  await saveFacts(world.db, documentId, { extractor: 'test', version: '1', readAt: at(1), millis: 1, facts });
  return facts.map((fact) => fact.id);
}

const get = async (path: string) => (await browser.get(path)).text;
const titlesOn = (html: string) => {
  const $ = load(html);
  return $('table.documents tbody th > a')
    .toArray()
    .map((a) => $(a).text());
};

describe('a document that was read in part', () => {
  it('says so, on its own page and in the list', async () => {
    const id = await store();
    const reason = 'It tells of very many deals. It was read in full as far as “Item 5,000 …”.';
    await setDocumentState(world.db, id, { state: 'read', reason, language: 'en' });
    expect(load(await get(`/documents/${id}`))('.note.warn').text()).toContain(reason);
    expect(await get('/documents')).toContain(reason);
  });
});

describe('the list of documents', () => {
  it('says of each its day, outlet, class, language, how many deals were read, and its state', async () => {
    await told();
    const row = load(await get('/documents'))('table.documents tbody tr').text();
    for (const said of ['14 Jan 2026', TITLE, 'Example News', 'press', 'English', '2', 'Read'])
      expect(row).toContain(said);
  });

  it('says why a document could not be read, and leads from a copy to the document that counts', async () => {
    await store({ text: ' ', url: 'https://news.example/empty' });
    const long = `${TEXT} ${TEXT}`;
    const first = await store({ text: long, url: 'https://a.example/1', canonicalUrl: 'https://a.example/1' });
    await store({
      text: long,
      url: 'https://b.example/1',
      canonicalUrl: 'https://b.example/1',
      publisher: 'Other News',
    });
    const page = await get('/documents');
    expect(words(page)).toContain('Could not be read The page holds no text.');
    expect(words(page)).toContain('Same text as another document');
    expect(load(page)('td a[href^="/documents/"]').attr('href')).toBe(`/documents/${first}`);
  });

  it('finds words, phrases and beginnings, and marks them in what it found', async () => {
    await told();
    await store({ title: 'Weather', text: 'It will rain in Zürich.', url: 'https://news.example/rain' });
    expect(titlesOn(await get('/documents?q=rain'))).toEqual(['Weather']);
    expect(titlesOn(await get('/documents?q=%22primary+cloud%22'))).toEqual([TITLE]);
    expect(titlesOn(await get('/documents?q=%22cloud+primary%22'))).toEqual([]);
    const page = load(await get('/documents?q=zuri*'));
    expect(page('th mark').text()).toBe('Zürich');
    expect(page('main').text()).toContain('words that begin with “zuri”');
  });

  it('narrows by state, language, outlet and class of source, and says which filter hides everything', async () => {
    await store({ title: 'One', text: 'one', url: 'https://a.example/1' });
    await store({ title: 'Deux', text: 'deux', url: 'https://b.example/1', language: 'fr', publisher: 'Quotidien' });
    await store({ title: 'Three', text: 'three', url: 'https://c.example/1', sourceClass: 'official' });
    expect(titlesOn(await get('/documents?language=fr'))).toEqual(['Deux']);
    expect(titlesOn(await get('/documents?publisher=Quotidien&state=fetched'))).toEqual(['Deux']);
    expect(titlesOn(await get('/documents?class=official'))).toEqual(['Three']);
    expect(titlesOn(await get('/documents?state=nope&class=nope'))).toHaveLength(3);
    const none = load(await get('/documents?class=filing&language=fr'));
    expect(none('.empty-s').text()).toContain('No document matches');
    expect(none('.chip').first().attr('href')).toBe('/documents?language=fr');
    const options = none('select[name=publisher] option').toArray();
    expect(options.map((option) => none(option).text())).toEqual(['any outlet', 'Example News', 'Quotidien']);
  });

  it('shows a hundred at a time', async () => {
    for (let i = 0; i < 101; i += 1) await store({ title: `T${i}`, text: `text ${i}`, url: `https://a.example/${i}` });
    const first = await get('/documents?state=fetched');
    expect(titlesOn(first)).toHaveLength(100);
    expect(load(first)('.pager').text()).toContain('1–100 of 101');
    const second = await get(load(first)('.pager a[rel=next]').attr('href') ?? '');
    expect(titlesOn(second)).toEqual(['T0']);
    expect(words(await get('/documents?page=7'))).toContain('nothing on this page of 101');
  });

  it('says in words that there is nothing yet, or nothing to look for', async () => {
    expect(words(await get('/documents'))).toContain('Nothing has been read yet');
    await store();
    expect(words(await get('/documents?q=%22%22+%2A'))).toContain('There is no word to look for');
  });

  it('is not for strangers', async () => {
    const id = await store();
    for (const path of ['/documents', `/documents/${id}`]) {
      const { status, headers } = await aBrowser(world.app).get(path);
      expect([status, headers.location]).toEqual([302, expect.stringMatching(/^\/sign-in/)]);
    }
  });
});

describe('one document', () => {
  it('shows where it is from, and its whole text with the words of each kind marked', async () => {
    const id = await told();
    const page = await get(`/documents/${id}`);
    const $ = load(page);
    for (const said of ['Example News', 'press', '14 Jan 2026', 'English', '1 Jun 2026, 12:00 UTC'])
      expect(words(page)).toContain(said);
    expect($('a[href="https://news.example/larkspur"]').length).toBeGreaterThan(0);
    $('.art sup').remove();
    const paragraphs = $('.art p').toArray();
    expect(paragraphs.map((p) => $(p).text().trim()).join('\n\n')).toBe(TEXT);
    expect($('.art mark.m-i').text()).toContain('$4 billion');
    expect($('.art mark.m-b').text()).toContain('$6 billion');
  });

  it('has one place for every fact, where links from passages arrive, and leads on to the deal', async () => {
    const id = await told();
    const dossier = load(await get('/deals/amazon--larkspur'));
    const links = dossier(`a[href^="/documents/${id}#fact-"]`)
      .toArray()
      .map((a) => String(dossier(a).attr('href')).split('#')[1]);
    const $ = load(await get(`/documents/${id}`));
    expect(links.length).toBeGreaterThan(2);
    for (const anchor of links) expect($(`mark [id="${anchor}"]`), anchor).toHaveLength(1);
    const ids = $('[id]').toArray();
    expect(new Set(ids.map((e) => $(e).attr('id'))).size).toBe(ids.length);
    expect($('table.facts a[href="/deals/amazon--larkspur"]')).toHaveLength(1);
    for (const e of $('a[href^="#"]').toArray()) expect($($(e).attr('href') ?? '#'), $.html(e)).toHaveLength(1);
  });

  it('cuts marks that overlap or end inside a character of two units without losing either', async () => {
    const text = '0123456789 🙂 abc 🙂';
    const id = await store({ text });
    const anchors = await mark(id, text, [
      [0, 8],
      [4, 12],
      [5, 6],
      [12, 15],
      [18, 20],
    ]);
    const page = await get(`/documents/${id}`);
    const $ = load(page);
    for (const anchor of anchors) expect($(`[id="fact-${anchor}"]`), anchor).toHaveLength(1);
    $('.art sup').remove();
    expect($('.art p').text().trim()).toBe(text);
    expect(page).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|�/);
  });

  it('keeps words that would be markup as words', async () => {
    const text = 'Alpha </mark><script>alert(1)</script><img src=x onerror=alert(1)> put &lt;2&gt; into Beta';
    const evil = '"><svg onload=alert(1)>';
    const id = await store({
      text,
      title: evil,
      publisher: evil,
      byline: evil,
      url: 'javascript:alert(1)',
      language: evil,
    });
    await mark(id, text, [
      [9, 30],
      [20, 70],
    ]);
    for (const path of [
      '/documents',
      '/documents?q=alpha',
      `/documents?publisher=${encodeURIComponent(evil)}`,
      `/documents/${id}`,
    ]) {
      const $ = load(await get(path));
      expect([path, $('main script, main img, main svg[onload]').length]).toEqual([path, 0]);
      expect($('[href^="javascript"]')).toHaveLength(0);
      expect($('main').text()).toContain(evil);
    }
    const $ = load(await get(`/documents/${id}`));
    expect($('main').text()).toContain('javascript:alert(1)');
    $('.art sup').remove();
    expect($('.art p').text().trim()).toBe(text);
  });

  it('puts a fact without words at its line', async () => {
    const id = await store();
    const fact = withId({
      documentId: id,
      confidence: 1,
      background: false,
      evidence: [],
      type: 'scrutiny',
      authority: 'CMA',
      acquirer: null,
      target: null,
      status: 'phase1',
      date: null,
      stage: null,
    });
    await saveFacts(world.db, id, { extractor: 'test', version: '1', readAt: at(1), millis: 1, facts: [fact] });
    const $ = load(await get(`/documents/${id}`));
    expect($(`table.facts [id="fact-${fact.id}"]`)).toHaveLength(1);
    expect($('table.facts').text()).toContain('The whole sector');
  });

  it('leads from a copy to the document that counts, and from an earlier text to the later one', async () => {
    const long = `${TEXT} ${TEXT}`;
    const first = await store({ text: long, url: 'https://a.example/1', canonicalUrl: 'https://a.example/1' });
    const copy = await store({ text: long, url: 'https://b.example/1', canonicalUrl: 'https://b.example/1' });
    expect(load(await get(`/documents/${copy}`))(`.note a[href="/documents/${first}"]`)).toHaveLength(1);
    expect(load(await get(`/documents/${first}`))(`#origin a[href="/documents/${copy}"]`)).toHaveLength(1);
    const url = 'https://c.example/1';
    const old = await store({
      text: `${TEXT} Before.`,
      url,
      canonicalUrl: url,
      published: parsePartialDay('2026-03-01'),
    });
    const now = await store({
      text: `${TEXT} After.`,
      url,
      canonicalUrl: url,
      fetchedAt: at(9),
      published: parsePartialDay('2026-03-01'),
    });
    expect(words(await get(`/documents/${old}`))).toContain('The page has another text now');
    expect(load(await get(`/documents/${old}`))(`#origin a[href="/documents/${now}"]`)).toHaveLength(1);
  });

  it('that does not exist is not found', async () => {
    for (const id of ['nope', '%00', '..%2fx', '%3Cb%3E'])
      expect((await browser.get(`/documents/${id}`)).status).toBe(404);
  });
});
