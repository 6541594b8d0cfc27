import type { Flag, RuleId } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';
import { AS_SHIPPED } from '../model/rule-settings.ts';
import { rules as allRules } from './index.ts';
import type { Rule, RuleContext } from './rule.ts';
import { isOn, withThresholds } from './settings.ts';

export interface Evaluation {
  flags: Flag[];
  errors: { rule: RuleId; message: string }[];
}

/**
 * Takes a pair and the ledger around it; gives the flags of all screens in their order. A screen that throws is reported
 * beside its name and costs no other screen its flag.
 */
export function evaluate(pair: Pair, context: RuleContext, rules: readonly Rule[] = allRules): Evaluation {
  const result: Evaluation = { flags: [], errors: [] };
  const { settings = AS_SHIPPED } = context;
  for (const rule of rules) {
    if (!isOn(rule.id, settings)) continue;
    try {
      const flag = withThresholds(rule, settings, () => rule.check(pair, context));
      if (flag) result.flags.push(flag);
    } catch (cause) {
      result.errors.push({ rule: rule.id, message: cause instanceof Error ? cause.message : String(cause) });
    }
  }
  return result;
}
