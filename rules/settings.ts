import type { RuleId } from '../model/flag.ts';
import { AS_SHIPPED, type RuleSettings } from '../model/rule-settings.ts';
import type { Rule } from './rule.ts';

/** The weight of a screen under some settings. */
export function weightOf(rule: Pick<Rule, 'id' | 'weight'>, settings: RuleSettings = AS_SHIPPED): number {
  return settings.weights[rule.id] ?? rule.weight;
}

/** True while a screen is not switched off. */
export function isOn(id: RuleId, settings: RuleSettings = AS_SHIPPED): boolean {
  return !settings.off.includes(id);
}

/**
 * Runs a check with some thresholds in place of the screen's own and puts those back, whatever happens. A check answers
 * at once and looks at nothing but its arguments and its thresholds, so nobody else ever sees the others.
 */
export function withThresholds<T>(rule: Rule, settings: RuleSettings, check: () => T): T {
  const wanted = settings.thresholds[rule.id];
  if (!wanted) return check();
  const given = Object.entries(wanted).filter(([name]) => Object.hasOwn(rule.thresholds, name));
  if (!given.length) return check();
  const own = given.map(([name]) => [name, (rule.thresholds[name] as { value: number }).value] as const);
  const set = (values: readonly (readonly [string, number])[]) => {
    for (const [name, value] of values) (rule.thresholds[name] as { value: number }).value = value;
  };
  try {
    set(given);
    return check();
  } finally {
    set(own);
  }
}

/** The thresholds of a screen as they apply, for pages: its own, and what is set in their place. */
export function thresholdsOf(
  rule: Rule,
  settings: RuleSettings,
): { name: string; about: string; own: number; value: number }[] {
  const given = settings.thresholds[rule.id] ?? {};
  return Object.entries(rule.thresholds).map(([name, { value, about }]) => ({
    name,
    about,
    own: value,
    value: given[name] ?? value,
  }));
}
