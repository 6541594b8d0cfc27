import { z } from 'zod';
import type { Instant } from './day.ts';
import { RULE_IDS, type RuleId } from './flag.ts';

/** What an admin has set differently from what the screens come with. */
export interface RuleSettings {
  weights: Partial<Record<RuleId, number>>;
  /** By screen and name of the threshold. */
  thresholds: Partial<Record<RuleId, Record<string, number>>>;
  /** Screens that are switched off. */
  off: RuleId[];
}

/** As the screens come. */
export const AS_SHIPPED: RuleSettings = { weights: {}, thresholds: {}, off: [] };

/** Settings as saved: never changed, only followed by others. */
export interface SettingsVersion {
  /** From 1; 0 is what the screens come with. */
  version: number;
  settings: RuleSettings;
  reason: string;
  userId: number;
  userName: string;
  at: Instant;
}

const rule = z.enum(RULE_IDS);
const shape = z.object({
  weights: z.partialRecord(rule, z.number().min(0).max(100)).default({}),
  thresholds: z.partialRecord(rule, z.record(z.string(), z.number().nonnegative())).default({}),
  off: z.array(rule).default([]),
});

/** Takes settings as stored or sent; gives them. Throws a ZodError when a weight or threshold cannot be used. */
export function parseSettings(value: unknown): RuleSettings {
  return shape.parse(value) as RuleSettings;
}
