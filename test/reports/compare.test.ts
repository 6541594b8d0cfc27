import { describe, expect, it } from 'vitest';
import type { PartialDay } from '../../model/day.ts';
import type { FrozenReport } from '../../model/frozen-report.ts';
import type { Deal, DealEvent, Pair } from '../../model/ledger.ts';
import { movedSince } from '../../reports/compare.ts';
import { aScrutiny, aStep } from '../helpers/build.ts';
import { anEntry, aReport } from './entry.ts';

const [deal] = anEntry().pair.deals as [Deal];
const [event] = deal.events as [DealEvent];
const moved = (pair: Partial<Pair>) => {
  const lines = movedSince(aReport(), aReport('dossier', { pair }));
  return lines.map(({ what, was, is }) => `${what}: ${was} > ${is}`);
};
const withEvents = (...events: DealEvent[]) =>
  moved({ deals: [{ ...deal, events }, ...anEntry().pair.deals.slice(1)] });

describe('what has moved since a report', () => {
  it('is nothing where nothing has', () => expect(movedSince(aReport(), aReport())).toEqual([]));

  it('is each figure that the ledger now has otherwise', () => {
    expect(moved({ sums: { paid: { USD: 9e9 }, committed: { USD: 4e9 }, ceiling: {} } })).toEqual([
      'Put in: $8bn > $9bn',
    ]);
  });

  it('is also a sum whose day, certainty or contradiction changed while the total did not', () => {
    const [, second] = deal.events as [DealEvent, DealEvent];
    expect(withEvents({ ...event, date: '2023-10' as PartialDay }, second)).toEqual([
      expect.stringMatching(/^Sums on record: .*Sep 2023.* > .*Oct 2023/),
    ]);
    const other = { documentId: 'd2', value: 5e9, currency: 'USD', factId: 'f2' };
    expect(withEvents({ ...event, disputedBy: [other] }, second)).toEqual([
      expect.stringMatching(/ > .*disputed by 1/),
    ]);
  });

  it('is a right that ended, a deal that was called off, a step of a ministry', () => {
    const [term] = deal.terms as [Deal['terms'][number]];
    const rest = anEntry().pair.deals.slice(1);
    const ended = { ...deal, terms: [{ ...term, until: '2025-01-02' as PartialDay }] };
    expect(moved({ deals: [ended, ...rest] })).toEqual(['Terms: Convertible > Convertible, until 2 Jan 2025']);
    expect(moved({ deals: [{ ...deal, certainty: 'ended' }, ...rest] })).toEqual([
      'Deals: Investment (done), Cloud or chip supply (done) > Investment (ended), Cloud or chip supply (done)',
    ]);
    expect(moved({ foreignInvestment: [aScrutiny('CFIUS', aStep('phase1', '2025-03-04'))] })).toEqual([
      'CFIUS: none > Phase 1, 2025-03-04',
    ]);
  });

  it('is a deal that came or went', () => {
    const none: FrozenReport = { ...aReport(), entries: [] };
    expect(movedSince(aReport(), none)).toMatchObject([
      { what: 'Deal', was: 'in the report', is: 'not in the report' },
    ]);
  });
});
