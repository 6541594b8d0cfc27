import type BetterSqlite3 from 'better-sqlite3';
import { type Database, rawOf } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';

interface Names {
  /** As they are written, in the order in which they became known, and in small letters. */
  written: string[];
  small: string[];
  /** The number of the last one. */
  last: number;
}

const kept = new WeakMap<BetterSqlite3.Database, Names>();

/**
 * Names of companies that hold some letters, in the order in which they became known; those too that stand on no pair any
 * more. Names are only ever added (migration 028), so that what is kept in memory needs only what came since. For fewer
 * letters than the index of names has, where SQLite would read every company.
 */
export async function knownNamesHolding(db: Database, letters: string): Promise<string[]> {
  const { written, small } = await withConnection(db, () => (db.isTransaction ? allNames(db) : upToDate(db)));
  const wanted = letters.toLowerCase();
  return written.filter((_, i) => (small[i] as string).includes(wanted));
}

function upToDate(db: Database): Names {
  const raw = rawOf(db);
  const names = kept.get(raw) ?? { written: [], small: [], last: 0 };
  kept.set(raw, names);
  return withNew(db, names);
}

/** What is seen inside a transaction may be taken back: it is never kept. */
const allNames = (db: Database) => withNew(db, { written: [], small: [], last: 0 });

function withNew(db: Database, names: Names): Names {
  const fresh = prepared(db, 'select id, name from known_names where id > ? order by id').all(names.last);
  for (const { id, name } of fresh as { id: number; name: string }[]) {
    names.written.push(name);
    names.small.push(name.toLowerCase());
    names.last = id;
  }
  return names;
}
