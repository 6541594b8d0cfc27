import type { AmountRole, Currency, Hedge, HedgeByCurrency, SumByCurrency } from './amount.ts';
import type { Day, PartialDay } from './day.ts';
import type { Certainty, DealKind, Layer, Term } from './deal.ts';
import { type Authority, isOpen, type ScrutinyStatus, type ScrutinyStep, type SourceClass } from './scrutiny.ts';

/** One acquirer group and one target, with everything known between them. Derived: can be dropped and rebuilt. */
export interface Pair {
  /** From the names: `amazon--anthropic`. */
  id: string;
  acquirer: string;
  target: string;
  layer: Layer | null;
  deals: Deal[];
  sums: { paid: SumByCurrency; committed: SumByCurrency; ceiling: SumByCurrency };
  /** How exact those sums are told, where they are not exact: what is made of "over $3bn" is "over". */
  hedges?: { paid?: HedgeByCurrency; committed?: HedgeByCurrency; ceiling?: HedgeByCurrency };
  /** The same in US dollars, other currencies at the reference rates of their days; missing where a rate was. */
  usd?: { paid?: number; committed?: number; ceiling?: number };
  scrutiny: Scrutiny[];
  /** What bodies that review foreign investment did about it: never competition scrutiny; missing when none is known. */
  foreignInvestment?: Scrutiny[];
  /** Documents that speak of this pair, newest first. */
  documentIds: string[];
}

export interface Deal {
  /** `amazon--anthropic--investment`. */
  id: string;
  kind: DealKind;
  certainty: Certainty;
  /** Facts that state the deal as such. */
  factIds: string[];
  events: DealEvent[];
  terms: DealTerm[];
  /** What this deal alone has paid; missing means that the pair's sum is all there is. */
  paid?: SumByCurrency;
  /** How exact that is told, where it is not exact. */
  paidHedges?: HedgeByCurrency;
  /** Day of the first document that reports it as done: stands in for a date that no document states. */
  knownSince?: PartialDay;
}

/** One sum, told by one or many documents. */
export interface DealEvent {
  id: string;
  date: PartialDay | null;
  /** For a sum without a date: the first day on which a document told it as its news. Never shown as its date. */
  reportedOn?: PartialDay;
  /** Null when the sum is not known. */
  value: number | null;
  currency: Currency | null;
  role: AmountRole;
  low: number | null;
  high: number | null;
  /** "About", "over": when every document that tells this figure says so. */
  hedge?: Hedge;
  /** Told as coming on top of what was told before. */
  further?: true;
  /** A total that is less than the payments known by then: it contradicts them, is shown, and counts for nothing. */
  belowParts?: true;
  instrument: string | null;
  /** How sure this sum is; missing means as sure as the deal. Talks of a further sum do not make it paid. */
  certainty?: Certainty;
  factIds: string[];
  documentIds: string[];
  /** Documents whose figure contradicts this one; shown, never hidden. */
  disputedBy: { documentId: string; value: number; currency: Currency; factId: string }[];
}

export interface DealTerm {
  term: Term;
  details: string[];
  factIds: string[];
  /** The first day on which a document tells it as its news; missing when none is dated. */
  since?: PartialDay;
  /** The day on which a later document tells of what took its place; missing while it stands. */
  until?: PartialDay;
  /** What took its place. */
  endedBy?: Term;
}

/** A pair before one authority. */
export interface Scrutiny {
  authority: Authority;
  status: ScrutinyStatus;
  asOf: PartialDay | null;
  /** How the shown status is known: `reported` rests on the press alone. */
  source: SourceClass | 'reported';
  /** Set when a step does not follow from the one before, or one outlet alone says so. */
  needsReview: string | null;
  history: ScrutinyStep[];
  /** Steps that one outlet alone reports, waiting for a second or an official page. */
  proposed: ScrutinyStep[];
}

/**
 * The status to show, or null when nothing is established: one outlet alone has told of a step, which waits in
 * `proposed` for a second outlet or an official page.
 */
export function shownStatus(scrutiny: Pick<Scrutiny, 'status' | 'history'>): ScrutinyStatus | null {
  return scrutiny.history.length ? scrutiny.status : null;
}

/** True while an authority still has a step to take; watching after a request has been answered is none. */
export function isOpenCase({ status, history }: Pick<Scrutiny, 'status' | 'history'>): boolean {
  const before = history.findLast((step) => step.status !== status)?.status ?? null;
  return isOpen(status, before);
}

/** What assembly needs to know of a document. */
export interface DocumentRef {
  id: string;
  publisher: string;
  /** Whose word it is: an agency, a house of papers (model/outlet.ts); the publisher's when missing. */
  voice?: string;
  sourceClass: SourceClass;
  published: PartialDay | null;
  fetchedOn: Day;
}
