import { moneyLexicon, type Qualifier } from './lexicon/money.ts';
import { isCurrencySign } from './money-currency.ts';
import { isMoneyWord, type Sum, sumAt } from './money-sums.ts';
import { indexPhrases, isHyphen, type MoneyToken, moneyTokens, phraseAt, phraseBefore } from './money-tokens.ts';

/** A sum of money in a text. */
export interface MoneyMention {
  /** UTF-16 offset of the currency or figure; words such as "up to" stand before it. */
  start: number;
  end: number;
  quote: string;
  /** Full units; the midpoint of a range. */
  value: number;
  /** ISO 4217; null is never given at present, since a sum without any currency is no money. */
  currency: string | null;
  low?: number;
  high?: number;
  qualifier: Qualifier | null;
  /** Index of the mention whose sum this one repeats in another currency, else null. */
  conversionOf: number | null;
  /** What the price is for: 'share', 'month', 'year' …; null for a sum by itself. */
  per: string | null;
}

interface Found {
  first: number;
  next: number;
  value: number;
  low: number | null;
  high: number | null;
  currency: string | null;
}

/** No deal is larger; a larger figure is a mistake or an attack. */
const LARGEST = 1e15;

/**
 * Takes a text and its language (another language's words than those of en, fr, de, es, it are read as English); gives
 * every sum of money, in order. A sum is exact or left out: "billions of dollars" gives none. Time is linear.
 */
export function findMoney(text: string, language: string): MoneyMention[] {
  const tokens = moneyTokens(text);
  const found = giveCurrency(text, tokens, findSums(tokens, language));
  const mentions: MoneyMention[] = [];
  const kept: Found[] = [];
  for (const sum of found) {
    const previous = kept.at(-1);
    const before = mentions.at(-1)?.conversionOf ?? null;
    const converts =
      previous && (conversion(tokens, previous, sum, language) || (before !== null && goesOn(tokens, previous, sum)));
    const original = converts ? (before ?? mentions.length - 1) : null;
    mentions.push(mentionOf(text, tokens, sum, language, original));
    kept.push(sum);
  }
  return mentions;
}

function mentionOf(
  text: string,
  tokens: MoneyToken[],
  sum: Found,
  language: string,
  conversionOf: number | null,
): MoneyMention {
  const start = (tokens[sum.first] as MoneyToken).start;
  const end = (tokens[sum.next - 1] as MoneyToken).end;
  return {
    start,
    end,
    quote: text.slice(start, end),
    value: sum.value,
    currency: sum.currency,
    ...(sum.low !== null && sum.high !== null ? { low: sum.low, high: sum.high } : {}),
    qualifier: qualifierOf(tokens, sum, language),
    conversionOf,
    per: perOf(tokens, sum.next, language),
  };
}

function findSums(tokens: MoneyToken[], language: string): Found[] {
  const found: Found[] = [];
  const at = sumReader(tokens, language);
  let i = 0;
  while (i < tokens.length) {
    const sum = at(i, false);
    const group = sum ? (rangeFrom(tokens, sum, language, at) ?? listFrom(tokens, sum, language, at)) : null;
    const taken = group?.filter((s) => acceptable(tokens, s.found, s.sum, language)) ?? [];
    found.push(...taken.map((s) => s.found));
    i = Math.max(i + 1, taken.at(-1)?.found.next ?? 0);
  }
  return found;
}

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
  return { first: sum.first, next: sum.next, value: worth(sum, scale), low: null, high: null, currency };
}

/** "$300-400m", "between $1bn and $2bn", "de 1 à 2 milliards": two sums that bound one. */
function rangeFrom(tokens: MoneyToken[], a: Sum, language: string, at: SumReader): Read[] | null {
  const words = moneyLexicon(language);
  const link = tokens[a.next];
  if (link === undefined) return null;
  const dash = DASHES.has(link.text);
  const isAnd = words.and.includes(link.lower) && wordBefore(tokens, a.first, words.between);
  if (!dash && !isAnd && !words.to.includes(link.lower)) return null;
  const b = at(a.next + 1, true) ?? (ARTICLES.has(tokens[a.next + 1]?.lower ?? '') ? at(a.next + 2, true) : null);
  if (!b || (dash && a.scale !== null && !link.glued)) return null;
  const leaves = !dash && !isAnd && a.scale !== null && wordBefore(tokens, a.first, words.from);
  if (leaves || !bounds(a, b)) return null;
  const scale = a.scale ?? b.scale;
  const [low, high] = [worth(a, scale), worth(b)];
  const value = exact((low + high) / 2);
  return [{ found: { first: a.first, next: b.next, value, low, high, currency: a.currency ?? b.currency }, sum: b }];
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
    if (last.scale !== null || !mayShare(last)) break;
    const comma = tokens[last.next]?.text === ',';
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

function comparable(sum: Sum, last: Sum): boolean {
  const ratio = last.base / sum.base;
  return ratio > 0.02 && ratio < 50;
}

function acceptable(tokens: MoneyToken[], found: Found, sum: Sum, language: string): boolean {
  if (!(found.value > 0) || found.value > LARGEST) return false;
  if (tokens[found.next]?.text === '=' || tokens[found.first - 1]?.text === '=') return false;
  if (found.currency !== null) return true;
  if (sum.scale === null || sum.scale < 1e6 || !sum.longScale) return false;
  return (sum.figure !== null || sum.base > 1) && standsBare(tokens, found, language);
}

/** True when a scaled figure is not followed by what it counts: "2.75 billion in", never "2.75 billion parameters". */
function standsBare(tokens: readonly MoneyToken[], found: Found, language: string): boolean {
  const token = tokens[found.next];
  if (token === undefined) return true;
  if (token.kind === 'sign') return /^[.,;:!?…()[\]»”"'’—–+]$/.test(token.text);
  const words = moneyLexicon(language);
  if (words.afterBare.includes(token.lower)) return true;
  if (token.kind === 'figure' || token.lower.endsWith('s')) return false;
  return [1, 2, 3].some((n) => words.paying.includes(tokens[found.first - n]?.lower ?? ''));
}

/** Furthest away that a sum may take its currency from, in characters. */
const FURTHEST = 600;

/** Gives a bare sum the currency of the nearest sum in its paragraph, or the only one of the text; else drops it. */
function giveCurrency(text: string, tokens: MoneyToken[], found: Found[]): Found[] {
  const start = (f: Found) => (tokens[f.first] as MoneyToken).start;
  const end = (f: Found) => (tokens[f.next - 1] as MoneyToken).end;
  const near = (from: Found, to: Found | undefined): number => {
    if (to === undefined) return Infinity;
    const [a, b] = start(from) < start(to) ? [end(from), start(to)] : [end(to), start(from)];
    return b - a > FURTHEST || text.slice(a, b).includes('\n\n') ? Infinity : b - a;
  };
  const following = new Map<Found, Found>();
  for (let i = found.length - 1, seen: Found | undefined; i >= 0; i--) {
    const sum = found[i] as Found;
    if (seen) following.set(sum, seen);
    if (sum.currency !== null && !inBrackets(tokens, sum)) seen = sum;
  }
  const usual = usualCurrency(tokens, found);
  let previous: Found | undefined;
  return found.flatMap((sum) => {
    const after = following.get(sum);
    if (sum.currency !== null) {
      if (!previous || !inBrackets(tokens, sum)) previous = sum;
      return [yuanOrYen(text, sum)];
    }
    const [before, next] = [near(sum, previous), near(sum, after)];
    const currency = before === Infinity && next === Infinity ? usual : (before <= next ? previous : after)?.currency;
    return currency ? [{ ...sum, currency }] : [];
  });
}

/** A sum in brackets is most often the one before it, converted. */
function inBrackets(tokens: readonly MoneyToken[], sum: Found): boolean {
  return [1, 2, 3].some((n) => tokens[sum.first - n]?.text === '(');
}

/** The one currency of a text that knows no other, conversions in brackets aside; else null. */
function usualCurrency(tokens: readonly MoneyToken[], found: readonly Found[]): string | null {
  const used = new Set(
    found.filter((sum) => sum.currency !== null && !inBrackets(tokens, sum)).map((sum) => sum.currency),
  );
  return used.size === 1 ? ([...used][0] ?? null) : null;
}

/** The sign ¥ stands for yen, unless the text speaks of yuan and never of yen. */
function yuanOrYen(text: string, sum: Found): Found {
  if (sum.currency !== 'JPY') return sum;
  return /\b(yuan|renminbi|RMB)\b/i.test(text) && !/\b(yen|Japan)/i.test(text) ? { ...sum, currency: 'CNY' } : sum;
}

const qualifierIndex = memo((language: string) =>
  indexPhrases(
    Object.entries(moneyLexicon(language).qualifiers).flatMap(([qualifier, phrases]) =>
      phrases.map((phrase) => [phrase, qualifier as Qualifier] as const),
    ),
  ),
);

function qualifierOf(tokens: MoneyToken[], sum: Found, language: string): Qualifier | null {
  const after = tokens[sum.next];
  if (after?.text === '+' && after.glued) return 'over';
  const before = phraseBefore(tokens, sum.first, qualifierIndex(language));
  if (before) return before.value;
  const from = isHyphen(after) ? sum.next + 1 : sum.next;
  return phraseAt(tokens, from, orMoreIndex(language)) ? 'over' : signQualifier(tokens[sum.first - 1]?.text);
}

function signQualifier(sign: string | undefined): Qualifier | null {
  if (sign === '~' || sign === '≈') return 'about';
  if (sign === '>') return 'over';
  return sign === '<' ? 'under' : null;
}

const orMoreIndex = memo((language: string) =>
  indexPhrases(moneyLexicon(language).orMore.map((p) => [p, true] as const)),
);
const perIndex = memo((language: string) => indexPhrases(Object.entries(moneyLexicon(language).per)));

function perOf(tokens: MoneyToken[], next: number, language: string): string | null {
  const from = isHyphen(tokens[next]) ? next + 1 : next;
  const known = phraseAt(tokens, from, perIndex(language));
  if (known) return known.value;
  const mark = tokens[from];
  const unit = tokens[from + 1];
  const slash = mark?.text === '/' && mark.glued;
  return (slash || (mark?.lower === 'per' && language === 'en')) && unit?.kind === 'word' ? unit.lower : null;
}

/** Most tokens between a sum and its conversion: "$4bn at the time (€3.7bn)". */
const CONVERSION_GAP = 7;

/** True when the second sum repeats the first in another currency: in brackets, or after "or", "soit", "umgerechnet". */
function conversion(tokens: MoneyToken[], first: Found, second: Found, language: string): boolean {
  if (first.currency === second.currency || second.first - first.next > CONVERSION_GAP) return false;
  const between = tokens.slice(first.next, second.first);
  const opened = between.findLastIndex((t) => /^[([（]$/.test(t.text));
  const words = moneyLexicon(language).converted;
  const announced = (part: MoneyToken[]) =>
    part.some((t, i) => words.includes(t.lower) || words.includes(`${t.lower} ${part[i + 1]?.lower}`));
  if (opened >= 0) {
    const clean = !between.slice(0, opened).some((t) => /^[.;:!?,)]$/.test(t.text));
    return clean && between.length - opened <= 5;
  }
  if (between.some((t) => /^[.;:!?]$/.test(t.text))) return false;
  return between.length > 0 && between.length <= 5 && announced(between.slice(0, 3)) && withinReason(first, second);
}

/** A second conversion in the same brackets: "$4bn (€3.7bn, £3.2bn)". */
function goesOn(tokens: MoneyToken[], first: Found, second: Found): boolean {
  const between = tokens.slice(first.next, second.first);
  return (
    first.currency !== second.currency &&
    between.length === 1 &&
    /^(,|;|\/|or|ou|oder|o)$/.test(between[0]?.lower ?? '')
  );
}

/** One currency's sum is not a million times another's, but yen and won are worth a thousandth of a dollar. */
function withinReason(first: Found, second: Found): boolean {
  const ratio = second.value / first.value;
  return ratio > 1 / 3000 && ratio < 3000;
}

function memo<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const value = make(language);
    made.set(language, value);
    return value;
  };
}
