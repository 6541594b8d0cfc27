import type BetterSqlite3 from 'better-sqlite3';
import { type Database, rawOf } from './open.ts';

const kept = new WeakMap<BetterSqlite3.Database, Map<string, BetterSqlite3.Statement<unknown[]>>>();

/**
 * A statement prepared once on the driver's own handle, for what runs several times for each pair of the ledger: Kysely
 * builds and compiles a query each time, which costs ten times what SQLite then needs. Call it inside a transaction or
 * under `withConnection` only, since a handle has one transaction at a time whoever began it.
 */
export function prepared(db: Database, sql: string): BetterSqlite3.Statement<unknown[]> {
  const raw = rawOf(db);
  let statements = kept.get(raw);
  if (!statements) kept.set(raw, (statements = new Map()));
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = raw.prepare(sql)));
  return statement;
}

/** Runs some work while nobody else has a transaction open on the handle; inside a transaction it simply joins. */
export function withConnection<T>(db: Database, work: () => T): Promise<T> {
  return db.isTransaction ? Promise.resolve(work()) : db.connection().execute(async () => work());
}
