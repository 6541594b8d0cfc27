import type { Pair } from '../model/ledger.ts';
import type { LedgerView } from './ledger-view.ts';
import { mirrorsOf } from './ledger-view.ts';
import { legsOf, ownTie } from './legs.ts';
import { agreed, dealDay, inDollars, largestShare, purchase, termOf, witness } from './pair-facts.ts';
import { programmeOf, tiedByContract } from './ties.ts';

/** Days within which two deals can belong to one announcement, at most: the reach of ties between pairs. */
const REACH_DAYS = 60;

/**
 * What the screens of other pairs look at in a pair, as one text: equal before and after means that no other pair's flags
 * can have changed. A further document that only bears out what is known changes nothing here.
 */
export function seenByOthers(pair: Pair | null): string {
  if (!pair) return '';
  const stake = agreed(pair, 'investment');
  const terms = ['supplier-gives-equity', 'board-seat', 'board-observer'] as const;
  return JSON.stringify([
    pair.layer,
    pair.target,
    pair.deals.map((deal) => [deal.kind, deal.certainty, dealDay(deal), witness(deal)]),
    purchase(pair)?.kind ?? null,
    terms.map((term) => termOf(pair, term) !== null),
    largestShare(termOf(pair, 'stake')),
    inDollars(stake?.paid ?? pair.sums.paid),
    stake?.events.filter(({ role }) => role === 'round').map(({ value, currency, date }) => [value, currency, date]),
    legsOf(pair).map(({ from, to, kind, days, dollars }) => [from, to, kind, days, dollars]),
    ownTie(pair),
  ]);
}

/** Ids of the pairs whose flags may rest on one pair as it stands in a view: its neighbours, and those on loops with it. */
export function neighboursOf(pair: Pair, view: LedgerView): Set<string> {
  const near = [...view.byAcquirer(pair.acquirer), ...view.byTarget(pair.target), ...mirrorsOf(pair, view)];
  const ids = new Set(near.map(({ id }) => id));
  if (!legsOf(pair).length) return ids;
  for (const firm of [pair.acquirer, pair.target]) {
    for (const other of [...view.byAcquirer(firm), ...view.byTarget(firm)]) if (legsOf(other).length) ids.add(other.id);
  }
  for (const other of programmeOf(pair, view, REACH_DAYS)) ids.add(other.id);
  for (const other of tiedByContract(view)) ids.add(other.id);
  return ids;
}

/**
 * Puts a pair as it now is into a view, or takes it out; gives the ids of the pairs to assess anew, its own among them.
 * Its mirror is always one of them: a customer that funds its supplier is judged by the supply.
 */
export function replaceIn(view: LedgerView, id: string, after: Pair | null): Set<string> {
  const before = view.get(id)[0] ?? null;
  const others = seenByOthers(before) === seenByOthers(after) ? null : new Set<string>();
  if (others && before) for (const near of neighboursOf(before, view)) others.add(near);
  if (after) view.set(after);
  else view.delete(id);
  if (others && after) for (const near of neighboursOf(after, view)) others.add(near);
  const mirrors = after ? mirrorsOf(after, view) : [];
  return new Set([id, ...(others ?? []), ...mirrors.map((mirror) => mirror.id)]);
}
