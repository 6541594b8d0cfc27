import { CompiledQuery, type SelectQueryBuilder, sql } from 'kysely';
import type { SourceClass } from '../../model/scrutiny.ts';
import type { Database } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
import type { Schema } from '../schema.ts';
import { expressionOf, wordQuery } from './word-query.ts';

/** Ranked among the newest so many: a common word has hundreds of thousands, and everybody would wait for the order of them all. */
export const NEWEST_HITS = 500;
/** With filters or words to leave out, hits are gone through in steps of `NEWEST_HITS` until so many are left or so many were seen. */
const MOST_SEEN = 5_000;

/** What the index is asked for: what must be there, and what must not; null for nothing to look for. */
export interface Expressions {
  wanted: string;
  leftOut: string | null;
}

/** Takes what a person typed (`wordQuery`); gives it as the index is asked. */
export function searchExpressions(typed: string): Expressions | null {
  const { wanted, leftOut } = wordQuery(typed);
  const expression = expressionOf(wanted);
  if (!expression) return null;
  return { wanted: expression, leftOut: expressionOf(leftOut, 'OR') };
}

/**
 * Puts a document into the index. A statement of its own and no trigger: with one, SQLite would begin each insert with a
 * savepoint, and at each savepoint FTS5 writes out what it has gathered, which makes storing several times slower.
 */
export async function indexText(
  db: Database,
  seq: number,
  { title, text }: { title: string; text: string },
): Promise<void> {
  const insert = 'insert into documents_fts (rowid, title, text) values (?, ?, ?)';
  await db.executeQuery(CompiledQuery.raw(insert, [seq, title, text]));
}

/** A choice of documents to which conditions can be added. */
export type Narrowable = SelectQueryBuilder<Schema, 'documents', { seq: number }>;

interface Page {
  page: number;
  pageSize: number;
}

/** Of a document that was found, what lists are ordered and counted by. */
export interface Hit {
  seq: number;
  day: string;
  sourceClass: SourceClass;
  language: string | null;
  publisher: string;
}

/**
 * Takes words and further conditions; gives the rows of one page, newest day first, how many there are among the newest
 * hits, and all of these.
 */
export async function searchDocuments(
  db: Database,
  typed: string,
  narrow: (query: Narrowable) => Narrowable,
  { page, pageSize }: Page,
): Promise<{ seqs: number[]; total: number; hits: readonly Hit[] }> {
  const expressions = searchExpressions(typed);
  if (!expressions) return { seqs: [], total: 0, hits: [] };
  const hits = await newestHits(db, expressions, narrow);
  // The newest hits are few enough to be counted and ordered here.
  hits.sort((a, b) => (a.day === b.day ? b.seq - a.seq : a.day < b.day ? 1 : -1));
  const first = (page - 1) * pageSize;
  return { seqs: hits.slice(first, first + pageSize).map(({ seq }) => seq), total: hits.length, hits };
}

/** Hits that stand up to all conditions, up to `NEWEST_HITS`; looked for among the newest `MOST_SEEN`. */
async function newestHits(
  db: Database,
  { wanted, leftOut }: Expressions,
  narrow: (query: Narrowable) => Narrowable,
): Promise<Hit[]> {
  const found: Hit[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (let seen = 0; seen < MOST_SEEN && found.length < NEWEST_HITS; seen += NEWEST_HITS) {
    const rowids = await matching(db, wanted, before);
    const lowest = rowids.at(-1);
    if (lowest === undefined) break;
    const kept = leftOut ? await without(db, rowids, leftOut) : rowids;
    found.push(...(await standing(db, kept, narrow)));
    if (rowids.length < NEWEST_HITS) break;
    before = lowest;
  }
  return found.slice(0, NEWEST_HITS);
}

/** FTS5 begins and ends where it is told to only by whole numbers, and the driver hands a plain number over as a fraction. */
const bound = (rowid = 0) => BigInt(rowid);

/** The newest documents below a row that match. */
function matching(db: Database, expression: string, before: number): Promise<number[]> {
  const text = 'select rowid from documents_fts where documents_fts match ? and rowid < ? order by rowid desc limit ?';
  return withConnection(db, () => prepared(db, text).pluck().all(expression, bound(before), NEWEST_HITS) as number[]);
}

/** Those of some rows, newest first, that do not match; the index is read between the first and the last of them alone. */
async function without(db: Database, rowids: readonly number[], leftOut: string): Promise<number[]> {
  const text =
    'select rowid from documents_fts where documents_fts match ? and rowid between ? and ? order by rowid desc';
  const out = await withConnection(
    db,
    () =>
      prepared(db, text)
        .pluck()
        .all(leftOut, bound(rowids.at(-1)), bound(rowids[0])) as number[],
  );
  const isOut = new Set(out);
  return rowids.filter((rowid) => !isOut.has(rowid));
}

async function standing(
  db: Database,
  rowids: readonly number[],
  narrow: (query: Narrowable) => Narrowable,
): Promise<Hit[]> {
  if (rowids.length === 0) return [];
  const ids = sql<{ value: number }>`json_each(${JSON.stringify(rowids)})`.as('hit');
  const rows = db
    .selectFrom(ids)
    .innerJoin('documents', (join) => join.onRef('documents.seq', '=', sql`hit.value`))
    .select('documents.seq') as unknown as Narrowable;
  return (await narrow(rows)
    .select(['day', 'source_class as sourceClass', 'language', 'publisher'])
    .execute()) as unknown as Hit[];
}

/** Plain text around what was found, by row; for the rows of one page. */
export async function snippets(db: Database, typed: string, seqs: readonly number[]): Promise<Map<number, string>> {
  const expression = searchExpressions(typed)?.wanted;
  if (!expression || seqs.length === 0) return new Map();
  const { rows } = await sql<{ seq: number; snippet: string }>`
    select rowid as seq, snippet(documents_fts, 1, '', '', '…', 32) as snippet
    from documents_fts where documents_fts match ${expression} and rowid in (${sql.join(seqs)})`.execute(db);
  return new Map(rows.map((row) => [row.seq, row.snippet]));
}
