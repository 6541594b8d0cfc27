/**
 * A copy of a text in which look-alike letters, invisible characters and exotic spaces are made plain, so that names
 * and words match whatever a page does to them; with a map back, so that quotes keep their true offsets.
 */
export interface Folded {
  text: string;
  /** Offset in the original of each folded character, plus one for the end; null when both texts have equal offsets. */
  map: Int32Array | null;
}

const PLAIN: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u2032': "'",
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u2007': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\t': ' ',
};
const PLAIN_CHARS = /[\u2018\u2019\u02bc\u2032\u00a0\u202f\u2009\u2007\u2002\u2003\u2010\u2011\u2212\t]/g;

/** Characters that are not seen, or only to confuse: removed for matching. */
const HIDDEN = /\p{Cf}|[^\P{Cc}\t\n\r]/u;
const MARK = /\p{Mn}|\p{Me}/u;
const LOOKALIKE = /[\u0370-\u03ff\u0400-\u052f\uff01-\uff5e]/;
const UNUSUAL = new RegExp(`${HIDDEN.source}|${MARK.source}|${LOOKALIKE.source}`, 'u');

const TWINS: Record<string, string> = Object.fromEntries(
  Array.from(
    'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvАAВBЕEКKМMНHОOРPСCТTХXаaеeоoрpсcуyхxіiІIјjЈJѕsЅSԁdһhԛqԝw'.match(/../gu) ?? [],
  ).map((pair) => [pair[0] as string, pair[1] as string]),
);

/** Takes any text; gives the plain copy and the way back. Linear in the length of the text. */
export function fold(text: string): Folded {
  const plain = text.replace(PLAIN_CHARS, (c) => PLAIN[c] as string);
  return UNUSUAL.test(plain) ? foldUnusual(plain) : { text: plain, map: null };
}

function foldUnusual(plain: string): Folded {
  const out: string[] = [];
  const map: number[] = [];
  let marks = 0;
  for (let i = 0; i < plain.length; i++) {
    const c = plain[i] as string;
    if (HIDDEN.test(c)) continue;
    if (MARK.test(c)) {
      // One accent joins its letter ("e" + acute); a pile of them is noise.
      const joined = marks++ === 0 && out.length ? ((out.at(-1) as string) + c).normalize('NFC') : '';
      if (joined.length === 1) out[out.length - 1] = joined;
      continue;
    }
    marks = 0;
    out.push(LOOKALIKE.test(c) ? unmask(c, plain[i - 1], plain[i + 1]) : c);
    map.push(i);
  }
  return { text: out.join(''), map: Int32Array.from([...chunked(map), plain.length]) };
}

function* chunked(list: number[]): Generator<number> {
  for (const n of list) yield n;
}

function unmask(c: string, before: string | undefined, after: string | undefined): string {
  const code = c.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  const latin = /[A-Za-z]/;
  return latin.test(before ?? '') || latin.test(after ?? '') ? (TWINS[c] ?? c) : c;
}

/** The place in the original of a span of the folded text. */
export function unfold(folded: Folded, start: number, end: number): { start: number; end: number } {
  if (!folded.map) return { start, end };
  const from = folded.map[start] ?? 0;
  const last = end > start ? (folded.map[end - 1] ?? 0) + 1 : from;
  return { start: from, end: last };
}
