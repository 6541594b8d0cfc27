import type { PairCandidate, Party } from './scene.ts';

/**
 * Gives a function that makes something of a candidate's two parties once for all kinds of deal: the candidates of one
 * pair come one after another, and its parties belong to one sentence of one document. Whatever is made must not
 * depend on the kind, nor be changed.
 */
export function oncePerPair<T extends object>(): (c: PairCandidate, make: () => T) => T {
  let acquirer: Party | null = null;
  let target: Party | null = null;
  let made: T | null = null;
  return (c, make) => {
    if (made === null || c.acquirer !== acquirer || c.target !== target) {
      made = make();
      acquirer = c.acquirer;
      target = c.target;
    }
    return made;
  };
}
