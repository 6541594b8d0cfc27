import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { APPLICATION_ID } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { hashToken } from '../../db/tokens.ts';
import { at, temporaryFolder } from '../db/world.ts';

/** The steps of version 0.1.0. */
export const RELEASED = ['001-first-tables'];

/** A file as an earlier version left it: that version's steps, and rows as it wrote them. */
export async function leftBy(steps: readonly string[]): Promise<string> {
  const file = join(temporaryFolder(), 'old.db');
  const raw = new BetterSqlite3(file);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) });
  const known = Object.fromEntries(steps.map((name) => [name, migrations[name]]));
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => known as typeof migrations },
  }).migrateToLatest();
  if (error) throw error;
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
  raw.exec("insert into documents_fts (documents_fts) values ('rebuild')");
  await db.destroy();
  return file;
}
