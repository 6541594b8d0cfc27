import { moneyLexicon } from '../lexicon/by-language.ts';
import { furtherWords } from '../lexicon/money-further.ts';
import {
  indexPhrases,
  isHyphen,
  type MoneyToken,
  type PhraseIndex,
  phraseAt,
  phraseBefore,
} from '../text/text-tokens.ts';

interface Index {
  before: PhraseIndex<true>;
  behind: PhraseIndex<true>;
}

const made = new Map<string, Index>();

function indexOf(language: string): Index {
  const known = made.get(language);
  if (known) return known;
  const phrases = (list: readonly string[]) => indexPhrases(list.map((p) => [p, true] as const));
  const index = { before: phrases(moneyLexicon(language).further), behind: phrases(furtherWords(language).behind) };
  made.set(language, index);
  return index;
}

/** Words between a verb of growing and what is added. */
const GROWTH_REACH = 9;
const SENTENCE_END = /^[.;!?]$/;

/**
 * Takes tokens and a sum by its first token, with what qualifies it, and the token behind it; says whether the sum comes
 * on top of another: "a further 2 billion", "another billion", "2 billion more", "enlarges its contract by 2 billion".
 */
export function isFurther(
  tokens: readonly MoneyToken[],
  { from, first, next }: { from: number; first: number; next: number },
  language: string,
): boolean {
  const { before, behind } = indexOf(language);
  if (phraseBefore(tokens, from, before) !== null) return true;
  const opening = phraseAt(tokens, first, before);
  if (opening !== null && opening.next < next) return true;
  const { than, adds } = furtherWords(language);
  const at = isHyphen(tokens[next]) ? next + 1 : next;
  const after = phraseAt(tokens, at, behind);
  if (after && !than.test(tokens[after.next]?.lower ?? '')) return true;
  return adds.test(tokens[from - 1]?.lower ?? '') || isGrowth(tokens, from, next, language);
}

/** "enlarges its contract by up to 6 billion", "um 6 Milliarden erweitert": by so much, not to so much. */
function isGrowth(tokens: readonly MoneyToken[], from: number, next: number, language: string): boolean {
  const { grows, by } = furtherWords(language);
  if (
    !by.test(tokens[from - 1]?.lower ?? '') &&
    !(by.test(tokens[from - 2]?.lower ?? '') && /^['’]$/.test(tokens[from - 1]?.text ?? ''))
  )
    return false;
  for (let i = from - 1; i >= Math.max(0, from - GROWTH_REACH) && !SENTENCE_END.test(tokens[i]?.text ?? ''); i--)
    if (grows.test(tokens[i]?.lower ?? '')) return true;
  // German ends its clause with the verb.
  return language === 'de' && tokens.slice(next, next + 3).some((t) => grows.test(t.lower));
}
