import type { Argument } from './frame.ts';
import type { Mention } from './mentions.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** Firms that sell nothing but computing power. */
export const PURE_SUPPLIERS = new Set(['CoreWeave']);

/** Who may supply a supplier. */
export const CHIP_MAKERS = new Set(['Nvidia', 'AMD', 'Intel', 'Broadcom', 'Qualcomm']);

/** True when a name by itself says that computing power is meant: a cloud, a chip, a firm that sells nothing else. */
export function isSupplyName(mention: Mention): boolean {
  return (
    mention.form === 'supply-brand' ||
    (mention.form === 'name' && PURE_SUPPLIERS.has(mention.candidates[0]?.name ?? ''))
  );
}

/** "sold a stake to Nvidia": not the firm itself changes hands. */
export function sellsPart(s: ParsedSentence, trigger: Trigger, { mention }: Argument): boolean {
  return (
    mention !== null && s.unit.tokens.slice(trigger.to, mention.from).some((t) => s.language.partNouns.has(t.lower))
  );
}

/** A supplier is named, with its cloud or chips: "it" may be anybody. */
export function isSupplier(s: ParsedSentence, trigger: Trigger, { mention, candidate }: Argument): boolean {
  if (!mention || isSupplyName(mention))
    return (
      mention !== null &&
      (mention.form !== 'name' || mention.prep !== null || trigger.class === 'supply' || trigger.class === 'supplier')
    );
  if (trigger.class === 'supply') return true;
  if (mention.form === 'relative' && trigger.class === 'supplier') return true;
  if (mention.poss && (PURE_SUPPLIERS.has(candidate.name) || s.language.cues.compute.at(s.unit.tokens, mention.to)))
    return true;
  if (
    mention.form === 'pronoun' ||
    mention.form === 'relative' ||
    (mention.form === 'definite' && trigger.class === 'use')
  )
    return false;
  if (trigger.class !== 'use') return true;
  return s.language.cues.compute.has(
    s.unit.tokens,
    Math.max(0, mention.from - 5),
    Math.min(s.unit.tokens.length, mention.to + 4),
  );
}

/** Words after a name that make it a mere label: "Azure customers". */
const CLIENTS =
  /^(customers?|users?|clients?|shareholders|developers|subscribers|clientes?|kunden|nutzer|utilisateurs|clienti|usuarios)$/;

/** True when a name only labels the noun behind it. */
export function isMereLabel(s: ParsedSentence, mention: Mention | null): boolean {
  return mention !== null && CLIENTS.test(s.unit.tokens[mention.to]?.lower ?? '');
}
