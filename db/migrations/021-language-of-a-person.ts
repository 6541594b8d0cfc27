import { type Kysely, sql } from 'kysely';

/** In which language a person reads the pages: a code such as `fr`, null for what their browser asks for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table users add column language text check (length(language) between 2 and 8)').execute(db);
}
