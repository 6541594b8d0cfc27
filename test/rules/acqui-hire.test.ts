import { describe, expect, it } from 'vitest';
import { hsrThreshold } from '../../model/hsr-thresholds.ts';
import type { Deal, Pair } from '../../model/ledger.ts';
import { WHY_LENGTH } from '../../rules/saying.ts';
import { acquiHire } from '../../rules/screens/acqui-hire.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../helpers/build.ts';

const m = 1_000_000;
const check = (pair: Pair) => acquiHire.check(pair, { pairs: [pair], today: day('2026-06-01') });
const hire = (given: Partial<Deal> = {}, others: Deal[] = []) =>
  aPair({ acquirer: 'Microsoft', target: 'Inflection AI', deals: [...others, aDeal('acquihire', given)] });

const founder = aTerm('founder-joins', 'Ada Example');
const licence = aTerm('licence', 'non-exclusive');
const fee = (value: number, date = '2024-03-19') => [anEvent(value, 'fee', { date })];

describe('acqui-hire must flag', () => {
  const cases: { name: string; pair: Pair; severity: number; why: string }[] = [
    {
      name: 'founder, licence and a large fee',
      pair: hire({ terms: [founder, licence], events: fee(620 * m) }),
      severity: 3,
      why: 'Microsoft hired Ada Example from Inflection AI for $620m',
    },
    {
      name: 'founder and licence, fee not known',
      pair: hire({ terms: [founder, licence] }),
      severity: 2,
      why: 'Microsoft hired Ada Example from Inflection AI',
    },
    {
      name: 'a founder whose name is not known: no team is claimed',
      pair: hire({ terms: [aTerm('founder-joins')] }),
      severity: 1,
      why: 'Microsoft hired the founder or head of Inflection AI',
    },
    {
      name: 'founder and a fee below the threshold of its day',
      pair: hire({ terms: [founder], events: fee(100 * m) }),
      severity: 1,
      why: 'Microsoft hired Ada Example from Inflection AI for $100m',
    },
    {
      name: 'a fee at the threshold of its day',
      pair: hire({ terms: [founder], events: fee(119.5 * m) }),
      severity: 2,
      why: 'Microsoft hired Ada Example from Inflection AI for $119.5m',
    },
    {
      name: 'a waiver and named people with a large total',
      pair: hire({
        terms: [aTerm('person-joins', 'Ada Example', 'Ben Example'), aTerm('hiring-waiver')],
        events: [anEvent(650 * m, 'total')],
      }),
      severity: 3,
      why: 'Microsoft hired the team of Inflection AI for $650m',
    },
    {
      name: 'most of the staff',
      pair: hire({ terms: [aTerm('staff-share', '70%')] }),
      severity: 1,
      why: 'Microsoft hired the team from Inflection AI',
    },
    {
      name: 'thirty engineers',
      pair: hire({ terms: [aTerm('staff-count', '30')] }),
      severity: 1,
      why: 'Microsoft hired the team from Inflection AI',
    },
    {
      name: 'a team of which no more is known',
      pair: hire(),
      severity: 1,
      why: 'Microsoft hired the team from Inflection AI',
    },
    {
      name: 'talks',
      pair: hire({ certainty: 'reported' }),
      severity: 1,
      why: 'Microsoft hired the team from Inflection AI',
    },
    {
      name: 'a hiring after a purchase was called off',
      pair: hire({ terms: [founder] }, [aDeal('acquisition', { certainty: 'ended' })]),
      severity: 1,
      why: 'Microsoft hired Ada Example from Inflection AI',
    },
    {
      name: 'a hiring that one report of three calls a purchase',
      pair: hire({ factIds: ['a', 'b'], terms: [founder] }, [aDeal('acquisition', { factIds: ['c'] })]),
      severity: 1,
      why: 'Microsoft hired Ada Example from Inflection AI',
    },
  ];
  for (const { name, pair, severity, why } of cases) {
    it(name, () => {
      const flag = check(pair);
      expect(flag).toMatchObject({ rule: 'acqui-hire', pairId: pair.id, severity, why });
      expect(flag?.why.length).toBeLessThanOrEqual(WHY_LENGTH);
    });
  }
});

describe('acqui-hire must stay quiet on', () => {
  const cases: { name: string; pair: Pair }[] = [
    { name: 'a purchase', pair: aPair({ deals: [aDeal('acquisition', { terms: [founder] })] }) },
    { name: 'a team that joins by a purchase', pair: hire({ terms: [founder] }, [aDeal('acquisition')]) },
    { name: 'one senior hire', pair: hire({ terms: [aTerm('person-joins', 'Ada Example')] }) },
    {
      name: 'a small part of the staff',
      pair: hire({ terms: [aTerm('staff-share', '5%'), aTerm('staff-count', '6')] }),
    },
    { name: 'a hiring that was called off', pair: hire({ certainty: 'ended', terms: [founder] }) },
    { name: 'a stake', pair: aPair({ deals: [aDeal('investment')] }) },
  ];
  for (const { name, pair } of cases) it(name, () => expect(check(pair)).toBeNull());
});

describe('acqui-hire shows', () => {
  it('who, how many, the licence and the fee beside the threshold', () => {
    const flag = check(hire({ terms: [founder, licence, aTerm('staff-share', '60–80%')], events: fee(620 * m) }));
    expect(flag?.for.map((f) => f.text)).toEqual([
      'Microsoft hired from Inflection AI without buying it.',
      'Founder or chief executive joins: Ada Example.',
      'Licence to the technology: non-exclusive.',
      'Share of the staff joins: 60–80%.',
      '$620m paid, at or above the HSR size-of-transaction test ($119.5m).',
    ]);
    expect(flag?.missing).toEqual(['Does Inflection AI go on?']);
  });

  it('what speaks against it', () => {
    const terms = [founder, aTerm('target-closes'), aTerm('staff-share', '10%')];
    const pair = hire({ factIds: ['a', 'b'], terms, certainty: 'reported' }, [
      aDeal('acquisition', { factIds: ['c'] }),
    ]);
    expect(check(pair)?.against.map((f) => f.key)).toEqual([
      'target closes',
      'called a purchase',
      'reported',
      'small share',
    ]);
  });

  it('what is missing', () => {
    expect(check(hire())?.missing).toEqual([
      'What was paid for licence and waiver?',
      'Who joined?',
      'How much of the staff of Inflection AI joined?',
      'Was the technology licensed?',
      'Does Inflection AI go on?',
    ]);
  });
});

describe('the HSR size-of-transaction test', () => {
  it.each([
    ['2024-03-05', 111.4],
    ['2024-03-06', 119.5],
    ['2025-02-20', 119.5],
    ['2025', 126.4],
    ['2026-03', 133.9],
    ['2015', 90],
    [null, 133.9],
  ])('on %s is %d million dollars', (date, millions) => {
    expect(hsrThreshold(date === null ? null : day(date))).toBe(millions * m);
  });
});
