import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { brokenAuditLines } from '../../db/audit.ts';
import { inspect } from '../../db/backup.ts';
import { listDocuments } from '../../db/document-list.ts';
import { saveDocument } from '../../db/documents.ts';
import { closeDatabase, openDatabase, rawOf } from '../../db/open.ts';
import { findSession } from '../../db/sessions.ts';
import { findUserByEmail } from '../../db/users.ts';
import { leftBy, RELEASED } from '../helpers/released.ts';
import { aDocument, at, temporaryFolder } from './world.ts';

describe('a database of a released version', () => {
  it('is brought up to date with everything that was in it (D09)', async () => {
    const file = await leftBy(RELEASED);
    const db = await openDatabase(file);
    expect(await findUserByEmail(db, 'a@example.org')).toMatchObject({
      role: 'analyst',
      secondFactor: false,
      erasedAt: null,
    });
    expect((await findSession(db, 't', at(1)))?.user.email).toBe('a@example.org');
    expect((await listDocuments(db, { page: 1, pageSize: 9 })).total).toBe(1);
    expect(await brokenAuditLines(db)).toEqual([]);
    await saveDocument(db, aDocument({ url: 'https://a.example/new', text: 'Another text altogether.' }));
    await closeDatabase(db);
    expect(inspect(file)).toMatchObject({ documents: 2, decisions: 1 });
  });

  it('has the same tables, indexes and triggers as one that was made today', async () => {
    const schemaOf = async (file: string) => {
      const db = await openDatabase(file);
      const rows = rawOf(db)
        .prepare("select type, name, sql from sqlite_schema where name not like 'sqlite_%' order by type, name")
        .all();
      await closeDatabase(db);
      return rows;
    };
    expect(await schemaOf(await leftBy(RELEASED))).toEqual(await schemaOf(join(temporaryFolder(), 'new.db')));
  });

  it('stays as it was when a step fails half-way, and is refused by the version that left it afterwards (D09)', async () => {
    const file = await leftBy(RELEASED);
    const raw = new BetterSqlite3(file);
    raw.exec('create table recovery_codes (in_the_way integer)');
    raw.close();
    await expect(openDatabase(file)).rejects.toThrow();
    const after = new BetterSqlite3(file);
    const columns = (after.pragma('table_info(users)') as { name: string }[]).map((column) => column.name);
    expect(columns).not.toContain('totp_secret');
    expect(after.prepare('select count(*) from documents').pluck().get()).toBe(1);
    after.exec('drop table recovery_codes');
    after.close();
    const db = await openDatabase(file);
    expect(await findUserByEmail(db, 'a@example.org')).not.toBeNull();
    await closeDatabase(db);
  });
});
