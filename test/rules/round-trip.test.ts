import { describe, expect, it } from 'vitest';
import type { Pair } from '../../model/ledger.ts';
import { WHY_LENGTH } from '../../rules/saying.ts';
import { roundTrip } from '../../rules/screens/round-trip.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../helpers/build.ts';

const bn = 1_000_000_000;
const check = (pair: Pair, ...others: Pair[]) =>
  roundTrip.check(pair, { pairs: [pair, ...others], today: day('2026-06-01') });
const usd = (value: number) => ({ USD: value });

const investment = aDeal('investment', { events: [anEvent(8 * bn, 'total', { factIds: ['paid'] })] });
const cloud = aDeal('cloud', { events: [anEvent(4 * bn, 'commitment', { factIds: ['spend'] })] });
const loop = aPair({ deals: [investment, cloud], sums: { paid: usd(8 * bn), committed: usd(4 * bn) } });

describe('round-trip must flag', () => {
  const cases: { name: string; pair: Pair; others?: Pair[]; severity: number; why: string }[] = [
    {
      name: 'half of the money back',
      pair: loop,
      severity: 2,
      why: 'Amazon puts $8bn into Anthropic, $4bn back: ratio 0.5',
    },
    {
      name: 'more back than went in',
      pair: { ...loop, sums: { ...loop.sums, committed: usd(100 * bn) } },
      severity: 3,
      why: 'Amazon puts $8bn into Anthropic, $100bn back: ratio 13',
    },
    {
      name: 'money in one currency and spend in another, both with a rate',
      pair: {
        ...aPair({
          deals: [investment, cloud],
          sums: { paid: { EUR: 1 * bn }, committed: usd(2.2 * bn), ceiling: {} },
        }),
        usd: { paid: 1.1 * bn, committed: 2.2 * bn },
      },
      severity: 3,
      why: 'Amazon puts €1bn into Anthropic, $2.2bn back: ratio 2',
    },
    {
      name: 'a large sum in a currency far from the dollar',
      pair: {
        ...aPair({
          deals: [investment, cloud],
          sums: { paid: { JPY: 300 * bn }, committed: { JPY: 100 * bn }, ceiling: {} },
        }),
        usd: { paid: 2 * bn, committed: 0.67 * bn },
      },
      severity: 2,
      why: 'Amazon puts ¥300bn into Anthropic, ¥100bn back: ratio 0.33',
    },
    {
      name: 'a small part back',
      pair: { ...loop, sums: { ...loop.sums, committed: usd(1 * bn) } },
      severity: 1,
      why: 'Amazon puts $8bn into Anthropic, $1bn back: ratio 0.13',
    },
    {
      name: 'more back than went in, of a small sum',
      pair: { ...loop, sums: { paid: usd(0.1 * bn), committed: usd(0.2 * bn), ceiling: {} } },
      severity: 2,
      why: 'Amazon puts $100m into Anthropic, $200m back: ratio 2',
    },
    {
      name: 'a large sum in, spend not known',
      pair: aPair({ deals: [investment, aDeal('cloud')], sums: { paid: usd(8 * bn) } }),
      severity: 2,
      why: 'Amazon puts $8bn into Anthropic, which buys from it',
    },
    {
      name: 'neither sum known',
      pair: aPair({ deals: [aDeal('investment'), aDeal('cloud')] }),
      severity: 1,
      why: 'Amazon funds Anthropic, which buys from it',
    },
    {
      name: 'a primary provider, without a supply deal of its own',
      pair: aPair({ deals: [aDeal('investment', { terms: [aTerm('primary-provider')] })] }),
      severity: 1,
      why: 'Amazon funds Anthropic, which buys from it',
    },
    {
      name: 'credits as consideration, whatever the sums',
      pair: aPair({ deals: [aDeal('investment', { terms: [aTerm('credits')] }), aDeal('cloud')] }),
      severity: 3,
      why: 'Amazon funds Anthropic, which buys from it',
    },
    {
      name: 'legs tied to each other',
      pair: aPair({ deals: [aDeal('investment'), aDeal('cloud', { terms: [aTerm('tied-legs')] })] }),
      severity: 3,
      why: 'Amazon funds Anthropic, which buys from it',
    },
    {
      name: 'a vehicle that the supplier funds and that buys its goods',
      pair: aPair({ deals: [aDeal('investment', { terms: [aTerm('financing-vehicle')] }), aDeal('cloud')] }),
      severity: 3,
      why: 'Amazon funds Anthropic, which buys from it',
    },
    {
      name: 'spend above the most that may be put in',
      pair: aPair({
        acquirer: 'Microsoft',
        deals: [aDeal('investment'), cloud],
        sums: { ceiling: usd(5 * bn), committed: usd(30 * bn) },
      }),
      severity: 3,
      why: 'Microsoft: up to $5bn in, $30bn back, ratio 6 or more',
    },
    {
      name: 'a small sum paid, under a large ceiling',
      pair: aPair({
        deals: [aDeal('investment'), cloud],
        sums: { paid: usd(0.1 * bn), ceiling: usd(5 * bn), committed: usd(4 * bn) },
      }),
      severity: 2,
      why: 'Amazon puts $100m into Anthropic, $4bn back: ratio 40',
    },
    {
      name: 'a supplier that gives its customer warrants',
      pair: aPair({
        acquirer: 'AMD',
        target: 'OpenAI',
        deals: [aDeal('cloud', { terms: [aTerm('supplier-gives-equity')] })],
      }),
      severity: 1,
      why: 'AMD pays its customer OpenAI in shares or warrants',
    },
    {
      name: 'a customer that funds its supplier',
      pair: aPair({ acquirer: 'OpenAI', target: 'Cerebras', deals: [investment], sums: { paid: usd(1 * bn) } }),
      others: [aPair({ acquirer: 'Cerebras', target: 'OpenAI', deals: [cloud], sums: { committed: usd(20 * bn) } })],
      severity: 3,
      why: 'OpenAI puts $1bn into Cerebras, $20bn for supplies: ratio 20',
    },
    {
      name: 'an investor that buys back capacity',
      pair: aPair({
        acquirer: 'Nvidia',
        target: 'CoreWeave',
        deals: [aDeal('investment', { terms: [aTerm('capacity-backstop')] })],
        sums: { paid: usd(2.35 * bn) },
      }),
      severity: 2,
      why: 'Nvidia puts $2.35bn into CoreWeave, its own supplier',
    },
    {
      name: 'a small stake beside a large spend',
      pair: { ...loop, sums: { paid: usd(5_000_000), committed: usd(1 * bn), ceiling: {} } },
      severity: 2,
      why: 'Amazon puts $5m into Anthropic, $1bn back: ratio 200',
    },
    {
      name: 'talks of supply beside money paid',
      pair: aPair({ deals: [investment, aDeal('cloud', { certainty: 'reported' })], sums: { paid: usd(8 * bn) } }),
      severity: 2,
      why: 'Amazon puts $8bn into Anthropic, which buys from it',
    },
    {
      name: 'a listing in one document, a purchase in others',
      pair: aPair({
        deals: [aDeal('investment'), aDeal('cloud', { factIds: ['a', 'b'], terms: [aTerm('marketplace-listing')] })],
      }),
      severity: 1,
      why: 'Amazon funds Anthropic, which buys from it',
    },
  ];
  for (const { name, pair, others = [], severity, why } of cases) {
    it(name, () => {
      const flag = check(pair, ...others);
      expect(flag).toMatchObject({ rule: 'round-trip', pairId: pair.id, severity, why });
      expect(flag?.why.length).toBeLessThanOrEqual(WHY_LENGTH);
    });
  }
});

describe('round-trip must stay quiet on', () => {
  const listing = aDeal('cloud', { terms: [aTerm('marketplace-listing')] });
  const cases: { name: string; pair: Pair; others?: Pair[] }[] = [
    {
      name: 'talks of a stake beside signed supply',
      pair: aPair({ deals: [aDeal('investment', { certainty: 'reported' }), cloud] }),
    },
    {
      name: 'a stake that was called off',
      pair: aPair({ deals: [aDeal('investment', { certainty: 'ended' }), cloud] }),
    },
    {
      name: 'supply that was called off',
      pair: aPair({ deals: [investment, aDeal('cloud', { certainty: 'ended' })] }),
    },
    { name: 'a stake alone', pair: aPair({ deals: [investment], sums: { paid: usd(8 * bn) } }) },
    { name: 'supply alone', pair: aPair({ deals: [cloud], sums: { committed: usd(4 * bn) } }) },
    { name: 'a stake and a listing in the investor’s marketplace', pair: aPair({ deals: [investment, listing] }) },
    {
      name: 'start-up credits without a stake',
      pair: aPair({ deals: [aDeal('cloud', { terms: [aTerm('credits')] })] }),
    },
    { name: 'a stake and a partnership', pair: aPair({ deals: [investment, aDeal('partnership')] }) },
    {
      name: 'a very small stake with no known spend',
      pair: aPair({ deals: [investment, aDeal('cloud')], sums: { paid: usd(9_000_000) } }),
    },
    { name: 'a purchase and supply', pair: aPair({ deals: [aDeal('acquisition'), cloud] }) },
    {
      name: 'supply by the target to somebody else',
      pair: aPair({ acquirer: 'OpenAI', target: 'Cerebras', deals: [investment] }),
      others: [aPair({ acquirer: 'Cerebras', target: 'G42', deals: [cloud] })],
    },
    {
      name: 'talks of supply by the target',
      pair: aPair({ acquirer: 'OpenAI', target: 'Cerebras', deals: [investment] }),
      others: [aPair({ acquirer: 'Cerebras', target: 'OpenAI', deals: [aDeal('cloud', { certainty: 'reported' })] })],
    },
  ];
  for (const { name, pair, others = [] } of cases) it(name, () => expect(check(pair, ...others)).toBeNull());
});

describe('round-trip shows', () => {
  it('both legs and the ratio, each with the facts behind it', () => {
    expect(check(loop)?.for).toEqual([
      { text: 'Amazon puts $8bn into Anthropic.', key: 'in 8000000000 USD', factIds: ['paid'] },
      { text: 'Anthropic commits $4bn of spend to Amazon.', key: 'back 4000000000 USD', factIds: ['spend'] },
      { text: 'Recapture ratio 0.5 (USD).', key: 'ratio clear', factIds: [] },
    ]);
  });

  it('what speaks against it', () => {
    const terms = [aTerm('several-providers'), aTerm('no-governance-rights')];
    const pair = aPair({ deals: [investment, aDeal('cloud', { certainty: 'reported', terms })] });
    expect(check(pair)?.against.map((f) => f.key)).toEqual([
      'term several-providers',
      'term no-governance-rights',
      'supply reported',
    ]);
  });

  it('what is missing: the tie, the own share of a round, the spend', () => {
    const round = aDeal('investment', { events: [anEvent(1.3 * bn, 'round')] });
    expect(check(aPair({ deals: [round, aDeal('cloud')] }))?.missing).toEqual([
      'Is the money conditional on the spend?',
      'How much of the round is Amazon’s own money?',
      'How much has Anthropic committed to spend with Amazon?',
    ]);
  });

  it('no ratio across currencies', () => {
    const pair = { ...loop, sums: { paid: { EUR: 2 * bn }, committed: usd(4 * bn), ceiling: {} } };
    const flag = check(pair);
    expect(flag?.severity).toBe(2);
    expect(flag?.missing).toContain('Money in and spend are in different currencies: what is the ratio?');
    expect(flag?.for.map((f) => f.key)).not.toContain('ratio full');
  });

  it('a right that is over against the flag, not for it', () => {
    const over = {
      ...aTerm('exclusive-provider'),
      since: day('2019-07-22'),
      until: day('2025-01-21'),
      endedBy: 'first-refusal' as const,
    };
    const flag = check(aPair({ deals: [aDeal('investment'), aDeal('cloud', { terms: [over] })] }));
    expect(flag?.for.map((f) => f.key)).not.toContain('term exclusive-provider');
    expect(flag?.against.map((f) => f.text)).toEqual([
      'Over: exclusive provider, 22 Jul 2019 to 21 Jan 2025, then right of first refusal.',
    ]);
  });

  it('the same evidence while figures only differ in rounding', () => {
    const again = { ...loop, sums: { ...loop.sums, paid: usd(8.02 * bn + 0.1) } };
    const more = { ...loop, sums: { ...loop.sums, paid: usd(13 * bn) } };
    expect(check(again)?.evidenceHash).toBe(check(loop)?.evidenceHash);
    expect(check(more)?.evidenceHash).not.toBe(check(loop)?.evidenceHash);
  });

  it('a reason that fits a line, however long the names', () => {
    const names = {
      acquirer: 'The Extraordinarily Long Named Holding Group',
      target: 'Another Quite Long Named Laboratory',
    };
    for (const pair of [
      aPair({ ...names, deals: [investment, cloud], sums: loop.sums }),
      aPair({ ...names, deals: [investment, cloud] }),
    ]) {
      expect(check(pair)?.why.length).toBeLessThanOrEqual(WHY_LENGTH);
    }
  });
});
