import {
  LEADING_ABBREVIATIONS,
  SCALE_ABBREVIATIONS,
  SENTENCE_OPENERS,
  TRAILING_ABBREVIATIONS,
} from './abbreviations.ts';

/** A sentence, heading or list item. */
export interface Sentence {
  /** UTF-16 offset into the text. */
  start: number;
  /** Offset after the last character. */
  end: number;
  text: string;
  /** Counts the blocks between blank lines, from 0. */
  paragraph: number;
  /** Counts the lines as they were written, wrapped ones joined, from 0. */
  line: number;
}

interface Piece {
  start: number;
  end: number;
}

/** A line shorter than this without a full stop is a heading or a list item, not a line wrapped by a mail program. */
const SHORT_LINE = 60;
/** A longer line is a paragraph of its own: nothing wraps lines this wide. */
const LONG_LINE = 110;
/** No sentence of prose is longer; a longer piece is cut at a space so that later steps stay quick. */
const LONGEST = 4000;

/**
 * Takes a text and its language (ISO 639-1, anything else is read as English); gives its sentences in order. They do
 * not overlap and together cover every character that is not white space.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  let line = 0;
  paragraphsOf(text).forEach((paragraph, index) => {
    for (const whole of linesOf(text, paragraph)) {
      for (const piece of mend(text, cut(text, whole), language)) {
        sentences.push({ ...piece, text: text.slice(piece.start, piece.end), paragraph: index, line });
      }
      line++;
    }
  });
  return sentences;
}

/** Blocks between blank lines. */
function paragraphsOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let blank = true;
  for (const line of physicalLines(text, { start: 0, end: text.length })) {
    const empty = text.slice(line.start, line.end).trim() === '';
    if (!empty && blank) start = line.start;
    if (empty && !blank) pieces.push({ start, end: line.start });
    blank = empty;
  }
  if (!blank) pieces.push({ start, end: text.length });
  return pieces;
}

function physicalLines(text: string, within: Piece): Piece[] {
  const lines: Piece[] = [];
  let start = within.start;
  while (start < within.end) {
    const at = text.indexOf('\n', start);
    const end = at < 0 || at >= within.end ? within.end : at;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Lines that belong together: a wrapped line is joined to the next one, a heading or list item stays alone. */
function linesOf(text: string, paragraph: Piece): Piece[] {
  const joined: Piece[] = [];
  const lines = physicalLines(text, paragraph);
  const rows = areRows(text, lines);
  for (const line of lines) {
    const last = joined.at(-1);
    if (!rows && last && isWrapped(text, last, line)) last.end = line.end;
    else joined.push({ ...line });
  }
  return joined;
}

/** Looked at no further: the pattern takes time squared in a line's length. */
const LONGEST_CELLS = 2_000;
/** Cells of a row: "Oracle | 4.5 GW", "14/01/2025  SAP  Almendro", "Cohere / Nvidia / 2 / n/a", "Köln; Serie A; 9 Mio.". */
const CELLS = /\||\t|\S {2,}\S.* {2,}\S|(?: \/ .*){3}|(?:;\s.*){3}/;

/** True for the rows of a table and the entries of a list: their lines begin with capitals or figures throughout. */
function areRows(text: string, lines: readonly Piece[]): boolean {
  if (lines.length < 2) return false;
  const bodies = lines.map((l) => text.slice(l.start, l.end));
  if (bodies.filter((b) => CELLS.test(b.slice(0, LONGEST_CELLS))).length * 2 > lines.length) return true;
  return lines.length > 3 && !bodies.slice(1).some((b) => /^\s*["“«(]?\p{Ll}/u.test(b));
}

function isWrapped(text: string, line: Piece, next: Piece): boolean {
  const lastLine = text.slice(Math.max(line.start, text.lastIndexOf('\n', line.end - 1) + 1), line.end).trim();
  const following = text.slice(next.start, next.start + 40).trim();
  if (/^([-–—•*▪·]|\d{1,3}[.)])\s/.test(following)) return false;
  if (/^\p{Lu}[\p{L} ]{1,30}:\s/u.test(following)) return false;
  return (lastLine.length >= SHORT_LINE && lastLine.length <= LONG_LINE) || /^\p{Ll}/u.test(following);
}

/**
 * Where a sentence may end: after a full stop and white space, or after an ideographic one. Intl.Segmenter finds the
 * same places forty times slower, and misses those before iRobot, xAI and figures.
 */
const POSSIBLE_END = /[.!?…]["”’»)\]]{0,3}(?:\s[”»](?=\s))?(?=\s)|[。！？]/gu;

function cut(text: string, line: Piece): Piece[] {
  const pieces: Piece[] = [];
  let start = line.start;
  const body = text.slice(line.start, line.end);
  for (const match of body.matchAll(POSSIBLE_END)) {
    const end = line.start + match.index + match[0].length;
    pieces.push({ start, end });
    start = end;
  }
  pieces.push({ start, end: line.end });
  return pieces.flatMap((p) => cutLong(text, p));
}

function cutLong(text: string, piece: Piece): Piece[] {
  const pieces: Piece[] = [];
  let start = piece.start;
  while (piece.end - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST);
    const end = space > start ? space : start + LONGEST;
    pieces.push({ start, end });
    start = end;
  }
  return [...pieces, { start, end: piece.end }];
}

const NUMBER = /^\(?\d{1,3}[.)]$/;
const LONGEST_NUMBER = 5;

/** "3." before the first sentence of an entry. */
const isNumber = (text: string, { start, end }: Piece) =>
  end - start <= LONGEST_NUMBER && NUMBER.test(text.slice(start, end));

/** Puts together what an abbreviation, an initial or a brand's exclamation mark tore apart, and trims. */
function mend(text: string, pieces: Piece[], language: string): Piece[] {
  const mended: Piece[] = [];
  for (const piece of pieces) {
    const trimmed = trim(text, piece);
    if (trimmed.start >= trimmed.end) continue;
    const last = mended.at(-1);
    const numbers = mended.length === 1 && last !== undefined && isNumber(text, last);
    if (last && trimmed.end - last.start <= LONGEST && (numbers || goesOn(text, last, trimmed, language)))
      last.end = trimmed.end;
    else mended.push(trimmed);
  }
  return mended;
}

function trim(text: string, piece: Piece): Piece {
  let { start, end } = piece;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

function goesOn(text: string, before: Piece, after: Piece, language: string): boolean {
  const tail = text.slice(Math.max(before.start, before.end - 24), before.end);
  const head = text.slice(after.start, after.start + 24);
  if (/^["”’»)\]]*$/.test(text.slice(after.start, after.end))) return true;
  if (/^["“«(]?\p{Ll}(?!\p{Lu}|\p{Ll}\p{Lu})/u.test(head) && /[.!?…]["”’»)\]]{0,3}(\s[”»])?$/.test(tail)) return true;
  return tail.endsWith('.') && afterFullStop(tail, head, language);
}

function afterFullStop(tail: string, head: string, language: string): boolean {
  const word = /(?:^|[\s("“«'’/-])([^\s("“«'’/-]{1,12})\.$/u.exec(tail)?.[1];
  if (word === undefined) return false;
  const lower = word.toLowerCase();
  const opener = SENTENCE_OPENERS.has((/^["“«(]?(\p{Lu}\p{L}*)/u.exec(head)?.[1] ?? '').toLowerCase());
  if (/^\d+$/.test(word)) return language === 'de' && word.length <= 2 && !opener;
  if (LEADING_ABBREVIATIONS.has(lower)) return language !== 'en' || lower !== 'no' || /^\d/.test(head);
  const unit = lower.replace(/^[^\p{L}]+/u, '');
  if (SCALE_ABBREVIATIONS.has(unit))
    return /^(\p{Ll}|(US-)?Dollar|Euro|[$€£¥]|USD|EUR|CHF|Franken|Yuan|Yen|Pfund|dollari)/u.test(head);
  if (word === 'z' && head.startsWith('B.')) return true;
  if (/^\p{Lu}$/u.test(word) || /^(\p{L}\.)+\p{L}$/u.test(word)) return !opener;
  return TRAILING_ABBREVIATIONS.has(lower) && !opener;
}
