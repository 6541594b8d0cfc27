import { type AmountRole, type Currency, sameMoney } from '../model/amount.ts';
import { comparePartial, firstDay, lastDay, type PartialDay } from '../model/day.ts';
import type { Certainty, DealKind } from '../model/deal.ts';
import { type Claim, canKnow, gapInDays, SAME_EVENT_DAYS } from './claims.ts';
import { byText, compareSupport, type Documents, documentIdsOf, groupBy, publishers } from './support.ts';

/**
 * One sum, told by one or many documents: the working form of a DealEvent.
 *
 * How claims become sums, in this order:
 * 1. Claims of one role join when their values agree within 2 % and their dates within 10 days. A claim without a date
 *    joins the latest such sum that its document can have known of; it never gets a date of its own.
 * 2. A promise later told as paid is that payment.
 * 3. A payment equal to the announced maximum is the maximum, loosely told; one equal to the total reached is the total.
 * 4. A payment without a date that equals all dated payments up to then is a look back: a total.
 */
export interface Sum {
  role: AmountRole;
  claims: Claim[];
}

/** Names for one payment that writers use freely: a purchase price is a purchase price. */
const ONE_PRICE: readonly AmountRole[] = ['total', 'tranche', 'fee'];

/** Takes claims in the order of `claimsOf`; gives the sums they speak of. */
export function sumsOf(kind: DealKind, claims: Claim[], documents: Documents): Sum[] {
  const sums: Sum[] = [];
  for (const claim of claims) {
    const home = bestHome(kind, claim, sums);
    if (home) home.claims.push(claim);
    else sums.push({ role: claim.role, claims: [claim] });
  }
  const told = sums.map((sum) => ({ ...sum, role: usualRole(sum, documents) }));
  return lookBacks(foldRestated(foldCeilings(foldPromises(told), documents)));
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
  roles.sort(([a, x], [b, y]) => compareSupport(docs(y), docs(x), documents) || byText(a, b));
  return (roles[0]?.[0] ?? sum.role) as AmountRole;
}

function docs(claims: Claim[]): string[] {
  return documentIdsOf(claims.map((claim) => claim.fact));
}

/** Rule 2: a promise and a later payment of the same size, never told side by side, are one. */
function foldPromises(sums: Sum[]): Sum[] {
  const isPaid = (promise: Sum, payment: Sum) =>
    payment.role === 'tranche' &&
    sameValue(promise, payment) &&
    apart(promise, payment) &&
    knownAfter(payment, promise);
  return fold(sums, 'future', isPaid);
}

/** Rule 3: careful wording wins, unless a better source tells of a payment. */
function foldCeilings(sums: Sum[], documents: Documents): Sum[] {
  const bestClass = (sum: Sum) => Math.min(...sum.claims.map((claim) => claim.rank));
  const isCeiling = (payment: Sum, ceiling: Sum) =>
    ceiling.role === 'ceiling' &&
    sameValue(payment, ceiling) &&
    apart(payment, ceiling) &&
    bestClass(payment) >= bestClass(ceiling) &&
    publishers(docs(payment.claims), documents).size <= 2 * publishers(docs(ceiling.claims), documents).size &&
    sameTime(payment, ceiling);
  return fold(sums, 'tranche', isCeiling);
}

/** Rule 3: "Amazon, which put in $4bn" beside 1.25 + 2.75 and a total of 4 is the total. */
function foldRestated(sums: Sum[]): Sum[] {
  const isTotal = (payment: Sum, total: Sum) =>
    total.role === 'total' &&
    sameValue(payment, total) &&
    apart(payment, total) &&
    sameTime(payment, total) &&
    (dateOf(payment) === null || addsUp(sums, payment));
  return fold(sums, 'tranche', isTotal);
}

/** Rule 4: "Amazon, which has put in $8bn" beside 1.25, 2.75 and 4, each with its day. */
function lookBacks(sums: Sum[]): Sum[] {
  const dated = sums.filter((sum) => dateOf(sum) !== null);
  const isLookBack = (sum: Sum) => sum.role === 'tranche' && dateOf(sum) === null && addsUp([...dated, sum], sum);
  return sums.map((sum) => (isLookBack(sum) ? { ...sum, role: 'total' } : sum));
}

/** True when two or more other payments up to its day come to the same sum. */
function addsUp(sums: Sum[], whole: Sum): boolean {
  const until = earliest(whole);
  if (until === null) return false;
  const isPart = (sum: Sum) =>
    sum !== whole && sum.role === 'tranche' && currencyOf(sum) === currencyOf(whole) && startsBy(sum, until);
  const parts = sums.filter(isPart);
  const value = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  return parts.length > 1 && sameMoney({ value, currency: currencyOf(whole) }, founding(whole));
}

function startsBy(sum: Sum, until: PartialDay): boolean {
  const start = earliest(sum);
  return start === null || firstDay(start) <= lastDay(until);
}

/** Joins each sum of `role` to the first other that it belongs to. */
function fold(sums: Sum[], role: AmountRole, belongs: (sum: Sum, to: Sum) => boolean): Sum[] {
  const kept = sums.filter((sum) => sum.role !== role || !sums.some((to) => to !== sum && belongs(sum, to)));
  const gone = sums.filter((sum) => !kept.includes(sum));
  return kept.map((to) => {
    const joined = gone.filter((sum) => kept.find((k) => belongs(sum, k)) === to);
    return joined.length ? { ...to, claims: [...to.claims, ...joined.flatMap((sum) => sum.claims)] } : to;
  });
}

/** No document tells both. */
function apart(a: Sum, b: Sum): boolean {
  const told = new Set(docs(a.claims));
  return !docs(b.claims).some((id) => told.has(id));
}

/**
 * A payment and a maximum or total of one size speak of one moment when their days agree. Without a date, background
 * recalls whatever came before it; a document's own news counts from the day it was known.
 */
function sameTime(payment: Sum, other: Sum): boolean {
  const recalled = dateOf(payment) === null && payment.claims.every((claim) => claim.fact.background);
  if (recalled) return canKnow(latestKnown(payment), dateOf(other));
  const [a, b] = [earliest(payment), earliest(other)];
  return a === null || b === null || gapInDays(a, b) <= SAME_EVENT_DAYS;
}

function knownAfter(later: Sum, sooner: Sum): boolean {
  const [a, b] = [earliest(sooner), earliest(later)];
  return a !== null && b !== null && comparePartial(a, b) < 0;
}

/** The first day on which a sum is known: its own date, else the first document that tells it. */
function earliest(sum: Sum): PartialDay | null {
  return dateOf(sum) ?? knownDays(sum)[0] ?? null;
}

function latestKnown(sum: Sum): PartialDay | null {
  return knownDays(sum).at(-1) ?? null;
}

function knownDays(sum: Sum): PartialDay[] {
  return sum.claims.flatMap((claim) => claim.knownBy ?? []).sort(comparePartial);
}

function founding(sum: Sum) {
  return (sum.claims[0] as Claim).fact.amount;
}

const sizeOf = (sum: Sum) => founding(sum).value;
const currencyOf = (sum: Sum): Currency => founding(sum).currency;
const sameValue = (a: Sum, b: Sum) => sameMoney(founding(a), founding(b));

/** The date of a sum: the most exact one of the best source, the earliest when they differ; null when none is stated. */
export function dateOf(sum: Sum): PartialDay | null {
  const dated = sum.claims.filter(
    (claim) => claim.date !== null && (claim.role === 'future') === (sum.role === 'future'),
  );
  const order = (a: Claim, b: Claim) =>
    (b.date?.length ?? 0) - (a.date?.length ?? 0) || a.rank - b.rank || comparePartial(a.date, b.date);
  return dated.sort(order)[0]?.date ?? null;
}

/** The claim whose figure is shown: the figure that most sources tell, the lower one when they are even. */
export function shownClaim(sum: Sum, documents: Documents): Claim {
  const figures = [...groupBy(sum.claims, (claim) => String(claim.fact.amount.value)).values()];
  const value = (claims: Claim[]) => (claims[0] as Claim).fact.amount.value;
  figures.sort((a, b) => compareSupport(docs(b), docs(a), documents) || value(a) - value(b));
  return (figures[0] as Claim[])[0] as Claim;
}

/** Done when one document says so; else reported, else ended. */
export function certaintyOf(sum: Sum): Certainty {
  const said = new Set(sum.claims.map((claim) => claim.certainty));
  return said.has('done') ? 'done' : said.has('reported') ? 'reported' : 'ended';
}
