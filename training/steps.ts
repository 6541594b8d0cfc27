import type { Trees } from '../extract/likelihood/trees.ts';
import { type Bag, fitTrees, OPTIONS } from './boosted-trees.ts';

/** Takes possible steps of authorities; gives trees that say how likely one is told. */
export function learnSteps(bags: readonly Bag[]): Trees {
  return fitTrees(bags, { ...OPTIONS, rounds: 1, sets: 2 });
}
