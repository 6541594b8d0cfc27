import { CompiledQuery, type SelectQueryBuilder, sql } from 'kysely';
import type { Database } from './open.ts';
import type { Schema } from './schema.ts';

/** Ranked among the newest so many: a common word has hundreds of thousands, and everybody would wait for the order of them all. */
export const NEWEST_HITS = 500;
const MOST_TERMS = 16;
const LONGEST_TERM = 64;

/**
 * Takes what a person typed; gives the words as the index asks for them, or null when there is nothing to look for.
 * Everything is quoted, so that no character of the index's own language has an effect; a word may end in `*`, and one
 * or a phrase after `title:` is looked for in titles alone.
 */
export function searchExpression(typed: string): string | null {
  const parts = typed.replaceAll('\0', ' ').match(/(?:title:)?"[^"]*"|[^\s"]+/giu) ?? [];
  const terms = parts.slice(0, MOST_TERMS).flatMap((whole) => {
    const inTitle = /^title:/i.test(whole);
    const part = inTitle ? whole.slice('title:'.length) : whole;
    const bare = part
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TERM);
    // What begins with one letter is a tenth of all words: that letter is looked for as a word of its own.
    const isPrefix = !part.startsWith('"') && part.endsWith('*') && bare.length > 1;
    return bare ? [`${inTitle ? 'title : ' : ''}"${bare}"${isPrefix ? ' *' : ''}`] : [];
  });
  return terms.length ? terms.join(' ') : null;
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

/** Takes words and further conditions; gives the rows of one page, newest day first, and how many there are among the newest hits. */
export async function searchDocuments(
  db: Database,
  typed: string,
  narrow: (query: Narrowable) => Narrowable,
  { page, pageSize }: Page,
): Promise<{ seqs: number[]; total: number }> {
  const expression = searchExpression(typed);
  if (!expression) return { seqs: [], total: 0 };
  const hits = sql<{ rowid: number }>`(
    select rowid from documents_fts where documents_fts match ${expression} order by rowid desc limit ${NEWEST_HITS}
  )`.as('hit');
  const found = () =>
    narrow(
      db
        .selectFrom(hits)
        .innerJoin('documents', (join) => join.onRef('documents.seq', '=', sql`hit.rowid`))
        .select('documents.seq') as unknown as Narrowable,
    );
  // The index is asked once: the newest hits are few enough to be counted and ordered here.
  const rows = (await found().select('documents.day').execute()) as unknown as { seq: number; day: string }[];
  rows.sort((a, b) => (a.day === b.day ? b.seq - a.seq : a.day < b.day ? 1 : -1));
  const first = (page - 1) * pageSize;
  return { seqs: rows.slice(first, first + pageSize).map(({ seq }) => seq), total: rows.length };
}

/** Plain text around what was found, by row; for the rows of one page. */
export async function snippets(db: Database, typed: string, seqs: readonly number[]): Promise<Map<number, string>> {
  const expression = searchExpression(typed);
  if (!expression || seqs.length === 0) return new Map();
  const { rows } = await sql<{ seq: number; snippet: string }>`
    select rowid as seq, snippet(documents_fts, 1, '', '', '…', 32) as snippet
    from documents_fts where documents_fts match ${expression} and rowid in (${sql.join(seqs)})`.execute(db);
  return new Map(rows.map((row) => [row.seq, row.snippet]));
}
