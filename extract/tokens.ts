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

const TOKEN = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;
const CAPITAL = /^\p{Lu}/u;
const WORD = /^[\p{L}\p{N}]/u;

/** Takes one sentence; gives its words and signs in order. A hyphen inside a word gives no token of its own. */
export function tokenize(sentence: string): Token[] {
  const tokens: Token[] = [];
  let joined = false;
  for (const m of sentence.matchAll(TOKEN)) {
    const text = m[0];
    const start = m.index;
    const end = start + text.length;
    if (text === '-' && isInside(sentence, start)) {
      joined = true;
      continue;
    }
    const word = WORD.test(text);
    tokens.push({ start, end, text, lower: text.toLowerCase(), word, cap: word && CAPITAL.test(text), joined });
    joined = false;
  }
  return tokens;
}

function isInside(sentence: string, at: number): boolean {
  return (
    at > 0 && WORD.test(sentence[at - 1] as string) && at + 1 < sentence.length && WORD.test(sentence[at + 1] as string)
  );
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
