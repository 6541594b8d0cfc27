import type { Currency, SumByCurrency } from '../model/amount.ts';
import { pairId } from '../model/company.ts';
import type { DealKind, Term } from '../model/deal.ts';
import type { Deal, DealEvent, DealTerm, Pair } from '../model/ledger.ts';

/** Currencies worth about a dollar or more: a threshold in dollars may be read in them without a rate. */
const LIKE_DOLLARS: readonly Currency[] = ['USD', 'EUR', 'GBP', 'CHF'];

/** The deal of a kind that has been agreed, or null. */
export function agreed(pair: Pair, kind: DealKind): Deal | null {
  return pair.deals.find((deal) => deal.kind === kind && deal.certainty === 'done') ?? null;
}

/** The deal of a kind that is agreed or talked of, or null when there is none or it was called off. */
export function alive(pair: Pair, kind: DealKind): Deal | null {
  return pair.deals.find((deal) => deal.kind === kind && deal.certainty !== 'ended') ?? null;
}

/**
 * The agreed purchase of the target, or null. A stray report of a purchase is none: where more documents tell of a hiring
 * it was a hiring, and a known stake becomes a purchase only when two documents say so.
 */
export function purchase(pair: Pair): Deal | null {
  const bought = agreed(pair, 'acquisition');
  if (!bought) return null;
  const told = bought.factIds.length;
  const outdone = ({ kind, factIds }: Deal) =>
    (kind === 'acquihire' && factIds.length > told) || (kind === 'investment' && factIds.length > told && told < 2);
  return pair.deals.some(outdone) ? null : bought;
}

/** A term of the pair's deals that were not called off, with what all of them say of it; null when none has it. */
export function termOf(pair: Pair, term: Term): DealTerm | null {
  const told = pair.deals.filter((d) => d.certainty !== 'ended').flatMap((d) => d.terms.filter((t) => t.term === term));
  if (!told.length) return null;
  return {
    term,
    details: [...new Set(told.flatMap((t) => t.details))],
    factIds: [...new Set(told.flatMap((t) => t.factIds))].sort(),
  };
}

/** The first of some terms that the pair has, or null. */
export function firstTerm(pair: Pair, terms: readonly Term[]): DealTerm | null {
  return terms.map((term) => termOf(pair, term)).find((found) => found !== null) ?? null;
}

/** Ids of the facts behind some events. */
export function factsBehind(events: DealEvent[]): string[] {
  return [...new Set(events.flatMap((event) => event.factIds))].sort();
}

/** The largest sum that can be read as dollars, in full units; 0 when there is none. */
export function inDollars(sums: SumByCurrency): number {
  return Math.max(0, ...LIKE_DOLLARS.map((currency) => sums[currency] ?? 0));
}

/** The pair in which the target supplies the acquirer by an agreed deal; null when the ledger has none. */
export function supplyBack(pair: Pair, pairs: readonly Pair[]): Pair | null {
  const mirrors = indexOf(pairs).byId.get(pairId(pair.target, pair.acquirer)) ?? [];
  return mirrors.find((mirror) => agreed(mirror, 'cloud') !== null) ?? null;
}

/** All pairs with the same acquirer as one, that one included. */
export function pairsOfAcquirer(pair: Pair, pairs: readonly Pair[]): readonly Pair[] {
  return indexOf(pairs).byAcquirer.get(pair.acquirer) ?? [];
}

/** All pairs with the same target as one, that one included. */
export function pairsOfTarget(pair: Pair, pairs: readonly Pair[]): readonly Pair[] {
  return indexOf(pairs).byTarget.get(pair.target) ?? [];
}

/** Records may describe one pair in several parts, so an id leads to a list. */
interface Index {
  byId: Map<string, Pair[]>;
  byAcquirer: Map<string, Pair[]>;
  byTarget: Map<string, Pair[]>;
}

const indexes = new WeakMap<readonly Pair[], Index>();

/** Each list is indexed once: every screen asks for every pair. */
function indexOf(pairs: readonly Pair[]): Index {
  const known = indexes.get(pairs);
  if (known) return known;
  const index: Index = { byId: new Map(), byAcquirer: new Map(), byTarget: new Map() };
  for (const pair of pairs) {
    put(index.byId, pair.id, pair);
    put(index.byAcquirer, pair.acquirer, pair);
    put(index.byTarget, pair.target, pair);
  }
  indexes.set(pairs, index);
  return index;
}

function put(lists: Map<string, Pair[]>, key: string, pair: Pair): void {
  const list = lists.get(key);
  if (list) list.push(pair);
  else lists.set(key, [pair]);
}

/** The largest percentage that a term's details state; null when there is no term or no number in it. */
export function largestShare(term: DealTerm | null): number | null {
  const shares = (term?.details ?? []).flatMap(
    (detail) => detail.match(/\d+(?:[.,]\d+)?(?=\s?(?:%|per cent|percent))/gi) ?? [],
  );
  const numbers = shares.map((share) => Number(share.replace(',', '.')));
  return numbers.length ? Math.max(...numbers) : null;
}
