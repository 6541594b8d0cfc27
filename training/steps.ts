import type { Trees } from '../extract/likelihood/trees.ts';
import type { Bag } from './bags.ts';
import { OPTIONS } from './boosted-trees.ts';
import { fitApart } from './nursery.ts';

/** Takes possible steps of authorities; gives trees that say how likely one is told. */
export function learnSteps(bags: readonly Bag[]): Promise<Trees> {
  return fitApart(bags, { ...OPTIONS, rounds: 1, sets: 2 });
}
