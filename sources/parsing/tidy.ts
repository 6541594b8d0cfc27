import iconv from 'iconv-lite';

/** Cleaning of text that came out of markup. */

const C1 = /[\u0080-\u009f]/g;
/** Anything that `visible` would change: most texts have none of it. */
const ODD = /[^\n\P{Cc}]|[\u00ad\u200b\u2060\ufeff]|â€/u;
/**
 * Anything that `visible` or joining spaces would change, and some more: most texts consist of lines of letters, signs and single
 * spaces, and one look is enough for them.
 */
const DOUBTFUL =
  /[^\n -~\u00a1-\u00ac\u00ae-\u00e1\u00e3-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff]| {2}/;
/** Runs of spaces other than one plain one, which stays as it is. */
const SPACES = / [^\S\n]+|[^\S\n ][^\S\n]*/g;
/** Control characters other than tab and line feed; soft hyphen, zero-width space, byte order mark. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\u00ad\u200b\u2060\ufeff]/gu;

/**
 * Gives text with its paragraphs separated by one blank line, without control characters. Numbers meant as
 * windows-1252 (`&#146;`) or as bytes of UTF-8 (`&#226;&#128;&#166;`) become the characters that were meant.
 */
export function tidyText(text: string): string {
  const clean = DOUBTFUL.test(text) ? visible(text).replace(SPACES, ' ') : text;
  const lines = clean.replaceAll(' \n', '\n').replaceAll('\n ', '\n');
  return (lines.includes('\n\n\n') ? lines.replace(/\n{3,}/g, '\n\n') : lines).trim();
}

/** The same on one line. */
export function tidyLine(text: string): string {
  if (!DOUBTFUL.test(text) && !text.includes('\n')) return text.trim();
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** UTF-8 that was once taken for Latin-1: no text holds a control character of that range behind such a letter on purpose. */
const TAKEN_FOR_LATIN =
  /[\u00c2-\u00df][\u0080-\u009f]|[\u00e0-\u00ef](?:[\u0080-\u009f][\u0080-\u00bf]|[\u0080-\u00bf][\u0080-\u009f])|[\u00f0-\u00f4][\u0080-\u009f][\u0080-\u00bf]{2}/g;

/** The same of a quotation mark, dash or ellipsis, its second byte taken for a euro sign. */
const TAKEN_FOR_WESTERN = /â€[\u0080-\u00bf™œžŸ‹›“”•–—˜š…†‡‰]/g;

function visible(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(TAKEN_FOR_LATIN, (letters) => Buffer.from(letters, 'latin1').toString('utf8'))
    .replace(TAKEN_FOR_WESTERN, (letters) => iconv.encode(letters, 'windows-1252').toString('utf8'))
    .replace(C1, (c) => iconv.decode(Buffer.from([c.charCodeAt(0)]), 'windows-1252'))
    .replace(INVISIBLE, '');
}
