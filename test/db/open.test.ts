import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import {
  closeDatabase,
  type Database,
  inDerivedTransaction,
  inTransaction,
  openDatabase,
  rawOf,
} from '../../db/open.ts';
import {
  LINK_KINDS,
  OUTBOX_STATES,
  ROLES,
  RUN_STATES,
  SESSION_WAYS,
  SIGHTING_KINDS,
  SOURCE_KINDS,
  STEP_KINDS,
} from '../../db/schema.ts';
import { AMOUNT_ROLES } from '../../model/amount.ts';
import { CERTAINTIES, DEAL_KINDS, LAYERS } from '../../model/deal.ts';
import { DOCUMENT_STATES } from '../../model/document.ts';
import { FACT_TYPES } from '../../model/fact.ts';
import { BANDS, DECISIONS, DISMISSAL_REASONS, FLAG_STATES, RULE_IDS } from '../../model/flag.ts';
import { SCRUTINY_STATUSES, SOURCE_CLASSES } from '../../model/scrutiny.ts';
import { temporaryDatabase, temporaryFolder } from './world.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await closeDatabase(db);
});
const open = async (file: string, serving = false) => {
  const db = await openDatabase(file, { serving });
  opened.push(db);
  return db;
};

describe('opening a database', () => {
  it('makes it and its folder, with the promises of a safe file (D02)', async () => {
    const db = await open(join(temporaryFolder(), 'deep', 'er', 'x.db'));
    const pragma = (name: string) => rawOf(db).pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
    expect(pragma('busy_timeout')).toBe(5000);
  });

  it('leaves one file behind when it is closed, with everything in it', async () => {
    const file = join(temporaryFolder(), 'x.db');
    const db = await openDatabase(file);
    await db.insertInto('meta').values({ key: 'a', value: 'b' }).execute();
    await closeDatabase(db);
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(await (await open(file)).selectFrom('meta').selectAll().execute()).toEqual([{ key: 'a', value: 'b' }]);
  });

  it('lets one process serve it, and others look at it (D05)', async () => {
    const file = join(temporaryFolder(), 'x.db');
    const first = await openDatabase(file, { serving: true });
    await expect(openDatabase(file, { serving: true })).rejects.toThrow(
      new RegExp(`in use by another Dealwatch \\(process ${process.pid}\\)\\. Stop it first\\.`),
    );
    await open(file);
    await closeDatabase(first);
    await open(file, true);
  });

  it.each([
    ['a letter', (file: string) => writeFileSync(file, 'x'.repeat(4096)), /is not a database/],
    ['a folder', (file: string) => mkdirSync(file), /is a folder/],
    [
      'the database of another program',
      (file: string) => new BetterSqlite3(file).exec('create table t (a)').close(),
      /is a database of another program/,
    ],
  ])('refuses %s in one sentence', async (_name, make, sentence) => {
    const file = join(temporaryFolder(), 'x.db');
    make(file);
    await expect(openDatabase(file)).rejects.toThrow(sentence);
  });

  it('refuses a folder that cannot be', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(openDatabase(join(folder, 'file', 'x.db'))).rejects.toThrow(/The folder .* cannot be made/);
  });

  it('refuses what a newer version made, and leaves it as it is (D09)', async () => {
    const file = join(temporaryFolder(), 'x.db');
    await closeDatabase(await openDatabase(file));
    const raw = new BetterSqlite3(file);
    raw.exec("insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2030')");
    raw.close();
    await expect(openDatabase(file)).rejects.toThrow(/made by a newer Dealwatch .*999-from-the-future/);
  });

  it('goes on where a first start was killed before its tables were there', async () => {
    const file = join(temporaryFolder(), 'x.db');
    const raw = new BetterSqlite3(file);
    raw.pragma(`application_id = ${0x444c5754}`);
    raw.exec('create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)');
    raw.close();
    const db = await open(file);
    expect(await db.selectFrom('users').selectAll().execute()).toEqual([]);
  });

  it('undoes the whole transaction when a part of it fails, and lets the next one in', async () => {
    const db = await temporaryDatabase();
    const half = inTransaction(db, async (trx) => {
      await trx.insertInto('meta').values({ key: 'a', value: 'b' }).execute();
      throw new Error('half-way');
    });
    await expect(half).rejects.toThrow('half-way');
    await inTransaction(db, (trx) => trx.insertInto('meta').values({ key: 'c', value: 'd' }).execute());
    expect(await db.selectFrom('meta').select('key').execute()).toEqual([{ key: 'c' }]);
  });

  it('waits for the disk with what people do, and not with what can be derived anew, however they mix (D02)', async () => {
    const db = await temporaryDatabase();
    const NORMAL = 1;
    const FULL = 2;
    const level = () => rawOf(db).pragma('synchronous', { simple: true });
    const put = async (trx: Database, key: string) => {
      await trx.insertInto('meta').values({ key, value: 'x' }).execute();
      return level();
    };
    const derived = (key: string) => inDerivedTransaction(db, (trx) => put(trx, key));
    const kept = (key: string) => inTransaction(db, (trx) => put(trx, key));
    expect(await Promise.all([derived('a'), kept('b'), derived('c'), kept('d')])).toEqual([NORMAL, FULL, NORMAL, FULL]);
    const failed = inDerivedTransaction(db, async (trx) => {
      await put(trx, 'e');
      throw new Error('half-way');
    });
    await expect(failed).rejects.toThrow('half-way');
    expect(level()).toBe(FULL);
    expect(await db.selectFrom('meta').select('key').where('key', '=', 'e').execute()).toEqual([]);
  });
});

/** The words that a column's CHECK lists, read from the table's own text. */
function wordsOf(create: string, column: string): string[] {
  const list = new RegExp(`check \\(${column} in \\(([^)]*)\\)\\)`).exec(create)?.[1] ?? '';
  return [...list.matchAll(/'([^']*)'/g)].map((m) => m[1] as string);
}

describe('the words in the tables', () => {
  it.each<[string, string, readonly string[]]>([
    ['users', 'role', ROLES],
    ['sessions', 'way', SESSION_WAYS],
    ['account_links', 'kind', LINK_KINDS],
    ['account_links', 'role', ROLES],
    ['sign_in_steps', 'kind', STEP_KINDS],
    ['sources', 'kind', SOURCE_KINDS],
    ['sources', 'source_class', SOURCE_CLASSES],
    ['documents', 'source_class', SOURCE_CLASSES],
    ['documents', 'state', DOCUMENT_STATES],
    ['facts', 'type', FACT_TYPES],
    ['facts', 'kind', DEAL_KINDS],
    ['facts', 'certainty', CERTAINTIES],
    ['facts', 'role', AMOUNT_ROLES],
    ['facts', 'status', SCRUTINY_STATUSES],
    ['pairs', 'layer', LAYERS],
    ['pairs', 'band', BANDS],
    ['deals', 'kind', DEAL_KINDS],
    ['deals', 'certainty', CERTAINTIES],
    ['deal_events', 'role', AMOUNT_ROLES],
    ['pair_scrutiny', 'status', SCRUTINY_STATUSES],
    ['pair_scrutiny', 'source', [...SOURCE_CLASSES, 'reported']],
    ['flags', 'rule', RULE_IDS],
    ['flags', 'state', FLAG_STATES],
    ['flags', 'band', BANDS],
    ['sightings', 'kind', SIGHTING_KINDS],
    ['decisions', 'rule', RULE_IDS],
    ['decisions', 'action', DECISIONS],
    ['decisions', 'reason', DISMISSAL_REASONS],
    ['outbox', 'state', OUTBOX_STATES],
    ['runs', 'state', RUN_STATES],
  ])('%s.%s takes exactly the words of the model', async (table, column, words) => {
    const db = await temporaryDatabase();
    const { rows } = await sql<{ sql: string }>`select sql from sqlite_schema where name = ${table}`.execute(db);
    expect(wordsOf(rows[0]?.sql ?? '', column)).toEqual([...words]);
  });

  it('refuse any other', async () => {
    const db = await temporaryDatabase();
    const insert = sql`insert into runs (job, started_at, state) values ('x', '2026', 'odd')`.execute(db);
    await expect(insert).rejects.toThrow(/CHECK constraint failed/);
  });
});
