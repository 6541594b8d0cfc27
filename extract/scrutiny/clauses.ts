import type { MoneyToken } from '../text/text-tokens.ts';
import { isClauseEnd } from './mood.ts';
import type { Party } from './pairs.ts';
import type { Place } from './place.ts';
import { readStages, type Stage } from './stages.ts';

/** The words from one token up to another, which is not of them. */
export interface Stretch {
  from: number;
  to: number;
}

/** The text with its tokens. */
interface Tokens {
  tokens: readonly MoneyToken[];
}

/** The clause around a step: from the last clause end before it to the next one after it. */
export function clauseOf({ tokens }: Tokens, place: Stretch, stage: Pick<Stage, 'first' | 'next'>): Stretch {
  let from = stage.first;
  let to = stage.next;
  while (from > place.from && !isClauseEnd(tokens, from - 1)) from--;
  while (to < place.to && !isClauseEnd(tokens, to)) to++;
  return { from, to };
}

/** What of its clause belongs to a step beside the others told there: "cleared the first | and opened an inquiry into the second". */
export function partOf({ tokens }: Tokens, place: Place, stage: Stage): Stretch {
  const clause = clauseOf({ tokens }, place, stage);
  const cuts = cutsIn(tokens, place, clause);
  return {
    from: cuts.findLast((cut) => cut <= stage.first) ?? clause.from,
    to: cuts.find((cut) => cut >= stage.next) ?? clause.to,
  };
}

/** The same, and the words before it too where it names no firm: "C's deal was examined and cleared". */
export function ownPartOf({ tokens }: Tokens, place: Place, stage: Stage): Stretch {
  const part = partOf({ tokens }, place, stage);
  const { from } = clauseOf({ tokens }, place, stage);
  if (part.from === from) return part;
  const starts = [part.from, ...cutsIn(tokens, place, { from, to: part.from }).reverse(), from];
  return {
    from: starts.find((start) => namesFirm(tokens, place, { from: start, to: part.to })) ?? part.from,
    to: part.to,
  };
}

/** The parties that stand in some words. */
export function partiesIn({ tokens }: Tokens, { from, to }: Stretch, parties: readonly Party[]): Party[] {
  const [start, end] = [(tokens[from] as MoneyToken).start, (tokens[to - 1] as MoneyToken).end];
  return parties.filter((p) => p.start >= start && p.end <= end);
}

const namesFirm = (tokens: readonly MoneyToken[], place: Place, stretch: Stretch) =>
  partiesIn({ tokens }, stretch, place.parties).some((p) => p.named);

/** Where, within a clause, the words of one step end and those of the next begin. */
function cutsIn(tokens: readonly MoneyToken[], place: Place, clause: Stretch): number[] {
  const stages = readStages(tokens, place.hits).filter((s) => s.first >= clause.from && s.next <= clause.to);
  const cuts: number[] = [];
  for (let i = 1; i < stages.length; i++) {
    const [one, next] = [stages[i - 1] as Stage, stages[i] as Stage];
    for (let at = next.first - 1; at >= one.next; at--) {
      if (!JOINTS.test((tokens[at] as MoneyToken).lower) || joinsNames(tokens, place, at, next)) continue;
      cuts.push(at + 1);
      break;
    }
  }
  return cuts;
}

const JOINTS = /^(?:and|et|und|y|e|ed|sowie|then|puis|,)$/;

/** "Amazon and Anthropic", "those of Microsoft with Mistral and of Amazon with Anthropic": a name before, and one soon behind. */
function joinsNames(tokens: readonly MoneyToken[], place: Place, at: number, next: Stage): boolean {
  const isIn = (token: MoneyToken | undefined) =>
    token !== undefined && place.parties.some((p) => p.start <= token.start && p.end >= token.end);
  return isIn(tokens[at - 1]) && tokens.slice(at + 1, Math.min(at + 1 + SOON, next.first)).some(isIn);
}

/** An article or a preposition may stand before the second name. */
const SOON = 3;
