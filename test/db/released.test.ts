import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import { brokenAuditLines } from '../../db/audit.ts';
import { inspect } from '../../db/backup.ts';
import { listDocuments, saveDocument } from '../../db/documents.ts';
import { APPLICATION_ID } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { closeDatabase, openDatabase, rawOf } from '../../db/open.ts';
import { findSession } from '../../db/sessions.ts';
import { hashToken } from '../../db/tokens.ts';
import { findUserByEmail } from '../../db/users.ts';
import { aDocument, at, temporaryFolder } from './world.ts';

const RELEASED = ['001-first-tables'];

/** A file as an earlier version left it: that version's steps, and rows as it wrote them. */
async function leftBy(steps: readonly string[]): Promise<string> {
  const file = join(temporaryFolder(), 'old.db');
  const raw = new BetterSqlite3(file);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) });
  const known = Object.fromEntries(steps.map((name) => [name, migrations[name]]));
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => known as typeof migrations },
  }).migrateToLatest();
  expect(error).toBeUndefined();
  raw
    .prepare('insert into users (email, name, role, password_hash, created_at) values (?, ?, ?, ?, ?)')
    .run('a@example.org', 'Test Analyst', 'analyst', 'x', at(0));
  raw
    .prepare(
      'insert into sessions (token_hash, user_id, csrf, days, created_at, last_used_at) values (?, 1, ?, 14, ?, ?)',
    )
    .run(hashToken('t'), 'c', at(0), at(0));
  raw
    .prepare(
      `insert into documents (id, url, publisher, source_class, title, day, text, hash, text_hash, fetched_at, last_seen_at, state)
       values ('old', 'https://a.example/old', 'Example News', 'press', 'An old one', '2026-05-01', 'Alpha puts money into Beta.', 'h', 't', ?, ?, 'read')`,
    )
    .run(at(0), at(0));
  raw
    .prepare(
      `insert into decisions (pair_id, rule, action, evidence_hash, user_id, at) values ('alpha--beta', 'round-trip', 'confirm', 'e', 1, ?)`,
    )
    .run(at(0));
  await db.destroy();
  return file;
}

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
