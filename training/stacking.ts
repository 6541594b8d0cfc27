import { dealFeaturesOf } from '../extract/likelihood/deal-features.ts';
import { type DealBelief, HOPELESS } from '../extract/likelihood/judge.ts';
import type { Belief } from '../extract/likelihood/possible-deals.ts';
import { likelihoodBy, type Trees } from '../extract/likelihood/trees.ts';
import type { Bag } from './bags.ts';
import { OPTIONS, type Options } from './boosted-trees.ts';
import { givenIn } from './calibrate.ts';
import { bagsOf, dealBagsOf, type Example } from './examples.ts';
import type { Given } from './isotonic.ts';
import { nurseryFor } from './nursery.ts';

/** What the first trees grow by: more and deeper ones with larger leaves, each of few features. */
const SENTENCE_OPTIONS: Options = {
  ...OPTIONS,
  trees: 250,
  depth: 6,
  leastFeature: 30,
  leastLeaf: 10,
  featureShare: 0.12,
  sets: 2,
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
  sets: 2,
};

/** Authors with fewer documents share a part with the others of their folder. */
const LEAST_DOCUMENTS = 50;

export interface Learned {
  /** How likely a sentence tells of a deal. */
  sentences: Trees;
  /** How likely a deal is told, by all its sentences and its rivals. */
  deals: Trees;
  /** Each document as trees weigh it that have not seen its author. */
  unseen: Unseen[];
  /** What would have been said of authors not seen, and whether it was right. */
  given: Given[];
}

/** A document with what trees that have not seen its author believe of it. */
export interface Unseen {
  example: Example;
  believe: Belief;
  believeDeal: DealBelief;
}

/**
 * Takes examples; gives trees for sentences, and trees for deals that learn from what the first say of authors whom they
 * have not seen (stacked generalisation, Wolpert 1992): else the second would trust the first too much. One part of the
 * examples after another, by author, is kept from the trees that weigh it. `tell` is told how far the work is.
 */
export async function learnStacked(examples: readonly Example[], tell: (line: string) => void): Promise<Learned> {
  const parts = partsOf(examples);
  const sentences = await learnApart(parts, bagsOf, SENTENCE_OPTIONS, (n) => tell(`sentences: ${n}`));
  const beliefs = new Map(parts.map((own, i) => [own, beliefBy(sentences.unseen[i] as Trees)]));
  const believing = new Map([...beliefs].flatMap(([own, believe]) => own.map((e) => [e, believe])));
  const bagsOfDeals = (e: Example) => dealBagsOf(e, believing.get(e) as Belief);
  const deals = await learnApart(parts, bagsOfDeals, DEAL_OPTIONS, (n) => tell(`deals: ${n}`));
  const unseen = parts.flatMap((own, i) => {
    const believeDeal = dealBeliefBy(deals.unseen[i] as Trees);
    return own.map((example) => ({ example, believe: believing.get(example) as Belief, believeDeal }));
  });
  return {
    sentences: sentences.all,
    deals: deals.all,
    unseen,
    given: unseen.flatMap(({ example, believe, believeDeal }) => givenIn(example, believe, believeDeal)),
  };
}

/**
 * Takes parts of the examples and what can be learned from each example; gives trees that have seen all, and for each
 * part trees that have not seen it. `tell` is told how much is done.
 */
async function learnApart(
  parts: readonly Example[][],
  learnable: (e: Example) => Bag[],
  options: Options,
  tell: (done: string) => void,
): Promise<{ all: Trees; unseen: Trees[] }> {
  const bags = parts.map((own) => own.flatMap(learnable));
  const partOf = bags.flatMap((own, part) => own.map(() => part));
  const nursery = nurseryFor(bags.flat());
  let done = 0;
  const fitWithout = async (without: number) => {
    const chosen = [...partOf.keys()].filter((bag) => partOf[bag] !== without);
    const trees = await nursery.fit(chosen, options);
    done += 1;
    tell(`${done} of ${parts.length + 1} fits`);
    return trees;
  };
  try {
    const [all, ...unseen] = await Promise.all([NO_PART, ...parts.keys()].map(fitWithout));
    return { all: all as Trees, unseen };
  } finally {
    await nursery.close();
  }
}

const NO_PART = -1;

function without(examples: readonly Example[], own: readonly Example[]): Example[] {
  const left = new Set(own);
  return examples.filter((e) => !left.has(e));
}

/** Takes examples; gives those of each author; of those who wrote little, all in one folder together. */
export function partsOf(examples: readonly Example[]): Example[][] {
  const many = [...grouped(examples, (e) => e.author).values()].filter((own) => own.length >= LEAST_DOCUMENTS);
  const few = without(examples, many.flat());
  return [...many, ...grouped(few, (e) => e.author.replace(/ .*/, '')).values()];
}

function grouped(examples: readonly Example[], keyOf: (e: Example) => string): Map<string, Example[]> {
  const groups = new Map<string, Example[]>();
  for (const e of examples) groups.set(keyOf(e), [...(groups.get(keyOf(e)) ?? []), e]);
  return groups;
}

/** What trees for sentences say. */
export function beliefBy(trees: Trees): Belief {
  const likely = likelihoodBy(trees);
  return ({ candidate, features }) => likely(candidate.kind, features);
}

/** What trees for deals say. */
export function dealBeliefBy(trees: Trees): DealBelief {
  const likely = likelihoodBy(trees);
  return (deal, page) => (deal.best < HOPELESS ? 0 : likely(deal.kind, dealFeaturesOf(deal, page)));
}
