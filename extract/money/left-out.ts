import { moneyLexicon, whenLexicon } from '../lexicon/by-language.ts';
import { leftOutWords } from '../lexicon/money-left-out.ts';
import { indexPhrases, type MoneyToken, type PhraseIndex, phraseAt, phraseBefore } from '../text/text-tokens.ts';
import { readFigure } from './figures.ts';
import type { Found } from './groups.ts';

/** Furthest that a figure may stand from the sum whose scale and currency it shares, in tokens. */
const REACH = 30;
/** Sums told in one breath are of like size. */
const MOST_RATIO = 100;

/**
 * Takes the tokens of a text and the sums found in it, in order; gives the figures beside them that leave their scale
 * and currency out: "$10 billion at once and 30 more", "adding 180 million to the 120 of 2024", "Nvidia (30), SoftBank
 * (30)". A figure counts only where a word says so and nothing follows that it could count.
 */
export function sumsLeftOut(
  text: string,
  tokens: readonly MoneyToken[],
  found: readonly Found[],
  language: string,
): Found[] {
  const more: Found[] = [];
  for (const [n, sum] of found.entries()) {
    if (sum.scale === null || sum.scale < 1e6) continue;
    const before = found[n - 1];
    const to = Math.min(found[n + 1]?.first ?? tokens.length, sum.next + REACH);
    for (let i = sum.next; i < to && !isSentenceEnd(text, tokens, i); i++) {
      const one = leftOutAt(tokens, i, sum, language);
      if (one) more.push(one);
    }
    const opening = openingAfter(text, tokens, sum, to, language);
    if (opening) more.push(opening);
    for (let i = sum.first - 1; i >= Math.max(before?.next ?? 0, sum.first - REACH); i--) {
      if (isSentenceEnd(text, tokens, i)) break;
      const one = leftOutAt(tokens, i, sum, language);
      if (one && !more.some((m) => m.first === one.first)) more.push(one);
    }
  }
  return more.length ? [...found, ...more].sort((a, b) => a.first - b.first) : [...found];
}

/** "He paid 38 million euros. Another 20 are due": the next sentence may begin with what is still to come. */
function openingAfter(
  text: string,
  tokens: readonly MoneyToken[],
  sum: Found,
  to: number,
  language: string,
): Found | null {
  let end = sum.next;
  while (end < to && !isSentenceEnd(text, tokens, end)) end++;
  const [stop, first] = [tokens[end], tokens[end + 1]];
  if (end >= to || !stop || !first || text.slice(stop.end, first.start).includes('\n')) return null;
  const figure = phraseAt(tokens, end + 1, indexOf(language).before)?.next;
  if (figure === undefined || !phraseAt(tokens, figure + 1, indexOf(language).behind)) return null;
  return leftOutAt(tokens, figure, sum, language);
}

function isSentenceEnd(text: string, tokens: readonly MoneyToken[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || next === undefined) return token === undefined;
  if (text.slice(token.end, next.start).includes('\n')) return true;
  return /^[.!?]$/.test(token.text) && !next.glued && /^[\p{Lu}"„“«¿¡]/u.test(next.text);
}

const FIGURE = /^\d{1,3}(?:[.,]\d{1,3})?$/;

function leftOutAt(tokens: readonly MoneyToken[], at: number, like: Found, language: string): Found | null {
  const token = tokens[at];
  if (token?.kind !== 'figure' || !FIGURE.test(token.text)) return null;
  if (token.glued && tokens[at - 1]?.text !== '(') return null;
  const next = tokens[at + 1];
  if (next?.glued && !/^[.,;:!?)\]»”"'’+]$/.test(next.text)) return null;
  const base = readFigure(token.text, language, like.scale ?? 1);
  if (base === null || base <= 0) return null;
  const value = Math.round(base * (like.scale ?? 1) * 100) / 100;
  const ratio = value / like.value;
  if (ratio > MOST_RATIO || ratio < 1 / MOST_RATIO || !isMarked(tokens, at, like, language)) return null;
  if (followsCount(tokens, at, like, language)) return null;
  return { first: at, next: at + 1, value, low: null, high: null, currency: like.currency, scale: like.scale };
}

function isMarked(tokens: readonly MoneyToken[], at: number, like: Found, language: string): boolean {
  const { before, behind } = indexOf(language);
  if (isListed(tokens, at, like) || isDated(tokens, at, language)) return true;
  const after = phraseAt(tokens, at + 1, behind);
  if (after) return countsNothing(tokens, after.next, language);
  if (!countsNothing(tokens, at + 1, language)) return false;
  return phraseBefore(tokens, at, before) !== null || isReached(tokens, at, language);
}

/** "30 million euros; it has 12 customers, 9 of them abroad": right behind a figure that counts something. */
function followsCount(tokens: readonly MoneyToken[], at: number, like: Found, language: string): boolean {
  for (let i = at - 1; i >= Math.max(like.next, at - 6); i--) {
    if (tokens[i]?.kind !== 'figure') continue;
    const [year, next] = [/^(?:19|20)\d\d$/.test(tokens[i]?.text ?? ''), tokens[i + 1]];
    return (
      !year &&
      next?.kind === 'word' &&
      i + 1 < at &&
      !countsNothing(tokens, i + 1, language) &&
      !isMarked(tokens, i, like, language)
    );
  }
  return false;
}

/** "Amazon (50 billion dollars), SoftBank (30), Nvidia (30)": each figure alone in its brackets. */
function isListed(tokens: readonly MoneyToken[], at: number, like: Found): boolean {
  const alone = tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')';
  return (
    alone && at > like.first && tokens[like.first - 1]?.text === '(' && /^\p{Lu}/u.test(tokens[at - 2]?.text ?? '')
  );
}

/** "which brings its stake to 300": a verb of growing, and the word that leads to what is reached. */
function isReached(tokens: readonly MoneyToken[], at: number, language: string): boolean {
  const { reach } = leftOutWords(language);
  const lead = phraseBefore(tokens, at, indexOf(language).to);
  if (!lead) return false;
  for (let i = lead.first - 1; i >= Math.max(0, lead.first - 7); i--)
    if (reach.test(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** "the 120 of 2024", "i 7,5 di aprile": told by when they were paid. */
function isDated(tokens: readonly MoneyToken[], at: number, language: string): boolean {
  const { articles, of } = leftOutWords(language);
  if (!articles.includes(tokens[at - 1]?.lower ?? '') || !of.includes(tokens[at + 1]?.lower ?? '')) return false;
  const when = tokens[at + 2];
  return /^(?:19|20)\d\d$/.test(when?.text ?? '') || whenLexicon(language).months[when?.lower ?? ''] !== undefined;
}

/** True when no word follows that the figure could count. */
function countsNothing(tokens: readonly MoneyToken[], at: number, language: string): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (token.kind === 'sign') return /^[.,;:!?…)\]»”"'’—–+]$/.test(token.text);
  return token.kind === 'word' && indexOf(language).follow.has(token.lower);
}

interface Index {
  before: PhraseIndex<true>;
  behind: PhraseIndex<true>;
  to: PhraseIndex<true>;
  follow: ReadonlySet<string>;
}

const made = new Map<string, Index>();

function indexOf(language: string): Index {
  const known = made.get(language);
  if (known) return known;
  const { before, behind, to, follow } = leftOutWords(language);
  const phrases = (list: readonly string[]) => indexPhrases(list.map((p) => [p.replace(/['’]/, ' '), true] as const));
  const { afterBare } = moneyLexicon(language);
  const index = {
    before: phrases(before),
    behind: phrases(behind),
    to: phrases(to),
    follow: new Set([...follow, ...afterBare]),
  };
  made.set(language, index);
  return index;
}
