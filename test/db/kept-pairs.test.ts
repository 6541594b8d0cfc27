import { describe, expect, it } from 'vitest';
import { getPair, getPairs, removePair, replacePair } from '../../db/ledger/ledger.ts';
import { closeDatabase, type Database, inTransaction, openDatabase } from '../../db/open.ts';
import { assign } from '../../db/review/assignments.ts';
import { getFlag, listFlags } from '../../db/review/flags.ts';
import { decide } from '../../db/review/reviews.ts';
import type { Flag } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import { aFlag, aPair, at, aUser, temporaryDatabase, temporaryFolder } from './world.ts';

const ID = 'alpha--beta';
const ON = { pairId: ID, rule: 'round-trip' as const };

/** Always at the same moment: what changes must be seen even where nothing else tells of it. */
const put = (db: Database, pair: Partial<Pair> = {}, flags: readonly Flag[] = [aFlag()], score = 40) =>
  replacePair(db, aPair(pair), flags, { score, band: 'Medium', floor: false }, at(0));

const confirm = async (db: Database, userId: number) => {
  const flag = await getFlag(db, ID, 'round-trip');
  const evidenceHash = flag?.evidenceHash ?? '';
  return decide(db, { ...ON, action: 'confirm', reason: null, note: null, evidenceHash, userId, now: at(1) });
};

describe('pairs that are kept', () => {
  it('are the same while nothing was written, and another when their text alone is another', async () => {
    const db = await temporaryDatabase();
    await put(db);
    const before = await getPair(db, ID);
    expect(await getPair(db, ID)).toBe(before);
    await put(db, { documentIds: ['d1'] });
    expect((await getPair(db, ID))?.pair.documentIds).toEqual(['d1']);
    expect(before?.pair.documentIds).toEqual([]);
  });

  it('show a flag whose evidence changed, a screen that no longer fires, and a new one', async () => {
    const db = await temporaryDatabase();
    await put(db, {}, [aFlag(), aFlag({ rule: 'exclusivity' })]);
    const before = await getFlag(db, ID, 'round-trip');
    await put(db, {}, [aFlag({ key: 'other' }), aFlag({ rule: 'governance-rights' })]);
    expect((await getFlag(db, ID, 'round-trip'))?.evidenceHash).not.toBe(before?.evidenceHash);
    expect(await getFlag(db, ID, 'exclusivity')).toBeNull();
    expect((await getPair(db, ID))?.flags.map(({ rule }) => rule)).toEqual(['round-trip', 'governance-rights']);
  });

  it('are gone with the pair, and there again with it', async () => {
    const db = await temporaryDatabase();
    await put(db);
    await getPair(db, ID);
    await removePair(db, ID);
    expect([await getPair(db, ID), await getFlag(db, ID, 'round-trip')]).toEqual([null, null]);
    await put(db, {}, [], 7);
    expect(await getPair(db, ID)).toMatchObject({ score: 7, flags: [] });
  });

  it('show what somebody decides, and the name under which they are known now', async () => {
    const db = await temporaryDatabase();
    await put(db);
    const user = await aUser(db);
    expect(await getFlag(db, ID, 'round-trip')).toMatchObject({ state: 'to_review', latest: null });
    await confirm(db, user.id);
    expect(await getFlag(db, ID, 'round-trip')).toMatchObject({ state: 'confirmed', latest: { action: 'confirm' } });
    expect((await getPair(db, ID))?.flags[0]).toMatchObject({ state: 'confirmed', latest: { userName: user.name } });
    await db.updateTable('users').set({ name: 'Renamed' }).execute();
    expect((await getPair(db, ID))?.flags[0]?.latest?.userName).toBe('Renamed');
    await put(db, {}, [aFlag({ key: 'other' })]);
    expect(await getFlag(db, ID, 'round-trip')).toMatchObject({ state: 'to_review', reopened: true });
  });

  it('show who was asked to look', async () => {
    const db = await temporaryDatabase();
    await put(db);
    const user = await aUser(db);
    expect((await getFlag(db, ID, 'round-trip'))?.assignee).toBeNull();
    await assign(db, { ...ON, assignee: user.id, userId: user.id, now: at(1) });
    expect((await getFlag(db, ID, 'round-trip'))?.assignee).toEqual({ id: user.id, name: user.name });
    await assign(db, { ...ON, assignee: null, userId: user.id, now: at(1) });
    expect((await getFlag(db, ID, 'round-trip'))?.assignee).toBeNull();
  });

  it('show what another process has written: a pair, a decision, and that it is gone', async () => {
    const file = `${temporaryFolder()}/two.db`;
    const [here, there] = [await openDatabase(file), await openDatabase(file)];
    await put(here);
    await getPair(here, ID);
    await put(there, { documentIds: ['d2'] });
    expect((await getPair(here, ID))?.pair.documentIds).toEqual(['d2']);
    await confirm(there, (await aUser(there)).id);
    expect((await getPair(here, ID))?.flags[0]?.state).toBe('confirmed');
    await removePair(there, ID);
    expect(await getPair(here, ID)).toBeNull();
    await closeDatabase(here);
    await closeDatabase(there);
  });

  it('keep nothing of a transaction that was taken back', async () => {
    const db = await temporaryDatabase();
    await put(db);
    await getPair(db, ID);
    const broken = inTransaction(db, async (trx) => {
      await put(trx, { documentIds: ['d3'] });
      expect((await getPair(trx, ID))?.pair.documentIds).toEqual(['d3']);
      throw new Error('taken back');
    });
    await expect(broken).rejects.toThrow('taken back');
    expect((await getPair(db, ID))?.pair.documentIds).toEqual([]);
  });

  it('are right after more has changed at once than is looked at one by one', async () => {
    const db = await temporaryDatabase();
    const ids = Array.from({ length: 1100 }, (_, n) => `a${n}--b${n}`);
    const putAll = (score: number) =>
      inTransaction(db, async (trx) => {
        for (const id of ids) await put(trx, { id, acquirer: id }, [], score);
      });
    await putAll(1);
    expect((await getPairs(db, ids)).every(({ score }) => score === 1)).toBe(true);
    await putAll(2);
    const after = await getPairs(db, ids);
    expect([after.length, after.every(({ score }) => score === 2)]).toEqual([1100, true]);
  });

  it('cannot be changed by whoever is given them', async () => {
    const db = await temporaryDatabase();
    await put(db);
    const pair = await getPair(db, ID);
    expect(() => pair?.pair.deals.push({} as never)).toThrow(TypeError);
    expect(() => pair?.flags.pop()).toThrow(TypeError);
    expect((await listFlags(db, { page: 1, pageSize: 9 })).rows).toHaveLength(1);
  });
});
