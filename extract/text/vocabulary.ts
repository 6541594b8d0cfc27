/** A word or sign as it stands in texts, with what every reader of tokens asks of it. */
export interface Spelling {
  text: string;
  lower: string;
  /** Begins with a letter or figure. */
  word: boolean;
  /** Begins with a capital letter. */
  cap: boolean;
}

/** Words in use at a time are fewer; the bounds keep hostile pages from filling memory. */
const MOST_WORDS = 60_000;
const LONGEST = 40;

const known = new Map<string, Spelling>();

/**
 * Takes a word or sign of a text; gives its spelling, one for the same letters wherever they stand, so that words are
 * put in lower case once and are found in tables without being compared letter by letter.
 */
export function spellingOf(text: string): Spelling {
  const spelling = known.get(text);
  if (spelling) return spelling;
  if (text.length > LONGEST) return spell(text);
  if (known.size >= MOST_WORDS) known.clear();
  const made = spell(unbound(text));
  known.set(made.text, made);
  return made;
}

function spell(text: string): Spelling {
  const lower = text.toLowerCase();
  const word = /^[\p{L}\p{N}]/u.test(text);
  return { text, lower: lower === text ? text : lower, word, cap: word && /^\p{Lu}/u.test(text) };
}

/** A copy that does not keep the text in memory that it was cut from. */
function unbound(text: string): string {
  return String.fromCharCode(...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
}
