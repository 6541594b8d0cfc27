import type { Day, Instant, PartialDay } from '../../model/day.ts';
import { evidenceHash } from '../../model/flag.ts';
import type { FrozenReport } from '../../model/frozen-report.ts';
import type { ReportKind } from '../../model/report.ts';
import type { ReportEntry, ReportedFlag } from '../../reports/report.ts';

/** One pair as a report gets it: an investment with two tranches, a flag that rests on both legs, two documents. */
export function anEntry(
  changes: { pair?: Partial<ReportEntry['pair']>; flag?: Partial<ReportedFlag>; title?: string; url?: string } = {},
): ReportEntry {
  const event = { currency: 'USD', low: null, high: null, instrument: null, disputedBy: [] };
  const facts = {
    for: [{ text: 'Amazon put in $8bn.', key: 'in:8e9:USD', factIds: ['f1', 'f2'] }],
    against: [{ text: 'Anthropic uses several providers.', key: 'several', factIds: ['f3'] }],
  };
  const flag: ReportedFlag = {
    pairId: 'amazon--anthropic',
    rule: 'round-trip',
    severity: 2,
    why: '$4bn spend back against $8bn put in: ratio 0.5',
    ...facts,
    missing: ['Is the money conditional on the spend?'],
    evidenceHash: evidenceHash({ rule: 'round-trip', severity: 2, ...facts }),
    raisedAt: '2026-05-21T18:02:00.000Z' as Instant,
    state: 'to_review',
    latest: null,
    ...changes.flag,
  };
  const document = (id: string, sourceClass: 'press' | 'official', title: string, url: string) =>
    [id, { id, title, publisher: 'Example News', sourceClass, published: '2024-11-22' as PartialDay, url }] as const;
  return {
    pair: {
      id: 'amazon--anthropic',
      acquirer: 'Amazon',
      target: 'Anthropic',
      layer: 'model',
      deals: [
        {
          id: 'amazon--anthropic--investment',
          kind: 'investment',
          certainty: 'done',
          factIds: ['f1'],
          events: [
            {
              ...event,
              id: 'e1',
              date: '2023-09' as PartialDay,
              value: 4e9,
              role: 'tranche',
              factIds: ['f1'],
              documentIds: ['d1'],
            },
            {
              ...event,
              id: 'e2',
              date: '2024-11-22' as PartialDay,
              value: 4e9,
              role: 'tranche',
              factIds: ['f2'],
              documentIds: ['d1', 'd2'],
            },
          ],
          terms: [{ term: 'convertible', details: [], factIds: ['f1'] }],
        },
        { id: 'amazon--anthropic--cloud', kind: 'cloud', certainty: 'done', factIds: ['f3'], events: [], terms: [] },
      ],
      sums: { paid: { USD: 8e9 }, committed: { USD: 4e9 }, ceiling: {} },
      scrutiny: [],
      documentIds: ['d2', 'd1'],
      ...changes.pair,
    },
    flags: [flag],
    score: 24,
    band: 'Medium',
    documents: new Map([
      document('d1', 'press', changes.title ?? 'Amazon puts in more', changes.url ?? 'https://news.example/amazon'),
      document('d2', 'official', 'Case page', 'https://authority.example/case'),
    ]),
    documentOfFact: new Map([
      ['f1', 'd1'],
      ['f2', 'd2'],
      ['f3', 'd1'],
    ]),
  };
}

export const asOf = '2026-05-22T08:00:00.000Z' as Instant;
type Changes = Parameters<typeof anEntry>[0];

/** A frozen report of one pair, every fact proven. */
export function aReport(kind: ReportKind = 'dossier', changes: Changes = {}): FrozenReport {
  const { documents, documentOfFact, ...entry } = anEntry(changes);
  return {
    about: {
      kind,
      title: 'Amazon and Anthropic',
      filter: 'one deal',
      query: '',
      from: kind === 'briefing' ? ('2026-05-01' as Day) : null,
      to: kind === 'briefing' ? ('2026-05-22' as Day) : null,
      asOf,
      screens: '2',
      reader: 'abc',
      program: '0.1.0',
      sections: [],
      cover: '',
    },
    entries: [entry],
    changes: [
      { pairId: entry.pair.id, title: 'Amazon → Anthropic', at: asOf, headline: '$4bn put in', factIds: ['f2'] },
    ],
    logo: null,
    registers: [{ authority: 'CMA', readAt: asOf, late: false }],
    documents: [...documents.values()].map((one) => ({ ...one, fetchedAt: asOf, hash: '0123456789abcdef' })),
    proofs: Object.fromEntries(
      [...documentOfFact].map(([id, documentId]) => [id, { documentId, quote: `The words of ${id} & <more>` }]),
    ),
  };
}
