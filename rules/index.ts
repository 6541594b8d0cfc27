import { acquiHire } from './acqui-hire.ts';
import { belowThreshold } from './below-threshold.ts';
import { crossHolding } from './cross-holding.ts';
import { exclusivity } from './exclusivity.ts';
import { governanceRights } from './governance-rights.ts';
import { roundTrip } from './round-trip.ts';
import type { Rule } from './rule.ts';
import { serialAcquisition } from './serial-acquisition.ts';
import { stagedStake } from './staged-stake.ts';

/** Every screen in use, in the order shown to people. */
export const rules: readonly Rule[] = [
  roundTrip,
  acquiHire,
  stagedStake,
  crossHolding,
  exclusivity,
  governanceRights,
  serialAcquisition,
  belowThreshold,
];

/** Stored with each score. Raise it when a check, a weight or a threshold changes. */
export const RULES_VERSION = '1';

/** The screen of that id, or null while it is not written. */
export function findRule(id: string): Rule | null {
  return rules.find((rule) => rule.id === id) ?? null;
}
