import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../model/evidence.ts';
import { bestWords, type Fact } from '../../model/fact.ts';

const words = (quote: string, place: Evidence['in'] = 'text'): Evidence => ({
  quote,
  in: place,
  start: 0,
  end: quote.length,
});
const best = (...evidence: Evidence[]) =>
  bestWords({ acquirer: 'Alpha', target: 'Beta', evidence } as unknown as Fact)?.quote;

describe('the best words of a fact', () => {
  it('stand in the text and name a party, rather than in a headline or elsewhere in the text', () => {
    expect(best(words('Alpha buys Beta', 'title'), words('the $2bn'), words('$2bn from ALPHA'))).toBe(
      '$2bn from ALPHA',
    );
  });

  it('are any in the text, else the headline, else none', () => {
    expect(best(words('Alpha buys Beta', 'title'), words('the $2bn'))).toBe('the $2bn');
    expect(best(words('Alpha buys Beta', 'title'))).toBe('Alpha buys Beta');
    expect(best()).toBeUndefined();
  });
});
