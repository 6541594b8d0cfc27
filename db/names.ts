import type { SelectQueryBuilder } from 'kysely';
import { likeText } from './like.ts';
import type { Schema } from './schema.ts';

/** Further words of a search for names are not looked at. */
const MOST_WORDS = 8;

/** The words of what a person typed to find a company. */
export function nameWords(typed: string | undefined): string[] {
  return (typed ?? '').trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

/**
 * Narrows pairs to those with a word as part of the name on either side, or on the target's. Looked up among the names
 * of companies, which are few and short, and not in the pairs themselves.
 */
export function withNames<O>(
  query: SelectQueryBuilder<Schema, 'pairs', O>,
  word: string,
  side: 'either' | 'target',
): SelectQueryBuilder<Schema, 'pairs', O> {
  const like = likeText(word);
  return query.where((eb) => {
    const named = eb.selectFrom('companies').select('name').where('name', 'like', like);
    const target = eb('target', 'in', named);
    return side === 'target' ? target : eb.or([eb('acquirer', 'in', named), target]);
  });
}
