import { type Kysely, sql } from 'kysely';

/**
 * Since when a source that is read well has given nothing new although it should have; null while it speaks, or while its
 * rhythm is not known. Worked out at each visit, so that the board can say it without looking through all entries.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sources add column silent_since text`.execute(db);
}
