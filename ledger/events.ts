import { type AmountRole, sameMoney } from '../model/amount.ts';
import { comparePartial } from '../model/day.ts';
import type { DealKind } from '../model/deal.ts';
import { type Claim, canKnow, gapInDays, SAME_EVENT_DAYS } from './claims.ts';
import { foldCeilings, foldPromises, foldRestated, foldRounds, lookBacks, partsOfTotals } from './folding.ts';
import { byText, compareSupport, type Documents, groupBy } from './support.ts';
import { dateOf, isChecked, type Sum, tellers } from './told-sum.ts';

/** Names for one payment that writers use freely: a purchase price is a purchase price. */
const ONE_PRICE: readonly AmountRole[] = ['total', 'tranche', 'fee'];

/**
 * Takes claims in the order of `claimsOf`; gives the sums they speak of.
 *
 * How claims become sums, in this order:
 * 1. Claims of one role join when their values agree within 2 % and their dates within 10 days. A claim without a date
 *    joins the latest such sum that its document can have known of; it never gets a date of its own.
 * 2. A promise later told as paid is that payment.
 * 3. A payment equal to the announced maximum is the maximum, loosely told; one equal to the size of a round told then is
 *    whichever more outlets say; one equal to a total told before is the total, unless its document tells a larger sum.
 * 4. A payment without a date that equals all other payments up to then is a look back: a total; one that is told as
 *    coming on top looks back on nothing.
 * 5. A total that is less than the payments told beside it, and with them comes to a larger total, is one of its parts.
 */
export function sumsOf(kind: DealKind, claims: Claim[], documents: Documents): Sum[] {
  const sums: Sum[] = [];
  for (const claim of claims) {
    const home = bestHome(kind, claim, sums);
    if (home) home.claims.push(claim);
    else sums.push({ role: claim.role, claims: [claim] });
  }
  const told = sums.map((sum) => ({ ...sum, role: usualRole(sum, documents) }));
  const folded = foldRounds(foldCeilings(foldPromises(told), documents), documents);
  return partsOfTotals(lookBacks(foldRestated(folded)));
}

function bestHome(kind: DealKind, claim: Claim, sums: Sum[]): Sum | null {
  const homes = sums.filter((sum) => isSameSum(kind, claim, sum));
  return (
    homes.sort((a, b) => distance(claim, a) - distance(claim, b) || comparePartial(dateOf(b), dateOf(a)))[0] ?? null
  );
}

function distance(claim: Claim, sum: Sum): number {
  const date = dateOf(sum);
  return claim.date && date ? gapInDays(claim.date, date) : 0;
}

function isSameSum(kind: DealKind, claim: Claim, sum: Sum): boolean {
  const founder = sum.claims[0] as Claim;
  return (
    rolesAgree(kind, claim.role, sum.role) &&
    valuesAgree(claim, founder) &&
    datesAgree(claim, founder) &&
    !sum.claims.some((other) => saysBoth(claim, other))
  );
}

function rolesAgree(kind: DealKind, a: AmountRole, b: AmountRole): boolean {
  const bought = kind === 'acquisition' || kind === 'acquihire';
  return a === b || (bought && ONE_PRICE.includes(a) && ONE_PRICE.includes(b));
}

/** A range agrees with any figure inside it. */
function valuesAgree(a: Claim, b: Claim): boolean {
  const [x, y] = [a.fact.amount, b.fact.amount];
  const inside = (value: number, range: typeof x) =>
    range.low !== undefined && range.high !== undefined && range.low <= value && value <= range.high;
  return sameMoney(x, y) || (x.currency === y.currency && (inside(x.value, y) || inside(y.value, x)));
}

function datesAgree(claim: Claim, founder: Claim): boolean {
  if (claim.date && founder.date) return gapInDays(claim.date, founder.date) <= SAME_EVENT_DAYS;
  return claim.date ? canKnow(founder.knownBy, claim.date) : canKnow(claim.knownBy, founder.date);
}

/** One document that gives the same figure two roles or two dates speaks of two sums. */
function saysBoth(a: Claim, b: Claim): boolean {
  if (a.fact.documentId !== b.fact.documentId) return false;
  return a.role !== b.role || (a.date !== null && b.date !== null && a.date !== b.date);
}

function usualRole(sum: Sum, documents: Documents): AmountRole {
  const roles = [...groupBy(sum.claims, (claim) => claim.role).entries()];
  const checked = (claims: Claim[]) => Number(claims.some(isChecked));
  roles.sort(
    ([a, x], [b, y]) => checked(y) - checked(x) || compareSupport(tellers(y), tellers(x), documents) || byText(a, b),
  );
  return (roles[0]?.[0] ?? sum.role) as AmountRole;
}
