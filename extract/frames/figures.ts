import type { FrameClass } from '../lexicon/lexicon.ts';
import type { ToldSentence } from '../survey.ts';
import { dealSums, type FoundAmount, findAmounts, findFees, hasRoleCue } from './amounts.ts';
import type { Frame } from './frame.ts';
import { FRAMES } from './frame-classes.ts';
import type { ParsedSentence } from './sentence.ts';
import { type FoundTerm, findTerms } from './terms.ts';

/** Triggers that say for certain which kind of deal a sentence is about. */
const TELLING = new Set<FrameClass>([
  'investIn',
  'stake',
  'control',
  'injection',
  'fund',
  'acquire',
  'acquisition',
  'hire',
  'join',
  'supply',
  'use',
]);

/** The last sentence that told of deals. */
interface Last {
  frames: readonly Frame[];
  index: number;
}

/** Takes the sentences of a document with the claims that hold; gives the sums and terms that the grammar ties to their deals. */
export function findFigures(told: readonly ToldSentence[]): { amounts: FoundAmount[]; terms: FoundTerm[] } {
  const amounts: FoundAmount[] = [];
  const terms: FoundTerm[] = [];
  let last: Last = { frames: [], index: -9 };
  const lone = loneDeals(told);
  for (const { sentence: s, claims } of told) {
    const frames = claims.map((c) => c.frame);
    if (frames.length) last = { frames, index: s.unit.index };
    const spoken = frames.length ? frames : continued(s, last);
    amounts.push(...findAmounts(s, spoken));
    terms.push(...findTerms(s, spoken, aboutLone(s, spoken, lone)));
  }
  return { amounts: [...amounts, ...fees(told)], terms };
}

/** How many sentences after a deal still tell of it without naming it. */
const STILL_ABOUT = 8;

/** For each kind with only one pair in the whole document, its deal, from the last sentence that tells of it. */
function loneDeals(told: readonly ToldSentence[]): Frame[] {
  const frames = told
    .flatMap((t) => t.claims)
    .filter((c) => c.assertion !== 'denied' && c.assertion !== 'supposed')
    .map((c) => c.frame);
  const kinds = [...new Set(frames.map((f) => f.kind))].map((kind) => frames.filter((f) => f.kind === kind));
  return kinds
    .filter((own) => new Set(own.map((f) => `${f.acquirer}|${f.target}`)).size === 1)
    .map((own) => own.at(-1) as Frame);
}

/** The lone deals that a sentence may go on about: it names nobody else, and no other deal is told in it. */
function aboutLone(s: ParsedSentence, spoken: readonly Frame[], lone: readonly Frame[]): Frame[] {
  const fits = lone.filter(
    (f) =>
      Math.abs(s.unit.index - f.sentence.unit.index) <= STILL_ABOUT &&
      spoken.every((own) => own.acquirer === f.acquirer && own.target === f.target) &&
      !namesStranger(s, new Set([f.acquirer, f.target])),
  );
  return fits.map((f) => toldApart(f, s));
}

/** The same deal, as another sentence goes on about it. */
function toldApart(f: Frame, s: ParsedSentence): Frame {
  return { ...f, sentence: s, trigger: { ...f.trigger, from: 0, to: 0 }, acquirerMention: null, targetMention: null };
}

function namesStranger(s: ParsedSentence, parties: ReadonlySet<string>): boolean {
  return s.mentions.some(
    (m) => (m.form === 'name' || m.form === 'supply-brand') && !parties.has(m.candidates[0]?.name ?? ''),
  );
}

/** Licence fees told apart from the hiring that they go with: only the whole document can tell. */
function fees(told: readonly ToldSentence[]): FoundAmount[] {
  const hires = told
    .flatMap((t) => t.claims)
    .filter((c) => c.frame.kind === 'acquihire' && c.assertion !== 'denied')
    .map((c) => c.frame);
  if (hires.length === 0) return [];
  return told.filter((t) => t.sentence.unit.money.length > 0).flatMap((t) => findFees(t.sentence, hires));
}

/** A sentence without a pair of its own goes on about the deal before it when it has sums and names nobody else. */
function continued(s: ParsedSentence, last: Last): Frame[] {
  const { frames, index } = last;
  if (frames.length === 0 || s.unit.index - index > 2) return [];
  const parties = new Set(frames.flatMap((f) => [f.acquirer, f.target]));
  if (namesStranger(s, parties)) return [];
  if (s.triggers.some((t) => t.class === 'raise')) return [];
  const kinds = new Set(s.triggers.filter((t) => TELLING.has(t.class)).map((t) => FRAMES[t.class].kind));
  if (kinds.size > 0 && !kinds.has(frames[0]?.kind ?? 'partnership')) return [];
  if (new Set(frames.map((f) => f.acquirer)).size > 1) return [];
  const related = dealSums(s, frames).length === 0 || s.triggers.length > 0 || hasRoleCue(s) || isAside(s, last);
  return related ? frames.filter((f) => f.group === frames[0]?.group).map((f) => toldApart(f, s)) : [];
}

/** "Around $80m has been mentioned.": a short sentence with one sum, right behind a deal that was told without any. */
function isAside(s: ParsedSentence, { frames, index }: Last): boolean {
  const told = frames[0]?.sentence.unit.money.length ?? 0;
  return told === 0 && s.unit.index === index + 1 && s.unit.money.length === 1 && s.unit.tokens.length <= 12;
}
