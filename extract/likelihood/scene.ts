import type { DealKind } from '../../model/deal.ts';
import type { Frame, FrameContext } from '../frames/frame.ts';
import type { Place } from '../frames/outline.ts';
import type { ParsedSentence } from '../frames/sentence.ts';
import type { Mention } from '../names/mention.ts';

/** How a party comes into a sentence that does not name it. */
export type Implied = 'label' | 'line' | 'block' | 'heading' | 'funded' | 'title' | 'salient' | 'sole';

/** Someone who may be one side of a deal told by a sentence. */
export interface Party {
  name: string;
  mention: Mention | null;
  /** 0–1: how surely the words mean this firm. */
  weight: number;
  implied: Implied | null;
  /** Every way in which the sentence may mean it without naming it, and how manyeth it is among such parties. */
  ways?: readonly Implied[];
  rank?: number;
}

/** What says that a sentence may be about a kind of deal: a word that opens a frame, a word of its field, or the context. */
export type Told = 'pair' | 'trigger' | 'cue' | 'line' | 'block' | 'heading' | 'before' | 'title' | 'theme';

/** Two firms that one sentence may say to have a deal of one kind; whether it does so is weighed later. */
export interface PairCandidate {
  sentence: ParsedSentence;
  kind: DealKind;
  told: Told;
  acquirer: Party;
  target: Party;
}

/** What the sentences before leave open for a sentence. */
export interface Before {
  kinds: ReadonlySet<DealKind>;
  place: Place;
  /** The sentence has a term that stands for several firms: nobody else is meant in their place. */
  ambiguous: boolean;
}

/** A sentence with everything that its candidates are made from, as it stood when the sentence was read. */
export interface Scene {
  sentence: ParsedSentence;
  frames: readonly Frame[];
  context: FrameContext;
  before: Before;
  acquirers: readonly Party[];
  targets: readonly Party[];
  /** Who uses or sells on what whom makes, as "customer|maker". */
  customers: readonly string[];
}
