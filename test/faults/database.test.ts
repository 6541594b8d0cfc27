import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backUp, inspect, restoreFrom } from '../../db/backup/backup.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { closeDatabase, inTransaction, isTooOld, openDatabase, rawOf, truncateLog } from '../../db/open.ts';
import { createSession, findSession } from '../../db/people/sessions.ts';
import { troubleIn } from '../../db/trouble.ts';
import { addMs } from '../../model/day.ts';
import { aDocument, at, aUser, temporaryDatabase, temporaryFolder } from '../db/world.ts';
import { aBrowser, aWorld, post, signedIn, words } from '../server/world.ts';

const PAGE = 4096;

/** Overwrites pages in the middle of a file, as a dying disk does. */
function damage(file: string): void {
  const handle = openSync(file, 'r+');
  const pages = Math.floor(statSync(file).size / PAGE);
  for (let page = 5; page < pages; page += 3) writeSync(handle, Buffer.alloc(PAGE, 0xa5), 0, PAGE, page * PAGE);
  closeSync(handle);
}

/** Takes what room is left inside the file, down to rows of a few bytes. */
function fill(raw: BetterSqlite3.Database): void {
  const insert = raw.prepare('insert into meta (key, value) values (?, ?)');
  for (const size of [3000, 300, 30]) {
    try {
      for (let i = 0; ; i++) insert.run(`${size} ${i}`, 'x'.repeat(size));
    } catch (cause) {
      if (!troubleIn(cause)) throw cause;
    }
  }
}

describe('SQLite', () => {
  it.each([
    ['3.40.1', true],
    ['3.51.2', true],
    ['3.7.0', true],
    ['3.51.3', false],
    ['3.53.2', false],
    ['4.0.0', false],
  ])('of version %s: too old is %s (D04)', (version, tooOld) => expect(isTooOld(version)).toBe(tooOld));
});

describe('pages of the file that are damaged', () => {
  it('are said in a sentence with the way back, which works', async () => {
    const folder = temporaryFolder();
    const [file, copy] = [join(folder, 'x.db'), join(folder, 'copy.db')];
    const db = await openDatabase(file);
    for (let i = 0; i < 50; i++)
      await saveDocument(
        db,
        aDocument({ text: `${i} ${'different words '.repeat(300)}${i}`, url: `https://a.example/${i}` }),
      );
    await backUp(db, copy);
    await closeDatabase(db);
    damage(file);
    expect(() => inspect(file)).toThrow(/is damaged|no backup/);
    const sentence = await openDatabase(file).then(
      async (opened) => {
        const failure = await opened
          .selectFrom('documents')
          .selectAll()
          .execute()
          .catch((cause: unknown) => cause);
        await closeDatabase(opened).catch(() => undefined);
        return troubleIn(failure);
      },
      (cause: Error) => cause.message,
    );
    expect(sentence).toMatch(/damaged/);
    const { documents, kept } = await restoreFrom(copy, file);
    expect([documents, kept]).toEqual([50, `${file}.before-restore-1`]);
    expect(inspect(file).documents).toBe(50);
  });

  it('are said on the page that meets them, and the reference leads to the log', async () => {
    const failing = Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT_INDEX' });
    const handler = () => Promise.reject(failing);
    const { app } = await aWorld({ routes: [{ method: 'GET', path: '/x', role: 'anyone', handler }] });
    const answer = await aBrowser(app).get('/x');
    expect([answer.status, words(answer.text)]).toEqual([
      503,
      expect.stringMatching(/damaged.*restore.*Quote [0-9a-f]{16}/),
    ]);
    expect(answer.text).not.toContain('malformed');
  });
});

describe('a disk that takes nothing any more (D03)', () => {
  it.each([
    ['read-only', 'pragma query_only = on', /may not be written to/],
    ['full', 'pragma max_page_count = 1', /disk is full/],
  ])(
    '%s: people go on reading, what they store is refused in words, and all is well afterwards',
    async (_name, how, sentence) => {
      const world = await aWorld();
      const { browser, csrf } = await signedIn(world, 'analyst');
      const raw = rawOf(world.db);
      raw.exec(how);
      world.forward(10);
      for (const path of ['/', '/flags', '/deals', '/documents', '/sources', '/account']) {
        expect((await browser.get(path)).status, path).toBe(200);
      }
      fill(raw);
      const refused: string[] = [];
      for (let i = 0; i < 400 && !refused.length; i++) {
        const answer = await post(browser, '/account/name', { _csrf: csrf, name: `Test ${i}` });
        if (answer.status === 503) refused.push(words(answer.text));
      }
      expect(refused[0] ?? 'nothing was refused').toMatch(sentence);
      raw.exec('pragma query_only = off; pragma max_page_count = 1000000');
      expect((await post(browser, '/account/name', { _csrf: csrf, name: 'Test After' })).status).toBe(303);
      expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    },
  );
});

describe('the log beside the file (D06)', () => {
  it('grows while somebody reads for long, is made small again afterwards, and its size is a metric', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'x.db');
    const db = await temporaryDatabase(file);
    const reader = new BetterSqlite3(file, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from documents').get();
    rawOf(db).pragma('busy_timeout = 50');
    for (let i = 0; i < 60; i++)
      await saveDocument(
        db,
        aDocument({ text: `${i} ${'many words '.repeat(3000)}${i}`, url: `https://a.example/${i}` }),
      );
    const grown = statSync(`${file}-wal`).size;
    expect(grown).toBeGreaterThan(2e6);
    expect(await truncateLog(db)).toBe(false);
    reader.close();
    expect(await truncateLog(db)).toBe(true);
    expect(statSync(`${file}-wal`).size).toBe(0);
    expect(rawOf(db).pragma('journal_size_limit', { simple: true })).toBe(67108864);
  });
});

describe('making the log small (D06)', () => {
  it('waits for its turn while somebody has a transaction under way', async () => {
    const db = await temporaryDatabase(join(temporaryFolder(), 'x.db'));
    const writing = inTransaction(db, async (trx) => {
      await trx.insertInto('meta').values({ key: 'a', value: 'b' }).execute();
      await pause(20);
      await trx.insertInto('meta').values({ key: 'c', value: 'd' }).execute();
    });
    expect(await truncateLog(db)).toBe(true);
    await writing;
    expect(await db.selectFrom('meta').select('key').where('key', 'in', ['a', 'c']).execute()).toHaveLength(2);
  });
});

describe('a clock that was a year ahead for a while (D10)', () => {
  it('gives no session a longer life than its absolute end, and ends none that was begun in order', async () => {
    const db = await temporaryDatabase();
    const { id } = await aUser(db);
    const year = 365 * 86_400_000;
    const { token } = await createSession(db, { userId: id, now: at(0), days: 14, maxDays: 30 });
    expect(await findSession(db, token, addMs(at(0), year))).toBeNull();
    expect(await findSession(db, token, at(10)), 'back in time').not.toBeNull();
    expect(await findSession(db, token, addMs(at(0), -year)), 'set back').not.toBeNull();
    expect(await findSession(db, token, addMs(at(0), 31 * 86_400_000))).toBeNull();
  });
});
