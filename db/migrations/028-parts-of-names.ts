import { type Kysely, sql } from 'kysely';

/**
 * Companies by any three letters of their names. A name stays once it has been known, so that a rebuild, which drops and
 * counts all companies anew, writes nothing here: whoever looks a name up asks whether the company still stands on a pair.
 */
const STATEMENTS = [
  'create table known_names (id integer primary key, name text not null unique) strict',
  `create virtual table name_parts using fts5 (
    name, content = 'known_names', content_rowid = 'id', tokenize = 'trigram', detail = 'none', columnsize = 0
  )`,
  'insert into known_names (name) select name from companies order by name',
  "insert into name_parts (name_parts) values ('rebuild')",
  `create trigger known_names_indexed after insert on known_names
    begin insert into name_parts (rowid, name) values (new.id, new.name); end`,
  `create trigger companies_known after insert on companies
    begin insert or ignore into known_names (name) values (new.name); end`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
