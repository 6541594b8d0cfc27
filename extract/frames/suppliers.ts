import { SUPPLY_BRANDS } from '../lexicon/epithets.ts';
import type { Mention } from '../names/mention.ts';
import { bindsItself } from './bound-to.ts';
import type { Argument } from './frame.ts';
import { FRAMES } from './frame-classes.ts';
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

/** "has committed $11.9 billion to CoreWeave": who binds himself to a firm that sells computing power, and makes no chips for it, orders some. */
export function ordersFrom(s: ParsedSentence, trigger: Trigger, target: string): boolean {
  if (trigger.class !== 'moneyInto' || !PURE_SUPPLIERS.has(target)) return false;
  if (!bindsItself(s, trigger)) return false;
  return !s.mentions.some((m) => m.to <= trigger.from && CHIP_MAKERS.has(m.candidates[0]?.name ?? ''));
}

const CHIPS =
  /^(?:chips?|gpus?|processors?|accelerators?|boards?|cards?|hardware|puces?|processeurs?|accélérateurs?|cartes?|prozessor(?:en)?|grafikprozessor(?:en)?|grafikchips?|ki-chips?|beschleuniger|karten|grafikkarten|procesador(?:es)?|acelerador(?:es)?|tarjetas?|processor[ei]|acceleratori?|schede?)$/;
const SOURCE: ReadonlySet<string> = new Set(['at', 'from', 'with', 'in', 'by', 'to']);

/** "processors by Nvidia", "Nvidia chips": the maker of what computing power is made of. */
function makesParts(s: ParsedSentence, m: Mention): boolean {
  if (!CHIP_MAKERS.has(m.candidates[0]?.name ?? '')) return false;
  const { tokens } = s.unit;
  return [m.from - 1, m.from - 2, m.to, m.to + 1, m.to + 2].some((i) => CHIPS.test(tokens[i]?.lower ?? ''));
}

/** "rents capacity with Nvidia processors from CoreWeave": whose parts are in it does not supply it, where it is said who does. */
export function isInside(s: ParsedSentence, m: Mention | null): boolean {
  if (!m || !makesParts(s, m)) return false;
  return s.mentions.some(
    (o) =>
      o !== m &&
      (o.list < 0 || o.list !== m.list) &&
      o.prep !== null &&
      SOURCE.has(o.prep) &&
      SELLERS.has(o.candidates[0]?.name ?? '') &&
      !CHIP_MAKERS.has(o.candidates[0]?.name ?? '') &&
      (o.form === 'name' || o.form === 'supply-brand'),
  );
}

/** "sold a stake to Nvidia", "sold its stake": not the firm itself changes hands. */
export function sellsPart(s: ParsedSentence, trigger: Trigger, { mention }: Argument): boolean {
  if (!mention) return false;
  const upTo = mention.poss ? mention.to + 2 : mention.from;
  return s.unit.tokens.slice(trigger.to, upTo).some((t) => s.language.partNouns.has(t.lower));
}

/** Firms with a cloud or chips of their own brand. */
const SELLERS = new Set([...Object.values(SUPPLY_BRANDS), ...PURE_SUPPLIERS]);

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

const HOSTS =
  /^(?:host|run$|runs$|ran$|running|train|aloj|hosped|entren|héberg|heberg|entraîn|entrain|ospit|addestr|betreib|betrieb|trainier|hostet|gehostet|hosten)/;
const WORK =
  /^(?:models?|workloads?|modèles?|charges?|modelle?n?|sprachmodelle?n?|modelos?|cargas|modell[oi]|carichi)$/;
const WORK_REACH = 4;

/** "alojará sus modelos en Oracle": to host models or to train them takes computing power, said or not. */
export function hostsWork({ unit: { tokens } }: ParsedSentence, { class: name, from, to }: Trigger): boolean {
  if ((name !== 'use' && name !== 'supply') || !HOSTS.test(tokens[from]?.lower ?? '')) return false;
  return tokens.slice(to, to + WORK_REACH).some((t) => WORK.test(t.lower));
}

const IS =
  /^(?:is|are|was|were|be|been|being|become|becomes|became|remains?|remained|est|était|sont|devient|devenu|reste|ist|war|sind|wird|wurde|bleibt|blieb|es|era|fue|son|è|sono|diventa|diventato|resta)$/;
const IS_REACH = 5;

/** "Google was a customer of X", "it's a customer rather than a supplier": who is said to be one supplies nobody. */
export function isCustomer(s: ParsedSentence, { class: name, from, to }: Trigger, m: Mention | null): boolean {
  const { tokens } = s.unit;
  if (name !== 'supplier' || !m || m.to > from || m.prep !== null || (m.poss && m.form !== 'pronoun')) return false;
  if (!SUPPLIED.test(tokens[to - 1]?.lower ?? '')) return false;
  for (let i = from - 1; i >= Math.max(m.to, from - IS_REACH); i--) {
    if (!IS.test(tokens[i]?.lower ?? '') && !(tokens[i]?.lower === 's' && /^['’]$/.test(tokens[i - 1]?.text ?? '')))
      continue;
    return !s.mentions.some((o) => o.from >= m.to && o.to <= i && o.prep === null && o.form !== 'pronoun');
  }
  return false;
}

const SPENDS = /^(?:spend|spent|dépens|gast|spend|spes|ausgeb|ausgegeb|gibt|gab)/;

/** "comptait dépenser 200 millions chez X": what is spent at a firm buys from it, and is put into nobody. */
export const spendsAt = (s: ParsedSentence, { class: name, from }: Trigger, m: Mention | null) =>
  name === 'moneyInto' &&
  m !== null &&
  (m.prep === 'at' || m.prep === 'with') &&
  SPENDS.test(s.unit.tokens[from]?.lower ?? '');

const CREDITS = /^(?:credits|crédits|gutschriften|guthaben|créditos|crediti|vouchers)$/;
const STANDARD =
  /^(?:standard|usual|same|programmes?|programs?|everybody|everyone|anyone|any|free|programm|üblichen?|gleichen?|jede[mnrs]?|mêmes?|habituels?|habituales|mism[oa]s|programas?|soliti|stessi|programma)$/;
const CREDITS_REACH = 12;

/** "gave her credits, the standard programme": what everybody gets is no deal with anybody. */
export function isStandardOffer(s: ParsedSentence, { to }: Trigger): boolean {
  if (s.unit.money.length > 0) return false;
  const behind = s.unit.tokens.slice(to, to + CREDITS_REACH).map((t) => t.lower);
  return behind.some((w) => CREDITS.test(w)) && behind.some((w) => STANDARD.test(w));
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
  if (mention.poss && (PURE_SUPPLIERS.has(candidate.name) || ownsCompute(s, mention))) return true;
  if (
    mention.form === 'pronoun' ||
    mention.form === 'relative' ||
    (mention.form === 'definite' && trigger.class === 'use')
  )
    return false;
  if (trigger.class !== 'use') return true;
  if (SELLERS.has(candidate.name) && /^(?:in|at|on|with)$/.test(mention.prep ?? '') && hostsWork(s, trigger))
    return true;
  return s.language.cues.compute.has(
    s.unit.tokens,
    Math.max(0, mention.from - 5),
    Math.min(s.unit.tokens.length, mention.to + 4),
  );
}

/** "the Nvidia-backed cloud company": the compound tells who put money in, and nothing else of him. */
export const isBacker = (s: ParsedSentence, m: Mention | null) =>
  m !== null &&
  s.unit.tokens[m.to]?.joined === true &&
  s.triggers.some((t) => t.from === m.to && FRAMES[t.class].kind === 'investment');

const OWNED_REACH = 16;

/** "a commitment to use Microsoft's cloud services": behind the word for the deal stands whose computing power it is. */
export function ownsPower(s: ParsedSentence, { to }: Trigger, m: Mention | null): boolean {
  if (!m || m.from < to || m.from - to > OWNED_REACH) return false;
  if (!m.poss) return makesParts(s, m);
  return ownsCompute(s, m);
}

/** "its cloud", "Microsoft's cloud services". */
function ownsCompute({ unit: { tokens }, language }: ParsedSentence, { to }: Mention): boolean {
  const marked = tokens[to]?.text === "'" ? (tokens[to + 1]?.lower === 's' ? 2 : 1) : 0;
  return language.cues.compute.at(tokens, to + marked) !== null;
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
