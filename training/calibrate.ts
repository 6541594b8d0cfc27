import { readUnits } from '../extract/document.ts';
import { unitsOf } from '../extract/index.ts';
import type { Calibration } from '../extract/likelihood/calibration.ts';
import { likelihoodBy } from '../extract/likelihood/trees.ts';
import { toReading } from '../extract/reading.ts';
import { type Bag, fitTrees, type Options } from './boosted-trees.ts';
import { bagsOf } from './examples.ts';
import { fitCalibration, type Given } from './isotonic.ts';
import { type AnnotatedDocument, isDealRight } from './score.ts';

/**
 * Who wrote a document: `e`, `f`. Null for those that were looked at while the grammar was written (`t-…`), for
 * paragraphs and for notes: they are trained on, and say nothing of pages that nobody has seen.
 */
function authorOf({ id }: AnnotatedDocument): string | null {
  return /^[e-m](?=-\d)/.exec(id)?.[0] ?? null;
}

/**
 * Takes annotated documents by several authors; reads each author's with trees that were trained on the others', and
 * gives the calibration of the confidences of the deals so read.
 */
export function calibrate(
  documents: readonly AnnotatedDocument[],
  options: Options,
): { calibration: Calibration; given: Given[] } {
  const bags = new Map(documents.map((d) => [d, [...bagsOf(d).values()]]));
  const authors = [...new Set(documents.map(authorOf).filter((a) => a !== null))].sort();
  const given: Given[] = [];
  for (const author of authors) {
    const isOwn = (d: AnnotatedDocument) => authorOf(d) === author;
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
