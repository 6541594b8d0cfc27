/** A competition authority: its short name on the board and the words that mean it, lower case, one space between words. */
export interface AuthorityWords {
  /** Short name; null for a body that does not watch competition, so that "the agency" after it is not mistaken. */
  code: string | null;
  /** Country key for "the British watchdog"; null when the country has several such bodies, or none. */
  country: string | null;
  /** Names that mean it wherever they stand. */
  names: string[];
  /** Names that other countries' authorities bear too; they mean this one where no other country stands beside them. */
  shared?: string[];
  /** People who lead or led it: the house is meant. */
  heads?: string[];
  /** Names that mean it only with a capital letter: "Commission", "Brussels". */
  capital?: string[];
  /** Seats that stand for it only right before what it does: "London cleared". */
  seats?: string[];
  /** Kind words that may refer back to it: "the commission", "the department". */
  kinds?: string[];
}
