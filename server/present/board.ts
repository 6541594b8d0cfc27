import type { LedgerPair } from '../../db/ledger.ts';
import type { Register } from '../../db/registers.ts';
import { GAP_KINDS, type Gap, type GapKind, gapOf } from '../../ledger/gap.ts';
import { type Day, formatDay, lastDay } from '../../model/day.ts';
import { paths } from '../../model/paths.ts';
import { BOARD_AUTHORITIES } from '../../model/scrutiny.ts';
import { nextDeadline } from '../../regimes/deadlines.ts';
import { Citations } from './citations.ts';
import { type ScrutinyCell, scrutinyCells } from './scrutiny.ts';
import { type Strip, type StripAxis, strip, stripAxis } from './strip.ts';

export const GAP_LABELS: Record<GapKind, string> = {
  overtaken: 'Overtaken by new facts',
  none: 'No step on record',
  quiet: 'Gone quiet',
  recent: 'Step within a year',
  ended: 'Looked at and ended',
};

export const GAP_NOTES: Record<GapKind, string> = {
  overtaken: 'steps were taken; money or spend is dated after the last one, which is over a year old',
  none: 'no watched authority has opened, asked or decided anything; days since the deal became public',
  quiet: 'a case is open, and a year or more has passed without a public word',
  recent: 'a step in the last twelve months',
  ended: 'every case has ended, and nothing new is dated since',
};

export interface BoardRow {
  link: string;
  acquirer: string;
  target: string;
  score: number;
  band: string;
  floor: boolean;
  strip: Strip;
  days: string;
  /** What the days are counted from, for those who ask. */
  since: string;
  deadline: string | null;
  cells: ScrutinyCell[];
  others: string;
}

export interface BoardGroup {
  kind: GapKind;
  label: string;
  note: string;
  count: number;
  median: string | null;
  rows: BoardRow[];
}

/** Columns of the board: late registers are hatched, and their silence counts for nothing. */
export interface BoardColumn {
  authority: string;
  note: string;
  stale: boolean;
}

/** Takes pairs, today and the registers; gives the board in groups by gap, the highest score first in each. */
export function board(
  pairs: readonly LedgerPair[],
  today: Day,
  registers: ReadonlyMap<string, Register>,
): { axis: StripAxis; groups: BoardGroup[] } {
  const axis = stripAxis(
    pairs.map((entry) => entry.pair),
    today,
  );
  const gaps = pairs.map((entry) => ({ entry, gap: gapOf(entry.pair, today) }));
  const groups = GAP_KINDS.map((kind) => {
    const own = gaps.filter(({ gap }) => gap.kind === kind).sort((a, b) => b.entry.score - a.entry.score);
    const days = own.flatMap(({ gap }) => gap.days ?? []).sort((a, b) => a - b);
    const middle = days[Math.floor((days.length - 1) / 2)];
    return {
      kind,
      label: GAP_LABELS[kind],
      note: GAP_NOTES[kind],
      count: own.length,
      median: middle === undefined ? null : `${middle.toLocaleString('en')} days`,
      rows: own.map(({ entry, gap }) => rowOf(entry, gap, axis, today, registers)),
    };
  });
  return { axis, groups: groups.filter(({ count }) => count > 0) };
}

/** The board's columns with when each register was last read. */
export function boardColumns(pairs: readonly LedgerPair[], registers: ReadonlyMap<string, Register>): BoardColumn[] {
  const [any] = pairs;
  if (!any) return [];
  const cells = scrutinyCells({ ...any.pair, scrutiny: [] }, registers, new Citations([], []));
  return cells.map(({ authority, register, stale }) => ({ authority, note: register, stale }));
}

function rowOf(
  entry: LedgerPair,
  gap: Gap,
  axis: StripAxis,
  today: Day,
  registers: ReadonlyMap<string, Register>,
): BoardRow {
  const { pair, score, band, floor } = entry;
  const cells = scrutinyCells(pair, registers, new Citations([], []));
  const deadline = nextDeadline(pair, today);
  return {
    link: paths.deal(pair.id),
    acquirer: pair.acquirer,
    target: pair.target,
    score,
    band,
    floor,
    strip: strip(pair, axis, gap.kind === 'recent' || gap.kind === 'ended' || !gap.since ? null : lastDay(gap.since)),
    days: gap.days === null ? 'no day' : gap.days.toLocaleString('en'),
    since: gap.since ? `since ${formatDay(gap.since)}` : 'nothing about it has a day',
    deadline: deadline?.due ? `${deadline.label}: ${formatDay(deadline.due)}` : null,
    cells: cells.slice(0, BOARD_AUTHORITIES.length),
    others: cells
      .slice(BOARD_AUTHORITIES.length)
      .map((cell) => `${cell.authority}: ${cell.word}`)
      .join(', '),
  };
}
