import type { Mention } from '../names/mention.ts';
import { tokenAt } from '../text/tokens.ts';
import type { ParsedSentence } from './sentence.ts';
import { type Place, placeOf } from './sum-place.ts';

/** The names of one list, and the one of them that a sum goes with. */
export interface Turn {
  names: readonly string[];
  owner: string;
  /** "up to $5bn and $10bn": what is said of the first sum holds for all. */
  upTo: boolean;
}

/** Words between the word for "in turn" and the sums that it orders. */
const BESIDE = 4;

/**
 * "Microsoft and Nvidia will invest up to $5bn and $10bn, respectively": takes a sum and its sentence; gives the list whose
 * first name the first sum goes with, the second the second, and the name that this one goes with. Null where nothing
 * says so, or the names are not as many as the sums.
 */
export function turnOf(s: ParsedSentence, place: Pick<Place, 'from'>): Turn | null {
  const turns = known.get(s) ?? turnsIn(s);
  known.set(s, turns);
  return turns.get(place.from) ?? null;
}

/** Every sum of a sentence is asked about for each of its deals. */
const known = new WeakMap<ParsedSentence, ReadonlyMap<number, Turn>>();

/** Where each sum of a sentence begins that has its turn, with the name that it goes with. */
function turnsIn(s: ParsedSentence): Map<number, Turn> {
  const turns = new Map<number, Turn>();
  const at = wordFor(s);
  if (at < 0) return turns;
  const { tokens, money } = s.unit;
  for (const names of listsOf(s)) {
    const sums = sumsBeside(s, at, names.length);
    const upTo = money.some((m) => m.qualifier === 'up-to' && tokenAt(tokens, m.start) === sums[0]);
    for (const [i, from] of sums.entries())
      if (!turns.has(from)) turns.set(from, { names, owner: names[i] as string, upTo });
  }
  return turns;
}

/** Where "respectively" stands, -1 where it does not. */
function wordFor(s: ParsedSentence): number {
  const { tokens } = s.unit;
  for (let i = 0; i < tokens.length; i++) if (s.language.cues.respectively.at(tokens, i)) return i;
  return -1;
}

/** Names of two or more that stand in one list, each in its order. */
function listsOf(s: ParsedSentence): string[][] {
  const lists = new Map<number, string[]>();
  for (const m of s.mentions) {
    const name = named(m);
    if (m.list < 0 || name === null) continue;
    lists.set(m.list, [...(lists.get(m.list) ?? []), name]);
  }
  return [...lists.values()].filter((list) => list.length > 1 && new Set(list).size === list.length);
}

const named = (m: Mention) => (m.form === 'name' ? (m.candidates[0]?.name ?? null) : null);

/** Where as many sums begin as are wanted: the last before the word, or the first behind it. */
function sumsBeside(s: ParsedSentence, at: number, count: number): number[] {
  const { tokens, money } = s.unit;
  const sums = money.filter((m) => m.conversionOf === null && m.currency !== null).map((m) => placeOf(tokens, m));
  const before = sums.filter((p) => p.to <= at).slice(-count);
  const behind = sums.filter((p) => p.from > at).slice(0, count);
  const isBeside = (run: typeof sums, gap: number) => run.length === count && gap >= 0 && gap <= BESIDE;
  if (isBeside(before, at - (before.at(-1)?.to ?? Number.NEGATIVE_INFINITY))) return before.map((p) => p.from);
  if (isBeside(behind, (behind[0]?.from ?? Number.POSITIVE_INFINITY) - at)) return behind.map((p) => p.from);
  return [];
}
