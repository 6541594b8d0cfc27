import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import type { Term } from '../../model/deal.ts';

const termsOf = (text: string, language = 'en') =>
  readDocument({ title: '', text, published: null, language }).deals.flatMap((d) =>
    d.terms.map((t) => ({ kind: d.kind, term: t.term, detail: t.detail, quote: t.quote })),
  );

describe('terms of a deal', () => {
  it.each<[Term, string, string]>([
    ['primary-provider', 'Anthropic named AWS its primary cloud provider.', 'primary cloud'],
    ['exclusive-provider', 'Azure is the exclusive cloud provider of OpenAI.', 'exclusive cloud'],
    ['convertible', 'Google invested $500 million in Anthropic by way of a convertible note.', 'convertible note'],
    ['non-voting', 'Google took a non-voting stake of 14% in Anthropic.', 'non-voting'],
    ['board-seat', 'Microsoft invested $1.5 billion in G42 and gets a board seat.', 'board seat'],
    ['credits', 'Alibaba invested in Moonshot AI, mostly in cloud credits.', 'cloud credits'],
    ['founder-joins', 'Amazon hired the co-founders of Adept.', 'co-founders'],
    ['licence', 'Google hired the founders of Windsurf against a licence to its technology.', 'licence'],
  ])('%s', (term, text, quote) => {
    expect(termsOf(text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ term, quote: expect.stringContaining(quote) })]),
    );
  });

  it('gives the figure of a stake and of a share of the staff', () => {
    expect(termsOf('Meta holds 49% of Scale AI.')).toEqual([expect.objectContaining({ term: 'stake', detail: '49%' })]);
    expect(termsOf('Amazon hired the founders of Adept and about 66% of its employees.')).toEqual(
      expect.arrayContaining([expect.objectContaining({ term: 'staff-share', detail: '66%' })]),
    );
  });

  it('names the people who move', () => {
    expect(termsOf('Microsoft hired Mustafa Suleyman, co-founder of Inflection AI, and most of its team.')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'acquihire', term: 'person-joins', detail: 'Mustafa Suleyman' }),
        expect.objectContaining({ kind: 'acquihire', term: 'staff-share' }),
      ]),
    );
  });
});
