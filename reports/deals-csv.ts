import type { NamedDocument } from '../model/cited-document.ts';
import type { Instant } from '../model/day.ts';
import { CERTAINTY_LABELS, KIND_LABELS, ROLE_LABELS } from '../model/labels.ts';
import type { Deal, DealEvent } from '../model/ledger.ts';
import { documentsBehind, type ReportEntry } from './report.ts';
import { csv, csvLines } from './spreadsheet.ts';

const COLUMNS = [
  'acquirer',
  'target',
  'kind',
  'certainty',
  'date',
  'value',
  'low',
  'high',
  'currency',
  'role',
  'disputed_by',
  'document_titles',
  'sources',
  'as_of',
  'first_told',
  'exactness',
  'instrument',
];

/** Takes the pairs to report; gives one CSV line per sum, and one for each deal that has none. */
export function dealsCsv(entries: readonly ReportEntry[], asOf: Instant): string {
  return csv(COLUMNS, rowsOf(entries, asOf));
}

/** The lines alone, for a file that is written piece by piece. */
export function dealsCsvLines(entries: readonly ReportEntry[], asOf: Instant): string {
  return csvLines(rowsOf(entries, asOf));
}

function rowsOf(entries: readonly ReportEntry[], asOf: Instant): (string | number | null)[][] {
  return entries.flatMap((entry) =>
    entry.pair.deals.flatMap((deal) => {
      const events: (DealEvent | null)[] = deal.events.length ? deal.events : [null];
      return events.map((event) => line(entry, deal, event, asOf));
    }),
  );
}

function line(entry: ReportEntry, deal: Deal, event: DealEvent | null, asOf: Instant): (string | number | null)[] {
  const documents = documentsBehind(entry, event?.factIds ?? deal.factIds);
  return [
    entry.pair.acquirer,
    entry.pair.target,
    KIND_LABELS[deal.kind],
    CERTAINTY_LABELS[event?.certainty ?? deal.certainty],
    event?.date ?? null,
    event?.value ?? null,
    event?.low ?? null,
    event?.high ?? null,
    event?.currency ?? null,
    event ? ROLE_LABELS[event.role] : null,
    event?.disputedBy.map((d) => `${d.value} ${d.currency}`).join(' | ') ?? null,
    documents.map((d) => d.title).join(' | '),
    documents.map(address).join(' '),
    asOf,
    event && !event.date ? (event.reportedOn ?? null) : null,
    event?.hedge ?? null,
    event?.instrument ?? null,
  ];
}

const address = (document: NamedDocument) => document.url ?? `${document.publisher}: ${document.title}`;
