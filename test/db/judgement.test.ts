import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { derivedState, dropDerived } from '../../db/ledger/derived.ts';
import { getPair } from '../../db/ledger/ledger.ts';
import { addFigure, addShare, endShare, listFigures, listShares } from '../../db/ledger/market-shares.ts';
import { addRuling, listRulings, undoRuling } from '../../db/ledger/name-rulings.ts';
import { currentSettings, saveSettings, settingsVersions } from '../../db/ledger/rule-settings.ts';
import { liftSuppression, standingSuppressions, suppress } from '../../db/ledger/suppressions.ts';
import type { Database } from '../../db/open.ts';
import { rescore } from '../../jobs/assemble.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { addDays, dayOf } from '../../model/day.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { AS_SHIPPED } from '../../model/rule-settings.ts';
import { day } from '../helpers/build.ts';
import { aClock, aContext, aRun } from '../jobs/world.ts';
import { aDocument, at, aUser, temporaryDatabase } from './world.ts';

const LOOP = 'Alpha puts $2bn into Beta. Beta buys $3bn of computing from Alpha.';
let db: Database;
let context: Context;
let userId: number;

const read = async (text: string, name: string) => {
  const { id } = await saveDocument(db, aDocument({ text, url: `https://news.example/${name}`, publisher: name }));
  await takeThrough(context);
  return id;
};
const pairs = async () => [...(await derivedState(db)).keys()];

beforeEach(async () => {
  db = await temporaryDatabase();
  context = aContext(db);
  userId = (await aUser(db)).id;
});

describe('who is who', () => {
  const merge = (name: string, into: string) =>
    addRuling(db, { kind: 'merge', name, documentId: null, into, reason: 'Renamed in 2025', userId, now: at(1) });

  it('a merge puts two pairs together, survives a rebuild, and can be undone', async () => {
    await read('Alpha puts $2bn into Beta.', 'one');
    await read('Beta buys $3bn of computing from Alphacorp.', 'two');
    const apart = await derivedState(db);
    const id = await merge('Alphacorp', 'Alpha');
    await takeThrough(context);
    expect(await pairs()).toEqual(['alpha--beta']);
    expect((await getPair(db, 'alpha--beta'))?.pair.sums.committed).toEqual({ USD: 3e9 });
    await dropDerived(db);
    await takeThrough(context);
    expect(await pairs()).toEqual(['alpha--beta']);
    await undoRuling(db, id, userId, at(2));
    await takeThrough(context);
    expect([...(await derivedState(db))].map(([key, { hash }]) => [key, hash])).toEqual(
      [...apart].map(([key, { hash }]) => [key, hash]),
    );
    expect((await listRulings(db, true))[0]).toMatchObject({
      name: 'Alphacorp',
      endedAt: at(2),
      userName: 'Test Analyst',
    });
    await expect(undoRuling(db, id, userId, at(3))).rejects.toThrow(NotFound);
  });

  it('a merge, then new evidence for each side, then the merge undone: both sides are as if it had never been (D20)', async () => {
    const told = [
      ['Alpha puts $2bn into Beta.', 'one'],
      ['Beta buys $3bn of computing from Alphacorp.', 'two'],
      ['Alpha puts a further $1bn into Beta.', 'three'],
      ['Beta buys $4bn of computing from Alphacorp.', 'four'],
    ] as const;
    for (const [text, name] of told.slice(0, 2)) await read(text, name);
    const id = await merge('Alphacorp', 'Alpha');
    await takeThrough(context);
    for (const [text, name] of told.slice(2)) await read(text, name);
    expect(await pairs()).toEqual(['alpha--beta']);
    await undoRuling(db, id, userId, at(2));
    await takeThrough(context);
    const after = await derivedState(db);

    db = await temporaryDatabase();
    context = aContext(db);
    for (const [text, name] of told) await read(text, name);
    const never = await derivedState(db);
    expect([...after.keys()].sort()).toEqual(['alpha--beta', 'alphacorp--beta']);
    expect([...after].map(([key, { hash }]) => [key, hash])).toEqual([...never].map(([key, { hash }]) => [key, hash]));
  });

  it('a split holds in its document alone', async () => {
    const mistaken = await read('Alpha puts $2bn into Beta. It is about yachts.', 'one');
    await read('Alpha puts $5bn into Beta. It is about models.', 'two');
    await addRuling(db, {
      kind: 'split',
      name: 'Beta',
      documentId: mistaken,
      into: 'Beta Yachts',
      reason: 'Another firm',
      userId,
      now: at(1),
    });
    await takeThrough(context);
    expect(await pairs()).toEqual(['alpha--beta', 'alpha--beta-yachts']);
    expect((await getPair(db, 'alpha--beta'))?.pair.sums.paid).toEqual({ USD: 5e9 });
  });

  it('documents that come later are filed by the ruling too, and a ring of merges ends', async () => {
    await merge('Alphacorp', 'Alpha');
    await merge('Alpha', 'Alphacorp');
    await read('Alphacorp puts $2bn into Beta.', 'one');
    expect(await pairs()).toHaveLength(1);
  });

  it.each([[{ into: 'Alpha Inc.' }], [{ reason: ' ' }], [{ kind: 'split' as const }], [{ into: '' }]])(
    'refuses what means nothing: %o',
    async (change) => {
      const ruling = {
        kind: 'merge' as const,
        name: 'Alpha',
        documentId: null,
        into: 'Omega',
        reason: 'So it is',
        userId,
        now: at(1),
      };
      await expect(addRuling(db, { ...ruling, ...change })).rejects.toThrow(InvalidInput);
    },
  );
});

describe('suppressions', () => {
  const today = dayOf(at(0));
  const put = (change: Partial<Parameters<typeof suppress>[1]> = {}) =>
    suppress(db, {
      pairId: 'alpha--beta',
      rule: 'round-trip',
      company: null,
      reason: 'Known, on file',
      expiresOn: addDays(today, 10),
      userId,
      now: at(1),
      ...change,
    });

  it('take a flag out of queue and score until they are lifted', async () => {
    await read(LOOP, 'one');
    const before = await getPair(db, 'alpha--beta');
    const id = await put();
    await takeThrough(context);
    expect((await getPair(db, 'alpha--beta'))?.flags.map((flag) => flag.rule)).not.toContain('round-trip');
    expect((await getPair(db, 'alpha--beta'))?.score).toBeLessThan(before?.score ?? 0);
    expect(await standingSuppressions(db, today)).toMatchObject([
      { id, reason: 'Known, on file', userName: 'Test Analyst' },
    ]);
    await liftSuppression(db, id, userId, at(2));
    await takeThrough(context);
    expect((await getPair(db, 'alpha--beta'))?.score).toBe(before?.score);
  });

  it('end by themselves', async () => {
    const clock = aClock();
    context = aContext(db, { now: clock.now });
    await read(LOOP, 'one');
    await put({ expiresOn: today });
    await takeThrough(context);
    expect((await getPair(db, 'alpha--beta'))?.flags).toEqual([]);
    clock.forward(24 * 60);
    await rescore.run(context, aRun());
    expect((await getPair(db, 'alpha--beta'))?.flags.map((flag) => flag.rule)).toEqual(['round-trip']);
  });

  it('cover a whole company', async () => {
    await read(LOOP, 'one');
    await put({ pairId: null, rule: null, company: 'Beta' });
    await takeThrough(context);
    expect((await getPair(db, 'alpha--beta'))?.flags).toEqual([]);
  });

  it.each([
    [{ reason: '' }],
    [{ pairId: null }],
    [{ expiresOn: addDays(today, 500) }],
    [{ expiresOn: addDays(today, -1) }],
  ])('refuse %o', async (change) => expect(put(change)).rejects.toThrow(InvalidInput));
});

describe('weights and thresholds', () => {
  it('are versions: a change is assessed at once and carried by the score', async () => {
    await read(LOOP, 'one');
    const before = await getPair(db, 'alpha--beta');
    const version = await saveSettings(
      db,
      { ...AS_SHIPPED, weights: { 'round-trip': 60 } },
      'Loops matter most',
      userId,
      at(1),
    );
    await rescore.run(context, aRun());
    expect((await getPair(db, 'alpha--beta'))?.score).toBe((before?.score ?? 0) * 3);
    const row = await db.selectFrom('pairs').select('rules_version').executeTakeFirstOrThrow();
    expect(row.rules_version).toMatch(new RegExp(`\\.${version}$`));
    expect(await settingsVersions(db)).toMatchObject([
      { version, reason: 'Loops matter most', userName: 'Test Analyst' },
    ]);
    expect((await currentSettings(db)).settings.weights).toEqual({ 'round-trip': 60 });
  });

  it('a threshold decides, and a screen can be switched off', async () => {
    await read(LOOP, 'one');
    await saveSettings(
      db,
      { ...AS_SHIPPED, thresholds: { 'round-trip': { largeMoneyIn: 9e9 } } },
      'Only the largest',
      userId,
      at(1),
    );
    await rescore.run(context, aRun());
    expect((await getPair(db, 'alpha--beta'))?.flags[0]?.severity).toBe(2);
    await saveSettings(db, { ...AS_SHIPPED, off: ['round-trip'] }, 'Off', userId, at(2));
    await rescore.run(context, aRun());
    expect((await getPair(db, 'alpha--beta'))?.flags).toEqual([]);
  });
});

describe('shares and figures', () => {
  const share = {
    company: 'Alpha',
    market: 'Models',
    territory: 'World',
    share: 40,
    asOf: day('2025'),
    source: 'Report, p. 3',
  };

  it('are kept with source, and who entered them', async () => {
    const id = await addShare(db, { ...share, userId, now: at(1) });
    expect(await listShares(db)).toMatchObject([
      { id, company: 'Alpha', share: 40, source: 'Report, p. 3', userName: 'Test Analyst' },
    ]);
    await endShare(db, id, userId, at(2));
    expect(await listShares(db)).toEqual([]);
  });

  it.each([[{ share: 0 }], [{ share: 101 }], [{ source: ' ' }]])('refuse %o', async (change) =>
    expect(addShare(db, { ...share, userId, now: at(1), ...change })).rejects.toThrow(InvalidInput),
  );

  it('figures have a currency, shares of supply have none', async () => {
    const figure = {
      company: 'Alpha',
      measure: 'turnover' as const,
      territory: 'uk' as const,
      value: 8e7,
      currency: 'GBP',
      asOf: day('2024'),
      source: 'Accounts',
      userId,
      now: at(1),
    };
    await addFigure(db, figure);
    expect(await listFigures(db)).toMatchObject([{ company: 'Alpha', value: 8e7 }]);
    await expect(addFigure(db, { ...figure, currency: null })).rejects.toThrow(InvalidInput);
  });

  it('what people said cannot be rewritten in the database', async () => {
    const id = await addShare(db, { ...share, userId, now: at(1) });
    await expect(db.updateTable('market_shares').set({ share: 90 }).where('id', '=', id).execute()).rejects.toThrow(
      'stays on record',
    );
    await expect(db.deleteFrom('market_shares').where('id', '=', id).execute()).rejects.toThrow('stays on record');
  });
});
