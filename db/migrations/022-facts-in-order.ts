import { type Kysely, sql } from 'kysely';

/**
 * Facts lie in the order in which they came in, found by their id over an index. Without a row number the table itself was
 * ordered by hashes: a fact of a few hundred bytes then fills the inner pages of the tree as well, which made it six deep,
 * and each fact of a pair lay on a page of its own (sqlite.org/withoutrowid.html: for rows under a twentieth of a page).
 *
 * Nothing is changed in any row. The tables are made again from the words in which they stand in the schema, so that what
 * other steps did to them stays.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  const schema = await sql<Entry>`select type, name, tbl_name, sql from sqlite_schema
    where sql is not null and (tbl_name in ('facts', 'reading_facts') or name = 'current_facts')`.execute(db);
  const wordsOf = (name: string) => schema.rows.find((entry) => entry.name === name)?.sql ?? '';
  const attached = schema.rows.filter(({ type }) => type === 'index' || type === 'trigger');

  for (const table of TABLES) await run(`create table moved_${table} as select * from ${table}`);
  await run('create index moved_facts_document on moved_facts (document_id)');
  await run('drop view current_facts');
  await run('drop table reading_facts');
  await run('drop table facts');
  await run(withRowNumbers(wordsOf('facts')));
  await run(wordsOf('reading_facts'));
  await run(
    `insert into facts select f.* from documents d cross join moved_facts f on f.document_id = d.id order by d.seq`,
  );
  await run('insert into reading_facts select * from moved_reading_facts order by reading_id, position');
  for (const table of TABLES) {
    await throwIfLost(db, table);
    await run(`drop table moved_${table}`);
  }
  for (const { sql: words } of attached) await run(words);
  await run(wordsOf('current_facts'));
}

interface Entry {
  type: string;
  name: string;
  tbl_name: string;
  sql: string;
}

const TABLES = ['facts', 'reading_facts'] as const;

/** Throws when the words are not those expected: better no step than a wrong one. */
function withRowNumbers(words: string): string {
  const made = words
    .replace(/\)\s*strict,\s*without rowid\s*$/i, ') strict')
    .replace('id text primary key', 'id text not null primary key');
  if (!/\) strict$/.test(made) || !made.includes('id text not null primary key')) {
    throw new Error('The table of facts is not as expected; nothing has been changed.');
  }
  return made;
}

/** The step is one transaction: what is thrown here takes all of it back. */
async function throwIfLost(db: Kysely<unknown>, table: string): Promise<void> {
  const { rows } = await sql<{ lost: number }>`select
    (select count(*) from ${sql.ref(`moved_${table}`)}) - (select count(*) from ${sql.ref(table)}) as lost`.execute(db);
  if (rows[0]?.lost !== 0) throw new Error(`Rows of ${table} would be lost; nothing has been changed.`);
}
