import { createHash } from 'node:crypto';
import type { Instant } from './day.ts';

/** The twelve screens (handbook 1.1), in the order shown to people. */
export const RULE_IDS = [
  'round-trip',
  'circular-financing',
  'acqui-hire',
  'staged-stake',
  'cross-holding',
  'exclusivity',
  'governance-rights',
  'input-foreclosure',
  'serial-acquisition',
  'below-threshold',
  'nascent-competitor',
  'market-share',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** 1 weak, 2 clear, 3 strong. */
export const SEVERITIES = [1, 2, 3] as const;
export type Severity = (typeof SEVERITIES)[number];

export const BANDS = ['High', 'Medium', 'Low', 'none'] as const;
export type Band = (typeof BANDS)[number];

/** One statement for or against a flag, with the facts that carry it. */
export interface FlagFact {
  /** A sentence for people, with numbers and names. */
  text: string;
  /** What it says with wording and rounding taken out; a changed set of keys reopens a decision. */
  key: string;
  factIds: string[];
}

/** A screen that fired on a pair: "look here", never a finding of harm. */
export interface Flag {
  pairId: string;
  rule: RuleId;
  severity: Severity;
  /** The reason in under 60 characters where possible, with numbers and names. */
  why: string;
  for: FlagFact[];
  against: FlagFact[];
  missing: string[];
  evidenceHash: string;
}

/** Hash of what a flag rests on: rule, severity and the keys for and against, in any order. */
export function evidenceHash(flag: Pick<Flag, 'rule' | 'severity' | 'for' | 'against'>): string {
  const keys = [...flag.for.map((f) => `+${f.key}`), ...flag.against.map((f) => `-${f.key}`)].sort();
  return createHash('sha256')
    .update(JSON.stringify([flag.rule, flag.severity, [...new Set(keys)]]))
    .digest('hex')
    .slice(0, 20);
}

export const DECISIONS = ['confirm', 'dismiss', 'watch', 'escalate', 'reopen'] as const;
export type DecisionAction = (typeof DECISIONS)[number];

/** Reasons for a dismissal; `other` needs a note. */
export const DISMISSAL_REASONS = [
  'figure_misread',
  'talks_only',
  'round_total',
  'same_event',
  'ordinary_supply',
  'term_expired',
  'other',
] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

/** Decisions that end a review: for these a second person can be asked. */
const ENDING: readonly DecisionAction[] = ['confirm', 'dismiss', 'escalate'];

/**
 * Takes what a person decides, the latest decision before it and the severities for which a second person is asked; gives
 * true when it stands only once somebody else has decided the same on the same evidence.
 */
export function needsSecond(
  taken: Pick<Decision, 'action' | 'evidenceHash' | 'userId'> & { severity: Severity },
  before: Decision | null,
  asked: ReadonlySet<Severity>,
): boolean {
  if (!asked.has(taken.severity) || !ENDING.includes(taken.action)) return false;
  const isSame = before?.action === taken.action && before.evidenceHash === taken.evidenceHash;
  return !(isSame && before.awaitsSecond && before.userId !== taken.userId);
}

/** What a person decided about a flag. Appended, never overwritten. */
export interface Decision {
  id: number;
  pairId: string;
  rule: RuleId;
  action: DecisionAction;
  reason: DismissalReason | null;
  note: string | null;
  /** The evidence that was on the screen when the person decided. */
  evidenceHash: string;
  userId: number;
  userName: string;
  at: Instant;
  /** True when it stands only once another person has decided the same. */
  awaitsSecond?: true;
}

export const FLAG_STATES = ['to_review', 'watching', 'escalated', 'confirmed', 'dismissed'] as const;
export type FlagState = (typeof FLAG_STATES)[number];

const STATE_AFTER: Record<DecisionAction, FlagState> = {
  confirm: 'confirmed',
  dismiss: 'dismissed',
  watch: 'watching',
  escalate: 'escalated',
  reopen: 'to_review',
};

/** Where a flag stands, given its latest decision: other evidence than the person saw puts it back to review. */
export function flagState(
  flag: Pick<Flag, 'evidenceHash'>,
  latest: Pick<Decision, 'action' | 'evidenceHash' | 'awaitsSecond'> | null,
): { state: FlagState; reopened: boolean } {
  if (!latest) return { state: 'to_review', reopened: false };
  const reopened = latest.evidenceHash !== flag.evidenceHash;
  return { state: reopened || latest.awaitsSecond ? 'to_review' : STATE_AFTER[latest.action], reopened };
}
