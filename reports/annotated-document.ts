import { comparePartial } from '../model/day.ts';
import type { StoredDocument } from '../model/document.ts';
import type { AmountFact, DealFact, Fact, ScrutinyFact } from '../model/fact.ts';
import { isCompetitionAuthority } from '../model/scrutiny.ts';

interface AnnotatedDeal {
  kind: DealFact['kind'];
  acquirer: string;
  target: string;
  certainty: DealFact['certainty'];
  amounts: AmountFact['amount'][];
  /** A mention in passing: a reader that leaves it out is not wrong. */
  optional?: true;
}

/**
 * Takes a document and the facts that count in it, corrections applied; gives it as an annotated document, in the form
 * in which the reader is measured. Its flags are left to whoever files it: they follow from more than one document.
 */
export function annotatedDocument(document: StoredDocument, facts: readonly Fact[]): object {
  const deals = dealsOf(facts);
  const steps = latestSteps(facts);
  return {
    id: document.id,
    lang: document.language,
    published: document.published,
    publisher: document.publisher,
    sourceClass: document.sourceClass,
    url: document.url,
    title: document.title,
    text: document.text,
    gold: {
      relevant: deals.length + steps.length > 0,
      deals,
      flags: [],
      scrutiny: steps.map(({ authority, acquirer, target, status }) => ({ authority, acquirer, target, status })),
    },
  };
}

function dealsOf(facts: readonly Fact[]): AnnotatedDeal[] {
  const deals = new Map<string, AnnotatedDeal>();
  for (const fact of facts) {
    if (fact.type === 'scrutiny') continue;
    const { kind, acquirer, target } = fact;
    const key = `${kind} ${acquirer} ${target}`;
    const deal = deals.get(key) ?? { kind, acquirer, target, certainty: 'done', amounts: [], ...passing(fact) };
    if (fact.type === 'deal') Object.assign(deal, { certainty: fact.certainty });
    if (fact.type === 'amount') deal.amounts.push(fact.amount);
    deals.set(key, deal);
  }
  return [...deals.values()];
}

const passing = (fact: Fact) => (fact.background ? { optional: true as const } : {});

/** One step for each authority and pair, the latest: an undated one is where the document leaves the case. */
function latestSteps(facts: readonly Fact[]): ScrutinyFact[] {
  const latest = new Map<string, ScrutinyFact>();
  for (const fact of facts) {
    if (fact.type !== 'scrutiny' || !isCompetitionAuthority(fact.authority)) continue;
    const key = JSON.stringify([fact.authority, fact.acquirer, fact.target]);
    const known = latest.get(key);
    const isLater = !known || fact.date === null || (known.date !== null && comparePartial(fact.date, known.date) >= 0);
    if (isLater) latest.set(key, fact);
  }
  return [...latest.values()];
}
