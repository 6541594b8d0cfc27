import { InvalidInput } from '../../model/errors.ts';
import type { RuleId } from '../../model/flag.ts';
import type { RuleSettings } from '../../model/rule-settings.ts';
import { typedNumber } from '../../model/typed-number.ts';
import { rules } from '../../rules/index.ts';
import { decimalMark } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

/**
 * Takes the posted form; gives the settings that differ from what the screens come with. Throws InvalidInput that names
 * each field which is no number or out of bounds.
 */
export function settingsIn(form: URLSearchParams): RuleSettings {
  const problems: Record<string, string> = {};
  const settings: RuleSettings = { weights: {}, thresholds: {}, off: [] };
  for (const rule of rules) {
    if (form.get(`on.${rule.id}`) === null) settings.off.push(rule.id);
    const weight = numberIn(form, weightField(rule.id), rule.weight, 100, problems);
    if (weight !== rule.weight) settings.weights[rule.id] = weight;
    for (const [name, { value }] of Object.entries(rule.thresholds)) {
      const given = numberIn(form, thresholdField(rule.id, name), value, 1e15, problems);
      if (given !== value) settings.thresholds[rule.id] = { ...settings.thresholds[rule.id], [name]: given };
    }
  }
  if (Object.keys(problems).length) throw new InvalidInput(t('screens.something-to-correct'), problems);
  return settings;
}

/** Name of the field of a weight. */
export const weightField = (rule: RuleId) => `weight.${rule}`;
/** Name of the field of a threshold. */
export const thresholdField = (rule: RuleId, name: string) => `threshold.${rule}.${name}`;

function numberIn(
  form: URLSearchParams,
  field: string,
  own: number,
  most: number,
  problems: Record<string, string>,
): number {
  const text = form.get(field)?.trim();
  if (!text) return own;
  const value = typedNumber(text, decimalMark());
  if (value !== null && value <= most) return value;
  problems[field] = t('screens.write-a-number-from-0', { most });
  return own;
}
