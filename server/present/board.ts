import type { LedgerPair } from '../../db/ledger/ledger.ts';
import type { Register } from '../../db/sources/registers.ts';
import { type Day, lastDay } from '../../model/day.ts';
import { GAP_KINDS, type Gap, type GapKind, gapOf } from '../../model/gap.ts';
import { paths } from '../../model/paths.ts';
import { BOARD_AUTHORITIES } from '../../model/scrutiny.ts';
import { nextDeadline } from '../../regimes/deadlines.ts';
import { formatDay, formatNumber } from '../../words/format.ts';
import { labels, t } from '../../words/speak.ts';
import { Citations } from './citations.ts';
import { type ScrutinyCell, scrutinyCells } from './scrutiny.ts';
import { type Strip, type StripAxis, strip, stripAxis } from './strip.ts';

export const GAP_LABELS: Record<GapKind, string> = labels('gap');

export const GAP_NOTES: Record<GapKind, string> = labels('gap-note');

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
      median: middle === undefined ? null : t('scrutiny.days-small', { n: middle }),
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

/** For how long, and since when; of what was called off no days count. */
function daysWords({ kind, days, since }: Gap): Pick<BoardRow, 'days' | 'since'> {
  if (kind === 'called-off') return { days: '–', since: t('scrutiny.called-off-no-days') };
  if (days === null || since === null)
    return { days: t('scrutiny.no-day'), since: t('scrutiny.nothing-about-it-has-a') };
  return { days: formatNumber(days), since: t('scrutiny.since', { since: formatDay(since) }) };
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
    ...daysWords(gap),
    deadline: deadline?.due ? `${deadline.label}: ${formatDay(deadline.due)}` : null,
    cells: cells.slice(0, BOARD_AUTHORITIES.length),
    others: cells
      .slice(BOARD_AUTHORITIES.length)
      .map((cell) => `${cell.authority}: ${cell.word}`)
      .join(', '),
  };
}
