import { type Kysely, sql } from 'kysely';

/** When an official page behind a step was last looked at again, and since when it is gone. Words are written out. */
const STATEMENTS = [
  `create table page_checks (
    document_id text primary key references documents (id),
    checked_at text not null,
    gone_at text
  ) strict, without rowid`,
  `create index page_checks_gone on page_checks (gone_at) where gone_at is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
