import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { lastEvidenceCheck } from '../../db/ledger/evidence.ts';
import { saveFacts } from '../../db/ledger/facts.ts';
import { rawOf } from '../../db/open.ts';
import { countsForWatching } from '../../db/watching.ts';
import { evidence } from '../../jobs/evidence.ts';
import { aDocument, at } from '../db/world.ts';
import { aScrutinyFact } from '../helpers/build.ts';
import { aWorld, signedIn, type World, words } from '../server/world.ts';

const TEXT = 'The CMA has opened an inquiry.';

let world: World;
let warned: string[];
const check = (signal = new AbortController().signal) =>
  evidence.run(world.context, { signal, warn: (sentence) => warned.push(sentence) });

beforeEach(async () => {
  world = await aWorld();
  warned = [];
});

/** A case page of which one step was read. */
async function aCasePage(n: number): Promise<string> {
  const url = `https://authority.example/case/${n}`;
  const { id } = await saveDocument(
    world.db,
    aDocument({ title: `Case ${n}`, text: `${TEXT} ${n}`, url, hash: `${n}` }),
  );
  const quoted = [{ quote: TEXT, start: 0, end: TEXT.length, in: 'text' as const }];
  const fact = aScrutinyFact('phase1', { documentId: id, date: '2026-05-01', evidence: quoted });
  await saveFacts(world.db, id, { extractor: 'test', version: '1', readAt: at(0), millis: 1, facts: [fact] });
  return id;
}

/** As somebody with another program at hand would. */
function changeBehindOurBack(sql: string): void {
  rawOf(world.db).exec(`drop trigger documents_text_kept; ${sql}`);
}

const quality = async () => words((await (await signedIn(world, 'viewer')).browser.get('/quality')).text);
const counted = async () =>
  (await countsForWatching(world.db, at(0))).find(({ metric }) => metric === 'dealwatch_facts_without_evidence')?.value;

describe('the evidence of every fact', () => {
  it('is said to be unchecked before the first check', async () => {
    expect(await quality()).toContain('Not checked yet');
    expect(await counted()).toBe(-1);
  });

  it('is held against its document, over more documents than are looked at in one go', async () => {
    for (let n = 0; n < 120; n += 1) await aCasePage(n);
    expect(await check()).toEqual({ documents: 120, facts: 120, broken: 0, unquoted: 0 });
    expect(warned).toEqual([]);
    expect(await quality()).toContain('All 120 facts read in 120 documents stand there word for word');
    expect(await counted()).toBe(0);
  });

  it('is missed where a text was changed behind our back: the run warns, and the page names the document', async () => {
    await aCasePage(1);
    const changed = await aCasePage(2);
    changeBehindOurBack(`update documents set text = 'The CMA has cleared it.' where id = '${changed}'`);
    expect(await check()).toMatchObject({ facts: 2, broken: 1, unquoted: 0 });
    expect(warned.join()).toContain(changed);
    const page = await quality();
    expect(page).toContain('1 of 2 facts are not borne out');
    expect(page).toContain(changed);
    expect(await counted()).toBe(1);
  });

  it('is no longer missed once the text is as it was', async () => {
    const changed = await aCasePage(1);
    changeBehindOurBack(`update documents set text = 'x' || text where id = '${changed}'`);
    await check();
    rawOf(world.db).exec(`update documents set text = substr(text, 2) where id = '${changed}'`);
    await check();
    expect(await lastEvidenceCheck(world.db)).toMatchObject({ broken: 0, facts: 1 });
  });

  it('is not called checked by a run that was broken off', async () => {
    await aCasePage(1);
    await check(AbortSignal.abort());
    expect(await lastEvidenceCheck(world.db)).toBeNull();
  });
});
