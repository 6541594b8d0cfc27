import { type RawBuilder, sql } from 'kysely';
import { likeText } from '../like.ts';
import type { Database } from '../open.ts';
import { noteTables } from '../reads.ts';
import { knownNamesHolding } from './known-names.ts';

/** Further words of a search for names are not looked at. */
const MOST_WORDS = 8;
/** Pairs that a search for names finds at most: those that changed last. A letter alone is in nearly every name. */
export const MOST_NAMED = 500;

/** The words of what a person typed to find a company. */
export function nameWords(typed: string | undefined): string[] {
  return (typed ?? '').trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

/**
 * Takes words; gives the question for the ids of pairs that have each of them as part of a name on either side. Read from
 * an index over the names alone, the pairs that changed last first, and no further than needed.
 */
export function pairsNamed(words: readonly string[]): RawBuilder<{ id: string }> {
  const tests = words.map((word) => sql`(acquirer like ${likeText(word)} or target like ${likeText(word)})`);
  return sql<{ id: string }>`(select id from pairs indexed by pairs_names where ${sql.join(tests, sql` and `)}
    order by updated_at desc, id limit ${MOST_NAMED})`;
}

/** Names are indexed by any three letters of theirs (migration 028); for fewer they are looked through in memory. */
const LEAST_LETTERS = 3;
/** Up to so many names on so many pairs, these pairs are looked up and put in order; beyond that, in order until there are enough. */
const MOST_NAMES = 300;
const MOST_PAIRS = 500;

/** Names of companies that stand on a pair and contain a word, in no order and up to a limit; with how many pairs that is. */
export async function namesHolding(db: Database, word: string, limit: number): Promise<NameOnPairs[]> {
  if (isShort(word)) return shortNames(db, word.trim(), limit);
  const { rows } = await sql<NameOnPairs>`
    select c.name as name, c.acquires + c.targeted as pairs from name_parts p cross join companies c on c.name = p.name
    where p.name like ${likeText(word)} and c.acquires + c.targeted > 0 limit ${limit}`.execute(db);
  return rows;
}

interface NameOnPairs {
  name: string;
  pairs: number;
}

const isShort = (word: string) => [...word.trim()].length < LEAST_LETTERS;

/** So many names at a time are asked whether they still stand on a pair. */
const SOME = 2_000;

async function shortNames(db: Database, letters: string, limit: number): Promise<NameOnPairs[]> {
  noteTables('companies');
  const names = await knownNamesHolding(db, letters.replace(/[%_]/g, ''));
  const found: NameOnPairs[] = [];
  for (let i = 0; i < names.length && found.length < limit; i += SOME) {
    const some = JSON.stringify(names.slice(i, i + SOME));
    const { rows } = await sql<NameOnPairs>`
      select c.name as name, c.acquires + c.targeted as pairs from json_each(${some}) j cross join companies c on c.name = j.value
      where c.acquires + c.targeted > 0 limit ${limit - found.length}`.execute(db);
    found.push(...rows);
  }
  return found;
}

/**
 * The same pairs as `pairsNamed` finds, in the same order. Where one of the words is rare, through the companies that have it
 * in their name: the other way reads all pairs before it has found the few.
 */
export async function idsOfPairsNamed(db: Database, words: readonly string[]): Promise<string[]> {
  const rare = await rarestNames(db, words);
  if (rare?.length === 0) return [];
  const some = sql`select value from json_each(${JSON.stringify(rare)})`;
  const tests = words.map((word) => sql`(acquirer like ${likeText(word)} or target like ${likeText(word)})`);
  const found = rare
    ? sql<{ id: string }>`select id from pairs where (acquirer in (${some}) or target in (${some}))
        and ${sql.join(tests, sql` and `)} order by updated_at desc, id limit ${MOST_NAMED}`
    : sql<{ id: string }>`select id from ${pairsNamed(words)}`;
  return (await found.execute(db)).rows.map(({ id }) => id);
}

/** The names that hold the rarest word; null where every word is in many. */
async function rarestNames(db: Database, words: readonly string[]): Promise<string[] | null> {
  let rarest: { names: string[]; pairs: number } | null = null;
  for (const word of words) {
    const rows = await namesHolding(db, word, MOST_NAMES + 1);
    const pairs = rows.reduce((sum, row) => sum + row.pairs, 0);
    if (rows.length > MOST_NAMES || pairs > Math.min(MOST_PAIRS, rarest?.pairs ?? MOST_PAIRS)) continue;
    rarest = { names: rows.map(({ name }) => name), pairs };
  }
  return rarest?.names ?? null;
}
