import type { AmountRole } from '../model/amount.ts';
import { comparePartial, daysBetween, firstDay, lastDay, mayBeSameDay, type PartialDay } from '../model/day.ts';
import type { Certainty, DealKind } from '../model/deal.ts';
import type { AmountFact, DealFact } from '../model/fact.ts';
import { byText, classRank, type Documents, knownBy, publishers } from './support.ts';

/** Background mentions at or above this confidence make a deal; below it they only bear out what others say. */
export const BACKGROUND_CONFIDENCE = 0.7;
/** Two reports of one sum may differ by this many days in its date (handbook 5). */
export const SAME_EVENT_DAYS = 10;

/** One document's word for one sum. */
export interface Claim {
  fact: AmountFact;
  role: AmountRole;
  date: PartialDay | null;
  /** What the document tells had happened by this day; orders claims, never shown as a date. */
  knownBy: PartialDay | null;
  certainty: Certainty;
  rank: number;
}

/**
 * Which of a kind's deal facts make the deal: every document that reports it as its own news, and background mentions
 * that are sure enough or come from two outlets. Empty when no document may.
 */
export function foundingFacts(facts: DealFact[], documents: Documents): DealFact[] {
  const sure = facts.filter((fact) => !fact.background || fact.confidence >= BACKGROUND_CONFIDENCE);
  if (sure.length) return sure;
  const outlets = publishers(
    facts.map((fact) => fact.documentId),
    documents,
  );
  return outlets.size > 1 ? facts : [];
}

/** In a supply deal every sum told as paid is spend by the customer. What comes on top of other sums is no total of them. */
function roleIn(kind: DealKind, { role, further }: AmountFact['amount']): AmountRole {
  if (kind === 'cloud' && (role === 'tranche' || role === 'total' || role === 'fee')) return 'commitment';
  return role === 'total' && further ? 'tranche' : role;
}

/**
 * Takes a deal's amounts and deal facts; gives claims in one fixed order whatever the order of facts: the most exactly
 * dated first, so that they found events and vaguer ones join them. A sum is as certain as its document says the deal is.
 */
export function claimsOf(amounts: AmountFact[], deals: DealFact[], documents: Documents): Claim[] {
  const certainties = new Map(deals.map((fact) => [fact.documentId, fact.certainty]));
  const claims = amounts.map((fact): Claim => {
    const document = documents.get(fact.documentId);
    const [date, known] = [fact.amount.date ?? null, knownBy(document)];
    const role = roleIn(fact.kind, fact.amount);
    return {
      fact,
      // A payment dated after its document was written is still a promise.
      role: role === 'tranche' && !canKnow(known, date) ? 'future' : role,
      date,
      knownBy: known,
      certainty: certainties.get(fact.documentId) ?? 'done',
      rank: classRank(document?.sourceClass),
    };
  });
  return claims.sort(compareClaims);
}

function compareClaims(a: Claim, b: Claim): number {
  return (
    (b.date?.length ?? 0) - (a.date?.length ?? 0) ||
    comparePartial(a.date, b.date) ||
    a.rank - b.rank ||
    byText(a.role, b.role) ||
    a.fact.amount.value - b.fact.amount.value ||
    byText(a.fact.id, b.fact.id)
  );
}

/**
 * Days between the nearest days that two dates can mean; 0 when they can mean the same day. Two months, or a year and
 * anything outside it, are never near: nothing says how far apart they are.
 */
export function gapInDays(a: PartialDay, b: PartialDay): number {
  if (mayBeSameDay(a, b)) return 0;
  if (Math.min(a.length, b.length) < MONTH_LENGTH || a.length + b.length === 2 * MONTH_LENGTH)
    return Number.POSITIVE_INFINITY;
  const [earlier, later] = firstDay(a) <= firstDay(b) ? [a, b] : [b, a];
  return Math.max(0, daysBetween(lastDay(earlier), firstDay(later)));
}

const MONTH_LENGTH = 'YYYY-MM'.length;

/** True when a document known by `known` can speak of something dated `date`; no day means it can. */
export function canKnow(known: PartialDay | null, date: PartialDay | null): boolean {
  return known === null || date === null || daysBetween(lastDay(known), firstDay(date)) <= SAME_EVENT_DAYS;
}
