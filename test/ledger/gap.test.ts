import { describe, expect, it } from 'vitest';
import { gapOf } from '../../ledger/gap.ts';
import { type Day, parsePartialDay } from '../../model/day.ts';
import type { Pair, Scrutiny } from '../../model/ledger.ts';
import type { ScrutinyStatus } from '../../model/scrutiny.ts';
import { aPair } from '../db/world.ts';

const TODAY = '2026-06-01' as Day;

function aCase(status: ScrutinyStatus, date: string | null, authority = 'CMA'): Scrutiny {
  const step = { date: date ? parsePartialDay(date) : null, status, stage: status, sourceClass: 'official' as const };
  const history = [{ ...step, factIds: [], documentIds: [] }];
  return { authority, status, asOf: step.date, source: 'official', needsReview: null, history, proposed: [] };
}

function paid(date: string | null, knownSince: string | null = null): Pair['deals'] {
  const event = {
    id: 'e',
    date: date ? parsePartialDay(date) : null,
    value: 1e9,
    currency: 'USD',
    role: 'tranche' as const,
  };
  const rest = { low: null, high: null, instrument: null, factIds: [], documentIds: [], disputedBy: [] };
  const known = knownSince
    ? { knownSince: parsePartialDay(knownSince) as NonNullable<ReturnType<typeof parsePartialDay>> }
    : {};
  return [
    {
      id: 'd',
      kind: 'investment',
      certainty: 'done',
      factIds: [],
      events: [{ ...event, ...rest }],
      terms: [],
      ...known,
    },
  ];
}

describe('the gap of a pair', () => {
  it.each([
    ['no step, with a dated sum', { deals: paid('2026-05-01') }, 'none', 31],
    ['no step, known only from when it was told', { deals: paid(null, '2026-05-22') }, 'none', 10],
    ['no step and no day at all', { deals: paid(null) }, 'none', null],
    ['a step within a year', { scrutiny: [aCase('phase1', '2026-05-22')], deals: paid('2026-05-30') }, 'recent', 10],
    [
      'an old step, then money',
      { scrutiny: [aCase('no_jurisdiction', '2024-06-01')], deals: paid('2025-01-01') },
      'overtaken',
      730,
    ],
    [
      'an open case without a word for over a year',
      { scrutiny: [aCase('phase1', '2024-06-01')], deals: paid('2024-01-01') },
      'quiet',
      730,
    ],
    [
      'every case ended long ago',
      { scrutiny: [aCase('cleared', '2024-06-01')], deals: paid('2024-01-01') },
      'ended',
      730,
    ],
    ['an undated step', { scrutiny: [aCase('phase1', null)] }, 'quiet', null],
  ])('%s', (_, change, kind, days) => {
    expect(gapOf(aPair(change as Partial<Pair>), TODAY)).toMatchObject({ kind, days });
  });

  it('counts neither what one outlet alone tells nor a review of foreign investment', () => {
    const told = { ...aCase('phase1', '2026-05-22'), history: [], proposed: aCase('phase1', '2026-05-22').history };
    expect(gapOf(aPair({ scrutiny: [told], deals: paid('2026-05-01') }), TODAY).kind).toBe('none');
    expect(gapOf(aPair({ scrutiny: [aCase('phase1', '2026-05-22', 'CFIUS')] }), TODAY).kind).toBe('none');
  });

  it('takes a sum of the same vague month for nothing new', () => {
    const pair = aPair({ scrutiny: [aCase('cleared', '2024-06')], deals: paid('2024-06') });
    expect(gapOf(pair, TODAY).kind).toBe('ended');
  });
});
