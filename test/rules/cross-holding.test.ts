import { describe, expect, it } from 'vitest';
import type { DealTerm, Pair } from '../../model/ledger.ts';
import { crossHolding } from '../../rules/screens/cross-holding.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../helpers/build.ts';

const bn = 1_000_000_000;
const check = (pair: Pair, ...others: Pair[]) =>
  crossHolding.check(pair, { pairs: [pair, ...others], today: day('2026-06-01') });
const stake = (acquirer: string, target: string, more: Parameters<typeof aPair>[0] = {}, terms: DealTerm[] = []) =>
  aPair({ acquirer, target, layer: 'model', deals: [aDeal('investment', { terms })], ...more });
const inRound = (acquirer: string, date = '2024-05-07') =>
  aPair({
    acquirer,
    target: 'Wayve',
    layer: 'application',
    deals: [aDeal('investment', { events: [anEvent(bn, 'round', { date })] })],
  });

const openai = stake('Microsoft', 'OpenAI');
const mistral = stake('Microsoft', 'Mistral AI');

describe('cross-holding must flag', () => {
  const large = { sums: { paid: { USD: 13 * bn } } };
  const cases: { name: string; pairs: [Pair, ...Pair[]]; severity: number; why: string }[] = [
    {
      name: 'stakes in two model firms',
      pairs: [openai, mistral],
      severity: 1,
      why: 'Microsoft invests in OpenAI, Mistral AI',
    },
    {
      name: 'stakes in four, one of them large',
      pairs: [
        mistral,
        stake('Microsoft', 'OpenAI', large),
        stake('Microsoft', 'Anthropic'),
        stake('Microsoft', 'Inflection AI'),
      ],
      severity: 2,
      why: 'Microsoft invests in Mistral AI, Anthropic and 2 more',
    },
    {
      name: 'a stake in one firm with which the holder competes',
      pairs: [stake('Tencent', 'MiniMax')],
      severity: 1,
      why: 'Tencent invests in its rival MiniMax',
    },
    {
      name: 'a tenth of one',
      pairs: [stake('Google', 'Anthropic', {}, [aTerm('stake', '14%')]), stake('Google', 'Safe Superintelligence')],
      severity: 2,
      why: 'Google invests in Anthropic, Safe Superintelligence',
    },
    {
      name: 'a tenth of two',
      pairs: [
        stake('Google', 'Anthropic', {}, [aTerm('stake', '14%')]),
        stake('Google', 'Cohere', {}, [aTerm('stake', '12%')]),
      ],
      severity: 3,
      why: 'Google invests in Anthropic, Cohere',
    },
    {
      name: 'seats with two',
      pairs: [
        stake('Google', 'Anthropic', {}, [aTerm('board-observer')]),
        stake('Google', 'Cohere', {}, [aTerm('board-seat')]),
      ],
      severity: 3,
      why: 'Google invests in Anthropic, Cohere',
    },
    {
      name: 'a stake in its own rival',
      pairs: [stake('Nvidia', 'Intel', { layer: 'chip' })],
      severity: 1,
      why: 'Nvidia invests in its rival Intel',
    },
    {
      name: 'two large groups in one round',
      pairs: [inRound('Microsoft'), inRound('Nvidia')],
      severity: 1,
      why: 'Microsoft and Nvidia in one round of Wayve',
    },
  ];
  for (const { name, pairs, severity, why } of cases) {
    it(name, () => expect(check(...pairs)).toMatchObject({ rule: 'cross-holding', severity, why }));
  }
});

describe('cross-holding must stay quiet on', () => {
  const held = stake('Oracle', 'OpenAI');
  const warrants = [aTerm('supplier-gives-equity')];
  const cases: { name: string; pairs: [Pair, ...Pair[]] }[] = [
    {
      name: 'a supplier that gave its shares to two customers',
      pairs: [stake('AMD', 'OpenAI', {}, warrants), stake('AMD', 'xAI', {}, warrants)],
    },
    { name: 'one stake', pairs: [held] },
    {
      name: 'talks, beside a stake in a rival',
      pairs: [
        aPair({ acquirer: 'Oracle', target: 'Poolside', deals: [aDeal('investment', { certainty: 'reported' })] }),
        held,
      ],
    },
    {
      name: 'two application firms',
      pairs: [stake('Adobe', 'Synthesia', { layer: 'application' }), stake('Adobe', 'Glean', { layer: 'application' })],
    },
    { name: 'stakes in two layers', pairs: [held, stake('Oracle', 'Wayve', { layer: 'robotics' })] },
    { name: 'stakes of two investors', pairs: [held, stake('Nvidia', 'Mistral AI')] },
    {
      name: 'supply of a rival',
      pairs: [held, aPair({ acquirer: 'Oracle', target: 'Mistral AI', deals: [aDeal('cloud')] })],
    },
    {
      name: 'talks with the other',
      pairs: [
        held,
        aPair({ acquirer: 'Oracle', target: 'Mistral AI', deals: [aDeal('investment', { certainty: 'reported' })] }),
      ],
    },
    {
      name: 'a rival that was bought',
      pairs: [held, stake('Oracle', 'Maluuba', { deals: [aDeal('investment'), aDeal('acquisition')] })],
    },
    {
      name: 'firms whose layer is not known',
      pairs: [stake('Microsoft', 'One Example', { layer: null }), stake('Microsoft', 'Two Example', { layer: null })],
    },
    { name: 'two rounds of one size a year apart', pairs: [inRound('Microsoft'), inRound('Nvidia', '2025-05-07')] },
    { name: 'a round with investors who are not of the six', pairs: [inRound('Microsoft'), inRound('SoftBank')] },
    { name: 'the same pair told twice', pairs: [held, { ...openai }] },
  ];
  for (const { name, pairs } of cases) it(name, () => expect(check(...pairs)).toBeNull());
});

it('cross-holding shows each stake, and that the target gives no seat', () => {
  const flag = check(stake('Google', 'Anthropic', {}, [aTerm('no-governance-rights')]), stake('Google', 'Cohere'));
  expect(flag?.for.map((f) => f.key)).toEqual(['stake', 'rival google--cohere', 'competes']);
  expect(flag?.against.map((f) => f.key)).toEqual(['term no-governance-rights']);
});

describe('cross-holding says of a stake', () => {
  const told = (pair: Pair, ...others: Pair[]) => check(pair, ...others)?.for.map(({ text }) => text) ?? [];
  const upTo = (acquirer: string, target: string) =>
    stake(acquirer, target, { deals: [aDeal('investment', { events: [anEvent(5 * bn, 'ceiling')] })] });

  it('that it is agreed, where all that is told is the most that may be put in', () => {
    expect(told(upTo('Microsoft', 'Anthropic'), openai)).toEqual(
      expect.arrayContaining([
        'Microsoft has agreed to invest in Anthropic (model).',
        'Microsoft has a stake in OpenAI (model).',
      ]),
    );
    expect(told(openai, upTo('Microsoft', 'Anthropic'))).toContain(
      'Microsoft has agreed to invest in Anthropic (model).',
    );
  });

  it('that it is held, where a payment or a share is told beside that', () => {
    const paid = aDeal('investment', { events: [anEvent(5 * bn, 'ceiling'), anEvent(bn, 'tranche')] });
    const share = aDeal('investment', { events: [anEvent(5 * bn, 'ceiling')], terms: [aTerm('stake')] });
    for (const deal of [paid, share])
      expect(told(stake('Microsoft', 'Anthropic', { deals: [deal] }), openai)).toContain(
        'Microsoft has a stake in Anthropic (model).',
      );
  });
});
