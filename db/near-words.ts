import { sql } from 'kysely';
import { distance } from '../model/distance.ts';
import type { Database } from './open.ts';

/** Words of the index are looked through from this many first letters on; a slip there is not helped. */
const SAME_LETTERS = 2;
const MOST_WORDS = 4_000;
/** Below this many letters everything is near everything. */
const SHORTEST = 4;

/**
 * Words of the documents that a word may have been meant as: at most one slip in a short word, two in a long one; the
 * nearest first, then those in most documents. Empty for a word that is in the index itself.
 */
export async function nearWords(db: Database, typed: string, limit: number): Promise<string[]> {
  const word = folded(typed);
  if (word.length < SHORTEST) return [];
  const start = word.slice(0, SAME_LETTERS);
  const { rows } = await sql<{ term: string; doc: number }>`
    select term, doc from documents_words where term >= ${start} and term < ${`${start}\u{10ffff}`} limit ${MOST_WORDS}
  `.execute(db);
  if (rows.some((row) => row.term === word)) return [];
  const most = word.length < 8 ? 1 : 2;
  return rows
    .map((row) => ({ ...row, off: distance(word, row.term, most) }))
    .filter(({ off }) => off <= most)
    .sort((a, b) => a.off - b.off || b.doc - a.doc || (a.term < b.term ? -1 : 1))
    .slice(0, limit)
    .map(({ term }) => term);
}

/** As the index keeps words: small letters without accents. */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
