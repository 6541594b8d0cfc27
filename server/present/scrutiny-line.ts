import type { Register } from '../../db/sources/registers.ts';
import { lastStep } from '../../model/gap.ts';
import type { Pair, Scrutiny } from '../../model/ledger.ts';
import { t } from '../../words/speak.ts';
import { Citations } from './citations.ts';
import { type ScrutinyCell, scrutinyCells } from './scrutiny.ts';

/** Where a pair stands before all authorities, in one line of a list. */
export interface ScrutinyLine {
  glyph: ScrutinyCell['glyph'];
  open: boolean;
  word: string;
  note: string;
  /** True when a register it rests on has not been read in time. */
  stale: boolean;
}

/** The latest step, else the step that one outlet alone tells of, else which kind of nothing is known. */
export function scrutinyLine(pair: Pair, registers: ReadonlyMap<string, Register>): ScrutinyLine {
  const cells = scrutinyCells(pair, registers, new Citations([], []));
  const cell = cells.find(({ authority }) => authority === authorityToShow(pair));
  if (!cell) return nothing(cells);
  const { glyph, open, word, stale } = cell;
  return { glyph, open, word, note: `${cell.authority}, ${cell.note}`, stale };
}

/** The authority that moved last; one whose steps bear no date; one that a single outlet alone speaks of. */
function authorityToShow(pair: Pair): string | null {
  const latest = lastStep(pair);
  if (latest) return latest.authority;
  const first = (isWanted: (cell: Scrutiny) => boolean) => pair.scrutiny.find(isWanted)?.authority ?? null;
  return first((cell) => cell.history.length > 0) ?? first((cell) => cell.proposed.length > 0);
}

/** Silence of the registers that are read means none; of those that are late it means nothing, and they are named. */
function nothing(cells: readonly ScrutinyCell[]): ScrutinyLine {
  const [read, late] = [
    cells.filter((cell) => cell.glyph === 'none'),
    cells.filter((cell) => cell.glyph === 'unknown'),
  ];
  const names = late.map((cell) => cell.authority).join(', ');
  const line = { open: false, stale: late.length > 0 };
  if (read.length) {
    const count = t('scrutiny.registers-read', { n: read.length });
    return {
      ...line,
      glyph: 'none',
      word: t('scrutiny.none-on-record'),
      note: names ? t('scrutiny.not-read', { count, names }) : count,
    };
  }
  if (names)
    return { ...line, glyph: 'unknown', word: t('scrutiny.unknown'), note: t('scrutiny.not-read-small', { names }) };
  return { ...line, glyph: 'unwatched', word: t('scrutiny.not-watched'), note: t('scrutiny.no-register-is-read') };
}
