import type { Pair, Scrutiny } from '../../model/ledger.ts';
import { Citations } from './citations.ts';
import { latestStep, type Register, type ScrutinyCell, scrutinyCells } from './scrutiny.ts';

/** Where a pair stands before all authorities, in one line of a list. */
export interface ScrutinyLine {
  glyph: ScrutinyCell['glyph'];
  open: boolean;
  word: string;
  note: string;
  /** Registers that have not been read in time, so that nothing may be concluded from their silence; null when none. */
  late: string | null;
}

/** The latest step, else the step that one outlet alone tells of, else which kind of nothing is known. */
export function scrutinyLine(pair: Pair, registers: ReadonlyMap<string, Register>): ScrutinyLine {
  const cells = scrutinyCells(pair, registers, new Citations([], []));
  const late = cells.filter((cell) => registers.get(cell.authority)?.late).map((cell) => cell.authority);
  const note = late.length ? `unknown: ${late.join(', ')}` : null;
  const cell = cells.find(({ authority }) => authority === authorityToShow(pair));
  if (cell) {
    const { glyph, open, word } = cell;
    return { glyph, open, word, note: `${cell.authority}, ${cell.note}`, late: note };
  }
  return { ...nothing(cells), late: note };
}

/** The authority that moved last; one whose steps bear no date; one that a single outlet alone speaks of. */
function authorityToShow(pair: Pair): string | null {
  const latest = latestStep(pair);
  if (latest) return latest.authority;
  const first = (isWanted: (cell: Scrutiny) => boolean) => pair.scrutiny.find(isWanted)?.authority ?? null;
  return first((cell) => cell.history.length > 0) ?? first((cell) => cell.proposed.length > 0);
}

function nothing(cells: readonly ScrutinyCell[]): Omit<ScrutinyLine, 'late'> {
  const read = cells.filter((cell) => cell.glyph === 'none');
  if (read.length) {
    const note = read.length === 1 ? '1 register read' : `${read.length} registers read`;
    return { glyph: 'none', open: false, word: 'None on record', note };
  }
  const isWatched = cells.some((cell) => cell.glyph === 'unknown');
  return isWatched
    ? { glyph: 'unknown', open: false, word: 'Unknown', note: 'no register read in time' }
    : { glyph: 'unwatched', open: false, word: 'Not watched', note: 'no register is read' };
}
