import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { beginRereading, listRereadings } from '../../db/documents/proposed-readings.ts';
import { READER, requeueUnread, setDocumentState } from '../../db/documents/reading.ts';
import { saveFacts } from '../../db/ledger/facts.ts';
import { rawOf } from '../../db/open.ts';
import { readDocument } from '../../extract/index.ts';
import { EXTRACTOR_VERSION } from '../../extract/version.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { rereadDocuments } from '../../jobs/reread.ts';
import { factsOf } from '../../model/fact.ts';
import { aDocument, at } from '../db/world.ts';
import { aWorld, type Browser, post, signedIn, tokenOn, type World, words } from './world.ts';

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
  it('takes those that could not be read, once, and none that have been read: what is found there is a proposal', async () => {
    await requeueUnread(world.db, '1');
    const [old, unread] = [await stored('a', OLDER), await stored('c', `${TEXT} Again.`)];
    await readBy('1', old, 'Title a', OLDER, OLDER);
    await setDocumentState(world.db, unread, { state: 'unreadable', reason: 'Too long.' });
    expect(await requeueUnread(world.db, '2')).toBe(1);
    const rows = rawOf(world.db).prepare("select id from documents where state = 'fetched' order by id").pluck().all();
    expect(rows).toEqual([unread]);
    expect(await requeueUnread(world.db, '2')).toBe(0);
  });

  it('goes in steps over more documents than one step takes', async () => {
    await requeueUnread(world.db, '1');
    const unreadable = { state: 'unreadable' as const, reason: 'Too long.' };
    await setDocumentState(world.db, await stored('a', OLDER), unreadable);
    rawOf(world.db).exec("update sqlite_sequence set seq = 1200 where name = 'documents'");
    await setDocumentState(world.db, await stored('b', TEXT), unreadable);
    expect(await requeueUnread(world.db, '2')).toBe(2);
  });
});

describe('what a newer reader would change', () => {
  const run = { signal: new AbortController().signal, warn: () => undefined };
  const LOOPED =
    'Amazon has invested $4bn in Larkspur AI. Larkspur AI has committed to spend $6bn on the cloud of Amazon Web Services.';
  const FIRST = 'Amazon has invested $4bn in Larkspur AI.';
  let admin: Browser;
  let csrf: string;

  /** A document of which an older reader found the first sentence alone, compared with what the present one finds. */
  async function compared(): Promise<string> {
    const id = await stored('one', LOOPED);
    await readBy('0', id, 'Title one', FIRST, LOOPED);
    await takeThrough(world.context);
    await beginRereading(world.db, EXTRACTOR_VERSION, world.context.now());
    await rereadDocuments(world.context, run);
    return id;
  }

  const flags = async () => (await browser.get('/flags.json')).body.flags.length as number;
  const decide = async (state: string) => {
    const id = (await listRereadings(world.db))[0]?.id;
    const answer = await post(admin, `/rereadings/${id}`, { _csrf: csrf, state });
    await rereadDocuments(world.context, run);
    await takeThrough(world.context);
    return answer.status;
  };

  beforeEach(async () => {
    ({ browser: admin, csrf } = await signedIn(world, 'admin'));
  });

  it('is shown before anything changes, and administrators alone may accept it', async () => {
    await compared();
    const before = await flags();
    const page = await get();
    expect(page).toMatch(/This would change 1 deal: raise [1-9]\d* of their flags and drop 0/);
    expect(page).toContain('Nothing changes until it is accepted');
    expect(page).toContain('An administrator decides');
    expect((await browser.get('/rereadings')).text).not.toContain('Accept what it reads');
    expect(words((await admin.get('/rereadings')).text)).toContain('Accept what it reads');
    await post(browser, '/rereadings/1', { _csrf: await tokenOn(browser, '/rereadings'), state: 'accepted' }).expect(
      403,
    );
    expect(await flags()).toBe(before);
  });

  it('accepted, it is in force; taken back, the ledger is as it was; accepted after all, in force again', async () => {
    await compared();
    const before = await flags();
    expect(await decide('accepted')).toBe(303);
    const after = await flags();
    expect(after).toBeGreaterThan(before);
    expect(await get()).toMatch(/accepted .*Test admin/);
    expect(await decide('rejected')).toBe(303);
    expect(await flags()).toBe(before);
    await decide('accepted');
    expect(await flags()).toBe(after);
    const lines = await world.db
      .selectFrom('audit')
      .select('action')
      .where('action', 'like', 'rereading.%')
      .orderBy('id')
      .execute();
    expect(lines.map(({ action }) => action)).toEqual([
      'rereading.accepted',
      'rereading.rejected',
      'rereading.accepted',
    ]);
  });

  it('rejected, it leaves the ledger as it was, and is not asked about again', async () => {
    await compared();
    const before = await flags();
    await decide('rejected');
    await beginRereading(world.db, EXTRACTOR_VERSION, world.context.now());
    await rereadDocuments(world.context, run);
    expect(await flags()).toBe(before);
    expect(await get()).toMatch(/not accepted/);
    expect(await get()).not.toContain('This would change');
  });

  it('is accepted by itself where everything is read as before', async () => {
    const id = await stored('one', LOOPED);
    await readBy('0', id, 'Title one', LOOPED, LOOPED);
    await beginRereading(world.db, EXTRACTOR_VERSION, world.context.now());
    await rereadDocuments(world.context, run);
    expect(await listRereadings(world.db)).toMatchObject([{ state: 'accepted', compared: 1, otherwise: 0 }]);
  });

  it('cannot be decided while it is being compared, nor when a newer version has overtaken it', async () => {
    const id = await stored('one', LOOPED);
    await readBy('0', id, 'Title one', FIRST, LOOPED);
    await beginRereading(world.db, 'one', world.context.now());
    expect(await decide('accepted')).toBe(409);
    await beginRereading(world.db, 'two', world.context.now());
    await post(admin, '/rereadings/1', { _csrf: csrf, state: 'accepted' }).expect(409);
    await post(admin, '/rereadings/99', { _csrf: csrf, state: 'accepted' }).expect(404);
  });
});
