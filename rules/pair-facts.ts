import type { Currency, SumByCurrency } from '../model/amount.ts';
import { comparePartial, type PartialDay } from '../model/day.ts';
import type { DealKind, Term } from '../model/deal.ts';
import type { Deal, DealEvent, DealTerm, Pair } from '../model/ledger.ts';
import { mirrorsOf, type PairSource, viewOf } from './ledger-view.ts';

/** Currencies worth about a dollar or more: a threshold in dollars may be read in them without a rate. */
const LIKE_DOLLARS: readonly Currency[] = ['USD', 'EUR', 'GBP', 'CHF'];

/** The deal of a kind that has been agreed, or null. */
export function agreed(pair: Pair, kind: DealKind): Deal | null {
  return pair.deals.find((deal) => deal.kind === kind && deal.certainty === 'done') ?? null;
}

/**
 * True of a stake of which a payment, a total, a share or a part in a round is told, or nothing but the stake; false where all
 * that is told is what may be put in or will be.
 */
export function isHeldStake({ events, terms }: Deal): boolean {
  const isToCome = ({ role }: DealEvent) => role === 'ceiling' || role === 'future';
  return events.length === 0 || !events.every(isToCome) || terms.some(({ term }) => term === 'stake');
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

/** The purchase or hiring of the target, done or called off, the better told first; null when there is none. */
export function taken(pair: Pair): Deal | null {
  const deals = pair.deals.filter(({ kind, certainty }) => isTaking(kind) && certainty !== 'reported');
  const bought = purchase(pair);
  return bought ?? deals.find(({ kind }) => kind === 'acquihire') ?? deals[0] ?? null;
}

const isTaking = (kind: DealKind) => kind === 'acquisition' || kind === 'acquihire';

/** Stakes from here on give a say (UK presumption of power to block special resolutions: over 25 per cent). */
const SAY = 25;

/** The deal that gives the acquirer a say in the target: a purchase, a hiring, a quarter of it, or a seat; null when none does. */
export function sayInFirm(pair: Pair): Deal | null {
  const whole = taken(pair);
  const stake = agreed(pair, 'investment');
  const says = (largestShare(termOf(pair, 'stake')) ?? 0) >= SAY || termOf(pair, 'board-seat') !== null;
  return whole ?? (stake && says ? stake : null);
}

/** The first day of a deal: of its sums, else the first document that reports it; null when neither is known. */
export function dealDay(deal: Deal): PartialDay | null {
  const dates = deal.events.flatMap((event) => event.date ?? event.reportedOn ?? []);
  return dates.sort(comparePartial)[0] ?? deal.knownSince ?? null;
}

/** The day of a hiring: the first that a sum states, else the day on which it was first news; null when neither is known. */
export function hireDay(deal: Deal): PartialDay | null {
  return deal.events.flatMap((event) => event.date ?? []).sort(comparePartial)[0] ?? deal.knownSince ?? null;
}

/** A term of the pair's deals that were not called off, with what all of them say of it; null when none has it. */
export function termOf(pair: Pair, term: Term): DealTerm | null {
  // Asked dozens of times for each pair, and nearly always in vain.
  if (!pair.deals.some((deal) => deal.terms.some((one) => one.term === term))) return null;
  const told = pair.deals.filter((d) => d.certainty !== 'ended').flatMap((d) => d.terms.filter((t) => t.term === term));
  if (!told.length) return null;
  return {
    term,
    details: [...new Set(told.flatMap((t) => t.details))],
    factIds: [...new Set(told.flatMap((t) => t.factIds))].sort(),
    ...timeOf(told),
  };
}

/** From the first word of it to the end of the last; it stands while one of the deals keeps it. */
function timeOf(told: readonly DealTerm[]): Pick<DealTerm, 'since' | 'until' | 'endedBy'> {
  const since = told.flatMap((t) => t.since ?? []).sort(comparePartial)[0];
  const last = told.every((t) => t.until)
    ? [...told].sort((a, b) => comparePartial(a.until ?? null, b.until ?? null)).at(-1)
    : undefined;
  return {
    ...(since ? { since } : {}),
    ...(last?.until ? { until: last.until } : {}),
    ...(last?.endedBy ? { endedBy: last.endedBy } : {}),
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

/** The same, or null when no sum is known that can be read as dollars. */
export function inDollarsOrNull(sums: SumByCurrency): number | null {
  const value = inDollars(sums);
  return value > 0 ? value : null;
}

/** One fact that stands for a deal of another pair: enough to look it up, and another report of it changes nothing. */
export function witness(deal: Deal | null): string[] {
  return deal?.factIds.slice(0, 1) ?? [];
}

/** The pair in which the target supplies the acquirer by an agreed deal; null when the ledger has none. */
export function supplyBack(pair: Pair, pairs: PairSource): Pair | null {
  return mirrorsOf(pair, pairs).find((mirror) => agreed(mirror, 'cloud') !== null) ?? null;
}

/** All pairs with the same target as one, that one included. */
export function pairsOfTarget(pair: Pair, pairs: PairSource): readonly Pair[] {
  return viewOf(pairs).byTarget(pair.target);
}

/** The largest percentage that a term's details state; null when there is no term or no number in it. */
export function largestShare(term: DealTerm | null): number | null {
  const shares = (term?.details ?? []).flatMap(
    (detail) => detail.match(/\d+(?:[.,]\d+)?(?=\s?(?:%|per cent|percent))/gi) ?? [],
  );
  const numbers = shares.map((share) => Number(share.replace(',', '.')));
  return numbers.length ? Math.max(...numbers) : null;
}
