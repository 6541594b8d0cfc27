import { type AmountRole, sameMoney } from '../model/amount.ts';
import { comparePartial, firstDay, lastDay, type PartialDay } from '../model/day.ts';
import { canKnow, gapInDays, SAME_EVENT_DAYS } from './claims.ts';
import { type Documents, publishers } from './support.ts';
import {
  apart,
  currencyOf,
  dateOf,
  earliest,
  firstKnown,
  founding,
  latestKnown,
  type Sum,
  sameValue,
  tellers,
} from './told-sum.ts';

/** Rule 2: a promise and a later payment of the same size, never told side by side, are one. */
export function foldPromises(sums: Sum[]): Sum[] {
  const isPaid = (promise: Sum, payment: Sum) =>
    payment.role === 'tranche' && sameValue(promise, payment) && apart(promise, payment) && keeps(payment, promise);
  return fold(sums, 'future', isPaid);
}

/** Rule 3: careful wording wins, unless a better source tells of a payment. */
export function foldCeilings(sums: Sum[], documents: Documents): Sum[] {
  const bestClass = (sum: Sum) => Math.min(...sum.claims.map((claim) => claim.rank));
  const isCeiling = (payment: Sum, ceiling: Sum) =>
    ceiling.role === 'ceiling' &&
    sameValue(payment, ceiling) &&
    apart(payment, ceiling) &&
    bestClass(payment) >= bestClass(ceiling) &&
    publishers(tellers(payment.claims), documents).size <= 2 * publishers(tellers(ceiling.claims), documents).size &&
    sameTime(payment, ceiling);
  return fold(sums, 'tranche', isCeiling);
}

/** Rule 3: the size of a round and one investor's payment are not both that sum: most outlets decide, else the round. */
export function foldRounds(sums: Sum[], documents: Documents): Sum[] {
  const outlets = (sum: Sum) => publishers(tellers(sum.claims), documents).size;
  const isOne = (payment: Sum, round: Sum) =>
    payment.role === 'tranche' &&
    round.role === 'round' &&
    sameValue(payment, round) &&
    apart(payment, round) &&
    sameTime(payment, round);
  const misread = fold(sums, 'tranche', (a, b) => isOne(a, b) && outlets(a) <= outlets(b));
  return fold(misread, 'round', (a, b) => isOne(b, a) && outlets(b) > outlets(a));
}

/** Rule 3: "Amazon, which put in $4bn" beside a total of 4 is the total. */
export function foldRestated(sums: Sum[]): Sum[] {
  const isTotal = (payment: Sum, total: Sum) => {
    if (total.role !== 'total' || !sameValue(payment, total) || !apart(payment, total) || isOnTop(payment))
      return false;
    if (dateOf(payment)) return sameTime(payment, total) && addsUp(sums, payment);
    return canKnow(latestKnown(payment), earliest(total)) && !isOutgrown(payment, sums);
  };
  return fold(sums, 'tranche', isTotal);
}

/** Rule 4: "Amazon, which has put in $8bn" beside 1.25, 2.75 and 4. */
export function lookBacks(sums: Sum[]): Sum[] {
  const isLookBack = (sum: Sum) =>
    sum.role === 'tranche' && dateOf(sum) === null && !isOnTop(sum) && addsUp(sums, sum) && !isOutgrown(sum, sums);
  return sums.map((sum) => (isLookBack(sum) ? { ...sum, role: 'total' } : sum));
}

/** Rule 5: "650 in all, 620 of it for a licence and 30 for a promise not to sue": the 30, less than what is told beside it, is a part. */
export function partsOfTotals(sums: Sum[]): Sum[] {
  const isPart = ({ role }: Sum) => role === 'fee' || role === 'tranche';
  const beside = (sum: Sum) =>
    sums.filter((other) => isPart(other) && currencyOf(other) === currencyOf(sum) && !apart(other, sum));
  const completes = (sum: Sum, whole: Sum, parts: Sum[]) =>
    whole.role === 'total' && founding(whole).value > founding(sum).value && isSumOf(whole, [sum, ...parts]);
  return sums.map((sum) => {
    if (sum.role !== 'total') return sum;
    const parts = beside(sum);
    const isLess = founding(sum).value < parts.reduce((all, part) => all + founding(part).value, 0);
    const isPartOf = (whole: Sum) => completes(sum, whole, parts);
    return isLess && sums.some(isPartOf) ? { ...sum, role: 'tranche' } : sum;
  });
}

/** "A further 30 billion" looks back on nothing. */
const isOnTop = (sum: Sum) => sum.claims.some((claim) => claim.fact.amount.further);

/** True when a document of a sum tells a larger one as well: "another 4 billion, 8 in all" means that 4 is no total. */
function isOutgrown(sum: Sum, sums: Sum[]): boolean {
  const isLarger = (other: Sum) =>
    (other.role === 'total' || other.role === 'tranche') &&
    currencyOf(other) === currencyOf(sum) &&
    founding(other).value > founding(sum).value;
  return sums.some((other) => isLarger(other) && !sameValue(other, sum) && !apart(other, sum));
}

/**
 * True when two or more other payments up to its day come to the same sum. One that a single document tells may be left
 * out: it may be misread, or somebody else's.
 */
function addsUp(sums: Sum[], whole: Sum): boolean {
  const until = earliest(whole);
  if (until === null) return false;
  const isPart = (sum: Sum) =>
    sum !== whole && sum.role === 'tranche' && currencyOf(sum) === currencyOf(whole) && startsBy(sum, until);
  const parts = sums.filter(isPart);
  const doubtful = parts.filter((part) => tellers(part.claims).length === 1);
  return [parts, ...doubtful.map((one) => parts.filter((part) => part !== one))].some((some) => isSumOf(whole, some));
}

function isSumOf(whole: Sum, parts: Sum[]): boolean {
  const value = parts.reduce((sum, part) => sum + founding(part).value, 0);
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

/** A promise comes before its payment, on the day promised if there was one. */
function keeps(payment: Sum, promise: Sum): boolean {
  const [promised, paid, due] = [firstKnown(promise), earliest(payment), dateOf(promise)];
  if (promised === null || paid === null || comparePartial(promised, paid) >= 0) return false;
  return due === null || gapInDays(due, paid) <= SAME_EVENT_DAYS;
}
