import { describe, expect, it } from 'vitest';
import type { DealKind, Term } from '../../model/deal.ts';
import type { Deal, Pair } from '../../model/ledger.ts';
import { inputForeclosure } from '../../rules/screens/input-foreclosure.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../helpers/build.ts';

const check = (pair: Pair) => inputForeclosure.check(pair, { pairs: [pair], today: day('2026-06-01') });
const deal = (acquirer: string, target: string, kind: DealKind, date: string, more: Partial<Deal> = {}) =>
  aPair({ acquirer, target, deals: [aDeal(kind, { events: [anEvent(null, 'total', { date })], ...more })] });
const withTerm = (pair: Pair, term: Term, ...details: string[]) => ({
  ...pair,
  deals: pair.deals.map((one) => ({ ...one, terms: [...one.terms, aTerm(term, ...details)] })),
});

describe('input-foreclosure must flag', () => {
  const cases: [string, Pair, number, RegExp][] = [
    [
      'the owner of what rivals license',
      deal('Nvidia', 'Arm', 'acquisition', '2020-09-13'),
      3,
      /processor architectures/,
    ],
    ['the same, called off', deal('Nvidia', 'Arm', 'acquisition', '2020-09-13', { certainty: 'ended' }), 3, /Arm/],
    ['a scheduler that rival clouds run', deal('Nvidia', 'Run:ai', 'acquisition', '2024-04-24'), 2, /scheduling/],
    [
      'half of a supplier',
      withTerm(deal('Meta', 'Scale AI', 'investment', '2025-06-12'), 'stake', '49%'),
      2,
      /data labelling/,
    ],
    [
      'another source of what the acquirer has most of',
      deal('Nvidia', 'Groq', 'acquihire', '2025-12-24'),
      3,
      /another source/,
    ],
    [
      'a firm that depends on the route of the acquirer',
      deal('Amazon', 'iRobot', 'acquisition', '2022-08-05'),
      2,
      /iRobot/,
    ],
    [
      'one who depends on what the acquirer controls',
      deal('SoftBank', 'Ampere Computing', 'acquisition', '2025-03-19'),
      3,
      /Ampere/,
    ],
  ];
  for (const [name, pair, severity, why] of cases) {
    it(name, () => {
      const flag = check(pair);
      expect(flag?.severity).toBe(severity);
      expect(flag?.why).toMatch(why);
      expect(flag?.why.length).toBeLessThanOrEqual(60);
      expect(flag?.for.map(({ text }) => text).join(' ')).toMatch(/sellers: a list kept by hand/);
    });
  }

  it.each<[DealKind, Partial<Deal>, string]>([
    ['acquisition', {}, 'Nvidia buys Groq, another source of AI accelerators'],
    ['acquisition', { certainty: 'ended' }, 'Nvidia was to buy Groq, another source of AI accelerators'],
    ['acquihire', {}, 'Nvidia hired from Groq, another source of AI accelerators'],
    ['investment', { terms: [aTerm('stake', '49%')] }, 'Nvidia takes a stake in another source: AI accelerators'],
  ])('says what was done by %s %j', (kind, more, why) => {
    expect(check(deal('Nvidia', 'Groq', kind, '2025-12-24', more))?.why).toBe(why);
  });

  it('early access to scarce chips, weakly', () => {
    const pair = withTerm(
      deal('Nvidia', 'CoreWeave', 'investment', '2026-01-26'),
      'allocation-preference',
      'early access',
    );
    expect(check(pair)).toMatchObject({ severity: 1 });
  });

  it('and says against it that the deal was called off', () => {
    const flag = check(deal('Nvidia', 'Arm', 'acquisition', '2020-09-13', { certainty: 'ended' }));
    expect(flag?.against.map((said) => said.key)).toEqual(['ended']);
  });
});

describe('input-foreclosure must stay quiet on', () => {
  const cases: [string, Pair][] = [
    ['a plain supply contract', deal('Nvidia', 'OpenAI', 'cloud', '2025-09-22')],
    ['any purchase by a maker of chips', deal('Nvidia', 'OctoAI', 'acquisition', '2024-09-30')],
    ['a small stake in a supplier', withTerm(deal('Amazon', 'Scale AI', 'investment', '2024-05-21'), 'stake', '2%')],
    ['talks of a purchase', deal('Nvidia', 'SchedMD', 'acquisition', '2025-12-15', { certainty: 'reported' })],
    ['a rival source bought by one without the input', deal('Intel', 'Habana Labs', 'acquisition', '2019-12-16')],
    [
      'the owner buying another maker, before it owned the input',
      deal('SoftBank', 'Ampere Computing', 'acquisition', '2015-03-19'),
    ],
    [
      'a group that is told to own what it has owned for long: the very firm is no other source',
      deal('SoftBank', 'Arm', 'acquisition', '2025-07-02'),
    ],
  ];
  for (const [name, pair] of cases) it(name, () => expect(check(pair)).toBeNull());
});
