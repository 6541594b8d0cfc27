import { isDigit, isLetter, isMark, isPair, isSpace } from './characters.ts';
import { spellingOf } from './vocabulary.ts';

/** A figure, a word or a single sign, with its place in the text. */
export interface MoneyToken {
  start: number;
  end: number;
  text: string;
  lower: string;
  kind: 'figure' | 'word' | 'sign';
  /** True when nothing stands between this token and the one before it. */
  glued: boolean;
}

/** Thousands may be set apart by spaces, but only in groups of three: "13 000" is one figure, "2023 400" is two. */
const FIGURE = /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*/y;

/** Takes a text; gives its tokens in order, in one pass. */
export function moneyTokens(text: string): MoneyToken[] {
  const tokens: MoneyToken[] = [];
  let last = -1;
  for (let start = 0; start < text.length; ) {
    const unit = text.charCodeAt(start);
    const kind = isDigit(unit) ? 'figure' : letterWidth(text, start) > 0 ? 'word' : 'sign';
    const end =
      kind === 'figure' ? figureEnd(text, start) : kind === 'word' ? wordEnd(text, start) : signEnd(text, start);
    if (end === start) {
      start += Math.max(1, markWidth(text, start));
      continue;
    }
    const { text: written, lower } = spellingOf(text.slice(start, end));
    tokens.push({ start, end, text: written, lower: kind === 'word' ? lower : written, kind, glued: start === last });
    last = end;
    start = end;
  }
  return tokens;
}

function figureEnd(text: string, start: number): number {
  FIGURE.lastIndex = start;
  return start + (FIGURE.exec(text)?.[0].length ?? 1);
}

function wordEnd(text: string, start: number): number {
  let end = start;
  for (let width = letterWidth(text, end); width > 0; width = letterWidth(text, end) || markWidth(text, end))
    end += width;
  return end;
}

/** White space and accents without a letter are no tokens. */
function signEnd(text: string, start: number): number {
  if (isSpace(text.charCodeAt(start)) || markWidth(text, start) > 0) return start;
  return start + (isPair(text, start) ? 2 : 1);
}

/** How many units the letter at a place has; 0 for anything else. */
function letterWidth(text: string, at: number): number {
  if (at >= text.length) return 0;
  if (isLetter(text.charCodeAt(at))) return 1;
  return isPair(text, at) && /^\p{L}/u.test(text.slice(at, at + 2)) ? 2 : 0;
}

function markWidth(text: string, at: number): number {
  if (at >= text.length) return 0;
  if (isMark(text.charCodeAt(at))) return 1;
  return isPair(text, at) && /^\p{M}/u.test(text.slice(at, at + 2)) ? 2 : 0;
}

const HYPHENS: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011']);

/** True for a hyphen that stands right after another token. */
export function isHyphen(token: MoneyToken | undefined): boolean {
  return token?.glued === true && HYPHENS.has(token.text);
}

/** Phrases of a lexicon by their first and by their last word, so that a text is searched in one pass. */
export interface PhraseIndex<V> {
  byFirst: ReadonlyMap<string, readonly Phrase<V>[]>;
  byLast: ReadonlyMap<string, readonly Phrase<V>[]>;
}

interface Phrase<V> {
  words: string[];
  value: V;
}

/** Takes phrases (lower case, one space between words) with their values; gives an index, longest phrases first. */
export function indexPhrases<V>(phrases: Iterable<readonly [string, V]>): PhraseIndex<V> {
  const byFirst = new Map<string, Phrase<V>[]>();
  const byLast = new Map<string, Phrase<V>[]>();
  const sorted = [...phrases].map(([text, value]) => ({ words: text.split(' '), value }));
  sorted.sort((a, b) => b.words.length - a.words.length);
  for (const phrase of sorted) {
    push(byFirst, phrase.words[0] as string, phrase);
    push(byLast, phrase.words.at(-1) as string, phrase);
  }
  return { byFirst, byLast };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const JOINERS: ReadonlySet<string> = new Set([...HYPHENS, "'", '’', '.']);

/** A hyphen, an apostrophe or the full stop of an abbreviation joins words of a phrase: "US-Dollar", "jusqu'à". */
function joins(token: MoneyToken | undefined): boolean {
  return token?.glued === true && JOINERS.has(token.text);
}

/** Finds the longest phrase that begins at a token; gives its value and the index after it, or null. */
export function phraseAt<V>(
  tokens: readonly MoneyToken[],
  at: number,
  index: PhraseIndex<V>,
): { value: V; next: number } | null {
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  for (const { words, value } of index.byFirst.get(first.lower) ?? []) {
    let i = at + 1;
    const fits = words.slice(1).every((word) => {
      if (joins(tokens[i])) i++;
      return tokens[i++]?.lower === word;
    });
    if (fits) return { value, next: i };
  }
  return null;
}

/** Finds the longest phrase that ends right before a token; gives its value and the index of its first token, or null. */
export function phraseBefore<V>(
  tokens: readonly MoneyToken[],
  at: number,
  index: PhraseIndex<V>,
): { value: V; first: number } | null {
  let last = at - 1;
  if (joins(tokens[last])) last--;
  const word = tokens[last];
  if (word?.kind !== 'word') return null;
  for (const { words, value } of index.byLast.get(word.lower) ?? []) {
    let i = last - 1;
    const fits = words
      .slice(0, -1)
      .reverse()
      .every((w) => {
        if (joins(tokens[i])) i--;
        return tokens[i--]?.lower === w;
      });
    if (fits) return { value, first: i + 1 };
  }
  return null;
}
