import { type Kysely, sql } from 'kysely';

/**
 * What a list may have lost between two visits, kept until somebody has read the past; and the further lists that a list
 * named, so that "not modified" of the first does not hide what has changed on the others.
 */
const STATEMENTS = [
  'alter table http_cache add column more text',
  `create table source_gaps (
    id integer primary key autoincrement,
    source_id text not null references sources (id),
    since text not null,
    until text not null,
    found_at text not null,
    closed_at text
  ) strict`,
  'create index source_gaps_open on source_gaps (source_id) where closed_at is null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
