import { dealFeaturesOf } from '../extract/likelihood/deal-features.ts';
import { type DealBelief, HOPELESS } from '../extract/likelihood/judge.ts';
import type { Belief } from '../extract/likelihood/possible-deals.ts';
import { likelihoodBy, type Trees } from '../extract/likelihood/trees.ts';
import { type Bag, fitTrees, OPTIONS, type Options } from './boosted-trees.ts';
import { givenIn } from './calibrate.ts';
import { bagsOf, dealBagsOf, type Example } from './examples.ts';
import type { Given } from './isotonic.ts';

/** What the first trees grow by: more and deeper ones with larger leaves, each of few features. */
const SENTENCE_OPTIONS: Options = {
  ...OPTIONS,
  trees: 250,
  depth: 6,
  leastFeature: 30,
  leastLeaf: 10,
  featureShare: 0.12,
};

/** What the second trees grow by: a deal is one row, with far fewer features than its sentences have. */
const DEAL_OPTIONS: Options = {
  ...OPTIONS,
  trees: 120,
  depth: 5,
  rate: 0.08,
  lambda: 5,
  leastFeature: 20,
  leastLeaf: 8,
  rounds: 1,
  featureShare: 0.3,
};

/** Authors with fewer documents share a part. */
const LEAST_DOCUMENTS = 150;

export interface Learned {
  /** How likely a sentence tells of a deal. */
  sentences: Trees;
  /** How likely a deal is told, by all its sentences and its rivals. */
  deals: Trees;
  /** What would have been said of authors not seen, and whether it was right. */
  given: Given[];
}

/**
 * Takes examples; gives trees for sentences, and trees for deals that learn from what the first say of authors whom they
 * have not seen (stacked generalisation, Wolpert 1992): else the second would trust the first too much. One part of the
 * examples after another, by author, is kept from the trees that weigh it. `tell` is told how far the work is.
 */
export function learnStacked(examples: readonly Example[], tell: (line: string) => void): Learned {
  const bags = new Map(examples.map((e) => [e, bagsOf(e)]));
  const parts = partsOf(examples).map((own) => {
    const rest = without(examples, own).flatMap((e) => bags.get(e) as Bag[]);
    const trees = fitTrees(rest, SENTENCE_OPTIONS);
    const believe = beliefBy(trees);
    tell(`sentences: ${own.length} documents weighed by those who had not seen them`);
    return { own, believe, bags: own.flatMap((e) => dealBagsOf(e, believe)) };
  });
  const given = parts.flatMap((part) => {
    const trees = fitTrees(
      parts.filter((p) => p !== part).flatMap((p) => p.bags),
      DEAL_OPTIONS,
    );
    tell(`deals: ${part.own.length} documents weighed by those who had not seen them`);
    return part.own.flatMap((e) => givenIn(e, part.believe, dealBeliefBy(trees)));
  });
  return {
    sentences: fitTrees(
      examples.flatMap((e) => bags.get(e) as Bag[]),
      SENTENCE_OPTIONS,
    ),
    deals: fitTrees(
      parts.flatMap((p) => p.bags),
      DEAL_OPTIONS,
    ),
    given,
  };
}

function without(examples: readonly Example[], own: readonly Example[]): Example[] {
  const left = new Set(own);
  return examples.filter((e) => !left.has(e));
}

/** The examples of each author; those who wrote little together. */
function partsOf(examples: readonly Example[]): Example[][] {
  const byAuthor = new Map<string, Example[]>();
  for (const e of examples) byAuthor.set(e.author, [...(byAuthor.get(e.author) ?? []), e]);
  const all = [...byAuthor.values()];
  const small = all.filter((own) => own.length < LEAST_DOCUMENTS).flat();
  return [...all.filter((own) => own.length >= LEAST_DOCUMENTS), ...(small.length ? [small] : [])];
}

function beliefBy(trees: Trees): Belief {
  const likely = likelihoodBy(trees);
  return ({ candidate, features }) => likely(candidate.kind, features);
}

function dealBeliefBy(trees: Trees): DealBelief {
  const likely = likelihoodBy(trees);
  return (deal, page) => (deal.best < HOPELESS ? 0 : likely(deal.kind, dealFeaturesOf(deal, page)));
}
