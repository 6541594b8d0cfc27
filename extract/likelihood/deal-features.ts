import type { DealKind } from '../../model/deal.ts';
import type { Claim, ToldSentence } from '../survey.ts';
import { type Feature, f, featureNamed, nameOf } from './feature.ts';
import type { PossibleDeal } from './possible-deals.ts';
import { Rivals } from './rivals.ts';
import { keyOfFrame } from './sum-candidates.ts';

/** Makes "at least so much" features of one quantity: each step that it reaches holds. */
function scale(name: string, steps: readonly number[]): (found: Feature[], value: number) => void {
  const features = steps.map((step) => featureNamed(`${name}>=${step}`));
  return (found, value) => {
    for (let i = 0; i < steps.length && value >= (steps[i] as number); i++) found.push(features[i] as Feature);
  };
}

const FINE = [0.01, 0.02, 0.04, 0.07, ...Array.from({ length: 18 }, (_, i) => (i + 2) / 20)];
const COARSE = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const AHEAD = [-0.6, -0.4, -0.25, -0.15, -0.08, -0.03, 0, 0.03, 0.08, 0.15, 0.25, 0.4, 0.6];
const MANY = [1, 2, 3, 5, 8];
const KINDS: readonly DealKind[] = ['investment', 'acquisition', 'acquihire', 'cloud'];

/** What a document tells of all its possible deals together: whom a deal has beside it. */
export interface DealPage {
  told: readonly ToldSentence[];
  deals: readonly PossibleDeal[];
  rivals: Rivals;
  claims: ReadonlyMap<string, readonly Claim[]>;
  claimedPairs: ReadonlySet<string>;
}

/** Takes the sentences of a document and the deals that they may tell of; gives what the features of each are made from. */
export function dealPageOf(told: readonly ToldSentence[], deals: readonly PossibleDeal[]): DealPage {
  const claims = new Map<string, Claim[]>();
  const claimedPairs = new Set<string>();
  for (const claim of told.flatMap((t) => t.claims)) {
    const key = keyOfFrame(claim.frame);
    claims.set(key, [...(claims.get(key) ?? []), claim]);
    claimedPairs.add(`${claim.frame.acquirer}|${claim.frame.target}`);
  }
  return { told, deals, rivals: new Rivals(deals), claims, claimedPairs };
}

/** Takes a possible deal and its page; gives what speaks for and against its being told, over all sentences together. */
export function dealFeaturesOf(deal: PossibleDeal, page: DealPage): Feature[] {
  const found: Feature[] = [f`deal kind|${deal.kind}`];
  addPlaces(found, deal);
  addRivals(found, deal, page);
  addOtherKinds(found, deal, page);
  addNeighbours(found, deal);
  addPage(found, deal, page);
  addClaims(found, deal, page);
  addWhere(found, deal, page);
  addNames(found, deal, page);
  addTop(found, deal);
  return found;
}

const best = scale('best', FINE);
const second = scale('second', COARSE);
const third = scale('third', COARSE);
const named = scale('best named', COARSE);
const listMates = scale('of list', COARSE);
const together = scale('sum', [0.3, 0.6, 1, 1.5, 2.5, 4, 6]);
const likelyPlaces = [0.1, 0.25, 0.4, 0.6].map((least) => ({ least, add: scale(`places ${least}`, MANY) }));
const allPlaces = scale('places', [1, 2, 3, 4, 6, 9, 14]);
const namedPlaces = scale('named places', [1, 2, 3, 4, 6, 9, 14]);

/** How likely its sentences are, and how many. */
function addPlaces(found: Feature[], { places, ...deal }: PossibleDeal): void {
  const byName = places.filter(({ weighed: { candidate: c } }) => !c.acquirer.implied && !c.target.implied);
  best(found, deal.best);
  second(found, places[1]?.likely ?? 0);
  third(found, places[2]?.likely ?? 0);
  named(found, byName[0]?.likely ?? 0);
  listMates(found, Math.max(...places.map((p) => p.ofList)));
  together(
    found,
    places.reduce((sum, p) => sum + p.likely, 0),
  );
  for (const { least, add } of likelyPlaces) add(found, places.filter((p) => p.likely >= least).length);
  allPlaces(found, places.length);
  namedPlaces(found, byName.length);
}

const rivalScales = ['kind and target', 'kind and acquirer', 'pair', 'acquirer', 'target', 'kind'].map((name) => ({
  name,
  rival: scale(`rival ${name}`, COARSE),
  ahead: scale(`ahead ${name}`, AHEAD),
  rank: scale(`rank ${name}`, MANY),
  likely: scale(`likely ${name}`, MANY),
  many: scale(`many ${name}`, [2, 4, 7, 12]),
}));

/** How it stands among the deals that share its target, its acquirer, both, or its kind. */
function addRivals(found: Feature[], deal: PossibleDeal, { rivals }: DealPage): void {
  const groups = rivals.of(deal);
  for (const [i, s] of rivalScales.entries()) {
    const { others, rank, likely, many } = groups[i] as (typeof groups)[number];
    s.rival(found, others);
    s.ahead(found, deal.best - others);
    s.rank(found, rank);
    s.likely(found, likely);
    s.many(found, many);
  }
}

const also = new Map(KINDS.map((kind) => [kind, scale(`also ${kind}`, [0.1, 0.25, 0.4, 0.6, 0.8])]));

function addOtherKinds(found: Feature[], deal: PossibleDeal, { rivals }: DealPage): void {
  for (const other of rivals.ofPair(deal)) if (other !== deal) also.get(other.kind)?.(found, other.best);
}

const hereScales = ['kind and target', 'kind and acquirer', 'pair', 'kind', 'all'].map((name) => ({
  here: scale(`here ${name}`, COARSE),
  ahead: scale(`here ahead ${name}`, [-0.4, -0.2, -0.1, 0, 0.1, 0.2, 0.4]),
}));

/** What else the sentence that speaks best for it may tell. */
function addNeighbours(found: Feature[], { kind, acquirer, target, top, best: own }: PossibleDeal): void {
  const most = [0, 0, 0, 0, 0];
  for (const { weighed, likely } of top.beside) {
    const c = weighed.candidate;
    const [a, t, k] = [c.acquirer.name === acquirer, c.target.name === target, c.kind === kind];
    if (a && t && k) continue;
    const alike = [k && t, k && a, a && t, k, true];
    for (const [i, is] of alike.entries()) if (is && likely > (most[i] as number)) most[i] = likely;
  }
  for (const [i, s] of hereScales.entries()) {
    s.here(found, most[i] as number);
    s.ahead(found, own - (most[i] as number));
  }
}

const pageBest = scale('page best', COARSE);
const pageOther = scale('page other', COARSE);
const pageLikely = scale('page likely', [1, 2, 3, 5, 8, 13, 20]);
const pageDeals = scale('page deals', [2, 5, 10, 20, 40, 80, 160]);
const pageSentences = scale('page sentences', [3, 6, 10, 20, 40, 80]);
const pageMean = scale('page mean', [0.002, 0.01, 0.03, 0.1, 0.3]);

function addPage(found: Feature[], deal: PossibleDeal, { told, rivals }: DealPage): void {
  const { first, second: next, likely, mean, count } = rivals.whole;
  pageBest(found, first);
  pageOther(found, deal.best === first ? next : first);
  pageLikely(found, likely - (deal.best >= 0.5 ? 1 : 0));
  pageDeals(found, count);
  pageSentences(found, told.length);
  pageMean(found, mean);
}

const claimsFor = scale('claims', [1, 2, 3, 5]);
const claimsAgainst = scale('claims against', [1, 2, 3]);
const claimScore = scale('claim score', [1, 1.2, 1.4, 1.6, 1.9]);

/** What the grammar claims of the same deal. */
function addClaims(found: Feature[], deal: PossibleDeal, { claims, claimedPairs }: DealPage): void {
  const own = claims.get(deal.key) ?? [];
  const against = own.filter(({ assertion }) => assertion === 'denied' || assertion === 'supposed').length;
  claimsFor(found, own.length - against);
  claimsAgainst(found, against);
  claimScore(found, Math.max(0, ...own.map((c) => c.frame.score)));
  if (own.some((c) => c.frame.trigger.to === 0)) found.push(f`record|${true}`);
  if (!own.length && claimedPairs.has(`${deal.acquirer}|${deal.target}`)) found.push(f`claimed otherwise|${true}`);
}

const inTitle = scale('title places', [1, 2, 3]);
const titleBest = scale('title best', [0.05, 0.2, 0.4, 0.6]);
const where = scale('where', [0.05, 0.15, 0.3, 0.5, 0.75, 0.9]);
const sumsHere = scale('sums here', MANY);

function addWhere(found: Feature[], { places, top }: PossibleDeal, { told }: DealPage): void {
  const titles = places.filter((p) => p.told.sentence.unit.part === 'title');
  inTitle(found, titles.length);
  titleBest(found, titles[0]?.likely ?? 0);
  where(found, top.at / told.length);
  sumsHere(found, top.told.sentence.unit.money.length);
}

const partOf = scale('name part of', [0.01, 0.2, 0.4, 0.6]);
const holds = scale('name holds', [0.01, 0.2, 0.4, 0.6]);
const words = scale('name words', [2, 3, 4]);
const buys = scale('target as acquirer', [0.3, 0.5, 0.7]);
const STRANGE = /[^\p{L}\p{N} .&'’+-]/u;
const CAPITALS = /^\p{Lu}+$/u;

/** Whether the target's name is a piece of another's, looks odd, or is an acquirer's elsewhere. */
function addNames(found: Feature[], { acquirer, target }: PossibleDeal, { rivals }: DealPage): void {
  const { part, whole } = rivals.overlap(target);
  partOf(found, part);
  holds(found, whole);
  words(found, target.split(' ').length);
  if (STRANGE.test(target)) found.push(f`name strange|${true}`);
  if (CAPITALS.test(target)) found.push(f`name capitals|${true}`);
  const bought = rivals.asAcquirer(target);
  if (bought !== null) found.push(f`target acquires|${true}`);
  if (rivals.isTarget(acquirer)) found.push(f`acquirer is target|${true}`);
  buys(found, bought ?? 0);
}

const KEPT =
  /^(?:told|trigger|zone|rule|form|tier|listed|open|sign|cue|implied|shape|kind by|heading|rank|share|times|title|theme|part|layout|goes)/;
const NONE: Feature = 0;
const ofTop = new Map<Feature, Feature>();

/** What holds of the sentence that speaks best for it. */
function addTop(found: Feature[], { top }: PossibleDeal): void {
  for (const feature of top.weighed.features) {
    const known = ofTop.get(feature) ?? topped(feature);
    if (known !== NONE) found.push(known);
  }
}

function topped(feature: Feature): Feature {
  const name = nameOf(feature);
  const own = KEPT.test(name) ? featureNamed(`top ${name}`) : NONE;
  ofTop.set(feature, own);
  return own;
}
