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

/** Some words of a sentence without what stands in brackets among them. */
export interface Part extends Stretch {
  asides: readonly Stretch[];
}

/** What of its clause belongs to a step beside the others told there: "cleared the first | and opened an inquiry into the second". */
export function partOf(text: Tokens, place: Place, stage: Stage): Part {
  return partsFor(text, place, stage).narrow;
}

/** The same, and the words before it too where it names no firm: "C's deal was examined and cleared". */
export function ownPartOf(text: Tokens, place: Place, stage: Stage): Part {
  return partsFor(text, place, stage).own;
}

interface Parts {
  narrow: Part;
  own: Part;
}

/** Each step is asked about for every authority and pair. */
const known = new WeakMap<Place, Map<string, Parts>>();

function partsFor({ tokens }: Tokens, place: Place, stage: Stage): Parts {
  const ofPlace = known.get(place) ?? new Map<string, Parts>();
  known.set(place, ofPlace);
  const key = `${stage.first}|${stage.next}`;
  const parts = ofPlace.get(key) ?? partsOf(tokens, place, stage);
  ofPlace.set(key, parts);
  return parts;
}

function partsOf(tokens: readonly MoneyToken[], place: Place, stage: Stage): Parts {
  const clause = pastAsides(tokens, place, stage);
  const cuts = cutsIn(tokens, place, clause);
  const earlier = cuts.filter((cut) => cut <= stage.first).reverse();
  const narrow = { ...clause, from: earlier[0] ?? clause.from, to: cuts.find((cut) => cut >= stage.next) ?? clause.to };
  const starts = [...earlier, clause.from];
  const from = starts.find((start) => namesFirm(tokens, place, { ...narrow, from: start }));
  return { narrow, own: { ...narrow, from: from ?? narrow.from } };
}

/** The clause around a step, on both sides of what stands in brackets. */
function pastAsides(tokens: readonly MoneyToken[], place: Place, stage: Stage): Part {
  const asides: Stretch[] = [];
  let { from, to } = clauseOf({ tokens }, place, stage);
  for (let close = closing(tokens, to, place.to); close !== null; close = closing(tokens, to, place.to)) {
    asides.push({ from: to, to: close });
    to = clauseOf({ tokens }, place, { first: close, next: close }).to;
  }
  for (let open = opening(tokens, from, place.from); open !== null; open = opening(tokens, from, place.from)) {
    asides.push({ from: open, to: from });
    from = clauseOf({ tokens }, place, { first: open, next: open }).from;
  }
  return { from, to, asides };
}

/** Behind the bracket that closes the one at a token, null where there is none. */
function closing(tokens: readonly MoneyToken[], at: number, end: number): number | null {
  if (tokens[at]?.text !== '(') return null;
  for (let i = at + 1; i < end; i++) if (tokens[i]?.text === ')') return i + 1;
  return null;
}

/** The bracket that opens the one that closes before a token, null where there is none. */
function opening(tokens: readonly MoneyToken[], at: number, start: number): number | null {
  if (tokens[at - 1]?.text !== ')') return null;
  for (let i = at - 2; i >= start; i--) if (tokens[i]?.text === '(') return i;
  return null;
}

/** The parties that stand in some words. */
export function partiesIn({ tokens }: Tokens, { from, to, asides }: Part, parties: readonly Party[]): Party[] {
  const isIn = (p: Party, stretch: Stretch) =>
    p.start >= (tokens[stretch.from] as MoneyToken).start && p.end <= (tokens[stretch.to - 1] as MoneyToken).end;
  return parties.filter((p) => isIn(p, { from, to }) && !asides.some((aside) => isIn(p, aside)));
}

const namesFirm = (tokens: readonly MoneyToken[], place: Place, part: Part) =>
  partiesIn({ tokens }, part, place.parties).some((p) => p.named);

/** Where, within a clause, the words of one step end and those of the next begin. */
function cutsIn(tokens: readonly MoneyToken[], place: Place, clause: Part): number[] {
  const { from, to, asides } = clause;
  const stages = readStages(tokens, place.hits).filter(
    (s) => s.first >= from && s.next <= to && !asides.some((aside) => s.first >= aside.from && s.next <= aside.to),
  );
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
