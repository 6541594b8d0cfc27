import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { brokenAuditLines } from '../../db/audit.ts';
import { inspect } from '../../db/backup/backup.ts';
import { listDocuments } from '../../db/documents/document-list.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { factsOfDocument, factsOfPairs } from '../../db/ledger/facts.ts';
import { closeDatabase, openDatabase, rawOf } from '../../db/open.ts';
import { findSession } from '../../db/people/sessions.ts';
import { findUserByEmail } from '../../db/people/users.ts';
import { leftBy, RELEASED } from '../helpers/released.ts';
import { aDocument, at, temporaryFolder } from './world.ts';

/** Puts two facts of one reading into a file; gives them as stored. */
function withFacts(file: string): { facts: unknown[]; places: unknown[] } {
  const raw = new BetterSqlite3(file);
  raw.exec(`insert into readings (id, document_id, extractor, version, read_at, millis, current)
    values (7, 'old', 'reader', '1', '${at(0)}', 1, 1)`);
  for (const [position, id] of ['b', 'a'].entries()) {
    const body = JSON.stringify({
      id,
      documentId: 'old',
      type: 'deal',
      evidence: [],
      acquirer: 'Alpha',
      target: 'Beta',
    });
    raw
      .prepare(`insert into facts (id, document_id, type, pair_id, kind, body) values (?, 'old', 'deal', ?, ?, ?)`)
      .run(id, 'alpha--beta', 'investment', body);
    raw.prepare('insert into reading_facts (reading_id, position, fact_id) values (7, ?, ?)').run(position, id);
  }
  const facts = raw.prepare('select * from facts order by id').all();
  const places = raw.prepare('select * from reading_facts order by position').all();
  raw.close();
  return { facts, places };
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

  it('keeps every fact as it was, found by document and pair, in the order of its documents', async () => {
    const file = await leftBy(RELEASED);
    const before = withFacts(file);
    const db = await openDatabase(file);
    const raw = rawOf(db);
    expect(raw.prepare('select * from facts order by id').all()).toEqual(before.facts);
    expect(raw.prepare('select * from reading_facts order by position').all()).toEqual(before.places);
    expect((await factsOfDocument(db, 'old')).map((fact) => fact.id)).toEqual(['b', 'a']);
    expect((await factsOfPairs(db, ['alpha--beta'])).map((fact) => fact.id)).toEqual(['b', 'a']);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    for (const change of ['delete from facts', `update facts set body = '{}'`, 'delete from reading_facts']) {
      expect(() => raw.exec(change), change).toThrow(/never edited/);
    }
    expect(() =>
      raw.exec(`insert into facts (id, document_id, type, body) values (null, 'old', 'deal', '{}')`),
    ).toThrow();
    await closeDatabase(db);
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
