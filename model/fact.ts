import { createHash } from 'node:crypto';
import type { Amount } from './amount.ts';
import type { PartialDay } from './day.ts';
import type { Certainty, DealKind, Term } from './deal.ts';
import type { Evidence } from './evidence.ts';
import type { ReadDeal, Reading } from './reading.ts';
import { type Authority, type ScrutinyStatus, STUDY_ENDED } from './scrutiny.ts';

export const FACT_TYPES = ['deal', 'amount', 'term', 'scrutiny'] as const;
export type FactType = (typeof FACT_TYPES)[number];

interface FactBase {
  /** By content: the same document read alike gives the same ids, in whatever order. */
  id: string;
  documentId: string;
  confidence: number;
  background: boolean;
  evidence: Evidence[];
  /** True when a person read it: it outranks what the machine reads. */
  checked?: true;
}

interface PairFact extends FactBase {
  acquirer: string;
  target: string;
  kind: DealKind;
}

export interface DealFact extends PairFact {
  type: 'deal';
  certainty: Certainty;
}

export interface AmountFact extends PairFact {
  type: 'amount';
  amount: Amount;
}

export interface TermFact extends PairFact {
  type: 'term';
  term: Term;
  detail: string | null;
}

export interface ScrutinyFact extends FactBase {
  type: 'scrutiny';
  authority: Authority;
  acquirer: string | null;
  target: string | null;
  status: ScrutinyStatus;
  date: PartialDay | null;
  /** The page's own words for the step, or null when only the status was understood. */
  stage: string | null;
}

/** One claim of one document. Never edited: a new reading supersedes the old set, which is kept. */
export type Fact = DealFact | AmountFact | TermFact | ScrutinyFact;

type WithoutId<F> = F extends Fact ? Omit<F, 'id'> : never;
export type NewFact = WithoutId<Fact>;

/** Of the words behind a fact, those in the text that name a party; then any in the text; a headline last. */
export function bestWords({ evidence, acquirer, target }: Fact): Evidence | undefined {
  const inText = evidence.filter((one) => one.in === 'text');
  const names = [acquirer, target].flatMap((name) => (name ? [name.toLowerCase()] : []));
  const namesParty = ({ quote }: Evidence) => names.some((name) => quote.toLowerCase().includes(name));
  return inText.find(namesParty) ?? inText[0] ?? evidence[0];
}

/** Gives a fact its id: 20 hexadecimal digits over everything that it says and where. */
export function withId(fact: NewFact): Fact {
  const id = createHash('sha256').update(JSON.stringify(fact)).digest('hex').slice(0, 20);
  return { id, ...fact } as Fact;
}

/** Takes what was read in a document; gives its facts, in reading order. */
export function factsOf(documentId: string, reading: Reading): Fact[] {
  return [
    ...reading.deals.flatMap((deal) => dealFacts(documentId, deal)),
    ...[...(reading.earlier ?? []), ...reading.scrutiny, ...(reading.foreignInvestment ?? [])].map(
      ({ quotes, ...said }) =>
        withId({
          type: 'scrutiny',
          documentId,
          confidence: 1,
          background: false,
          evidence: quotes,
          stage: said.ended ? STUDY_ENDED : null,
          authority: said.authority,
          acquirer: said.acquirer,
          target: said.target,
          // Handbook 2.5: a study that has ended leaves the authority watching, with no request open.
          status: said.ended ? 'monitoring' : said.status,
          date: said.date,
        }),
    ),
  ];
}

function dealFacts(documentId: string, deal: ReadDeal): Fact[] {
  const { acquirer, target, kind, confidence, background } = deal;
  const base = { documentId, confidence, background, acquirer, target, kind };
  return [
    withId({ ...base, type: 'deal', certainty: deal.certainty, evidence: deal.quotes }),
    ...deal.amounts.map(({ quote, start, end, in: part, ...amount }) =>
      withId({ ...base, type: 'amount', amount, evidence: [{ quote, start, end, in: part }] }),
    ),
    ...deal.terms.map(({ term, detail, quote, start, end, in: part }) =>
      withId({ ...base, type: 'term', term, detail, evidence: [{ quote, start, end, in: part }] }),
    ),
  ];
}
