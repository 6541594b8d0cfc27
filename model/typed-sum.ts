import { type DecimalMark, typedNumber } from './typed-number.ts';

/** How English, French, German, Spanish and Italian hands write the size of a sum. */
const SCALES: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  billions: 1e9,
  md: 1e9,
  mds: 1e9,
  mrd: 1e9,
  milliard: 1e9,
  milliards: 1e9,
  tn: 1e12,
  trillion: 1e12,
  trillions: 1e12,
};
const TYPED = /^[^\d-]{0,4}\s*(\d[\d\s.,'’]*)([a-z]*)\.?\s*(?:[a-z]{3}|[a-z]{0,2}\p{Sc}[a-z]{0,2})?$/iu;

/**
 * Takes a sum as a person writes it, with or without its currency: `2.75bn`, `$15m`, `2,750,000,000`, `1,7 Md €`; gives full
 * units, or null when it is none.
 */
export function typedSum(typed: string, mark: DecimalMark = '.'): number | null {
  const [, digits = '', word = ''] = TYPED.exec(typed.trim()) ?? [];
  const number = typedNumber(digits, mark);
  const scale = scaleOf(word);
  if (number === null || scale === null || number <= 0) return null;
  return Math.round(number * scale * 100) / 100;
}

/** `bn` is a billion; three capitals at the end are the currency alone. */
function scaleOf(word: string): number | null {
  if (!word || /^[A-Z]{3}$/.test(word)) return 1;
  return SCALES[word.toLowerCase()] ?? null;
}
