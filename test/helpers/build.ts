import type { Amount, AmountRole } from '../../model/amount.ts';
import { commonName, pairId } from '../../model/company.ts';
import type { Day, PartialDay } from '../../model/day.ts';
import type { DealKind, Term } from '../../model/deal.ts';
import {
  type AmountFact,
  type DealFact,
  type Fact,
  type NewFact,
  type ScrutinyFact,
  type TermFact,
  withId,
} from '../../model/fact.ts';
import type { Deal, DealEvent, DealTerm, DocumentRef, Pair, Scrutiny } from '../../model/ledger.ts';
import type { ScrutinyStatus, ScrutinyStep } from '../../model/scrutiny.ts';

/** Small believable facts, deals and pairs: each takes what matters to a test and fills in the rest. */

export const day = (text: string) => text as Day & PartialDay;

type Some<T> = { [K in keyof T]?: T[K] | undefined };

/** Leaves out what is undefined, so that it does not replace a default. */
const stated = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

const base = { documentId: 'd1', confidence: 0.9, background: false, acquirer: 'Amazon', target: 'Anthropic' };
const evidence = [{ quote: 'so it is written', start: 0, end: 16, in: 'text' as const }];

export function aDealFact(given: Some<DealFact> = {}): Fact {
  return withId({
    ...base,
    type: 'deal',
    kind: 'investment',
    certainty: 'done',
    evidence,
    ...stated(given),
  } as NewFact);
}

export function anAmountFact(
  value: number,
  role: AmountRole,
  given: Some<Omit<AmountFact, 'amount'>> & { date?: string; currency?: string } & Pick<
      Amount,
      'low' | 'high' | 'hedge' | 'further'
    > = {},
): Fact {
  const { date, currency = 'USD', low, high, hedge, further, ...rest } = given;
  const range = low !== undefined && high !== undefined ? { low, high } : {};
  const told = { ...range, ...(hedge ? { hedge } : {}), ...(further ? { further } : {}) };
  const amount: Amount = { value, currency, role, ...told, ...(date ? { date: day(date) } : {}) };
  return withId({ ...base, type: 'amount', kind: 'investment', amount, evidence, ...stated(rest) } as NewFact);
}

export function aTermFact(term: Term, given: Some<TermFact> = {}): Fact {
  return withId({
    ...base,
    type: 'term',
    kind: 'investment',
    term,
    detail: null,
    evidence,
    ...stated(given),
  } as NewFact);
}

export function aScrutinyFact(
  status: ScrutinyStatus,
  given: Some<Omit<ScrutinyFact, 'date'>> & { date?: string | null } = {},
): Fact {
  const { date, ...rest } = given;
  const said = { stage: null, authority: 'CMA', status, date: date ? day(date) : null };
  return withId({ ...base, type: 'scrutiny', ...said, evidence, ...stated(rest) } as NewFact);
}

/** A document: press of its own publisher unless told otherwise. */
export function aDocument(
  id: string,
  given: Some<Omit<DocumentRef, 'published'>> & { published?: string | null } = {},
): DocumentRef {
  const { published, ...rest } = given;
  return {
    id,
    publisher: `Outlet ${id}`,
    sourceClass: 'press',
    published: published ? day(published) : null,
    fetchedOn: day('2026-06-01'),
    ...stated(rest),
  } as DocumentRef;
}

export function documentsOf(...documents: DocumentRef[]): Map<string, DocumentRef> {
  return new Map(documents.map((document) => [document.id, document]));
}

export function anEvent(
  value: number | null,
  role: AmountRole,
  given: Some<Omit<DealEvent, 'date'>> & { date?: string } = {},
): DealEvent {
  const { date, ...rest } = given;
  return {
    id: `event-${role}-${value}-${date ?? 'undated'}`,
    date: date ? day(date) : null,
    value,
    currency: value === null ? null : 'USD',
    role,
    low: null,
    high: null,
    instrument: null,
    factIds: [],
    documentIds: [],
    disputedBy: [],
    ...stated(rest),
  } as DealEvent;
}

export function aTerm(term: Term, ...details: string[]): DealTerm {
  return { term, details, factIds: [`fact-${term}`] };
}

export function aDeal(kind: DealKind, given: Some<Deal> = {}): Deal {
  return {
    id: `deal-${kind}`,
    kind,
    certainty: 'done',
    factIds: [`fact-${kind}`],
    events: [],
    terms: [],
    ...given,
  } as Deal;
}

export function aStep(status: ScrutinyStatus, date: string | null = null): ScrutinyStep {
  return {
    status,
    date: date ? day(date) : null,
    stage: status,
    sourceClass: 'official',
    factIds: [],
    documentIds: [],
  };
}

export function aScrutiny(authority: string, ...history: ScrutinyStep[]): Scrutiny {
  const last = history.at(-1);
  if (!last) throw new Error('a row needs at least one step');
  return {
    authority,
    status: last.status,
    asOf: last.date,
    source: 'official',
    needsReview: null,
    history,
    proposed: [],
  };
}

/** A pair of Amazon and Anthropic unless told otherwise. */
export function aPair(given: Some<Omit<Pair, 'sums'>> & { sums?: Some<Pair['sums']> } = {}): Pair {
  const { sums, acquirer = 'Amazon', target = 'Anthropic', ...rest } = given;
  return {
    id: pairId(acquirer, target),
    acquirer: commonName(acquirer),
    target: commonName(target),
    layer: 'model',
    deals: [],
    sums: { paid: {}, committed: {}, ceiling: {}, ...sums },
    scrutiny: [],
    documentIds: [],
    ...stated(rest),
  } as Pair;
}
