import { dealSums, type FoundAmount, findAmounts, findFees, hasRoleCue } from './amounts.ts';
import type { Frame } from './frame.ts';
import { FRAMES } from './frame-classes.ts';
import type { FrameClass } from './lexicon/lexicon.ts';
import type { ParsedSentence } from './sentence.ts';
import type { ToldSentence } from './survey.ts';
import { type FoundTerm, findTerms } from './terms.ts';

/** Triggers that say for certain which kind of deal a sentence is about. */
const TELLING = new Set<FrameClass>([
  'investIn',
  'stake',
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
  for (const { sentence: s, claims } of told) {
    const frames = claims.map((c) => c.frame);
    if (frames.length) last = { frames, index: s.unit.index };
    const spoken = frames.length ? frames : continued(s, last);
    amounts.push(...findAmounts(s, spoken));
    terms.push(...findTerms(s, spoken));
  }
  return { amounts: [...amounts, ...fees(told)], terms };
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
  const strangers = s.mentions.some(
    (m) => (m.form === 'name' || m.form === 'supply-brand') && !parties.has(m.candidates[0]?.name ?? ''),
  );
  if (strangers) return [];
  if (s.triggers.some((t) => t.class === 'raise')) return [];
  const kinds = new Set(s.triggers.filter((t) => TELLING.has(t.class)).map((t) => FRAMES[t.class].kind));
  if (kinds.size > 0 && !kinds.has(frames[0]?.kind ?? 'partnership')) return [];
  if (new Set(frames.map((f) => f.acquirer)).size > 1) return [];
  const related = dealSums(s, frames).length === 0 || s.triggers.length > 0 || hasRoleCue(s) || isAside(s, last);
  return related
    ? frames
        .filter((f) => f.group === frames[0]?.group)
        .map((f) => ({
          ...f,
          sentence: s,
          trigger: { ...f.trigger, from: 0, to: 0 },
          acquirerMention: null,
          targetMention: null,
        }))
    : [];
}

/** "Around $80m has been mentioned.": a short sentence with one sum, right behind a deal that was told without any. */
function isAside(s: ParsedSentence, { frames, index }: Last): boolean {
  const told = frames[0]?.sentence.unit.money.length ?? 0;
  return told === 0 && s.unit.index === index + 1 && s.unit.money.length === 1 && s.unit.tokens.length <= 12;
}
