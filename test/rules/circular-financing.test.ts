import { describe, expect, it } from 'vitest';
import type { Pair } from '../../model/ledger.ts';
import { ledgerView } from '../../rules/ledger-view.ts';
import { moneyLoops } from '../../rules/loops/money-loops.ts';
import { asSeenByOthers } from '../../rules/neighbours.ts';
import { circularFinancing } from '../../rules/screens/circular-financing.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../helpers/build.ts';

const bn = 1_000_000_000;
const check = (pair: Pair, ...others: Pair[]) => {
  const pairs = [pair, ...others];
  const flag = circularFinancing.check(pair, { pairs, today: day('2026-06-01') });
  // The ledger that is kept holds less of each pair, and must give the same.
  const kept = ledgerView(pairs.map(asSeenByOthers));
  expect(circularFinancing.check(pair, { pairs: kept, today: day('2026-06-01') })).toEqual(flag);
  return flag;
};

/** An investment announced on a day; terms tie it. */
const funds = (acquirer: string, target: string, date: string, value: number | null = 10 * bn, ...terms: string[]) =>
  aPair({
    acquirer,
    target,
    deals: [
      aDeal('investment', {
        factIds: [`${acquirer} funds ${target}`],
        events: [anEvent(value, 'ceiling', { date })],
        terms: terms.map((term) => aTerm(term as 'tied-legs')),
      }),
    ],
    sums: value === null ? {} : { ceiling: { USD: value } },
  });
const supplies = (acquirer: string, target: string, date: string, value: number | null = 30 * bn) =>
  aPair({
    acquirer,
    target,
    deals: [
      aDeal('cloud', { factIds: [`${acquirer} supplies ${target}`], events: [anEvent(value, 'commitment', { date })] }),
    ],
    sums: value === null ? {} : { committed: { USD: value } },
  });

describe('circular-financing must flag', () => {
  it('a supplier of chips that funds a firm which buys computing elsewhere, announced together', () => {
    const flag = check(funds('Nvidia', 'Anthropic', '2025-11-18'), supplies('Microsoft', 'Anthropic', '2025-11-18'));
    expect(flag).toMatchObject({ severity: 3, why: 'Nvidia → Anthropic → Microsoft → Nvidia' });
    expect(flag?.for.flatMap((said) => said.factIds)).toContain('Microsoft supplies Anthropic');
    expect(flag?.against.map((said) => said.text)).toEqual([
      'No document says what Microsoft buys from Nvidia for this.',
    ]);
  });

  it('the purchase in the same loop as well, when the stake is paid by what is bought', () => {
    const investor = funds('Nvidia', 'OpenAI', '2025-09-22', 100 * bn, 'tied-legs');
    const cloud = supplies('Oracle', 'OpenAI', '2025-09-10');
    expect(check(cloud, investor)?.why).toBe('OpenAI → Oracle → Nvidia → OpenAI');
  });

  it('a loop in which every leg stands in the ledger, tied by contract', () => {
    const pairs = [
      funds('Nvidia', 'CoreWeave', '2023-04-01', 2 * bn, 'capacity-backstop'),
      funds('CoreWeave', 'OpenAI', '2025-03-10', null, 'supplier-gives-equity'),
      supplies('Nvidia', 'OpenAI', '2025-10-20', null),
    ] as const;
    const tied = aPair({ ...pairs[2], deals: [aDeal('cloud', { ...pairs[2].deals[0], terms: [aTerm('tied-legs')] })] });
    expect(check(pairs[0], pairs[1], tied)).toMatchObject({ severity: 3, against: [] });
    expect(check(pairs[0], pairs[1], tied)?.why).toBe('Nvidia → CoreWeave → OpenAI → Nvidia');
  });

  it('a loop of four tied by contract', () => {
    const ring = ['Alpha Compute', 'Beta Models', 'Gamma Data', 'Delta Chips'];
    const pairs = ring.map((name, i) => funds(name, ring[(i + 1) % 4] as string, '2025-01-01', bn / 2, 'tied-legs'));
    expect(check(pairs[0] as Pair, ...pairs.slice(1))).toMatchObject({ severity: 1 });
  });

  it('a vehicle that buys for the firm as a party of its own', () => {
    const investment = aDeal('investment', {
      events: [anEvent(2 * bn, 'tranche')],
      terms: [aTerm('financing-vehicle')],
    });
    const both = aPair({
      acquirer: 'Nvidia',
      target: 'xAI',
      deals: [investment, aDeal('cloud')],
      sums: { paid: { USD: 2 * bn } },
    });
    expect(check(both)?.why).toBe('Nvidia → vehicle for xAI → xAI → Nvidia');
    expect(check(both)?.for.map(({ text }) => text)).toEqual([
      'Nvidia funds vehicle for xAI: $2bn.',
      'vehicle for xAI buys for xAI.',
      'xAI buys from Nvidia.',
      expect.stringContaining('vehicle'),
    ]);
  });

  it('and says of a sum what it is: the most that may be paid, in the currency in which it was told', () => {
    const most = funds('Nvidia', 'Anthropic', '2025-11-18');
    const euros = {
      ...supplies('Microsoft', 'Anthropic', '2025-11-18'),
      sums: { ...most.sums, committed: { EUR: bn } },
    };
    const told = check(most, euros)?.for.map(({ text }) => text);
    expect(told).toContain('Nvidia funds Anthropic: up to $10bn, 18 Nov 2025.');
    expect(told).toContain('Anthropic buys from Microsoft: €1bn, 18 Nov 2025.');
  });

  it('with severity 2 when no sum is known', () => {
    const tied = funds('AMD', 'OpenAI', '2025-10-06', null, 'tied-legs');
    expect(check(tied, supplies('Oracle', 'OpenAI', '2025-10-01', null))).toMatchObject({ severity: 2 });
  });
});

describe('circular-financing must stay quiet on', () => {
  const cases: [string, Pair, ...Pair[]][] = [
    ['a loop that nothing ties', funds('Nvidia', 'OpenAI', '2026-02-27'), supplies('Oracle', 'OpenAI', '2025-09-10')],
    [
      'two that fund and supply each other',
      funds('AMD', 'Meta', '2026-02-24', bn, 'tied-legs'),
      supplies('AMD', 'Meta', '2026-02-24'),
    ],
    ['a customer of a cloud alone', supplies('Google', 'OpenAI', '2025-06-10')],
    [
      'a cloud that runs on accelerators of its own',
      funds('Nvidia', 'OpenAI', '2026-02-27'),
      supplies('Amazon', 'OpenAI', '2026-02-27'),
    ],
    [
      'two deals of one fortnight that nothing but trade assumed of every cloud would close',
      funds('Nvidia', 'Cohere', '2023-06-08', bn / 4),
      supplies('Oracle', 'Cohere', '2023-06-13', null),
    ],
    [
      'an investor whose money goes on and never comes back',
      funds('SoftBank', 'OpenAI', '2026-02-27'),
      supplies('Oracle', 'OpenAI', '2026-02-27'),
    ],
  ];
  for (const [name, pair, ...others] of cases) it(name, () => expect(check(pair, ...others)).toBeNull());

  it('part of a round, which is nobody’s payment', () => {
    const round = aDeal('investment', { events: [anEvent(bn, 'round', { date: '2023-06-08' })] });
    const inRound = aPair({ acquirer: 'Nvidia', target: 'Cohere', deals: [round] });
    expect(check(inRound, supplies('Oracle', 'Cohere', '2023-06-13'))).toBeNull();
  });

  it('talks, and a contract that was called off', () => {
    const off = supplies('Microsoft', 'Anthropic', '2025-11-18');
    const ended = { ...off, deals: off.deals.map((deal) => ({ ...deal, certainty: 'ended' as const })) };
    expect(check(funds('Nvidia', 'Anthropic', '2025-11-18'), ended)).toBeNull();
  });
});

it('the order of the ledger does not choose the loop', () => {
  const pairs = [
    funds('Nvidia', 'OpenAI', '2025-09-22', 100 * bn, 'tied-legs'),
    ...['Oracle', 'CoreWeave', 'Lambda', 'Nscale'].map((cloud) => supplies(cloud, 'OpenAI', '2025-09-20')),
  ];
  for (const pair of pairs) {
    const [one, other] = [pairs, [...pairs].reverse()].map((list) =>
      circularFinancing.check(pair, { pairs: list, today: day('2026-06-01') }),
    );
    expect(one).toEqual(other);
    expect(one).not.toBeNull();
  }
});

describe('loops of the whole ledger', () => {
  const pairs = [
    funds('Nvidia', 'OpenAI', '2025-09-22', 100 * bn, 'tied-legs'),
    supplies('Oracle', 'OpenAI', '2025-09-10'),
    supplies('CoreWeave', 'OpenAI', '2025-09-25'),
  ];

  it('names the groups in which money can go from each to each, with the legs', () => {
    const { groups } = moneyLoops(pairs, { days: 14 });
    expect(groups.map(({ firms }) => firms)).toEqual([['CoreWeave', 'Nvidia', 'OpenAI', 'Oracle']]);
    expect(groups[0]?.legs.filter((leg) => leg.pair).length).toBe(3);
  });

  it('leaves out those of which every flag is put away', () => {
    const of = (...ids: string[]) => moneyLoops(pairs, { days: 14, stands: ({ id }) => ids.includes(id) });
    expect(of('oracle--openai').groups.map(({ firms }) => firms)).toEqual([['Nvidia', 'OpenAI', 'Oracle']]);
    expect(of()).toEqual({ loops: [], groups: [] });
  });

  it('a view that is kept up to date finds what a fresh one finds', () => {
    const view = ledgerView(pairs.slice(1));
    expect(moneyLoops(view, { days: 14 }).loops).toEqual([]);
    view.set(pairs[0] as Pair);
    expect(moneyLoops(view, { days: 14 }).loops.length).toBe(3);
    view.delete('nvidia--openai');
    expect(moneyLoops(view, { days: 14 }).loops).toEqual([]);
  });
});
