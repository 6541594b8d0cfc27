import { describe, expect, it } from 'vitest';
import { type Day, parsePartialDay } from '../../model/day.ts';
import { daysToFirstSteps, daysWithoutScrutiny, gapOf } from '../../model/gap.ts';
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

  it('begins no gap for what was called off, whatever an authority did about it', () => {
    const [deal] = paid('2024-01-01');
    const ended = [{ ...(deal as Pair['deals'][number]), certainty: 'ended' as const }];
    const nothing = { kind: 'called-off', days: null, since: null };
    expect(gapOf(aPair({ deals: ended }), TODAY)).toMatchObject(nothing);
    expect(gapOf(aPair({ deals: ended, scrutiny: [aCase('challenged', '2024-02-01')] }), TODAY)).toMatchObject(nothing);
    expect(daysWithoutScrutiny(aPair({ deals: ended }), TODAY)).toBeNull();
    // Another deal of the two stands: it is counted, and from its own day.
    const both = aPair({ deals: [...ended, ...paid(null, '2026-05-22')] });
    expect(gapOf(both, TODAY)).toMatchObject({ kind: 'none', days: 10, from: 'told' });
  });

  it('counts from the first word of a deal where its sums have no day, and not from the day on which a promise is due', () => {
    const [deal] = paid(null);
    const event = deal?.events[0] as Pair['deals'][number]['events'][number];
    const told = { ...event, reportedOn: parsePartialDay('2026-05-22') as NonNullable<typeof event.date> };
    const due = { ...event, role: 'future' as const, date: parsePartialDay('2026-01-05') };
    const pair = aPair({ deals: [{ ...(deal as Pair['deals'][number]), events: [told, due] }] });
    expect(gapOf(pair, TODAY)).toMatchObject({ days: 10, from: 'told', since: '2026-05-22' });
    expect(daysWithoutScrutiny(pair, TODAY)).toBe(10);
  });

  it('is overtaken by spend that is told of after the last step, not by a total that is told again', () => {
    const [deal] = paid('2024-01-01');
    const event = deal?.events[0] as Pair['deals'][number]['events'][number];
    const later = (role: 'commitment' | 'total') => ({
      ...event,
      role,
      date: null,
      reportedOn: parsePartialDay('2025-10-28') as NonNullable<typeof event.date>,
    });
    const kindAfter = (role: 'commitment' | 'total') =>
      gapOf(
        aPair({
          deals: [{ ...(deal as Pair['deals'][number]), events: [event, later(role)] }],
          scrutiny: [aCase('no_jurisdiction', '2025-03-05')],
        }),
        TODAY,
      ).kind;
    expect(kindAfter('commitment')).toBe('overtaken');
    expect(kindAfter('total')).toBe('ended');
  });

  it('takes a case that ended on no known day for ended', () => {
    expect(gapOf(aPair({ scrutiny: [aCase('cleared', null)] }), TODAY)).toMatchObject({ kind: 'ended', days: null });
  });

  it('tells how long each authority took, from the same day', () => {
    const pair = aPair({ deals: paid(null, '2024-04-20'), scrutiny: [aCase('phase1', '2024-05-20')] });
    expect(daysToFirstSteps(pair)).toEqual([{ authority: 'CMA', days: 30 }]);
    // An older deal of the two is not what the authority looked at; a deal first told of by the authority gives no days.
    const [older] = paid('2023-06-29');
    const both = aPair({ deals: [...pair.deals, older as Pair['deals'][number]], scrutiny: pair.scrutiny });
    expect(daysToFirstSteps(both)).toEqual([{ authority: 'CMA', days: 30 }]);
    const byAuthority = aPair({ deals: paid(null, '2024-05-20'), scrutiny: [aCase('phase1', '2024-05-20')] });
    expect(daysToFirstSteps(byAuthority)).toEqual([]);
  });

  it('takes a case that was passed on and ended elsewhere for ended', () => {
    const scrutiny = [aCase('cleared', '2024-12-20', 'EC'), aCase('monitoring', null, 'AGCM')];
    expect(gapOf(aPair({ deals: paid('2024-04-20'), scrutiny }), TODAY).kind).toBe('ended');
    expect(gapOf(aPair({ scrutiny: [aCase('monitoring', null, 'AGCM')] }), TODAY).kind).toBe('quiet');
  });
});
