import { acquiHire } from './acqui-hire.ts';
import { belowThreshold } from './below-threshold.ts';
import { circularFinancing } from './circular-financing.ts';
import { crossHolding } from './cross-holding.ts';
import { exclusivity } from './exclusivity.ts';
import { governanceRights } from './governance-rights.ts';
import { inputForeclosure } from './input-foreclosure.ts';
import { marketShare } from './market-share.ts';
import { nascentCompetitor } from './nascent-competitor.ts';
import { roundTrip } from './round-trip.ts';
import type { Rule } from './rule.ts';
import { serialAcquisition } from './serial-acquisition.ts';
import { stagedStake } from './staged-stake.ts';

/** Every screen in use, in the order shown to people. */
export const rules: readonly Rule[] = [
  roundTrip,
  circularFinancing,
  acquiHire,
  stagedStake,
  crossHolding,
  exclusivity,
  governanceRights,
  inputForeclosure,
  serialAcquisition,
  belowThreshold,
  nascentCompetitor,
  marketShare,
];

/** Stored with each score. Raise it when a check, a weight or a threshold changes. */
export const RULES_VERSION = '2';

/** The screen of that id, or null while it is not written. */
export function findRule(id: string): Rule | null {
  return rules.find((rule) => rule.id === id) ?? null;
}
