import { describe, expect, it } from 'vitest';
import type { DealEvent, Pair } from '../../model/ledger.ts';
import { stagedStake } from '../../rules/screens/staged-stake.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../helpers/build.ts';

const bn = 1_000_000_000;
const check = (pair: Pair) => stagedStake.check(pair, { pairs: [pair], today: day('2026-06-01') });
const stake = (...events: DealEvent[]) => aPair({ deals: [aDeal('investment', { events })] });
const paid = (billions: number | null, date?: string) =>
  anEvent(billions === null ? null : billions * bn, 'tranche', date ? { date } : {});

describe('a promise whose day has passed', () => {
  const promise = (date: string) => anEvent(0.75 * bn, 'future', { date });

  it('is asked after: no document tells whether it was kept', () => {
    const flag = check(stake(paid(2, '2024-03-27'), promise('2025-09')));
    expect(flag?.missing).toContain('Was the $750m promised for Sep 2025 paid?');
  });

  it('is not asked after before its day is over', () => {
    const flag = check(stake(paid(2, '2024-03-27'), promise('2026-06')));
    expect(flag?.missing.join(' ')).not.toContain('promised for');
  });
});

describe('staged-stake must flag', () => {
  const cases: { name: string; pair: Pair; severity: number; why: string }[] = [
    {
      name: 'two payments',
      pair: stake(paid(1.25, '2023-09-25'), paid(2.75, '2024-03-27')),
      severity: 1,
      why: 'Amazon in Anthropic, 2 steps: $1.25bn + $2.75bn',
    },
    {
      name: 'three payments',
      pair: stake(paid(1.25, '2023-09-25'), paid(2.75, '2024-03-27'), paid(4, '2024-11-22')),
      severity: 2,
      why: 'Amazon in Anthropic, 3 steps: $1.25bn + $2.75bn + $4bn',
    },
    {
      name: 'payments whose days are not told, in the order in which they were reported',
      pair: stake(
        paid(4, '2024-11-22'),
        { ...paid(1.25), reportedOn: day('2023-09-25') },
        { ...paid(2.75), reportedOn: day('2024-03-27') },
      ),
      severity: 2,
      why: 'Amazon in Anthropic, 3 steps: $1.25bn + $2.75bn + $4bn',
    },
    {
      name: 'what was paid on a day before what was promised on it',
      pair: stake(anEvent(20 * bn, 'future', { reportedOn: day('2026-04-20') }), {
        ...paid(5),
        reportedOn: day('2026-04-20'),
      }),
      severity: 1,
      why: 'Amazon in Anthropic, 2 steps: $5bn + $20bn',
    },
    {
      name: 'four payments',
      pair: stake(paid(1, '2023-09'), paid(2, '2024-03'), paid(3, '2024-11'), paid(4, '2025-11')),
      severity: 3,
      why: 'Amazon in Anthropic, 4 steps: $1bn + $2bn + $3bn + $4bn',
    },
    {
      name: 'a payment and a promise',
      pair: stake(paid(15, '2026-02-27'), anEvent(35 * bn, 'future')),
      severity: 1,
      why: 'Amazon in Anthropic, 2 steps: $15bn + $35bn',
    },
    {
      name: 'two rounds, sums not known',
      pair: stake(anEvent(6 * bn, 'round', { date: '2024-12-23' }), paid(null, '2025-10-07')),
      severity: 1,
      why: 'Amazon in Anthropic, 2 steps',
    },
    {
      name: 'the three within three years of five',
      pair: stake(paid(1, '2015'), paid(1, '2020-01-01'), paid(2, '2021-01-01'), paid(3, '2022-12-01')),
      severity: 2,
      why: 'Amazon in Anthropic, 3 steps: $1bn + $2bn + $3bn',
    },
    {
      name: 'a stake that becomes a purchase',
      pair: aPair({
        deals: [
          aDeal('investment', { events: [paid(1, '2025-04-21')] }),
          aDeal('acquisition', { events: [anEvent(60 * bn, 'total', { date: '2026-06-16' })] }),
        ],
      }),
      severity: 1,
      why: 'Amazon in Anthropic, 2 steps: $1bn + $60bn',
    },
    {
      name: 'two payments that cross a line',
      pair: aPair({
        deals: [
          aDeal('investment', {
            events: [paid(1, '2023-01-01'), paid(2, '2024-01-01')],
            terms: [aTerm('stake', '14%')],
          }),
        ],
      }),
      severity: 3,
      why: 'Amazon in Anthropic, 2 steps: $1bn + $2bn',
    },
  ];
  for (const { name, pair, severity, why } of cases) {
    it(name, () => expect(check(pair)).toMatchObject({ rule: 'staged-stake', severity, why }));
  }
});

describe('staged-stake must stay quiet on', () => {
  const cases: { name: string; pair: Pair }[] = [
    { name: 'one payment', pair: stake(paid(1, '2024-01-01')) },
    {
      name: 'one payment, its ceiling and its total',
      pair: stake(paid(4, '2024-01-01'), anEvent(4 * bn, 'ceiling'), anEvent(4 * bn, 'total')),
    },
    { name: 'payments more than three years apart', pair: stake(paid(1, '2019-07-22'), paid(10, '2023-01-23')) },
    {
      name: 'talks of a second payment',
      pair: stake(paid(1, '2024-01-01'), anEvent(2 * bn, 'tranche', { date: '2024-06-01', certainty: 'reported' })),
    },
    {
      name: 'a payment and the round that it is part of',
      pair: stake(paid(0.8, '2024-02-19'), anEvent(bn, 'round', { date: '2024-02' })),
    },
    {
      name: 'a round and a payment without a day from one document',
      pair: stake(
        anEvent(bn, 'tranche', { documentIds: ['d1'] }),
        anEvent(5 * bn, 'round', { date: '2024-02', documentIds: ['d1'] }),
      ),
    },
    {
      name: 'talks',
      pair: aPair({
        deals: [aDeal('investment', { certainty: 'reported', events: [paid(1, '2024-01-01'), paid(2, '2024-02-01')] })],
      }),
    },
    {
      name: 'a purchase in two payments',
      pair: aPair({ deals: [aDeal('acquisition', { events: [paid(1, '2024-01-01'), paid(2, '2024-02-01')] })] }),
    },
    {
      name: 'a purchase without a stake before',
      pair: aPair({
        deals: [aDeal('investment'), aDeal('acquisition', { events: [anEvent(bn, 'total', { date: '2024-01-01' })] })],
      }),
    },
  ];
  for (const { name, pair } of cases) it(name, () => expect(check(pair)).toBeNull());
});

describe('staged-stake shows', () => {
  it('each step with its day, and what is missing', () => {
    const flag = check(
      stake(paid(1.25, '2023-09-25'), anEvent(6 * bn, 'round', { date: '2024-03' }), anEvent(20 * bn, 'future')),
    );
    expect(flag?.for.map((f) => f.text)).toEqual([
      'Step 1: $1.25bn, 25 Sep 2023.',
      'Step 2: $6bn, a round in which it took part, Mar 2024.',
      'Step 3: $20bn, promised.',
    ]);
    expect(flag?.missing).toEqual([
      'What share of Anthropic does Amazon hold after each step?',
      'When was each step?',
      'What must happen before the promised part is paid?',
      'How much was each step?',
    ]);
  });
});
