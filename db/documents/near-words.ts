import { sql } from 'kysely';
import { distance } from '../../model/distance.ts';
import type { Database } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';

/** Below this many letters everything is near everything. */
const SHORTEST = 4;
/** From so many letters on, two slips are helped; not within the first of these. */
const LONG = 8;
const SAME_LETTERS = 4;
/** A longer word is hardly one that somebody mistyped, and there would be too many to be asked for. */
const LONGEST = 24;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Words are put in order by the documents that hold them, counted up to here. */
const MOST_COUNTED = 1_000;

/**
 * Words of the documents that a word may have been meant as: at most one slip in a short word, two in a long one; the
 * nearest first, then those in most documents. Empty for a word that is in the index itself. Each word that is one slip
 * away is asked for by itself: reading all words that begin alike means reading where each of them stands.
 */
export async function nearWords(db: Database, typed: string, limit: number): Promise<string[]> {
  const word = folded(typed);
  if (word.length < SHORTEST || word.length > LONGEST) return [];
  if ((await written(db, [word])).length > 0) return [];
  const once = await written(db, [...oneSlipAway(word)]);
  if (once.length > 0 || word.length < LONG) return commonest(db, once, limit);
  const start = word.slice(0, SAME_LETTERS);
  const { rows } = await sql<{ term: string }>`
    select term from documents_words where term >= ${start} and term < ${`${start}\u{10ffff}`}`.execute(db);
  const twice = rows.map(({ term }) => term).filter((term) => distance(word, term, 2) <= 2);
  return commonest(db, twice, limit);
}

/** Every word that one letter more, less, changed or two exchanged make of this one. */
export function oneSlipAway(word: string): Set<string> {
  const letters = new Set([...LETTERS, ...word]);
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const [first = '', second = ''] = after;
    found.add(before + after.slice(1));
    if (second) found.add(before + second + first + after.slice(2));
    for (const letter of letters) found.add(before + letter + after).add(before + letter + after.slice(1));
  }
  found.delete(word);
  return found;
}

/** Those of the words that some document holds. */
function written(db: Database, words: readonly string[]): Promise<string[]> {
  const text = 'select 1 from documents_fts where documents_fts match ? limit 1';
  return withConnection(db, () => {
    const statement = prepared(db, text);
    return words.filter((word) => statement.get(`"${word}"`) !== undefined);
  });
}

async function commonest(db: Database, words: readonly string[], limit: number): Promise<string[]> {
  const text = `select count(*) as n from (select 1 from documents_fts where documents_fts match ? limit ${MOST_COUNTED})`;
  const counted: { word: string; n: number }[] = [];
  for (const word of words) {
    const { n } = (await withConnection(db, () => prepared(db, text).get(`"${word}"`))) as { n: number };
    counted.push({ word, n });
  }
  return counted
    .sort((a, b) => b.n - a.n || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word);
}

/** As the index keeps words: small letters without accents. */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
