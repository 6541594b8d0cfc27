import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import { DealwatchError } from '../model/errors.ts';
import { cachedStatements } from './cached-statements.ts';
import { holdLock, type ServingLock } from './lock.ts';
import { claimFile, isOutdated, migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

export interface OpenOptions {
  /** True for the process that serves pages and runs the schedule: only one may hold a file so. */
  serving?: boolean;
}

interface Handle {
  raw: BetterSqlite3.Database;
  file: string;
  lock: ServingLock | null;
}

/** Older ones can damage a file in WAL mode when two connections write and checkpoint at once. */
const OLDEST_SQLITE = [3, 51, 3];
const MIGRATION_WAIT_MS = 30_000;
const handles = new WeakMap<Database, Handle>();

/** Begins each transaction as a writer, so that two processes wait for each other instead of failing half-way. */
class ImmediateDriver extends SqliteDriver {
  readonly #raw: BetterSqlite3.Database;
  constructor(raw: BetterSqlite3.Database) {
    super({ database: cachedStatements(raw) });
    this.#raw = raw;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  /** A full disk ends the transaction by itself; a second rollback would fail and hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

/** SQLite can take back tables as it can rows; without this the migrator would not even try. */
class WholeStepsAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #raw: BetterSqlite3.Database;
  constructor(raw: BetterSqlite3.Database) {
    super({ database: raw });
    this.#raw = raw;
  }
  override createAdapter(): SqliteAdapter {
    return new WholeStepsAdapter();
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#raw);
  }
}

/**
 * Takes the path of a database file (`:memory:` for none); makes it and its folder when missing, brings it up to date,
 * and gives it opened. Throws DealwatchError with one sentence when it cannot be used.
 */
export async function openDatabase(file: string, options: OpenOptions = {}): Promise<Database> {
  makeFolder(file);
  const lock = options.serving && file !== ':memory:' ? holdLock(file) : null;
  let raw: BetterSqlite3.Database | null = null;
  try {
    raw = openFile(file);
    const db: Database = new Kysely<Schema>({ dialect: new ImmediateDialect(raw) });
    if (isOutdated(raw)) await bringUpToDate(db, lock || file === ':memory:' ? null : file);
    handles.set(db, { raw, file, lock });
    return db;
  } catch (cause) {
    raw?.close();
    lock?.release();
    throw asSentence(cause, file);
  }
}

/** Takes the lock for the while, unless it is held already (null): a program that starts at the same moment waits. */
async function bringUpToDate(db: Database, fileToLock: string | null): Promise<void> {
  const lock = fileToLock ? holdLock(fileToLock, MIGRATION_WAIT_MS) : null;
  try {
    await migrate(db);
  } finally {
    lock?.release();
  }
}

/** Writes what is still in the log to the file, and closes it. Safe to call once only. */
export async function closeDatabase(db: Database): Promise<void> {
  const handle = handles.get(db);
  try {
    if (handle) tidyUp(handle.raw);
  } finally {
    await db.destroy();
    handle?.lock?.release();
    handles.delete(db);
  }
}

/** What cannot be tidied, as on a full disk, is at the next opening: everything committed is in the log. */
function tidyUp(raw: BetterSqlite3.Database): void {
  try {
    raw.pragma('optimize');
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    if (!String((cause as { code?: string }).code).startsWith('SQLITE_')) throw cause;
  }
}

/** The driver's own handle, for what Kysely has no words for: backup and checks. Stays inside db/. */
export function rawOf(db: Database): BetterSqlite3.Database {
  const handle = handles.get(db);
  if (!handle) throw new DealwatchError('This database has been closed.');
  return handle.raw;
}

/** Path of the file behind a database; `:memory:` for none. Stays inside db/. */
export function fileOf(db: Database): string {
  const handle = handles.get(db);
  if (!handle) throw new DealwatchError('This database has been closed.');
  return handle.file;
}

/** Runs some work in one transaction; inside another one it simply joins. Nothing is awaited in it but the database. */
export function inTransaction<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  const handle = handles.get(db);
  return db.transaction().execute((trx) => {
    if (handle) handles.set(trx, handle);
    return work(trx);
  });
}

/**
 * The same for what is made anew from what is kept, should it be missing: what readers find, and the ledger made of it. It
 * does not wait for the disk, so that pages wait neither. Whatever waits next takes it along: should the machine lose power,
 * the last of these may be missing, and never anything before something that is there (sqlite.org/pragma.html, synchronous).
 */
export function inDerivedTransaction<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  const raw = rawOf(db);
  return db.connection().execute(async (connection) => {
    raw.pragma('synchronous = NORMAL');
    try {
      return await connection.transaction().execute((trx) => {
        handles.set(trx, handles.get(db) as Handle);
        return work(trx);
      });
    } finally {
      raw.pragma('synchronous = FULL');
    }
  });
}

function makeFolder(file: string): void {
  if (file === ':memory:') return;
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (cause) {
    throw new DealwatchError(
      `The folder ${dirname(file)} cannot be made (${(cause as NodeJS.ErrnoException).code}). Set DATABASE to a file in a folder that this account may write to.`,
      { cause },
    );
  }
}

function openFile(file: string): BetterSqlite3.Database {
  const raw = new BetterSqlite3(file);
  try {
    refuseOldSqlite(raw);
    claimFile(raw, file);
    // One page of the handbook each: sqlite.org/pragma.html. FULL, because a decision once shown must survive a power cut.
    raw.pragma('busy_timeout = 5000');
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    // Pages that many writes touch are copied into the file once in 16 MB of log, not once in 4.
    raw.pragma('wal_autocheckpoint = 4000');
    raw.pragma('journal_size_limit = 67108864');
    raw.pragma('cache_size = -65536');
    raw.pragma('temp_store = MEMORY');
    raw.pragma('trusted_schema = OFF');
    return raw;
  } catch (cause) {
    raw.close();
    throw cause;
  }
}

function refuseOldSqlite(raw: BetterSqlite3.Database): void {
  const version = raw.prepare('select sqlite_version()').pluck().get() as string;
  if (isTooOld(version)) {
    throw new DealwatchError(
      `SQLite ${version} can damage a database that two programs use; ${OLDEST_SQLITE.join('.')} or newer is needed. Run npm ci again.`,
    );
  }
}

/** True for a version of SQLite that can damage a file in WAL mode (its reset bug, mended in 3.51.3). */
export function isTooOld(version: string): boolean {
  const parts = version.split('.').map(Number);
  const differs = OLDEST_SQLITE.findIndex((least, i) => (parts[i] ?? 0) !== least);
  return differs >= 0 && (parts[differs] ?? 0) < (OLDEST_SQLITE[differs] as number);
}

/**
 * Writes the log into the file and makes it small again; gives false while a reader keeps it from that. It waits for its
 * turn on the handle: within a transaction that somebody else has under way it would fail.
 */
export async function truncateLog(db: Database): Promise<boolean> {
  const checkpoint = 'pragma wal_checkpoint(TRUNCATE)';
  const { rows } = await db.executeQuery<{ busy: number }>(CompiledQuery.raw(checkpoint));
  return rows[0]?.busy === 0;
}

const SENTENCES: Record<string, (file: string) => string> = {
  SQLITE_NOTADB: (file) => `${file} is not a database. Set DATABASE to another file, or move this one away.`,
  SQLITE_CORRUPT: (file) => `${file} is damaged. Restore a backup with: npm run -s restore -- FILE`,
  SQLITE_CANTOPEN: (file) =>
    `${file} cannot be opened. Set DATABASE to a file in a folder that this account may write to.`,
  SQLITE_READONLY: (file) =>
    `${file} may not be written to. Give this account the right to, or set DATABASE to another file.`,
  SQLITE_READONLY_DIRECTORY: (file) =>
    `The folder ${dirname(file)} may not be written to. Set DATABASE to a file in a folder that this account may write to.`,
  SQLITE_FULL: (file) => `The disk that holds ${file} is full. Make room and start again.`,
  SQLITE_BUSY: (file) => `${file} is in use by another program. Stop it and start again.`,
};

function asSentence(cause: unknown, file: string): Error {
  if (cause instanceof DealwatchError) return cause;
  const code = (cause as { code?: string }).code ?? '';
  if (isFolder(file)) return new DealwatchError(`${file} is a folder. Set DATABASE to a file.`, { cause });
  const sentence = SENTENCES[code] ?? SENTENCES[code.split('_').slice(0, 2).join('_')];
  return sentence ? new DealwatchError(sentence(file), { cause }) : (cause as Error);
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
