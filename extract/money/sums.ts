import { moneyLexicon } from '../lexicon/by-language.ts';
import { indexPhrases, isHyphen, type MoneyToken, type PhraseIndex, phraseAt } from '../text/text-tokens.ts';
import { currencyAfter, currencyBefore, isCurrencyCode, isCurrencySign } from './currency.ts';
import { readFigure } from './figures.ts';

/** One sum as written, before it is known whether it is money: "$2.75", "400m", "eine halbe Milliarde Dollar". */
export interface Sum {
  /** Index of its first token. */
  first: number;
  /** Index after its last token. */
  next: number;
  /** The figure before the scale: 2.75. */
  base: number;
  /** The figure as written, or null for a number in words. */
  figure: string | null;
  scale: number | null;
  /** True for "bn" and "billion", which mean a sum by themselves; false for "m" and "b". */
  longScale: boolean;
  currency: string | null;
  /** True when the currency stands before the figure. */
  prefixed: boolean;
}

/** Short forms that are scale and currency in one: "64 mdd", millones de dólares; "37.350 TEUR". */
const JOINT: Record<string, string> = {
  mdd: 'USD',
  mde: 'EUR',
  mdp: 'MXN',
  teur: 'EUR',
  keur: 'EUR',
  meur: 'EUR',
  kusd: 'USD',
  tusd: 'USD',
  musd: 'USD',
  mgbp: 'GBP',
  msek: 'SEK',
  mnok: 'NOK',
  mdkk: 'DKK',
};

interface Words {
  scales: PhraseIndex<number>;
  shortScales: Record<string, number>;
  numbers: PhraseIndex<number>;
  halfMore: PhraseIndex<true>;
  inNumber: string[];
}

const cache = new Map<string, Words>();

function wordsOf(language: string): Words {
  const known = cache.get(language);
  if (known) return known;
  const own = moneyLexicon(language);
  const english = moneyLexicon('en');
  const words: Words = {
    scales: indexPhrases(Object.entries({ ...english.scales, ...own.scales })),
    shortScales: { ...english.shortScales, ...own.shortScales },
    numbers: indexPhrases(Object.entries(own.numbers)),
    halfMore: indexPhrases(own.halfMore.map((phrase) => [phrase, true] as const)),
    inNumber: own.inNumber,
  };
  cache.set(language, words);
  return words;
}

const moneyWords = new Map<string, ReadonlySet<string>>();

/** True for a token that can give a figure its currency or scale. */
export function isMoneyWord(token: MoneyToken, language: string): boolean {
  if (token.kind !== 'word') return isCurrencySign(token);
  let words = moneyWords.get(language);
  if (!words) {
    const { scales, shortScales, currencies } = moneyLexicon(language);
    const english = moneyLexicon('en');
    const all = [scales, shortScales, currencies, english.scales, english.shortScales, english.currencies];
    words = new Set(all.flatMap((group) => Object.keys(group).map((phrase) => phrase.split(' ')[0] as string)));
    moneyWords.set(language, words);
  }
  return words.has(token.lower) || isCurrencyCode(token.text);
}

/**
 * Reads a sum that begins at a token. `second` is true for the second part of a range, which may be glued to a dash.
 * Gives null when none begins there, or when what begins is no plain number ("1e309", "H100", "−5").
 */
export function sumAt(tokens: readonly MoneyToken[], at: number, language: string, second = false): Sum | null {
  const prefix = currencyBefore(tokens, at);
  if (!second && spoiledBefore(tokens, at, prefix !== null)) return null;
  const number = numberAt(tokens, prefix?.next ?? at, language);
  if (!number) return null;
  const scale = scaleAt(tokens, number.next, language, prefix !== null);
  if (number.figure !== null && !scale && gluedWord(tokens, number.next, language)) return null;
  const base = number.figure === null ? number.value : readFigure(number.figure, language, scale?.value ?? 1);
  if (base === null) return null;
  const half = scale ? phraseAt(tokens, scale.next, wordsOf(language).halfMore) : null;
  const rest = scale && !half ? smallerScaleAt(tokens, scale, number.figure, language) : null;
  const next = half?.next ?? rest?.next ?? scale?.next ?? number.next;
  const sum: Sum = {
    first: at,
    next,
    base: base + (half ? 0.5 : (rest?.part ?? 0)),
    figure: number.figure,
    scale: scale?.value ?? null,
    longScale: scale?.long ?? false,
    currency: prefix?.currency ?? (scale ? (JOINT[tokens[scale.next - 1]?.lower ?? ''] ?? null) : null),
    prefixed: prefix !== null,
  };
  return withCurrencyAfter(tokens, sum, language);
}

/**
 * "quattordici miliardi e trecento milioni", "1 milliard 200 millions": what is left is told in a smaller scale. Figures
 * on both sides of an "and" are two sums. Gives the part that it is of the larger scale.
 */
function smallerScaleAt(
  tokens: readonly MoneyToken[],
  scale: ScaleAt,
  figure: string | null,
  language: string,
): { part: number; next: number } | null {
  const joined = wordsOf(language).inNumber.includes(tokens[scale.next]?.lower ?? '');
  if (!scale.long || (figure !== null && joined)) return null;
  const from = joined ? scale.next + 1 : scale.next;
  const number =
    tokens[from]?.kind === 'figure' ? shortFigure(tokens, from) : wordNumberAt(tokens, from, wordsOf(language));
  if (!number || number.value < 1 || (figure === null) === (tokens[from]?.kind === 'figure')) return null;
  // "un milione e duecentomila": the thousands are part of the word.
  if (number.value >= 1000 && number.value < scale.value && isCurrencyAt(tokens, number.next, language))
    return { part: number.value / scale.value, next: number.next };
  if (number.value >= 1000) return null;
  const smaller = scaleAt(tokens, number.next, language, false);
  if (!smaller?.long || smaller.value >= scale.value) return null;
  return { part: (number.value * smaller.value) / scale.value, next: smaller.next };
}

const isCurrencyAt = (tokens: readonly MoneyToken[], at: number, language: string) =>
  currencyAfter(tokens, at, language) !== null;

function shortFigure(tokens: readonly MoneyToken[], at: number): { value: number; next: number } | null {
  const text = tokens[at]?.text ?? '';
  return /^\d{1,3}$/.test(text) ? { value: Number(text), next: at + 1 } : null;
}

function withCurrencyAfter(tokens: readonly MoneyToken[], sum: Sum, language: string): Sum {
  const dotted = sum.scale !== null && tokens[sum.next]?.text === '.' && tokens[sum.next]?.glued;
  const from = dotted ? sum.next + 1 : sum.next;
  const after = currencyAfter(tokens, from, language);
  if (!after) return sum;
  const linked =
    tokens[from]?.kind === 'word' && after.next - from > 1 && moneyLexicon(language).links.includes(tokens[from].lower);
  if (linked && sum.scale === null) return sum;
  // "won" is a verb too.
  if (sum.scale === null && tokens[from]?.lower === 'won') return sum;
  if (sum.currency === null) return { ...sum, currency: after.currency, next: after.next };
  const clearer = sum.currency === 'USD' && /D$/.test(after.currency) && !linked;
  return after.currency === sum.currency || clearer ? { ...sum, currency: after.currency, next: after.next } : sum;
}

/** True when what stands right before the token makes a figure there no sum: a letter, a figure, a minus. */
function spoiledBefore(tokens: readonly MoneyToken[], at: number, prefixed: boolean): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token?.glued || before === undefined) return false;
  if (before.kind === 'figure') return true;
  if (before.kind === 'word') return true;
  // The sign was refused already: "-$5bn".
  if (!prefixed && isCurrencySign(before)) return true;
  if (!SPOILERS.has(before.text)) return false;
  const joined = before.glued && tokens[at - 2]?.kind === 'word';
  return joined ? !prefixed : (before.text === '-' || before.text === '−') && !before.glued;
}

const SPOILERS: ReadonlySet<string> = new Set(['-', '‐', '‑', '–', '−', '+', '#']);

/** True when letters hang on a figure that are neither a scale nor a currency, or a per cent sign follows. */
function gluedWord(tokens: readonly MoneyToken[], at: number, language: string): boolean {
  const token = tokens[at];
  if (token?.text === '%') return true;
  return token?.glued === true && token.kind === 'word' && !currencyAfter(tokens, at, language);
}

interface NumberAt {
  value: number;
  figure: string | null;
  next: number;
}

function numberAt(tokens: readonly MoneyToken[], at: number, language: string): NumberAt | null {
  const token = tokens[at];
  if (token?.kind === 'figure') return figureAt(tokens, at, language);
  if (token?.kind !== 'word' || continuesNumber(tokens, at, language)) return null;
  const words = wordNumberAt(tokens, at, wordsOf(language));
  // "a billion" is a number, "a" alone is not; a bare "mil millones" is one of them.
  if (words) return scaleAt(tokens, words.next, language, false) || words.value > 1 ? { ...words, figure: null } : null;
  return token.lower === 'mil' && scaleAt(tokens, at, language, false) ? { value: 1, figure: null, next: at } : null;
}

/** A figure, with the half of "2 and a half billion". */
function figureAt(tokens: readonly MoneyToken[], at: number, language: string): NumberAt {
  const figure = (tokens[at] as MoneyToken).text;
  const half = phraseAt(tokens, at + 1, wordsOf(language).halfMore);
  const scaled = half !== null && /^\d{1,3}$/.test(figure) && scaleAt(tokens, half.next, language, false) !== null;
  return scaled ? { value: Number(figure) + 0.5, figure: null, next: half.next } : { value: 0, figure, next: at + 1 };
}

const YEAR = /^(?:19|20)\d\d$/;

/** True for the rest of a number that could not be read as a whole: "quinientos" in "dos mil quinientos millones". */
function continuesNumber(tokens: readonly MoneyToken[], at: number, language: string): boolean {
  const before = tokens[at - 1];
  // "investierte 2019 eine Milliarde": a year before a number in words is no part of it.
  if (before?.kind === 'figure') return !YEAR.test(before.text) || tokens[at]?.glued === true;
  if (before?.kind !== 'word') return false;
  const words = wordsOf(language);
  if (DECIMAL.test(before.lower) && phraseAt(tokens, at - 2, words.numbers)) return true;
  const number = phraseAt(tokens, at - 1, words.numbers);
  return (number !== null && number.value !== 1) || phraseAt(tokens, at - 1, words.scales) !== null;
}

/** "several hundred million" is no figure. */
const VAGUE: ReadonlySet<string> = new Set(
  'few several many some couple quelques plusieurs mehrere einige paar viele varios algunos unos diversi alcuni'.split(
    ' ',
  ),
);

/** Takes a token; gives the number that its words tell, from two on ("eight", "treize et demi"), or null. */
export function numberInWords(
  tokens: readonly MoneyToken[],
  at: number,
  language: string,
): { value: number; next: number } | null {
  if (tokens[at]?.kind !== 'word' || continuesNumber(tokens, at, language)) return null;
  const words = wordsOf(language);
  const number = wordNumberAt(tokens, at, words);
  if (!number || number.value < 2) return null;
  const half = phraseAt(tokens, number.next, words.halfMore);
  return half ? { value: number.value + 0.5, next: half.next } : number;
}

/** "twenty-five", "two hundred and fifty", "quatre-vingt-dix": at most this many parts. */
const MOST_PARTS = 6;

/** The word for the mark before decimals: "fourteen point three", "vierzehn Komma drei". */
const DECIMAL = /^(?:point|komma|virgule|virgola|coma)$/;
const THOUSAND = /^(?:mil|mille|tausend|thousand)$/;

/** A number in words, with its thousands ("catorce mil trescientos") and decimals ("one point four"). */
function wordNumberAt(tokens: readonly MoneyToken[], at: number, words: Words): { value: number; next: number } | null {
  const bare = THOUSAND.test(tokens[at]?.lower ?? '');
  const head = bare ? { value: 1, next: at } : smallNumberAt(tokens, at, words);
  if (!head) return null;
  if (DECIMAL.test(tokens[head.next]?.lower ?? '')) return withDecimals(tokens, head, words);
  if (!THOUSAND.test(tokens[head.next]?.lower ?? '')) return bare ? null : head;
  const rest = smallNumberAt(tokens, head.next + 1, words);
  if (rest && rest.value >= 1 && rest.value < 1000) return { value: head.value * 1000 + rest.value, next: rest.next };
  return bare ? null : head;
}

function withDecimals(
  tokens: readonly MoneyToken[],
  head: { value: number; next: number },
  words: Words,
): { value: number; next: number } {
  let [value, next] = [head.value, head.next];
  for (let place = 10; place <= 1000; place *= 10) {
    const digit = phraseAt(tokens, next + (place === 10 ? 1 : 0), words.numbers);
    if (!digit || digit.value < 1 || digit.value > 9) break;
    [value, next] = [value + digit.value / place, digit.next];
  }
  return { value: Math.round(value * 1000) / 1000, next };
}

function smallNumberAt(
  tokens: readonly MoneyToken[],
  at: number,
  words: Words,
): { value: number; next: number } | null {
  const head = phraseAt(tokens, at, words.numbers);
  if (!head || (head.value === 100 && VAGUE.has(tokens[at - 1]?.lower ?? ''))) return null;
  let { value, next } = head;
  for (let part = 1; part < MOST_PARTS; part++) {
    let from = next;
    if (isHyphen(tokens[from]) || words.inNumber.includes(tokens[from]?.lower ?? '')) from++;
    const more = phraseAt(tokens, from, words.numbers);
    if (!more) break;
    const sum = combine(value, more.value);
    if (sum === null) break;
    value = sum;
    next = more.next;
  }
  return { value, next };
}

function combine(value: number, more: number): number | null {
  if (more === 100 && value >= 1 && value < 10) return value * 100;
  if (more < 1 || more >= 100) return null;
  if (value >= 100 && value % 100 === 0) return value + more;
  if ((value === 60 || value === 80) && more < 20) return value + more;
  return value >= 20 && value % 10 === 0 && value < 100 && more < 10 ? value + more : null;
}

interface ScaleAt {
  value: number;
  long: boolean;
  next: number;
}

function scaleAt(tokens: readonly MoneyToken[], at: number, language: string, prefixed: boolean): ScaleAt | null {
  const start = isHyphen(tokens[at]) ? at + 1 : at;
  const words = wordsOf(language);
  const phrase = phraseAt(tokens, start, words.scales);
  if (phrase) return { value: phrase.value, long: true, next: phrase.next };
  const token = tokens[start];
  const short = token?.kind === 'word' ? words.shortScales[token.lower] : undefined;
  if (short === undefined) return null;
  const beside = prefixed || currencyAfter(tokens, start + 1, language) !== null;
  return beside || (token?.glued && start === at) ? { value: short, long: false, next: start + 1 } : null;
}
