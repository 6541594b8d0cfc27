import { CompiledQuery } from 'kysely';
import { expect, it } from 'vitest';
import { type Database, inTransaction } from '../../db/open.ts';
import { createUser } from '../../db/people/users.ts';
import { notingReads } from '../../db/reads.ts';
import { madeFrom, stillStands, tableChanges } from '../../db/table-changes.ts';
import { at, aUser, temporaryDatabase } from './world.ts';

/** What a question was made from, and whether it still stands after something else. */
async function standsAfter(db: Database, sql: string, change: () => Promise<unknown>): Promise<boolean> {
  const before = await tableChanges(db);
  const from = await notingReads(async () => {
    await db.executeQuery(CompiledQuery.raw(sql));
    return madeFrom(db, before);
  });
  await change();
  if (!from) throw new Error('Nothing was noted.');
  return stillStands(from, await tableChanges(db));
}

const run = (db: Database, sql: string) => db.executeQuery(CompiledQuery.raw(sql));

it('stands while other tables are written to, and falls with its own: rows in, changed, out', async () => {
  const db = await temporaryDatabase();
  const { id } = await aUser(db);
  const view = `insert into saved_views (user_id, page, name, query, shared, created_at) values (${id}, 'flags', 'A', '', 0, '2026')`;
  const asked = 'select count(*) from saved_views';
  expect(await standsAfter(db, asked, () => run(db, 'select 1'))).toBe(true);
  expect(await standsAfter(db, asked, () => run(db, "update users set name = 'Somebody'"))).toBe(true);
  expect(await standsAfter(db, asked, () => run(db, view))).toBe(false);
  expect(await standsAfter(db, asked, () => run(db, "update saved_views set name = 'B'"))).toBe(false);
  expect(await standsAfter(db, asked, () => run(db, 'delete from saved_views'))).toBe(false);
});

it('falls with any write at all when it was made from a table that is not counted', async () => {
  const db = await temporaryDatabase();
  await aUser(db);
  expect(await standsAfter(db, 'select * from http_cache', () => run(db, 'select 1'))).toBe(true);
  expect(await standsAfter(db, 'select * from http_cache', () => run(db, "update users set name = 'B'"))).toBe(false);
});

it('takes an index of words for what it holds, and what was touched for what touched it', async () => {
  const db = await temporaryDatabase();
  const write =
    "insert into pairs (id, acquirer, target, score, band, floor, kinds, body, hash, updated_at) values ('a--b', 'A', 'B', 1, 'Low', 0, '', '{}', '', '2026')";
  expect(await standsAfter(db, 'select max(seq) from touched_pairs', () => run(db, write))).toBe(false);
  expect(
    await standsAfter(db, "select rowid from documents_fts where documents_fts match 'x'", () =>
      run(db, 'delete from documents'),
    ),
  ).toBe(true);
});

it('is not led astray by what is taken back', async () => {
  const db = await temporaryDatabase();
  await aUser(db);
  const refused = inTransaction(db, async (trx) => {
    await trx.updateTable('users').set({ name: 'Never' }).execute();
    throw new Error('taken back');
  });
  const during = await tableChanges(db);
  await expect(refused).rejects.toThrow('taken back');
  const before = await tableChanges(db);
  const from = await notingReads(async () => {
    await db.selectFrom('users').selectAll().execute();
    return madeFrom(db, before);
  });
  await createUser(db, { email: 'b@example.org', name: 'B', role: 'viewer', passwordHash: null, now: at(1) });
  const after = await tableChanges(db);
  expect(during.byTable.get('users')).toBe(before.byTable.get('users'));
  expect(from && stillStands(from, after)).toBe(false);
});
