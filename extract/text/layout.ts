import type { Unit } from '../unit.ts';
import type { Token } from './tokens.ts';

/** How a sentence, or the line that it stands on, looks. */
export type Shape = 'title' | 'heading' | 'question' | 'row' | 'entry' | 'label' | 'short' | 'prose';

/** How a sentence is laid out, beside what it says. */
export interface Layout {
  shape: Shape;
  /** The token behind the label that opens the line ("Cisco Investments:"), 0 where there is none. */
  labelEnd: number;
  /** Offsets at which cells begin, the first one 0. */
  cells: readonly number[];
}

const LONGEST_HEADING = 10;
const LONGEST_SHORT = 12;
const LONGEST_LABEL = 7;
/** Looked at no further: nothing wider is a row. */
const LONGEST_ROW = 600;
const CELL_BORDER = /\s*\|\s*|\t+|;\s+| {2,}|\s[/–—]\s/g;
const BULLET = /^\s*(?:[-–—•*▪·¶>+]|\(?\d{1,3}[.)\]/])\s/;
const DATED = /^\s*(?:\d{1,2}[./-]\d{1,2}[./-])?(?:19|20)\d\d\b(?!\s+\p{Ll}{4})/u;
const ENDS = /[.!;,]["'»”)]?\s*$/;
const ASKS = /\?["'»”)]?\s*$/;

const known = new WeakMap<Unit, Layout>();

/** Takes a sentence with its place in its line; gives how it is laid out. */
export function layoutOf(unit: Unit): Layout {
  const layout = known.get(unit) ?? makeLayout(unit);
  known.set(unit, layout);
  return layout;
}

function makeLayout(unit: Unit): Layout {
  const cells = cellsOf(unit.text);
  const labelEnd = unit.opens ? labelEndOf(unit.tokens) : 0;
  return { shape: shapeOf(unit, cells.length, labelEnd), labelEnd, cells };
}

function shapeOf(unit: Unit, cells: number, labelEnd: number): Shape {
  const { text, tokens } = unit;
  const alone = unit.opens && unit.closes;
  if (unit.part === 'title') return 'title';
  if (unit.opens && ASKS.test(text)) return 'question';
  if (alone && (text.includes('|') || cells > 3 || (cells > 2 && !ENDS.test(text)))) return 'row';
  if (unit.opens && (BULLET.test(text) || DATED.test(text))) return 'entry';
  if (labelEnd > 0 && labelEnd < tokens.length) return 'label';
  if (alone && tokens.length <= LONGEST_HEADING && !ENDS.test(text) && !/\p{L}[.!?]\s/u.test(text)) return 'heading';
  return alone && tokens.length <= LONGEST_SHORT ? 'short' : 'prose';
}

/** "Qualcomm Ventures: Augury, SiMa.ai": gives the token behind the colon of a short opening without a verb's stop. */
function labelEndOf(tokens: readonly Token[]): number {
  for (let i = 0; i < Math.min(tokens.length, LONGEST_LABEL); i++) {
    const token = tokens[i] as Token;
    if (token.text === ':' && tokens[i + 1]?.start !== token.end) return i + 1;
    if (/^[.,;!?"“«]$/.test(token.text) && tokens[i + 1]?.start !== token.end) return 0;
  }
  return 0;
}

function cellsOf(text: string): number[] {
  const starts = [0];
  for (const border of text.slice(0, LONGEST_ROW).matchAll(CELL_BORDER)) {
    const at = border.index + border[0].length;
    if (border.index > 0 && at < text.length) starts.push(at);
  }
  return starts;
}

/** Takes a layout and an offset; gives the number of the cell that it lies in, from 0. */
export function cellAt({ cells }: Layout, offset: number): number {
  let n = 0;
  while (n + 1 < cells.length && (cells[n + 1] as number) <= offset) n++;
  return n;
}

const STRUCTURED = new Set<Shape>(['heading', 'row', 'entry', 'label', 'short']);
const OPENS_CELL = /^[|;:,•*▪·¶>/–—(+&-]$/;
const CLOSES_CELL = /^[|;:,.()/–—+&]$/;

/**
 * True when a name has a place of its own in a list, a row or a short line: between two signs, at the beginning or at
 * the end. In running prose that says nothing.
 */
export function fillsCell(unit: Unit, from: number, to: number): boolean {
  const { tokens } = unit;
  const layout = layoutOf(unit);
  if (!STRUCTURED.has(layout.shape)) return false;
  return opensCell(tokens, from) && closesCell(tokens, to);
}

/**
 * True when a line is one of a list or a table: it has marks of its own, or the lines beside it are short as well. A
 * heading by itself above prose is none: "Blog", "Our analysis".
 */
export function isListed(unit: Unit, before: Unit | undefined, after: Unit | undefined): boolean {
  const { shape } = layoutOf(unit);
  if (shape !== 'heading' && shape !== 'short') return STRUCTURED.has(shape);
  return [before, after].some((o) => o !== undefined && o.part === 'text' && STRUCTURED.has(layoutOf(o).shape));
}

function opensCell(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  if (!before || OPENS_CELL.test(before.text)) return true;
  const gap = (tokens[from]?.start ?? 0) - before.end;
  const number = before.text === '.' || before.text === ')' ? tokens[from - 2] : before;
  return gap > 1 || (from <= 3 && /^\d/.test(number?.text ?? '')) || JOINING.test(before.lower);
}

function closesCell(tokens: readonly Token[], to: number): boolean {
  const after = tokens[to];
  if (!after || CLOSES_CELL.test(after.text)) return true;
  return after.start - (tokens[to - 1]?.end ?? 0) > 1 || JOINING.test(after.lower);
}

/** The last two of a list stand on either side of "and". */
const JOINING = /^(?:and|et|und|y|e|ed|sowie)$/;
