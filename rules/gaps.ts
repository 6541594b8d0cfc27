import type { Day } from '../model/day.ts';
import type { Band } from '../model/flag.ts';
import { daysToFirstSteps, gapOf } from '../model/gap.ts';
import type { Pair } from '../model/ledger.ts';
import type { Authority } from '../model/scrutiny.ts';

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
 * The gap view: flagged deals that stand without a step of any competition authority; what was called off is no gap. Reviews
 * of foreign investment close no gap, nor does what one outlet alone reports. The highest score first, then the longest silence.
 */
export function gapsIn(ledger: readonly Flagged[], today: Day): Gap[] {
  const moved = ledger.flatMap(firstMoves);
  const gaps = ledger.flatMap(({ pair, flags, band, score }): Gap[] => {
    const { kind, days } = gapOf(pair, today);
    if (kind !== 'none' || flags.length === 0) return [];
    const alike = moved.filter(
      (one) => one.layer === pair.layer && one.kinds.some((known) => kindsOf(pair).includes(known)),
    );
    const { id: pairId, acquirer, target } = pair;
    return [{ pairId, acquirer, target, band, score, days, comparable: quickest(alike) }];
  });
  return gaps.sort((a, b) => b.score - a.score || (b.days ?? -1) - (a.days ?? -1) || (a.pairId < b.pairId ? -1 : 1));
}

const kindsOf = (pair: Pair) => pair.deals.map(({ kind }) => kind);

function quickest(alike: readonly ReturnType<typeof firstMoves>[number][]): Gap['comparable'] {
  return [...alike]
    .sort((a, b) => a.days - b.days || (a.pairId < b.pairId ? -1 : 1))
    .slice(0, MOST_COMPARED)
    .map(({ pairId, acquirer, target, authority, days }) => ({ pairId, acquirer, target, authority, days }));
}

/** How many days after the deal each authority first moved. */
function firstMoves({ pair }: Flagged) {
  const { id: pairId, acquirer, target, layer } = pair;
  return daysToFirstSteps(pair).map((step) => ({ pairId, acquirer, target, layer, kinds: kindsOf(pair), ...step }));
}
