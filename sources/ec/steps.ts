import type { ScrutinyStatus } from '../../model/scrutiny.ts';

/** What the Commission's own words mean as a status (handbook 2.5). Data; corrected here when its vocabulary grows. */

/** Types of decision by their label, first match counts. `null`: known, and no status of its own. */
const DECISIONS: readonly [RegExp, ScrutinyStatus | null][] = [
  [/withdraw|aborted|abandon/i, 'abandoned'],
  [/6\s*\(\s*1\s*\)\s*\(?\s*a\b/i, 'no_jurisdiction'],
  [/6\s*\(\s*1\s*\)\s*\(?\s*c\b/i, 'phase2'],
  [/6\s*\(\s*1\s*\)\s*\(?\s*b\b.*(condition|obligation|commitment|6\s*\(\s*2\s*\))/i, 'remedies'],
  [/6\s*\(\s*2\s*\)/i, 'remedies'],
  [/6\s*\(\s*1\s*\)\s*\(?\s*b\b/i, 'cleared'],
  [/10\s*\(\s*6\s*\)/i, 'cleared'],
  [/8\s*\(\s*1\s*\)/i, 'cleared'],
  [/8\s*\(\s*2\s*\)/i, 'remedies'],
  [/8\s*\(\s*[34]\s*\)/i, 'challenged'],
  [/11\s*\(\s*[23]\s*\)/i, 'information_request'],
  [/\b(4\s*\(\s*[45]\s*\)|9|22)(\s*\(|\b)|referral/i, null],
  [/7\s*\(\s*[234]\s*\)|8\s*\(\s*[567]\s*\)|6\s*\(\s*3\s*\)|derogation|interim/i, null],
  [/\b1[0-9]\b|fine|penalt|revoc|waive|amend|corrig|trustee|purchaser|hearing|publication|notice/i, null],
];

/** Takes the label of a decision; gives its status, null for a known type without one, undefined for an unknown one. */
export function statusOfDecision(label: string, regulation: string | null): ScrutinyStatus | null | undefined {
  // Under the first merger regulation, a bare Art. 8(2) also stood for clearance without conditions.
  if (/4064/.test(regulation ?? '') && /8\s*\(\s*2\s*\)/.test(label) && !/condition|obligation/i.test(label)) {
    return 'cleared';
  }
  return DECISIONS.find(([pattern]) => pattern.test(label))?.[1];
}

/** Phase codes of the search. */
const PHASES: Readonly<Record<string, { status: ScrutinyStatus; label: string }>> = {
  PreNotificationPhaseMerger: { status: 'monitoring', label: 'Pre-notification' },
  FormalInvestigationPhase1Merger: { status: 'phase1', label: 'Phase 1 investigation' },
  FormalInvestigationPhase2Merger: { status: 'phase2', label: 'Phase 2 investigation' },
  InDepthInvestigationPhase2Merger: { status: 'phase2', label: 'Phase 2 in-depth investigation' },
};

/** Takes a phase code; gives what it means, or undefined when it is not known. */
export function phaseOf(code: string): { status: ScrutinyStatus; label: string } | undefined {
  return PHASES[code];
}
