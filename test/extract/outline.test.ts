import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { unitsOf } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

/** The pairs and kinds that a document may tell of, whatever is believed of them. */
function possible(text: string, title = '', lang = 'en'): Set<string> {
  const { units, language } = unitsOf({ title, text, published: '2025-03-03' as PartialDay, language: lang });
  const told = surveyUnits(units, language).told.flatMap((t) => t.candidates.map((c) => c.candidate));
  return new Set(told.map((c) => `${c.kind} ${c.acquirer.name} > ${c.target.name}`));
}

describe('what stands under a heading, behind a label or in a block', () => {
  it.each([
    [
      'a heading',
      'Salesforce: purchases in artificial intelligence\n\nLarkspur AI, Leeds, 2019.\n\nFenwick AI, Porto, 2021.',
      'acquisition Salesforce > Fenwick AI',
    ],
    [
      'a group that is named in the row',
      'Purchases\n\nFenwick AI | Porto | Nvidia | 2021',
      'acquisition Nvidia > Fenwick AI',
    ],
  ])('%s', (_, text, deal) => {
    expect([...possible(text)]).toContain(deal);
  });

  it('belongs to the last heading that names a group', () => {
    const found = possible(
      'IBM: purchases in artificial intelligence\n\nLarkspur AI, Leeds.\n\nAdobe: purchases in artificial intelligence\n\nFenwick AI, Porto.',
    );
    expect([...found]).toContain('acquisition Adobe > Fenwick AI');
  });
});

describe('names with a place of their own', () => {
  it('are found in lists, also where they are ordinary words', () => {
    const found = [...possible('Stakes in start-ups\n\nIntel Capital: Anyscale, Figure, Glean.')].join('\n');
    for (const name of ['Figure', 'Glean']) expect(found).toContain(name);
  });

  it('are no names in prose', () => {
    const found = [...possible('Nvidia published a figure on Tuesday. Scale matters, it said, and so does character.')];
    expect(found).toEqual([]);
  });
});
