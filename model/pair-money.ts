import { type HedgeByCurrency, hedgeOfSum, type SumByCurrency } from './amount.ts';
import { firstDay, lastDay } from './day.ts';
import type { Deal, DealEvent, Pair } from './ledger.ts';

type Money = Pick<Pair, 'deals' | 'sums'>;

/**
 * What was promised for later and is not paid: future parts of deals that still stand. A promise that a later total must hold
 * is counted there.
 */
export function promised({ deals }: Pick<Pair, 'deals'>): SumByCurrency {
  const sums: SumByCurrency = {};
  for (const { currency, value } of promises(deals)) sums[currency] = (sums[currency] ?? 0) + value;
  return sums;
}

/** How exact that is told. */
export function promisedHedges({ deals }: Pick<Pair, 'deals'>): HedgeByCurrency {
  const hedges: HedgeByCurrency = {};
  const all = promises(deals);
  for (const currency of new Set(all.map((promise) => promise.currency))) {
    const hedge = hedgeOfSum(all.flatMap((promise) => (promise.currency === currency ? [promise.hedge] : [])));
    if (hedge) hedges[currency] = hedge;
  }
  return hedges;
}

function promises(deals: readonly Deal[]) {
  const standing = deals.filter(({ certainty }) => certainty !== 'ended');
  return standing.flatMap((deal) =>
    deal.events.flatMap((event) => {
      const { role, value, currency, hedge } = event;
      const counts = role === 'future' && value !== null && currency !== null && !isHeldInTotal(event, deal);
      return counts ? [{ value, currency, hedge }] : [];
    }),
  );
}

/**
 * True of a promise that is paid as far as can be told: a total of what was paid, told on a later day, is more than the
 * payments known by then at least by this promise and by those made before it.
 */
export function isHeldInTotal(promise: DealEvent, deal: Deal): boolean {
  if (promise.role !== 'future' || !promise.value) return false;
  return deal.events.some((total) => {
    if (total.role !== 'total' || !isAfter(total, promise) || (total.certainty ?? 'done') !== 'done') return false;
    const own = deal.events.filter((event) => event.currency === promise.currency && !isAfter(event, total));
    const paid = add(own.filter(({ role }) => role === 'tranche' || role === 'fee'));
    const due = add(own.filter((event) => event.role === 'future' && !isAfter(event, promise)));
    return total.currency === promise.currency && (total.value ?? 0) - paid >= due;
  });
}

const add = (events: readonly DealEvent[]) => events.reduce((sum, { value }) => sum + (value ?? 0), 0);

/** By the day on which each was due or told; never true when one of them has none. */
function isAfter(event: DealEvent, than: DealEvent): boolean {
  const [a, b] = [event.date ?? event.reportedOn, than.date ?? than.reportedOn];
  return a !== undefined && a !== null && b !== undefined && b !== null && firstDay(a) > lastDay(b);
}

/** True when the target is known, or told, to buy from the acquirer: only then is there anything to spend back. */
export function buys({ deals }: Pick<Pair, 'deals'>): boolean {
  return deals.some(({ kind, certainty }) => kind === 'cloud' && certainty !== 'ended');
}

/** The currency in which most was put in, promised or committed; null when no sum is known. */
export function mainCurrency(pair: Money): string | null {
  const all = [pair.sums.paid, pair.sums.committed, promised(pair)].flatMap((sums) => Object.entries(sums));
  return all.filter(([, n]) => n > 0).sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
