import type BetterSqlite3 from 'better-sqlite3';
import { type Database, rawOf } from './open.ts';

type Statement = BetterSqlite3.Statement<unknown[]>;

const kept = new WeakMap<BetterSqlite3.Database, Map<string, Statement>>();

/**
 * A statement prepared once on the driver's own handle, for what runs several times for each pair of the ledger: Kysely
 * builds and compiles a query each time, which costs ten times what SQLite then needs. Call it inside a transaction or
 * under `withConnection` only, since a handle has one transaction at a time whoever began it.
 */
export function prepared(db: Database, sql: string): Statement {
  const raw = rawOf(db);
  const statements = kept.get(raw) ?? new Map<string, Statement>();
  const statement = statements.get(sql) ?? raw.prepare(sql);
  statements.set(sql, statement);
  kept.set(raw, statements);
  return statement;
}

/** Runs some work while nobody else has a transaction open on the handle; inside a transaction it simply joins. */
export function withConnection<T>(db: Database, work: () => T): Promise<T> {
  return db.isTransaction ? Promise.resolve(work()) : db.connection().execute(async () => work());
}
