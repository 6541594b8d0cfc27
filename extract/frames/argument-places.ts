import type { Prep } from '../lexicon/lexicon.ts';
import type { Mention } from '../names/mention.ts';
import { describedFrom } from '../names/name-signs.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import type { Token } from '../text/tokens.ts';
import { isPartedByAside, wayBetween } from './asides.ts';
import { isPromisedTo } from './bound-to.ts';
import type { Argument } from './frame.ts';
import { FRAMES, type FrameSpec, type Slot } from './frame-classes.ts';
import { bordersBetween, type ParsedSentence, type Trigger } from './sentence.ts';
import { hostsWork } from './suppliers.ts';

const LEAST_ARGUMENT = 0.3;

/** The slots as they stand in this sentence: a passive turns subject and object round. */
export function slotsOf(
  s: ParsedSentence,
  trigger: Trigger,
  spec: FrameSpec,
): { acquirer: Slot[]; target: Slot[]; passive: boolean } {
  const passive = spec.verb && isPassive(s, trigger);
  if (spec.turns && !passive && hasObjectBefore(s, trigger))
    return { acquirer: ['obj'], target: ['subj', 'to'], passive };
  // "wurde von X angeführt": whoever stands behind "von" does it.
  if (passive && trigger.class === 'participate' && s.language.lexicon.freeOrder)
    return { acquirer: ['of', 'by', 'from'], target: ['for', 'in', 'at', 'poss', 'to'], passive };
  // "También participa OpenAI", "ha entrado Nvidia": what such verbs take has a preposition, so that a bare name is who does it.
  if (!passive && isInverted(s, trigger)) return { acquirer: [...spec.acquirer, 'obj'], target: spec.target, passive };
  // "Oracle hosts the models of Brightmoor": whose they are is supplied.
  if (!passive && trigger.class === 'supply' && hostsWork(s, trigger))
    return { acquirer: spec.acquirer, target: [...spec.target, 'of', 'poss'], passive };
  if (!passive || !spec.turns) return { acquirer: spec.acquirer, target: spec.target, passive };
  return {
    acquirer: s.language.lexicon.freeOrder ? ['by', 'of', 'from', 'at'] : ['by', 'from', 'at'],
    // "Backed by Nvidia, Halden builds": the subject comes after.
    target:
      spec.kind === 'acquihire'
        ? ['subj', 'of', 'from', 'at', 'poss']
        : trigger.from === 0
          ? ['subj', 'obj']
          : ['subj'],
    passive,
  };
}

const INVERTED: ReadonlySet<string> = new Set(['participate', 'investIn']);

const isInverted = (s: ParsedSentence, trigger: Trigger) =>
  s.language.lexicon.dropsSubject === true &&
  INVERTED.has(trigger.class) &&
  s.mentions.some(
    (m) =>
      m.form === 'name' &&
      m.prep === null &&
      m.from >= trigger.to &&
      m.from - trigger.to <= ADVERBS &&
      canAcquire(m.candidates[0]?.name ?? ''),
  );
/** "sono entrati anche Nvidia e SAP": words between the verb and who does it. */
const ADVERBS = 1;

function isPassive(s: ParsedSentence, trigger: Trigger): boolean {
  const { tokens } = s.unit;
  if (s.language.lexicon.freeOrder && endsPassive(s, trigger)) return true;
  for (let i = trigger.from - 1; i >= Math.max(0, trigger.from - 3); i--) {
    const word = tokens[i]?.lower ?? '';
    if (s.language.passive.has(word) && isReflexive(tokens, i)) return false;
    if (s.language.passive.has(word)) return !/ing$/.test(tokens[trigger.from]?.lower ?? '');
    if (!tokens[i]?.word || word === 'to' || s.language.articles.has(word)) break;
  }
  for (let i = trigger.to; i < Math.min(trigger.to + 3, tokens.length); i++) {
    if (s.language.prepositions.at(tokens, i)?.value === 'by') return true;
    if (!tokens[i]?.word || i > trigger.to) break;
  }
  return false;
}

const CLITICS: Record<string, RegExp> = { es: /^(?:la|lo|las|los)$/, it: /^(?:la|lo|le|li|l)$/ };

/** "Telaraña la compró ServiceNow", "Pungitopo l'ha comprata Intel": the object stands first, and the subject right behind the verb. */
function hasObjectBefore(s: ParsedSentence, trigger: Trigger): boolean {
  const clitic = CLITICS[s.language.lexicon.language];
  const { tokens } = s.unit;
  if (!clitic) return false;
  let at = trigger.from - 1;
  if (s.language.perfect.has(tokens[at]?.lower ?? '')) at--;
  if (tokens[at]?.text === "'") at--;
  if (!clitic.test(tokens[at]?.lower ?? '')) return false;
  const isName = (m: Mention) => m.form === 'name' || m.form === 'epithet';
  const before = s.mentions.some((m) => isName(m) && m.to <= at && bordersBetween(s.borders, m.from, at) < 0.9);
  return before && s.mentions.some((m) => isName(m) && m.prep === null && m.from === trigger.to);
}

/** "s'est offert", "si è assicurata": the subject acts on its own behalf. */
function isReflexive(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return /^(se|si)$/.test(before?.lower ?? '') || (before?.text === "'" && tokens[at - 2]?.lower === 's');
}

/** German "wurde von Salesforce für 300 Millionen geschluckt": the auxiliary stands far before. */
function endsPassive(s: ParsedSentence, trigger: Trigger): boolean {
  const { tokens } = s.unit;
  for (let i = trigger.from - 1; i >= Math.max(0, trigger.from - 16); i--) {
    if (bordersBetween(s.borders, i, trigger.from) > 0.5) return false;
    if (/^wurden?$/.test(tokens[i]?.lower ?? '')) return true;
  }
  return false;
}

/** True when that side must stand exactly where its frame expects it. */
export const isStrict = (spec: FrameSpec, side: 'acquirer' | 'target') => spec.strict?.includes(side) ?? false;

/** Every mention that may fill a side, with how well it stands there. */
export function argumentsFor(
  s: ParsedSentence,
  trigger: Trigger,
  slots: readonly Slot[],
  allowed: (name: string) => boolean,
  strict: boolean,
): Argument[] {
  const found: Argument[] = [];
  for (const mention of s.mentions) {
    if ((mention.from < trigger.to && mention.to > trigger.from) || isPartedByAside(s, mention, trigger)) continue;
    if (opensLater(mention, trigger)) continue;
    const place = placeScore(s, mention, trigger, slots, strict);
    if (place <= 0) continue;
    for (const candidate of mention.candidates) {
      if (allowed(candidate.name)) found.push({ mention, candidate, score: place * candidate.weight });
    }
  }
  return found.filter((a) => a.score >= LEAST_ARGUMENT).sort((a, b) => b.score - a.score);
}

/** "invested in OpenAI; it also led a round in which …": a relative belongs to the verb behind it. */
const opensLater = ({ form, from }: Mention, { class: name, to }: Trigger) =>
  form === 'relative' && from >= to && FRAMES[name].verb;

/** "the Mistral stake": a name right before a noun belongs to it. */
export function slotOf(s: ParsedSentence, mention: Mention, trigger: Trigger, left: boolean): Slot {
  if (left && meansToAct(s, mention, trigger)) return 'subj';
  if (mention.poss) return 'poss';
  // "the firm which Google took over": another subject follows, so that the relative is the object.
  if (
    left &&
    mention.form === 'relative' &&
    mention.prep === null &&
    s.mentions.some((m) => m.from >= mention.to && m.to <= trigger.from && m.prep === null && !m.poss)
  )
    return 'obj';
  if (left && !FRAMES[trigger.class].verb && mention.to === trigger.from && mention.form !== 'pronoun') return 'mod';
  const prep = mention.prep ?? (left ? null : endPreposition(s, trigger));
  if (s.language.lexicon.freeOrder && prep && !FRAMES[trigger.class].verb) return germanSlot(trigger, mention, prep);
  return mention.prep ?? (left ? 'subj' : 'obj');
}

/** What somebody has who means to do something. */
const INTENT =
  /^(?:deal|bid|offer|plan|plans|agreement|attempt|attempts|move|decision|proposal|intention|effort|efforts|pact|option|right|offre|tentative|projet|accord|décision|volonté|option|intento|oferta|acuerdo|decisión|intención|propuesta|opción|tentativo|offerta|piano|accordo|decisione|intenzione|proposta|opzione)$/;
const INTENT_REACH = 9;

/** "OpenAI's $3 billion deal to buy X", "la tentative de Meta de racheter X": whose plan it is does it. */
function meansToAct(s: ParsedSentence, mention: Mention, trigger: Trigger): boolean {
  const { tokens } = s.unit;
  if (!FRAMES[trigger.class].verb || trigger.from - mention.to > INTENT_REACH) return false;
  if (mention.poss)
    return tokens[trigger.from - 1]?.lower === 'to' && INTENT.test(tokens[trigger.from - 2]?.lower ?? '');
  if (mention.prep !== 'of' || trigger.from - mention.to > 2) return false;
  return [2, 3, 4].some((n) => INTENT.test(tokens[mention.from - n]?.lower ?? ''));
}

/** "40 Prozent an Lumenia": the preposition belongs to the trigger. */
function endPreposition(s: ParsedSentence, trigger: Trigger): Prep | null {
  const match = s.language.prepositions.at(s.unit.tokens, trigger.to - 1);
  return trigger.to - trigger.from > 1 && match?.to === trigger.to ? match.value : null;
}

const isHolding = ({ class: name }: Trigger) => name === 'stake' || name === 'control';

/** German holds shares "an" a firm, and a firm's backers are those "von" it. */
function germanSlot(trigger: Trigger, mention: Mention, prep: Prep): Slot {
  if (isHolding(trigger) && prep === 'to') return 'in';
  const bought = trigger.class === 'acquisition' && tierOf(mention.candidates[0]?.name ?? '') < 2;
  return (trigger.class === 'investor' || bought) && prep === 'from' ? 'of' : prep;
}

/** 0–1.1: how well a mention stands where a frame expects it; 0 when it cannot be meant. */
export function placeScore(
  s: ParsedSentence,
  mention: Mention,
  trigger: Trigger,
  slots: readonly Slot[],
  strict: boolean,
): number {
  const left = mention.to <= trigger.from;
  const label = slotOf(s, mention, trigger, left);
  const way = left ? wayBetween(s, mention.to, trigger.from) : wayBetween(s, trigger.to, mention.from);
  const distance = way.words;
  const crossed = left
    ? wayBetween(s, mention.to - 1, trigger.from).borders
    : wayBetween(s, trigger.from, mention.from).borders;
  let fits =
    slots.includes(label) ||
    (s.language.lexicon.freeOrder === true &&
      (label === 'subj' || label === 'obj') &&
      (slots.includes('subj') || slots.includes('obj')));
  // A subject stands before, an agent after; "of X" before a verb is no argument of it.
  if (
    fits &&
    left &&
    s.language.lexicon.freeOrder !== true &&
    !(label === 'from' && trigger.class === 'raise') &&
    !(label === 'to' && (slots.includes('subj') || (trigger.class === 'spend' && isPromisedTo(s, trigger, mention)))) &&
    label !== 'subj' &&
    label !== 'obj' &&
    label !== 'poss' &&
    label !== 'mod' &&
    FRAMES[trigger.class].verb &&
    mention.form !== 'relative'
  )
    fits = false;
  if (fits && label === 'poss' && !left && (distance > 4 || hasComma(s, trigger.to, mention.from))) fits = false;
  if (fits && label === 'obj' && !left && !isDirectObject(s, trigger, mention, distance)) fits = false;
  if (!fits && (strict || isAim(trigger, label, slots))) return 0;
  const penalty = 0.15 * crossed + 0.012 * distance;
  return fits ? Math.max(0.2, 1.1 - penalty) : Math.max(0, 0.42 - penalty);
}

const INTO = new Set<Trigger['class']>(['investIn', 'moneyInto']);

/** "setzt auf Google": what is bet on or put into does not do it. */
const isAim = ({ class: name }: Trigger, label: Slot, slots: readonly Slot[]) =>
  INTO.has(name) && (label === 'in' || label === 'on') && slots.includes('subj');

/** "its research team, days after OpenAI's deal": an owner does not follow a comma. */
const hasComma = (s: ParsedSentence, from: number, to: number) =>
  s.unit.tokens.slice(from, to).some((t) => t.text === ',');

/** An object follows its verb at once; behind a noun, no other verb stands between. */
function isDirectObject(s: ParsedSentence, trigger: Trigger, mention: Mention, distance: number): boolean {
  if (trigger.class === 'supply') return distance <= 3;
  // "swallowed hard when X …": another clause has begun.
  if (trigger.class === 'acquire')
    for (let i = trigger.to; i < mention.from; i++)
      if (s.language.breakers.has(s.unit.tokens[i]?.lower ?? '')) return false;
  if (FRAMES[trigger.class].verb) return true;
  for (let i = trigger.to; i < mention.from; i++) if (s.verbs.has(i)) return false;
  return true;
}

/** "wurde von X angeführt": German names the leader of a round before the verb. */
function isGermanLeader(s: ParsedSentence, m: Mention): boolean {
  if (m.prep !== 'of' && m.prep !== 'by') return false;
  const led = s.triggers.find((t) => t.class === 'participate' && t.from >= m.to);
  return led !== undefined && led.from - m.to <= 2 && endsPassive(s, led);
}

const LEADERS_REACH = 14;

/** "a round led by Thrive and Eurazeo": whoever leads one puts money in, and receives none. */
export function leadsRound(s: ParsedSentence, m: Mention | null): boolean {
  if (m && s.language.lexicon.freeOrder && isGermanLeader(s, m)) return true;
  const led = m && s.triggers.findLast((t) => t.class === 'participate' && t.to <= m.from);
  if (!led || m.from - led.to > LEADERS_REACH) return false;
  const { tokens } = s.unit;
  let first = -1;
  for (let i = led.from; i <= led.to; i++) {
    const prep = s.language.prepositions.at(tokens, i);
    if (prep?.value === 'by') first = prep.to;
  }
  const joined = (t: Token, at: number) =>
    t.cap || t.text === ',' || t.text === '&' || s.language.conjunctions.at(tokens, at) !== null;
  return first >= 0 && tokens.slice(first, m.from).every((t, n) => joined(t, first + n));
}

const SECURITY = /^(capital|shares?|stock|equity|ownership|notes?|debentures?|warrants?|securities)$/;
const LONGEST_SECURITY = 6;

/** "of Fenwick's shares", "of the Company's Class A common stock": a part of the firm itself. */
function ownsSecurities(s: ParsedSentence, { to }: Mention): boolean {
  const { tokens } = s.unit;
  for (let i = to + 2; i < to + 2 + LONGEST_SECURITY; i++) {
    if (SECURITY.test(tokens[i]?.lower ?? '')) return true;
    if (!tokens[i]?.word || s.language.prepositions.at(tokens, i)) return false;
  }
  return false;
}

const BID = /^(?:offer|offers|bid|bids|approach|angebot|gebot|offre|oferta|offerta)$/;

/** "Perplexity's offer for Google's browser": whose offer it is buys, unless it comes from somebody else. */
function bidsItself(s: ParsedSentence, trigger: Trigger, m: Mention | null): boolean {
  const { tokens } = s.unit;
  if (trigger.class !== 'acquisition' || !m?.poss || m.to > trigger.from) return false;
  const words = tokens.slice(trigger.from, trigger.to + 1).map((t) => t.lower);
  return words.some((w) => BID.test(w)) && words.includes('for');
}

/** "Run:ai's rival" is another firm. */
const OTHER_FIRM = /^(rivals?|competitors?|suppliers?|parent|owner|predecessor|successor)$/;

/** False when not the firm itself is meant but a part of it: "bought Adept's technology", "a stake in X". */
export function isWhole(s: ParsedSentence, trigger: Trigger, spec: FrameSpec, target: Argument): boolean {
  const { mention } = target;
  if (leadsRound(s, mention) || bidsItself(s, trigger, mention)) return false;
  // "80% of Adept's employees" is no stake in Adept.
  if (
    mention?.poss &&
    (spec.kind === 'investment' || isHolding(trigger)) &&
    s.language.people.at(s.unit.tokens, mention.to + 2)
  )
    return false;
  if (mention?.poss && isHolding(trigger) && mention.prep === 'of' && !ownsSecurities(s, mention)) return false;
  if (mention?.poss && OTHER_FIRM.test(s.unit.tokens[mention.to + 2]?.lower ?? '')) return false;
  if (!mention || spec.kind !== 'acquisition' || trigger.class === 'control') return true;
  const { tokens } = s.unit;
  if (spec.verb && mention.from >= trigger.to) {
    if (mention.poss) return false;
    const described = describedFrom(tokens, mention.from, trigger.to, s.language);
    for (let i = trigger.to; i < described; i++) if (s.language.partNouns.has(tokens[i]?.lower ?? '')) return false;
    if (
      trigger.class !== 'payFor' &&
      s.unit.money.some(
        (m) => m.start < (tokens[mention.from]?.start ?? 0) && m.start > (tokens[trigger.to - 1]?.end ?? 0),
      )
    )
      return false;
  }
  for (let i = mention.to; i < Math.min(mention.to + 3, tokens.length); i++) {
    const token = tokens[i];
    if (!token?.word) break;
    if (s.language.partNouns.has(token.lower)) return false;
    if (s.language.prepositions.at(tokens, i)) break;
  }
  return !/^(stake|share|%)$/.test(tokens[trigger.from - 1]?.lower ?? '');
}
