import { describe, expect, it } from 'vitest';
import { phrases } from '../../extract/text/phrases.ts';
import { tokenize } from '../../extract/text/tokens.ts';

const found = (pattern: string, sentence: string) => {
  const tokens = tokenize(sentence);
  return phrases(pattern)
    .find(tokens)
    .map((m) => sentence.slice(tokens[m.from]?.start, tokens[m.to - 1]?.end));
};

describe('word patterns', () => {
  it.each([
    ['alternatives', 'take/takes/took part', 'Nvidia took part.', ['took part']],
    ['any ending', 'invest*', 'Investors invested.', ['Investors', 'invested']],
    ['any beginning', '*schmiede', 'Die Bildmodellschmiede und die Schmiede.', ['Bildmodellschmiede', 'Schmiede']],
    [
      'a word that may be missing',
      'buy into the? firm',
      'They buy into firm and buy into the firm.',
      ['buy into firm', 'buy into the firm'],
    ],
    [
      'a gap of a few words',
      'put _ on the table',
      'It put $2.4 billion on the table.',
      ['put $2.4 billion on the table'],
    ],
    ['a gap that is too long', 'put _ here', 'put one two three four five here', []],
    ['a figure', '# % of', 'It owns 49% of the firm.', ['49% of']],
    ['hyphens as two words', 'start up', 'a start-up', ['start-up']],
    ['apostrophes as nothing', 'au capital de/d', "au capital d'Anthropic", ['au capital d']],
    ['the longest at each place', 'led,led by', 'a round led by Nvidia', ['led by']],
  ])('know %s', (_, pattern, sentence, expected) => {
    expect(found(pattern, sentence)).toEqual(expected);
  });
});
