import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents.ts';
import { saveFacts } from '../../db/facts.ts';
import { rawOf } from '../../db/open.ts';
import { READER, requeueOutdated, setDocumentState } from '../../db/reading.ts';
import { readDocument } from '../../extract/index.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { factsOf } from '../../model/fact.ts';
import { aDocument, at } from '../db/world.ts';
import { aWorld, type Browser, signedIn, type World, words } from './world.ts';

const TEXT = 'Microsoft has invested $2bn in Mistral AI. Mistral AI will use the cloud of Microsoft.';
const OLDER = 'Microsoft has invested $3bn in Mistral AI.';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await aWorld();
  ({ browser } = await signedIn(world, 'analyst'));
});

const get = async () => words((await browser.get('/rereadings')).text);

/** Stores a document that says both sums, and what a reader of this version found of it in one of the two sentences. */
async function stored(id: string, text: string): Promise<string> {
  const document = aDocument({ url: `https://news.example/${id}`, hash: id, title: `Title ${id}`, text });
  return (await saveDocument(world.db, document)).id;
}

async function readBy(version: string, id: string, title: string, sentence: string, text: string): Promise<void> {
  const reading = readDocument({ title, text: sentence, published: null, language: 'en' });
  // The shorter text begins the longer one, so that every quote stands where it says
  if (!text.startsWith(sentence)) throw new Error('The sentence must begin the text.');
  const facts = factsOf(id, reading);
  await saveFacts(world.db, id, { extractor: READER, version, facts, readAt: at(1), millis: 1 });
  await setDocumentState(world.db, id, { state: 'read', reason: null, language: 'en' });
}

describe('what a newer reader changed', () => {
  it('says in words that nothing has been read twice', async () => {
    expect(await get()).toContain('No document has been read a second time.');
  });

  it('lists facts that came and went, by pair and by document, and leaves out documents that say the same', async () => {
    const text = `${OLDER} ${TEXT}`;
    const id = await stored('one', text);
    await readBy('1', id, 'Title one', '', text);
    await readBy('2', id, 'Title one', OLDER, text);
    const same = await stored('two', OLDER);
    await readBy('1', same, 'Title two', OLDER, OLDER);
    await readBy('2', same, 'Title two', OLDER, OLDER);
    await takeThrough(world.context);
    const page = await get();
    expect(page).toContain('1 of 2 documents read anew say something else');
    expect(page).toMatch(/Microsoft → Mistral AI/);
    expect(page).toMatch(/version 1 → 2/);
    expect(page).toMatch(/Before: nothing\. Now: .*\$3bn/);
    expect(page).not.toContain('Title two');
    const { body } = await browser.get('/rereadings.json');
    expect(body.facts).toMatchObject({ gone: 0, other: 0 });
    expect(body.facts.come).toBeGreaterThan(0);
    expect(body.pairs).toHaveLength(1);
  });

  it('says which flags the newer reading raises and drops', async () => {
    const looped =
      'Amazon has invested $4bn in Larkspur AI. Larkspur AI has committed to spend $6bn on the cloud of Amazon Web Services.';
    const id = await stored('one', looped);
    await readBy('1', id, 'Title one', 'Amazon has invested $4bn in Larkspur AI.', looped);
    await readBy('2', id, 'Title one', looped, looped);
    await takeThrough(world.context);
    expect(await get()).toMatch(/It changes 1 deal: it raises [1-9] of their flags and drops 0/);
    const { body } = await browser.get('/rereadings.json');
    expect(body.pairs[0].raised).toContain('Round-tripping');
    await readBy('3', id, 'Title one', 'Amazon has invested $4bn in Larkspur AI.', looped);
    await takeThrough(world.context);
    expect(await get()).toMatch(/it raises 0 of their flags and drops [1-9]/);
  });

  it('compares with the reading just before, not with older ones, and says what is gone', async () => {
    const id = await stored('one', OLDER);
    await readBy('1', id, 'Title one', '', OLDER);
    await readBy('2', id, 'Title one', OLDER, OLDER);
    await readBy('3', id, 'Title one', '', OLDER);
    const page = await get();
    expect(page).toMatch(/Now: nothing any more/);
    expect(page).toMatch(/version 2 → 3/);
    expect(page).not.toMatch(/version 1/);
  });

  it('shows words of documents as text', async () => {
    const id = (await saveDocument(world.db, aDocument({ title: '<b>Bold</b>', text: OLDER }))).id;
    await readBy('1', id, '<b>Bold</b>', '', OLDER);
    await readBy('2', id, '<b>Bold</b>', OLDER, OLDER);
    expect((await browser.get('/rereadings')).text).toContain('&lt;b&gt;Bold');
  });
});

describe('putting documents back in line for a newer reader', () => {
  it('takes all that another version read or could not read, once, and none that this one has read', async () => {
    await requeueOutdated(world.db, '1');
    const [old, fresh, unread] = [
      await stored('a', OLDER),
      await stored('b', TEXT),
      await stored('c', `${TEXT} Again.`),
    ];
    await readBy('1', old, 'Title a', OLDER, OLDER);
    await readBy('2', fresh, 'Title b', '', TEXT);
    await setDocumentState(world.db, unread, { state: 'unreadable', reason: 'Too long.' });
    expect(await requeueOutdated(world.db, '2')).toBe(2);
    const rows = rawOf(world.db).prepare("select id from documents where state = 'fetched' order by id").pluck().all();
    expect(rows).toEqual([old, unread].sort());
    expect(await requeueOutdated(world.db, '2')).toBe(0);
  });

  it('goes in steps over more documents than one step takes', async () => {
    await requeueOutdated(world.db, '1');
    const id = await stored('a', OLDER);
    await readBy('1', id, 'Title a', OLDER, OLDER);
    rawOf(world.db).exec("update sqlite_sequence set seq = 1200 where name = 'documents'");
    const late = await stored('b', TEXT);
    await readBy('1', late, 'Title b', '', TEXT);
    expect(await requeueOutdated(world.db, '2')).toBe(2);
  });
});
