import { sameGroup } from './company.ts';
import type { Day, Instant } from './day.ts';
import type { RuleId } from './flag.ts';

/** A person's word that some flags are not to be raised for a while: never for ever, never without a reason. */
export interface Suppression {
  id: number;
  /** One pair, or null for all of a company. */
  pairId: string | null;
  /** One screen, or null for all. */
  rule: RuleId | null;
  company: string | null;
  reason: string;
  userId: number;
  userName: string;
  at: Instant;
  /** The last day on which it holds. */
  expiresOn: Day;
  endedAt: Instant | null;
}

type Scope = Pick<Suppression, 'pairId' | 'rule' | 'company' | 'expiresOn'>;

/** The suppressions that hold on a day for a pair, whatever the screen. */
export function suppressionsOf<T extends Scope>(
  pair: { id: string; acquirer: string; target: string },
  suppressions: readonly T[],
  today: Day,
): T[] {
  return suppressions.filter((one) => suppressionOf(pair, one.rule, [one], today) !== null);
}

/** The first of some suppressions that covers a flag of a pair on a day; null when none does. */
export function suppressionOf<T extends Scope>(
  pair: { id: string; acquirer: string; target: string },
  rule: RuleId | null,
  suppressions: readonly T[],
  today: Day,
): T | null {
  const covers = ({ pairId, rule: only, company, expiresOn }: Scope) =>
    expiresOn >= today &&
    (only === null || only === rule) &&
    (pairId === null || pairId === pair.id) &&
    (company === null || sameGroup(company, pair.acquirer) || sameGroup(company, pair.target));
  return suppressions.find(covers) ?? null;
}
