import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import { findCompany } from '../../model/company.ts';

/** Pairs that are read, each `acquirer → target`. */
function pairsIn(text: string): string[] {
  const { deals } = readDocument({
    title: '',
    text: `${text} The deal closed on Monday.`,
    published: null,
    language: 'en',
  });
  return deals.map(({ acquirer, target }) => `${acquirer} → ${target}`);
}

describe('firms that share a word with a listed one', () => {
  it.each([
    [
      'META Robotics, a start-up from Lyon, was bought by Microsoft for 40 million dollars.',
      'Microsoft → META Robotics',
    ],
    ['Nvidia invests 2 billion dollars in Coherent, the maker of lasers.', 'Nvidia → Coherent'],
    ['Amazon invests 100 million dollars in Cohere Health.', 'Amazon → Cohere Health'],
    ['Amazon invests 100 million dollars in Mistral Wind Energy.', 'Amazon → Mistral Wind Energy'],
    ['Amazon invests 100 million dollars in Adept Robotics.', 'Amazon → Adept Robotics'],
    ['Amazon invests 100 million dollars in Runway Growth Finance.', 'Amazon → Runway Growth Finance'],
  ])('%s', (text, pair) => expect(pairsIn(text)).toEqual([pair]));

  it.each([
    'Apple Bank invests 100 million dollars in Anthropic.',
    'Meta Robotics invests 100 million dollars in Anthropic.',
    'The mistral blew through Marseille while Microsoft opened its office. Microsoft put 15 million euros into the building.',
  ])('found no deal of the listed one: %s', (text) => expect(pairsIn(text)).toEqual([]));

  it.each(['META Robotics', 'Coherent', 'Coherent Corp.', 'ScaleOps', 'Metaphysic', 'Amazonas', 'Apple Bank'])(
    '%s is nobody of the list',
    (name) => expect(findCompany(name)).toBeNull(),
  );
});

describe('the listed firms themselves', () => {
  it.each([
    ['Nvidia put 500 million dollars into Cohere.', 'Nvidia → Cohere'],
    ['Microsoft invests 15 million euros in Mistral, the Paris maker of language models.', 'Microsoft → Mistral AI'],
    ['Amazon invests 100 million dollars in Adept, which makes agents.', 'Amazon → Adept'],
    ['Amazon invests 100 million dollars in Scale AI Inc.', 'Amazon → Scale AI'],
    ['Amazon Robotics invests 100 million dollars in Anthropic.', 'Amazon → Anthropic'],
    ['Google Health invests 100 million dollars in Anthropic.', 'Google → Anthropic'],
  ])('%s', (text, pair) => expect(pairsIn(text)).toEqual([pair]));
});
