import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../ledger/index.ts';
import { AMOUNT_ROLES } from '../../model/amount.ts';
import { CERTAINTIES, DEAL_KINDS, TERMS } from '../../model/deal.ts';
import type { Fact } from '../../model/fact.ts';
import { SCRUTINY_STATUSES } from '../../model/scrutiny.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { rules } from '../../rules/index.ts';
import { ledgerView } from '../../rules/ledger-view.ts';
import { asSeenByOthers, seenByOthers } from '../../rules/neighbours.ts';
import { WHY_LENGTH } from '../../rules/saying.ts';
import { scorePair } from '../../rules/score.ts';
import { aDealFact, aDocument, anAmountFact, aScrutinyFact, aTermFact, day, documentsOf } from '../helpers/build.ts';

/** Whatever was read, however odd: the screens answer, the same each time. */

const documents = documentsOf(
  aDocument('d1', { published: '2024-01-10' }),
  aDocument('d2', { published: '2025-06-10', sourceClass: 'official' }),
  aDocument('d3'),
);
const today = day('2026-06-01');
const shares = ['Amazon', 'OpenAI', 'Anthropic', 'Nvidia'].map((company) => ({
  company,
  market: 'Everything',
  territory: 'World',
  share: 25,
  asOf: day('2025'),
  source: 'A report',
}));

const where = fc.record({
  documentId: fc.constantFrom('d1', 'd2', 'unknown'),
  acquirer: fc.constantFrom(
    'Amazon',
    'Nvidia',
    'Oracle',
    'CoreWeave',
    'OpenAI',
    'A Rather Long Name For A Group That Nobody Has Heard Of',
  ),
  target: fc.constantFrom(
    'Anthropic',
    'OpenAI',
    'Nvidia',
    'CoreWeave',
    'Another Long Name For A Firm Nobody Has Heard Of {}',
  ),
  kind: fc.constantFrom('investment', 'investment', 'investment', ...DEAL_KINDS),
  background: fc.boolean(),
});
const date = fc.constantFrom('2019', '2023-09', '2024-01-05', '2025-06-01', '2030-01-01', null);
const detail = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.constantFrom('49%', 'exclusive (2019 - Jan 2025)', '60–80 % of staff'),
);
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .tuple(where, fc.constantFrom('done', 'done', ...CERTAINTIES))
    .map(([at, certainty]) => aDealFact({ ...at, certainty })),
  fc
    .tuple(where, fc.constantFrom(...AMOUNT_ROLES), fc.nat(2e11), fc.constantFrom('USD', 'EUR', 'JPY'), date)
    .map(([at, role, value, currency, on]) =>
      anAmountFact(value, role, { ...at, currency, ...(on ? { date: on } : {}) }),
    ),
  fc
    .tuple(where, fc.constantFrom(...TERMS), detail)
    .map(([at, term, words]) => aTermFact(term, { ...at, detail: words })),
  fc
    .tuple(where, fc.constantFrom(...SCRUTINY_STATUSES), date)
    .map(([{ documentId, acquirer, target }, status, on]) =>
      aScrutinyFact(status, { documentId, acquirer, target, date: on }),
    ),
);
const ledger = fc.array(fact, { maxLength: 80, size: 'max' }).map((facts) => assemble(facts, documents));

describe('on any ledger', () => {
  it('no screen throws, reasons fit a line, and scores stay in bounds', () => {
    fc.assert(
      fc.property(ledger, (pairs) => {
        for (const pair of pairs) {
          const { flags, errors } = evaluate(pair, { pairs, today, shares });
          expect(errors).toEqual([]);
          expect(flags.map((flag) => flag.why.length > WHY_LENGTH || flag.why === '')).not.toContain(true);
          expect(flags.every((flag) => flag.pairId === pair.id && flag.for.length > 0)).toBe(true);
          const { score } = scorePair(pair, flags);
          expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('the order of the ledger changes no flag', () => {
    fc.assert(
      fc.property(ledger, (pairs) => {
        const turned = [...pairs].reverse();
        for (const pair of pairs)
          expect(evaluate(pair, { pairs: turned, today, shares })).toEqual(evaluate(pair, { pairs, today, shares }));
      }),
    );
  });

  it('what is kept of other pairs gives the flags that the whole pairs give', () => {
    fc.assert(
      fc.property(ledger, (pairs) => {
        const kept = ledgerView(pairs.map(asSeenByOthers));
        for (const pair of pairs) {
          expect(evaluate(pair, { pairs: kept, today, shares })).toEqual(evaluate(pair, { pairs, today, shares }));
          expect(seenByOthers(asSeenByOthers(asSeenByOthers(pair)))).toBe(seenByOthers(asSeenByOthers(pair)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('sums are never negative and never count a ceiling or a round', () => {
    fc.assert(
      fc.property(ledger, (pairs) => {
        for (const { sums, deals } of pairs) {
          const most = deals.flatMap((deal) => deal.events).filter((e) => e.role !== 'ceiling' && e.role !== 'round');
          for (const [currency, value] of Object.entries(sums.paid)) {
            const all = most.filter((e) => e.currency === currency).reduce((sum, e) => sum + (e.value ?? 0), 0);
            expect(value).toBeGreaterThan(0);
            expect(value).toBeLessThanOrEqual(all);
          }
        }
      }),
    );
  });

  it('each screen but those for long series and loops of three does fire', () => {
    const fired = new Set<string>();
    for (const pairs of fc.sample(ledger, { numRuns: 300, seed: 7 })) {
      for (const pair of pairs) for (const flag of evaluate(pair, { pairs, today, shares }).flags) fired.add(flag.rule);
    }
    expect([...fired].sort()).toEqual(
      rules
        .map((rule) => rule.id)
        .filter((id) => id !== 'serial-acquisition' && id !== 'circular-financing')
        .sort(),
    );
  });
});
