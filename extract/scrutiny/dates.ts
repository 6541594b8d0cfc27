import { type PartialDay, parsePartialDay, precisionOf } from '../../model/day.ts';
import { OPEN_STATUSES } from '../../model/scrutiny.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import type { DateMention } from '../when.ts';
import { isDeadline } from '../when-limits.ts';
import { clauseOf } from './clauses.ts';
import { isDealsOwn } from './deal-dates.ts';
import type { Place } from './place.ts';
import { readStages, type Stage } from './stages.ts';
import type { Whole } from './whole.ts';

/**
 * Takes words for a step, their sentence and whose step it is; gives the day on which it was taken, or null. Every date of a sentence
 * belongs to the step that it stands nearest to; the deal's own date and the end of a period belong to none. Where the
 * sentence gives none, its neighbours may: "… has opened an inquiry. Since 24 April, anyone may comment".
 */
export function dateFor(whole: Whole, place: Place, stage: Stage, authority: string): PartialDay | null {
  const dates = datesOf(whole, place);
  if (dates.length) return nearestOf(whole, place, stage, dates, authority)?.date ?? null;
  return dateBeside(whole, place, stage);
}

/** As dateFor, within the sentence alone and only where no other step may claim the date: for steps told in passing. */
export function ownDate(whole: Whole, place: Place, stage: Stage, authority: string): PartialDay | null {
  const dates = datesOf(whole, place);
  const best = nearestOf(whole, place, stage, dates, authority);
  if (!best) return null;
  const opens = best.start - place.sentence.start <= OPENING;
  return opens || distance(whole, place, stage, best) <= FAR ? best.date : null;
}

/** A date further from the words for a step than this, in characters, is no certain one of theirs. */
const FAR = 160;

const usable = new WeakMap<Place, DateMention[]>();

/** The dates of a sentence that may be a step's. */
function datesOf(whole: Whole, place: Place): DateMention[] {
  const known = usable.get(place);
  if (known) return known;
  const { start, end } = place.sentence;
  const all = whole.datesIn(start, end);
  const beginnings = all.map((d) => ({ ...d, date: beginningOf(whole.text.slice(start, d.start), d.date) }));
  const dates = beginnings.filter(
    (d, i) =>
      !isDeadline(whole.text.slice(start, d.start)) &&
      !isEndOfPeriod(whole.text, beginnings[i - 1], d) &&
      !isDealsOwn(whole.text.slice(start, d.start), whole.text.slice(d.end, end)),
  );
  usable.set(place, dates);
  return dates;
}

/** "24 April to 9 May 2024": the step was taken at the beginning. */
function isEndOfPeriod(text: string, before: DateMention | undefined, date: DateMention): boolean {
  return before !== undefined && /^\s*(?:to|until|au|bis|al|a|[–—-])\s*$/i.test(text.slice(before.end, date.start));
}

/** "6 to 20 January 2025": the day on which a period begins. */
function beginningOf(before: string, end: PartialDay): PartialDay {
  const first = /(?:^|[^\d.,])(\d{1,2})\.?\s*(?:to|until|au|bis(?: zum)?|al|[–—-])\s*$/iu.exec(before)?.[1];
  if (!first || precisionOf(end) !== 'day' || Number(first) >= Number(end.slice(8))) return end;
  return parsePartialDay(`${end.slice(0, 8)}${first.padStart(2, '0')}`) ?? end;
}

/** The date nearest to the words, unless another step of the sentence stands nearer to it. */
function nearestOf(
  whole: Whole,
  place: Place,
  stage: Stage,
  dates: readonly DateMention[],
  authority: string,
): DateMention | undefined {
  const rivals = readStages(whole.tokens, place.hits).filter(
    (r) =>
      !r.weak &&
      (r.status !== stage.status || stage.cue === 'same') &&
      (r.next <= stage.first || r.first >= stage.next),
  );
  const isOwn = (d: DateMention) =>
    !isAnothers(whole, place, stage, d, authority) &&
    (isShared(whole, place, d, rivals) ||
      rivals.every((r) => distance(whole, place, r, d) >= distance(whole, place, stage, d)));
  const own = dates.filter(isOwn);
  return own.toSorted((a, b) => distance(whole, place, stage, a) - distance(whole, place, stage, b))[0];
}

/** "… passed it on to Brussels; the Commission accepted on 31 October": the day of another authority's clause. */
function isAnothers(whole: Whole, place: Place, stage: Stage, date: DateMention, authority: string): boolean {
  const at = tokenAt(whole, clauseOf(whole, place, stage), date);
  if (at === null) return false;
  const { from, to } = clauseOf(whole, place, { ...stage, first: at, next: at + 1 });
  const here = place.authorities.filter((m) => m.code !== null && m.first >= from && m.next <= to);
  return here.length > 0 && here.every((m) => m.code !== authority);
}

/** The token at which a date begins, where it stands outside a clause; null inside it. */
function tokenAt({ tokens }: Whole, { from, to }: { from: number; to: number }, date: DateMention): number | null {
  let at = from;
  while (at > 0 && (tokens[at] as MoneyToken).start > date.start) at--;
  while (at < tokens.length - 1 && (tokens[at] as MoneyToken).end <= date.start) at++;
  return at >= from && at < to ? null : at;
}

/** "On 4 September the CMA held that …, and cleared it": what opens a sentence dates all of it that has no other date. */
function isShared(whole: Whole, place: Place, date: DateMention, rivals: readonly Stage[]): boolean {
  const first = rivals.reduce((least, r) => Math.min(least, r.first), Number.POSITIVE_INFINITY);
  const opens = date.start - place.sentence.start <= OPENING;
  return opens && (first === Number.POSITIVE_INFINITY || (whole.tokens[first] as MoneyToken).start > date.end);
}

/** Most characters before a date that still opens its sentence. */
const OPENING = 12;
/** What a comma, and what the end of a clause, between words and a date counts for, in characters. */
const COMMA = 20;
const JOINED = 200;
const CLAUSE = 200;

/** How far a date stands from the words for a step. */
function distance(whole: Whole, place: Place, stage: Stage, date: DateMention): number {
  const [start, end] = [
    (whole.tokens[stage.first] as MoneyToken).start,
    (whole.tokens[stage.next - 1] as MoneyToken).end,
  ];
  const between =
    date.start >= end ? whole.text.slice(end, date.start) : date.end <= start ? whole.text.slice(date.end, start) : '';
  const commas = between.split(',').length - 1;
  const clause = clauseOf(whole, place, stage);
  const inside =
    date.start >= (whole.tokens[clause.from] as MoneyToken).start &&
    date.end <= (whole.tokens[clause.to - 1] as MoneyToken).end;
  // "opened a review on 3 March and cleared it on 9 May": a date before an "and" belongs to what stands before it too.
  const joined = date.end <= start && /^,?\s*(?:and|then|et|puis|und|dann|y|luego|e|poi)\s/iu.test(between);
  return between.length + commas * COMMA + (inside ? 0 : CLAUSE) + (joined ? JOINED : 0);
}

const SINCE = /^\W*(?:since|from|depuis|dès|à compter du|seit|ab|desde|a partir del?|dal|da|a partire dal)\W/i;
const onSameDay = new WeakMap<Place, boolean>();

function isOnSameDay(place: Place): boolean {
  const is = onSameDay.get(place) ?? SAME_DAY.test(place.sentence.text);
  onSameDay.set(place, is);
  return is;
}

const SAME_DAY =
  /\b(?:at the same time|(?:on )?the same day|that (?:same )?day|le même jour|en même temps|simultanément|dans la foulée|zeitgleich|gleichzeitig|(?:am selben|am gleichen) Tag|el mismo día|ese mismo día|al mismo tiempo|lo stesso giorno|nello stesso giorno|contestualmente|contemporaneamente)(?!\p{L})/iu;

/** The date that the sentence before, the one after or a line of its own above gives to a step. */
function dateBeside(whole: Whole, place: Place, stage: Stage): PartialDay | null {
  const at = indexOf(whole, place);
  const [before, after] = [whole.places[at - 1], whole.places[at + 1]];
  const isBeside = (other: Place | undefined): other is Place => other?.sentence.paragraph === place.sentence.paragraph;
  if (isBeside(after) && OPEN_STATUSES.includes(stage.status) && SINCE.test(after.sentence.text)) {
    const [first] = datesOf(whole, after);
    if (first && first.start - after.sentence.start <= OPENING) return first.date;
  }
  if (before && at > 0 && isOnSameDay(place)) return datesOf(whole, before)[0]?.date ?? null;
  return before && isDateLine(whole, before) ? (datesOf(whole, before)[0]?.date ?? null) : null;
}

/** Longest line, in tokens, that is a date and nothing else. */
const DATE_LINE = 7;

function isDateLine(whole: Whole, place: Place): boolean {
  const [date, other] = place.to - place.from <= DATE_LINE ? datesOf(whole, place) : [];
  return date !== undefined && other === undefined && date.end - date.start >= place.sentence.text.trim().length - 3;
}

const indexes = new WeakMap<readonly Place[], Map<Place, number>>();

function indexOf({ places }: Whole, place: Place): number {
  let known = indexes.get(places);
  if (!known) {
    known = new Map(places.map((p, i) => [p, i]));
    indexes.set(places, known);
  }
  return known.get(place) ?? -1;
}
