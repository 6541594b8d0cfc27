import type { Day } from './day.ts';
import type { Authority } from './scrutiny.ts';

/** Whose public holidays are no working days. */
export const CALENDARS = ['england-wales', 'european-commission', 'us-federal', 'germany', 'austria'] as const;
export type Calendar = (typeof CALENDARS)[number];

export interface Holiday {
  day: Day;
  name: string;
}

/** `statutory`: the law sets it. `target`: the authority's own performance indicator; missing it has no effect in law. */
export const DEADLINE_FORCES = ['statutory', 'target'] as const;
export type DeadlineForce = (typeof DEADLINE_FORCES)[number];

export const TIME_UNITS = ['working days', 'calendar days', 'weeks', 'months'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** How a date was counted, so that a person can count it again. */
export interface DeadlineBasis {
  /** The provision, as lawyers cite it: `Enterprise Act 2002, s. 34ZA(3)`. */
  law: string;
  /** What started the clock, in the authority's own words, and when. */
  startedBy: string;
  start: Day;
  length: number;
  unit: TimeUnit;
  calendar: Calendar;
  /** Holidays, other than weekends, that moved the end. */
  holidays: Holiday[];
}

/** A day on which an authority must or wants to have acted. */
export interface Deadline {
  /** Stable over time: pair, authority, rule and start. */
  id: string;
  pairId: string;
  acquirer: string;
  target: string;
  authority: Authority;
  /** For people: `Phase 1 decision`. */
  label: string;
  force: DeadlineForce;
  /** Null when no day can be told; `why` says why not. Never given while a stop of the clock is known. */
  due: Day | null;
  why: string | null;
  /** The last day to which it can be extended, and under which condition; null when there is no such power. */
  latest: { day: Day; when: string } | null;
  basis: DeadlineBasis;
  /** The facts that prove the start. */
  factIds: string[];
}
