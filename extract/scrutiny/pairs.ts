import { type DealPair, PairList } from './pair-list.ts';

export type { DealPair };

/** A party in the text: common name, and whether it is a large group. */
export interface Party {
  name: string;
  group: boolean;
  /** Offset in the text. */
  start: number;
  end: number;
  /** Said by name; false for a pronoun or a description such as "the search giant". */
  named: boolean;
}

/** Removes repeated pairs, keeping the order. */
export function distinct(pairs: readonly DealPair[]): readonly DealPair[] {
  return pairs.length > 1 ? new PairList(pairs).all : pairs;
}

/**
 * Takes parties in the order of the text and the known pairs; gives the pairs that the words join. Names form blocks
 * ("Microsoft's with OpenAI and those of Amazon and Google with Anthropic" is two); where no block is a known pair,
 * any two of the names may be. The pair named last comes last.
 */
export function pairsAmong(parties: readonly Party[], known: PairList): readonly DealPair[] {
  if (parties.length < 2) return [];
  const place = new Map(parties.map((p, i) => [p.name, i]));
  const last = (pair: DealPair) => Math.max(place.get(pair.acquirer) ?? 0, place.get(pair.target) ?? 0);
  const possible = known.among(new Set(place.keys())).sort((a, b) => last(a) - last(b));
  if (possible.length <= 1) return possible;
  const blocks = blocksOf(parties, possible).flatMap((block) =>
    possible.filter((pair) => block.has(pair.acquirer) && block.has(pair.target)),
  );
  return blocks.length ? distinct(blocks) : possible;
}

/** Cuts a row of names where a new pair begins: after both sides have been named, at a name of the first side. */
function blocksOf(parties: readonly Party[], possible: readonly DealPair[]): Set<string>[] {
  const acquirers = new Set(possible.map((p) => p.acquirer));
  const targets = new Set(possible.map((p) => p.target));
  const side = (p: Party): 'a' | 't' | null => {
    if (targets.has(p.name) && !(acquirers.has(p.name) && p.group)) return 't';
    if (acquirers.has(p.name)) return 'a';
    return targets.has(p.name) ? 't' : null;
  };
  const rows = parties.map((p) => ({ name: p.name, side: side(p) })).filter((p) => p.side !== null);
  const first = rows[0]?.side ?? null;
  const blocks: Set<string>[] = [];
  let block = new Set<string>();
  let both = false;
  for (const row of rows) {
    if (both && row.side === first && !block.has(row.name)) {
      blocks.push(block);
      block = new Set();
      both = false;
    }
    block.add(row.name);
    both ||= row.side !== first;
  }
  return [...blocks, block];
}

/**
 * Takes the names of one place in the text that are no full pair, the known pairs, and the pairs spoken of before (the
 * last one last); gives the pairs that are meant: the target's only one, or the latest with that name, those in focus last of all.
 */
export function pairsFor(
  names: readonly string[],
  known: PairList,
  spoken: PairList | null,
  focus: readonly DealPair[] = [],
): readonly DealPair[] {
  return distinct(
    [...new Set(names)].flatMap((name) => {
      const { as, count, first } = known.counted(name);
      if (count <= 1) return first ?? [];
      return focus.findLast((pair) => pair[as] === name) ?? spoken?.last(as, name) ?? [];
    }),
  );
}

/** Most characters between the two names of a pair that only a regulator's step names. */
const REACH = 90;

/**
 * Takes a text, the parties of one of its sentences in order, and how large each is (2 for a large group, 1 for an AI firm that also
 * buys, 0 for any other); gives the pairs that stand side by side: "Microsoft's tie-up with Mistral". For deals that
 * are told of only because an authority looks at them.
 */
export function pairsSideBySide(
  text: string,
  parties: readonly Party[],
  tier: (name: string) => number,
): readonly DealPair[] {
  const pairs: DealPair[] = [];
  for (let i = 1; i < parties.length; i++) {
    const [a, b] = [parties[i - 1] as Party, parties[i] as Party];
    if (b.start - a.end > REACH || a.name === b.name || /[,;:()—]/.test(text.slice(a.end, b.start))) continue;
    const [first, second] = [tier(a.name), tier(b.name)];
    // "Amazon and Anthropic and on Microsoft's hiring": a target that has its pair is not the next one's too.
    if (first < 2 && pairs.at(-1)?.target === a.name && i > 1) continue;
    if (first === 2 && second < 2) pairs.push({ acquirer: a.name, target: b.name });
    if (second === 2 && first < 2) pairs.push({ acquirer: b.name, target: a.name });
  }
  return distinct(pairs);
}
