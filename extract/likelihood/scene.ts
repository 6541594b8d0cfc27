import type { DealKind } from '../../model/deal.ts';
import type { Frame, FrameContext } from '../frame.ts';
import type { Mention } from '../mention.ts';
import type { Place } from '../outline.ts';
import type { ParsedSentence } from '../sentence.ts';

/** How a party comes into a sentence that does not name it. */
export type Implied = 'label' | 'line' | 'block' | 'heading' | 'funded' | 'title' | 'salient' | 'sole';

/** Someone who may be one side of a deal told by a sentence. */
export interface Party {
  name: string;
  mention: Mention | null;
  /** 0–1: how surely the words mean this firm. */
  weight: number;
  implied: Implied | null;
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
}

/** A sentence with everything that its candidates are made from, as it stood when the sentence was read. */
export interface Scene {
  sentence: ParsedSentence;
  frames: readonly Frame[];
  context: FrameContext;
  before: Before;
  acquirers: readonly Party[];
  targets: readonly Party[];
}
