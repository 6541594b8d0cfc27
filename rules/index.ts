import type { Rule } from './rule.ts';
import { acquiHire } from './screens/acqui-hire.ts';
import { belowThreshold } from './screens/below-threshold.ts';
import { circularFinancing } from './screens/circular-financing.ts';
import { crossHolding } from './screens/cross-holding.ts';
import { exclusivity } from './screens/exclusivity.ts';
import { governanceRights } from './screens/governance-rights.ts';
import { inputForeclosure } from './screens/input-foreclosure.ts';
import { marketShare } from './screens/market-share.ts';
import { nascentCompetitor } from './screens/nascent-competitor.ts';
import { roundTrip } from './screens/round-trip.ts';
import { serialAcquisition } from './screens/serial-acquisition.ts';
import { stagedStake } from './screens/staged-stake.ts';

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
export const RULES_VERSION = '3';

/** The screen of that id, or null while it is not written. */
export function findRule(id: string): Rule | null {
  return rules.find((rule) => rule.id === id) ?? null;
}
