import type { Argument } from './frame.ts';
import { SUPPLY_BRANDS } from './lexicon/epithets.ts';
import type { Mention } from './mention.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** Nouns for the one who is supplied. */
const SUPPLIED = /^(?:customers?|clients?|users?|tenants?|clientes?|kunden?|clienti|cliente|utilisateurs?|usuarios?)$/;

/** "customers of X" are supplied by X, not X supplied; "to its shareholders" speaks of the subject's own. */
export function isOwnCrowd(s: ParsedSentence, trigger: Trigger, { mention, candidate }: Argument): boolean {
  if (!mention) return false;
  if (trigger.class === 'supplier')
    return (
      mention.prep === 'of' && mention.from >= trigger.to && SUPPLIED.test(s.unit.tokens[trigger.to - 1]?.lower ?? '')
    );
  const second = mention.form === 'pronoun' && mention.candidates[0]?.name !== candidate.name;
  return trigger.class === 'investor' && second && mention.poss && mention.prep === 'to';
}

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

/** "sold a stake to Nvidia", "sold its stake": not the firm itself changes hands. */
export function sellsPart(s: ParsedSentence, trigger: Trigger, { mention }: Argument): boolean {
  if (!mention) return false;
  const upTo = mention.poss ? mention.to + 2 : mention.from;
  return s.unit.tokens.slice(trigger.to, upTo).some((t) => s.language.partNouns.has(t.lower));
}

/** Firms with a cloud or chips of their own brand. */
const SELLERS = new Set(Object.values(SUPPLY_BRANDS));

/** "It remains Anthropic's primary cloud": said of a firm that sells computing power, as the subject. */
function isKnownSeller(s: ParsedSentence, mention: Mention, trigger: Trigger): boolean {
  const best = mention.candidates[0];
  return (
    best !== undefined &&
    best.weight >= 0.8 &&
    SELLERS.has(best.name) &&
    !mention.poss &&
    mention.to <= trigger.from &&
    s.language.cues.compute.has(s.unit.tokens, trigger.from, trigger.to)
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
  if (mention.form === 'pronoun' && trigger.class === 'supplier') return isKnownSeller(s, mention, trigger);
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

/** What firms take part in without being paid or bought. */
const PROGRAMMES =
  /^(?:programmes?|programs?|accelerator|incubator|community|marketplace|catalogue|catalog|programme|accélérateur|programm|förderprogramm|programa|aceleradora|programma|acceleratore)$/;
const PROGRAMME_REACH = 5;

/** True when a name only labels the noun behind it: "Azure customers", "Nvidia's Inception programme". */
export function isMereLabel(s: ParsedSentence, mention: Mention | null): boolean {
  if (!mention) return false;
  const { tokens } = s.unit;
  const after = tokens.slice(mention.to, mention.to + PROGRAMME_REACH);
  const owns = mention.poss && after.some((t) => PROGRAMMES.test(t.lower));
  return owns || CLIENTS.test(tokens[mention.to]?.lower ?? '');
}
