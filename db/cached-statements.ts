import type BetterSqlite3 from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { noteStatement } from './reads.ts';

/** Enough for every query of the product; lists of different lengths make some more. */
const MOST = 500;

/**
 * Takes the driver's handle; gives one that keeps prepared statements, since Kysely prepares each query anew and that
 * costs more than most queries themselves. The least recently used goes first.
 */
export function cachedStatements(raw: BetterSqlite3.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      raw.close();
    },
    prepare: (sql) => {
      noteStatement(sql);
      const statement = kept.get(sql) ?? (raw.prepare(sql) as SqliteStatement);
      kept.delete(sql);
      kept.set(sql, statement);
      if (kept.size > MOST) kept.delete(kept.keys().next().value as string);
      return statement;
    },
  };
}
