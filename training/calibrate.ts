import { readUnits } from '../extract/document.ts';
import { unitsOf } from '../extract/index.ts';
import type { Calibration } from '../extract/likelihood/calibration.ts';
import { likelihoodBy } from '../extract/likelihood/trees.ts';
import { toReading } from '../extract/reading.ts';
import { type Bag, fitTrees, type Options } from './boosted-trees.ts';
import { bagsOf } from './examples.ts';
import { fitCalibration, type Given } from './platt.ts';
import { type AnnotatedDocument, isDealRight } from './score.ts';

/** Documents whose author writes like nobody else's: `t-1`, `e`; paragraphs and notes are trained on but not asked. */
export function authorOf({ id }: AnnotatedDocument): string | null {
  return /^t-\d/.exec(id)?.[0] ?? /^[a-o](?=-\d)/.exec(id)?.[0] ?? null;
}

/**
 * Takes annotated documents by several authors; reads each author's with trees that were trained on the others', and
 * gives the calibration of the confidences of the deals so read.
 */
export function calibrate(
  documents: readonly AnnotatedDocument[],
  options: Options,
  folds: number,
): { calibration: Calibration; given: Given[] } {
  const bags = new Map(documents.map((d) => [d, [...bagsOf(d).values()]]));
  const authors = [...new Set(documents.map(authorOf).filter((a) => a !== null))].sort();
  const given: Given[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const own = new Set(authors.filter((_, i) => i % folds === fold));
    const isOwn = (d: AnnotatedDocument) => own.has(authorOf(d) ?? '');
    const rest: Bag[] = documents.filter((d) => !isOwn(d)).flatMap((d) => bags.get(d) ?? []);
    const likely = likelihoodBy(fitTrees(rest, options));
    for (const d of documents.filter(isOwn)) given.push(...givenIn(d, likely));
  }
  return { calibration: fitCalibration(given), given };
}

function givenIn(document: AnnotatedDocument, likely: ReturnType<typeof likelihoodBy>): Given[] {
  const { units, language } = unitsOf({ ...document, language: document.lang });
  const read = readUnits(units, language, ({ candidate, features }) => likely(candidate.kind, features));
  return toReading(document.lang, read, (p) => p).deals.flatMap((deal) => {
    const right = isDealRight(document, deal);
    return right === null ? [] : [{ likely: deal.confidence, right }];
  });
}
