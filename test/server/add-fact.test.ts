import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { dropDerived } from '../../db/ledger/derived.ts';
import { factsOfDocument, saveFacts } from '../../db/ledger/facts.ts';
import { getPair } from '../../db/ledger/ledger.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { parsePartialDay } from '../../model/day.ts';
import { aDocument } from '../db/world.ts';
import { aWorld, type Browser, post, signedIn, type World, words } from './world.ts';

const TEXT = `The weather was fine on Monday.

Those who know the matter say that Brightwater put 300 million dollars on the table for a tenth of Larkspur.`;
const PAIR = 'brightwater--larkspur';
const SUM = {
  what: 'amount',
  words: 'Brightwater put 300  million dollars on the table',
  value: '300m',
  currency: 'usd',
  role: 'tranche',
  date: '2026-01',
  kind: 'investment',
  acquirer: 'Brightwater',
  target: 'Larkspur',
  certainty: 'reported',
  reason: 'Missed by the reader',
};

let world: World;
let browser: Browser;
let csrf: string;
let id: string;

beforeEach(async () => {
  world = await aWorld();
  ({ browser, csrf } = await signedIn(world, 'analyst'));
  const published = parsePartialDay('2026-01-14');
  const document = aDocument({ title: 'A tenth of Larkspur', text: TEXT, url: 'https://news.example/l', published });
  id = (await saveDocument(world.db, document)).id;
  await takeThrough(world.context);
});

async function add(change: Record<string, string> = {}) {
  const answer = await post(browser, `/documents/${id}/add`, { _csrf: csrf, ...SUM, ...change });
  await takeThrough(world.context);
  return answer;
}

const facts = () => factsOfDocument(world.db, id);

describe('a fact that the reader missed', () => {
  it('is added with its words, brings its deal along, and counts in the ledger', async () => {
    expect(await facts()).toEqual([]);
    expect((await add()).status).toBe(303);
    expect(await facts()).toMatchObject([
      { type: 'deal', certainty: 'reported', checked: true },
      { type: 'amount', amount: { value: 3e8, currency: 'USD', date: '2026-01' }, checked: true },
    ]);
    const [first] = (await facts())[1]?.evidence ?? [];
    expect(TEXT.slice(first?.start, first?.end)).toBe('Brightwater put 300 million dollars on the table');
    expect((await getPair(world.db, PAIR))?.pair.deals).toMatchObject([{ kind: 'investment', certainty: 'reported' }]);
    expect(words((await browser.get(`/deals/${PAIR}`)).text)).toContain('$300m');
    expect(words((await browser.get(`/documents/${id}`)).text)).toMatch(/not read → .*\$300m, put in.*Missed by/);
  });

  it('does not state its deal twice, and cannot itself be added twice', async () => {
    await add();
    expect((await add({ value: '400m', role: 'ceiling' })).status).toBe(303);
    expect((await facts()).map(({ type }) => type)).toEqual(['deal', 'amount', 'amount']);
    const again = await add();
    expect(again.status).toBe(422);
    expect(words(again.text)).toContain('on record already');
  });

  it('outranks and outlives what is read again, and a rebuild', async () => {
    await add();
    await saveFacts(world.db, id, {
      extractor: 'reader',
      version: 'another',
      facts: [],
      readAt: world.context.now(),
      millis: 1,
    });
    await dropDerived(world.db);
    await takeThrough(world.context);
    expect((await getPair(world.db, PAIR))?.pair.documentIds).toEqual([id]);
    expect(await facts()).toHaveLength(2);
  });

  it('can be taken back', async () => {
    await add();
    const page = load((await browser.get(`/documents/${id}`)).text);
    const undo = page('.corr form')
      .toArray()
      .map((form) => String(page(form).attr('action')));
    expect(undo).toHaveLength(2);
    for (const action of undo) await post(browser, action, { _csrf: csrf, next: `/documents/${id}` });
    await takeThrough(world.context);
    expect(await facts()).toEqual([]);
    expect(await getPair(world.db, PAIR)).toBeNull();
  });

  it.each([
    ['deal', { certainty: 'done' }],
    ['term', { term: 'board-seat', detail: 'one of seven' }],
    ['scrutiny', { authority: 'CMA', status: 'phase1', stage: 'Inquiry opened' }],
  ])('may be a %s', async (what, fields) => {
    const form = words((await browser.get(`/documents/${id}/add?what=${what}&words=a+tenth`)).text);
    expect(form).toContain('a tenth');
    expect((await add({ what, ...fields })).status).toBe(303);
    expect((await facts()).map(({ type }) => type)).toContain(what);
  });

  it('needs words that stand in the document, a sum, two parties and a reason; what was typed stays', async () => {
    const wrong = await add({ words: 'never said', value: 'much', target: '' });
    expect(wrong.status).toBe(422);
    expect(words(wrong.text)).toMatch(/do not stand in the document.*Write the sum.*Name the target/s);
    expect(load(wrong.text)('#c-acquirer').attr('value')).toBe('Brightwater');
    expect((await add({ words: '' })).status).toBe(422);
    expect((await add({ reason: ' ' })).status).toBe(422);
    expect(await facts()).toEqual([]);
  });

  it('is added neither by readers, nor to a document that is not there', async () => {
    const { browser: reader, csrf: token } = await signedIn(world, 'viewer');
    expect((await post(reader, `/documents/${id}/add`, { ...SUM, _csrf: token })).status).toBe(403);
    expect((await browser.get('/documents/none/add')).status).toBe(404);
  });

  it('is not added to a copy: the text that stands for it is named', async () => {
    const copy = aDocument({ title: 'A tenth of Larkspur', text: TEXT, url: 'https://other.example/l' });
    const { id: other, duplicateOf } = await saveDocument(world.db, copy);
    expect(duplicateOf).toBe(id);
    expect((await browser.get(`/documents/${other}/add`)).status).toBe(404);
  });
});
