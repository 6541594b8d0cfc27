import type { Claim, ToldSentence } from '../survey.ts';

const isPurchase = ({ frame }: Claim) => frame.kind === 'acquisition';

/**
 * "The acquisition of the start-up fell through. … X will not be bought by Y after all.": whose purchase came to
 * nothing is said by the sentence that names a buyer, not by whom else the page is about. Takes what the sentences of
 * a document tell; gives the buyers of lost purchases that are only implied as the ones named. Works in place.
 */
export function nameBuyers(told: readonly ToldSentence[]): void {
  const purchases = told.flatMap((t) => t.claims).filter(isPurchase);
  const named = purchases.filter((c) => c.frame.acquirerMention !== null);
  const lost = named.filter((c) => c.assertion === 'ended');
  if (lost.length === 0) return;
  for (const t of told) {
    t.claims = t.claims.map((claim) => {
      if (!isPurchase(claim) || claim.assertion !== 'ended' || claim.frame.acquirerMention !== null) return claim;
      const { acquirer, target } = claim.frame;
      if (named.some((c) => c.frame.acquirer === acquirer && c.frame.target === target)) return claim;
      const buyer = lost.find((c) => c.frame.target === target)?.frame.acquirer;
      return buyer ? { ...claim, frame: { ...claim.frame, acquirer: buyer } } : claim;
    });
  }
}
