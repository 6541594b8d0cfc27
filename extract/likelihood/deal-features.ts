import type { DealKind } from '../../model/deal.ts';
import { isListedAi } from '../names/party.ts';
import type { Claim, ToldSentence } from '../survey.ts';
import { layoutOf } from '../text/layout.ts';
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
  /** What sort of page it is: the same for all its deals. */
  manner: readonly Feature[];
  /** Kind and paragraph → its lines. */
  lines: ReadonlyMap<string, Lines>;
}

/** The lines of a paragraph that may tell of one kind of deal, each with the likeliest. */
interface Lines {
  best: Map<number, number>;
  likely: number;
  /** The likeliest line, and how likely the one after it is. */
  first: number;
  second: number;
}

/** What sort of page it is, as shares and counts: news about firms that everybody knows, a table of strangers, a thread. */
interface Manner {
  /** Share of the firms spoken of that the list knows. */
  listed: number;
  firms: number;
  groups: number;
  /** Words of a sentence, on average. */
  words: number;
  /** Share of the sentences that are no prose: rows, entries, labels. */
  laidOut: number;
  claims: number;
  /** Grammar's claims for each firm spoken of. */
  claimsPerFirm: number;
}

/** Takes the sentences of a document and the deals that they may tell of; gives what the features of each are made from. */
export function dealPageOf(told: readonly ToldSentence[], deals: readonly PossibleDeal[]): DealPage {
  const claims = new Map<string, Claim[]>();
  const claimedPairs = new Set<string>();
  for (const claim of told.flatMap((t) => t.claims)) {
    const key = keyOfFrame(claim.frame);
    const own = claims.get(key);
    if (own) own.push(claim);
    else claims.set(key, [claim]);
    claimedPairs.add(`${claim.frame.acquirer}|${claim.frame.target}`);
  }
  const manner = mannerFeatures(mannerOf(told, deals, claims.size));
  return { told, deals, rivals: new Rivals(deals), claims, claimedPairs, manner, lines: linesOf(deals) };
}

const lineKey = ({ kind, top }: PossibleDeal) => `${kind}|${top.told.sentence.unit.paragraph}`;

function linesOf(deals: readonly PossibleDeal[]): Map<string, Lines> {
  const lines = new Map<string, Lines>();
  for (const deal of deals) {
    const key = lineKey(deal);
    const own = lines.get(key) ?? { best: new Map(), likely: 0, first: -1, second: 0 };
    lines.set(key, own);
    own.best.set(deal.top.at, Math.max(own.best.get(deal.top.at) ?? 0, deal.best));
  }
  for (const own of lines.values()) rankLines(own);
  return lines;
}

function rankLines(own: Lines): void {
  let most = -1;
  for (const [at, best] of own.best) {
    if (best >= LIKELY_MATE) own.likely++;
    if (best > most) [own.first, own.second, most] = [at, Math.max(0, most), best];
    else own.second = Math.max(own.second, best);
  }
}

function mannerOf(told: readonly ToldSentence[], deals: readonly PossibleDeal[], claims: number): Manner {
  const firms = new Set(deals.map((d) => d.target));
  const groups = new Set(deals.map((d) => d.acquirer));
  const words = told.reduce((sum, t) => sum + t.sentence.unit.tokens.length, 0);
  const laidOut = told.filter((t) => layoutOf(t.sentence.unit).shape !== 'prose').length;
  return {
    listed: [...firms].filter(isListedAi).length / Math.max(1, firms.size),
    firms: firms.size,
    groups: groups.size,
    words: words / Math.max(1, told.length),
    laidOut: laidOut / Math.max(1, told.length),
    claims,
    claimsPerFirm: claims / Math.max(1, firms.size),
  };
}

/** Takes a possible deal and its page; gives what speaks for and against its being told, over all sentences together. */
export function dealFeaturesOf(deal: PossibleDeal, page: DealPage): Feature[] {
  const found: Feature[] = [f`deal kind|${deal.kind}`];
  addPlaces(found, deal);
  addRivals(found, deal, page);
  addOtherKinds(found, deal, page);
  addNeighbours(found, deal);
  addPage(found, deal, page);
  found.push(...page.manner);
  addMates(found, deal, page);
  addClaims(found, deal, page);
  addWhere(found, deal, page);
  addNames(found, deal, page);
  addTop(found, deal);
  addWords(found, deal);
  return found;
}

const best = scale('best', FINE);
const second = scale('second', COARSE);
const third = scale('third', COARSE);
const named = scale('best named', COARSE);
const listMates = scale('of list', COARSE);
const targetMates = scale('of targets', COARSE);
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
  targetMates(found, Math.max(...places.map((p) => p.ofTargets)));
  together(
    found,
    places.reduce((sum, p) => sum + p.likely, 0),
  );
  for (const { least, add } of likelyPlaces) add(found, likelyIn(places, least));
  allPlaces(found, places.length);
  namedPlaces(found, byName.length);
}

/** Places stand likeliest first. */
function likelyIn(places: PossibleDeal['places'], least: number): number {
  let many = 0;
  while (many < places.length && (places[many]?.likely ?? 0) >= least) many++;
  return many;
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
  rivalScales.forEach((s, i) => {
    const { others, rank, likely, many } = groups[i] as (typeof groups)[number];
    s.rival(found, others);
    s.ahead(found, deal.best - others);
    s.rank(found, rank);
    s.likely(found, likely);
    s.many(found, many);
  });
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
    const a = c.acquirer.name === acquirer;
    const t = c.target.name === target;
    const k = c.kind === kind;
    if (a && t && k) continue;
    if (k && t) most[0] = Math.max(most[0] as number, likely);
    if (k && a) most[1] = Math.max(most[1] as number, likely);
    if (a && t) most[2] = Math.max(most[2] as number, likely);
    if (k) most[3] = Math.max(most[3] as number, likely);
    most[4] = Math.max(most[4] as number, likely);
  }
  hereScales.forEach((s, i) => {
    s.here(found, most[i] as number);
    s.ahead(found, own - (most[i] as number));
  });
}

const pageBest = scale('page best', COARSE);
const pageOther = scale('page other', COARSE);
const pageLikely = scale('page likely', [1, 2, 3, 5, 8, 13, 20]);
const pageDeals = scale('page deals', [2, 5, 10, 20, 40, 80, 160]);
const pageSentences = scale('page sentences', [3, 6, 10, 20, 40, 80]);
const pageMean = scale('page mean', [0.002, 0.01, 0.03, 0.1, 0.3]);

const mannerScales = {
  listed: scale('manner listed', [0.01, 0.2, 0.4, 0.6, 0.8, 0.99]),
  firms: scale('manner firms', [2, 3, 5, 8, 12, 20]),
  groups: scale('manner groups', [2, 3, 5, 8]),
  words: scale('manner words', [8, 12, 16, 20, 25, 30]),
  laidOut: scale('manner laid out', [0.1, 0.2, 0.35, 0.5, 0.75]),
  claims: scale('manner claims', [1, 2, 3, 5, 8, 13, 20]),
  claimsPerFirm: scale('manner claims per firm', [0.1, 0.25, 0.5, 1, 2]),
};

function mannerFeatures(manner: Manner): Feature[] {
  const found: Feature[] = [];
  for (const [name, add] of Object.entries(mannerScales)) add(found, manner[name as keyof Manner]);
  return found;
}

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

const mates = scale('mates', [1, 2, 3, 5, 8]);
const matesLikely = scale('mates likely', [0.1, 0.25, 0.5, 0.75, 0.99]);
const matesBest = scale('mates best', COARSE);

/** The other lines of its block, or sentences of its paragraph: rows of one table tell of one kind of deal. */
function addMates(found: Feature[], deal: PossibleDeal, { lines }: DealPage): void {
  const own = lines.get(lineKey(deal)) as Lines;
  const { at } = deal.top;
  const count = own.best.size - 1;
  const likely = own.likely - ((own.best.get(at) as number) >= LIKELY_MATE ? 1 : 0);
  const most = own.best.get(own.first === at ? -1 : own.first) ?? own.second;
  mates(found, count);
  matesLikely(found, likely / Math.max(1, count));
  matesBest(found, most);
  found.push(f`mates shape|${layoutOf(deal.top.told.sentence.unit).shape}|${likely * 2 > count}`);
}

const LIKELY_MATE = 0.4;

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
  /^(?:told|trigger|zone|near|since|way|ways|rivals since|apposed|has|people|word by|word between|layer|arm|closest|rule|form|tier|listed|open|sign|cue|implied|shape|kind by|heading|rank|share|times|title|theme|part|layout|goes)/;
/** Sentences that speak for a deal nearly as much as its best; further ones are heard no more. */
const MOST_HEARD = 6;
const OF_BEST = 0.3;

/** The words for deals of any kind in all sentences that speak for it. */
function addWords(found: Feature[], { places, best }: PossibleDeal): void {
  const classes = new Set<string>();
  for (const { told, likely } of places.slice(0, MOST_HEARD))
    if (likely >= OF_BEST * best) for (const t of told.sentence.triggers) classes.add(t.class);
  for (const name of classes) found.push(f`words|${name}`);
}

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
