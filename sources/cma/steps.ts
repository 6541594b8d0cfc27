import type { ScrutinyStatus } from '../../model/scrutiny.ts';

/** What the CMA's own words mean as a status (handbook 2.5). Data; corrected here when the CMA changes its words. */

/** outcome_type of mergers. `null`: no status of its own. */
export const OUTCOMES: Readonly<Record<string, { status: ScrutinyStatus | null; label: string }>> = {
  'mergers-phase-1-clearance': { status: 'cleared', label: 'Mergers - phase 1 clearance' },
  'mergers-phase-1-clearance-with-undertakings-in-lieu': {
    status: 'remedies',
    label: 'Mergers - phase 1 clearance with undertakings in lieu',
  },
  'mergers-phase-1-exception-to-duty-to-refer': {
    status: 'cleared',
    label: 'Mergers - phase 1 exception to duty to refer',
  },
  'mergers-phase-1-found-not-to-qualify': {
    status: 'no_jurisdiction',
    label: 'Mergers - phase 1 found not to qualify',
  },
  'mergers-phase-1-public-interest-interventions': {
    status: null,
    label: 'Mergers - phase 1 public interest interventions',
  },
  'mergers-phase-1-referral': { status: 'phase2', label: 'Mergers - phase 1 referral' },
  'mergers-phase-2-cancellation': { status: 'abandoned', label: 'Mergers - phase 2 cancellation' },
  'mergers-phase-2-clearance': { status: 'cleared', label: 'Mergers - phase 2 clearance' },
  'mergers-phase-2-clearance-with-remedies': {
    status: 'remedies',
    label: 'Mergers - phase 2 clearance with remedies',
  },
  'mergers-phase-2-prohibition': { status: 'challenged', label: 'Mergers - phase 2 prohibition' },
};

/** Steps in a timetable or an update note, first match counts. `null`: known, and no status of its own. */
const STEPS: readonly [RegExp, ScrutinyStatus | null][] = [
  [/deadline|target date|expected|timetable|extension|extended|terms of reference/i, null],
  [/cancel|abandon|withdrawn? (the )?(merger|transaction)/i, 'abandoned'],
  [/found not to qualify|does not qualify/i, 'no_jurisdiction'],
  [/unless undertakings|undertakings.*(offered|proposed|consider|consultation)|(proposed|draft) undertakings/i, null],
  [/undertakings?( in lieu)?( of reference)? accepted|accept(s|ance of|ed)( final)? undertakings/i, 'remedies'],
  [/undertakings? in lieu/i, null],
  [
    /^reference( made)?$|reference (made|to (a )?phase 2)|phase 2 reference|\brefers\b|\breferred\b|decision to refer/i,
    'phase2',
  ],
  [/launch of phase 2|phase 2 (inquiry|investigation) (opened|launched|begins)/i, 'phase2'],
  [/commencement|launch of|launched|phase 1 (inquiry|investigation) (opened|begins)|formally (open|begin)/i, 'phase1'],
  [/invitation to comment|information request|section 109/i, 'information_request'],
  [/\bcleared\b|\bclears\b|\bclearance\b/i, 'cleared'],
  [/\bprohibit(s|ed|ion)\b/i, 'challenged'],
  [
    /enforcement order|derogation|hold separate|monitoring trustee|interim (order|report|measure)|hearing|reference/i,
    null,
  ],
  [/first published|decision|provisional findings|final report|issues (statement|letter|meeting)|working paper/i, null],
  [/summary|submission|response|notice|remedies|undertakings|administrative|conduct|inquiry group|panel/i, null],
  [/evidence|site visit|consultation|publication|published|update|correction|amended|order made/i, null],
];

/** Takes the CMA's words for a step; gives its status, null for a known step without one, undefined for unknown words. */
export function statusOfStep(words: string): ScrutinyStatus | null | undefined {
  return STEPS.find(([pattern]) => pattern.test(words))?.[1];
}
