import { readSurvey } from '../extract/document.ts';
import type { DealBelief } from '../extract/likelihood/judge.ts';
import type { Belief } from '../extract/likelihood/possible-deals.ts';
import { toReading } from '../extract/reading.ts';
import type { Example } from './examples.ts';
import type { Given } from './isotonic.ts';
import { isDealRight } from './score.ts';

/**
 * True for documents by authors whom nobody looked at while the grammar was written. The others (`t-…`, paragraphs,
 * notes) are trained on, and say nothing of pages that nobody has seen.
 */
const isUnseen = ({ author }: Example) => /^tune [e-su]$/.test(author);

/** Takes an example and trees that have not seen its author; gives how likely each deal read was held, and whether it was right. */
export function givenIn(example: Example, believe: Belief, believeDeal: DealBelief): Given[] {
  if (!isUnseen(example)) return [];
  const { document, survey } = example;
  const read = readSurvey(survey, believe, believeDeal);
  return toReading(document.lang, read, (p) => p).deals.flatMap((deal) => {
    const right = isDealRight(document, deal);
    return right === null ? [] : [{ likely: deal.confidence, right }];
  });
}
