import { describe, expect, it } from 'vitest';
import { assemble } from '../../ledger/index.ts';
import type { Term } from '../../model/deal.ts';
import { rateLookup } from '../../model/rate.ts';
import { exclusivity } from '../../rules/screens/exclusivity.ts';
import { aDealFact, aDocument, anAmountFact, aTermFact, day, documentsOf } from '../helpers/build.ts';

const at = (documentId: string) => ({ documentId, kind: 'cloud' as const });
const deal = (documentId: string) => aDealFact(at(documentId));
const term = (documentId: string, name: Term, background = false) => aTermFact(name, { ...at(documentId), background });
const documents = documentsOf(
  aDocument('2019', { published: '2019-07-22' }),
  aDocument('2024', { published: '2024-03-01' }),
  aDocument('2025', { published: '2025-01-21' }),
  aDocument('2026', { published: '2026-04-27' }),
);
const pairOf = (...facts: Parameters<typeof assemble>[0]) => {
  const [pair] = assemble([...facts, ...['2019', '2024', '2025', '2026'].map(deal)], documents);
  return pair as NonNullable<typeof pair>;
};
const told = (...facts: Parameters<typeof assemble>[0]) =>
  Object.fromEntries(
    pairOf(...facts).deals[0]?.terms.map((one) => [one.term, [one.since, one.until, one.endedBy]]) ?? [],
  );

describe('rights have a beginning and an end', () => {
  it('exclusive, then first refusal, then one of several', () => {
    const rights = told(
      term('2019', 'exclusive-provider'),
      term('2025', 'first-refusal'),
      term('2026', 'primary-provider'),
    );
    expect(rights).toEqual({
      'exclusive-provider': ['2019-07-22', '2025-01-21', 'first-refusal'],
      'first-refusal': ['2025-01-21', '2026-04-27', 'primary-provider'],
      'primary-provider': ['2026-04-27', undefined, undefined],
    });
  });

  it('what a page recalls neither ends a right nor brings it back', () => {
    expect(
      told(term('2019', 'exclusive-provider'), term('2025', 'first-refusal', true))['exclusive-provider']?.[1],
    ).toBeUndefined();
    const back = told(
      term('2019', 'exclusive-provider'),
      term('2025', 'first-refusal'),
      term('2026', 'exclusive-provider', true),
    );
    expect(back['exclusive-provider']?.[1]).toBe('2025-01-21');
  });

  it('news of the same right later brings it back', () => {
    const rights = told(
      term('2019', 'exclusive-provider'),
      term('2025', 'first-refusal'),
      term('2026', 'exclusive-provider'),
    );
    expect(rights['exclusive-provider']?.[1]).toBeUndefined();
  });

  it('two words for one right at one time end nothing', () => {
    const near = documentsOf(
      aDocument('2019', { published: '2019-07-22' }),
      aDocument('2024', { published: '2019-08-01' }),
    );
    const [pair] = assemble(
      [deal('2019'), deal('2024'), term('2019', 'exclusive-provider'), term('2024', 'primary-provider')],
      near,
    );
    expect(pair?.deals[0]?.terms.find((one) => one.term === 'exclusive-provider')).not.toHaveProperty('until');
  });

  it('the screen flags what stands, and lists what is over as a fact against', () => {
    const pair = pairOf(term('2019', 'exclusive-provider'), term('2025', 'first-refusal'));
    const flag = exclusivity.check(pair, { pairs: [pair], today: day('2026-06-01') });
    expect(flag).toMatchObject({ severity: 2 });
    expect(flag?.against.map(({ text }) => text)).toEqual([
      'Over: exclusive provider, 22 Jul 2019 to 21 Jan 2025, then right of first refusal.',
    ]);
    expect(exclusivity.check(pair, { pairs: [pair], today: day('2024-06-01') })?.severity).toBe(3);
  });

  it('the order of facts does not matter', () => {
    const facts = [term('2019', 'exclusive-provider'), term('2025', 'first-refusal'), term('2026', 'primary-provider')];
    expect(pairOf(...facts)).toEqual(pairOf(...facts.reverse()));
  });
});

describe('what is no purchase', () => {
  const bought = (documentId: string, confidence = 0.9) => aDealFact({ documentId, kind: 'acquisition', confidence });
  const kinds = (...facts: Parameters<typeof assemble>[0]) =>
    assemble(facts, documents)[0]?.deals.map(({ kind }) => kind) ?? [];

  it('a third of a firm that "belongs to" a group', () => {
    const stake = aTermFact('stake', { documentId: '2024', kind: 'investment', detail: '36 percent' });
    expect(kinds(bought('2024'), aDealFact({ documentId: '2024' }), stake)).toEqual(['investment']);
  });

  it('a supply told with more certainty in the same document', () => {
    expect(kinds(bought('2024', 0.8), aDealFact({ ...at('2024'), confidence: 0.95 }))).toEqual(['cloud']);
  });

  it('but a purchase with a price stands, and so does one that another document tells alone', () => {
    const price = anAmountFact(1_000_000_000, 'total', { documentId: '2024', kind: 'acquisition' });
    expect(kinds(bought('2024', 0.8), price, aDealFact({ ...at('2024'), confidence: 0.95 }))).toContain('acquisition');
    expect(kinds(bought('2025', 0.8), aDealFact({ ...at('2024'), confidence: 0.95 }))).toContain('acquisition');
    const whole = aTermFact('stake', { documentId: '2024', kind: 'acquisition', detail: '100%' });
    expect(kinds(bought('2024'), whole)).toEqual(['acquisition']);
  });
});

describe('sums without a date, and in other currencies', () => {
  const rates = rateLookup([{ currency: 'USD', day: day('2024-03-01'), perEuro: 1.1 }]);
  const paid = anAmountFact(10_000_000, 'tranche', { documentId: '2024', currency: 'EUR' });

  it('are placed on the day on which they were news, never dated by it', () => {
    const [pair] = assemble([aDealFact({ documentId: '2024' }), paid], documents);
    expect(pair?.deals[0]?.events[0]).toMatchObject({ date: null, reportedOn: '2024-03-01' });
  });

  it('are turned into dollars at the reference rate of their day; the original stays', () => {
    const [pair] = assemble([aDealFact({ documentId: '2024' }), paid], documents, rates);
    expect(pair).toMatchObject({ sums: { paid: { EUR: 10_000_000 } }, usd: { paid: 11_000_000 } });
  });

  it('stay out of the dollars when no rate is known', () => {
    const yen = anAmountFact(10_000_000, 'tranche', { documentId: '2024', currency: 'JPY' });
    const [pair] = assemble([aDealFact({ documentId: '2024' }), yen, paid], documents, rates);
    expect(pair).not.toHaveProperty('usd');
  });
});
