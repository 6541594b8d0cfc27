/** How far back or ahead of the publication a phrase points: "yesterday" is one day back. */
export interface Shift {
  unit: 'day' | 'month' | 'year';
  by: number;
}

/** How one language writes dates. Keys are lower-case words; a phrase has one space between its words. */
export interface WhenLexicon {
  months: Record<string, number>;
  /** Words and short forms that mean a month only beside a day, a year or a preposition: "may", "mar". */
  doubtfulMonths: Record<string, number>;
  /** Sunday is 0. */
  weekdays: Record<string, number>;
  /** What hangs on the number of a day: "27th", "1er". */
  dayEndings: string[];
  /** Words between day, month and year: "of", "de". */
  of: string[];
  /** Words before a month or weekday that point back: "last". */
  lastBefore: string[];
  /** The same after it: "dernier". */
  lastAfter: string[];
  nextBefore: string[];
  nextAfter: string[];
  /** Phrases after a month for its year: "last year" → −1. */
  yearAfter: Record<string, number>;
  phrases: Record<string, Shift>;
  /** Words before a date that lies ahead: "until". */
  ahead: string[];
  /** Words that may stand before a month or a year: "in", "early". */
  before: string[];
  /** Whether years stand without a preposition: "hatte 2019 investiert". */
  bareYears?: boolean;
  /** Whether months are written with a capital letter. */
  capitals: boolean;
}
