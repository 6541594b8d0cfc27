import { type Kysely, sql } from 'kysely';

/**
 * What is asked of a document for each of its facts (does it count, how recent is it, of which class), in an index of its
 * own: in the table those columns come after the text, and SQLite reads all of it to reach them.
 */
const STATEMENTS = [
  `create index documents_standing on documents (id, duplicate_of, superseded_by, source_class, back_fill, day)`,
  `drop view current_facts`,
  `create view current_facts as
    select f.id, f.document_id, f.pair_id, f.type, f.body, r.extractor, rf.position
    from facts f
    join reading_facts rf on rf.fact_id = f.id
    join readings r on r.id = rf.reading_id and r.current = 1
    join documents d indexed by documents_standing
      on d.id = f.document_id and d.duplicate_of is null and d.superseded_by is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
