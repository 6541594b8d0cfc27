import { type Currency, eachSum, formatSum, type HedgeByCurrency, type SumByCurrency } from '../model/amount.ts';
import { evidenceHash, type Flag, type FlagFact, type RuleId, type Severity } from '../model/flag.ts';
import type { Deal, Pair } from '../model/ledger.ts';

/** How long a reason may be, so that it fits a line of the queue and a mail's subject. */
export const WHY_LENGTH = 60;

/** One statement for or against a flag; ids of facts sorted, each once. */
export function fact(text: string, key: string, factIds: Iterable<string> = []): FlagFact {
  return { text, key, factIds: [...new Set(factIds)].sort() };
}

/** A name as it stands within a sentence: "Coding assistants" begins small, "AI accelerators" does not. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The first wording that fits a line; the last one cut short when none does. */
export function fitting(...wordings: string[]): string {
  const last = wordings.at(-1) ?? '';
  return wordings.find((text) => text.length <= WHY_LENGTH) ?? `${last.slice(0, WHY_LENGTH - 1)}…`;
}

/** A sum as part of a key: two digits are kept, so that a rounder figure in one more report changes nothing. */
export function moneyKey(value: number, currency: Currency): string {
  return `${Number(value.toPrecision(2))} ${currency}`;
}

/** Sums for people, the largest first and as exact as they were told: `over $8bn and €15m`; empty when there are none. */
export function sumsText(sums: SumByCurrency, hedges?: HedgeByCurrency): string {
  return eachSum(sums, hedges)
    .map((sum) => formatSum(sum))
    .join(' and ');
}

/** What the acquirer does to the firm: agreed or done, which documents seldom tell apart; what was called off was never done. */
export function deedOf({ kind, certainty }: Deal): string {
  if (kind === 'acquihire') return certainty === 'ended' ? 'was to hire from' : 'hired from';
  if (kind === 'investment') return 'takes a stake in';
  return certainty === 'ended' ? 'was to buy' : 'buys';
}

interface Finding {
  severity: Severity;
  why: string;
  for: FlagFact[];
  against: FlagFact[];
  missing: string[];
}

/** Takes what a screen found; gives the flag with its hash. */
export function flagOf(rule: RuleId, pair: Pair, finding: Finding): Flag {
  const flag = { pairId: pair.id, rule, ...finding };
  return { ...flag, evidenceHash: evidenceHash(flag) };
}
