import { moneyLexicon } from '../lexicon/by-language.ts';
import type { Qualifier } from '../lexicon/money.ts';
import { indexPhrases, isHyphen, type MoneyToken, moneyTokens, phraseAt, phraseBefore } from '../text/text-tokens.ts';
import { giveCurrency } from './bare.ts';
import { isFurther } from './further.ts';
import { type Found, findSums } from './groups.ts';
import { impliedSums, type LeavesOut } from './implied.ts';
import { sumsLeftOut } from './left-out.ts';
import { withTables } from './tables.ts';

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
  /** True when words before it say that it comes on top of an earlier sum: "a further 2 billion". */
  further: boolean;
  /** Index of the mention whose sum this one repeats in another currency, else null. */
  conversionOf: number | null;
  /** What the price is for: 'share', 'month', 'year' …; null for a sum by itself. */
  per: string | null;
  /** What the words leave out, where they do not say that a figure is a sum; null where they do. */
  leavesOut: LeavesOut | null;
}

/** The sums of a text, and the figures that may be sums. */
export interface AllMoney {
  money: MoneyMention[];
  implied: MoneyMention[];
}

/**
 * Takes a text and its language (another language's words than those of en, fr, de, es, it are read as English); gives
 * every sum of money, in order. The text's tokens can be handed in where they are known. A sum is exact or left out: "billions of dollars" gives none. Time is linear.
 */
export function findMoney(text: string, language: string, tokens = moneyTokens(text)): MoneyMention[] {
  return findAllMoney(text, language, tokens).money;
}

/**
 * Takes what `findMoney` takes; gives beside the sums also the figures that may be sums, but leave out what would say
 * so: the currency ("went for 30 million"), or the scale as well ("$30m from one, 20 from the other"). Whoever reads on
 * must weigh these.
 */
export function findAllMoney(text: string, language: string, tokens: MoneyToken[]): AllMoney {
  const { sums, bare } = findSums(tokens, language);
  const whole = giveCurrency(text, tokens, sums);
  const found = withTables(text, tokens, sumsLeftOut(text, tokens, whole, language), language);
  // Those that no currency was found for are weighed by others.
  const unpriced = [...bare, ...sums.filter((sum) => sum.currency === null)].sort((a, b) => a.first - b.first);
  const implied = impliedSums(text, tokens, found, unpriced, language).map((sum) => ({
    ...mentionOf(text, tokens, sum, language, null),
    leavesOut: sum.leavesOut,
  }));
  return { money: mentionsOf(text, tokens, found, language), implied };
}

function mentionsOf(text: string, tokens: MoneyToken[], found: readonly Found[], language: string): MoneyMention[] {
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
    further: isFurther(
      tokens,
      { from: qualifiedFrom(tokens, sum, language), first: sum.first, next: sum.next },
      language,
    ),
    conversionOf,
    per: perOf(tokens, sum.next, language),
    leavesOut: null,
  };
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
  if (before && !isVerbs(tokens, before.first)) return before.value;
  const from = isHyphen(after) ? sum.next + 1 : sum.next;
  return phraseAt(tokens, from, orMoreIndex(language)) ? 'over' : signQualifier(tokens[sum.first - 1]?.text);
}

/** "another up to $2bn": where the words that qualify a sum begin. */
const qualifiedFrom = (tokens: MoneyToken[], sum: Found, language: string) =>
  phraseBefore(tokens, sum.first, qualifierIndex(language))?.first ?? sum.first;

/** "handed over $620m": the word belongs to the verb before it. */
function isVerbs(tokens: MoneyToken[], at: number): boolean {
  return (
    tokens[at]?.lower === 'over' &&
    /^(?:hand|hands|handed|handing|turn|turned|turning|taken?|took|takes|taking|carried|signed|made)$/.test(
      tokens[at - 1]?.lower ?? '',
    )
  );
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
