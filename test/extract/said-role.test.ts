import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import { parsePartialDay } from '../../model/day.ts';

const sums = (language: string, text: string) =>
  readDocument({ title: '', text, published: parsePartialDay('2026-06-01'), language }).deals.flatMap((d) =>
    d.amounts.map((a) => `${d.acquirer} ${a.value / 1e6} ${a.role}${a.date ? ` ${a.date}` : ''}`),
  );

describe('of a promised sum only a part is paid', () => {
  it.each([
    ['en', 'Intel had promised $50 million to Stability AI, of which $20 million arrived.'],
    ['de', 'Intel hatte Stability AI 50 Millionen Dollar zugesagt, davon sind 20 Millionen Dollar geflossen.'],
    ['fr', 'Intel a promis 50 millions de dollars à Stability AI, dont 20 millions de dollars ont été versés.'],
    [
      'es',
      'Intel invirtió en Stability AI: prometió 50 millones de dólares, de los que llegaron 20 millones de dólares.',
    ],
    ['it', 'Intel ha promesso 50 milioni di dollari a Stability AI, di cui 20 milioni di dollari sono stati versati.'],
  ])('%s', (language, text) => {
    const read = sums(language, text);
    expect(read).toContain('Intel 20 tranche');
    expect(read).toContain('Intel 50 ceiling');
    expect(read).toHaveLength(2);
  });
  it('where it was announced in the sentence before', () => {
    const text =
      'Amazon is putting money into OpenAI. Of the $50 billion announced on 27 February 2026 only $15 billion is paid at the outset.';
    expect(sums('en', text).map((sum) => sum.replace(/ 2026.*/, ''))).toEqual([
      'Amazon 50000 ceiling',
      'Amazon 15000 tranche',
    ]);
  });
  it('and a sum that was put in whole stays a total of its parts', () => {
    const text = 'Google has invested $3 billion in Anthropic in total, of which $1 billion since January 2025.';
    expect(sums('en', text)).toEqual(['Google 3000 total', 'Google 1000 tranche']);
  });
});

describe('what others pay is not the investor’s', () => {
  it.each([
    [
      'en',
      'SoftBank agreed to invest up to $40 billion in OpenAI. The Japanese group intends to pass on $10 billion of that sum to co-investors.',
      ['SoftBank 40000 ceiling'],
    ],
    [
      'fr',
      'Mistral AI a bouclé une levée de 1,7 milliard d’euros, à laquelle participe Nvidia. C’est ASML, le fabricant de machines, qui le mène avec 1,3 milliard d’euros.',
      ['Nvidia 1700 round'],
    ],
  ])('%s', (language, text, expected) => {
    expect(sums(language, text)).toEqual(expected);
  });
  it('but a leader of the round pays its own', () => {
    const text = 'Nvidia led a round of €500 million at Mistral AI, putting in €300 million.';
    expect(sums('en', text)).toEqual(['Nvidia 300 tranche', 'Nvidia 500 round']);
  });
});

describe('the day of a sum', () => {
  it.each([
    [
      'it',
      'Il 26 gennaio 2026 il produttore di chip Nvidia ha acquistato azioni di CoreWeave per 2 miliardi di dollari.',
      'Nvidia 2000 tranche 2026-01-26',
    ],
    [
      'en',
      'Anthropic announced on 22 November 2024 that Amazon would invest a further $4 billion.',
      'Amazon 4000 tranche 2024-11-22',
    ],
    [
      'en',
      'Microsoft is investing $1 billion in OpenAI, the two said on 22 July 2019.',
      'Microsoft 1000 tranche 2019-07-22',
    ],
  ])('opens the sentence or is that of the announcement (%s)', (language, text, expected) => {
    expect(sums(language, text)).toEqual([expected]);
  });
  it('is not the end of the contract', () => {
    const text = 'Microsoft supplies Brennwald, an AI start-up, with computing power for €300 million until 2030.';
    expect(sums('en', text)).toEqual(['Microsoft 300 commitment']);
  });
  it('is not that of another investor behind a semicolon', () => {
    const text =
      'Amazon a investi 4 milliards de dollars au total dans Anthropic, dont 1,25 milliard dès septembre 2023 ; Google, 2 milliards.';
    expect(sums('fr', text).filter((sum) => sum.startsWith('Google'))).toEqual(['Google 2000 tranche']);
  });
});
