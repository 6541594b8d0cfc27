import { describe, expect, it } from 'vitest';
import type { Pair } from '../../model/ledger.ts';
import { belowThreshold } from '../../rules/screens/below-threshold.ts';
import { aDeal, anEvent, aPair, aScrutiny, aStep, aTerm, day } from '../helpers/build.ts';

const m = 1_000_000;
const check = (pair: Pair) => belowThreshold.check(pair, { pairs: [pair], today: day('2026-06-01') });
const worth = (millions: number, role: 'fee' | 'total' | 'tranche' = 'fee') => ({
  events: [anEvent(millions * m, role, { date: '2024-06-28' })],
  paid: { USD: millions * m },
});
const calledIn = aScrutiny('EC', { ...aStep('monitoring', '2024-10-31'), stage: 'Art. 22 referral accepted' });

it('measures an undated deal by the test of the year in which it was news', () => {
  const fee = { events: [anEvent(650 * m, 'fee')], paid: { USD: 650 * m }, knownSince: day('2024-03-19') };
  const flag = check(aPair({ target: 'Adept', deals: [aDeal('acquihire', fee)] }));
  expect(flag?.for.map((said) => said.text).join(' ')).toContain('$119.5m');
});

it('measures a hiring by the year in which it was news, not by that of a later report of its price', () => {
  const late = anEvent(650 * m, 'fee', { reportedOn: day('2025-01-17') });
  const fee = { events: [late], paid: { USD: 650 * m }, knownSince: day('2024-03-19') };
  const flag = check(aPair({ target: 'Inflection AI', deals: [aDeal('acquihire', fee)] }));
  expect(flag?.for.map((said) => said.text).join(' ')).toContain('$119.5m');
});

describe('below-threshold must flag', () => {
  const cases: { name: string; pair: Pair; severity: number; why: string }[] = [
    {
      name: 'a hiring with a licence above the test',
      pair: aPair({ target: 'Adept', deals: [aDeal('acquihire', { ...worth(430), terms: [aTerm('licence')] })] }),
      severity: 2,
      why: 'Amazon and Adept: hiring and a licence for $430m',
    },
    {
      name: 'a costly stake without votes beside a hiring without a fee',
      pair: aPair({
        acquirer: 'Meta',
        target: 'Scale AI',
        deals: [aDeal('investment', { ...worth(14_300, 'tranche'), terms: [aTerm('non-voting')] }), aDeal('acquihire')],
      }),
      severity: 2,
      why: 'Meta and Scale AI: non-voting for $14.3bn',
    },
    {
      name: 'a hiring by a large group, fee not known',
      pair: aPair({ target: 'Adept', deals: [aDeal('acquihire')] }),
      severity: 1,
      why: 'Amazon and Adept: hiring',
    },
    {
      name: 'a small convertible of a large group',
      pair: aPair({
        acquirer: 'Microsoft',
        target: 'Mistral AI',
        deals: [aDeal('investment', { ...worth(16, 'tranche'), terms: [aTerm('convertible')] })],
      }),
      severity: 1,
      why: 'Microsoft and Mistral AI: convertible for $16m',
    },
    {
      name: 'a large stake without votes, of anybody',
      pair: aPair({
        acquirer: 'Oracle',
        target: 'Scale AI',
        deals: [aDeal('investment', { ...worth(500, 'total'), terms: [aTerm('non-voting')] })],
      }),
      severity: 2,
      why: 'Oracle and Scale AI: non-voting for $500m',
    },
    {
      name: 'a purchase that an authority called in',
      pair: aPair({ acquirer: 'Nvidia', target: 'Run:ai', deals: [aDeal('acquisition')], scrutiny: [calledIn] }),
      severity: 1,
      why: 'Nvidia and Run:ai: called in by an authority',
    },
    {
      name: 'a hiring by a rival, fee not known',
      pair: aPair({ acquirer: 'AMD', target: 'Untether AI', deals: [aDeal('acquihire')] }),
      severity: 1,
      why: 'AMD and Untether AI: hiring',
    },
    {
      name: 'a small convertible of a supplier',
      pair: aPair({
        acquirer: 'Intel',
        target: 'Stability AI',
        deals: [aDeal('investment', { ...worth(50, 'tranche'), terms: [aTerm('convertible')] }), aDeal('cloud')],
      }),
      severity: 1,
      why: 'Intel and Stability AI: convertible for $50m',
    },
    {
      name: 'a large purchase between two firms of one person',
      pair: aPair({ acquirer: 'SpaceX', target: 'xAI', deals: [aDeal('acquisition', worth(250_000, 'total'))] }),
      severity: 2,
      why: 'SpaceX and xAI: firms of Elon Musk for $250bn',
    },
  ];
  for (const { name, pair, severity, why } of cases)
    it(name, () => expect(check(pair)).toMatchObject({ severity, why }));
});

describe('below-threshold must stay quiet on', () => {
  const cases: { name: string; pair: Pair }[] = [
    { name: 'a small purchase', pair: aPair({ deals: [aDeal('acquisition', worth(20, 'total'))] }) },
    { name: 'ordinary shares', pair: aPair({ deals: [aDeal('investment', worth(4000, 'tranche'))] }) },
    {
      name: 'a small hiring by a smaller group',
      pair: aPair({ acquirer: 'Salesforce', target: 'Untether AI', deals: [aDeal('acquihire', worth(20))] }),
    },
    {
      name: 'a small convertible of a smaller group',
      pair: aPair({
        acquirer: 'Intel',
        target: 'Stability AI',
        deals: [aDeal('investment', { ...worth(50, 'tranche'), terms: [aTerm('convertible')] })],
      }),
    },
    { name: 'talks', pair: aPair({ deals: [aDeal('acquihire', { certainty: 'reported' })] }) },
    { name: 'a hiring that was a purchase', pair: aPair({ deals: [aDeal('acquihire'), aDeal('acquisition')] }) },
    {
      name: 'an ordinary review',
      pair: aPair({ deals: [aDeal('acquisition')], scrutiny: [aScrutiny('CMA', aStep('phase1', '2024-01-01'))] }),
    },
  ];
  for (const { name, pair } of cases) it(name, () => expect(check(pair)).toBeNull());
});

describe('below-threshold shows', () => {
  it('form, value and call-in for it, a small value against it', () => {
    const hire = aDeal('acquihire', { ...worth(430), terms: [aTerm('licence')] });
    expect(check(aPair({ deals: [hire], scrutiny: [calledIn] }))?.for.map((f) => f.key)).toEqual([
      'hire',
      'term licence',
      'above test',
      'rival in General-purpose models and assistants',
      'called in EC',
    ]);
    expect(check(aPair({ deals: [aDeal('acquihire', worth(20))] }))?.against.map((f) => f.key)).toEqual(['below test']);
  });
});
