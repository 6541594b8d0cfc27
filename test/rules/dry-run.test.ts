import { describe, expect, it } from 'vitest';
import type { Decision } from '../../model/flag.ts';
import { AS_SHIPPED } from '../../model/rule-settings.ts';
import { agreement, agreementByVersion, precisionOf } from '../../rules/back-test.ts';
import { dryRun } from '../../rules/dry-run.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { gapsIn } from '../../rules/gaps.ts';
import { scorePair } from '../../rules/score.ts';
import { roundTrip } from '../../rules/screens/round-trip.ts';
import { aDeal, anEvent, aPair, aScrutiny, aStep, day } from '../helpers/build.ts';

const bn = 1_000_000_000;
const loop = aPair({
  deals: [aDeal('investment', { events: [anEvent(4 * bn, 'tranche', { date: '2024-01-10' })] }), aDeal('cloud')],
  sums: { paid: { USD: 4 * bn }, committed: { USD: 5 * bn } },
});
const quiet = aPair({ acquirer: 'Cisco', target: 'Robust Intelligence', deals: [aDeal('acquisition')], layer: null });
const context = { pairs: [loop, quiet], today: day('2026-06-01') };
const standing = [loop, quiet].map((pair) => {
  const { flags } = evaluate(pair, context);
  const { score, band } = scorePair(pair, flags);
  return { pair, flags, score, band };
});

describe('a dry run', () => {
  it('of the same settings changes nothing', () => {
    expect(dryRun(standing, context, AS_SHIPPED)).toMatchObject({ assessed: 2, changes: [] });
  });

  it('of a weight changes the score of what it weighs, and leaves the screens alone', () => {
    const { changes } = dryRun(standing, context, { ...AS_SHIPPED, weights: { 'round-trip': 80 } });
    expect(changes).toMatchObject([{ pairId: loop.id, band: { after: 'High' }, raised: [], gone: [] }]);
    expect(changes[0]?.score.after).toBeGreaterThan(changes[0]?.score.before ?? 0);
  });

  it('of a threshold and of a switch asks the screen again', () => {
    const higher = dryRun(standing, context, { ...AS_SHIPPED, thresholds: { 'round-trip': { largeMoneyIn: 9 * bn } } });
    expect(higher.changes[0]?.score.after).toBeLessThan(higher.changes[0]?.score.before ?? 0);
    const off = dryRun(standing, context, { ...AS_SHIPPED, off: ['round-trip'] });
    expect(off.changes[0]).toMatchObject({ gone: ['round-trip'] });
    expect(off.bands.find(({ band }) => band === 'none')?.after).toBeGreaterThanOrEqual(1);
  });

  it('leaves every threshold as it was', () => {
    const before = structuredClone(roundTrip.thresholds);
    dryRun(standing, context, { ...AS_SHIPPED, thresholds: { 'round-trip': { largeMoneyIn: 1, unheardOf: 2 } } });
    expect(roundTrip.thresholds).toEqual(before);
  });
});

describe('a back-test', () => {
  const decision = (id: number, action: Decision['action'], given: Partial<Decision> = {}): Decision =>
    ({ id, pairId: `p${id}`, rule: 'round-trip', action, at: '2026-01-01T00:00:00.000Z', ...given }) as Decision;

  it('counts the last word on each flag, and what would still be raised', () => {
    const decisions = [
      decision(1, 'confirm'),
      decision(2, 'dismiss'),
      decision(3, 'confirm'),
      decision(4, 'dismiss', { pairId: 'p3' }),
      decision(5, 'watch'),
      decision(6, 'confirm'),
      decision(7, 'reopen', { pairId: 'p6' }),
    ];
    const [row] = agreement(decisions, (pairId) => pairId === 'p1');
    expect(row).toEqual({ rule: 'round-trip', confirmed: 1, dismissed: 2, stillConfirmed: 1, stillDismissed: 0 });
    expect(precisionOf(row as NonNullable<typeof row>)).toBeCloseTo(1 / 3);
    expect(precisionOf({ confirmed: 0, dismissed: 0 })).toBeNull();
  });

  it('keeps versions apart by when people decided', () => {
    const decisions = [
      decision(1, 'confirm'),
      decision(2, 'dismiss', { at: '2026-03-01T00:00:00.000Z' as Decision['at'] }),
    ];
    const versions = [{ version: 1, at: '2026-02-01T00:00:00.000Z' as Decision['at'] }];
    const found = agreementByVersion(decisions, versions).map(({ version, agreement: rows }) => [
      version,
      rows[0]?.confirmed,
      rows[0]?.dismissed,
    ]);
    expect(found).toEqual([
      [1, 0, 1],
      [0, 1, 0],
    ]);
  });
});

describe('the gap view', () => {
  const flagged = (pair: typeof loop, score = 30) => ({ pair, flags: [{}], score, band: 'Medium' as const });
  const seen = aPair({
    target: 'OpenAI',
    deals: loop.deals,
    scrutiny: [aScrutiny('CMA', aStep('information_request', '2024-02-09'))],
  });

  it('lists flagged deals on which no authority has moved, with the days, beside how long it took elsewhere', () => {
    const gaps = gapsIn([flagged(loop), flagged(seen, 60)], day('2024-03-10'));
    expect(gaps).toMatchObject([
      { pairId: loop.id, days: 60, comparable: [{ pairId: seen.id, authority: 'CMA', days: 30 }] },
    ]);
  });

  it('a review of foreign investment closes no gap, and an unflagged deal opens none', () => {
    const foreign = aPair({ deals: loop.deals, scrutiny: [aScrutiny('CFIUS', aStep('phase1', '2024-02-09'))] });
    expect(gapsIn([flagged(foreign)], day('2024-03-10'))).toHaveLength(1);
    expect(gapsIn([{ ...flagged(loop), flags: [] }], day('2024-03-10'))).toEqual([]);
  });

  it('what was called off opens none', () => {
    const ended = aPair({ deals: loop.deals.map((deal) => ({ ...deal, certainty: 'ended' as const })) });
    expect(gapsIn([flagged(ended)], day('2024-03-10'))).toEqual([]);
  });
});
