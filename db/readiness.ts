import { isOutdated } from './migrate.ts';
import { type Database, fileOf, rawOf } from './open.ts';
import { freeBytes } from './watching.ts';

/** Less room than this, and the next large document may not fit. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/** Asks the database; gives what keeps it from working for people, in sentences. Throws when it does not answer. */
export async function readinessProblems(db: Database): Promise<string[]> {
  await db.selectFrom('meta').select('key').limit(1).execute();
  const problems: string[] = [];
  if (isOutdated(rawOf(db))) problems.push('The database is not up to date.');
  if (rawOf(db).readonly) problems.push('The database is open for reading alone.');
  const file = fileOf(db);
  if (file !== ':memory:' && freeBytes(file) < LEAST_FREE_BYTES) problems.push('The disk is nearly full.');
  return problems;
}
