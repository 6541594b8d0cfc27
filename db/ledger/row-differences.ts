import type { Database } from '../open.ts';
import { prepared } from '../prepared.ts';

/*
 * Rows brought from what is stored to what is wanted by writing only those that differ, and of these only the columns that
 * do: each row written costs its entries in every index, and most of what is derived anew is as it was.
 */

type Value = string | number | null;
/** Values in the order of a table's columns. */
export type Row = readonly Value[];

/** A table of which somebody owns some rows. */
export interface OwnedTable {
  name: string;
  /** The columns of its key come first. */
  columns: readonly string[];
  /** How many of them are its key. */
  keys: number;
  /** Which rows an owner has: the condition, with one place for the owner. */
  ofOwner: string;
}

/**
 * Makes the rows of an owner the wanted ones; gives how many were written or removed. Joins the transaction it is called in.
 * What is stored need not be read where it is known.
 */
export function settleRows(
  db: Database,
  table: OwnedTable,
  owner: string,
  wanted: readonly Row[],
  known: readonly Row[] = storedRows(db, table, owner),
): number {
  const stored = new Map(known.map((row) => [keyOf(table, row), row]));
  let written = 0;
  for (const row of wanted) {
    const key = keyOf(table, row);
    const before = stored.get(key);
    stored.delete(key);
    written += before ? changeRow(db, table, before, row) : insertRow(db, table, row);
  }
  for (const row of stored.values()) written += removeRow(db, table, row);
  return written;
}

/** The same for an owner that has no rows yet. */
export function insertRows(db: Database, table: OwnedTable, wanted: readonly Row[]): void {
  for (const row of wanted) insertRow(db, table, row);
}

function storedRows(db: Database, { name, columns, ofOwner }: OwnedTable, owner: string): Row[] {
  const select = prepared(db, `select ${columns.join(', ')} from ${name} where ${ofOwner}`);
  return select.raw(true).all(owner) as Row[];
}

const keyOf = ({ keys }: OwnedTable, row: Row) => row.slice(0, keys).join('\n');

function insertRow(db: Database, { name, columns }: OwnedTable, row: Row): number {
  const places = columns.map(() => '?').join(', ');
  return prepared(db, `insert into ${name} (${columns.join(', ')}) values (${places})`).run(...row).changes;
}

/** Writes the columns in which a row differs from what is stored under its key; gives 0 when none does. */
export function changeRow(db: Database, { name, columns, keys }: OwnedTable, before: Row, row: Row): number {
  const differing = columns.flatMap((_, i) => (i >= keys && row[i] !== before[i] ? i : []));
  if (differing.length === 0) return 0;
  const set = differing.map((i) => `${columns[i]} = ?`).join(', ');
  const update = prepared(db, `update ${name} set ${set} where ${isKey(columns, keys)}`);
  return update.run(...differing.map((i) => row[i] as Value), ...row.slice(0, keys)).changes;
}

function removeRow(db: Database, { name, columns, keys }: OwnedTable, row: Row): number {
  return prepared(db, `delete from ${name} where ${isKey(columns, keys)}`).run(...row.slice(0, keys)).changes;
}

const isKey = (columns: readonly string[], keys: number) =>
  columns
    .slice(0, keys)
    .map((column) => `${column} = ?`)
    .join(' and ');
