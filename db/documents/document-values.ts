import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../open.ts';

/** Outlets that stand in the list of a filter; who looks for another one writes its name into the search. */
const MOST_VALUES = 500;

/** The outlets of all documents, by name. */
export function documentPublishers(db: Database): Promise<string[]> {
  return valuesOf(db, sql.ref('publisher'));
}

/** The languages of all documents, by their short names; documents whose language is not known have none. */
export function documentLanguages(db: Database): Promise<string[]> {
  return valuesOf(db, sql.ref('language'));
}

/** Steps from value to value in the column's index, instead of over every document. */
async function valuesOf(db: Database, column: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    with recursive found (value) as (
      select min(${column}) from documents
      union all
      select (select min(${column}) from documents where ${column} > found.value) from found where found.value is not null
    )
    select value from found where value is not null limit ${MOST_VALUES}`.execute(db);
  return rows.map((row) => row.value);
}
