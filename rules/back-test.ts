import type { Decision, RuleId } from '../model/flag.ts';
import { RULE_IDS } from '../model/flag.ts';
import type { SettingsVersion } from '../model/rule-settings.ts';

/** How far one screen agrees with people: what it raised and they confirmed, beside what they dismissed. */
export interface Agreement {
  rule: RuleId;
  confirmed: number;
  dismissed: number;
  /** Of those, what the screen still raises as it is set now, or would raise as it is to be set. */
  stillConfirmed: number;
  stillDismissed: number;
}

/** A decision that says whether a flag was right: the latest on each flag counts. */
type Verdict = Pick<Decision, 'id' | 'pairId' | 'rule' | 'action' | 'at'>;

/**
 * Each screen's agreement with reviewers. Takes all decisions and a test for what fires; a watch or an escalation says
 * nothing either way, and a flag put back to review takes the earlier word back.
 */
export function agreement(
  decisions: readonly Verdict[],
  fires: (pairId: string, rule: RuleId) => boolean,
): Agreement[] {
  const verdicts = latest(decisions);
  return RULE_IDS.map((rule) => {
    const own = verdicts.filter((one) => one.rule === rule);
    const [confirmed, dismissed] = ['confirm', 'dismiss'].map((action) => own.filter((one) => one.action === action));
    const still = (list: readonly Verdict[] = []) => list.filter((one) => fires(one.pairId, one.rule)).length;
    return {
      rule,
      confirmed: confirmed?.length ?? 0,
      dismissed: dismissed?.length ?? 0,
      stillConfirmed: still(confirmed),
      stillDismissed: still(dismissed),
    };
  });
}

function latest(decisions: readonly Verdict[]): Verdict[] {
  const last = new Map<string, Verdict>();
  for (const one of [...decisions].sort((a, b) => a.id - b.id)) last.set(`${one.pairId} ${one.rule}`, one);
  return [...last.values()].filter(({ action }) => action === 'confirm' || action === 'dismiss');
}

/** The share that people confirmed of what they judged; null when they judged nothing. */
export function precisionOf({ confirmed, dismissed }: Pick<Agreement, 'confirmed' | 'dismissed'>): number | null {
  return confirmed + dismissed === 0 ? null : confirmed / (confirmed + dismissed);
}

/** Agreement while each version of the settings was in force, the newest first; version 0 is what the screens came with. */
export function agreementByVersion(
  decisions: readonly Verdict[],
  versions: readonly Pick<SettingsVersion, 'version' | 'at'>[],
): { version: number; agreement: Agreement[] }[] {
  const inForce = [...versions].sort((a, b) => b.version - a.version);
  const versionAt = (at: string) => inForce.find((one) => one.at <= at)?.version ?? 0;
  return [...inForce.map(({ version }) => version), 0].map((version) => {
    const own = decisions.filter((one) => versionAt(one.at) === version);
    return { version, agreement: agreement(own, () => true) };
  });
}
