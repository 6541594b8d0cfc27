import { moneyLexicon } from '../lexicon/by-language.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import { isCurrencySign } from './currency.ts';
import { isMoneyWord, type Sum, sumAt } from './sums.ts';

/** A sum, single or a range, by the tokens that it covers. */
export interface Found {
  first: number;
  next: number;
  value: number;
  low: number | null;
  high: number | null;
  currency: string | null;
  /** What the figure is multiplied by: 1e9; null for a figure in full. */
  scale: number | null;
}

/** Sums, and scaled figures of which the words around do not say that they are money. */
export interface FoundSums {
  sums: Found[];
  /** "for 30 million", "300 Milliarden vereinbart": no currency, and perhaps something that is counted. */
  bare: Found[];
}

/** No deal is larger; a larger figure is a mistake or an attack. */
const LARGEST = 1e15;

/** Takes tokens and language; gives all sums in order, with a null currency where it must be found elsewhere. */
export function findSums(tokens: MoneyToken[], language: string): FoundSums {
  const found: Found[] = [];
  const bare: Found[] = [];
  const at = sumReader(tokens, language);
  let i = 0;
  while (i < tokens.length) {
    const sum = at(i, false);
    const group = sum ? (rangeFrom(tokens, sum, language, at) ?? listFrom(tokens, sum, language, at)) : null;
    const taken = group?.filter((s) => acceptable(tokens, s.found, s.sum, language)) ?? [];
    found.push(...taken.map((s) => s.found));
    if (group && taken.length === 0) bare.push(...group.filter((s) => isScaled(s)).map((s) => s.found));
    i = Math.max(i + 1, taken.at(-1)?.found.next ?? 0);
  }
  return { sums: found, bare };
}

const isScaled = ({ found, sum }: Read) =>
  found.currency === null && sum.scale !== null && sum.scale >= 1e3 && found.value >= 1e4 && found.value <= LARGEST;

type SumReader = (at: number, second: boolean) => Sum | null;

/** Furthest that the currency or scale of a figure in a list may stand, in tokens. */
const SIGHT = 24;

/** Reads each place once, and only where a currency or scale is in sight, so that a page of figures costs no time. */
function sumReader(tokens: MoneyToken[], language: string): SumReader {
  const coming = new Int32Array(tokens.length + 1).fill(-1);
  for (let i = tokens.length - 1, next = Infinity; i >= 0; i--) {
    if (isMoneyWord(tokens[i] as MoneyToken, language)) next = i;
    coming[i] = next - i <= SIGHT || isCurrencySign(tokens[i - 1]) ? 1 : 0;
  }
  const known = [0, 1].map(() => new Array<Sum | null | undefined>(tokens.length + 1).fill(undefined));
  return (at, second) => {
    if (coming[at] !== 1) return null;
    const read = known[second ? 1 : 0] as (Sum | null | undefined)[];
    let sum = read[at];
    if (sum === undefined) {
      sum = sumAt(tokens, at, language, second);
      read[at] = sum;
    }
    return sum;
  };
}

interface Read {
  found: Found;
  /** The sum that carries the scale. */
  sum: Sum;
}

function worth(sum: Sum, scale = sum.scale): number {
  return scale === null ? sum.base : exact(sum.base * scale);
}

/** Takes away what binary fractions add: 1.1 × 1e9 is 1100000000. Sums of a thousand and more have whole cents. */
function exact(value: number): number {
  return Math.round(value * 100) / 100;
}

function single(sum: Sum, scale = sum.scale, currency = sum.currency): Found {
  return { first: sum.first, next: sum.next, value: worth(sum, scale), low: null, high: null, currency, scale };
}

/** "$300-400m", "between $1bn and $2bn", "de 1 à 2 milliards": two sums that bound one. */
function rangeFrom(tokens: MoneyToken[], a: Sum, language: string, at: SumReader): Read[] | null {
  const words = moneyLexicon(language);
  const link = tokens[a.next];
  if (link === undefined) return null;
  const dash = DASHES.has(link.text);
  const isAnd = words.and.includes(link.lower) && wordBefore(tokens, a.first, words.between);
  if (!dash && !isAnd && !words.to.includes(link.lower)) return null;
  const bounded = isAnd || wordBefore(tokens, a.first, words.from);
  const article = bounded && ARTICLES.has(tokens[a.next + 1]?.lower ?? '');
  const b = at(a.next + 1, true) ?? (article ? at(a.next + 2, true) : null);
  if (!b || (dash && a.scale !== null && !link.glued)) return null;
  const leaves = !dash && !isAnd && a.scale !== null && wordBefore(tokens, a.first, words.from);
  if (leaves || !bounds(a, b)) return null;
  const scale = a.scale ?? b.scale;
  const [low, high] = [worth(a, scale), worth(b)];
  const value = exact((low + high) / 2);
  return [
    {
      found: { first: a.first, next: b.next, value, low, high, currency: a.currency ?? b.currency, scale: b.scale },
      sum: b,
    },
  ];
}

/** "tra i 2 e i 3 miliardi", "entre los 2 y los 3 millones". */
const ARTICLES: ReadonlySet<string> = new Set(['i', 'gli', 'los', 'las', 'les', 'the']);

const DASHES: ReadonlySet<string> = new Set(['-', '–', '‐', '‑', '—']);

function bounds(a: Sum, b: Sum): boolean {
  if (a.currency !== null && b.currency !== null && a.currency !== b.currency) return false;
  if (looksLikeYear(a) && a.scale === null && !a.prefixed) return false;
  if (a.scale === null && b.scale !== null && a.base >= 1000 && b.scale >= 1e9) return false;
  return worth(a, a.scale ?? b.scale) < worth(b);
}

function looksLikeYear(sum: Sum): boolean {
  return sum.figure !== null && /^(19|20)\d\d$/.test(sum.figure);
}

function wordBefore(tokens: MoneyToken[], at: number, words: string[]): boolean {
  const before = tokens[at - 1];
  if (before && words.includes(before.lower)) return true;
  return words.includes(tokens[at - 2]?.lower ?? '') && /^\p{L}+$/u.test(before?.text ?? '');
}

/** Longest list that shares one scale: "$1, $2.5, $3 and $4 billion". */
const LONGEST_LIST = 5;

/** "1.25 and 2.75 billion dollars": what lacks a scale or currency takes it from the next in the list. */
function listFrom(tokens: MoneyToken[], head: Sum, language: string, at: SumReader): Read[] {
  const and = moneyLexicon(language).and;
  const list = [head];
  while (list.length < LONGEST_LIST) {
    const last = list.at(-1) as Sum;
    const comma = tokens[last.next]?.text === ',';
    if (last.scale !== null || !(mayShare(last) || (!comma && mayShareBare(tokens, last)))) break;
    const from = comma && and.includes(tokens[last.next + 1]?.lower ?? '') ? last.next + 1 : last.next;
    if (!comma && !and.includes(tokens[from]?.lower ?? '')) break;
    const next = at(from + 1, false);
    if (!next) break;
    list.push(next);
  }
  const last = list.at(-1) as Sum;
  const shared = list.slice(0, -1).every((sum) => comparable(sum, last));
  if (list.length === 1 || last.scale === null || !shared) return [{ found: single(head), sum: head }];
  const currency = list.find((sum) => sum.currency !== null)?.currency ?? null;
  return list.map((sum) => ({
    found: single(sum, last.scale, sum.currency ?? currency),
    sum: { ...sum, scale: last.scale, longScale: true },
  }));
}

function mayShare(sum: Sum): boolean {
  return sum.figure !== null && (sum.prefixed || sum.base % 1 !== 0) && sum.base < 1000;
}

/** "12 and 19 million": a whole number, unless it belongs to a name ("Llama 3 and 19 million"). */
function mayShareBare(tokens: readonly MoneyToken[], sum: Sum): boolean {
  const before = tokens[sum.first - 1];
  const named = before?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(before.text) && sum.first > 1;
  return sum.figure !== null && sum.base >= 1 && sum.base < 1000 && !named;
}

function comparable(sum: Sum, last: Sum): boolean {
  const ratio = last.base / sum.base;
  return ratio > 0.02 && ratio < 50;
}

function acceptable(tokens: MoneyToken[], found: Found, sum: Sum, language: string): boolean {
  if (!(found.value > 0) || found.value > LARGEST) return false;
  if (tokens[found.next]?.text === '=' || tokens[found.first - 1]?.text === '=') return false;
  if (found.currency !== null) return true;
  if (sum.scale === null || sum.scale < 1e6 || !sum.longScale) return false;
  return (sum.figure !== null || sum.base > 1 || isOneMore(tokens, found)) && standsBare(tokens, found, language);
}

const ONE_MORE = /^(?:another|additional|further|weitere|weiteren|noch|otro|autre|altro|ulteriore)$/;
const MORE = /^(?:supplémentaire|más|extra)$/;

/** "another billion", "un milliard supplémentaire": one, and not just any. */
function isOneMore(tokens: readonly MoneyToken[], { first, next }: Found): boolean {
  return tokens.slice(first, next).some((token) => ONE_MORE.test(token.lower)) || MORE.test(tokens[next]?.lower ?? '');
}

/** True when a scaled figure is not followed by what it counts: "2.75 billion in", never "2.75 billion parameters". */
function standsBare(tokens: readonly MoneyToken[], found: Found, language: string): boolean {
  // "1 Mio. Chips": the full stop belongs to the abbreviation.
  const dotted =
    tokens[found.next]?.text === '.' && /^(?:mio|mrd|mln|mld|mill|mn|bn)$/.test(tokens[found.next - 1]?.lower ?? '');
  const token = tokens[dotted ? found.next + 1 : found.next];
  if (token === undefined || (dotted && /^\p{Lu}/u.test(token.text) && language !== 'de')) return true;
  if (token.kind === 'sign') return /^[.,;:!?…()[\]»”"'’—–+]$/.test(token.text);
  const words = moneyLexicon(language);
  if (words.afterBare.includes(token.lower)) return true;
  if (token.kind === 'figure' || token.lower.endsWith('s')) return false;
  return [1, 2, 3].some((n) => words.paying.includes(tokens[found.first - n]?.lower ?? ''));
}
