import { describe, expect, it } from 'vitest';
import type { DealKind, Term } from '../../model/deal.ts';
import type { Deal, Pair } from '../../model/ledger.ts';
import type { StatedShare } from '../../model/market.ts';
import { nascentCompetitor } from '../../rules/screens/nascent-competitor.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../helpers/build.ts';

const check = (pair: Pair, shares: StatedShare[] = []) =>
  nascentCompetitor.check(pair, { pairs: [pair], today: day('2026-06-01'), shares });
const deal = (acquirer: string, target: string, kind: DealKind, date: string, term?: Term, more: Partial<Deal> = {}) =>
  aPair({
    acquirer,
    target,
    deals: [aDeal(kind, { events: [anEvent(null, 'total', { date })], terms: term ? [aTerm(term)] : [], ...more })],
  });
const share = (company: string, percent: number): StatedShare => ({
  company,
  market: 'Robot arms',
  territory: 'World',
  share: percent,
  asOf: day('2025'),
  source: 'Annual report',
});

describe('a list kept by hand', () => {
  it('is never passed off as a finding: the source is of the market, and the statement says so of the sellers', () => {
    const flag = check(deal('Nvidia', 'Groq', 'acquihire', '2025-12-24'));
    expect(flag?.for.map(({ text }) => text).join(' ')).toMatch(
      /both sell AI accelerators \(market: Autorité .*; sellers: a list kept by hand\)\./,
    );
    expect(flag?.missing.join(' ')).not.toContain('by hand');
    const own = check(deal('Nvidia', 'Tiny Arms', 'acquisition', '2024-01-01'), []);
    expect((own?.for ?? []).map(({ text }) => text).join(' ')).not.toContain('by hand');
  });
});

it('does not call done what was called off', () => {
  const flag = check(deal('OpenAI', 'Windsurf', 'acquisition', '2025-05-06', undefined, { certainty: 'ended' }));
  expect(flag?.why).toContain('OpenAI was to buy Windsurf');
  expect(flag?.for[0]?.text).toBe('OpenAI was to buy Windsurf.');
});

describe('nascent-competitor must flag', () => {
  const cases: [string, Pair, number][] = [
    ['a young maker of what the acquirer makes', deal('Nvidia', 'Groq', 'acquihire', '2025-12-24'), 2],
    [
      'the same by a firm outside the six with a third of a market',
      deal('Intel', 'Habana Labs', 'acquisition', '2019-12-16'),
      2,
    ],
    [
      'a purchase after which the product was closed',
      deal('AMD', 'Untether AI', 'acquihire', '2025-06-05', 'product-closed'),
      3,
    ],
    [
      'a purchase that was called off',
      deal('OpenAI', 'Windsurf', 'acquisition', '2025-05-06', undefined, { certainty: 'ended' }),
      2,
    ],
  ];
  for (const [name, pair, severity] of cases) {
    it(name, () => {
      expect(check(pair)?.severity).toBe(severity);
      expect(check(pair)?.why.length).toBeLessThanOrEqual(60);
    });
  }

  it('two firms to which an analyst gave shares of one market', () => {
    const flag = check(deal('Adobe', 'Tiny Arms', 'acquisition', '2026-01-01'), [
      share('Adobe', 35),
      share('Tiny Arms', 2),
    ]);
    expect(flag).toMatchObject({ severity: 2, missing: expect.arrayContaining(['How old is Tiny Arms?']) });
  });
});

describe('nascent-competitor must stay quiet on', () => {
  const cases: [string, Pair][] = [
    ['a complement', deal('Nvidia', 'Run:ai', 'acquisition', '2024-04-24')],
    ['an acquirer that was not in the product yet', deal('Microsoft', 'Adept', 'acquisition', '2022-10-01')],
    ['an acquirer without strength in any market', deal('Salesforce', 'Cohere', 'acquisition', '2025-05-15')],
    ['a stake', deal('Google', 'Anthropic', 'investment', '2023-10-27')],
    ['talks', deal('Meta', 'Character.AI', 'acquisition', '2024-05-01', undefined, { certainty: 'reported' })],
    ['an old firm', deal('Nvidia', 'Mellanox', 'acquisition', '2020-12-01')],
    ['a firm that nobody has placed in a market', deal('Meta', 'Nowhere Robots', 'acquisition', '2025-08-08')],
  ];
  for (const [name, pair] of cases) it(name, () => expect(check(pair)).toBeNull());
});
