import type BetterSqlite3 from 'better-sqlite3';
import { type Database, rawOf } from './open.ts';
import { prepared, withConnection } from './prepared.ts';
import { readSoFar } from './reads.ts';

/** How often each table had been written to at one moment (migration 023). */
export interface TableChanges {
  /** Differs whenever anything at all has been written, by whatever process. */
  all: string;
  byTable: ReadonlyMap<string, number>;
}

/** What something was made from: tables, each with its number at the time, or all of them where one is not counted. */
export type MadeFrom = { all: string } | { tables: readonly (readonly [name: string, changes: number])[] };

/** Views are made of these; indices of words and the list of what was touched are written together with them. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  current_facts: ['documents', 'readings', 'reading_facts', 'facts'],
  documents_fts: ['documents'],
  documents_words: ['documents'],
  name_parts: ['companies'],
  notes_fts: ['notes'],
  touched_pairs: ['pairs', 'flags'],
};

interface Kept {
  changes: TableChanges;
  /** Every table and view there is, as far as known; and which of them a statement names. */
  names: ReadonlySet<string>;
  inStatement: Map<string, readonly string[]>;
}

const kept = new WeakMap<BetterSqlite3.Database, Kept>();

/**
 * The numbers as they stand. While another transaction is under way on the handle it waits for its end: what is written
 * there may be taken back.
 */
export function tableChanges(db: Database): TableChanges | Promise<TableChanges> {
  return rawOf(db).inTransaction ? withConnection(db, () => look(db)) : look(db);
}

/** Two small questions as long as nothing was written; else all numbers are read again. */
function look(db: Database): TableChanges {
  const raw = rawOf(db);
  const here = prepared(db, 'select total_changes() as n').get() as { n: number };
  const all = `${writtenElsewhere(db)} ${here.n}`;
  const known = kept.get(raw);
  if (known?.changes.all === all) return known.changes;
  const rows = prepared(db, 'select name, changes from table_changes').all() as { name: string; changes: number }[];
  const changes = { all, byTable: new Map(rows.map(({ name, changes: n }) => [name, n])) };
  kept.set(raw, { names: known?.names ?? namesIn(db), inStatement: known?.inStatement ?? new Map(), changes });
  return changes;
}

const seenElsewhere = new WeakMap<BetterSqlite3.Database, number>();

/**
 * Rises when another process has written. The file is locked to look, which takes longer than all else: requests that came
 * in together, of which none can know what was written since, look once.
 */
function writtenElsewhere(db: Database): number {
  const raw = rawOf(db);
  const known = seenElsewhere.get(raw);
  if (known !== undefined) return known;
  const { data_version } = prepared(db, 'pragma data_version').get() as { data_version: number };
  seenElsewhere.set(raw, data_version);
  setImmediate(() => seenElsewhere.delete(raw));
  return data_version;
}

const namesIn = (db: Database) => {
  const rows = prepared(db, "select name from sqlite_master where type in ('table', 'view')").all() as {
    name: string;
  }[];
  return new Set(rows.map(({ name }) => name));
};

/**
 * Takes the numbers from before some work that was done within `notingReads`; gives what the work was made from, or null
 * outside of it. A name that stands in a statement counts as read, be it a column's: too much is made anew, never too little.
 */
export function madeFrom(db: Database, before: TableChanges): MadeFrom | null {
  const reads = readSoFar();
  return reads && madeFromReads(db, before, reads);
}

/** The same for some work of which it is known what it asks. */
export function madeFromReads(
  db: Database,
  before: TableChanges,
  reads: { statements: Iterable<string>; tables?: Iterable<string> },
): MadeFrom {
  const own = kept.get(rawOf(db));
  if (!own) return { all: before.all };
  const named = new Set(reads.tables);
  for (const sql of reads.statements) for (const name of tablesIn(own, sql)) named.add(name);
  const tables: [string, number][] = [];
  for (const name of new Set([...named].flatMap((one) => MADE_OF[one] ?? [one]))) {
    const changes = before.byTable.get(name);
    if (changes === undefined) return { all: before.all };
    tables.push([name, changes]);
  }
  return { tables };
}

function tablesIn({ names, inStatement }: Kept, sql: string): readonly string[] {
  const known = inStatement.get(sql);
  if (known) return known;
  const found = [...new Set(sql.match(/\w+/g) ?? [])].filter((word) => names.has(word));
  inStatement.set(sql, found);
  if (inStatement.size > MOST_STATEMENTS) inStatement.delete(inStatement.keys().next().value as string);
  return found;
}

const MOST_STATEMENTS = 2000;

/** True while nothing was written to what it was made from. */
export function stillStands(made: MadeFrom, now: TableChanges): boolean {
  if ('all' in made) return made.all === now.all;
  return made.tables.every(([name, changes]) => now.byTable.get(name) === changes);
}
