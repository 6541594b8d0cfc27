/** What a UTF-16 unit is for cutting words: classes of Unicode, looked up in a table once a unit has been seen. */
const LETTER = 1;
const DIGIT = 2;
const NUMBER = 3;
const MARK = 4;
const SPACE = 5;
const SIGN = 6;

const classes = new Uint8Array(0x10000);

function classOf(unit: number): number {
  const known = classes[unit] as number;
  if (known) return known;
  const made = classify(String.fromCharCode(unit));
  classes[unit] = made;
  return made;
}

function classify(character: string): number {
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\d/.test(character)) return DIGIT;
  if (/\p{N}/u.test(character)) return NUMBER;
  if (/\p{M}/u.test(character)) return MARK;
  return /\s/.test(character) ? SPACE : SIGN;
}

/** White space, as `\s` has it. */
export const isSpace = (unit: number): boolean => classOf(unit) === SPACE;
/** A letter, `\p{L}`, of one unit. */
export const isLetter = (unit: number): boolean => classOf(unit) === LETTER;
/** A digit, `\d`. */
export const isDigit = (unit: number): boolean => classOf(unit) === DIGIT;
/** An accent that belongs to the letter before it, `\p{M}`, of one unit. */
export const isMark = (unit: number): boolean => classOf(unit) === MARK;
/** A letter, a digit or another figure, `[\p{L}\p{N}]`, of one unit. */
export const isWordUnit = (unit: number): boolean => classOf(unit) <= NUMBER;

/** True for the first unit of a pair that stands for one character beyond 16 bits. */
export function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}
