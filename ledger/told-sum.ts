import { type Amount, type AmountRole, type Currency, sameMoney } from '../model/amount.ts';
import { comparePartial, type PartialDay } from '../model/day.ts';
import type { Certainty } from '../model/deal.ts';
import type { Claim } from './claims.ts';
import { compareSupport, type Documents, documentIdsOf, groupBy } from './support.ts';

/** One sum, told by one or many documents: the working form of a DealEvent. The first claim founded it. */
export interface Sum {
  role: AmountRole;
  claims: Claim[];
}

/** The documents that make some claims, sorted. */
export function tellers(claims: Claim[]): string[] {
  return documentIdsOf(claims.map((claim) => claim.fact));
}

/** True when no document tells both sums. */
export function apart(a: Sum, b: Sum): boolean {
  const told = new Set(tellers(a.claims));
  return !tellers(b.claims).some((id) => told.has(id));
}

/** The first day on which a sum is known: its own date, else the first document that tells it. */
export function earliest(sum: Sum): PartialDay | null {
  return dateOf(sum) ?? firstKnown(sum);
}

/** The first day on which a document tells a sum; null when none is dated. */
export function firstKnown(sum: Sum): PartialDay | null {
  return knownDays(sum)[0] ?? null;
}

/** The last day on which a document tells a sum; null when none is dated. */
export function latestKnown(sum: Sum): PartialDay | null {
  return knownDays(sum).at(-1) ?? null;
}

function knownDays(sum: Sum): PartialDay[] {
  return sum.claims.flatMap((claim) => claim.knownBy ?? []).sort(comparePartial);
}

/** The figure of the claim that founded a sum, against which others are compared. */
export function founding(sum: Sum): Amount {
  return (sum.claims[0] as Claim).fact.amount;
}

/** The currency of a sum. */
export function currencyOf(sum: Sum): Currency {
  return founding(sum).currency;
}

/** True when two sums are equal but for rounding. */
export function sameValue(a: Sum, b: Sum): boolean {
  return sameMoney(founding(a), founding(b));
}

/** The date of a sum: the most exact one of the best source, the earliest when they differ; null when none is stated. */
export function dateOf(sum: Sum): PartialDay | null {
  const dated = sum.claims.filter(
    (claim) => claim.date !== null && (claim.role === 'future') === (sum.role === 'future'),
  );
  const order = (a: Claim, b: Claim) =>
    byChecked(a, b) ||
    (b.date?.length ?? 0) - (a.date?.length ?? 0) ||
    a.rank - b.rank ||
    comparePartial(a.date, b.date);
  return dated.sort(order)[0]?.date ?? null;
}

/** The claim whose figure is shown: the figure that most sources tell, the lower one when they are even. */
export function shownClaim(sum: Sum, documents: Documents): Claim {
  const figures = [...groupBy(sum.claims, (claim) => String(claim.fact.amount.value)).values()];
  const value = (claims: Claim[]) => (claims[0] as Claim).fact.amount.value;
  const checked = (claims: Claim[]) => Number(claims.some(isChecked));
  figures.sort(
    (a, b) => checked(b) - checked(a) || compareSupport(tellers(b), tellers(a), documents) || value(a) - value(b),
  );
  return (figures[0] as Claim[])[0] as Claim;
}

/** True when a person read this claim. */
export const isChecked = (claim: Claim) => claim.fact.checked === true;
const byChecked = (a: Claim, b: Claim) => Number(isChecked(b)) - Number(isChecked(a));

/** Done when one document says so; else reported, else ended. */
export function certaintyOf(sum: Sum): Certainty {
  const said = new Set(sum.claims.map((claim) => claim.certainty));
  return said.has('done') ? 'done' : said.has('reported') ? 'reported' : 'ended';
}
