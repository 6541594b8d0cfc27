import { describe, expect, it } from 'vitest';
import type { Day } from '../../model/day.ts';
import type { FrozenReport, FrozenSuppression } from '../../model/frozen-report.ts';
import { movedSince } from '../../reports/compare.ts';
import { reportDocument } from '../../reports/report-content.ts';
import { aReport } from './entry.ts';

const given: FrozenSuppression = {
  rule: 'round-trip',
  reason: 'Ordinary supply',
  userName: 'Ana',
  expiresOn: '2026-12-31' as Day,
};

function withPutAway(kind: 'dossier' | 'briefing', ...putAway: FrozenSuppression[]): FrozenReport {
  const report = aReport(kind);
  return { ...report, entries: report.entries.map((entry) => ({ ...entry, flags: [], putAway })) };
}

const wordsOf = (report: FrozenReport) => JSON.stringify(reportDocument(report, 'r1'));

describe('a report on a deal whose flags somebody has put away', () => {
  it.each(['dossier', 'briefing'] as const)('says so in a %s: which, until when, by whom and why', (kind) => {
    const text = wordsOf(withPutAway(kind, given));
    expect(text).toContain(
      'Flags of Cloud-spend round-tripping are put away until 31 Dec 2026 by Ana, neither shown nor counted: Ordinary supply.',
    );
    expect(text).toContain('No other screen fired.');
    expect(wordsOf(withPutAway(kind, { ...given, rule: null }))).toContain('All flags of this deal are put away');
  });

  it('says nothing of it where nothing is put away', () => {
    expect(wordsOf(aReport())).not.toContain('put away');
  });

  it('tells when it is put away, or no more, since the report', () => {
    expect(movedSince(withPutAway('dossier'), withPutAway('dossier', given)).map(({ what }) => what)).toEqual([
      'Put away',
    ]);
  });
});
