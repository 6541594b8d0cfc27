import type { Token } from './tokens.ts';

/**
 * Word patterns, one line each: words with alternatives (`take/takes/took part in`), `invest*` for any ending,
 * `*schmiede` for any beginning (a German compound; four letters at least), `the?` for a word that may be missing, `_` for up to three words of any kind, `#` for a figure. Apostrophes count as nothing.
 * Matching never goes back more than the few words of a gap, so that it is linear in the text.
 */
export interface Match<T> {
  /** First token, and the one after the last. */
  from: number;
  to: number;
  value: T;
}

/** One word of a pattern. */
interface Part {
  words: Set<string>;
  stems: string[];
  endings: string[];
  optional: boolean;
  gap: boolean;
  number: boolean;
}

/** One pattern with what it stands for. */
export interface Pattern<T> {
  parts: Part[];
  value: T;
}

const GAP = 3;
/** Patterns with an open beginning are found by their last letters. */
const LAST = 4;

export class Phrases<T> {
  private readonly byWord = new Map<string, Pattern<T>[]>();
  private readonly byStem = new Map<string, Pattern<T>[]>();
  private readonly byEnding = new Map<string, Pattern<T>[]>();

  /** Adds one line that may hold several patterns, separated by commas. */
  add(lines: string | readonly string[], value: T): this {
    for (const line of typeof lines === 'string' ? [lines] : lines) {
      for (const text of line.split(',')) if (text.trim()) this.addOne(text.trim(), value);
    }
    return this;
  }

  private addOne(text: string, value: T): void {
    const parts = text.split(/\s+/).map(readPart);
    const first = parts[0] as Part;
    const pattern = { parts, value };
    for (const word of first.words) push(this.byWord, word, pattern);
    for (const stem of first.stems) push(this.byStem, stem.slice(0, 3), pattern);
    for (const ending of first.endings) push(this.byEnding, ending.slice(-LAST), pattern);
  }

  /** All matches, the longest one at each place; a match inside a longer one is left out. */
  find(tokens: readonly Token[]): Match<T>[] {
    const found: Match<T>[] = [];
    let free = 0;
    for (let i = 0; i < tokens.length; i++) {
      const best = i < free ? null : this.at(tokens, i);
      if (!best) continue;
      found.push(best);
      free = best.to;
    }
    return found;
  }

  /** The longest match that begins at a token, or null. */
  at(tokens: readonly Token[], i: number): Match<T> | null {
    return longestOf(this.startingWith(tokens[i]?.lower ?? ''), tokens, i);
  }

  /** Every pattern that may begin with a word, in the order in which they are tried. */
  startingWith(word: string): readonly Pattern<T>[] {
    const figure = /^\d/.test(word) ? this.byWord.get('#') : undefined;
    const ending = this.byEnding.size ? this.byEnding.get(word.slice(-LAST)) : undefined;
    const lists = [this.byWord.get(word), this.byStem.get(word.slice(0, 3)), figure, ending].filter((list) => list);
    return lists.length ? lists.flatMap((list) => list ?? []) : NONE;
  }

  /** True when a pattern stands anywhere between two tokens. */
  has(tokens: readonly Token[], from = 0, to = tokens.length): boolean {
    for (let i = Math.max(0, from); i < to; i++) {
      const match = this.at(tokens, i);
      if (match && match.to <= to) return true;
    }
    return false;
  }
}

const NONE: readonly Pattern<never>[] = [];

/** Takes patterns that may begin at a token; gives the longest match, the first of several as long, or null. */
export function longestOf<T>(patterns: readonly Pattern<T>[], tokens: readonly Token[], i: number): Match<T> | null {
  let best: Match<T> | null = null;
  for (const pattern of patterns) {
    const to = matchFrom(pattern.parts, 0, tokens, i);
    if (to > 0 && (!best || to > best.to)) best = { from: i, to, value: pattern.value };
  }
  return best;
}

/** True when a word is one that a pattern begins with, and not only looks like one. */
export const mayBegin = ({ parts: [first] }: Pattern<unknown>, token: Token) =>
  first !== undefined && fits(first, token);

/** The only words that may come second in a pattern, apostrophes aside; null when they cannot be told, or none need come. */
export function secondWords({ parts: [first, second] }: Pattern<unknown>): ReadonlySet<string> | null {
  const open = !first || first.optional || !second || second.optional || second.number;
  return open || second.stems.length || second.endings.length ? null : second.words;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function readPart(text: string): Part {
  if (text === '_') return { words: new Set(), stems: [], endings: [], optional: true, gap: true, number: false };
  const optional = text.endsWith('?');
  const words = (optional ? text.slice(0, -1) : text).split('/');
  const stems = words.filter((w) => w.endsWith('*')).map((w) => w.slice(0, -1));
  return {
    words: new Set(words.filter((w) => !w.endsWith('*') && !w.startsWith('*'))),
    stems,
    endings: words.filter((w) => w.startsWith('*')).map((w) => w.slice(1)),
    optional,
    gap: false,
    number: words.includes('#'),
  };
}

function fits(part: Part, token: Token): boolean {
  return (
    part.words.has(token.lower) ||
    (part.number && /^\d/.test(token.text)) ||
    part.stems.some((stem) => token.lower.startsWith(stem)) ||
    part.endings.some((ending) => token.lower.endsWith(ending))
  );
}

/** Gives the token after the match, or -1. */
function matchFrom(parts: readonly Part[], p: number, tokens: readonly Token[], i: number): number {
  const part = parts[p];
  if (!part) return i;
  const token = tokens[i];
  if (token && p > 0 && token.text === "'") return matchFrom(parts, p, tokens, i + 1);
  if (part.gap) return matchGap(parts, p, tokens, i);
  if (token && fits(part, token)) {
    const to = matchFrom(parts, p + 1, tokens, i + 1);
    if (to > 0) return to;
  }
  return part.optional ? matchFrom(parts, p + 1, tokens, i) : -1;
}

/** A gap holds a few words; the signs and dots of a sum count for nothing. */
function matchGap(parts: readonly Part[], p: number, tokens: readonly Token[], i: number): number {
  let words = 0;
  for (let at = i; at < tokens.length && words <= GAP && at - i <= 2 * GAP + 2; at++) {
    const to = matchFrom(parts, p + 1, tokens, at);
    if (to > 0) return to;
    const token = tokens[at] as Token;
    if (token.word) words++;
    else if (!/^[$€£¥.,]$/.test(token.text) || tokens[at + 1]?.start !== token.end) return -1;
  }
  return -1;
}

/** Builds an index from lines that all mean the same. */
export function phrases(...lines: string[]): Phrases<true> {
  return new Phrases<true>().add(lines, true);
}
