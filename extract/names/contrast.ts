import type { Token } from '../text/tokens.ts';

const NOT = /^(?:not|non|pas|nicht|no)$/;
const JOINS = /^(?:,|and|et|und|y|e|–|—|-)$/;
const BUT = /^(?:but|mais|sondern|sino|ma|bensì)$/;
const BUT_REACH = 7;

/** What says that somebody else was taken, word by word from the name back. */
const INSTEAD: readonly (readonly RegExp[])[] = [
  [/^than$/, /^rather$/],
  [/^of$/, /^instead$/],
  [/^(?:que|qu)$/, /^plutôt$/],
  [/^(?:de|d)$/, /^lieu$/],
  [/^(?:an)?statt$/],
  [/^von$/, /^anstelle$/],
  [/^de$/, /^(?:vez|lugar)$/],
  [/^di$/, /^invece$/],
  [/^anziché$/],
  [/^che$/, /^piuttosto$/],
];

/**
 * "Intel, not AMD, bought X", "nicht AMD, sondern Intel", "plutôt qu'AMD": takes where a name begins and ends; true when
 * the words only say that it was not this firm.
 */
export function isContrasted(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from - 1;
  if (tokens[at]?.text === "'") at--;
  const before = tokens[at]?.lower ?? '';
  if (NOT.test(before)) {
    const first = tokens[at - 1]?.lower === 'non' ? at - 2 : at - 1;
    if (JOINS.test(tokens[first]?.lower ?? '')) return true;
    return tokens.slice(to, to + BUT_REACH).some((t) => BUT.test(t.lower));
  }
  return INSTEAD.some((words) => words.every((word, n) => word.test(tokens[at - n]?.lower ?? '')));
}
