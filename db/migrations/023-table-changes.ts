import { type Kysely, sql } from 'kysely';

/**
 * How often each table has been written to, by whatever process: what was drawn from some tables stands as long as their
 * numbers do (db/table-changes.ts). A table that is missing here counts as changed with every write to the database. Left
 * out are those that no page reads and that much is written to, and indices of words, which are written with what they hold.
 */
const TABLES = [
  'meta',
  'users',
  'sessions',
  'sources',
  'documents',
  'readings',
  'facts',
  'reading_facts',
  'dirty_pairs',
  'pairs',
  'deals',
  'deal_events',
  'pair_scrutiny',
  'flags',
  'flag_raisings',
  'sightings',
  'decisions',
  'notes',
  'cases',
  'case_decisions',
  'source_backfills',
  'exchange_rates',
  'reported_figures',
  'market_shares',
  'company_figures',
  'name_rulings',
  'suppressions',
  'rule_settings',
  'saved_views',
  'assignments',
  'corrections',
  'correction_undos',
  'note_mentions',
  'pair_facets',
  'companies',
  'second_reviews',
  'rereadings',
  'reread_documents',
  'page_checks',
  'source_gaps',
];

const COUNT = (table: string, when: string) => `
  create trigger ${table}_counted_${when} after ${when} on ${table}
    begin update table_changes set changes = changes + 1 where name = '${table}'; end`;

export async function up(db: Kysely<unknown>): Promise<void> {
  const create = 'create table table_changes (name text primary key, changes integer not null) strict, without rowid';
  await sql.raw(create).execute(db);
  for (const table of TABLES) {
    await sql.raw(`insert into table_changes (name, changes) values ('${table}', 0)`).execute(db);
    for (const when of ['insert', 'update', 'delete']) await sql.raw(COUNT(table, when)).execute(db);
  }
}
