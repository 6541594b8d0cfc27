import type { Instant } from '../model/day.ts';
import { DISMISSAL_LABELS, FLAG_STATE_LABELS, RULE_LABELS, SEVERITY_LABELS } from '../model/labels.ts';
import { documentsBehind, factIdsOf, type ReportEntry, type ReportedFlag } from './report.ts';
import { csv, csvLines } from './spreadsheet.ts';

const COLUMNS = [
  'acquirer',
  'target',
  'screen',
  'severity',
  'why',
  'facts_for',
  'facts_against',
  'missing',
  'score',
  'band',
  'state',
  'decided_by',
  'decided_at',
  'reason',
  'note',
  'raised_at',
  'sources',
  'as_of',
];

/** Takes the pairs to report; gives one CSV line per flag, each with the addresses of the documents behind it. */
export function flagsCsv(entries: readonly ReportEntry[], asOf: Instant): string {
  return csv(COLUMNS, rowsOf(entries, asOf));
}

/** The lines alone, for a file that is written piece by piece. */
export function flagsCsvLines(entries: readonly ReportEntry[], asOf: Instant): string {
  return csvLines(rowsOf(entries, asOf));
}

function rowsOf(entries: readonly ReportEntry[], asOf: Instant): (string | number | null)[][] {
  return entries.flatMap((entry) => entry.flags.map((flag) => line(entry, flag, asOf)));
}

function line(entry: ReportEntry, flag: ReportedFlag, asOf: Instant): (string | number | null)[] {
  const decision = flag.latest;
  return [
    entry.pair.acquirer,
    entry.pair.target,
    RULE_LABELS[flag.rule],
    SEVERITY_LABELS[flag.severity],
    flag.why,
    flag.for.map((f) => f.text).join(' | '),
    flag.against.map((f) => f.text).join(' | '),
    flag.missing.join(' | '),
    entry.score,
    entry.band,
    FLAG_STATE_LABELS[flag.state],
    decision?.userName ?? null,
    decision?.at ?? null,
    decision?.reason ? DISMISSAL_LABELS[decision.reason] : null,
    decision?.note ?? null,
    flag.raisedAt,
    documentsBehind(entry, factIdsOf(flag))
      .map((d) => d.url ?? `${d.publisher}: ${d.title}`)
      .join(' '),
    asOf,
  ];
}
