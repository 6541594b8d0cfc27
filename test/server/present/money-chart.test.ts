import { describe, expect, it } from 'vitest';
import type { AmountRole } from '../../../model/amount.ts';
import { type Day, parsePartialDay } from '../../../model/day.ts';
import type { DealEvent, Pair } from '../../../model/ledger.ts';
import { BROAD, moneyChart, NARROW } from '../../../server/present/money-chart.ts';
import { aPair } from '../../db/world.ts';

const TODAY = '2026-06-01' as Day;

function aSum(role: AmountRole, value: number, date: string | null): DealEvent {
  const said = { date: date ? parsePartialDay(date) : null, value, currency: 'USD', role };
  const rest = { low: null, high: null, instrument: null, factIds: [], documentIds: [], disputedBy: [] };
  return { id: `${role}-${value}-${date}`, ...said, ...rest };
}

function withSums(events: DealEvent[], change: Partial<Pair> = {}): Pair {
  const deal = { id: 'alpha--beta--investment', kind: 'investment' as const, certainty: 'done' as const };
  const deals = [{ ...deal, factIds: [], events, terms: [] }];
  return aPair({ deals, sums: { paid: { USD: 3e9 }, committed: {}, ceiling: {} }, ...change });
}

const aStep = (date: string, status: 'phase1' | 'cleared') => ({
  date: parsePartialDay(date),
  status,
  stage: status,
  sourceClass: 'official' as const,
  factIds: [],
  documentIds: [],
});

const aCase = (steps: ReturnType<typeof aStep>[]) => {
  const rest = { asOf: null, source: 'official' as const, needsReview: null, proposed: [] };
  return { authority: 'CMA', status: 'phase1' as const, history: steps, ...rest };
};

describe('the drawing of money and scrutiny', () => {
  it('rises at each payment to all that was put in, and stays inside its frame', () => {
    const chart = moneyChart(
      withSums([aSum('tranche', 1e9, '2024-02-01'), aSum('tranche', 2e9, '2025-02-01')]),
      TODAY,
      BROAD,
    );
    const heights = [...(chart?.line ?? '').matchAll(/V([\d.]+)/g)].map((m) => Number(m[1]));
    expect(heights).toHaveLength(2);
    const rise = (at: number) => (chart?.plot.bottom ?? 0) - (heights[at] ?? 0);
    expect(rise(1) / rise(0)).toBeCloseTo(3, 1);
    const xs = [...(chart?.line ?? '').matchAll(/[MH]([\d.]+)/g)].map((m) => Number(m[1]));
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(Math.max(...xs)).toBeLessThanOrEqual(chart?.plot.right ?? 0);
  });

  it('adds no total to its parts, and no ceiling, promise or spend to what was put in', () => {
    const parts = [aSum('tranche', 1e9, '2024-02'), aSum('tranche', 2e9, '2025-02')];
    const more = [aSum('total', 3e9, '2025-03'), aSum('ceiling', 9e9, '2025-03'), aSum('commitment', 50e9, '2025-03')];
    expect(moneyChart(withSums([...parts, ...more]), TODAY, BROAD)?.line).toBe(
      moneyChart(withSums(parts), TODAY, BROAD)?.line,
    );
  });

  it('lifts to a total that is more than the payments with a date', () => {
    const chart = moneyChart(withSums([aSum('tranche', 1e9, '2024-02'), aSum('total', 3e9, '2025-03')]), TODAY, BROAD);
    expect(chart?.steps.map((step) => step.text)).toEqual(['+$1bn', '$3bn in all']);
  });

  it('puts a sum without a date where it was first told, and says so', () => {
    const pair = withSums([aSum('tranche', 1e9, null)]);
    expect(moneyChart(pair, TODAY, BROAD)).toBeNull();
    const chart = moneyChart(pair, TODAY, BROAD, () => parsePartialDay('2024-05-06'));
    expect(chart?.steps).toMatchObject([{ text: '+$1bn', date: 'told 6 May 2024' }]);
    expect(chart?.undated).toBe(0);
  });

  it('keeps labels apart and always names the newest', () => {
    const months = Array.from({ length: 12 }, (_, i) =>
      aSum('tranche', 1e9, `2025-${String(i + 1).padStart(2, '0')}-01`),
    );
    for (const size of [BROAD, NARROW]) {
      const steps = moneyChart(withSums(months), TODAY, size)?.steps ?? [];
      expect(steps.at(-1)?.date).toBe('1 Dec 2025');
      const gaps = steps.slice(1).map((step, i) => step.x - (steps[i]?.x ?? 0));
      expect(Math.min(size.labelRoom, ...gaps)).toBe(size.labelRoom);
    }
  });

  it('shades the time since the last known step, and draws an open step until today', () => {
    const open = moneyChart(withSums([], { scrutiny: [aCase([aStep('2026-01-01', 'phase1')])] }), TODAY, BROAD);
    expect(open?.gap?.text).toBe('151 days, no known step');
    expect(open?.lanes[0]?.spans).toHaveLength(1);
    const ended = moneyChart(
      withSums([], { scrutiny: [aCase([aStep('2025-01-01', 'phase1'), aStep('2026-06-01', 'cleared')])] }),
      TODAY,
      BROAD,
    );
    expect(ended?.gap).toBeNull();
    expect(ended?.lanes[0]?.marks.map((mark) => mark.open)).toEqual([true, false]);
  });

  it('leaves out what is talked of, called off or in another currency, and draws nothing of nothing', () => {
    const pair = withSums([
      aSum('tranche', 1e9, '2024-02-01'),
      { ...aSum('tranche', 5e9, '2024-03-01'), currency: 'EUR' },
    ]);
    const reported = { ...pair, deals: pair.deals.map((deal) => ({ ...deal, certainty: 'reported' as const })) };
    expect(moneyChart(pair, TODAY, BROAD)?.steps).toHaveLength(1);
    expect(moneyChart(reported, TODAY, BROAD)).toBeNull();
    expect(moneyChart(aPair(), TODAY, BROAD)).toBeNull();
  });
});
