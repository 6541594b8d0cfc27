import type { DealKind } from '../../model/deal.ts';
import { dealKey } from '../../model/reading.ts';
import { assertionOf } from '../frames/certainty.ts';
import type { Frame } from '../frames/frame.ts';
import { isListedAi } from '../names/party.ts';
import type { Claim, ToldSentence } from '../survey.ts';
import { frameOfCandidate } from './candidate-frames.ts';
import { type DealPage, dealFeaturesOf, dealPageOf } from './deal-features.ts';
import dealWeights from './deal-weights.json' with { type: 'json' };
import { type Belief, type PossibleDeal, possibleDeals, type TellingPlace } from './possible-deals.ts';
import { keyOfFrame } from './sum-candidates.ts';
import { likelihoodBy, type Trees } from './trees.ts';
import weights from './weights.json' with { type: 'json' };

const likelihoodOf = likelihoodBy(weights as unknown as Trees);
const dealLikelihoodOf = likelihoodBy(dealWeights as unknown as Trees);

/**
 * Less likely than `deal`, a deal is not told. One that the grammar does not claim needs more: `unclaimed` at least;
 * `beside` for a target that everybody knows, where another deal of its kind with one of the two is told without doubt
 * (`rival`), since such firms are also named by the way; `further` for one kind of deal more than the grammar claims of
 * the same two. Where nothing on a page is as likely as `page`, or as `claimedOnPage` where the grammar claims it, it is
 * about something else. Of a deal that is told, the sentences tell that are nearly as likely as its likeliest. `ended` is
 * for what the grammar reads as over, `recorded` for what labels say and for what is said to be the same again. Chosen by
 * the mean F1 over six groups of authors, each weighed by trees that had not met them, and by how many pages about
 * something else are left alone.
 */
const LEAST = {
  deal: 0.33,
  unclaimed: 0.43,
  beside: 0.62,
  rival: 0.85,
  further: 0.65,
  page: 0.68,
  claimedOnPage: 0.5,
  sentence: 0.4,
  ofBest: 0.6,
  ended: 0.55,
  recorded: 0.6,
};
/** No sentence speaks for a deal whose best is less likely: it is not worth weighing. */
export const HOPELESS = 0.005;

/** What the trees say of a sentence. */
export const learned: Belief = ({ candidate, features }) => likelihoodOf(candidate.kind, features);

/** How likely a deal is told, by what all sentences say, 0–1. */
export type DealBelief = (deal: PossibleDeal, page: DealPage) => number;

/** What the trees say of a deal. */
export const learnedOfDeal: DealBelief = (deal, page) =>
  deal.best < HOPELESS ? 0 : dealLikelihoodOf(deal.kind, dealFeaturesOf(deal, page));

export interface Judgement {
  told: ToldSentence[];
  /** Deal → how likely it is that the document asserts it, 0–1. */
  likelihoods: Map<string, number>;
}

/**
 * Takes what the sentences of a document say and may say; gives the claims that are likely enough. Trees weigh each
 * sentence, and further trees each deal by all its sentences and by what speaks for its rivals. What the grammar claims
 * against all likelihood is dropped, and a likely deal that it missed is claimed by the sentences that tell of it.
 */
export function judge(
  told: readonly ToldSentence[],
  believe: Belief = learned,
  believeDeal: DealBelief = learnedOfDeal,
): Judgement {
  const deals = possibleDeals(told, believe);
  const page = dealPageOf(told, deals);
  const likelihoods = new Map(deals.map((deal) => [deal.key, likelihoodIn(page, deal, believeDeal)]));
  for (const claim of told.flatMap((t) => t.claims)) sayAgain(claim, likelihoods);
  const silent = !deals.some((d) => opensPage(d, likelihoods.get(d.key) ?? 0, page));
  const held = new Set(deals.filter((d) => !silent && holds(d, likelihoods.get(d.key) ?? 0, page)).map((d) => d.key));
  const isHeld = (key: string) => held.has(key) || !likelihoods.has(key);
  const missed = missedIn(deals.filter((d) => held.has(d.key) && !page.claims.has(d.key)));
  const judged = told.map((t, i) => {
    const kept = t.claims.filter((c) => isHeld(keyOfFrame(c.frame)));
    return { ...t, claims: [...kept, ...claimsOf(missed.get(i) ?? [], kept, likelihoods)] };
  });
  return { told: judged, likelihoods };
}

/** A page is about deals when one is likely that the grammar claims too, or one is very likely. */
const opensPage = ({ key }: PossibleDeal, likely: number, { claims }: DealPage) =>
  likely >= (claims.has(key) ? LEAST.claimedOnPage : LEAST.page);

/** What came to nothing is told once and in passing: where the grammar reads so, its sentence speaks for itself. */
function likelihoodIn(page: DealPage, deal: PossibleDeal, believeDeal: DealBelief): number {
  const likely = believeDeal(deal, page);
  const claims = page.claims.get(deal.key) ?? [];
  const ended = claims.length > 0 && claims.every((c) => c.assertion === 'ended');
  if (deal.kind === 'cloud' && claims.some(isOfLabels)) return Math.max(likely, LEAST.recorded);
  return ended ? Math.max(likely, Math.min(ofAnyKind(page, deal), LEAST.ended)) : likely;
}

/** How likely the sentences tell of some deal of these two: the grammar knows which, where it claims no other. */
const ofAnyKind = ({ claims, rivals }: DealPage, deal: PossibleDeal) =>
  rivals.ofPair(deal).reduce((sum, d) => (d === deal || !claims.has(d.key) ? sum + d.best : sum), 0);

/** "Meta did the same with Rivos" has no word for a deal of its own: it is nearly as likely told as what it refers to. */
function sayAgain({ frame, assertion }: Claim, likelihoods: Map<string, number>): void {
  if (!frame.again || assertion === 'denied' || assertion === 'supposed') return;
  const [own, model] = [keyOfFrame(frame), keyOfFrame(frame.again)].map((key) => ({ key, is: likelihoods.get(key) }));
  if (own?.is === undefined || model?.is === undefined) return;
  likelihoods.set(own.key, Math.max(own.is, Math.min(model.is, LEAST.recorded)));
}

/** "Supplier: CoreWeave. Customer: Cohere.": the labels say who is what. */
const isOfLabels = ({ frame, assertion }: Claim) => frame.trigger.to === 0 && assertion === 'done';

function holds(deal: PossibleDeal, likely: number, { claims, claimedPairs, rivals }: DealPage): boolean {
  if (claims.has(deal.key)) return likely >= LEAST.deal;
  if (likely < LEAST.unclaimed) return false;
  if (claimedPairs.has(`${deal.acquirer}|${deal.target}`) && likely < LEAST.further) return false;
  return likely >= LEAST.beside || !isListedAi(deal.target) || rivals.ofKind(deal) < LEAST.rival;
}

/** Sentence → the places in it that tell of deals which the grammar does not claim, one for each deal. */
function missedIn(deals: readonly PossibleDeal[]): Map<number, TellingPlace[]> {
  const missed = new Map<number, TellingPlace[]>();
  for (const { places, best } of deals) {
    const least = Math.min(best, Math.max(LEAST.sentence, LEAST.ofBest * best));
    const seen = new Set<number>();
    for (const place of places) {
      if (place.likely < least || seen.has(place.at) || isRecorded(place)) continue;
      seen.add(place.at);
      missed.set(place.at, [...(missed.get(place.at) ?? []), place]);
    }
  }
  return missed;
}

/** "Lab: OpenAI. Supplier: Oracle.": the labels say which kind of deal it is, so that it is no other. */
function isRecorded({ weighed: { candidate: c }, told }: TellingPlace): boolean {
  return told.claims.some(
    ({ frame: f }) => f.trigger.to === 0 && f.acquirer === c.acquirer.name && f.target === c.target.name,
  );
}

function claimsOf(
  missed: readonly TellingPlace[],
  kept: readonly Claim[],
  likelihoods: ReadonlyMap<string, number>,
): Claim[] {
  const frames: Frame[] = kept.map((c) => c.frame);
  return missed.map(({ weighed: { candidate: c } }) => {
    const likely = likelihoods.get(dealKey(c.kind, c.acquirer.name, c.target.name)) ?? 0;
    const frame = frameOfCandidate(c, frames, likely);
    frames.push(frame);
    return { frame, assertion: likely < LEAST.recorded ? assertionOf(frame) : toldAs(assertionOf(frame), c.kind) };
  });
}

/**
 * The trees have seen the negations around a deal that they hold likely, so that what is denied there is something else
 * ("Microsoft did not buy Inflection: it took the founders"); a purchase that they hold told and that is denied is over.
 */
function toldAs(assertion: Claim['assertion'], kind: DealKind): Claim['assertion'] {
  if (assertion === 'supposed') return 'done';
  if (assertion === 'denied') return kind === 'acquisition' ? 'ended' : 'done';
  return assertion;
}
