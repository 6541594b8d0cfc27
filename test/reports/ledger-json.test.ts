import { describe, expect, it } from 'vitest';
import type { Day, Instant, PartialDay } from '../../model/day.ts';
import { daysWithoutScrutiny } from '../../model/gap.ts';
import { ledgerJson } from '../../reports/ledger-json.ts';
import { anEntry } from './entry.ts';

const asOf = '2024-12-02T08:00:00.000Z' as Instant;
const step = {
  date: '2024-09-27' as PartialDay,
  status: 'no_jurisdiction' as const,
  stage: 'Found not to qualify',
  sourceClass: 'official' as const,
  factIds: [],
  documentIds: ['d2'],
};
const cell = {
  authority: 'CMA',
  status: 'no_jurisdiction' as const,
  asOf: step.date,
  source: 'official' as const,
  needsReview: null,
  history: [step],
  proposed: [],
};

describe('the ledger as JSON', () => {
  it('has the agreed shape, each figure and flag with its documents', () => {
    const entry = anEntry({ pair: { scrutiny: [cell] } });
    const checked = '2024-12-01T07:00:00.000Z' as Instant;
    expect(ledgerJson([entry], new Map([['CMA', checked]]), asOf)).toMatchObject({
      version: 1,
      asOf,
      pairs: [
        {
          acquirer: 'Amazon',
          target: 'Anthropic',
          deals: [
            {
              kind: 'investment',
              events: [
                { date: '2023-09', value: 4e9, role: 'tranche', documents: ['d1'] },
                { documents: ['d1', 'd2'] },
              ],
            },
            { kind: 'cloud', events: [] },
          ],
          sums: { paid: { USD: 8e9 }, committed: { USD: 4e9 }, ceiling: {} },
          flags: [{ rule: 'round-trip', severity: 2, documents: ['d1', 'd2'], decision: null }],
          scrutiny: [
            {
              authority: 'CMA',
              status: 'no_jurisdiction',
              source: 'official',
              checked,
              history: [{ stage: 'Found not to qualify' }],
            },
          ],
          daysWithoutScrutiny: null,
        },
      ],
    });
  });
  it('says that a register was never read by a null, not by silence', () => {
    const out = JSON.parse(JSON.stringify(ledgerJson([anEntry({ pair: { scrutiny: [cell] } })], new Map(), asOf)));
    expect(out.pairs[0].scrutiny[0].checked).toBeNull();
  });
});

describe('days without scrutiny', () => {
  const today = '2024-12-02' as Day;
  it('count from the last day that the month of the first sum can mean', () =>
    expect(daysWithoutScrutiny(anEntry().pair, today)).toBe(429));
  it('are not counted once an authority has moved', () =>
    expect(daysWithoutScrutiny(anEntry({ pair: { scrutiny: [cell] } }).pair, today)).toBeNull());
  it('are not invented when no sum is dated', () =>
    expect(daysWithoutScrutiny(anEntry({ pair: { deals: [] } }).pair, today)).toBeNull());
});
