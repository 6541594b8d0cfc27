import { type RawBuilder, sql } from 'kysely';
import { likeText } from './like.ts';

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
