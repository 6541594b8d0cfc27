export type Qualifier = 'over' | 'up-to' | 'about' | 'under';

/** How one language writes sums. Keys are lower-case words; a phrase has one space between its words. */
export interface MoneyLexicon {
  /** "billion" → 1e9. */
  scales: Record<string, number>;
  /** Scales of one or two letters that count only beside a currency: "m", "b". */
  shortScales: Record<string, number>;
  /** Numbers in words, "one" → 1; "half a" → 0.5. Tens, units and hundreds combine. */
  numbers: Record<string, number>;
  /** Phrases after a scale that add half of it: "and a half". */
  halfMore: string[];
  /** Words that may stand inside a number: "and" in "two hundred and fifty". */
  inNumber: string[];
  /** Names of currencies after a sum. */
  currencies: Record<string, string>;
  /** Words between a sum and the name of its currency: "de", "of". */
  links: string[];
  qualifiers: Record<Qualifier, string[]>;
  /** Words before a sum which say that it comes on top of an earlier one: "a further". */
  further: string[];
  /** Phrases after a sum which say that it is one more. */
  orMore: string[];
  /** What a price is for, after the sum: "a share" → "share". */
  per: Record<string, string>;
  between: string[];
  from: string[];
  and: string[];
  to: string[];
  /** Words that announce the same sum in another currency: "or", "soit". */
  converted: string[];
  /** Words that may follow a sum whose currency is understood: "2.75 billion in", "2,75 milliards pourraient". */
  afterBare: string[];
  /** Verbs before such a sum. */
  paying: string[];
}
