import type { Instant, PartialDay } from '../../model/day.ts';
import { isPlausible } from '../parsing/date.ts';
import { isMonth, writtenDay } from '../parsing/written-date.ts';
import type { PageFacts } from './page.ts';

/** Lines of an article that are not of its text: labels between paragraphs, who wrote it and when. */

/** Labels of advertisements and reading aids that stand alone between paragraphs, in the five languages read. */
const FURNITURE =
  /^(advertis(e|ing)ments?|ad feedback|publicité|anzeige|werbung|publicidad|anuncio|pubblicità|read more:?|share (this|on .{1,20})|lire aussi\b.{0,160}|partager|à lire aussi\b.{0,160}|lesen sie auch\b.{0,160}|mehr zum thema|leer más:?|lea también\b.{0,160}|leggi anche\b.{0,160}|continue reading( the main story)?|skip (to|past) .{1,60}|follow us( on .{1,40})?|sign up (for|to) .{1,120})$/i;

const LONGEST_BYLINE = 120;
const FIRST_LINES = 6;
const NAMES =
  /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i) \p{Lu}[\p{L}.'’-]*(?:(?: ?[,|–] ?| )(?:(?:and|und|et|y|e|von|van|de) )?\p{Lu}[\p{L}.'’-]*){0,9}$/u;
const WHEN =
  /^(?:updated|published|posted|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato)\b[^.]{0,60}\d/iu;
/** Small words that stand in a line of place, day and time. */
const SMALL = new Set(
  'a a.m a.m. alle am at at: den der de del di do el gmt h il in le les lo lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica of on ore p.m p.m. pm st the th uhr um à'.split(
    ' ',
  ),
);
const MOST_WORDS = 9;

/** Nothing but a place, a day and a time: every word is a name, a number, a month, or one of the small words between. */
function isDateAlone(line: string): boolean {
  const words = line.split(/[\s,|·]+/).filter(Boolean);
  if (words.length > MOST_WORDS || !/\b(19|20)\d\d\b/.test(line)) return false;
  const fits = (word: string) => /^[\p{Lu}\d–—:+()-]/u.test(word) || SMALL.has(word.toLowerCase()) || isMonth(word);
  return words.every(fits) && writtenDay(line, null) !== null;
}

/** True for a line that says who wrote an article, or when, and nothing else. */
function isByline(line: string): boolean {
  if (line.length > LONGEST_BYLINE || line.includes('\n')) return false;
  return NAMES.test(line) || WHEN.test(line) || isDateAlone(line);
}

/** "Brussels, 12 May 2026 – The Commission has …", "SEATTLE, 12 May 2026. Alpha has …": what stands before the sentence. */
const LONGEST_DATELINE = 60;
function dateline(line: string): string {
  const end = line.slice(0, LONGEST_DATELINE).search(/\s[–—-]{1,2}\s|(?<=\d{4})[.:]\s+(?=\p{Lu})/u);
  return end < 0 ? line : line.slice(0, end);
}

/** Takes the text of an article; gives the day that a line at its head names as that of its writing, or null. */
export function datelineOf(text: string, language: string | null, now: Instant): PartialDay | null {
  for (const line of text.split(/\n+/, FIRST_LINES)) {
    const head = [line, dateline(line)].find(isByline);
    const day = head === undefined ? null : writtenDay(head, language);
    if (day && isPlausible(day, now)) return day;
  }
  return null;
}

/** Drops what repeats the title or byline above the text, who wrote it and when, and lone labels between paragraphs. */
export function withoutFurniture(text: string, facts: Pick<PageFacts, 'title' | 'byline'>): string {
  const same = (a: string, b: string | null) => b !== null && a.toLowerCase() === b.toLowerCase();
  const paragraphs = text.split('\n\n').filter((part, n) => {
    if (n < FIRST_LINES && isByline(part)) return false;
    if (n < 4 && (same(part, facts.title) || same(part, facts.byline))) return false;
    return !FURNITURE.test(part);
  });
  return paragraphs.join('\n\n');
}
