import type { Instant, PartialDay } from '../model/day.ts';
import type { PageFacts } from './article-page.ts';
import { isPlausible } from './date.ts';
import { writtenDay } from './written-date.ts';

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
/** Nothing but a date and a time, perhaps with the day of the week. */
const DATE_ALONE = /^[\p{L}\d\s:.,/|+–-]{6,50}$/u;

/** True for a line that says who wrote an article, or when, and nothing else. */
function isByline(line: string): boolean {
  if (line.length > LONGEST_BYLINE || line.includes('\n')) return false;
  if (NAMES.test(line) || WHEN.test(line)) return true;
  return (
    /\b(19|20)\d\d\b/.test(line) &&
    DATE_ALONE.test(line) &&
    line.split(' ').length <= 7 &&
    writtenDay(line, null) !== null
  );
}

/** Takes the text of an article; gives the day that a line above it names as that of its writing, or null. */
export function datelineOf(text: string, language: string | null, now: Instant): PartialDay | null {
  for (const line of text.split('\n\n', FIRST_LINES)) {
    const day = isByline(line) ? writtenDay(line, language) : null;
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
