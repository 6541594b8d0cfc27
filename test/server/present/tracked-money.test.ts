import { describe, expect, it } from 'vitest';
import { moneyByLayer } from '../../../server/present/tracked-money.ts';

const row = (layer: 'chip' | 'model' | null, group: string, usd: number | null, pairs = 1) => ({
  ...{ layer, group, usd, pairs },
  withSum: usd === null ? 0 : pairs,
});

describe('money on record by layer', () => {
  it('gives each group its share and the index of the shares, the layer with the most money first', () => {
    const layers = moneyByLayer([row('chip', 'Alpha', 1e9), row('model', 'Alpha', 6e9), row('model', 'Beta', 2e9, 2)]);
    expect(layers).toEqual([
      {
        ...{ layer: 'model', usd: 8e9, hhi: 6_250, pairs: 3, withSum: 3 },
        parts: [
          { group: 'Alpha', usd: 6e9, share: 0.75, pairs: 1 },
          { group: 'Beta', usd: 2e9, share: 0.25, pairs: 2 },
        ],
      },
      {
        ...{ layer: 'chip', usd: 1e9, hhi: 10_000, pairs: 1, withSum: 1 },
        parts: [{ group: 'Alpha', usd: 1e9, share: 1, pairs: 1 }],
      },
    ]);
  });

  it('counts the pairs whose sum nobody knows and gives them no share', () => {
    const [model] = moneyByLayer([row('model', 'Alpha', 6e9), row('model', 'Gamma', null, 4)]);
    expect(model).toMatchObject({ pairs: 5, withSum: 1, hhi: 10_000, parts: [{ group: 'Alpha' }] });
  });

  it('shows a layer without any sum last and without an index of nothing', () => {
    const layers = moneyByLayer([row(null, 'Alpha', null), row('chip', 'Beta', 5)]);
    expect(layers.map(({ layer, usd, hhi }) => [layer, usd, hhi])).toEqual([
      ['chip', 5, 10_000],
      [null, 0, 0],
    ]);
  });
});
