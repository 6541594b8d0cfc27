import { type Day, formatDay, parseDay } from '../model/day.ts';
import type { Deadline } from '../model/deadline.ts';
import type { Pair, Scrutiny } from '../model/ledger.ts';
import type { ScrutinyStep } from '../model/scrutiny.ts';
import { CLOCKS, type Clock } from './clocks.ts';
import { counted } from './counting.ts';

const STOPS =
  /stop(?:s|ped)?[- ]the[- ]clock|clock (?:is |was )?(?:stopped|suspended|paused)|suspen(?:ds|ded|sion)|\bs(?:ection|\.)?\s?109\b|art(?:icle|\.)?\s?11\(3\)/i;

/**
 * The deadlines that an authority's steps on a pair have set, by the latest step of each case: the earlier steps' are
 * past or overtaken. Exact days only; a vague start gives none. While a stop of the clock is known no day is computed,
 * nor afterwards: the authority's own timetable counts then. Sorted by day, those without one last.
 */
export function deadlinesOf(pair: Pair): Deadline[] {
  const all = pair.scrutiny.flatMap((cell) => deadlinesBefore(pair, cell));
  return all.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.id.localeCompare(b.id));
}

/** The next deadline from a day on that an authority must keep, else the next one it wants to keep; null when there is none. */
export function nextDeadline(pair: Pair, today: Day): Deadline | null {
  const ahead = deadlinesOf(pair).filter(({ due }) => due !== null && due >= today);
  return ahead.find(({ force }) => force === 'statutory') ?? ahead[0] ?? null;
}

function deadlinesBefore(pair: Pair, cell: Scrutiny): Deadline[] {
  const phase = phaseOf(cell);
  const stop = phase.find((step) => STOPS.test(step.stage));
  const clocks = CLOCKS.filter(
    ({ authorities, status }) => authorities.includes(cell.authority) && status === cell.status,
  );
  return clocks.flatMap((clock) => {
    const start = startOf(clock, phase, cell);
    return start ? (deadlineOf(pair, cell, clock, start, stop) ?? []) : [];
  });
}

/** The steps since the status last changed. An undated step may be older than it seems, so it starts nothing. */
function phaseOf({ history, status }: Scrutiny): ScrutinyStep[] {
  const since = history.findLastIndex((step) => step.status !== status && !STOPS.test(step.stage));
  return history.slice(since + 1).filter((step) => step.date !== null);
}

/** The step that a clock counts from; null when it does not run. */
function startOf(clock: Clock, phase: ScrutinyStep[], { history }: Scrutiny): ScrutinyStep | null {
  const { says, but, from, countsFrom } = clock;
  const steps = phase.filter((step) => !STOPS.test(step.stage));
  const started = says ? steps.findLast((step) => says.test(step.stage)) : steps[0];
  if (!started || (from && (started.date ?? '') < from)) return null;
  if (but && steps.some((step) => but.test(step.stage))) return null;
  if (countsFrom === 'filing')
    return history.findLast((step) => step.status === 'phase1' && step.date !== null) ?? null;
  return countsFrom === 'phase' ? (steps[0] ?? null) : started;
}

function deadlineOf(
  pair: Pair,
  { authority }: Scrutiny,
  clock: Clock,
  step: ScrutinyStep,
  stop: ScrutinyStep | undefined,
): Deadline | null {
  const start = step.date ? parseDay(step.date) : null;
  if (!start) return null;
  const { calendar, length, unit, roll = false, extended } = clock;
  const { end, holidays } = counted(calendar, start, length, unit, roll);
  const why = stop ? stopNote(stop) : (clock.runsFrom ?? null);
  const last = extended && !why ? counted(calendar, start, length + extended.length, unit, roll).end : null;
  return {
    id: `${pair.id}--${authority}--${clock.id}--${start}`,
    pairId: pair.id,
    acquirer: pair.acquirer,
    target: pair.target,
    authority,
    label: clock.label,
    force: clock.force,
    due: why ? null : end,
    why,
    latest: extended && last ? { day: last, when: extended.when } : null,
    basis: { law: clock.law, startedBy: step.stage, start, length, unit, calendar, holidays: why ? [] : holidays },
    factIds: step.factIds,
  };
}

function stopNote({ date, stage }: ScrutinyStep): string {
  const when = date ? ` on ${formatDay(date)}` : '';
  return `The clock was stopped${when} (${stage}); the authority's own timetable counts.`;
}
