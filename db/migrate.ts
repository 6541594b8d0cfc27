import type BetterSqlite3 from 'better-sqlite3';
import { type Kysely, Migrator } from 'kysely';
import { DealwatchError } from '../model/errors.ts';
import { migrations } from './migrations/index.ts';

/** Marks a file as one of ours in its header: the letters DLWT. */
export const APPLICATION_ID = 0x444c5754;

/** Brings an opened database up to date, one transaction a step; a step that fails leaves nothing behind. */
// biome-ignore lint/suspicious/noExplicitAny: the migrator works on whatever tables there are
export async function migrate(db: Kysely<any>): Promise<void> {
  // Steps of one release stand on the first alone, so that one with a lower number may come after a higher one.
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** True when a file lacks a step. Two programs must not take it at once. */
export function isOutdated(raw: BetterSqlite3.Database): boolean {
  const exists = raw.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get();
  if (!exists) return true;
  const done = raw.prepare('select count(*) from kysely_migration').pluck().get() as number;
  return done < Object.keys(migrations).length;
}

/**
 * Marks an empty file as ours. Throws DealwatchError when it is a database of another program, or was made by a newer
 * Dealwatch: an older one would not know what it may not touch.
 */
export function claimFile(raw: BetterSqlite3.Database, file: string): void {
  const tables = raw.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  const marked = raw.pragma('application_id', { simple: true }) === APPLICATION_ID;
  if (tables.length === 0 && !marked) raw.pragma(`application_id = ${APPLICATION_ID}`);
  if (tables.length > 0 && !marked) {
    throw new DealwatchError(`${file} is a database of another program. Set DATABASE to another file.`);
  }
  if (!tables.includes('kysely_migration')) return;
  const done = raw.prepare('select name from kysely_migration order by name').pluck().all() as string[];
  const unknown = done.find((name) => !Object.hasOwn(migrations, name));
  if (unknown) {
    throw new DealwatchError(
      `${file} was made by a newer Dealwatch (it knows the step "${unknown}"). Install that version, or set DATABASE to another file.`,
    );
  }
}
