import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readUnits, surveyUnits } from '../extract/document.ts';
import { findFigures } from '../extract/figures.ts';
import { unitsOf } from '../extract/index.ts';
import { type Feature, nameOf } from '../extract/likelihood/feature.ts';
import { type Belief, judge, learned } from '../extract/likelihood/judge.ts';
import { proposedPairs, weighedSteps } from '../extract/likelihood/judge-scrutiny.ts';
import type { PAID_ROLES } from '../extract/likelihood/judge-sums.ts';
import type { StepCandidate } from '../extract/likelihood/scrutiny-candidates.ts';
import { keyOfFrame, sumCandidates } from '../extract/likelihood/sum-candidates.ts';
import { sumFeaturesOf, sumPageOf } from '../extract/likelihood/sum-features.ts';
import { ofKind } from '../extract/likelihood/trees.ts';
import { toReading } from '../extract/reading.ts';
import { observe } from '../extract/scrutiny-follow.ts';
import { joinTitle, putTogether } from '../extract/scrutiny-whole.ts';
import type { ToldSentence, WeighedCandidate } from '../extract/survey.ts';
import { dealKey } from '../model/reading.ts';
import type { Bag, Place } from './boosted-trees.ts';
import { type AnnotatedDocument, type GoldDeal, readAnnotated, sameParty } from './score.ts';

/** Every annotated document of a folder (.json), or every line of its paragraph files (.jsonl). */
export function readExamples(folder: string): AnnotatedDocument[] {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
  return [...readAnnotated(folder), ...lines.map((line) => JSON.parse(line) as AnnotatedDocument)];
}

/** Takes an annotated document; gives a bag for each deal that its sentences may tell, doubtful ones left out. */
export function bagsOf(document: AnnotatedDocument): Map<string, Bag> {
  const { units, language } = unitsOf({ ...document, language: document.lang });
  const places = new Map<string, { kind: string; acquirer: string; target: string; places: Place[] }>();
  for (const told of surveyUnits(units, language).told)
    for (const { candidate: c, features } of told.candidates) {
      const [acquirer, target] = [c.acquirer.name, c.target.name];
      const key = dealKey(c.kind, acquirer, target);
      const deal = places.get(key) ?? { kind: c.kind, acquirer, target, places: [] };
      places.set(key, deal);
      deal.places.push({ features: withKind(c.kind, features), claimed: isClaimed(told, c.kind, acquirer, target) });
    }
  const bags = new Map<string, Bag>();
  for (const [key, deal] of places) {
    const label = labelOf(document.gold.deals, deal);
    if (label !== null) bags.set(key, { label, places: deal.places });
  }
  return bags;
}

function isClaimed(told: ToldSentence, kind: string, acquirer: string, target: string): boolean {
  return told.claims.some(({ frame }) => frame.kind === kind && frame.acquirer === acquirer && frame.target === target);
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
  const { told } = judge(survey, knowing(document.gold.deals, survey));
  const bags = new Map<string, SumBag & { places: Place[] }>();
  const bySentence = new Map(told.map((t) => [t.sentence, t]));
  const page = sumPageOf(told);
  for (const c of sumCandidates(told, findFigures(told).amounts)) {
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

/** Takes an annotated document; gives a bag for each step that its sentences may state, doubtful ones left out. */
export function stepBagsOf(document: AnnotatedDocument): Bag[] {
  const { title, text, code, language, sentences, units } = unitsOf({ ...document, language: document.lang });
  const read = readUnits(units, language);
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

/**
 * Believes what is learned, and of each deal that a person says is told at least the sentence that speaks best for it:
 * the sums of a deal can be learned from although the deal itself is not read yet.
 */
function knowing(gold: readonly GoldDeal[], survey: readonly ToldSentence[]): Belief {
  const best = new Map<string, WeighedCandidate>();
  for (const candidate of survey.flatMap((t) => t.candidates)) {
    const { kind, acquirer, target } = candidate.candidate;
    const deal = { kind, acquirer: acquirer.name, target: target.name };
    if (labelOf(gold, deal) !== true) continue;
    const key = dealKey(kind, deal.acquirer, deal.target);
    const known = best.get(key);
    if (!known || learned(candidate) > learned(known)) best.set(key, candidate);
  }
  const told = new Set(best.values());
  return (candidate) => (told.has(candidate) ? Math.max(0.9, learned(candidate)) : learned(candidate));
}

const withKind = (kind: string, features: readonly Feature[]) =>
  features.map(nameOf).flatMap((name) => [name, ofKind(kind, name)]);

const isClose = (a: number, b: number) => Math.abs(a - b) <= 0.01 * Math.max(a, b);
