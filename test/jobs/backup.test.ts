import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { backUp, inspect, restoreFrom } from '../../db/backup/backup.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { getMeta } from '../../db/meta.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { LAST_BACKUP } from '../../db/watching.ts';
import { backup } from '../../jobs/backup.ts';
import { backupName, momentOf, toRemove } from '../../jobs/backup-rule.ts';
import { addMs, type Instant } from '../../model/day.ts';
import { aDocument, at, aUser, temporaryDatabase, temporaryFolder } from '../db/world.ts';
import { leftBy, RELEASED } from '../helpers/released.ts';
import { aClock, aContext, aRun } from './world.ts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => addMs('2026-06-01T03:00:00.000Z' as Instant, -days * DAY_MS);

async function aPlace(settings: Record<string, string> = {}) {
  const folder = temporaryFolder();
  const file = join(folder, 'test.db');
  const db = await temporaryDatabase(file);
  const clock = aClock();
  const config = { ...readConfig(settings), DATABASE: file };
  return { folder, file, db, clock, context: aContext(db, { config, now: clock.now }) };
}

describe('the rule for copies', () => {
  it('keeps the newest of each of the last days, weeks and months', () => {
    const names = Array.from({ length: 200 }, (_, i) => backupName(daysAgo(i)));
    const removed = new Set(toRemove(names, { days: 7, weeks: 4, months: 3 }));
    const kept = names.filter((name) => !removed.has(name)).map((name) => momentOf(name)?.slice(0, 10));
    expect(kept.slice(0, 7)).toEqual([
      '2026-06-01',
      '2026-05-31',
      '2026-05-30',
      '2026-05-29',
      '2026-05-28',
      '2026-05-27',
      '2026-05-26',
    ]);
    expect(kept.slice(7)).toEqual(['2026-05-24', '2026-05-17', '2026-04-30']);
  });

  it('never names a file of somebody else', () => {
    const others = [
      'dealwatch.db',
      'notes.txt',
      'dealwatch-2026-13-01T00-00-00Z.db',
      '../dealwatch-2026-01-01T00-00-00Z.db',
    ];
    expect(toRemove(others, { days: 1, weeks: 0, months: 0 })).toEqual([]);
  });
});

describe('the backup job', () => {
  it('copies while others write, tries the copy by restoring it, and removes what the rule no longer keeps (D08)', async () => {
    const { db, folder, clock, context, file } = await aPlace({ BACKUP_KEEP: '2,0,0' });
    await aUser(db);
    const texts = Array.from({ length: 300 }, (_, i) => `Document ${i}. ${'Words that differ. '.repeat(50)}${i}`);
    for (const text of texts)
      await saveDocument(db, aDocument({ text, url: `https://a.example/${text.length}/${text}` }));
    for (let day = 0; day < 3; day++) {
      const writing = saveDocument(db, aDocument({ text: `Meanwhile ${day}`, url: `https://b.example/${day}` }));
      expect(await backup.run(context, aRun())).toMatchObject({ copies: 1, removed: day === 2 ? 1 : 0 });
      await writing;
      clock.forward(24 * 60);
    }
    const copies = readdirSync(join(folder, 'backups'));
    expect(copies).toEqual(['dealwatch-2026-06-02T12-00-00Z.db', 'dealwatch-2026-06-03T12-00-00Z.db']);
    expect(inspect(join(folder, 'backups', copies[1] as string)).documents).toBeGreaterThanOrEqual(302);
    expect(existsSync(file)).toBe(true);
    expect(statSync(join(folder, 'backups')).mode & 0o077).toBe(0);
  });

  it('has work once a day, when there is anybody, and not when it is switched off', async () => {
    const { db, clock, context } = await aPlace();
    expect(await backup.hasWork?.(context)).toBe(false);
    await aUser(db);
    expect(await backup.hasWork?.(context)).toBe(true);
    await backup.run(context, aRun());
    expect(await getMeta(db, LAST_BACKUP)).toBe(at(0));
    expect(await backup.hasWork?.(context)).toBe(false);
    clock.forward(24 * 60);
    expect(await backup.hasWork?.(context)).toBe(true);
    clock.forward(-365 * 24 * 60);
    expect(await backup.hasWork?.(context), 'after the clock was set back a year (D10)').toBe(true);
    expect(await backup.hasWork?.({ ...context, config: { ...context.config, BACKUP: 'off' } })).toBe(false);
  });

  it('says so when the copy cannot be made, and leaves nothing half-done', async () => {
    const { db, folder, context } = await aPlace();
    await aUser(db);
    writeFileSync(join(folder, 'in-the-way'), '');
    const blocked = { ...context, config: { ...context.config, BACKUP_FOLDER: join(folder, 'in-the-way', 'x') } };
    await expect(backup.run(blocked, aRun())).rejects.toThrow();
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', backupName(context.now())), 'already here');
    await expect(backup.run(context, aRun())).rejects.toThrow(/exists already/);
    expect(await getMeta(db, LAST_BACKUP)).toBeNull();
  });

  it('is broken off when the program stops', async () => {
    const { db, context } = await aPlace();
    await aUser(db);
    const stopping = new AbortController();
    const running = backup.run(context, { signal: stopping.signal, warn: () => undefined });
    stopping.abort();
    await expect(running).rejects.toThrow(/broken off/);
  });
});

describe('a copy while another process writes without a pause (D08)', () => {
  it('ends all the same, and holds one moment', async () => {
    const { db, folder, file } = await aPlace();
    for (let i = 0; i < 400; i++)
      await saveDocument(db, aDocument({ text: `${i} ${'filling '.repeat(2000)}${i}`, url: `https://a.example/${i}` }));
    const other = new BetterSqlite3(file, { timeout: 5000 });
    other.exec('create table ticks (n integer)');
    const insert = other.prepare('insert into ticks values (1)');
    const writer = setInterval(() => insert.run(), 0);
    const copy = join(folder, 'copy.db');
    await backUp(db, copy);
    clearInterval(writer);
    other.close();
    expect(inspect(copy).documents).toBe(400);
  });
});

describe('restoring', () => {
  it('brings along what still lies in the log beside the file, for its owner alone', async () => {
    const { db, folder, file } = await aPlace();
    await saveDocument(db, aDocument());
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    const target = join(folder, 'target.db');
    expect(await restoreFrom(file, target)).toMatchObject({ documents: 1, kept: null });
    const copy = join(folder, 'copy.db');
    await backUp(db, copy);
    chmodSync(copy, 0o444);
    expect(await restoreFrom(copy, target)).toMatchObject({ documents: 1, kept: `${target}.before-restore-1` });
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it('takes one that an older version left, and brings it up to date', async () => {
    const target = join(temporaryFolder(), 'target.db');
    expect(await restoreFrom(await leftBy(RELEASED), target)).toMatchObject({ documents: 1, decisions: 1 });
    const db = await openDatabase(target);
    await saveDocument(db, aDocument({ url: 'https://a.example/new', text: 'Another text altogether.' }));
    await closeDatabase(db);
    expect(inspect(target).documents).toBe(2);
  });

  it('refuses a copy with a damaged page by its own name, and leaves the database as it is', async () => {
    const { db, folder } = await aPlace();
    for (let i = 0; i < 40; i++)
      await saveDocument(db, aDocument({ text: `${i} ${'filling '.repeat(2000)}${i}`, url: `https://a.example/${i}` }));
    const copy = join(folder, 'copy.db');
    await backUp(db, copy);
    const bytes = readFileSync(copy);
    writeFileSync(copy, bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 3 * 4096));
    const target = join(folder, 'target.db');
    await (await openDatabase(target)).destroy();
    await expect(restoreFrom(copy, target)).rejects.toThrow(new RegExp(`${copy} (is damaged|is no backup)`));
    expect(inspect(target).documents).toBe(0);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });
});

describe('restoring what is no backup of ours (E06)', () => {
  it('refuses it whole and leaves the database as it is', async () => {
    const { db, folder, file } = await aPlace();
    await saveDocument(db, aDocument());
    const zip = join(folder, 'slip.zip');
    writeFileSync(
      zip,
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('../../etc/passwd'), Buffer.alloc(4096)]),
    );
    const other = join(folder, 'other.db');
    const raw = new BetterSqlite3(other);
    raw.exec('create table x (y)');
    raw.close();
    const newer = join(folder, 'newer.db');
    await backUp(db, newer);
    const grown = new BetterSqlite3(newer);
    grown.exec("insert into kysely_migration values ('999-later', '2030')");
    grown.close();
    const target = join(folder, 'target.db');
    await (await openDatabase(target)).destroy();
    const before = statSync(target).size;
    for (const bad of [zip, other, newer, folder, join(folder, 'none')]) {
      await expect(restoreFrom(bad, target), bad).rejects.toThrow(
        /no backup|another program|newer Dealwatch|no file|cannot be opened|not a database/,
      );
    }
    expect(statSync(target).size).toBe(before);
    expect(inspect(file).documents).toBe(1);
  });
});
