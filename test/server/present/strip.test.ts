import { describe, expect, it } from 'vitest';
import { type Day, parsePartialDay } from '../../../model/day.ts';
import { stripAxis } from '../../../server/present/strip.ts';
import { aPair } from '../../db/world.ts';

const TODAY = '2026-06-01' as Day;

function stepped(date: string) {
  const step = { date: parsePartialDay(date), status: 'phase1' as const, stage: 'phase1' as const };
  const history = [{ ...step, sourceClass: 'official' as const, factIds: [], documentIds: [] }];
  return aPair({ scrutiny: [{ authority: 'CMA', latest: null, history, proposed: null }] as never });
}

const labels = (first: string) => stripAxis([stepped(first)], TODAY).years.map(({ label }) => label);

describe('the years above the strips', () => {
  it('are written in full where there is room, else by their last two digits', () => {
    expect(labels('2024-03-01')).toEqual(['2024', '2025', '2026']);
    expect(labels('2022-03-01')).toEqual(['’22', '’23', '’24', '’25', '’26']);
  });

  it('are the last six at most', () => {
    expect(labels('2015-03-01')).toEqual(['’21', '’22', '’23', '’24', '’25', '’26']);
  });
});
