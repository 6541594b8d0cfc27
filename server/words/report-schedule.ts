import type { ReportSchedule } from '../../db/report-schedules.ts';
import type { ReportCadence, ReportKind } from '../../model/report.ts';
import { filterWords } from '../../model/report-words.ts';
import { FORMATS } from '../../reports/render.ts';

export const REPORT_KIND_LABELS: Record<ReportKind, string> = {
  dossier: 'Dossier of one deal',
  briefing: 'Briefing: what changed in a period, or a selection',
  board: 'Scrutiny board',
  register: 'Register of all deals and sums',
};

const SHORT: Record<ReportKind, string> = {
  dossier: 'A dossier',
  briefing: 'A briefing',
  board: 'The scrutiny board',
  register: 'The register',
};

export const CADENCE_LABELS: Record<ReportCadence, string> = {
  daily: 'every day, about the day before',
  weekly: 'every week, about the seven days before',
  monthly: 'on the first of the month, about the month before',
};

/** A report by mail as people read it: "A briefing of every deal as Word (DOCX), every week, …". */
export function reportScheduleSentence({ kind, pairId, query, format, cadence }: ReportSchedule): string {
  return `${SHORT[kind]} of ${filterWords(pairId, query)} as ${FORMATS[format].label}, ${CADENCE_LABELS[cadence]}`;
}
