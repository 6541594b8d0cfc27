import { commonName, findCompany, foldName, pairId, sameGroup } from '../model/company.ts';
import { comparePartial, type PartialDay } from '../model/day.ts';
import { DEAL_KINDS, type DealKind } from '../model/deal.ts';
import type { AmountFact, DealFact, Fact, ScrutinyFact, TermFact } from '../model/fact.ts';
import type { Deal, DealEvent, DocumentRef, Pair } from '../model/ledger.ts';
import type { RateLookup } from '../model/rate.ts';
import { isCompetitionAuthority } from '../model/scrutiny.ts';
import { certaintyOfDeal } from './certainty.ts';
import { claimsOf, foundingFacts } from './claims.ts';
import { withDisputes } from './disputes.ts';
import { dollarsOf } from './dollars.ts';
import { sumsOf } from './events.ts';
import { scrutinyOf } from './scrutiny.ts';
import { paidByDeal, sumsOfPair } from './sums.ts';
import { byText, type Documents, documentIdsOf, factIdsOf, groupBy, knownBy } from './support.ts';
import { termsOf } from './terms.ts';
import { certaintyOf, dateOf, type Sum, shownClaim } from './told-sum.ts';

export { sectorSteps } from './scrutiny.ts';

type PairedFact = Exclude<Fact, ScrutinyFact> | (ScrutinyFact & { acquirer: string; target: string });

/**
 * Takes facts and the documents they come from; gives the ledger: one pair for each acquirer group and target, sorted
 * by id. The same facts give the same ledger in whatever order they come, and a fact handed in twice counts once.
 * Facts of an unknown document count as undated press. With reference rates the sums are given in dollars too.
 */
export function assemble(
  facts: Fact[],
  documents: ReadonlyMap<string, DocumentRef>,
  rates: RateLookup | null = null,
): Pair[] {
  const once = [...new Map(facts.map((fact) => [fact.id, fact])).values()].sort((a, b) => byText(a.id, b.id));
  const paired = withoutDoubles(turned(once.filter(isPaired)));
  const groups = groupBy(paired, (fact) => pairId(fact.acquirer, fact.target));
  const pairs = [...groups.entries()].map(([id, group]) => withDollars(pairOf(id, group, documents), rates));
  return pairs.filter(isWorthKeeping).sort((a, b) => byText(a.id, b.id));
}

function withDollars(pair: Pair, rates: RateLookup | null): Pair {
  const usd = rates ? dollarsOf(pair, rates) : {};
  return Object.keys(usd).length ? { ...pair, usd } : pair;
}

/** A group's deal with a part of itself is none. */
function isPaired(fact: Fact): fact is PairedFact {
  return fact.acquirer !== null && fact.target !== null && !sameGroup(fact.acquirer, fact.target);
}

/** Authorities name parties in either order: a case goes to the pair that has the deals. */
function turned(facts: PairedFact[]): PairedFact[] {
  const dealt = new Set(facts.filter((f) => f.type !== 'scrutiny').map((f) => pairId(f.acquirer, f.target)));
  return facts.map((fact) => {
    const turn = !dealt.has(pairId(fact.acquirer, fact.target)) && dealt.has(pairId(fact.target, fact.acquirer));
    return turn ? { ...fact, acquirer: fact.target, target: fact.acquirer } : fact;
  });
}

/**
 * One document that tells one figure both as a payment and as spend between the same two parties tells one sum when it
 * uses the same words for both, or is much surer of one: then it is that. A check by a person is not weighed.
 */
function withoutDoubles(facts: PairedFact[]): PairedFact[] {
  const figures = groupBy(facts.filter(isAmount), ({ acquirer, target, documentId, amount }) =>
    [pairId(acquirer, target), documentId, amount.value, amount.currency].join(' '),
  );
  const doubles = new Set<string>();
  for (const told of figures.values()) {
    if (told.length < 2) continue;
    for (const fact of told) if (told.some((other) => outweighs(other, fact))) doubles.add(fact.id);
  }
  return doubles.size ? facts.filter((fact) => !doubles.has(fact.id)) : facts;
}

/** By so much confidence one reading of a figure must be surer than another that stands elsewhere in the document. */
const MUCH_SURER = 0.3;

function outweighs(a: AmountFact, b: AmountFact): boolean {
  if ((a.kind === 'cloud') === (b.kind === 'cloud') || b.checked) return false;
  const lead = a.checked ? Number.POSITIVE_INFINITY : a.confidence - b.confidence;
  return lead >= MUCH_SURER || (lead > 0 && placeOf(a) === placeOf(b));
}

const isAmount = (fact: PairedFact): fact is AmountFact => fact.type === 'amount';
const placeOf = ({ evidence }: AmountFact) => evidence.map((e) => `${e.in} ${e.start}`).join();

/** A pair known from a case alone is kept when one party is a company we follow; other mergers are not our subject. */
function isWorthKeeping(pair: Pair): boolean {
  const followed = findCompany(pair.acquirer) ?? findCompany(pair.target);
  return pair.deals.length > 0 || (pair.scrutiny.length > 0 && followed !== null);
}

function pairOf(id: string, facts: PairedFact[], documents: Documents): Pair {
  const target = shownName(facts.map((fact) => fact.target));
  const deals = DEAL_KINDS.flatMap((kind) => dealOf(id, kind, facts, documents) ?? []);
  const steps = facts.filter((fact): fact is ScrutinyFact & PairedFact => fact.type === 'scrutiny');
  const foreign = steps.filter((fact) => !isCompetitionAuthority(fact.authority));
  return {
    id,
    acquirer: shownName(facts.map((fact) => fact.acquirer)),
    target,
    layer: findCompany(target)?.layer ?? null,
    deals,
    ...sumsOfPair(deals, documents),
    scrutiny: scrutinyOf(
      steps.filter((fact) => isCompetitionAuthority(fact.authority)),
      documents,
    ),
    ...(foreign.length ? { foreignInvestment: scrutinyOf(foreign, documents) } : {}),
    documentIds: newestFirst(documentIdsOf(facts), documents),
  };
}

/** The listed name; for a company not in the list, the spelling used most. */
function shownName(names: string[]): string {
  const spellings = [...groupBy(names.map(commonName), (name) => name).entries()];
  spellings.sort(([a, x], [b, y]) => y.length - x.length || foldName(a).length - foldName(b).length || byText(a, b));
  return spellings[0]?.[0] ?? '';
}

function newestFirst(ids: string[], documents: Documents): string[] {
  const known = (id: string) => knownBy(documents.get(id));
  return ids.sort((a, b) => comparePartial(known(b), known(a)) || byText(a, b));
}

function dealOf(pair: string, kind: DealKind, facts: PairedFact[], documents: Documents): Deal | null {
  const own = facts.filter((fact) => fact.type !== 'scrutiny' && fact.kind === kind);
  const stated = own.filter((fact): fact is DealFact => fact.type === 'deal');
  const founding = foundingFacts(kind === 'acquisition' ? realPurchases(stated, facts) : stated, documents);
  if (!founding.length) return null;
  const id = `${pair}--${kind}`;
  const amounts = own.filter((fact): fact is AmountFact => fact.type === 'amount');
  const deal: Deal = {
    id,
    kind,
    certainty: certaintyOfDeal(founding, documents),
    factIds: factIdsOf(stated),
    events: eventsOf(id, kind, amounts, stated, founding, documents),
    terms: termsOf(
      own.filter((fact): fact is TermFact => fact.type === 'term'),
      documents,
    ),
  };
  const since = knownSince(founding, documents);
  return { ...deal, ...paidByDeal(deal, documents), ...(since ? { knownSince: since } : {}) };
}

/**
 * A document that says how much less than half was bought tells of a stake, whatever its verb; and one that tells surer
 * of a supply or a stake between the two, without a price, has not told of a purchase. Their facts stay, they found nothing.
 */
function realPurchases(stated: DealFact[], facts: PairedFact[]): DealFact[] {
  const inDocument = (id: string) => facts.filter((fact) => fact.documentId === id);
  return stated.filter((fact) => {
    const beside = inDocument(fact.documentId);
    const minority = beside.some((one) => one.type === 'term' && one.term === 'stake' && isMinority(one.detail));
    const priced = beside.some((one) => one.type === 'amount' && one.kind === 'acquisition');
    const surer = beside.some(
      (one) =>
        one.type === 'deal' && (one.kind === 'cloud' || one.kind === 'investment') && one.confidence > fact.confidence,
    );
    return !minority && (priced || !surer);
  });
}

function isMinority(detail: string | null): boolean {
  const share = /\d+(?:[.,]\d+)?(?=\s?(?:%|per ?cent|prozent|pour cent|por ciento|per cento))/i.exec(detail ?? '')?.[0];
  return share !== undefined && Number(share.replace(',', '.')) < 50;
}

function knownSince(founding: DealFact[], documents: Documents): PartialDay | null {
  const news = founding.filter((fact) => fact.certainty === 'done' && !fact.background);
  return news.flatMap((fact) => documents.get(fact.documentId)?.published ?? []).sort(comparePartial)[0] ?? null;
}

/** A sum counts when a document that may found the deal tells it; the others only bear it out. */
function eventsOf(
  dealId: string,
  kind: DealKind,
  amounts: AmountFact[],
  stated: DealFact[],
  founding: DealFact[],
  documents: Documents,
): DealEvent[] {
  const trusted = new Set(
    [...founding, ...amounts.filter((a) => !stated.some((d) => d.documentId === a.documentId))].map(
      (f) => f.documentId,
    ),
  );
  const sums = sumsOf(kind, claimsOf(amounts, stated, documents), documents);
  const carried = sums.filter((sum) => sum.claims.some((claim) => trusted.has(claim.fact.documentId)));
  const events = withUniqueIds(carried.map((sum) => eventOf(dealId, sum, documents)).sort(compareEvents));
  const documentOf = new Map(amounts.map((fact) => [fact.id, fact.documentId]));
  const factIn = (event: DealEvent, documentId: string) =>
    event.factIds.find((id) => documentOf.get(id) === documentId) ?? '';
  return withDisputes(events, documents, factIn);
}

function eventOf(dealId: string, sum: Sum, documents: Documents): DealEvent {
  const { value, currency, low, high } = shownClaim(sum, documents).fact.amount;
  const date = dateOf(sum);
  const facts = sum.claims.map((claim) => claim.fact);
  return {
    id: `${dealId}--${sum.role}-${date ?? 'undated'}-${value}-${currency.toLowerCase()}`,
    date,
    ...(date === null ? reportedOn(sum, documents) : {}),
    value,
    currency,
    role: sum.role,
    low: low ?? null,
    high: high ?? null,
    ...hedgeOf(sum, value),
    ...(sum.claims.some((claim) => claim.fact.amount.further) ? { further: true as const } : {}),
    instrument: instrumentOf(sum, value),
    certainty: certaintyOf(sum),
    factIds: factIdsOf(facts),
    documentIds: documentIdsOf(facts),
    disputedBy: [],
  };
}

/** One document that tells the figure as exact is enough. */
function hedgeOf(sum: Sum, value: number): Pick<DealEvent, 'hedge'> {
  const told = sum.claims.flatMap(({ fact: { amount } }) => (amount.value === value ? [amount.hedge] : []));
  const [hedge] = told;
  return hedge && told.every((one) => one !== undefined) ? { hedge } : {};
}

/** The form of a sum as documents tell it of this figure; null where none does, or they tell different ones. */
function instrumentOf(sum: Sum, value: number): string | null {
  const told = sum.claims.flatMap(({ fact: { amount } }) =>
    amount.value === value && amount.instrument ? [amount.instrument] : [],
  );
  return new Set(told).size === 1 ? (told[0] ?? null) : null;
}

/** The first day on which a document tells a sum as its news. */
function reportedOn(sum: Sum, documents: Documents): Pick<DealEvent, 'reportedOn'> {
  const news = sum.claims.filter((claim) => !claim.fact.background);
  const days = news.flatMap((claim) => documents.get(claim.fact.documentId)?.published ?? []).sort(comparePartial);
  return days[0] ? { reportedOn: days[0] } : {};
}

/** By date, undated ones last. */
function compareEvents(a: DealEvent, b: DealEvent): number {
  const undated = Number(a.date === null) - Number(b.date === null);
  return undated || comparePartial(a.date, b.date) || byText(a.id, b.id);
}

/** Two sums of one size and day that a document keeps apart get a number, so that ids stay ids. */
function withUniqueIds(events: DealEvent[]): DealEvent[] {
  const seen = new Map<string, number>();
  return events.map((event) => {
    const times = (seen.get(event.id) ?? 0) + 1;
    seen.set(event.id, times);
    return times > 1 ? { ...event, id: `${event.id}-${times}` } : event;
  });
}
