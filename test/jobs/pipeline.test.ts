import { describe, expect, it } from 'vitest';
import { listDocuments } from '../../db/documents/document-list.ts';
import { saveDocument, saveDocuments } from '../../db/documents/documents.ts';
import { takeUnread } from '../../db/documents/reading.ts';
import { getDocument } from '../../db/documents/stored-documents.ts';
import { listOutbox, markSent } from '../../db/going-out/alerts.ts';
import { setUserAlerts } from '../../db/going-out/subscriptions.ts';
import { changesSince } from '../../db/ledger/changes.ts';
import { compareDerived, derivedState, dropDerived } from '../../db/ledger/derived.ts';
import { factsOfPair } from '../../db/ledger/facts.ts';
import { getPair, listPairs } from '../../db/ledger/ledger.ts';
import { getFlag, listFlags } from '../../db/review/flags.ts';
import { decide } from '../../db/review/reviews.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { readWaiting } from '../../jobs/read.ts';
import { aDocument, at, aUser, claimOneMail, temporaryDatabase } from '../db/world.ts';
import { aContext, aRun, plainWorkers } from './world.ts';

const LOOP = 'Alpha puts $2bn into Beta. Beta buys $3bn of computing from Alpha.';
const MORE = [
  'The two firms have worked together since the start-up was founded four years ago by three researchers from the north.',
  'Until now it had rented its machines from several suppliers in Europe and America, at prices that nobody disclosed.',
  'Neither side would say how large the stake will be, or who will sit on the board once the papers have been signed.',
].join(' ');
const recent = (text: string, name: string) =>
  aDocument({ text, url: `https://news.example/${name}`, publisher: name });

describe('from document to flag', () => {
  it('makes a pair, its sums and a flag, each with the facts behind it', async () => {
    const db = await temporaryDatabase();
    const { id } = await saveDocument(db, recent(LOOP, 'One'));
    await takeThrough(aContext(db));
    expect(await getDocument(db, id)).toMatchObject({ state: 'read', language: 'en' });
    const pair = await getPair(db, 'alpha--beta');
    expect(pair?.pair.sums).toMatchObject({ paid: { USD: 2e9 }, committed: { USD: 3e9 } });
    expect(pair?.flags.map((f) => f.rule)).toContain('round-trip');
    const facts = await factsOfPair(db, 'alpha--beta');
    expect(facts.map((f) => f.evidence[0]?.quote)).toContain('Alpha puts $2bn into Beta.');
  });

  it('gives the same ledger whatever the order, and again from scratch (D19)', async () => {
    const documents = [
      recent(LOOP, 'One'),
      recent('Alpha puts $2bn into Beta. Gamma puts $1bn into Delta.', 'Two'),
      recent('Beta buys $3bn of computing from Alpha. It said so today.', 'Three'),
      recent('Epsilon puts $5bn into Beta. Nothing else was said by anybody.', 'Four'),
    ];
    const states: unknown[] = [];
    for (const order of [documents, [...documents].reverse(), [...documents, ...documents]]) {
      const db = await temporaryDatabase();
      for (const document of order) {
        await saveDocument(db, document);
        if (order !== documents) await takeThrough(aContext(db));
      }
      await takeThrough(aContext(db));
      const before = await derivedState(db);
      states.push([...before].map(([id, { hash }]) => [id, hash]));
      await dropDerived(db);
      expect((await listPairs(db, { page: 1, pageSize: 9 })).total).toBe(0);
      await takeThrough(aContext(db));
      expect(await compareDerived(db, before)).toEqual([]);
      expect(await derivedState(db)).toEqual(before);
    }
    expect(states[0]).toHaveLength(3);
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });

  it('opens a decided flag again when its evidence changes, and says so on Today', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await saveDocument(db, recent(LOOP, 'One'));
    await takeThrough(aContext(db));
    const flag = await getFlag(db, 'alpha--beta', 'round-trip');
    await decide(db, {
      pairId: 'alpha--beta',
      rule: 'round-trip',
      action: 'confirm',
      reason: null,
      note: null,
      evidenceHash: flag?.evidenceHash ?? '',
      userId: user.id,
      now: at(1),
    });
    expect((await listFlags(db, { state: 'confirmed', page: 1, pageSize: 9 })).total).toBe(1);
    await saveDocument(db, recent('Alpha puts $40bn into Beta. A new sum, told on another day.', 'Two'));
    await takeThrough(aContext(db, { now: () => at(60) }));
    expect(await getFlag(db, 'alpha--beta', 'round-trip')).toMatchObject({ state: 'to_review', reopened: true });
    const changes = await changesSince(db, at(30));
    expect(changes.filter((change) => change.kind === 'reopened').map((change) => change.pairId)).toEqual([
      'alpha--beta',
    ]);
    expect(changes.find((change) => change.kind === 'event')).toMatchObject({ event: { value: 40e9 }, target: 'Beta' });
    expect(changes.some((change) => change.kind === 'pair')).toBe(false);
  });

  it('sets aside what cannot be read after two tries, names the language it does not know, and reads the rest (D23)', async () => {
    const db = await temporaryDatabase();
    const [bad, finnish, good] = await saveDocuments(db, [
      recent('Crash! This one is poison for whoever reads it.', 'Bad'),
      recent('Hyvää päivää kaikille, ja tervetuloa.', 'Finnish'),
      recent(LOOP, 'Good'),
    ]);
    const run = aRun();
    expect(await readWaiting(aContext(db), run)).toMatchObject({ read: 1, unreadable: 1, unsupported: 1, failed: 1 });
    expect(await getDocument(db, bad?.id ?? '')).toMatchObject({
      state: 'unreadable',
      stateReason: 'The reader crashed.',
    });
    expect((await getDocument(db, finnish?.id ?? ''))?.stateReason).toMatch(/^It is in Finnish; English/);
    expect((await getDocument(db, good?.id ?? ''))?.state).toBe('read');
    expect(run.warnings).toHaveLength(1);
  });

  it('reads what was being read when the program ended after the others and by itself', async () => {
    const db = await temporaryDatabase();
    await saveDocuments(db, [recent('First in line when the program ended.', 'First'), recent(LOOP, 'Second')]);
    const taken = async (limit: number) => (await takeUnread(db, limit)).map(({ document }) => document.publisher);
    expect(await taken(1)).toEqual(['First']);
    expect(await taken(4)).toEqual(['Second']);
    expect(await taken(4)).toEqual(['First']);
    await takeThrough(aContext(db));
    expect((await listDocuments(db, { state: 'read', page: 1, pageSize: 9 })).total).toBe(2);
  });

  it('sets aside what was being read at five such ends', async () => {
    const db = await temporaryDatabase();
    const { id } = await saveDocument(db, recent(LOOP, 'Poison'));
    for (let end = 0; end < 5; end += 1) await takeUnread(db, 4);
    await takeThrough(aContext(db));
    const stateReason = 'The program ended each time while this was being read.';
    expect(await getDocument(db, id)).toMatchObject({ state: 'unreadable', stateReason });
  });

  it('does not store what is not in the document', async () => {
    const db = await temporaryDatabase();
    await saveDocument(db, recent(LOOP, 'One'));
    const workers = plainWorkers();
    const lying = {
      ...workers,
      understand: async (input: Parameters<typeof workers.understand>[0]) => {
        const reading = await workers.understand(input);
        for (const deal of reading.deals) for (const quote of deal.quotes) quote.quote = 'Alpha denies everything.';
        return reading;
      },
    };
    const run = aRun();
    await readWaiting(aContext(db, { workers: lying }), run);
    expect(run.warnings[0]).toMatch(/2 facts .* were dropped/);
    expect((await factsOfPair(db, 'alpha--beta')).every((fact) => fact.type === 'amount')).toBe(true);
  });

  it('lets a copy of a story count as one document', async () => {
    const db = await temporaryDatabase();
    const long = `${LOOP} ${MORE}`;
    await saveDocuments(db, [recent(long, 'Wire'), recent(`${long} By our staff.`, 'Paper')]);
    await takeThrough(aContext(db));
    expect((await getPair(db, 'alpha--beta'))?.pair.documentIds).toHaveLength(1);
  });
});

describe('alerts', () => {
  it('are queued once for each who asked, with the flag, and go nowhere without news', async () => {
    const db = await temporaryDatabase();
    const [asked, other] = [await aUser(db), await aUser(db, 'viewer', 'b@example.org')];
    await setUserAlerts(db, asked.id, true, at(0));
    await setUserAlerts(db, other.id, false, at(0));
    await saveDocument(db, recent(LOOP, 'One'));
    await takeThrough(aContext(db));
    const { rows } = await listOutbox(db, { page: 1 });
    expect(rows.map((mail) => [mail.to, mail.state])).toEqual([['a@example.org', 'waiting']]);
    expect(rows[0]?.subject).toMatch(/Alpha → Beta/);
    await dropDerived(db);
    await takeThrough(aContext(db));
    expect((await listOutbox(db, { page: 1 })).total).toBe(1);
  });

  it('are not queued for what fills the past', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await setUserAlerts(db, user.id, true, at(0));
    await saveDocument(db, { ...recent(LOOP, 'Old'), published: '2023-09-25' as never });
    await saveDocument(db, { ...recent(LOOP.replaceAll('Beta', 'Gamma'), 'Library'), backFill: true });
    await takeThrough(aContext(db));
    expect((await listPairs(db, { page: 1, pageSize: 9 })).total).toBe(2);
    expect((await listOutbox(db, { page: 1 })).total).toBe(0);
  });

  it('are told once, even when the flag changes later (D22)', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await setUserAlerts(db, user.id, true, at(0));
    await saveDocument(db, recent(LOOP, 'One'));
    await takeThrough(aContext(db));
    const claimed = await claimOneMail(db, at(1));
    if (claimed) await markSent(db, [claimed], at(1));
    await saveDocument(db, recent('Alpha puts $40bn into Beta. A new sum, told on another day.', 'Two'));
    await takeThrough(aContext(db, { now: () => at(60) }));
    expect((await listOutbox(db, { page: 1 })).total).toBe(1);
  });
});
