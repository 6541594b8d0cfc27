import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../model/day.ts';
import type { DealKind, Term } from '../../model/deal.ts';
import { hsrThresholds } from '../../model/hsr-thresholds.ts';
import type { CompanyFigure, Measure, Regime, Territory } from '../../model/jurisdiction.ts';
import { rateLookup } from '../../model/rate.ts';
import { dateOf } from '../../regimes/asked.ts';
import { checkJurisdiction } from '../../regimes/jurisdiction.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../helpers/build.ts';

const bn = 1_000_000_000;
const rates = rateLookup([
  { currency: 'USD', day: day('2024-03-19') as Day, perEuro: 1.09 },
  { currency: 'GBP', day: day('2024-03-19') as Day, perEuro: 0.85 },
]);
const figure = (
  company: string,
  territory: Territory,
  millions: number,
  measure: Measure = 'turnover',
): CompanyFigure => ({
  company,
  measure,
  territory,
  value: measure === 'turnover' ? millions * 1_000_000 : millions,
  currency: measure === 'turnover' ? (territory === 'uk' ? 'GBP' : 'EUR') : null,
  asOf: day('2023'),
});
const check = (
  regime: Regime,
  kind: DealKind,
  date: string,
  value: number | null,
  given: { terms?: Term[]; figures?: CompanyFigure[]; currency?: string } = {},
) => {
  const event = anEvent(value, 'total', { date, currency: given.currency ?? (value === null ? null : 'USD') });
  const pair = aPair({
    acquirer: 'Microsoft',
    target: 'Inflection AI',
    deals: [aDeal(kind, { events: [event], terms: (given.terms ?? []).map((term) => aTerm(term)) })],
  });
  const found = checkJurisdiction(pair, { figures: given.figures ?? [], rates, today: day('2026-06-01') as Day });
  return found.find((one) => one.regime === regime) as (typeof found)[number];
};
const outcomes = (one: ReturnType<typeof check>) =>
  Object.fromEntries(one.tests.map(({ id, outcome }) => [id, outcome]));

describe('the HSR Act', () => {
  it('is met by a large purchase, whoever the parties are', () => {
    expect(check('us-hsr', 'acquisition', '2024-03-19', 0.65 * bn)).toMatchObject({
      outcome: 'met',
      date: '2024-03-19',
    });
  });

  it('applies the threshold of the year', () => {
    expect(outcomes(check('us-hsr', 'acquisition', '2025-06-01', 0.13 * bn))['size-of-transaction']).toBe('met');
    expect(outcomes(check('us-hsr', 'acquisition', '2026-06-01', 0.13 * bn))['size-of-transaction']).toBe('not_met');
    expect(check('us-hsr', 'acquisition', '2026-06-01', 0.13 * bn).outcome).toBe('not_met');
  });

  it.each([
    ['2019-04-03', 90.0, 18.0, 180.0, 359.9],
    ['2020-02-27', 94.0, 18.8, 188.0, 376.0],
    ['2021-03-04', 92.0, 18.4, 184.0, 368.0],
    ['2022-02-23', 101.0, 20.2, 202.0, 403.9],
    ['2023-02-27', 111.4, 22.3, 222.7, 445.5],
    ['2024-03-06', 119.5, 23.9, 239.0, 478.0],
    ['2025-02-21', 126.4, 25.3, 252.9, 505.8],
    ['2026-02-17', 133.9, 26.8, 267.8, 535.5],
  ])(
    'has from %s on the thresholds of its notice, and not a day earlier',
    (from, transaction, smaller, larger, any) => {
      const of = (date: Day) => Object.values(hsrThresholds(date)).map((dollars) => dollars / 1e6);
      expect(of(from as Day)).toEqual([transaction, smaller, larger, any]);
      if (from > '2020') expect(of(addDays(from as Day, -1))[0]).not.toBe(transaction);
      const outcome = (millions: number) => outcomes(check('us-hsr', 'acquisition', from, millions * 1e6));
      expect(outcome(transaction + 0.1)['size-of-transaction']).toBe('met');
      expect(outcome(transaction)['size-of-transaction']).toBe('not_met');
      expect(outcome(any + 0.1)['size-of-person']).toBe('met');
      expect(outcome(any)['size-of-person']).toBe('unknown');
    },
  );

  it('is met in between when one party is large and the other not small; less sales leave it open, as assets count', () => {
    const persons = (its: number) => {
      const figures = [figure('Microsoft', 'world', 200_000), figure('Inflection AI', 'world', its)];
      return outcomes(check('us-hsr', 'acquisition', '2024-03-19', 0.2 * bn, { figures }))['size-of-person'];
    };
    expect(persons(30)).toBe('met');
    expect(persons(20)).toBe('unknown');
  });

  it('asks for the size of the persons in between', () => {
    const found = check('us-hsr', 'acquisition', '2024-06-01', 0.2 * bn);
    expect(found.outcome).toBe('unknown');
    expect(found.tests.flatMap(({ missing }) => missing)).toEqual([
      'Turnover or assets of Microsoft and of Inflection AI',
    ]);
  });

  it('is not met by a note before conversion, and open for a licence with hiring', () => {
    expect(check('us-hsr', 'investment', '2024-03-19', bn, { terms: ['convertible'] }).outcome).toBe('not_met');
    expect(check('us-hsr', 'acquihire', '2024-03-19', 0.65 * bn).outcome).toBe('unknown');
  });

  it('does not know without a sum, nor in a currency without a rate', () => {
    expect(outcomes(check('us-hsr', 'acquisition', '2024-03-19', null))['size-of-transaction']).toBe('unknown');
    const yen = check('us-hsr', 'acquisition', '2024-03-19', 90 * bn, { currency: 'JPY' });
    expect(yen.tests[0]).toMatchObject({ outcome: 'unknown', missing: ['The reference rate of JPY on 19 Mar 2024'] });
  });
});

describe('the UK tests', () => {
  const target = [figure('Inflection AI', 'uk', 80)];

  it('changed on 1 January 2025: £70m before, £100m since', () => {
    expect(outcomes(check('uk', 'acquisition', '2024-12-31', bn, { figures: target })).turnover).toBe('met');
    expect(outcomes(check('uk', 'acquisition', '2025-01-01', bn, { figures: target })).turnover).toBe('not_met');
    expect(Object.keys(outcomes(check('uk', 'acquisition', '2024-12-31', bn)))).not.toContain('hybrid');
    expect(Object.keys(outcomes(check('uk', 'acquisition', '2025-01-01', bn)))).toContain('hybrid');
  });

  it('share of supply needs a quarter with an increment', () => {
    const shares = (own: number, its: number) => [
      figure('Microsoft', 'uk', own, 'share-of-supply'),
      figure('Inflection AI', 'uk', its, 'share-of-supply'),
    ];
    expect(outcomes(check('uk', 'acquisition', '2024-06-01', bn, { figures: shares(24, 2) }))['share-of-supply']).toBe(
      'met',
    );
    expect(outcomes(check('uk', 'acquisition', '2024-06-01', bn, { figures: shares(30, 0) }))['share-of-supply']).toBe(
      'not_met',
    );
  });

  it('say what is missing when nothing was entered', () => {
    const found = check('uk', 'acquisition', '2024-06-01', bn);
    expect(found.outcome).toBe('unknown');
    expect(found.tests.find(({ id }) => id === 'turnover')?.missing).toEqual(['Turnover of Inflection AI: uk']);
  });

  it('are not met by a stake of which it is known that it gives no rights', () => {
    expect(
      check('uk', 'investment', '2024-06-01', bn, { terms: ['no-governance-rights'], figures: target }).outcome,
    ).toBe('not_met');
  });
});

describe('the Merger Regulation', () => {
  const large = [
    figure('Microsoft', 'world', 200_000),
    figure('Microsoft', 'eu', 40_000),
    figure('Inflection AI', 'eu', 300),
  ];

  it('needs control and turnover', () => {
    expect(check('eu', 'acquisition', '2024-06-01', bn, { figures: large }).outcome).toBe('met');
    expect(check('eu', 'investment', '2024-06-01', bn, { figures: large }).outcome).toBe('not_met');
    expect(
      check('eu', 'acquisition', '2024-06-01', bn, {
        figures: [...large.slice(0, 2), figure('Inflection AI', 'eu', 5)],
      }).outcome,
    ).toBe('not_met');
  });

  it('says how Art. 22 stood on the day', () => {
    expect(check('eu', 'acquisition', '2024-06-01', bn).notes[0]).toContain('Until 3 September 2024');
    expect(check('eu', 'acquisition', '2024-09-03', bn).notes[0]).toContain('call-in');
  });
});

describe('transaction value', () => {
  it('in Germany from €400m, converted on the day; operations stay a question', () => {
    const found = check('germany', 'acquihire', '2024-03-19', 0.65 * bn, {
      figures: [figure('Microsoft', 'world', 200_000), figure('Microsoft', 'germany', 5000)],
    });
    expect(outcomes(found)).toMatchObject({ 'transaction-value': 'met', operations: 'unknown', world: 'met' });
    expect(found.outcome).toBe('unknown');
    expect(outcomes(check('germany', 'acquisition', '2024-03-19', 0.43 * bn))['transaction-value']).toBe('not_met');
  });

  it('in Austria from €200m', () => {
    expect(outcomes(check('austria', 'acquisition', '2024-03-19', 0.3 * bn))['transaction-value']).toBe('met');
    expect(outcomes(check('austria', 'acquisition', '2024-03-19', 0.1 * bn))['transaction-value']).toBe('not_met');
  });
});

describe('Art. 14 of the Digital Markets Act', () => {
  it('binds gatekeepers, from their designation, for a concentration', () => {
    expect(check('eu-dma-14', 'acquisition', '2024-03-19', null).outcome).toBe('met');
    expect(check('eu-dma-14', 'acquisition', '2023-01-19', null).outcome).toBe('not_met');
    expect(check('eu-dma-14', 'acquihire', '2024-03-19', null).outcome).toBe('unknown');
  });
});

it('measures a pair by the news of its last payment where no document dates it', () => {
  const [dated, told] = [
    anEvent(2_750_000_000, 'tranche', { date: '2024-03-27' }),
    anEvent(5_000_000_000, 'tranche', { reportedOn: day('2026-04-20') }),
  ];
  const total = anEvent(8_000_000_000, 'total', { reportedOn: day('2026-06-01') });
  expect(dateOf(aPair({ deals: [aDeal('investment', { events: [dated, told, total] })] }))).toBe('2026-04-20');
  expect(dateOf(aPair({ deals: [aDeal('investment', { events: [dated, total] })] }))).toBe('2024-03-27');
});
