import type { PartialDay } from '../../model/day.ts';
import { tokenAt } from '../text/tokens.ts';
import { isBeginning, isDeadline } from '../when-limits.ts';
import { bordersBetween, type ParsedSentence } from './sentence.ts';
import { sharesIn } from './shares.ts';
import type { Place } from './sum-place.ts';

const DATE_REACH = 12;

/** A date in the clause of the sum, after it or right before it. */
export function nearestDate(s: ParsedSentence, place: Place): PartialDay | null {
  let best: PartialDay | null = null;
  let least = DATE_REACH;
  for (const d of s.unit.dates) {
    const at = tokenAt(s.unit.tokens, d.start);
    const before = s.unit.text.slice(0, d.start);
    if (isOfFormer(s, at, d, place)) continue;
    if (isApart(s, at, place) || isOfNext(s, d, place) || isDeadline(before) || lasts(s, before)) continue;
    const gap = isOfRelative(s, at, place)
      ? 1
      : (at >= place.to ? at - place.to : (place.from - at) * 1.1) + 5 * bordersBetween(s.borders, at, place.from);
    if (gap < least) [least, best] = [gap, d.date as PartialDay];
  }
  return best;
}

/** "1.25 billion in September 2023; Google, 2 billion": a semicolon parts a date from the sums behind it. */
function isApart(s: ParsedSentence, at: number, { from }: Place): boolean {
  return s.unit.tokens.slice(Math.min(at, from), Math.max(at, from)).some((t) => t.text === ';');
}

/** "paid $100 million in 2023, put in another $250 million": a date behind a sum, in its clause, is that one's. */
function isOfFormer(s: ParsedSentence, at: number, { start }: { start: number }, { from, money }: Place): boolean {
  if (start > money.start) return false;
  const former = s.unit.money.findLast((m) => m.conversionOf === null && m.end <= start);
  if (!former) return false;
  const end = tokenAt(s.unit.tokens, former.end - 1);
  const before = bordersBetween(s.borders, end, at);
  return before < 0.1 && before < bordersBetween(s.borders, at, from);
}

const ONE_MORE =
  /^(?:another|further|additional|weitere[rsn]?|nochmals|erneut|autres?|nouvelle|nouveau|otr[oa]s?|nuev[oa]|altr[oaie]|ulteriori?|nuov[oa])$/;

/** "2019 eine Milliarde … und im Januar 2023 eine weitere": a date with one more behind it is that one's. */
function isOfNext(s: ParsedSentence, { start, end }: { start: number; end: number }, { money }: Place): boolean {
  if (start < money.end) return false;
  const behind = s.unit.tokens.filter((t) => t.start >= end).slice(0, 3);
  return behind.some((t) => ONE_MORE.test(t.lower));
}

const GERMAN_RELATIVE = /^(?:die|der|den|das)$/;

/** "the $1.25 billion that it had put into the maker of Claude in September 2023": the sum's own clause says when. */
function isOfRelative(s: ParsedSentence, at: number, { to }: Place): boolean {
  const { tokens } = s.unit;
  const opens = tokens[to]?.text === ',' ? to + 1 : to;
  const word = tokens[opens]?.lower ?? '';
  const isRelative = s.language.relatives.has(word) || (opens > to && GERMAN_RELATIVE.test(word));
  if (at <= opens || !isRelative) return false;
  const until = tokens[at]?.start ?? 0;
  const behind = tokens[opens]?.end ?? 0;
  if (s.unit.money.some((m) => m.start >= behind && m.start < until)) return false;
  return !tokens.slice(opens + 1, at).some((t) => t.text === ',');
}

/** The date that a sentence gives for a sum, or null. */
export function dateOf(s: ParsedSentence, place: Place): PartialDay | null {
  return nearestDate(s, place) ?? onlyDate(s, place);
}

const HOLDS = new Set(['stake', 'control', 'investor']);
const PAYS = new Set(['investIn', 'moneyInto', 'fund', 'injection', 'spend', 'use', 'supply']);

/** "has put in 2 billion since 2019", never "has held 4% since 2022, bought for 5 million". */
function lasts({ unit: { tokens, money }, triggers, language }: ParsedSentence, before: string): boolean {
  if (!isBeginning(before) || triggers.some((t) => HOLDS.has(t.class)) || sharesIn(tokens).length) return false;
  const paid = triggers.some((t) => PAYS.has(t.class)) || money.some((m) => m.qualifier === 'over');
  return paid || tokens.some((t) => language.perfect.has(t.lower));
}

/** "Since September 2024 the fund had placed $2.2 billion": what was paid in a time that lasted is all of it, if it is the sentence's one sum. */
export function sinceBeginning(s: ParsedSentence, place: Place): boolean {
  const { dates, money, text, tokens } = s.unit;
  if (money.filter(isOwn).length !== 1) return false;
  return dates.some((d) => lasts(s, text.slice(0, d.start)) && !isApart(s, tokenAt(tokens, d.start), place));
}

/** A price a share beside it is no second sum. */
const isOwn = ({ conversionOf, per }: ParsedSentence['unit']['money'][number]) => conversionOf === null && per === null;

/** In a sentence with one date and one sum, the day that opens or closes it is the sum's. */
function onlyDate(s: ParsedSentence, place: Place): PartialDay | null {
  const [date, other] = s.unit.dates;
  const own = s.unit.money.filter(isOwn);
  if (!date || other || own.length !== 1 || date.date.length < 'YYYY-MM'.length) return null;
  const before = s.unit.text.slice(0, date.start);
  if (lasts(s, before) || isDeadline(before)) return null;
  const at = tokenAt(s.unit.tokens, date.start);
  return opens(s, at, place) || closes(s, at, place) ? (date.date as PartialDay) : null;
}

/**
 * "On 26 January the chip maker bought shares of … for 2 billion"; "When it went public in March 2025 and demand was
 * thin, it was Nvidia that invested".
 */
function opens(s: ParsedSentence, at: number, { from }: Place): boolean {
  const { text, dates, tokens } = s.unit;
  const date = dates[0];
  if (!date || at > from) return false;
  const comma = tokens.findIndex((t) => t.text === ',');
  if (WHEN.test(text) && comma > at && comma < from) return true;
  if (date.start > OPENING && !SAYS_THAT.test(text.slice(date.end, date.end + 8))) return false;
  return bordersBetween(s.borders, at, from) < 1;
}

/** Most tokens of a date's preposition and article. */
const LEAD = 3;

/** "invested $800 million in X, the Beijing company behind Y, in February 2024": what stands between says who X is. */
function closes(s: ParsedSentence, at: number, { to }: Place): boolean {
  const { tokens, dates, text } = s.unit;
  const date = dates[0];
  if (!date || at < to || !/^[.!)"'”»]*\s*$/.test(text.slice(date.end))) return false;
  const isComma = (i: number) => tokens[i]?.text === ',';
  const last = [1, 2, 3].map((n) => at - n).find((i) => isComma(i));
  const first = tokens.findIndex((_, i) => i >= to && isComma(i));
  if (last === undefined || first < 0 || first >= last || at - last > LEAD) return false;
  if (tokens.slice(to, at).some((t) => t.text === ';')) return false;
  return !s.triggers.some((t) => t.from > first && t.to <= last && s.verbs.has(t.from));
}

/** "announced on 22 November that": what was announced that day. */
const SAYS_THAT = /^,? (?:that|dass|daß|que|qu['’]|che)(?!\p{L})/u;
/** What was paid when something happened was paid on its day. */
const WHEN = /^(?:when|quand|lorsqu['’e]|als|cuando|quando)(?!\p{L})/iu;
/** Most characters before a date that opens its sentence. */
const OPENING = 12;

const PARTS =
  /^(?:parts?|portions?|slices?|tranches?|instal?lments?|payments?|steps?|versements|fois|tranchen|raten|teilen?|teilbeträgen|schritten|tramos|partes|pagos|plazos|rate|parti|tappe|quote)$/;
const PARTS_REACH = 5;

/**
 * Takes a sum and its sentence; gives the days on which it falls due, where it is one of equal parts and a day is told
 * for each: "in three equal parts of $10 billion, on 1 April, 1 July and 1 October". Else the one date of the sum, or null.
 */
export function datesOf(s: ParsedSentence, place: Place): (PartialDay | null)[] {
  const { tokens, dates } = s.unit;
  const before = tokens.slice(Math.max(0, place.from - PARTS_REACH), place.from);
  const listed = dates.filter((d) => d.start > place.money.end).map((d) => d.date as PartialDay);
  const isParts = before.some((t) => PARTS.test(t.lower)) && listed.length > 1 && listed.length === dates.length;
  return isParts && before.some((t) => COUNTS[listed.length]?.test(t.lower)) ? listed : [dateOf(s, place)];
}

/** How many parts there are, by their number. */
const COUNTS: Record<number, RegExp> = {
  2: /^(?:2|two|deux|zwei|dos|due)$/,
  3: /^(?:3|three|trois|drei|tres|tre)$/,
  4: /^(?:4|four|quatre|vier|cuatro|quattro)$/,
  5: /^(?:5|five|cinq|fünf|cinco|cinque)$/,
};
