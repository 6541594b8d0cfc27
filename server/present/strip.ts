import { type Day, daysBetween, firstDay, lastDay } from '../../model/day.ts';
import type { Pair } from '../../model/ledger.ts';

/** One line of a pair's time: money, spend, steps, and the time without a known step. */
export interface Strip {
  width: number;
  height: number;
  /** Money put in (`in`), promised (`later`), to be spent back (`back`), a step by an authority (`step`). */
  marks: { x: number; kind: 'in' | 'later' | 'back' | 'step' }[];
  line: { x: number; width: number } | null;
  gap: { x: number; width: number } | null;
}

/** The axis that all strips of a page share. */
export interface StripAxis {
  from: Day;
  to: Day;
  years: { x: number; label: string }[];
}

const [WIDTH, HEIGHT, PAD] = [184, 22, 6];
/** Years whose four digits find room beside each other. */
const MOST_IN_FULL = 4;

/** Takes the pairs of a page and today; gives their common axis, in whole years, at most the last six. */
export function stripAxis(pairs: readonly Pair[], today: Day): StripAxis {
  const first = pairs.flatMap(daysOf).sort()[0] ?? today;
  const year = Math.max(Number(first.slice(0, 4)), Number(today.slice(0, 4)) - 5);
  const from = `${year}-01-01` as Day;
  const years = Array.from({ length: Number(today.slice(0, 4)) - year + 1 }, (_, i) => year + i);
  const axis = { from, to: today, years: [] };
  const label = (y: number) => (years.length > MOST_IN_FULL ? `’${String(y).slice(2)}` : String(y));
  return { ...axis, years: years.map((y) => ({ x: placeOf(axis, `${y}-01-01` as Day), label: label(y) })) };
}

/** Takes a pair, the axis and the day of its last known step, if any; draws its strip. */
export function strip(pair: Pair, axis: StripAxis, gapFrom: Day | null): Strip {
  const place = (day: Day) => placeOf(axis, day);
  const events = pair.deals
    .flatMap((deal) => deal.events)
    .flatMap((event) => (event.date ? [{ ...event, day: firstDay(event.date) }] : []));
  const steps = pair.scrutiny.flatMap((cell) =>
    cell.history.flatMap((step) => (step.date ? [firstDay(step.date)] : [])),
  );
  const marks = [
    ...events.map(({ day, role }) => ({ x: place(day), kind: kindOf(role) })),
    ...steps.map((day) => ({ x: place(day), kind: 'step' as const })),
  ];
  const first = Math.min(...marks.map(({ x }) => x));
  const end = place(axis.to);
  const span = (from: number) => ({ x: from, width: Number((end - from).toFixed(1)) });
  return {
    width: WIDTH,
    height: HEIGHT,
    marks,
    line: marks.length ? span(first) : null,
    gap: gapFrom && gapFrom < axis.to ? span(place(gapFrom)) : null,
  };
}

function kindOf(role: string): 'in' | 'later' | 'back' {
  return role === 'commitment' ? 'back' : role === 'future' || role === 'ceiling' ? 'later' : 'in';
}

function daysOf(pair: Pair): Day[] {
  const sums = pair.deals.flatMap((deal) => deal.events.flatMap((event) => (event.date ? [firstDay(event.date)] : [])));
  return [
    ...sums,
    ...pair.scrutiny.flatMap((cell) => cell.history.flatMap((step) => (step.date ? [lastDay(step.date)] : []))),
  ];
}

function placeOf({ from, to }: Pick<StripAxis, 'from' | 'to'>, day: Day): number {
  const share = Math.min(1, Math.max(0, daysBetween(from, day) / Math.max(1, daysBetween(from, to))));
  return Number((PAD + share * (WIDTH - 2 * PAD)).toFixed(1));
}
