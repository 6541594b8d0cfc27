import { type HedgeByCurrency, type SumByCurrency, sameMoney } from '../../model/amount.ts';
import type { DealEvent, Pair } from '../../model/ledger.ts';
import { promised, promisedHedges } from '../../model/pair-money.ts';

/** The figures that a report gives of a pair. */
export type SumName = 'paid' | 'promised' | 'ceiling' | 'committed';

const ROLES: Record<SumName, readonly DealEvent['role'][]> = {
  paid: ['tranche', 'fee', 'total'],
  promised: ['future'],
  ceiling: ['ceiling'],
  committed: ['commitment'],
};

/** One of the figures of a pair, each currency by itself. */
export function sumsNamed(pair: Pair, name: SumName): SumByCurrency {
  return name === 'promised' ? promised(pair) : pair.sums[name];
}

/** How exact one of those figures is told. */
export function hedgesNamed(pair: Pair, name: SumName): HedgeByCurrency {
  return name === 'promised' ? promisedHedges(pair) : (pair.hedges?.[name] ?? {});
}

/**
 * Takes a pair and which of its figures is meant; gives the facts that bear it, one list for each sum that it is made of:
 * the one sum that is as large, else all of its kind. Empty where the figure is not known.
 */
export function factsBehind(pair: Pair, name: SumName): string[][] {
  const figures = Object.entries(sumsNamed(pair, name)).filter(([, value]) => value > 0);
  return figures.flatMap(([currency, value]) => {
    const own = eventsOf(pair, name).filter((event) => event.currency === currency);
    const whole = own.filter((event) => sameMoney({ value: event.value ?? 0, currency }, { value, currency }));
    return (whole.length ? whole : own).map((event) => event.factIds);
  });
}

function eventsOf({ deals }: Pair, name: SumName): DealEvent[] {
  const counts = deals.filter(({ certainty }) => (name === 'promised' ? certainty !== 'ended' : certainty === 'done'));
  const roles = ROLES[name];
  return counts.flatMap(({ events }) => events.filter(({ role, value }) => roles.includes(role) && value !== null));
}
