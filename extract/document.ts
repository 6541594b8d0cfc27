import type { FoundAmount } from './frames/amounts.ts';
import { findFigures } from './frames/figures.ts';
import type { FoundTerm } from './frames/terms.ts';
import type { Language } from './lexicon/index.ts';
import { type DealBelief, judge, learned, learnedOfDeal } from './likelihood/judge.ts';
import { judgeSums, learnedSums, type SumBelief } from './likelihood/judge-sums.ts';
import type { Belief } from './likelihood/possible-deals.ts';
import { namesOf } from './names/document-names.ts';
import { Reader } from './reader.ts';
import type { Claim, PartyMention, Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/** Everything found in a document's sentences, not yet put together. */
export interface DocumentRead {
  claims: Claim[];
  amounts: FoundAmount[];
  terms: FoundTerm[];
  parties: PartyMention[];
  units: readonly Unit[];
  /** Deal → how likely it is that the document asserts it, 0–1. */
  likelihoods: ReadonlyMap<string, number>;
  /** Where in the text the first sentence begins of which not everything was weighed. */
  readTo?: number;
}

/** The page of a program that says the same without end: the rest is left unread, and the reading says so. */
const MOST_CLAIMS = 800;
/** A page that may tell of more than this is a list of the whole trade: from there on only what the grammar reads is weighed. */
const MOST_CANDIDATES = 4_000;

/** Takes the sentences of a document; gives what each of them says and may say, in order. */
export function surveyUnits(units: readonly Unit[], language: Language): Survey {
  const survey: Survey = { units, told: [], parties: [] };
  const names = namesOf(units, language);
  if (!names) return survey;
  const reader = new Reader(language, names);
  let claims = 0;
  let unread: Unit | undefined;
  for (const unit of units) {
    if (claims >= MOST_CLAIMS) {
      unread = unit;
      break;
    }
    reader.read(unit, survey);
    claims += survey.told.at(-1)?.claims.length ?? 0;
  }
  reader.finish(survey, MOST_CANDIDATES);
  if (unread) survey.readTo ??= unread.start;
  return survey;
}

/** Takes the sentences of a document; gives the claims that hold, with their sums, terms and companies. */
export function readUnits(units: readonly Unit[], language: Language): DocumentRead {
  return readSurvey(surveyUnits(units, language), learned, learnedOfDeal);
}

/** Takes what the sentences of a document may say, and what to believe of it; gives what holds. */
export function readSurvey(
  survey: Survey,
  believe: Belief,
  believeDeal: DealBelief,
  believeSum: SumBelief = learnedSums,
): DocumentRead {
  const { told, likelihoods } = judge(survey.told, believe, believeDeal);
  const { amounts: found, terms } = findFigures(told);
  const amounts = judgeSums(told, found, believeSum);
  const { parties, units, readTo } = survey;
  const claims = told.flatMap((t) => t.claims);
  return { claims, amounts, terms, parties, units, likelihoods, ...(readTo === undefined ? {} : { readTo }) };
}
