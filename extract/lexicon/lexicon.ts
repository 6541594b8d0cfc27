import type { Term } from '../../model/deal.ts';

/** Prepositions of all languages, reduced to the few that tell arguments apart. */
export type Prep =
  | 'in'
  | 'to'
  | 'from'
  | 'by'
  | 'of'
  | 'with'
  | 'on'
  | 'at'
  | 'for'
  | 'as'
  | 'than'
  | 'between'
  | 'against'
  | 'like'
  | 'other';

/** What a frame is built on; `frame-classes.ts` says which arguments each one takes. */
export const FRAME_CLASSES = [
  'investIn',
  'moneyInto',
  'fund',
  'raise',
  'participate',
  'stake',
  'control',
  'investor',
  'injection',
  'round',
  'acquire',
  'acquisition',
  'sale',
  'sell',
  'belong',
  'payFor',
  'hire',
  'join',
  'hiring',
  'empty',
  'supply',
  'use',
  'spend',
  'supplier',
  'supplyDeal',
] as const;
export type FrameClass = (typeof FRAME_CLASSES)[number];

/** Everything the reader knows about one language: data only. Pattern syntax: see `phrases.ts`. */
export interface Lexicon {
  language: string;
  /** Subject and object stand on either side of the verb (German). */
  freeOrder?: boolean;
  /** Verbs may stand without a subject (Spanish, Italian). */
  dropsSubject?: boolean;
  articles: string;
  /** Articles that bring in a new firm: no reference. */
  indefinite: string;
  /** Word or phrase → what it reduces to. */
  prepositions: Partial<Record<Prep, string>>;
  conjunctions: string;
  /** Words that open another clause. */
  breakers: string;
  /** Relative pronouns: the clause after them speaks of the noun before. */
  relatives: string;
  /** Verb forms that carry a participle: "was", "has been". */
  passive: string;
  perfect: string;
  /** Singular and plural pronouns that may mean a company. */
  it: string;
  they: string;
  possessives: string;
  /** Heads of "the start-up", "the group", "the company": what kind of firm they may mean. */
  startupNouns: string;
  groupNouns: string;
  companyNouns: string;
  /** "its venture arm", "an Amazon fund": speak for the group that owns them. */
  armNouns: string;
  /** Words that may stand between an article and such a head. */
  adjectives: string;
  /** Trigger patterns by frame class. */
  triggers: Partial<Record<FrameClass, string[]>>;
  /** Words that turn a verb's object into something other than the firm: "stake in", "licence to". */
  partNouns: string;
  founders: string;
  chiefs: string;
  teams: string;
  /** People who are not enough for an acqui-hire when they come alone. */
  executives: string;
  /** Cloud, compute, chips. */
  compute: string;
  roundNouns: string;
  moneyNouns: string;
  ai: string;
  /** Trades outside AI: a firm so described is no target. */
  otherTrades: string;
  negation: string;
  reported: string;
  ended: string;
  /** Turns a clause into no assertion: "if", "whether". */
  hypothesis: string;
  agreed: string;
  respectively: string;
  /** Money that is no payment. */
  valuation: string;
  otherMoney: string;
  roles: {
    total: string;
    ceiling: string;
    future: string;
    fee: string;
    tranche: string;
    commitment: string;
    round: string;
    combined: string;
    each: string;
    since: string;
  };
  terms: Partial<Record<Term, string[]>>;
}
