import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSurvey, surveyUnits } from '../extract/document.ts';
import { findFigures } from '../extract/frames/figures.ts';
import { unitsOf } from '../extract/index.ts';
import { dealFeaturesOf, dealPageOf } from '../extract/likelihood/deal-features.ts';
import { type Feature, featureNamed, nameOf } from '../extract/likelihood/feature.ts';
import { type DealBelief, HOPELESS, judge, learned, learnedOfDeal } from '../extract/likelihood/judge.ts';
import { proposedPairs, weighedSteps } from '../extract/likelihood/judge-scrutiny.ts';
import type { PAID_ROLES } from '../extract/likelihood/judge-sums.ts';
import { type Belief, possibleDeals } from '../extract/likelihood/possible-deals.ts';
import type { StepCandidate } from '../extract/likelihood/scrutiny-candidates.ts';
import { keyOfFrame, sumCandidates } from '../extract/likelihood/sum-candidates.ts';
import { sumFeaturesOf, sumPageOf } from '../extract/likelihood/sum-features.ts';
import { ofKind } from '../extract/likelihood/trees.ts';
import { toReading } from '../extract/reading.ts';
import { observe } from '../extract/scrutiny/follow.ts';
import { joinTitle, putTogether } from '../extract/scrutiny/whole.ts';
import type { Survey } from '../extract/survey.ts';
import type { Bag, Place } from './bags.ts';
import { type AnnotatedDocument, type GoldDeal, readAnnotated, sameParty } from './score.ts';

/** Every annotated document of a folder (.json), or every line of its paragraph files (.jsonl). */
export function readExamples(folder: string): AnnotatedDocument[] {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
  return [...readAnnotated(folder), ...lines.map((line) => JSON.parse(line) as AnnotatedDocument)];
}

/** An annotated document with what its sentences may tell. */
export interface Example {
  document: AnnotatedDocument;
  /** Who wrote it, as folder and first letters of its name tell. */
  author: string;
  survey: Survey;
}

/** Takes a folder; gives its annotated documents as the reader surveys them. */
export function surveyFolder(folder: string): Example[] {
  return readExamples(folder).map((document) => {
    const { units, language } = unitsOf({ ...document, language: document.lang });
    const letters = /^[a-z]+(?=-\d)/.exec(document.id)?.[0] ?? '';
    return { document, author: `${basename(folder)} ${letters}`, survey: surveyUnits(units, language) };
  });
}

/** Takes an example; gives a bag of sentences for each deal that it may tell, doubtful ones left out. */
export function bagsOf({ document, survey }: Example): Bag[] {
  return possibleDeals(survey.told, () => 0).flatMap((deal) => {
    const label = labelOf(document.gold.deals, deal);
    if (label === null) return [];
    const places = deal.places.map(({ weighed, told }) => ({
      features: withKind(deal.kind, weighed.features),
      claimed: told.claims.some(({ frame }) => keyOfFrame(frame) === deal.key),
    }));
    return [{ label, places }];
  });
}

/**
 * Takes an example and how likely its sentences tell of their deals, by trees that have not seen its author; gives a
 * bag of one place for each deal that it may tell, with what speaks for it over all sentences.
 */
export function dealBagsOf({ document, survey: { told } }: Example, believe: Belief): Bag[] {
  const page = dealPageOf(told, possibleDeals(told, believe));
  return page.deals.flatMap((deal) => {
    const label = labelOf(document.gold.deals, deal);
    if (label === null || deal.best < HOPELESS) return [];
    return [{ label, places: [{ features: dealFeaturesOf(deal, page), claimed: false }] }];
  });
}

/** Null where either answer would do. */
function labelOf(gold: readonly GoldDeal[], deal: { kind: string; acquirer: string; target: string }): boolean | null {
  const pair = gold.filter((g) => sameParty(g.acquirer, deal.acquirer) && sameParty(g.target, deal.target));
  const own = pair.find((g) => g.kind === deal.kind);
  if (own && !own.optional) return true;
  return pair.some((g) => g.optional || g.kind === 'partnership') ? null : false;
}

/** A sum near a deal, with the role that it has in it; null when it is not paid in it. */
export interface SumBag extends Bag {
  role: (typeof PAID_ROLES)[number] | null;
}

/** Takes an annotated document; gives a bag for each sum near each deal that is told. */
export function sumBagsOf(document: AnnotatedDocument): SumBag[] {
  const { units, language } = unitsOf({ ...document, language: document.lang });
  const survey = surveyUnits(units, language).told;
  const { told } = judge(survey, learned, knowing(document.gold.deals));
  const bags = new Map<string, SumBag & { places: Place[] }>();
  const bySentence = new Map(told.map((t) => [t.sentence, t]));
  const found = findFigures(told).amounts;
  const page = sumPageOf(told, found);
  for (const c of sumCandidates(told, found)) {
    const gold = document.gold.deals.find(
      (g) => g.kind === c.frame.kind && sameParty(g.acquirer, c.frame.acquirer) && sameParty(g.target, c.frame.target),
    );
    const sentence = bySentence.get(c.sentence);
    if (!gold || gold.optional || !sentence) continue;
    const { money } = c.place;
    const amount = gold.amounts.find(
      (a) => a.role !== 'round' && a.currency === money.currency && isClose(a.value, money.value),
    );
    const key = `${keyOfFrame(c.frame)}|${money.value}|${money.currency}`;
    const role = (amount?.role ?? null) as SumBag['role'];
    const bag = bags.get(key) ?? { label: role !== null, role, places: [] };
    bags.set(key, bag);
    bag.places.push({
      features: withKind(c.frame.kind, sumFeaturesOf(c, sentence, page)),
      claimed: c.own !== null && c.own.role !== 'round',
    });
  }
  return [...bags.values()];
}

/**
 * Takes an example and what trees that have not seen its author believe of its deals, since that is how well the deals of
 * a stranger's page are known; gives a bag for each step that its sentences may state, doubtful ones left out.
 */
export function stepBagsOf({ document, survey }: Example, believe: Belief, believeDeal: DealBelief): Bag[] {
  const { title, text, code, sentences } = unitsOf({ ...document, language: document.lang });
  const read = readSurvey(survey, believe, believeDeal);
  const page = { title: title.text, text: text.text, language: code, published: document.published, sentences };
  const joined = joinTitle(page);
  const whole = putTogether(page, joined, read.parties, toReading(code, read).deals, proposedPairs(read.likelihoods));
  const bags = new Map<string, Bag & { places: Place[] }>();
  for (const { candidate: c, features } of weighedSteps(whole, observe(whole))) {
    const label = stepLabel(document, c);
    if (label === null) continue;
    const key = `${c.authority}|${c.pair?.key ?? ''}|${c.status}`;
    const bag = bags.get(key) ?? { label, places: [] };
    bags.set(key, bag);
    bag.places.push({ features: withKind(c.status, features), claimed: c.isRead });
  }
  return [...bags.values()];
}

/** Null where either answer would do. */
function stepLabel({ gold }: AnnotatedDocument, { authority, pair, status }: StepCandidate): boolean | null {
  const rows = gold.scrutiny.filter(
    (g) =>
      g.authority === authority &&
      sameParty(g.acquirer, pair?.acquirer ?? null) &&
      sameParty(g.target, pair?.target ?? null),
  );
  if (rows.some((g) => !g.optional && g.status === status)) return true;
  return rows.some((g) => g.optional) ? null : false;
}

/** Holds for certain what a person says is told: the sums of a deal can be learned from although it is not read yet. */
function knowing(gold: readonly GoldDeal[]): DealBelief {
  return (deal, page) => {
    const likely = learnedOfDeal(deal, page);
    return labelOf(gold, deal) === true ? Math.max(0.9, likely) : likely;
  };
}

/** Each feature by itself and together with the kind of deal. */
function withKind(kind: string, features: readonly Feature[]): Feature[] {
  const own = ofKinds.get(kind) ?? new Map<Feature, Feature>();
  ofKinds.set(kind, own);
  return features.flatMap((feature) => {
    const known = own.get(feature) ?? featureNamed(ofKind(kind, nameOf(feature)));
    own.set(feature, known);
    return [feature, known];
  });
}

const ofKinds = new Map<string, Map<Feature, Feature>>();

const isClose = (a: number, b: number) => Math.abs(a - b) <= 0.01 * Math.max(a, b);
