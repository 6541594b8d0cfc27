import { type Day, daysBetween, firstDay } from '../model/day.ts';
import type { Band } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';
import { type Authority, isCompetitionAuthority } from '../model/scrutiny.ts';
import { dealDay } from './pair-facts.ts';

/** A flagged pair on which no competition authority has moved, as far as is read. */
export interface Gap {
  pairId: string;
  acquirer: string;
  target: string;
  band: Band;
  score: number;
  /** Days since the deal; null when its day is not known. */
  days: number | null;
  /** How long authorities took on comparable deals, the quickest first: the same layer and a deal of the same kind. */
  comparable: { pairId: string; acquirer: string; target: string; authority: Authority; days: number }[];
}

interface Flagged {
  pair: Pair;
  flags: readonly unknown[];
  score: number;
  band: Band;
}

/** Comparable cases shown beside a gap. */
const MOST_COMPARED = 5;

/**
 * The gap view: flagged deals without a step of any competition authority. Reviews of foreign investment close no gap, nor
 * does what one outlet alone reports. The highest score first, then the longest silence.
 */
export function gapsIn(ledger: readonly Flagged[], today: Day): Gap[] {
  const moved = ledger.flatMap(firstMoves);
  const open = ledger.filter(({ pair, flags }) => flags.length > 0 && stepsOn(pair).length === 0);
  const gaps = open.map(({ pair, band, score }): Gap => {
    const since = dayOf(pair);
    const alike = moved.filter(
      (one) => one.layer === pair.layer && one.kinds.some((kind) => kindsOf(pair).includes(kind)),
    );
    return {
      pairId: pair.id,
      acquirer: pair.acquirer,
      target: pair.target,
      band,
      score,
      days: since === null ? null : Math.max(0, daysBetween(since, today)),
      comparable: alike
        .sort((a, b) => a.days - b.days || (a.pairId < b.pairId ? -1 : 1))
        .slice(0, MOST_COMPARED)
        .map(({ pairId, acquirer, target, authority, days }) => ({ pairId, acquirer, target, authority, days })),
    };
  });
  return gaps.sort((a, b) => b.score - a.score || (b.days ?? -1) - (a.days ?? -1) || (a.pairId < b.pairId ? -1 : 1));
}

const kindsOf = (pair: Pair) => pair.deals.map(({ kind }) => kind);

const stepsOn = (pair: Pair) =>
  pair.scrutiny.filter(({ authority, history }) => isCompetitionAuthority(authority) && history.length > 0);

function dayOf(pair: Pair): Day | null {
  const days = pair.deals.flatMap((deal) => dealDay(deal) ?? []).map(firstDay);
  return days.sort()[0] ?? null;
}

/** How many days after the deal each authority first moved; earlier steps belong to another deal of the two. */
function firstMoves({ pair }: Flagged) {
  const since = dayOf(pair);
  if (since === null) return [];
  return stepsOn(pair).flatMap(({ authority, history }) => {
    const first = history.flatMap((step) => (step.date ? firstDay(step.date) : [])).sort()[0];
    const days = first ? daysBetween(since, first) : -1;
    const { id: pairId, acquirer, target, layer } = pair;
    return days >= 0 ? [{ pairId, acquirer, target, authority, days, layer, kinds: kindsOf(pair) }] : [];
  });
}
