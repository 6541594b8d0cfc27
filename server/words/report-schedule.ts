import type { ReportSchedule } from '../../db/going-out/report-schedules.ts';
import type { ReportCadence, ReportKind } from '../../model/report.ts';
import { filterWords } from '../../model/report-words.ts';
import { FORMATS } from '../../reports/render.ts';
import { labels, t } from '../../words/speak.ts';

export const REPORT_KIND_LABELS: Record<ReportKind, string> = labels('report-kind');

const SHORT: Record<ReportKind, string> = labels('report-short');

export const CADENCE_LABELS: Record<ReportCadence, string> = labels('report-rhythm');

/** A report by mail as people read it: "A briefing of every deal as Word (DOCX), every week, …". */
export function reportScheduleSentence({ kind, pairId, query, format, cadence }: ReportSchedule): string {
  return t('reports.of-as', {
    SHORT: SHORT[kind],
    query: filterWords(pairId, query),
    label: FORMATS[format].label,
    rhythm: CADENCE_LABELS[cadence],
  });
}
