import { statSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { backUpAndTry, inspect, restoreFrom } from '../db/backup/backup.ts';
import { sha256 } from '../db/documents/identity.ts';
import { closeDatabase, type Database, inTransaction, openDatabase } from '../db/open.ts';
import type { Bench } from './bench.ts';
import { withDatabaseFile } from './bench-database.ts';
import { prose } from './made-feeds.ts';
import { processorSeconds, timed } from './measure.ts';

/** How large the database is made, in MB. */
const MB = Number(process.env.RESTORE_MB ?? 2_000);
const AT_ONCE = 500;
const PARAGRAPHS = 400;
const PARAGRAPHS_A_TEXT = 8;

/** Documents with an index, until the file is large enough; paragraphs come again in other company. */
async function fill(db: Database, file: string): Promise<number> {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, n) => prose(120, n));
  let n = 0;
  while (statSync(file).size < MB * 1e6) {
    await inTransaction(db, async (trx) => {
      for (const end = n + AT_ONCE; n < end; n += 1) await store(trx, n, paragraphs);
    });
    await db.executeQuery(CompiledQuery.raw('pragma wal_checkpoint(truncate)'));
  }
  return n;
}

async function store(db: Database, n: number, paragraphs: readonly string[]): Promise<void> {
  const text = Array.from({ length: PARAGRAPHS_A_TEXT }, (_, k) => paragraphs[(n * 7 + k * 31) % PARAGRAPHS]).join(
    '\n\n',
  );
  const id = sha256(`restore ${n}`).slice(0, 20);
  const day = `20${10 + (n % 16)}-0${1 + (n % 9)}-1${n % 10}`;
  const now = '2026-06-01T12:00:00.000Z';
  const values = [id, `https://news.example/${n}`, 'Example News', `Title ${n}`, day, day, text, id, id, now, now];
  const into = `insert into documents (id, url, publisher, source_class, title, published, day, language, text, hash, text_hash,
    fetched_at, last_seen_at, state) values (?, ?, ?, 'press', ?, ?, ?, 'en', ?, ?, ?, ?, ?, 'read')`;
  const { insertId } = await db.executeQuery(CompiledQuery.raw(into, values));
  const index = 'insert into documents_fts (rowid, title, text) values (?, ?, ?)';
  await db.executeQuery(CompiledQuery.raw(index, [Number(insertId), `Title ${n}`, text]));
}

const bench: Bench = {
  about: `backup and restore of a database of ${MB.toLocaleString('en')} MB, each with every check (RESTORE_MB)`,
  run: () =>
    withDatabaseFile(async (file) => {
      const db = await openDatabase(file);
      const documents = await fill(db, file);
      await closeDatabase(db);
      const copy = `${file}.copy`;
      const backup = await timed(() => backUpAndTry(file, copy));
      const target = join(file, '..', 'restored.db');
      let processor = 0;
      const restore = await timed(async () => {
        processor = await processorSeconds(() => restoreFrom(copy, target));
      });
      if (inspect(target).documents !== documents) throw new Error('The restored file holds other documents.');
      const size = statSync(target).size / 1e6;
      return [
        { what: 'size of the file', unit: 'MB', ours: size, peer: null, limit: null },
        { what: 'documents in it', unit: '', ours: documents, peer: null, limit: null },
        { what: 'backup, restored on trial', unit: 's', ours: backup / 1000, peer: null, limit: null },
        {
          what: 'restore',
          unit: 's',
          ours: restore / 1000,
          peer: null,
          limit: { kind: 'most', value: 60, of: 'ours' },
        },
        { what: 'of which processor time', unit: 's', ours: processor, peer: null, limit: null },
      ];
    }),
};
export default bench;
