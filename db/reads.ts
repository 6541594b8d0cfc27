import { AsyncLocalStorage } from 'node:async_hooks';

/** Text of each statement asked meanwhile, and tables that were looked at without one. */
interface Reads {
  statements: Set<string>;
  tables: Set<string>;
}

const listening = new AsyncLocalStorage<Reads>();

/** Does some work, and keeps in mind what it asks the database, for `readSoFar`. */
export function notingReads<T>(work: () => T): T {
  return listening.run({ statements: new Set(), tables: new Set() }, work);
}

/** What has been asked since `notingReads` began; null outside of it. */
export function readSoFar(): Readonly<{ statements: ReadonlySet<string>; tables: ReadonlySet<string> }> | null {
  return listening.getStore() ?? null;
}

/** Called for each statement that goes to the database. */
export function noteStatement(sql: string): void {
  listening.getStore()?.statements.add(sql);
}

/** Called where something is answered from memory that was made of these tables. */
export function noteTables(...names: readonly string[]): void {
  const reads = listening.getStore();
  if (reads) for (const name of names) reads.tables.add(name);
}
