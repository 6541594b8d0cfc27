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
const TOKEN =
  /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*|\p{L}[\p{L}\p{M}]*|[^\s\p{L}\p{M}\d]/gu;

/** Takes a text; gives its tokens in order, in one pass. */
export function moneyTokens(text: string): MoneyToken[] {
  const tokens: MoneyToken[] = [];
  let last = -1;
  for (const match of text.matchAll(TOKEN)) {
    const [word] = match;
    const start = match.index;
    const end = start + word.length;
    const kind = kindOf(word);
    tokens.push({
      start,
      end,
      text: word,
      lower: kind === 'word' ? word.toLowerCase() : word,
      kind,
      glued: start === last,
    });
    last = end;
  }
  return tokens;
}

function kindOf(word: string): MoneyToken['kind'] {
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'figure';
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? 'word' : 'sign';
  return /^\p{L}/u.test(word) ? 'word' : 'sign';
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
