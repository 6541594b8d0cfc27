import { isPair, isSpace, isWordUnit } from './characters.ts';
import { spellingOf } from './vocabulary.ts';

/** A word or a sign of one sentence, with its place in that sentence. */
export interface Token {
  start: number;
  end: number;
  /** As written. */
  text: string;
  lower: string;
  word: boolean;
  /** Begins with a capital letter. */
  cap: boolean;
  /** Joined to the token before by a hyphen: "start-up" is two words, the second one joined. */
  joined: boolean;
}

/** Takes one sentence; gives its words and signs in order. A hyphen inside a word gives no token of its own. */
export function tokenize(sentence: string): Token[] {
  const tokens: Token[] = [];
  let joined = false;
  for (let start = 0; start < sentence.length; ) {
    const end = tokenEnd(sentence, start);
    if (end === start) start++;
    else if (isHyphen(sentence, start) && isInside(sentence, start)) {
      joined = true;
      start = end;
    } else {
      const { text, lower, word, cap } = spellingOf(sentence.slice(start, end));
      tokens.push({ start, end, text, lower, word, cap, joined });
      joined = false;
      start = end;
    }
  }
  return tokens;
}

/** Where the word or sign ends that begins at a place; the place itself for white space. */
function tokenEnd(text: string, start: number): number {
  let end = start;
  for (let width = wordWidth(text, end); width > 0; width = wordWidth(text, end)) end += width;
  if (end > start || isSpace(text.charCodeAt(start))) return end;
  return start + (isPair(text, start) ? 2 : 1);
}

/** How many units the letter or figure at a place has; 0 for anything else. */
function wordWidth(text: string, at: number): number {
  if (at >= text.length) return 0;
  if (isWordUnit(text.charCodeAt(at))) return 1;
  return isPair(text, at) && PAIRED_WORD.test(text.slice(at, at + 2)) ? 2 : 0;
}

const PAIRED_WORD = /^[\p{L}\p{N}]/u;

const isHyphen = (text: string, at: number) => text.charCodeAt(at) === 45;

function isInside(sentence: string, at: number): boolean {
  return at > 0 && at + 1 < sentence.length && [at - 1, at + 1].every((i) => isWordUnit(sentence.charCodeAt(i)));
}

/** Index of the first token that ends after the offset (binary search); the number of tokens when there is none. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
