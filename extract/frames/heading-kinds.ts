import type { DealKind } from '../../model/deal.ts';
import type { Language } from '../lexicon/index.ts';
import { layoutOf } from '../text/layout.ts';
import type { Unit } from '../unit.ts';
import { FRAMES } from './frame-classes.ts';

/** Where the same words may stand for several kinds ("bought" compute, people or a firm), a heading means the first of these. */
const BY_PRECEDENCE: readonly DealKind[] = ['acquisition', 'acquihire', 'investment'];

/**
 * Takes a sentence; gives the kinds of deal that it heads where it is a heading: "Bought outright", "Stakes", "Chips and
 * cloud". Headings have no subject and no object, so that what a sentence needs around its verb is not asked of them.
 */
export function headedKinds(unit: Unit, language: Language): Set<DealKind> {
  const kinds = new Set<DealKind>();
  const { shape } = layoutOf(unit);
  if (shape !== 'heading') return kinds;
  const bySpot = new Map<number, DealKind[]>();
  for (const index of language.triggers)
    for (const { from, value } of index.find(unit.tokens))
      bySpot.set(from, [...(bySpot.get(from) ?? []), FRAMES[value].kind]);
  for (const found of bySpot.values()) {
    const first = BY_PRECEDENCE.find((kind) => found.includes(kind));
    if (first) kinds.add(first);
  }
  if (language.cues.compute.has(unit.tokens)) kinds.add('cloud');
  return kinds;
}
