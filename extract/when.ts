import { addDays, type Day, makeDay, type PartialDay, parsePartialDay, precisionOf } from '../model/day.ts';
import { whenLexicon } from './lexicon/by-language.ts';
import type { Shift, WhenLexicon } from './lexicon/when.ts';
import {
  indexPhrases,
  isHyphen,
  type MoneyToken,
  moneyTokens,
  type PhraseIndex,
  phraseAt,
} from './text/text-tokens.ts';

/** A date in a text, as exact as the text states it. */
export interface DateMention {
  /** UTF-16 offset into the text. */
  start: number;
  end: number;
  quote: string;
  date: PartialDay;
}

interface Context {
  tokens: readonly MoneyToken[];
  words: WhenLexicon;
  phrases: PhraseIndex<Shift>;
  yearAfter: PhraseIndex<number>;
  published: PartialDay | null;
  language: string;
}

interface Hit {
  first: number;
  next: number;
  date: string;
  /** Month and day of a date whose year was counted from the publication. */
  yearless?: { month: number; day: number | null };
}

/**
 * Takes a text, its language and the day it was published; gives the dates it states, in order. A missing year, a
 * weekday, "yesterday" and "last month" are counted from the publication; "last week" and "last summer" are left out,
 * as is what no calendar has (annotation guide, rule 12). A month without a year is the latest one before publication.
 */
export function findDates(
  text: string,
  language: string,
  published: PartialDay | null,
  tokens: readonly MoneyToken[] = moneyTokens(text),
): DateMention[] {
  const words = whenLexicon(language);
  const context: Context = { tokens, words, published, language, ...indexes(language) };
  const hits: Hit[] = [];
  let i = 0;
  while (i < tokens.length) {
    const hit = hitAt(context, i);
    if (hit) hits.push(hit);
    i = Math.max(i + 1, hit?.next ?? 0);
  }
  return shareYears(context, hits).flatMap((hit) => {
    const date = parsePartialDay(hit.date);
    return date ? [mentionOf(text, tokens, hit, date)] : [];
  });
}

const LISTED = /^(,|and|et|und|y|e|on|le|am|el|il|to|au|bis|al|–|—|-)$/;

/** "April 1, July 1 and October 1, 2026", "24 April to 9 May 2024": the year at the end of a list or period is that of all. */
function shareYears({ tokens }: Context, hits: Hit[]): Hit[] {
  for (let i = hits.length - 2; i >= 0; i--) {
    const [hit, next] = [hits[i] as Hit, hits[i + 1] as Hit];
    const between = tokens.slice(hit.next, Math.min(next.first, hit.next + 3));
    const listed = next.first - hit.next <= 2 && between.every((t) => LISTED.test(t.lower));
    if (!hit.yearless || next.yearless || !listed || !/^\d{4}-\d{2}/.test(next.date)) continue;
    const { month, day } = hit.yearless;
    hits[i] = hitOf(hit.first, hit.next, Number(next.date.slice(0, 4)), month, day);
  }
  return hits;
}

function mentionOf(text: string, tokens: readonly MoneyToken[], hit: Hit, date: PartialDay): DateMention {
  const start = (tokens[hit.first] as MoneyToken).start;
  const end = (tokens[hit.next - 1] as MoneyToken).end;
  return { start, end, quote: text.slice(start, end), date };
}

const made = new Map<string, { phrases: PhraseIndex<Shift>; yearAfter: PhraseIndex<number> }>();

function indexes(language: string) {
  const known = made.get(language);
  if (known) return known;
  const words = whenLexicon(language);
  const fresh = {
    phrases: indexPhrases(Object.entries(words.phrases)),
    yearAfter: indexPhrases(Object.entries(words.yearAfter)),
  };
  made.set(language, fresh);
  return fresh;
}

function hitAt(context: Context, at: number): Hit | null {
  const token = context.tokens[at] as MoneyToken;
  if (token.kind === 'sign') return null;
  if (token.kind === 'figure') return numericDate(context, at) ?? dayFirst(context, at) ?? bareYear(context, at);
  return weekday(context, at) ?? monthFirst(context, at) ?? relative(context, at);
}

/** "2024-03-27", "27.03.2024", "27/03/2024": in English only when day and month cannot be taken for one another. */
function numericDate({ tokens, language }: Context, at: number): Hit | null {
  const first = tokens[at] as MoneyToken;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(first.text);
  if (dotted) return hitOf(at, at + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const [sign, second, sign2, third] = tokens.slice(at + 1, at + 5);
  if (!sign || !second || sign2?.text !== sign.text || !third || !sign.glued || !second.glued || !third.glued)
    return null;
  if (!/^\d{1,2}$/.test(second.text)) return null;
  if (sign.text === '-' && /^\d{4}$/.test(first.text) && /^\d{2}$/.test(third.text)) {
    return hitOf(at, at + 5, Number(first.text), Number(second.text), Number(third.text));
  }
  if (sign.text !== '/' || !/^\d{1,2}$/.test(first.text) || !/^\d{4}$/.test(third.text)) return null;
  const [a, b] = [Number(first.text), Number(second.text)];
  if (language !== 'en') return hitOf(at, at + 5, Number(third.text), b, a);
  if (a <= 12 && b <= 12 && a !== b) return { first: at, next: at + 5, date: '' };
  return b > 12 ? hitOf(at, at + 5, Number(third.text), a, b) : hitOf(at, at + 5, Number(third.text), b, a);
}

function hitOf(first: number, next: number, year: number, month: number, day: number | null): Hit {
  const date = day === null ? `${year}-${String(month).padStart(2, '0')}` : makeDay(year, month, day);
  return { first, next, date: date ?? '' };
}

/** A day's number with what may hang on it: "27", "27th", "27.", "1er"; null when it is no day. */
function dayAt({ tokens, words }: Context, at: number): { day: number; next: number } | null {
  const token = tokens[at];
  if (token?.kind !== 'figure' || !/^\d{1,2}$/.test(token.text)) return null;
  const day = Number(token.text);
  if (day < 1 || day > 31) return null;
  const after = tokens[at + 1];
  const hangs = after?.glued && (after.text === '.' || words.dayEndings.includes(after.lower));
  if (after?.glued && after.kind === 'word' && !hangs) return null;
  return { day, next: hangs ? at + 2 : at + 1 };
}

function isMonth({ tokens, words }: Context, at: number, beside: boolean): number | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const sure = words.months[token.lower];
  const month = sure ?? (beside ? words.doubtfulMonths[token.lower] : undefined);
  if (month === undefined) return null;
  return words.capitals && !/^\p{Lu}/u.test(token.text) ? null : month;
}

/** "27 March 2024", "27th of March", "le 27 mars", "27 de marzo de 2024". */
function dayFirst(context: Context, at: number): Hit | null {
  const { tokens, words } = context;
  const day = dayAt(context, at);
  const impossible = !day && /^\d{1,2}$/.test(tokens[at]?.text ?? '') && isMonth(context, at + 1, false) !== null;
  if (impossible) return { first: at, next: at + 2, date: '' };
  if (!day || (tokens[at]?.glued && tokens[at - 1]?.kind !== 'sign')) return null;
  const from = words.of.includes(tokens[day.next]?.lower ?? '') ? skipApostrophe(tokens, day.next + 1) : day.next;
  const month = isMonth(context, from, true);
  return month === null ? null : withYear(context, at, afterShort(tokens, from), month, day.day, at);
}

function skipApostrophe(tokens: readonly MoneyToken[], at: number): number {
  return tokens[at]?.text === "'" || tokens[at]?.text === '’' ? at + 1 : at;
}

/** After a month's word, and after the full stop of a short form: "Sept." */
function afterShort(tokens: readonly MoneyToken[], at: number): number {
  const short = (tokens[at]?.text.length ?? 9) <= 5;
  return short && tokens[at + 1]?.text === '.' && tokens[at + 1]?.glued ? at + 2 : at + 1;
}

/** "March 27, 2024", "March 2024", "in September", "last September", "septembre dernier". */
function monthFirst(context: Context, at: number): Hit | null {
  const { tokens, words } = context;
  const month = isMonth(context, at, true);
  if (month === null) return null;
  const next = afterShort(tokens, at);
  const day = context.language === 'en' ? dayAt(context, next) : null;
  const first = leadingLast(context, at);
  if (day) return withYear(context, first, day.next, month, day.day, at);
  const hit = withYear(context, first, next, month, null, at);
  const dated = hit !== null && hit.next > next;
  const announced = words.before.includes(tokens[at - 1]?.lower ?? '') || first < at;
  return dated || announced || !doubtful(context, at) ? hit : null;
}

/** A short form or a word such as "may" needs company; a full name does not. */
function doubtful({ tokens, words }: Context, at: number): boolean {
  return words.doubtfulMonths[tokens[at]?.lower ?? ''] !== undefined;
}

function leadingLast({ tokens, words }: Context, at: number): number {
  const before = tokens[at - 1]?.lower ?? '';
  return words.lastBefore.includes(before) || words.nextBefore.includes(before) ? at - 1 : at;
}

/** Finds the year after a day or month, or counts it from the publication. */
function withYear(
  context: Context,
  first: number,
  next: number,
  month: number,
  day: number | null,
  at: number,
): Hit | null {
  const { tokens, words } = context;
  const comma = tokens[next]?.text === ',' ? next + 1 : next;
  const from = words.of.includes(tokens[comma]?.lower ?? '') ? comma + 1 : comma;
  if (isYear(tokens, from)) return hitOf(first, from + 1, Number(tokens[from]?.text), month, day);
  const relativeYear = phraseAt(tokens, comma, context.yearAfter) ?? phraseAt(tokens, next, context.yearAfter);
  const published = context.published;
  if (!published) return { first, next, date: '', yearless: { month, day } };
  const year = Number(published.slice(0, 4));
  if (relativeYear) return hitOf(first, relativeYear.next, year + relativeYear.value, month, day);
  const after = tokens[next]?.lower ?? '';
  const back = words.lastBefore.includes(tokens[at - 1]?.lower ?? '') || words.lastAfter.includes(after);
  const ahead = words.nextBefore.includes(tokens[at - 1]?.lower ?? '') || words.nextAfter.includes(after);
  const isWord = words.lastAfter.includes(after) || words.nextAfter.includes(after);
  const resolved = resolveYear(context, month, day, { back, ahead, at: first });
  if (resolved === null) return { first, next, date: '' };
  const hit = hitOf(first, isWord ? next + 1 : next, resolved, month, day);
  return back || ahead ? hit : { ...hit, yearless: { month, day } };
}

interface Direction {
  back: boolean;
  ahead: boolean;
  at: number;
}

/** Days that a dated event may lie ahead of publication before its year is taken to be the last one. */
const AHEAD_DAYS = 45;

function resolveYear(context: Context, month: number, day: number | null, direction: Direction): number | null {
  const published = context.published as PartialDay;
  if (precisionOf(published) === 'year') return null;
  const [year, nowMonth] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  const nowDay = precisionOf(published) === 'day' ? Number(published.slice(8, 10)) : 31;
  const before = context.tokens[direction.at - 1]?.lower ?? '';
  const toCome = direction.ahead || context.words.ahead.includes(before);
  const distance = (month - nowMonth) * 31 + (day === null ? 0 : day - nowDay);
  if (toCome)
    return distance > 0 || (distance === 0 && !direction.ahead)
      ? year
      : year + (distance < -31 * 6 || direction.ahead ? 1 : 0);
  if (distance > 0) return !direction.back && day !== null && distance <= AHEAD_DAYS ? year : year - 1;
  return direction.back && distance === 0 ? year - 1 : year;
}

function isYear(tokens: readonly MoneyToken[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'figure' && /^(19[5-9]|20[0-4])\d$/.test(token.text) && !unitAfter(tokens, at);
}

/** A figure of four digits that something counts or prices is no year: "2,000", "$2024", "2020 %". */
function unitAfter(tokens: readonly MoneyToken[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (tokens[at]?.glued && before && !/^[('"“«‘’/–—-]$/.test(before.text)) return true;
  return after?.glued === true && /^[%€$£]$|^\p{L}/u.test(after.text);
}

/** "in 2023", "fin 2022", "(2019)", "Ende 2024": a year by itself, where the words around say that it is one. */
function bareYear(context: Context, at: number): Hit | null {
  const { tokens, words } = context;
  if (!isYear(tokens, at)) return null;
  const before = tokens[at - 1];
  const hyphenated = isHyphen(before) && words.before.includes(tokens[at - 2]?.lower ?? '');
  const inBrackets = before?.text === '(' && /^[),;:]$/.test(tokens[at + 1]?.text ?? '');
  const announced = words.before.includes(before?.lower ?? '') || (words.bareYears && standsBare(tokens, at));
  if (!hyphenated && !inBrackets && !announced) return null;
  return { first: at, next: at + 1, date: (tokens[at] as MoneyToken).text };
}

/** Words before a figure that measure it, or number something. */
const MEASURES =
  /^(?:rund|etwa|knapp|fast|über|gut|mindestens|bis|als|mit|für|um|auf|zu|an|insgesamt|nur|die|der|das|den|dem|des|eine?[nmrs]?|alle|deren|unter|jeweils|nummer|nr|circa|ca|weitere[nr]?|minus|plus|je|pro|gegen|ohne)$/;

/** German "hatte 2019 eine Milliarde", "2021 folgten zwei": a year without a preposition, where nothing follows that it counts. */
function standsBare(tokens: readonly MoneyToken[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next?.kind !== 'word' || next.glued || /^\p{Lu}/u.test(next.text)) return false;
  if (before === undefined || /^[,;.]$/.test(before.text)) return true;
  return before.kind === 'word' && /^\p{Ll}/u.test(before.text) && !MEASURES.test(before.lower);
}

/** "Wednesday, March 27", "mercredi 27 mars 2024", "on Wednesday". */
function weekday(context: Context, at: number): Hit | null {
  const { tokens, words, published } = context;
  const day = words.weekdays[tokens[at]?.lower ?? ''];
  if (day === undefined || (words.capitals && !/^\p{Lu}/u.test(tokens[at]?.text ?? ''))) return null;
  const separator = tokens[at + 1]?.text === ',' || tokens[at + 1]?.text === '(' ? at + 2 : at + 1;
  const from = /^(den|le|the|el|il|der)$/.test(tokens[separator]?.lower ?? '') ? separator + 1 : separator;
  const dated =
    dayFirst(context, from) ??
    (isMonth(context, from, true) !== null && dayAt(context, afterShort(tokens, from))
      ? monthFirst(context, from)
      : null);
  if (dated) return { ...dated, first: at };
  if (!published || precisionOf(published) !== 'day') return null;
  const [before, after] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  if (words.nextBefore.includes(before) || words.nextAfter.includes(after)) return null;
  const back = words.lastBefore.includes(before) || words.lastAfter.includes(after);
  const today = new Date(Date.parse(published)).getUTCDay();
  const days = (today - day + 7) % 7;
  const shift = back && days === 0 ? 7 : days;
  const next = words.lastAfter.includes(after) ? at + 2 : at + 1;
  return { first: at, next, date: addDays(published as unknown as Day, -shift) };
}

/** "yesterday", "last month", "cette année". */
function relative({ tokens, phrases, published }: Context, at: number): Hit | null {
  const phrase = published ? phraseAt(tokens, at, phrases) : null;
  if (!phrase || !published) return null;
  const { unit, by } = phrase.value;
  const date = shifted(published, unit, by);
  return date === null ? null : { first: at, next: phrase.next, date };
}

function shifted(published: PartialDay, unit: Shift['unit'], by: number): string | null {
  const precision = precisionOf(published);
  const year = Number(published.slice(0, 4));
  if (unit === 'year') return String(year + by);
  if (precision === 'year') return null;
  if (unit === 'month') {
    const months = year * 12 + Number(published.slice(5, 7)) - 1 + by;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  }
  return precision === 'day' ? addDays(published as unknown as Day, by) : null;
}
