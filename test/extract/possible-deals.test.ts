import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { unitsOf } from '../../extract/index.ts';
import { dealFeaturesOf, dealPageOf } from '../../extract/likelihood/deal-features.ts';
import { nameOf } from '../../extract/likelihood/feature.ts';
import { judge } from '../../extract/likelihood/judge.ts';
import { type Belief, type PossibleDeal, possibleDeals } from '../../extract/likelihood/possible-deals.ts';

const TEXT =
  'Amazon invested $4 billion in Anthropic. Microsoft, which backs OpenAI, watched.\n\nAnthropic will train its models on the machines of Amazon.';

function toldBy(text: string) {
  const { units, language } = unitsOf({ title: 'A round', text, published: null, language: 'en' });
  return surveyUnits(units, language).told;
}

/** Holds what a sentence of so many says likely when it names both. */
const named: Belief = ({ candidate: { acquirer, target } }) => (acquirer.mention && target.mention ? 0.8 : 0.1);

const find = (deals: readonly PossibleDeal[], kind: string, acquirer: string, target: string) =>
  deals.find((d) => d.kind === kind && d.acquirer === acquirer && d.target === target) as PossibleDeal;

describe('the deals that a document may tell of', () => {
  it('have all their sentences, the likeliest first', () => {
    const deal = find(possibleDeals(toldBy(TEXT), named), 'investment', 'Amazon', 'Anthropic');
    expect(deal.places.length).toBeGreaterThan(1);
    expect(deal.best).toBe(0.8);
    const likely = deal.places.map((p) => p.likely);
    expect(likely).toEqual([...likely].sort((a, b) => b - a));
  });

  it('are ranked among those that share a party, so that one can be told from its rivals', () => {
    const told = toldBy(TEXT);
    const page = dealPageOf(told, possibleDeals(told, named));
    const features = (acquirer: string, target: string) =>
      dealFeaturesOf(find(page.deals, 'investment', acquirer, target), page).map(nameOf);
    expect(features('Amazon', 'Anthropic')).not.toContain('rank kind and target>=1');
    expect(features('Amazon', 'Anthropic')).toContain('best>=0.75');
    expect(features('Microsoft', 'Anthropic')).toContain('rank kind and target>=1');
    expect(features('Microsoft', 'Anthropic')).toContain('rival kind and target>=0.7');
  });

  it('are none where no group is named', () => {
    expect(possibleDeals(toldBy('The baker sold twelve rolls to the cook.'), named)).toEqual([]);
  });
});

describe('what is held likely', () => {
  it('is claimed with the sentence that tells it, though the grammar saw nothing', () => {
    const told = toldBy('Anthropic thanked its backer Amazon.');
    const { told: judged } = judge(told, named, ({ kind }) => (kind === 'investment' ? 0.9 : 0));
    const claims = judged.flatMap((t) => t.claims.map((c) => ({ ...c.frame, text: t.sentence.unit.text })));
    expect(claims.map((c) => [c.kind, c.acquirer, c.target, c.text])).toEqual([
      ['investment', 'Amazon', 'Anthropic', 'Anthropic thanked its backer Amazon.'],
    ]);
  });

  it('is not claimed on a page where nothing is likely, even when it would be beside a likelier deal', () => {
    const told = toldBy(TEXT);
    const claimsWith = (likely: number) =>
      judge(told, named, (d) => (d.target === 'OpenAI' ? 0.4 : likely)).told.flatMap((t) =>
        t.claims.map((c) => c.frame.target),
      );
    expect(claimsWith(0.4)).toEqual([]);
    expect(claimsWith(0.9)).toContain('OpenAI');
  });

  it('drops what the grammar claims against all likelihood', () => {
    const told = toldBy(TEXT);
    expect(told.flatMap((t) => t.claims).length).toBeGreaterThan(0);
    expect(judge(told, named, () => 0.01).told.flatMap((t) => t.claims)).toEqual([]);
  });
});
