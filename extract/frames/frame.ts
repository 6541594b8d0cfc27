import type { DealKind } from '../../model/deal.ts';
import type { Candidate, Mention } from '../names/mention.ts';
import type { FrameSpec } from './frame-classes.ts';
import type { People } from './people.ts';
import type { Discourse } from './reference.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** One claim of one sentence that two parties have a deal. */
export interface Frame {
  sentence: ParsedSentence;
  trigger: Trigger;
  spec: FrameSpec;
  kind: DealKind;
  acquirer: string;
  target: string;
  acquirerMention: Mention | null;
  targetMention: Mention | null;
  /** 0–2: how well both arguments stand where they should. */
  score: number;
  /** Acquirers told in one breath share a number: one sum for several is nobody's own. */
  group: number;
  people: People | null;
  /** The deal of which this says that it was the same again: "Meta did the same with Rivos". */
  again?: Frame;
}

/** What frames need to know of the whole document. */
export interface FrameContext {
  discourse: Discourse;
  /** True when an unlisted firm may be a target. */
  isTarget(name: string): boolean;
  /** The sentence before spoke of a funding round. */
  inRound: boolean;
  /** The firm that the latest news of money was about, while it is still near. */
  funded: string | null;
  /** The start-up that the page is about together with this group, when its title names just these two. */
  partner(acquirer: string): string | null;
  /** The only start-up, and the only group, that the document names at all. */
  soleTarget: string | null;
  soleGroup: string | null;
  nextGroup(): number;
}

export interface Argument {
  mention: Mention | null;
  candidate: Candidate;
  score: number;
}

/** Puts a frame together from a trigger and its two arguments. */
export function frameOf(
  s: ParsedSentence,
  trigger: Trigger,
  spec: FrameSpec,
  a: Argument,
  t: Argument,
  group: number,
  people: People | null = null,
): Frame {
  return {
    sentence: s,
    trigger,
    spec,
    kind: spec.kind,
    acquirer: a.candidate.name,
    target: t.candidate.name,
    acquirerMention: a.mention,
    targetMention: t.mention,
    score: a.score + t.score,
    group,
    people,
  };
}
