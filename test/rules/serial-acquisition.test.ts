import { describe, expect, it } from 'vitest';
import type { DealKind } from '../../model/deal.ts';
import type { Pair } from '../../model/ledger.ts';
import { serialAcquisition } from '../../rules/screens/serial-acquisition.ts';
import { aDeal, anEvent, aPair, day } from '../helpers/build.ts';

const taken = (target: string, date: string, kind: DealKind = 'acquisition', more: Parameters<typeof aPair>[0] = {}) =>
  aPair({
    acquirer: 'Meta',
    target,
    layer: 'application',
    deals: [aDeal(kind, { events: [anEvent(null, 'total', { date })] })],
    ...more,
  });
const check = (pairs: Pair[]) => serialAcquisition.check(pairs.at(-1) as Pair, { pairs, today: day('2026-06-01') });

const three = [
  taken('Alpha Example', '2025-01-01', 'acquisition', { layer: 'model' }),
  taken('Beta Example', '2025-06-01'),
  taken('Gamma Example', '2025-09-01'),
];
const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    taken(`Example ${i}`, `2025-${String((i % 12) + 1).padStart(2, '0')}-01`, 'acquisition', {
      layer: i ? 'model' : 'data',
    }),
  );
const last = taken('Delta Example', '2025-12-31');

describe('serial-acquisition must flag', () => {
  const cases: { name: string; pairs: Pair[]; severity: number; why: string }[] = [
    {
      name: 'the fourth firm in two years',
      pairs: [...three, last],
      severity: 1,
      why: 'Delta Example is number 4 for Meta in 24 months',
    },
    {
      name: 'the sixth',
      pairs: [...many(5), last],
      severity: 2,
      why: 'Delta Example is number 6 for Meta in 24 months',
    },
    {
      name: 'the tenth',
      pairs: [...many(9), last],
      severity: 3,
      why: 'Delta Example is number 10 for Meta in 24 months',
    },
    {
      name: 'four of one layer',
      pairs: [...three.map((pair) => ({ ...pair, layer: 'application' as const })), last],
      severity: 3,
      why: 'Delta Example is number 4 for Meta in 24 months',
    },
    {
      name: 'the third hiring',
      pairs: [
        taken('Alpha Example', '2025-01-01', 'acquihire'),
        taken('Beta Example', '2025-02-01', 'acquihire'),
        taken('Gamma Example', '2025-03-01', 'acquihire'),
      ],
      severity: 1,
      why: 'Gamma Example is number 3 for Meta in 24 months',
    },
    {
      name: 'a purchase dated only by its first report',
      pairs: [
        ...three,
        aPair({
          acquirer: 'Meta',
          target: 'Delta Example',
          deals: [aDeal('acquisition', { knownSince: day('2025-12-31') })],
        }),
      ],
      severity: 1,
      why: 'Delta Example is number 4 for Meta in 24 months',
    },
  ];
  for (const { name, pairs, severity, why } of cases)
    it(name, () => expect(check(pairs)).toMatchObject({ severity, why }));
});

describe('serial-acquisition must stay quiet on', () => {
  const without = (pair: Pair) => [...three, pair];
  const cases: { name: string; pairs: Pair[] }[] = [
    { name: 'the third firm', pairs: three },
    { name: 'the fourth firm after more than two years', pairs: without(taken('Delta Example', '2027-01-02')) },
    { name: 'the first of four', pairs: [last, ...three.slice(1), three[0] as Pair] },
    {
      name: 'a fourth deal that was called off',
      pairs: without(
        aPair({
          acquirer: 'Meta',
          target: 'Delta Example',
          deals: [aDeal('acquisition', { certainty: 'ended', events: [anEvent(1, 'total', { date: '2025-12-31' })] })],
        }),
      ),
    },
    { name: 'a stake', pairs: without(taken('Delta Example', '2025-12-31', 'investment')) },
    { name: 'a group outside the set', pairs: [...three, last].map((pair) => ({ ...pair, acquirer: 'Salesforce' })) },
    { name: 'a firm outside AI', pairs: without(taken('Wiz', '2025-12-31', 'acquisition', { layer: null })) },
    { name: 'purchases of others', pairs: [...three.map((pair) => ({ ...pair, acquirer: 'Google' })), last] },
    { name: 'the same firm four times', pairs: [...three.map((pair) => ({ ...pair, id: last.id })), last] },
    {
      name: 'a purchase whose day is not known',
      pairs: without(aPair({ acquirer: 'Meta', target: 'Delta Example', deals: [aDeal('acquisition')] })),
    },
  ];
  for (const { name, pairs } of cases) it(name, () => expect(check(pairs)).toBeNull());
});

it('serial-acquisition lists the firms of the series by date', () => {
  expect(check([...three, last])?.for.map((f) => f.text)).toEqual([
    'Alpha Example, 1 Jan 2025.',
    'Beta Example, 1 Jun 2025.',
    'Gamma Example, 1 Sep 2025.',
    'Delta Example, 31 Dec 2025.',
  ]);
});
