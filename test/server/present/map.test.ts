import { describe, expect, it } from 'vitest';
import type { LedgerPair } from '../../../db/ledger/ledger.ts';
import { type Day, parsePartialDay } from '../../../model/day.ts';
import type { DealKind } from '../../../model/deal.ts';
import type { Pair } from '../../../model/ledger.ts';
import { mapDrawing } from '../../../server/present/map-layout.ts';
import { type Tie, tiesOn } from '../../../server/present/map-ties.ts';
import { aPair } from '../../db/world.ts';

const TODAY = '2026-06-01' as Day;

function aDeal(
  kind: DealKind,
  date: string | null,
  certainty: 'done' | 'reported' | 'ended' = 'done',
): Pair['deals'][number] {
  const role = kind === 'cloud' ? ('commitment' as const) : ('tranche' as const);
  const event = { id: `${kind}-${date}`, date: date ? parsePartialDay(date) : null, value: 2e9, currency: 'USD', role };
  const rest = { low: null, high: null, instrument: null, factIds: [], documentIds: [], disputedBy: [] };
  return { id: kind, kind, certainty, factIds: [], events: [{ ...event, ...rest }], terms: [] };
}

function entry(deals: Pair['deals'], sums: Partial<Pair['sums']> = {}): LedgerPair {
  const pair = aPair({ deals, sums: { paid: {}, committed: {}, ceiling: {}, ...sums } });
  return { pair, flags: [], score: 10, band: 'Low', floor: false, updatedAt: '' as never, firstSeenAt: '' as never };
}

describe('ties on a day', () => {
  it('go both ways when money goes in and spend comes back, and say what is unknown', () => {
    const deals = [aDeal('investment', '2024-02-01'), aDeal('cloud', '2025-02-01')];
    const [loop] = tiesOn([entry(deals, { paid: { USD: 2e9 } })], TODAY, TODAY);
    expect(loop).toMatchObject({ isLoop: true, in: { usd: 2e9 }, back: { usd: null } });
    const talks = [aDeal('investment', '2024-02-01', 'reported'), aDeal('cloud', '2025-02-01')];
    expect(tiesOn([entry(talks)], TODAY, TODAY)).toMatchObject([{ isLoop: false, in: { usd: null } }]);
  });

  it('are as they were known on an earlier day', () => {
    const deals = [aDeal('investment', '2024-02-01'), aDeal('cloud', '2025-02-01')];
    const known = entry(deals, { paid: { USD: 2e9 }, committed: { USD: 2e9 } });
    expect(tiesOn([known], '2024-06-01' as Day, TODAY)).toMatchObject([
      { isLoop: false, in: { usd: 2e9 }, back: null },
    ]);
    expect(tiesOn([known], '2023-06-01' as Day, TODAY)).toEqual([]);
  });

  it('leave out what was called off and what is a partnership alone, and name what is talk alone', () => {
    expect(tiesOn([entry([aDeal('investment', '2024-02', 'ended')])], TODAY, TODAY)).toEqual([]);
    expect(tiesOn([entry([aDeal('partnership', '2024-02')])], TODAY, TODAY)).toEqual([]);
    expect(tiesOn([entry([aDeal('acquisition', null, 'reported')])], TODAY, TODAY)).toMatchObject([
      { isReported: true },
    ]);
  });
});

function aTie(acquirer: string, target: string, change: Partial<Tie> = {}): Tie {
  const id = `${acquirer}--${target}`;
  const flows = { in: { usd: 1e9 }, back: { usd: 4e9 }, isLoop: true, recapture: { ratio: 4, atLeast: false } };
  return { id, link: `/deals/${id}`, acquirer, target, layer: null, isReported: false, score: 1, ...flows, ...change };
}

/** As many ties as make a crowded map: 40 funders, 160 funded. */
const crowd = Array.from({ length: 240 }, (_, i) => aTie(`Funder ${i % 40}`, `Firm ${(i * 7) % 160}`, { id: `t${i}` }));

describe('the drawing of the map', () => {
  it('is the same each time, in whatever order ties come', () => {
    expect(mapDrawing([...crowd].reverse())).toEqual(mapDrawing(crowd));
    expect(mapDrawing([])).toBeNull();
  });

  it('puts funders on both sides and the funded in the middle', () => {
    const columns = new Map(mapDrawing(crowd)?.nodes.map((node) => [node.name, node.column]));
    expect(columns.get('Firm 7')).toBe('middle');
    expect(new Set(Array.from({ length: 40 }, (_, i) => columns.get(`Funder ${i}`)))).toEqual(
      new Set(['left', 'right']),
    );
  });

  it('lets no company cover another, and keeps all inside the frame, with 200 companies', () => {
    const drawing = mapDrawing(crowd);
    expect(drawing?.nodes).toHaveLength(200);
    for (const column of ['left', 'middle', 'right']) {
      const own = (drawing?.nodes ?? []).filter((node) => node.column === column).sort((a, b) => a.y - b.y);
      own.slice(1).forEach((node, i) => {
        const above = own[i];
        expect(node.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
      });
    }
    const numbers = (drawing?.bands ?? []).flatMap(({ path }) => path.match(/-?[\d.]+/g) ?? []).map(Number);
    expect(Math.max(...(drawing?.nodes ?? []).map((node) => node.y + node.height))).toBeLessThan(drawing?.height ?? 0);
    expect(numbers.every((n) => Number.isFinite(n) && n >= 0)).toBe(true);
  });

  it('draws a loop in two colours and a one-way tie in grey, the larger the wider, the unknown dashed', () => {
    const oneWay = { back: null, isLoop: false };
    const ties = [
      aTie('A', 'X'),
      aTie('B', 'X', { ...oneWay, in: { usd: null } }),
      aTie('C', 'Y', { ...oneWay, in: { usd: 16e9 } }),
    ];
    const bands = mapDrawing(ties)?.bands ?? [];
    const of = (id: string) => bands.filter((band) => band.link.endsWith(id));
    expect(of('A--X').map(({ tone }) => tone)).toEqual(['in', 'back']);
    expect(of('A--X')[1]?.width).toBeCloseTo((of('A--X')[0]?.width ?? 0) * 2, 0);
    expect(of('B--X')).toMatchObject([{ tone: 'one', unknown: true, width: 1.5 }]);
    expect(of('C--Y')[0]?.width).toBe(16);
  });

  it('takes a tie between two funders round the outside', () => {
    const bands =
      mapDrawing([aTie('A', 'X'), aTie('A', 'Y'), aTie('B', 'X'), aTie('B', 'Y'), aTie('A', 'B')])?.bands ?? [];
    expect(bands.every(({ path }) => /^M[\d. ]+C[\d. ]+$/.test(path))).toBe(true);
  });
});
