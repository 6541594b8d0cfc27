import type { Prep } from '../lexicon/lexicon.ts';
import type { Unit } from '../unit.ts';
import type { NameEntry } from './names.ts';

export type Form = 'name' | 'supply-brand' | 'person' | 'epithet' | 'definite' | 'pronoun' | 'relative';
/** `backer`: whoever put money into the firm spoken of. */
export type Want = 'startup' | 'group' | 'any' | 'backer';

export interface Candidate {
  name: string;
  /** 0–1: how surely the words mean this firm. */
  weight: number;
}

/** Words of a sentence that stand for one company, or for several. */
export interface Mention {
  unit: Unit;
  from: number;
  to: number;
  form: Form;
  want: Want;
  /** Best first; filled by `resolve` for words that refer back. */
  candidates: Candidate[];
  /** The words mean all candidates together: "both", "the two". */
  plural: boolean;
  prep: Prep | null;
  /** Owner of what follows: "Amazon's", "its". */
  poss: boolean;
  /** Mentions of one list share a number. */
  list: number;
  /** Named by name, place, brand or trade; null when only the kind of firm is said. */
  hints: string[] | null;
  /** Stands in a list together with a large group. */
  inGroups: boolean;
  /** "the same company": the one named last. */
  same: boolean;
}

/** Names of brands and people, which matter only beside other words. */
export interface Landmark {
  from: number;
  to: number;
  entry: NameEntry;
}

export interface Found {
  mentions: Mention[];
  landmarks: Landmark[];
}

/** Begins a hint that says no more than a layer of the AI stack: "the cloud firm". */
export const LAYER = '#';

/** A mention of which nothing is known but its place and form. */
export const base = (unit: Unit, from: number, to: number, form: Form): Mention => ({
  unit,
  from,
  to,
  form,
  want: 'any',
  candidates: [],
  plural: false,
  prep: null,
  poss: false,
  list: -1,
  hints: null,
  same: false,
  inGroups: false,
});
