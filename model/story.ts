import type { AmountRole, Currency } from './amount.ts';
import type { Day, PartialDay } from './day.ts';
import type { Certainty, DealKind } from './deal.ts';
import type { SourceClass } from './scrutiny.ts';

/** One happening, told by one or many documents: a sum of a deal, a deal without a sum, or a step of an authority. */
export interface Story {
  /** Stays the same while the happening does. */
  id: string;
  pairId: string;
  acquirer: string;
  target: string;
  what:
    | {
        type: 'sum';
        kind: DealKind;
        certainty: Certainty;
        role: AmountRole;
        value: number | null;
        currency: Currency | null;
      }
    | { type: 'deal'; kind: DealKind; certainty: Certainty }
    | { type: 'step'; authority: string; stage: string };
  /** The day of the happening, or null when nobody states it. */
  date: PartialDay | null;
  /** The newest day on which a document told of it. */
  latest: Day;
  /** Everybody who tells it, official pages first, then the earliest; copies of one text included. */
  sources: StorySource[];
  /** How many tell it independently: papers of one house, or that print one agency, count once. */
  voices: number;
}

export interface StorySource {
  documentId: string;
  title: string;
  publisher: string;
  sourceClass: SourceClass;
  day: Day;
  /** The agency whose copy it prints, or null. */
  agency: string | null;
  /** True when its text is the same as that of another source of the story. */
  isCopy: boolean;
}
