import type { Deal, DealEvent, Pair } from '../model/ledger.ts';
import { isGamman, isSerialBuyer } from './groups.ts';
import type { LedgerView } from './ledger-view.ts';
import { mirrorsOf } from './ledger-view.ts';
import { legsOf, ownTie } from './loops/legs.ts';
import { isTied } from './loops/money-loops.ts';
import { contractLegs, programmeOf } from './loops/ties.ts';
import { agreed, dealDay, inDollars, isHeldStake, largestShare, purchase, termOf, witness } from './pair-facts.ts';
import { isRivalLayer } from './screens/cross-holding.ts';

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
    stake && isHeldStake(stake),
    stake?.events.filter(({ role }) => role === 'round').map(({ value, currency, date }) => [value, currency, date]),
    legsOf(pair).map(({ from, to, kind, days, sums, atMost }) => [from, to, kind, days, sums, atMost]),
    ownTie(pair),
  ]);
}

const NONE: never[] = [];
const isSupply = ({ kind }: Deal) => kind === 'cloud';

/**
 * A pair with no more than other pairs' screens read of it, a fifth of its size: what a view of a large ledger holds. Supply
 * stays whole, since the funder of a supplier quotes it (round-trip), and so does how many documents tell of a deal.
 */
export function asSeenByOthers(pair: Pair): Pair {
  const deals = pair.deals.map((deal) =>
    deal.kind === 'cloud' ? deal : { ...deal, events: deal.events.filter(firstOfItsKind()).map(bareEvent) },
  );
  return { ...pair, deals, scrutiny: NONE, documentIds: NONE };
}

/** Others look at when sums were told and in which role, and at the size of rounds. */
function firstOfItsKind(): (event: DealEvent) => boolean {
  const seen = new Set<string>();
  return ({ role, date, reportedOn, value, currency }) => {
    const size = role === 'round' ? [value, currency] : [];
    const kind = [role, date, reportedOn, ...size].join(' ');
    return seen.size < seen.add(kind).size;
  };
}

function bareEvent({ role, date, reportedOn, value, currency }: DealEvent): DealEvent {
  const nothing = { low: null, high: null, instrument: null, factIds: NONE, documentIds: NONE, disputedBy: NONE };
  return { id: '', role, date, ...(reportedOn ? { reportedOn } : {}), value, currency, ...nothing };
}

/** Ids of the pairs whose flags may rest on one pair as it stands in a view, its own among them. */
export function neighboursOf(pair: Pair, view: LedgerView, days: number): Set<string> {
  const ids = new Set([pair.id, ...lookingAt(pair, view).map(({ id }) => id)]);
  if (!isTied(pair, view, days)) return ids;
  for (const other of programmeOf(pair, view, days)) ids.add(other.id);
  if (ownTie(pair)) addAll(ids, reaching(pair, view, days));
  return ids;
}

/**
 * The pairs whose screens look at one by itself: holdings in firms of one narrow layer (cross-holding), the deals of a
 * watched buyer (serial-acquisition), large groups in one round (cross-holding), other providers of one firm (exclusivity,
 * round-trip), and supply the other way round (round-trip). Loops are looked for by the legs.
 */
function lookingAt(pair: Pair, view: LedgerView): Pair[] {
  const { acquirer, target, layer } = pair;
  const inSeries = isSerialBuyer(acquirer) || isRivalLayer(layer) ? view.byAcquirer(acquirer) : [];
  const inRound = isGamman(acquirer) ? view.byTarget(target) : [];
  const supplied = pair.deals.some(isSupply) ? view.byTarget(target) : [];
  return [...inSeries, ...inRound, ...supplied, ...mirrorsOf(pair, view)];
}

/**
 * Ids of the pairs whose loops may use a leg that a pair's own contract ties: those of every programme with a firm from
 * which money comes, over legs tied by contract, to where one of its legs begins.
 */
function reaching(pair: Pair, view: LedgerView, days: number): Set<string> {
  const contracts = contractLegs(view).to;
  const firms = new Set(legsOf(pair).map((leg) => leg.from));
  for (const firm of firms) for (const leg of contracts.get(firm) ?? []) firms.add(leg.from);
  const ids = new Set<string>();
  for (const firm of firms) {
    for (const near of [...view.byAcquirer(firm), ...view.byTarget(firm)]) {
      if (ids.has(near.id) || !isTied(near, view, days)) continue;
      for (const other of programmeOf(near, view, days)) ids.add(other.id);
    }
  }
  return ids;
}

/**
 * Puts pairs as they now are into a view, null for those that are gone; gives the ids of all that must be assessed anew,
 * their own among them. A pair's mirror always is: a customer that funds its supplier is judged by the supply. `days` is
 * how far apart two deals may be announced to be tied. In small steps, so that something else can be done between them;
 * nobody else may change the view.
 */
export function* replacing(
  view: LedgerView,
  changed: ReadonlyMap<string, Pair | null>,
  days: number,
): Generator<void, Set<string>> {
  const touched = new Set(changed.keys());
  if (view.size === 0) {
    // There are no others to touch.
    for (const after of changed.values()) if (after) view.set(after);
    return touched;
  }
  const told: [string, Pair | null][] = [];
  // Before and after each in one go: what is worked out of a view holds until the view changes.
  for (const [id, after] of changed) {
    yield;
    const before = view.get(id);
    if (seenByOthers(before[0] ?? null) === seenByOthers(after)) continue;
    told.push([id, after]);
    for (const pair of before) addAll(touched, neighboursOf(pair, view, days));
  }
  for (const [id, after] of changed) {
    if (after) view.set(after);
    else view.delete(id);
  }
  for (const [, after] of told) {
    yield;
    if (after) addAll(touched, neighboursOf(after, view, days));
  }
  for (const after of changed.values()) if (after) for (const mirror of mirrorsOf(after, view)) touched.add(mirror.id);
  return touched;
}

function addAll(to: Set<string>, ids: Iterable<string>): void {
  for (const id of ids) to.add(id);
}
