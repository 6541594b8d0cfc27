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
    [
      'financing-vehicle',
      'Nvidia invested $2 billion in xAI through a special-purpose vehicle that buys its chips.',
      'special-purpose vehicle',
    ],
    ['allocation-preference', 'CoreWeave buys chips from Nvidia and gets early access to Rubin.', 'early access to'],
    ['founder-joins', 'Amazon hired the co-founders of Adept.', 'co-founders'],
    ['licence', 'Google hired the founders of Windsurf against a licence to its technology.', 'licence'],
  ])('%s', (term, text, quote) => {
    expect(termsOf(text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ term, quote: expect.stringContaining(quote) })]),
    );
  });

  it.each<[Term, string, string]>([
    ['financing-vehicle', 'de', 'Nvidia investiert zwei Milliarden Dollar in xAI über eine Zweckgesellschaft.'],
    ['financing-vehicle', 'fr', 'Nvidia investit deux milliards de dollars dans xAI par une société ad hoc.'],
    [
      'allocation-preference',
      'it',
      'Nvidia investe 2 miliardi di dollari in CoreWeave, con accesso prioritario ai chip.',
    ],
    ['allocation-preference', 'es', 'Nvidia invierte 2.000 millones de dólares en CoreWeave, con acceso prioritario.'],
  ])('%s (%s)', (term, language, text) => expect(termsOf(text, language).map((t) => t.term)).toContain(term));

  it('takes no ordinary access for a preference, and no ordinary vehicle for financing', () => {
    expect(termsOf('Nvidia invested $2 billion in CoreWeave, whose customers have access to its chips.')).toEqual([]);
    expect(termsOf('Nvidia invested $2 billion in Wayve, which makes software for vehicles.')).toEqual([]);
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
