import type BetterSqlite3 from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { type Database, rawOf } from './open.ts';
import { noteStatement } from './reads.ts';

type Statement = BetterSqlite3.Statement<unknown[]>;

const kept = new WeakMap<BetterSqlite3.Database, Map<string, Statement>>();

/**
 * A statement prepared once on the driver's own handle, for what runs several times for each pair of the ledger: Kysely
 * builds and compiles a query each time, which costs ten times what SQLite then needs. Call it inside a transaction or
 * under `withConnection` only, since a handle has one transaction at a time whoever began it.
 */
export function prepared(db: Database, sql: string): Statement {
  noteStatement(sql);
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

/**
 * Takes a query as Kysely builds it, given its values; gives it built and compiled once for all, for what runs again and
 * again with other values. `build` may hand its values on to the query and do nothing else with them: what it is given
 * first are stand-ins, by which the places of the values are found.
 */
export function builtOnce<V extends unknown[], R>(
  build: (db: Database, ...values: V) => Compilable<R>,
): (db: Database, ...values: V) => Promise<R[]> {
  let known: { sql: string; parameters: readonly unknown[]; standIns: object[] } | null = null;
  return (db, ...values) => {
    known ??= compiled(db, build, values.length);
    const { sql, parameters, standIns } = known;
    const given = parameters.map((one) => (isStandIn(standIns, one) ? values[standIns.indexOf(one)] : one));
    return withConnection(db, () => prepared(db, sql).all(...given) as R[]);
  };
}

function compiled<V extends unknown[]>(
  db: Database,
  build: (db: Database, ...values: V) => Compilable<unknown>,
  n: number,
) {
  const standIns = Array.from({ length: n }, (): object => ({}));
  return { ...build(db, ...(standIns as unknown[] as V)).compile(), standIns };
}

const isStandIn = (standIns: readonly object[], one: unknown): one is object => standIns.includes(one as object);
