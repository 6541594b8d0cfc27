import type { PartialDay } from './day.ts';

/** Competition authorities with a column on the board. Others appear under their usual short name. */
export const BOARD_AUTHORITIES = ['CMA', 'FTC', 'DOJ', 'EC', 'BKartA', 'CADE'] as const;
/** Built-in sources whose list has every case of their authority: the silence of such a one says more than any news. */
export const COMPLETE_REGISTERS: ReadonlySet<string> = new Set([
  'bkarta-mergers',
  'cma-cases',
  'ec-mergers',
  'ec-notifications',
]);
/** Short name: one of the board's, or another authority's usual one (AdlC, AGCM, KFTC …). */
export type Authority = string;

/** Bodies that review foreign investment or national security: shown apart, never counted as competition scrutiny. */
export const FOREIGN_INVESTMENT_AUTHORITIES: readonly Authority[] = ['CFIUS', 'NDRC', 'MOFCOM', 'ISU', 'BMWK', 'FIRB'];

/** True for an authority that applies competition law; unknown names count as one. */
export function isCompetitionAuthority(authority: Authority): boolean {
  return !FOREIGN_INVESTMENT_AUTHORITIES.includes(authority.toUpperCase());
}

export const SCRUTINY_STATUSES = [
  'monitoring',
  'information_request',
  'phase1',
  'phase2',
  'cleared',
  'no_jurisdiction',
  'remedies',
  'challenged',
  'abandoned',
] as const;
export type ScrutinyStatus = (typeof SCRUTINY_STATUSES)[number];

/** A case is open while an authority still has a step to take. */
export const OPEN_STATUSES: readonly ScrutinyStatus[] = ['monitoring', 'information_request', 'phase1', 'phase2'];

/** The stage of a step by which a study ends: the authority goes on watching, but no request is open. */
export const STUDY_ENDED = 'Study ended';

/** True when an authority in such a status, come to from another, still has a step to take. */
export function isOpen(status: ScrutinyStatus, before: ScrutinyStatus | null): boolean {
  return OPEN_STATUSES.includes(status) && !(status === 'monitoring' && before === 'information_request');
}

/** Where a document comes from; an official page beats a filing beats the press. */
export const SOURCE_CLASSES = ['official', 'filing', 'press'] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

/** Moves that need no person to look (handbook 2.5). A first status may be any. */
const REOPENED: readonly ScrutinyStatus[] = ['monitoring', 'information_request', 'phase1'];
export const ALLOWED_MOVES: Readonly<Record<ScrutinyStatus, readonly ScrutinyStatus[]>> = {
  monitoring: ['information_request', 'phase1', 'no_jurisdiction', 'cleared'],
  information_request: ['phase1', 'no_jurisdiction', 'cleared', 'monitoring'],
  phase1: ['phase2', 'cleared', 'remedies', 'no_jurisdiction', 'challenged', 'abandoned'],
  phase2: ['cleared', 'remedies', 'challenged', 'abandoned'],
  challenged: ['abandoned', 'remedies', 'cleared'],
  no_jurisdiction: REOPENED,
  cleared: REOPENED,
  abandoned: REOPENED,
  remedies: [],
};

/** True when a case may go from one status to the other without a person's look; staying is always normal. */
export function isNormalMove(from: ScrutinyStatus | null, to: ScrutinyStatus): boolean {
  return from === null || from === to || ALLOWED_MOVES[from].includes(to);
}

/** One step of a case: what an authority did, when, and who says so. */
export interface ScrutinyStep {
  date: PartialDay | null;
  status: ScrutinyStatus;
  /** The authority's or page's own words for the step, e.g. "Invitation to comment". */
  stage: string;
  sourceClass: SourceClass;
  factIds: string[];
  documentIds: string[];
}
