import { describe, expect, it } from 'vitest';
import { keptRows } from '../../db/kept-rows.ts';
import { closeDatabase, type Database, inTransaction, openDatabase } from '../../db/open.ts';
import { notingReads, readSoFar } from '../../db/reads.ts';
import { listDeciders } from '../../db/review/assignments.ts';
import { listViews, saveView } from '../../db/review/views.ts';
import { at, aUser, temporaryDatabase, temporaryFolder } from './world.ts';

const NAMES = 'select "name" from "users" where "id" = ?';
const rename = (db: Database, name: string) => db.updateTable('users').set({ name }).execute();

describe('rows that are kept', () => {
  it('are the same ones until their table is written to', async () => {
    const db = await temporaryDatabase();
    const { id } = await aUser(db);
    const rows = await keptRows<{ name: string }>(db, NAMES, id);
    await db.insertInto('meta').values({ key: 'other', value: 'table' }).execute();
    expect(await keptRows(db, NAMES, id)).toBe(rows);
    await rename(db, 'Renamed');
    expect(await keptRows(db, NAMES, id)).toEqual([{ name: 'Renamed' }]);
    expect(rows).not.toEqual([{ name: 'Renamed' }]);
  });

  it('are kept apart by what is asked for', async () => {
    const db = await temporaryDatabase();
    const [a, b] = [await aUser(db), await aUser(db, 'viewer', 'b@example.org')];
    await db.updateTable('users').set({ name: 'Second' }).where('id', '=', b.id).execute();
    expect(await keptRows(db, NAMES, a.id)).toEqual([{ name: a.name }]);
    expect(await keptRows(db, NAMES, b.id)).toEqual([{ name: 'Second' }]);
  });

  it('follow what another process writes', async () => {
    const file = `${temporaryFolder()}/two.db`;
    const [here, there] = [await openDatabase(file), await openDatabase(file)];
    const { id } = await aUser(here);
    expect(await keptRows(here, NAMES, id)).toHaveLength(1);
    await rename(there, 'Elsewhere');
    // What other processes wrote is looked at once for all requests that come in together.
    await new Promise((resolve) => setImmediate(resolve));
    expect(await keptRows(here, NAMES, id)).toEqual([{ name: 'Elsewhere' }]);
    await closeDatabase(here);
    await closeDatabase(there);
  });

  it('are not what a transaction saw that was taken back, and a transaction sees its own', async () => {
    const db = await temporaryDatabase();
    const { id, name } = await aUser(db);
    await keptRows(db, NAMES, id);
    const broken = inTransaction(db, async (trx) => {
      await rename(trx, 'Never');
      expect(await keptRows(trx, NAMES, id)).toEqual([{ name: 'Never' }]);
      throw new Error('taken back');
    });
    await expect(broken).rejects.toThrow('taken back');
    expect(await keptRows(db, NAMES, id)).toEqual([{ name }]);
  });

  it('wait for a transaction that is under way, and are what it leaves', async () => {
    const db = await temporaryDatabase();
    const { id } = await aUser(db);
    await keptRows(db, NAMES, id);
    let asked: Promise<unknown> = Promise.resolve();
    await inTransaction(db, async (trx) => {
      await rename(trx, 'After');
      asked = keptRows(db, NAMES, id);
      await rename(trx, 'In the end');
    });
    expect(await asked).toEqual([{ name: 'In the end' }]);
  });

  it('count as read, also when they come from memory', async () => {
    const db = await temporaryDatabase();
    await keptRows(db, NAMES, 1);
    const noted = await notingReads(async () => {
      await keptRows(db, NAMES, 1);
      return [...(readSoFar()?.statements ?? [])];
    });
    expect(noted).toContain(NAMES);
  });

  it('cannot be changed by whoever is given them', async () => {
    const db = await temporaryDatabase();
    await aUser(db);
    const people = await listDeciders(db);
    expect(() => (people as { id: number; name: string }[]).pop()).toThrow(TypeError);
    expect(() => Object.assign(people[0] as object, { name: 'x' })).toThrow(TypeError);
  });

  it('show a view that was saved, and one that somebody shares', async () => {
    const db = await temporaryDatabase();
    const [a, b] = [await aUser(db), await aUser(db, 'analyst', 'b@example.org')];
    const view = { page: 'flags' as const, query: 'band=High', now: at(1) };
    expect(await listViews(db, a.id, 'flags')).toEqual([]);
    await saveView(db, { ...view, userId: b.id, name: 'Theirs', shared: true });
    await saveView(db, { ...view, userId: b.id, name: 'Hidden', shared: false });
    expect((await listViews(db, a.id, 'flags')).map(({ name }) => name)).toEqual(['Theirs']);
    expect((await listViews(db, b.id, 'flags')).map(({ name }) => name)).toEqual(['Hidden', 'Theirs']);
  });
});
