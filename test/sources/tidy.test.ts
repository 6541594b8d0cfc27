import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyLine, tidyText } from '../../sources/parsing/tidy.ts';

/** Letters, signs, every kind of white space and what nobody sees. */
const CHARACTERS = [...'aé“–€ \n\t\r\u00a0\u00ad\u0085\u1680\u2002\u2028\u202f\u205f\u3000\u200b\u2060\ufeff\u0000日'];
const texts = fc
  .array(fc.constantFrom(...CHARACTERS, ' ', ' ', '\n', 'â€™'), { maxLength: 24 })
  .map((parts) => parts.join(''));

describe('tidied text', () => {
  it('holds single spaces, single blank lines, nothing at its ends and nothing that is not seen', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = tidyText(raw);
        expect(text).not.toMatch(/ {2}| \n|\n |\n{3}|^\s|\s$/);
        expect(text.replaceAll('\n', '')).not.toMatch(/(?! )\s|[\p{Cc}\u00ad\u200b\u2060\ufeff]/u);
        expect(tidyText(text)).toBe(text);
        expect(tidyLine(raw)).toBe(text.replace(/\s+/g, ' '));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps every letter', () => {
    const letters = (text: string) => text.replaceAll('â€™', '').match(/\p{L}/gu) ?? [];
    // A control character behind a letter makes of both the letter that was taken for Latin-1.
    const plain = texts.map((raw) => raw.replaceAll('\u0085', ''));
    fc.assert(
      fc.property(plain, (raw) => {
        expect(letters(tidyText(raw))).toEqual(letters(raw));
      }),
    );
  });

  it.each([
    ['a plain line', 'a plain line'],
    ['two  spaces', 'two spaces'],
    ['one \n \n\n two', 'one\n\ntwo'],
    ['tab\there', 'tab here'],
    ['the company&#146;s'.replace('&#146;', '\u0092'), 'the company’s'],
  ])('%j becomes %j', (raw, text) => {
    expect(tidyText(raw)).toBe(text);
  });
});
