import { type Kysely, sql } from 'kysely';

/** Readings that a later one has replaced, the newest first: what the page about re-reading walks. */
const STATEMENTS = [
  'create index readings_earlier on readings (extractor, id) where current = 0',
  'create index readings_replaced on readings (document_id, extractor, id) where current = 0',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
