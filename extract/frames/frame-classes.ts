import type { DealKind } from '../../model/deal.ts';
import type { FrameClass, Prep } from '../lexicon/lexicon.ts';

/**
 * Where an argument stands: `subj` before the verb without preposition, `obj` after it without one, `poss` as its
 * owner ("Amazon's bet"), `mod` right before a noun ("the Mistral stake"), or after a preposition.
 */
export type Slot = 'subj' | 'obj' | 'poss' | 'mod' | Prep;

export interface FrameSpec {
  kind: DealKind;
  verb: boolean;
  acquirer: Slot[];
  target: Slot[];
  /** The participle turns subject and object round: "was bought by". */
  turns?: boolean;
  /** Something that must stand near the trigger. */
  needs?: 'money' | 'round' | 'compute' | 'people' | 'money-or-round';
  /** Sides whose place in the sentence must be exactly one of the slots. */
  strict?: ('acquirer' | 'target')[];
  /** A missing target may be the one the paragraph speaks of. */
  impliedTarget?: boolean;
  impliedAcquirer?: boolean;
  /** Amount role when nothing in the sentence says otherwise. */
  role: 'tranche' | 'total' | 'round' | 'commitment' | 'fee';
}

/** Argument patterns shared by all languages. */
export const FRAMES: Record<FrameClass, FrameSpec> = {
  investIn: {
    kind: 'investment',
    verb: true,
    acquirer: ['subj', 'by', 'poss', 'from'],
    target: ['in', 'to', 'on', 'at', 'like'],
    role: 'tranche',
  },
  moneyInto: {
    kind: 'investment',
    verb: true,
    acquirer: ['subj', 'by', 'poss', 'from'],
    target: ['in', 'to', 'on', 'at', 'obj', 'for', 'like'],
    needs: 'money',
    role: 'tranche',
  },
  fund: {
    kind: 'investment',
    verb: true,
    turns: true,
    strict: ['target'],
    acquirer: ['subj'],
    target: ['obj', 'like'],
    role: 'tranche',
  },
  raise: {
    kind: 'investment',
    verb: true,
    acquirer: ['from', 'by', 'of', 'like'],
    target: ['subj'],
    strict: ['acquirer'],
    needs: 'money-or-round',
    role: 'round',
  },
  participate: {
    kind: 'investment',
    verb: true,
    acquirer: ['subj', 'by', 'poss', 'from', 'with', 'like'],
    target: ['in', 'of', 'for', 'at', 'to', 'poss'],
    needs: 'round',
    impliedTarget: true,
    role: 'round',
  },
  stake: {
    kind: 'investment',
    verb: false,
    acquirer: ['mod', 'subj', 'poss', 'by', 'from', 'to'],
    target: ['mod', 'in', 'of', 'at', 'like'],
    impliedTarget: true,
    role: 'tranche',
  },
  // A stake of more than a half.
  control: {
    kind: 'acquisition',
    verb: false,
    acquirer: ['mod', 'subj', 'poss', 'by', 'from', 'to'],
    target: ['mod', 'in', 'of', 'at', 'like'],
    impliedTarget: true,
    role: 'total',
  },
  investor: {
    kind: 'investment',
    verb: false,
    acquirer: ['mod', 'subj', 'obj', 'like', 'with', 'by'],
    target: ['mod', 'in', 'of', 'poss', 'at', 'to'],
    impliedTarget: true,
    role: 'round',
  },
  injection: {
    kind: 'investment',
    verb: false,
    acquirer: ['mod', 'poss', 'by', 'from', 'of', 'subj', 'with'],
    target: ['mod', 'in', 'to', 'on', 'at', 'for', 'like', 'subj'],
    role: 'tranche',
  },
  round: {
    kind: 'investment',
    verb: false,
    acquirer: ['by', 'from', 'like'],
    target: ['mod', 'in', 'for', 'poss', 'of', 'subj', 'at'],
    strict: ['acquirer'],
    role: 'round',
  },
  acquire: {
    kind: 'acquisition',
    verb: true,
    turns: true,
    strict: ['acquirer', 'target'],
    acquirer: ['subj'],
    target: ['obj', 'like'],
    role: 'total',
  },
  acquisition: {
    kind: 'acquisition',
    verb: false,
    acquirer: ['mod', 'poss', 'by', 'subj', 'from'],
    target: ['mod', 'of', 'for', 'poss', 'at', 'like', 'subj'],
    strict: ['target'],
    impliedAcquirer: true,
    role: 'total',
  },
  sale: {
    kind: 'acquisition',
    verb: false,
    strict: ['acquirer', 'target'],
    acquirer: ['to'],
    target: ['of', 'poss', 'mod'],
    role: 'total',
  },
  sell: {
    kind: 'acquisition',
    verb: true,
    strict: ['acquirer', 'target'],
    acquirer: ['to'],
    target: ['subj', 'obj'],
    role: 'total',
  },
  belong: {
    kind: 'acquisition',
    verb: true,
    strict: ['acquirer', 'target'],
    acquirer: ['to', 'by', 'of', 'at', 'in', 'with', 'obj'],
    target: ['subj'],
    role: 'total',
  },
  payFor: {
    kind: 'acquisition',
    verb: true,
    acquirer: ['subj', 'by', 'poss'],
    target: ['for'],
    strict: ['target'],
    needs: 'money',
    role: 'total',
  },
  hire: {
    kind: 'acquihire',
    verb: true,
    turns: true,
    acquirer: ['subj'],
    target: ['obj', 'of', 'from', 'at'],
    needs: 'people',
    role: 'total',
  },
  join: {
    kind: 'acquihire',
    verb: true,
    acquirer: ['obj', 'to', 'for', 'at', 'in', 'by', 'poss'],
    target: ['subj', 'poss', 'of', 'from'],
    needs: 'people',
    role: 'total',
  },
  hiring: {
    kind: 'acquihire',
    verb: false,
    acquirer: ['mod', 'poss', 'by', 'subj', 'to', 'at'],
    target: ['mod', 'of', 'from', 'at', 'poss'],
    needs: 'people',
    impliedAcquirer: true,
    role: 'total',
  },
  empty: {
    kind: 'acquihire',
    verb: true,
    turns: true,
    strict: ['acquirer', 'target'],
    acquirer: ['subj'],
    target: ['obj', 'like'],
    role: 'fee',
  },
  supply: {
    kind: 'cloud',
    verb: true,
    acquirer: ['subj', 'by'],
    target: ['to', 'obj', 'with', 'for', 'at'],
    needs: 'compute',
    impliedTarget: true,
    strict: ['target'],
    role: 'commitment',
  },
  use: {
    kind: 'cloud',
    verb: true,
    acquirer: ['obj', 'on', 'from', 'with', 'of', 'in', 'at', 'by', 'to', 'poss'],
    target: ['subj', 'by', 'poss'],
    needs: 'compute',
    role: 'commitment',
  },
  spend: {
    kind: 'cloud',
    verb: true,
    acquirer: ['with', 'on', 'at', 'to', 'from', 'in', 'of', 'for', 'obj'],
    target: ['subj', 'by', 'poss'],
    needs: 'money',
    role: 'commitment',
  },
  supplier: {
    kind: 'cloud',
    verb: false,
    acquirer: ['mod', 'subj', 'poss', 'obj', 'as', 'of', 'by', 'to'],
    target: ['mod', 'of', 'poss', 'for', 'to', 'at', 'subj'],
    impliedTarget: true,
    strict: ['acquirer', 'target'],
    role: 'commitment',
  },
  supplyDeal: {
    kind: 'cloud',
    verb: false,
    acquirer: ['mod', 'with', 'from', 'to', 'by', 'poss', 'of', 'at', 'for', 'subj'],
    target: ['mod', 'subj', 'by', 'with', 'poss', 'of', 'for', 'to', 'at'],
    needs: 'compute',
    role: 'commitment',
  },
};
