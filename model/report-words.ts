import { type Day, formatDay } from './day.ts';
import type { ReportKind } from './report.ts';

const TITLES: Record<ReportKind, string> = {
  dossier: 'Dossier',
  briefing: 'Briefing',
  board: 'Scrutiny board',
  register: 'Register of deals',
};

/** A filter of the deals page, or the one deal of a dossier, as people read it. */
export function filterWords(pairId: string | null, query: string): string {
  if (pairId) return `the deal ${pairId.replace('--', ' → ')}`;
  const parts = [...new URLSearchParams(query)]
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`);
  return parts.length ? parts.join(', ') : 'every deal';
}

/** What a report is called when nobody gave it a title. */
export function usualTitle(kind: ReportKind, pairId: string | null, from: Day | null, to: Day | null): string {
  if (pairId) return `${TITLES[kind]}: ${pairId.replace('--', ' → ')}`;
  if (from && to && from === to) return `${TITLES[kind]}, ${formatDay(from)}`;
  return from && to ? `${TITLES[kind]}, ${formatDay(from)} to ${formatDay(to)}` : TITLES[kind];
}
