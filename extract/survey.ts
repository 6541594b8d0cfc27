import type { Assertion } from './frames/certainty.ts';
import type { Frame } from './frames/frame.ts';
import type { ParsedSentence } from './frames/sentence.ts';
import type { Feature } from './likelihood/feature.ts';
import type { PairCandidate } from './likelihood/scene.ts';
import type { Unit } from './unit.ts';

/** A company named in the text, for the reader of regulators' steps. */
export interface PartyMention {
  start: number;
  end: number;
  name: string;
  group: boolean;
}

/** What one sentence says of one deal. */
export interface Claim {
  frame: Frame;
  assertion: Assertion;
}

/** A candidate with what speaks for and against it. */
export interface WeighedCandidate {
  candidate: PairCandidate;
  features: readonly Feature[];
}

/** What the grammar finds in one sentence, and what else it may tell. */
export interface ToldSentence {
  sentence: ParsedSentence;
  claims: readonly Claim[];
  candidates: readonly WeighedCandidate[];
}

/** All sentences of a document, read in order but not yet judged. */
export interface Survey {
  units: readonly Unit[];
  told: ToldSentence[];
  parties: PartyMention[];
  /** Where in the text the first sentence begins of which not everything was weighed. */
  readTo?: number;
}
