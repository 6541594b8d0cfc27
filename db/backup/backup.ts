import { constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { chmod, copyFile, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Conflict, DealwatchError, NotFound, Unreadable } from '../../model/errors.ts';
import { holdLock } from '../lock.ts';
import { claimFile, isOutdated } from '../migrate.ts';
import { closeDatabase, type Database, fileOf, openDatabase, rawOf } from '../open.ts';

/** What a copy holds, counted in the copy itself. */
export interface Holdings {
  documents: number;
  facts: number;
  decisions: number;
  mails: number;
  bytes: number;
}

/**
 * Copies an open database into a new file by SQLite's own backup, which other work does not disturb; then opens the
 * copy, checks it and counts what is in it. Throws Conflict when the file exists, DealwatchError when the copy is bad.
 */
export function backUp(db: Database, file: string): Promise<Holdings> {
  return writeCopy(db, file, inspect);
}

async function writeCopy(db: Database, file: string, look: (copy: string) => Holdings): Promise<Holdings> {
  if (existsSync(file)) throw new Conflict(`${file} exists already. Name a new file.`);
  const partial = `${file}.partial`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(partial, { force: true });
    await copySnapshot(db, partial);
    asOneFile(partial);
    const holdings = look(partial);
    renameSync(partial, file);
    return holdings;
  } catch (cause) {
    removeWithLog(partial);
    if (cause instanceof DealwatchError) throw cause;
    throw new DealwatchError(`The backup could not be written to ${file}: ${(cause as Error).message}.`, { cause });
  }
}

/** So many pages are copied between two turns of the event loop: about 4 MB. */
const PAGES_AT_ONCE = 1_024;

/**
 * Copies what the database holds now. A connection of its own holds one reading transaction meanwhile: otherwise the copy
 * would begin anew with each write of another process, and never end while documents come in.
 */
async function copySnapshot(db: Database, to: string): Promise<void> {
  const file = fileOf(db);
  if (file === ':memory:') return void (await rawOf(db).backup(to));
  const reader = new BetterSqlite3(file, { readonly: true, timeout: 5_000 });
  try {
    reader.exec('begin');
    reader.prepare('select count(*) from sqlite_schema').get();
    await reader.backup(to, { progress: () => PAGES_AT_ONCE });
  } finally {
    reader.close();
  }
}

/** Takes the copy out of WAL mode: it is one file then, also for those who look at it where nothing may be written. */
function asOneFile(file: string): void {
  const raw = new BetterSqlite3(file);
  try {
    raw.pragma('journal_mode = DELETE');
  } finally {
    raw.close();
  }
}

/**
 * Copies the database, counts what is in the copy, and restores it into a file beside it that is checked from end to end and
 * then removed: only a backup that was restored is one. Throws DealwatchError; the copy that failed is removed.
 */
export async function backUpAndTry(database: string, file: string): Promise<Holdings> {
  const db = await openDatabase(database);
  const trial = `${file}.trial`;
  try {
    const holdings = await writeCopy(db, file, count);
    const restored = await restoreFrom(file, trial);
    const differs = COUNTED.filter((name) => restored[name] !== holdings[name]);
    if (differs.length) throw new DealwatchError(`${file} gave back other ${differs.join(', ')} than it holds.`);
    return holdings;
  } catch (cause) {
    rmSync(file, { force: true });
    throw cause;
  } finally {
    removeWithLog(trial);
    await closeDatabase(db);
  }
}

const COUNTED = ['documents', 'facts', 'decisions', 'mails'] as const;

/**
 * Copies a backup, checks the copy from end to end, brings it up to date and puts it in place of the database; the old file is
 * kept under another name. Nothing is touched when anything is wrong, or while a dashboard serves the database.
 */
export async function restoreFrom(file: string, target: string): Promise<Holdings & { kept: string | null }> {
  if (!existsSync(file)) throw new NotFound(`There is no file ${file}.`);
  mkdirSync(dirname(target), { recursive: true });
  const lock = holdLock(target);
  const fresh = `${target}.restoring`;
  try {
    claim(file);
    removeWithLog(fresh);
    await copy(file, fresh);
    // What is copied is what is checked: once, and once more only when steps were taken on it.
    const holdings = inspect(fresh, file);
    const renewed = (await bringUpToDate(fresh)) ? inspect(fresh, file) : holdings;
    return { ...renewed, kept: swap(fresh, target) };
  } finally {
    removeWithLog(fresh);
    lock.release();
  }
}

/** Opens a checked file as the program would; gives true when it was of an older version and has been changed. */
async function bringUpToDate(file: string): Promise<boolean> {
  const outdated = reading(file, file, isOutdated);
  await closeDatabase(await openDatabase(file));
  return outdated;
}

/** Byte for byte where the file is everything; through SQLite where a log beside it holds what is newest. */
async function copy(from: string, to: string): Promise<void> {
  const log = statSync(`${from}-wal`, { throwIfNoEntry: false });
  if (log?.size) return copyWithLog(from, to);
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await chmod(to, OWNER_ONLY);
  const handle = await open(to, 'r+');
  try {
    // On the disk before it takes the place of what is there.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const OWNER_ONLY = 0o600;

async function copyWithLog(from: string, to: string): Promise<void> {
  const raw = new BetterSqlite3(from, { readonly: true });
  try {
    await raw.backup(to);
  } finally {
    raw.close();
  }
}

function swap(fresh: string, target: string): string | null {
  const kept = existsSync(target) ? freeName(`${target}.before-restore`) : null;
  if (kept) {
    settleLog(target);
    renameSync(target, kept);
  }
  renameSync(fresh, target);
  return kept;
}

function freeName(name: string): string {
  for (let n = 1; ; n += 1) if (!existsSync(`${name}-${n}`)) return `${name}-${n}`;
}

/** Writes what is still in the log into the file, so that the file alone is everything. */
function settleLog(file: string): void {
  try {
    const raw = new BetterSqlite3(file);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
  } catch (cause) {
    // A file that is no database any more is kept as it is: that may be why a backup is being restored.
    if (!String((cause as { code?: string }).code).startsWith('SQLITE_')) throw cause;
  }
  for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
}

function removeWithLog(file: string): void {
  for (const part of ['', '-wal', '-shm', '.lock']) rmSync(`${file}${part}`, { force: true });
}

/** Opens a file for reading alone and checks it from end to end. Throws Unreadable saying what is wrong with it (by `name`). */
export function inspect(file: string, name = file): Holdings {
  return reading(file, name, (raw) => {
    claimFile(raw, name);
    const problems = raw.prepare('pragma integrity_check(5)').pluck().all() as string[];
    if (problems[0] !== 'ok') throw new Unreadable(`${name} is damaged: ${problems.join('; ')}.`);
    const broken = raw.prepare('pragma foreign_key_check').all().length;
    if (broken > 0) throw new Unreadable(`${name} has ${broken} rows that point to nothing.`);
    return holdingsOf(raw, file);
  });
}

/** What a file holds, without a look at the rest of it. */
function count(file: string): Holdings {
  return reading(file, file, (raw) => holdingsOf(raw, file));
}

/** Refuses at once what is of another program or of a newer Dealwatch. */
function claim(file: string): void {
  reading(file, file, (raw) => claimFile(raw, file));
}

/** Pages kept at hand while a file is gone through: an index of a large one is met again and again. */
const CACHE_KB = 65_536;

function reading<T>(file: string, name: string, work: (raw: BetterSqlite3.Database) => T): T {
  const raw = openReadOnly(file, name);
  try {
    raw.pragma(`cache_size = -${CACHE_KB}`);
    return work(raw);
  } catch (cause) {
    if (cause instanceof DealwatchError) throw cause;
    throw new Unreadable(`${name} is no backup of Dealwatch: ${(cause as Error).message}.`, { cause });
  } finally {
    raw.close();
  }
}

function holdingsOf(raw: BetterSqlite3.Database, file: string): Holdings {
  const rows = (table: string) => raw.prepare(`select count(*) from ${table}`).pluck().get() as number;
  return {
    documents: rows('documents'),
    facts: rows('facts'),
    decisions: rows('decisions'),
    mails: rows('outbox'),
    bytes: statSync(file).size,
  };
}

function openReadOnly(file: string, name: string): BetterSqlite3.Database {
  try {
    return new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  } catch (cause) {
    throw new Unreadable(`${name} cannot be opened: ${(cause as Error).message}.`, { cause });
  }
}
