import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { unitsOf } from '../../extract/index.ts';
import { dealFeaturesOf, dealPageOf } from '../../extract/likelihood/deal-features.ts';
import { nameOf } from '../../extract/likelihood/feature.ts';
import { possibleDeals } from '../../extract/likelihood/possible-deals.ts';

function surveyOf(text: string, language = 'en') {
  const made = unitsOf({ title: 'Robots', text, published: null, language });
  return surveyUnits(made.units, made.language).told;
}

/** What holds of a deal in the last sentence that may tell of it. */
function featuresIn(text: string, kind: string, acquirer: string, target: string): string[] {
  const found = surveyOf(text).flatMap((t) =>
    t.candidates.filter(
      ({ candidate: c }) => c.kind === kind && c.acquirer.name === acquirer && c.target.name === target,
    ),
  );
  return (found.at(-1)?.features ?? []).map(nameOf);
}

describe('what speaks for a candidate', () => {
  it('is the share that stands near what is sold, up to a half or beyond', () => {
    const small = featuresIn('Cisco now holds 12% of Anthropic.', 'investment', 'Cisco', 'Anthropic');
    expect(small).toEqual(expect.arrayContaining(['share near t|minor', 'share between|minor']));
    const large = featuresIn('Cisco now holds 72% of Anthropic.', 'investment', 'Cisco', 'Anthropic');
    expect(large).toContain('share near t|major');
    expect(featuresIn('Cisco put money into Anthropic.', 'investment', 'Cisco', 'Anthropic')).toContain('share|none');
  });

  it('is what stands on either side of its parties', () => {
    const row = featuresIn('Cisco: Cohere, Mistral AI, Scale AI.', 'investment', 'Cisco', 'Cohere');
    expect(row).toEqual(expect.arrayContaining(['before a|edge', 'behind a|:', 'before t|:', 'behind t|,']));
    const prose = featuresIn('Last week Cisco has bought Cohere.', 'acquisition', 'Cisco', 'Cohere');
    expect(prose).toEqual(expect.arrayContaining(['behind a|auxiliary', 'before t|acquire']));
  });

  it('is how long ago a party was named that the sentence leaves out, and who was named since', () => {
    const near = featuresIn('Anthropic makes models. Cisco put in $2 billion.', 'investment', 'Cisco', 'Anthropic');
    expect(near).toEqual(expect.arrayContaining(['since t|1', 'rivals since t|0']));
    const far = featuresIn(
      'Anthropic makes models. Cohere makes others. Cisco put in $2 billion.',
      'investment',
      'Cisco',
      'Anthropic',
    );
    expect(far).toEqual(expect.arrayContaining(['since t|2', 'rivals since t|1']));
  });

  it('is what its own clause denies, not what another does', () => {
    const own = featuresIn('Cisco did not buy Cohere.', 'acquisition', 'Cisco', 'Cohere');
    expect(own).toContain('near|negation');
    const other = featuresIn('Cisco bought Cohere; the price was not told.', 'acquisition', 'Cisco', 'Cohere');
    expect(other).not.toContain('near|negation');
  });

  it('is every word for a deal in the sentence, also one for another kind, and whom it stands by', () => {
    const text = 'Google hired the founders of Character.AI and invested nothing in Cohere.';
    const bought = featuresIn(text, 'investment', 'Google', 'Character.AI');
    expect(bought).toEqual(expect.arrayContaining(['has|hire', 'has|investIn', 'people|founder', 'word by a|hire>']));
    expect(featuresIn('Google met Cohere.', 'investment', 'Google', 'Cohere')).toContain('word by t|none');
  });

  it('is that a fund speaks for its group, and what layer of the stack both are in', () => {
    const fund = featuresIn('Samsung Ventures: Cohere.', 'investment', 'Samsung', 'Cohere');
    expect(fund).toEqual(expect.arrayContaining(['arm a|true', 'layer a|chip', 'layer t|model']));
    expect(featuresIn('Samsung: Cohere.', 'investment', 'Samsung', 'Cohere')).toContain('arm a|false');
  });

  it('is that years are spoken of, as contracts for computing power have them', () => {
    const years = featuresIn('Cohere rents from Oracle for four years.', 'cloud', 'Oracle', 'Cohere');
    expect(years).toContain('cue|duration');
    const none = featuresIn('Cohere rents from Oracle for little money.', 'cloud', 'Oracle', 'Cohere');
    expect(none).not.toContain('cue|duration');
  });
});

describe('what sort of page it is', () => {
  const mannerOf = (text: string) => {
    const told = surveyOf(text);
    const page = dealPageOf(
      told,
      possibleDeals(told, () => 0.5),
    );
    return page.deals.flatMap((deal) => dealFeaturesOf(deal, page)).map(nameOf);
  };

  it('counts known firms and strangers', () => {
    expect(mannerOf('Cisco has bought Cohere.')).toContain('manner listed>=0.99');
    expect(mannerOf('Cisco has bought Thornfield, an AI lab.')).not.toContain('manner listed>=0.01');
  });

  it('tells rows from prose', () => {
    expect(mannerOf('Cisco | Cohere | 2024\nCisco | Mistral AI | 2025')).toContain('manner laid out>=0.75');
    expect(
      mannerOf('Cisco has, as it said on Tuesday in San Jose, bought Cohere for a sum that it kept to itself.'),
    ).not.toContain('manner laid out>=0.75');
  });
});
