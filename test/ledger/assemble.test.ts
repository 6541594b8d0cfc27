import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../ledger/index.ts';
import type { Fact } from '../../model/fact.ts';
import { aDealFact, aDocument, anAmountFact, aScrutinyFact, aTermFact, documentsOf } from '../helpers/build.ts';

const bn = 1_000_000_000;

const documents = documentsOf(
  aDocument('sep23', { published: '2023-09-25' }),
  aDocument('mar24', { published: '2024-03-27' }),
  aDocument('copy', { published: '2024-03-28' }),
  aDocument('nov24', { published: '2024-11-22' }),
  aDocument('recap', { published: '2025-02-01' }),
  aDocument('apr26', { published: '2026-04-20' }),
);

/** Amazon and Anthropic as five notes and a look back would tell it. */
const amazonAnthropic: Fact[] = [
  aDealFact({ documentId: 'sep23' }),
  anAmountFact(1.25 * bn, 'tranche', { documentId: 'sep23', date: '2023-09-25' }),
  anAmountFact(4 * bn, 'ceiling', { documentId: 'sep23', date: '2023-09-25' }),
  aDealFact({ documentId: 'sep23', kind: 'cloud' }),
  aTermFact('primary-provider', { documentId: 'sep23', kind: 'cloud' }),
  aDealFact({ documentId: 'mar24' }),
  anAmountFact(2.75 * bn, 'tranche', { documentId: 'mar24', date: '2024-03-27' }),
  anAmountFact(4 * bn, 'total', { documentId: 'mar24' }),
  aDealFact({ documentId: 'mar24', kind: 'cloud' }),
  anAmountFact(4 * bn, 'commitment', { documentId: 'mar24', kind: 'cloud' }),
  aDealFact({ documentId: 'copy' }),
  anAmountFact(2.75 * bn, 'tranche', { documentId: 'copy', date: '2024-03' }),
  aDealFact({ documentId: 'nov24' }),
  anAmountFact(4 * bn, 'tranche', { documentId: 'nov24', date: '2024-11-22' }),
  anAmountFact(8 * bn, 'total', { documentId: 'nov24' }),
  aDealFact({ documentId: 'recap', background: true, confidence: 0.8, acquirer: 'AWS', target: 'Anthropic PBC' }),
  anAmountFact(8 * bn, 'total', { documentId: 'recap', background: true }),
  anAmountFact(4 * bn, 'tranche', { documentId: 'recap', background: true }),
];

const later: Fact[] = [
  aDealFact({ documentId: 'apr26' }),
  anAmountFact(5 * bn, 'tranche', { documentId: 'apr26', date: '2026-04-20' }),
  anAmountFact(20 * bn, 'future', { documentId: 'apr26' }),
  aDealFact({ documentId: 'apr26', kind: 'cloud' }),
  anAmountFact(100 * bn, 'commitment', { documentId: 'apr26', kind: 'cloud', date: '2026-04-20' }),
];

const only = (facts: Fact[]) => {
  const pairs = assemble(facts, documents);
  expect(pairs).toHaveLength(1);
  return pairs[0] as (typeof pairs)[number];
};
const told = (facts: Fact[], kind = 'investment') =>
  only(facts)
    .deals.find((deal) => deal.kind === kind)
    ?.events.map((event) => [event.role, event.date, (event.value ?? 0) / bn]);

describe('Amazon and Anthropic from several notes', () => {
  it('has each payment once, with its day', () => {
    const events = told(amazonAnthropic)?.filter(([role]) => role === 'tranche');
    expect(events).toEqual([
      ['tranche', '2023-09-25', 1.25],
      ['tranche', '2024-03-27', 2.75],
      ['tranche', '2024-11-22', 4],
    ]);
  });

  it('pays 8 billion: ceiling and totals are not added', () => {
    expect(only(amazonAnthropic).sums).toEqual({ paid: { USD: 8 * bn }, committed: { USD: 4 * bn }, ceiling: {} });
  });

  it('goes on from there when more is paid and the commitment expanded', () => {
    expect(only([...amazonAnthropic, ...later]).sums).toEqual({
      paid: { USD: 13 * bn },
      committed: { USD: 100 * bn },
      ceiling: {},
    });
  });

  it('keeps the ceiling while payments have not reached it', () => {
    const first = amazonAnthropic.filter((fact) => fact.documentId === 'sep23');
    expect(only(first).sums).toEqual({ paid: { USD: 1.25 * bn }, committed: {}, ceiling: { USD: 4 * bn } });
  });

  it('names the group whichever part of it acts, and lists the documents newest first', () => {
    const pair = only(amazonAnthropic);
    expect([pair.id, pair.acquirer, pair.target, pair.layer]).toEqual([
      'amazon--anthropic',
      'Amazon',
      'Anthropic',
      'model',
    ]);
    expect(pair.documentIds).toEqual(['recap', 'nov24', 'copy', 'mar24', 'sep23']);
  });

  it('shows which facts and documents tell a sum', () => {
    const second = only(amazonAnthropic).deals[0]?.events.find((event) => event.value === 2.75 * bn);
    expect(second?.documentIds).toEqual(['copy', 'mar24']);
    expect(second?.factIds).toHaveLength(2);
    expect(second?.disputedBy).toEqual([]);
  });
});

describe('the order of facts', () => {
  const all = [...amazonAnthropic, ...later, aScrutinyFact('phase1', { documentId: 'recap', date: '2024-08-08' })];
  const expected = assemble(all, documents);

  it('changes nothing, nor do facts handed in twice', () => {
    const mixed = fc.shuffledSubarray(all, { minLength: all.length });
    fc.assert(
      fc.property(mixed, fc.subarray(all), (shuffled, again) => {
        expect(assemble([...again, ...shuffled], documents)).toEqual(expected);
      }),
    );
  });

  it('changes nothing for any facts at all', () => {
    const ids = ['sep23', 'mar24', 'copy', 'nov24', 'recap', 'unknown'];
    const dates = [undefined, '2023', '2024-03', '2024-03-20', '2024-03-27', '2024-04-02', '2024-11-22'];
    const amount = fc
      .record({
        value: fc.constantFrom(1, 1.01, 1.03, 2, 3.99, 4, 8).map((n) => n * bn),
        role: fc.constantFrom('tranche', 'total', 'ceiling', 'future', 'commitment', 'fee', 'round' as const),
        kind: fc.constantFrom('investment', 'acquisition', 'acquihire', 'cloud' as const),
        documentId: fc.constantFrom(...ids),
        date: fc.constantFrom(...dates),
        background: fc.boolean(),
      })
      .map(({ value, role, date, ...rest }) => [
        aDealFact({ ...rest, confidence: 0.5 }),
        anAmountFact(value, role, { ...rest, ...(date ? { date } : {}) }),
      ]);
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (amounts, random) => {
        const facts = amounts.flat();
        const keyed = facts.map((fact) => ({ fact, key: random.next().value }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ fact }) => fact);
        expect(assemble([...shuffled, ...facts], documents)).toEqual(assemble(facts, documents));
      }),
    );
  });
});
