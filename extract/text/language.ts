import { eld } from 'eld/medium';

/** Enough to tell a language; more only costs time. */
const SAMPLE = 6000;
/** Fewer letters than this say nothing by themselves: "Nvidia", "OK". */
const FEWEST_LETTERS = 12;

const detector = eld.newInstance();

/**
 * Takes a text; gives its main language as ISO 639-1, or `und` when it is too short or too mixed to tell.
 * Addresses and names in capitals are left out, since they look alike in all languages.
 */
export function detectLanguage(text: string): string {
  const sample = text
    .slice(0, SAMPLE)
    .replace(/\bhttps?:\/\/\S{1,200}/g, ' ')
    .replace(/[^\p{L}\p{M}'’\s-]+/gu, ' ')
    .trim();
  const letters = sample.replace(/[^\p{L}]/gu, '').length;
  if (letters < FEWEST_LETTERS) return 'und';
  const result = detector.detect(sample);
  if (letters < 40 && !result.isReliable()) return 'und';
  return result.language || 'und';
}
