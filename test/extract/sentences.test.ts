import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../extract/text/sentences.ts';
import { NEVER_FROZEN, PUMPS, timeFor } from './pumps.ts';

const split = (text: string, language = 'en') => splitSentences(text, language).map((s) => s.text);

describe('sentences', () => {
  it.each([
    ['en', 'Mr. Lee of Orchid Inc. spoke. He left.', 2],
    ['en', 'It was Orchid Inc. The firm is old.', 2],
    ['en', 'The U.S. Department of Justice asked. Nobody answered.', 2],
    ['en', 'It paid $2.75bn. Orchid did not.', 2],
    ['en', 'Case No. 5 is closed. Drive.ai and Character.AI stay.', 2],
    ['en', 'Ann B. Example said “so it is.” Then she left.', 2],
    ['en', 'It ended in 2023. 40 people came. iRobot and xAI went. xAI returned.', 4],
    ['en', 'Yahoo! said yes. Really? yes.', 2],
    ['en', '3. The round was large. It had 40 backers in 2023. 12 of them left.', 3],
    ['fr', 'M. Durand a dit oui. Mme Petit, non.', 2],
    ['fr', '« Nous verrons. » Puis il est parti.', 2],
    ['de', 'Am 3. Mai zahlte man 4 Mrd. US-Dollar. Das ist z. B. viel.', 2],
    ['de', 'Es waren rund 5 Mio. Euro. Mehr nicht.', 2],
    ['es', 'El Sr. Pérez pagó 13.000 millones. EE.UU. no lo supo.', 2],
    ['it', 'Il dott. Rossi ha detto sì. Poi è andato via.', 2],
    ['ja', '調査を始めた。終わった。', 2],
  ])('%s: %s', (language, text, count) => {
    expect(split(text, language)).toHaveLength(count);
  });

  it('keeps a heading apart from the paragraph below, and counts paragraphs', () => {
    const found = splitSentences('A short heading\n\nThe text begins. It ends.', 'en');
    expect(found.map((s) => [s.paragraph, s.text])).toEqual([
      [0, 'A short heading'],
      [1, 'The text begins.'],
      [1, 'It ends.'],
    ]);
  });

  it('joins lines that a mail program wrapped, but no list items or table rows', () => {
    expect(split('The firm that had been looking for a buyer for a very long while\nfound one in May.')).toHaveLength(
      1,
    );
    expect(split('Regulators: none so far\nInvestors: two\n- one\n- two')).toHaveLength(4);
  });
});

describe('any text', () => {
  it('is covered in order, without overlap', () => {
    const part = fc.oneof(
      fc.constantFrom('.', '. ', '! ', '\n', '\n\n', 'Inc. ', 'U.S. ', '“', '”', 'A', 'word ', '12 ', '。', '\r\n'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.constantFrom('en', 'fr', 'de', 'zz', ''), (parts, language) => {
        const text = parts.join('');
        let last = 0;
        for (const s of splitSentences(text, language)) {
          expect(text.slice(s.start, s.end)).toBe(s.text);
          expect(text.slice(last, s.start).trim()).toBe('');
          expect(s.text).toBe(s.text.trim());
          expect(s.end).toBeGreaterThan(s.start);
          last = s.end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each(PUMPS)('does not freeze over 100 KB of %j', (pump) => {
    expect(timeFor(pump, (text) => splitSentences(text, 'en'))).toBeLessThan(NEVER_FROZEN);
  });
});
