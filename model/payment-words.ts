import type { Pair } from './ledger.ts';

/** Deals in which the acquirer pays; what it supplies is paid to it. */
const paying = ({ deals }: Pick<Pair, 'deals'>) => deals.filter(({ kind }) => kind !== 'cloud');

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
  stake: (acquirer, sum, target) => `${acquirer} has put ${sum} into ${target}`,
  purchase: (acquirer, sum, target) => `${acquirer} has paid ${sum} for ${target}`,
  'licence-and-hire': (acquirer, sum, target) => `${acquirer} has paid ${sum} for licences and people of ${target}`,
  several: (acquirer, sum, target) => `${acquirer} has paid ${sum} for ${target}, its technology or its people`,
};

/** Takes a pair and what was paid, in words; says who paid it for what. */
export function paidInWords(pair: Pick<Pair, 'acquirer' | 'target' | 'deals'>, sum: string): string {
  return SAID[paymentOf(pair)](pair.acquirer, sum, pair.target);
}
