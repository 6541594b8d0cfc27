import type { Pair } from './ledger.ts';

/** Deals in which the acquirer pays; what it supplies is paid to it. */
const paying = ({ deals }: Pick<Pair, 'deals'>) => deals.filter(({ kind }) => kind !== 'cloud');

/** True when a firm was bought, or its team hired and its technology licensed: then what was paid is a price. */
export function isPurchase(pair: Pick<Pair, 'deals'>): boolean {
  const deals = paying(pair);
  return deals.length > 0 && deals.every(({ kind }) => kind === 'acquisition' || kind === 'acquihire');
}

/**
 * Takes a pair and what was paid, in words; says who paid it for what. The price of a purchase, or of a licence and the
 * people with it, is put into nobody.
 */
export function paidInWords(
  { acquirer, target, deals }: Pick<Pair, 'acquirer' | 'target' | 'deals'>,
  sum: string,
): string {
  const kinds = new Set(paying({ deals }).map(({ kind }) => kind));
  if (!isPurchase({ deals })) return `${acquirer} has put ${sum} into ${target}`;
  if (!kinds.has('acquihire')) return `${acquirer} has paid ${sum} for ${target}`;
  return kinds.size === 1
    ? `${acquirer} has paid ${sum} for licences and people of ${target}`
    : `${acquirer} has paid ${sum} for ${target}, its technology or its people`;
}
