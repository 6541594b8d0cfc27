import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { dropDerived } from '../../db/ledger/derived.ts';
import { factsOfDocument, factsOfPair, saveFacts } from '../../db/ledger/facts.ts';
import { getPair } from '../../db/ledger/ledger.ts';
import { setLanguage } from '../../db/people/users.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { parsePartialDay } from '../../model/day.ts';
import { type AmountFact, type NewFact, withId } from '../../model/fact.ts';
import { aDocument } from '../db/world.ts';
import { aWorld, type Browser, post, signedIn, type World, words } from './world.ts';

const TITLE = 'Amazon puts $4 billion into Larkspur';
const TEXT = `Amazon said on Monday that it has invested $4 billion in Larkspur AI, a maker of language models.

Larkspur AI has committed to spend $6 billion on Amazon Web Services.`;
const PAIR = 'amazon--larkspur';

let world: World;
let browser: Browser;
let csrf: string;
let documentId: string;
let userId: number;

beforeEach(async () => {
  world = await aWorld();
  const signed = await signedIn(world, 'analyst');
  ({ browser, csrf } = signed);
  userId = signed.user.id;
  const url = 'https://news.example/larkspur';
  const published = parsePartialDay('2026-01-14');
  documentId = (await saveDocument(world.db, aDocument({ title: TITLE, text: TEXT, url, published }))).id;
  await takeThrough(world.context);
});

const amounts = async () =>
  (await factsOfDocument(world.db, documentId)).filter((fact): fact is AmountFact => fact.type === 'amount');
const paidIn = async () => (await getPair(world.db, PAIR))?.pair.sums.paid;
const theFour = async () => (await amounts()).find((fact) => fact.amount.value === 4e9) as AmountFact;

/** The form as the page offers it, with some fields written over. */
async function send(factId: string, change: Record<string, string>, who = browser, token = csrf) {
  const $ = load((await who.get(`/correct/${factId}?next=/deals/${PAIR}`)).text);
  const fields: Record<string, string | string[]> = {};
  for (const input of $('main form [name]').toArray()) {
    const field = $(input);
    const chosen = field.is('select')
      ? field.find('[selected]').attr('value')
      : field.is('textarea')
        ? field.text().trim()
        : field.attr('value');
    const name = String(field.attr('name'));
    if (name === 'fact') fields[name] = [...[fields[name] ?? []].flat(), chosen ?? ''];
    else if (!field.is('button')) fields[name] = chosen ?? '';
  }
  const answer = await post(who, '/correct', {
    ...fields,
    _csrf: token,
    action: 'correct',
    reason: 'Misread',
    ...change,
  });
  await takeThrough(world.context);
  return answer;
}

describe('a correction', () => {
  it('of a figure counts instead of the reading, everywhere it is shown', async () => {
    expect((await send((await theFour()).id, { value: '$2.5bn' })).status).toBe(303);
    expect(await paidIn()).toEqual({ USD: 2.5e9 });
    expect(words((await browser.get(`/deals/${PAIR}`)).text)).toContain('$2.5bn');
    expect(words((await browser.get('/flags')).text)).toContain('ratio 2.4');
    expect((await browser.get('/deals.csv')).text).toContain('2500000000');
    const document = words((await browser.get(`/documents/${documentId}`)).text);
    expect(document).toContain('corrected');
    expect(document).toMatch(/\$4bn, put in.*→ .*\$2\.5bn.*Misread Test analyst/);
  });

  it('survives a rebuild, and a reader that finds the old figure again with another confidence', async () => {
    const four = await theFour();
    await send(four.id, { value: '2.5bn' });
    await dropDerived(world.db);
    await takeThrough(world.context);
    expect(await paidIn()).toEqual({ USD: 2.5e9 });
    const { id: _, ...said } = four;
    const again = withId({ ...said, confidence: 0.51 } as NewFact);
    const read = { version: 'another', readAt: world.context.now(), millis: 1 };
    await saveFacts(world.db, documentId, { extractor: 'reader', facts: [again], ...read });
    await takeThrough(world.context);
    expect(await amounts()).toMatchObject([{ amount: { value: 2.5e9 }, checked: true }]);
  });

  it('of a party moves the sum to the other pair, and its dossier is what opens', async () => {
    const answer = await send((await theFour()).id, { acquirer: 'AWS', target: 'Foxglove AI', kind: 'investment' });
    expect(answer.headers.location).toBe('/deals/amazon--foxglove');
    expect((await paidIn()) ?? {}).toEqual({});
  });

  it('of role and date is read as the form says', async () => {
    await send((await theFour()).id, { role: 'ceiling', date: '2026-01' });
    expect((await getPair(world.db, PAIR))?.pair.sums).toMatchObject({ paid: {}, ceiling: { USD: 4e9 } });
    expect(await theFour()).toMatchObject({ amount: { role: 'ceiling', date: '2026-01' } });
  });

  it('can say that the document states nothing of the kind, and can be taken back', async () => {
    await send((await theFour()).id, { action: 'withdraw' });
    expect(await paidIn()).toEqual({});
    const page = load((await browser.get(`/documents/${documentId}`)).text);
    const undo = page('.corr form').attr('action') as string;
    expect((await post(browser, undo, { _csrf: csrf, next: `/deals/${PAIR}` })).status).toBe(303);
    await takeThrough(world.context);
    expect(await paidIn()).toEqual({ USD: 4e9 });
    expect((await post(browser, undo, { _csrf: csrf, next: '/' })).status).toBe(409);
    expect(words((await browser.get(`/documents/${documentId}`)).text)).toContain('Taken back by Test analyst');
  });

  it('can itself be corrected, and taking the second back brings the first', async () => {
    await send((await theFour()).id, { value: '3bn' });
    const three = (await amounts()).find((fact) => fact.amount.value === 3e9) as AmountFact;
    await send(three.id, { value: '5bn' });
    expect(await paidIn()).toEqual({ USD: 5e9 });
    const page = load((await browser.get(`/documents/${documentId}`)).text);
    const newest = page('.corr form').first().attr('action') as string;
    await post(browser, newest, { _csrf: csrf, next: '/' });
    await takeThrough(world.context);
    expect(await paidIn()).toEqual({ USD: 3e9 });
  });

  it('takes a sum as the language of the page writes it, and says it back the same way', async () => {
    await setLanguage(world.db, userId, 'fr');
    const { id } = await theFour();
    const form = load((await browser.get(`/correct/${id}`)).text);
    expect(form('#c-value').attr('value')).toMatch(/^4\s000\s000\s000$/);
    const untouched = await send(id, { role: 'ceiling' });
    expect(untouched.status).toBe(303);
    expect((await getPair(world.db, PAIR))?.pair.sums.ceiling).toEqual({ USD: 4e9 });
    const [again] = (await amounts()).filter((fact) => fact.amount.value === 4e9);
    expect((await send(again?.id ?? '', { value: '2,75 Md $', role: 'tranche' })).status).toBe(303);
    expect(await paidIn()).toEqual({ USD: 2.75e9 });
    const wrong = await send((await amounts()).find((fact) => fact.checked)?.id ?? '', { value: 'quatre' });
    expect(words(wrong.text)).toContain('sous la forme 2,75 Md');
    const unsaid = await send((await amounts()).find((fact) => fact.checked)?.id ?? '', { value: '3 Md', reason: ' ' });
    expect(words(unsaid.text)).toContain('Dites pourquoi');
  });

  it('can rest on other words of the document, and only on such', async () => {
    const words2 = 'invested   $4 billion in\nLarkspur AI';
    await send((await theFour()).id, { value: '4.1bn', words: words2 });
    expect((await amounts()).find((fact) => fact.checked)?.evidence[0]?.quote).toBe(
      'invested $4 billion in Larkspur AI',
    );
    const [six] = (await amounts()).filter((fact) => fact.amount.value === 6e9);
    const answer = await send((six as AmountFact).id, { words: 'never said' });
    expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining('do not stand in the document')]);
  });

  it.each([
    [{ value: 'four' }, 'Write the sum as'],
    [{ value: '-3bn' }, 'Write the sum as'],
    [{ value: '2,75,0bn' }, 'Write the sum as'],
    [{ currency: 'dollars' }, 'three letters'],
    [{ date: '2026-02-30' }, 'Write the date as'],
    [{ target: '' }, 'Name the target'],
    [{ target: 'Amazon' }, 'are the same'],
    [{ role: 'gift' }, 'Choose what the sum is for'],
    [{ reason: ' ' }, 'Say why'],
  ])('is refused with what was typed kept: %j', async (change, sentence) => {
    const answer = await send((await theFour()).id, change as Record<string, string>);
    expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining(sentence)]);
    expect(await paidIn()).toEqual({ USD: 4e9 });
  });

  it('of one sum in several documents changes what the form changes, and leaves each its own date and words', async () => {
    const text = 'Amazon invested $4 billion in Larkspur AI on 9 January 2026, a filing shows.';
    const other = { title: 'Filing', text, url: 'https://other.example/1', publisher: 'Other', hash: 'h2' };
    const published = parsePartialDay('2026-01-20');
    const second = (await saveDocument(world.db, aDocument({ ...other, published }))).id;
    await takeThrough(world.context);
    const both = (await factsOfPair(world.db, PAIR)).filter(
      (fact): fact is AmountFact => fact.type === 'amount' && fact.amount.value === 4e9,
    );
    const own = new Map(both.map((fact) => [fact.documentId, [fact.amount.date, fact.evidence[0]?.quote]]));
    expect([...own.keys()].sort()).toEqual([documentId, second].sort());
    await send(both.map((fact) => fact.id).join(','), { value: '4.4bn' });
    const after = (await factsOfPair(world.db, PAIR)).filter(
      (fact): fact is AmountFact => fact.type === 'amount' && fact.checked === true,
    );
    expect(after.map((fact) => fact.amount.value)).toEqual([4.4e9, 4.4e9]);
    for (const fact of after) expect([fact.amount.date, fact.evidence[0]?.quote]).toEqual(own.get(fact.documentId));
    expect(await paidIn()).toEqual({ USD: 4.4e9 });
  });

  it('by two people at once keeps the first and tells the second', async () => {
    const other = await signedIn(world, 'admin');
    const { id } = await theFour();
    await post(browser, '/correct', { _csrf: csrf, fact: id, action: 'withdraw', reason: 'Mine' });
    const answer = await post(other.browser, '/correct', {
      _csrf: other.csrf,
      fact: id,
      action: 'withdraw',
      reason: 'Theirs',
    });
    expect(answer.status).toBe(404);
    expect(words(answer.text)).toContain('no longer counts');
  });

  it('is not for viewers, and needs a fact that is there', async () => {
    const viewer = await signedIn(world, 'viewer');
    expect((await viewer.browser.get(`/correct/${(await theFour()).id}`)).status).toBe(403);
    expect((await browser.get('/correct/nope')).status).toBe(404);
    expect((await browser.get('/correct/,')).status).toBe(404);
  });

  it('is part of the document as a test case', async () => {
    await send((await theFour()).id, { value: '2.5bn', role: 'total' });
    const file = (await browser.get(`/documents/${documentId}/annotated.json`)).body as { text: string; gold: object };
    expect(file.text).toBe(TEXT);
    expect(file.gold).toMatchObject({
      relevant: true,
      deals: expect.arrayContaining([
        expect.objectContaining({
          kind: 'investment',
          amounts: [{ value: 2.5e9, currency: 'USD', role: 'total', date: '2026-01-12' }],
        }),
      ]),
    });
  });
});
