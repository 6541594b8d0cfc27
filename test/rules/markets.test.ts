import { describe, expect, it } from 'vitest';
import { webLink } from '../../model/link.ts';
import { markets } from '../../rules/markets.ts';

const lines = markets.flatMap(({ market, sellers }) => sellers.map((seller) => [market, seller] as const));

describe('the list of who sells what', () => {
  it('has a public source for each market', () => {
    for (const { source } of markets) expect(webLink(source.url)).toMatch(/^https:/);
  });

  it.each(lines)('%s: $company has a page that shows it', (_market, { company, url }) => {
    expect(webLink(url), company).toMatch(/^https:/);
  });

  it('names each seller once in a market, and gives no weight without a source that found it', () => {
    for (const { market, sellers, source } of markets) {
      expect(new Set(sellers.map(({ company }) => company)).size, market).toBe(sellers.length);
      const weighty = sellers.some(({ atLeast, hardToReplace }) => atLeast !== undefined || hardToReplace);
      if (weighty) expect(source.title, market).toMatch(/Commission|FTC|CMA|Autorité/);
    }
  });
});
