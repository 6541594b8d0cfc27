import { tidyLine } from '../parsing/tidy.ts';

/** Lines and paragraphs out of the pieces of text that a PDF places on its pages. */

/** One piece of text with its place: x and y of its beginning from the lower left corner, in points. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of the letters. */
  size: number;
  /** True when the line ends after it. */
  endsLine: boolean;
}

export interface Line {
  text: string;
  x: number;
  y: number;
  size: number;
}

/** Takes the pieces of a page in the order of the file; gives its lines. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let open: Piece[] = [];
  const close = () => {
    const line = lineOf(open);
    if (line) lines.push(line);
    open = [];
  };
  for (const piece of pieces) {
    const last = open.at(-1);
    if (last && Math.abs(last.y - piece.y) > Math.max(last.size, piece.size) * 0.5) close();
    open.push(piece);
    if (piece.endsLine) close();
  }
  close();
  return joinedOnOneHeight(lines);
}

function lineOf(pieces: readonly Piece[]): Line | null {
  const text = tidyLine(pieces.map((piece, n) => gapBefore(pieces[n - 1], piece) + piece.text).join(''));
  const first = pieces.find((piece) => piece.text.trim()) ?? pieces[0];
  return first && text ? { text, x: first.x, y: first.y, size: Math.max(...pieces.map(({ size }) => size)) } : null;
}

/** Some writers leave spaces out and move on instead. */
function gapBefore(before: Piece | undefined, piece: Piece): string {
  if (!before || /\s$/.test(before.text) || /^\s/.test(piece.text)) return '';
  return piece.x - (before.x + before.width) > piece.size * 0.18 ? ' ' : '';
}

/** Cells of a table row come one after another at the same height. */
function joinedOnOneHeight(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && Math.abs(last.y - line.y) < 1 && line.x > last.x) last.text = `${last.text} ${line.text}`;
    else joined.push({ ...line });
  }
  return joined;
}

/** Takes the lines of all pages; gives them without what stands at the head or foot of most pages. */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  // The title of the first page may stand at the head of all others, in smaller letters.
  const pattern = ({ text, size }: Line) => `${Math.round(size)} ${text.replace(/\d+/g, '#')}`;
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const edge of new Set(edgesOf(lines).map(pattern))) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const isRunning = (line: Line) => (counts.get(pattern(line)) ?? 0) >= Math.max(3, pages.length * 0.5);
  return pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line) => !(edges.has(line) && (isRunning(line) || isPageNumber(line.text))));
  });
}

/** The first two and last two lines of a page. */
function edgesOf(lines: readonly Line[]): Line[] {
  return lines.length <= 4 ? [...lines] : [...lines.slice(0, 2), ...lines.slice(-2)];
}

function isPageNumber(text: string): boolean {
  return /^(page\s+)?[-–—\s]*\d{1,4}([-–—\s]*|\s*(of|\/|von|sur|de|di)\s*\d{1,4})$/i.test(text);
}

/**
 * Takes the lines of a page; gives its paragraphs. A new one begins after a wider gap, at another size of letters, at an
 * indent, or at the mark of a list; a word cut at the end of a line is put together again.
 */
export function paragraphsOf(lines: readonly Line[]): string[] {
  const usual = usualGap(lines);
  const left = Math.min(...lines.map(({ x }) => x));
  const paragraphs: string[] = [];
  lines.forEach((line, n) => {
    const before = lines[n - 1];
    if (before && continues(before, line, usual, left)) {
      paragraphs.push(joinLines(paragraphs.pop() ?? '', line.text));
    } else paragraphs.push(line.text);
  });
  return paragraphs;
}

function continues(before: Line, line: Line, usual: number, left: number): boolean {
  const gap = before.y - line.y;
  // Text that goes on at the top of a second column lies higher than what came before.
  const isNear = gap > 0 ? gap <= Math.max(usual * 1.3, line.size * 1.5) : /[\p{Ll},-]$/u.test(before.text);
  const sameSize = Math.abs(before.size - line.size) < 0.8;
  const indented = line.x > left + 8 && before.x <= left + 2 && /[.!?:”"]$/.test(before.text);
  return isNear && sameSize && !indented && !/^([•▪●–—*]|\(?[a-z0-9]{1,3}[.)])\s/i.test(line.text);
}

/** The distance of lines that occurs most, in points. */
function usualGap(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  lines.forEach((line, n) => {
    const gap = Math.round((lines[n - 1]?.y ?? line.y) - line.y);
    if (gap > 2) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  });
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? 14;
}

function joinLines(text: string, next: string): string {
  // "invest-" + "ment" is one word; "round-" + "Tripping" or "AI-" keep their hyphen.
  if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(next)) return `${text.slice(0, -1)}${next}`;
  if (/[-–]$/.test(text)) return `${text}${next}`;
  return `${text} ${next}`;
}
