import { formatSum } from './amount.ts';
import { KIND_LABELS } from './labels.ts';
import type { Deal, DealEvent, Pair } from './ledger.ts';

/** Deals in which the acquirer pays; what it supplies is paid to it. Those of which a payment is known speak for the others. */
function paying({ deals }: Pick<Pair, 'deals'>): Deal[] {
  const all = deals.filter(({ kind }) => kind !== 'cloud');
  const paid = all.filter(({ certainty, events }) => certainty !== 'ended' && events.some(isPayment));
  return paid.length ? paid : all;
}

const isPayment = ({ role, value }: DealEvent) =>
  value !== null && (role === 'tranche' || role === 'total' || role === 'fee');

/** True when a firm was bought, or its team hired and its technology licensed: then what was paid is a price. */
export function isPurchase(pair: Pick<Pair, 'deals'>): boolean {
  const deals = paying(pair);
  return deals.length > 0 && deals.every(({ kind }) => kind === 'acquisition' || kind === 'acquihire');
}

export type Payment = 'stake' | 'purchase' | 'licence-and-hire' | 'several';

/** What was paid for: a stake is money put into a firm; the price of a purchase, or of a licence and people, into nobody. */
export function paymentOf({ deals }: Pick<Pair, 'deals'>): Payment {
  if (!isPurchase({ deals })) return 'stake';
  const kinds = new Set(paying({ deals }).map(({ kind }) => kind));
  if (!kinds.has('acquihire')) return 'purchase';
  return kinds.size === 1 ? 'licence-and-hire' : 'several';
}

const SAID: Record<Payment, (acquirer: string, sum: string, target: string) => string> = {
  stake: (acquirer, sum, target) => `${acquirer} puts ${sum} into ${target}`,
  purchase: (acquirer, sum, target) => `${acquirer} pays ${sum} for ${target}`,
  'licence-and-hire': (acquirer, sum, target) => `${acquirer} pays ${sum} for licences and people of ${target}`,
  several: (acquirer, sum, target) => `${acquirer} pays ${sum} for ${target}, its technology or its people`,
};

/** Takes a pair and a sum in words; says who pays it for what. In the present: documents seldom tell agreed from paid. */
export function paidInWords(pair: Pick<Pair, 'acquirer' | 'target' | 'deals'>, sum: string): string {
  return SAID[paymentOf(pair)](pair.acquirer, sum, pair.target);
}

/** The deal in which the acquirer was to pay, where every such deal of the pair was called off; null otherwise. */
export function calledOff({ deals }: Pick<Pair, 'deals'>): Deal | null {
  const paying = deals.filter(({ kind }) => kind !== 'cloud' && kind !== 'partnership');
  return paying.every(({ certainty }) => certainty === 'ended') ? (paying[0] ?? null) : null;
}

/** The largest price that was told of a deal; null when none was. */
export function priceOf(deal: Pick<Deal, 'events'>): (DealEvent & { value: number; currency: string }) | null {
  const told = deal.events.flatMap((event) =>
    isPayment(event) && event.value && event.currency
      ? [{ ...event, value: event.value, currency: event.currency }]
      : [],
  );
  return told.sort((a, b) => b.value - a.value)[0] ?? null;
}

/** Says that a deal was called off, and at which price it had been told. */
export function calledOffInWords(deal: Pick<Deal, 'kind' | 'events'>): string {
  const [kind, price] = [KIND_LABELS[deal.kind].toLowerCase(), priceOf(deal)];
  return `The ${kind} was called off${price ? `; its price had been told as ${formatSum(price)}` : ''}`;
}
