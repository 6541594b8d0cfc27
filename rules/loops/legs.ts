import type { AmountRole, SumByCurrency } from '../../model/amount.ts';
import { type Day, daysSinceEpoch, type PartialDay } from '../../model/day.ts';
import type { Term } from '../../model/deal.ts';
import type { Deal, DealEvent, Pair } from '../../model/ledger.ts';
import { agreed, inDollarsOrNull, termOf } from '../pair-facts.ts';

/** One way that money, or its worth, goes: from an investor to a firm, from a customer to its supplier. */
export interface Leg {
  from: string;
  to: string;
  /** `standing`: trade that is assumed of every cloud and stands in no document. */
  kind: 'finance' | 'purchase' | 'standing';
  /** Null for standing trade. */
  pair: Pair | null;
  /** Days on which it was announced, as exactly as they are known; vaguer dates are left out. */
  days: readonly Day[];
  /** The same as numbers of days, for comparing many. */
  at: readonly number[];
  /** Dollars, or a currency worth about as much; null when not known. */
  dollars: number | null;
  /** As they were told, each currency by itself. */
  sums: SumByCurrency;
  /** True when that is the most that may be paid, and no payment is known. */
  atMost?: boolean;
  factIds: readonly string[];
}

/** Terms that tie a leg to another one by contract. */
export const TYING: readonly Term[] = ['tied-legs', 'capacity-backstop', 'financing-vehicle', 'supplier-gives-equity'];

/** A payment, or a promise of one. A total looks back, and a round is nobody's payment. */
const PAID: readonly AmountRole[] = ['tranche', 'ceiling', 'future'];

const legs = new WeakMap<Pair, readonly Leg[]>();

/** The legs that a pair's agreed deals make. */
export function legsOf(pair: Pair): readonly Leg[] {
  const known = legs.get(pair);
  if (known) return known;
  const found = pair.deals.some(moves) ? [...financing(pair), ...purchases(pair), ...boughtBack(pair)] : NONE;
  legs.set(pair, found);
  return found;
}

const NONE: readonly Leg[] = [];
/** Only these kinds of deal make legs. */
const moves = ({ kind }: Deal) => kind === 'investment' || kind === 'cloud';

/** What a vehicle that buys for a firm is called. */
export const vehicleFor = (firm: string) => `vehicle for ${firm}`;

/** Paid into a vehicle that buys for the firm, the money passes one party more. */
function financing(pair: Pair): Leg[] {
  const deal = agreed(pair, 'investment');
  if (!deal) return [];
  const paid = deal.paid ?? pair.sums.paid;
  const atMost = Object.keys(paid).length === 0;
  const leg = {
    kind: 'finance' as const,
    pair,
    ...dated(daysOf(deal, PAID)),
    dollars: inDollarsOrNull(atMost ? pair.sums.ceiling : paid),
    sums: atMost ? pair.sums.ceiling : paid,
    ...(atMost ? { atMost } : {}),
    factIds: deal.factIds,
  };
  if (!termOf(pair, 'financing-vehicle')) return [{ ...leg, from: pair.acquirer, to: pair.target }];
  const vehicle = vehicleFor(pair.target);
  return [
    { ...leg, from: pair.acquirer, to: vehicle },
    { ...leg, from: vehicle, to: pair.target },
  ];
}

function purchases(pair: Pair): Leg[] {
  const deal = agreed(pair, 'cloud');
  if (!deal || deal.terms.some((told) => told.term === 'marketplace-listing')) return [];
  return [purchase(pair, deal, pair.target, pair.acquirer, pair.sums.committed)];
}

function boughtBack(pair: Pair): Leg[] {
  const deal = agreed(pair, 'cloud') ?? agreed(pair, 'investment');
  return deal && termOf(pair, 'capacity-backstop') ? [purchase(pair, deal, pair.acquirer, pair.target, {})] : [];
}

function purchase(pair: Pair, deal: Deal, from: string, to: string, spend: SumByCurrency): Leg {
  const days = dated(daysOf(deal, ['commitment']));
  const dollars = inDollarsOrNull(spend);
  return { from, to, kind: 'purchase', pair, ...days, dollars, sums: spend, factIds: deal.factIds };
}

const dated = (days: readonly Day[]) => ({ days, at: days.map(daysSinceEpoch) });

/** A sum without a date counts from the day it was news, a deal without such a sum from the day it was known. */
function daysOf(deal: Deal, roles: readonly AmountRole[]): Day[] {
  const own = deal.events.filter(({ role }: DealEvent) => roles.includes(role));
  const dated = own.flatMap(({ date, reportedOn }) => exact(date ?? reportedOn) ?? []);
  const known = exact(deal.knownSince);
  if (own.length === 0) return known ? [known] : [];
  return dated.length > 1 ? [...new Set(dated)].sort() : dated;
}

/** A day that is known exactly, or null: dates in the ledger are dates, so its length tells. */
function exact(date: PartialDay | undefined | null): Day | null {
  return date?.length === 10 ? (date as unknown as Day) : null;
}

/** The term by which a pair's own contract ties its legs, or null. */
export function ownTie(pair: Pair): Term | null {
  return TYING.find((term) => termOf(pair, term) !== null) ?? null;
}
