import type BetterSqlite3 from 'better-sqlite3';
import { type Recent, recent } from '../model/recent.ts';
import { type Database, rawOf } from './open.ts';
import { prepared, withConnection } from './prepared.ts';
import { noteStatement } from './reads.ts';
import { type MadeFrom, madeFromReads, stillStands, tableChanges } from './table-changes.ts';

type Value = string | number | null;

interface Answer {
  rows: readonly object[];
  from: MadeFrom;
}

/** Some thousand rows. */
const MOST_CHARACTERS = 1_000_000;
/** What a row is taken to be worth beside its question. */
const A_ROW = 200;

const kept = new WeakMap<BetterSqlite3.Database, Recent<Answer>>();

/**
 * The rows of a small question that many pages ask: people, sources, views. They are answered from memory as long as no
 * table that the statement names has been written to, by whatever process (migration 023). Nobody may change them. Inside a
 * transaction it is asked anew: what is seen there may be taken back.
 */
export async function keptRows<Row extends object>(
  db: Database,
  sql: string,
  ...values: Value[]
): Promise<readonly Readonly<Row>[]> {
  const ask = () => prepared(db, sql).all(...values) as Row[];
  if (db.isTransaction) return ask();
  noteStatement(sql);
  // Looked at before the rows are: what is written in between makes them count as changed.
  const changes = await tableChanges(db);
  const answers = kept.get(rawOf(db)) ?? recent<Answer>(MOST_CHARACTERS);
  kept.set(rawOf(db), answers);
  const question = JSON.stringify([sql, ...values]);
  const known = answers.get(question);
  if (known && stillStands(known.from, changes)) return known.rows as Row[];
  const rows = (await withConnection(db, ask)).map((row) => Object.freeze(row));
  const from = madeFromReads(db, changes, { statements: [sql] });
  answers.keep(question, { rows: Object.freeze(rows), from }, question.length + A_ROW * rows.length);
  return rows;
}
