import type { Language } from '../lexicon/index.ts';
import type { FrameClass } from '../lexicon/lexicon.ts';
import type { Landmark, Mention } from '../names/mention.ts';
import { describedFrom } from '../names/name-signs.ts';
import type { Unit } from '../unit.ts';
import type { Aside } from './asides.ts';
import { FRAMES } from './frame-classes.ts';
import { sharesIn } from './shares.ts';

/** A word or phrase that may open a frame. */
export interface Trigger {
  class: FrameClass;
  from: number;
  to: number;
}

/** A sentence with everything that frames are made from. */
export interface ParsedSentence {
  unit: Unit;
  language: Language;
  mentions: Mention[];
  landmarks: Landmark[];
  triggers: Trigger[];
  /** Tokens of verbs that open frames. */
  verbs: Set<number>;
  /** For each token, how many clause borders come before it; a comma is a small one. */
  borders: Float64Array;
  asides: readonly Aside[];
}

/** Finds every trigger of a sentence; "draw on" is no "draw", "bought into" no "bought". */
export function findTriggers(unit: Unit, language: Language): Trigger[] {
  const found = language.triggers.flatMap((index) =>
    index.find(unit.tokens).map((m) => ({ class: m.value, from: m.from, to: m.to })),
  );
  return found.filter(
    (t) =>
      !isNoun(t, unit, language) &&
      !lacksObject(t, unit, language) &&
      !isShareOfTakings(t, unit, language) &&
      !bindsToAct(t, unit, language) &&
      !found.some((o) => o.from <= t.from && o.to >= t.to && o.to - o.from > t.to - t.from),
  );
}

const OWNS =
  /^(?:owns|owned|owning|possède|possédait|possèdent|possédant|besitzt|besaß|besitzen|posee|poseía|poseen|possiede|possedeva|possiedono)$/;
const OWNED_REACH = 8;

/** "it owns the chip company X", "possiede la start-up X": the firm itself is the object, and no part of it is told. */
function ownsOutright(t: Trigger, { tokens }: Unit, mentions: readonly Mention[], language: Language): boolean {
  if (t.class !== 'stake' || t.to - t.from > 1 || !OWNS.test(tokens[t.from]?.lower ?? '')) return false;
  if (language.passive.has(tokens[t.from - 1]?.lower ?? '') || tokens[t.from]?.joined) return false;
  const m = mentions.find((x) => x.from >= t.to && x.form !== 'relative');
  if (m?.form !== 'name' || m.prep !== null || m.poss || m.from - t.to > OWNED_REACH) return false;
  if (language.partNouns.has(tokens[m.to]?.lower ?? '')) return false;
  return tokens.slice(t.to, describedFrom(tokens, m.from, t.to, language)).every((x, i) => {
    const prep = language.prepositions.at(tokens, t.to + i);
    const ofTrade = prep?.value === 'of' && prep.to < m.from;
    return (x.word || x.text === "'") && !/^\d/.test(x.text) && !language.partNouns.has(x.lower) && (!prep || ofTrade);
  });
}

const SIZE_REACH = 3;

/** "holds a majority in X", "60% of X": beyond its half a firm is bought rather than invested in. */
function isControl(t: Trigger, { tokens }: Unit): boolean {
  if (t.class !== 'stake' && t.class !== 'investIn') return false;
  const reach = t.class === 'stake' ? SIZE_REACH : 1;
  const share = sharesIn(tokens).find((x) => x.to > t.from - reach && x.from < t.to + reach);
  return share?.size === 'major' || share?.size === 'whole';
}

/** "took place over three days": nobody was taken over. */
const takesPlace = (t: Trigger, { tokens }: Unit) =>
  t.class === 'acquire' && /^(?:place|turns|shape|effect|part)$/.test(tokens[t.from + 1]?.lower ?? '');

const TEAM_REACH = 9;

/** "the takeover of nearly all of Inflection's staff", "die Übernahme der Belegschaft von X": people are taken, and not their firm. */
function takesTeam(t: Trigger, { tokens }: Unit, mentions: readonly Mention[], language: Language): boolean {
  if (t.class !== 'acquisition' && t.class !== 'acquire') return false;
  for (let i = t.to; i < Math.min(tokens.length, t.to + TEAM_REACH); i++) {
    if (!tokens[i]?.word && tokens[i]?.text !== "'") return false;
    if (language.people.at(tokens, i)?.value === 'team') return true;
    if (mentions.some((m) => m.from <= i && m.to > i && !m.poss)) return false;
  }
  return false;
}

const COMMITMENT = /^(?:commitments?|engagements?|zusagen?|compromisos?|impegn[oi])$/;
const COMMITMENT_REACH = 3;

/** "a large commitment to Azure": what is bound to a cloud is spent on it, and put into nobody. */
function bindsToCloud(t: Trigger, { tokens }: Unit, mentions: readonly Mention[]): boolean {
  if (t.class !== 'injection' || !COMMITMENT.test(tokens[t.to - 1]?.lower ?? '')) return false;
  return mentions.some(
    (m) => m.form === 'supply-brand' && m.from > t.to && m.from - t.to <= COMMITMENT_REACH && m.prep !== null,
  );
}

/** What is poured, put or added may be concrete, or gigawatts. */
const POURING =
  /^(?:pour|put|throw|threw|shoot|shot|sink|sank|hand|write|give|gave|given|add|set|extend|steck|schieß|schoss|leg|gib|gab|gegeben|pon|pus|aña|met|mess|aggiung|ajout)/;

const OWN_SHARES =
  /^(?:warrants?|options?|shares|stock|bons|actions|bezugsrechte|optionsscheine|aktien|acciones|opciones|azioni|opzioni)$/;
const HANDING =
  /^(?:hand|give|gave|given|grant|issu|gib|gab|gegeben|donn|remi|octro|otorg|entreg|dat|dato|conced|conces)/;
const HANDED_REACH = 6;

/** "handed OpenAI warrants for 160 million of its own shares": who gives shares in himself away puts nothing into anybody. */
function givesOwnShares(t: Trigger, { tokens }: Unit): boolean {
  if (t.class === 'stake') return isOfHanded(t, tokens);
  if (t.class !== 'moneyInto' || !HANDING.test(tokens[t.from]?.lower ?? '')) return false;
  return tokens.slice(t.to, t.to + HANDED_REACH).some((x) => OWN_SHARES.test(x.lower));
}

/** "issued OpenAI warrants for 160 million shares, about 10% of the company": a share that is handed out by its own firm. */
function isOfHanded({ from }: Trigger, tokens: Unit['tokens']): boolean {
  const before = tokens.slice(Math.max(0, from - SHARE_REACH), from);
  const at = before.findIndex((x) => HANDING.test(x.lower));
  return at >= 0 && before.slice(at, at + HANDED_REACH).some((x) => WARRANTS.test(x.lower));
}

const WARRANTS = /^(?:warrants?|bezugsrechte?|optionsscheine?|bsa)$/;
const SHARE_REACH = 16;

/** "added two gigawatts": where no sum and no word for money stands, nothing is put into anybody. */
function poursNoMoney(t: Trigger, { tokens, money, implied }: Unit, { cues }: Language): boolean {
  if (t.class !== 'moneyInto' || money.length + implied.length > 0) return false;
  return POURING.test(tokens[t.from]?.lower ?? '') && !cues.moneyNouns.has(tokens);
}

/**
 * Takes the triggers of a sentence and its mentions with their places; gives the triggers as what the firms around them
 * show them to be: a firm owned outright or for the most part is bought, and what is bound to a cloud is put into nobody.
 */
export function inPlace(
  triggers: readonly Trigger[],
  unit: Unit,
  mentions: readonly Mention[],
  language: Language,
): Trigger[] {
  const team = triggers.find((t) => takesTeam(t, unit, mentions, language));
  return triggers
    .filter((t) => !takesPlace(t, unit))
    .filter((t) => team === undefined || t === team || t.class !== 'acquisition' || t.from < team.to)
    .filter((t) => !bindsToCloud(t, unit, mentions) && !poursNoMoney(t, unit, language) && !givesOwnShares(t, unit))
    .map((t) => {
      if (isControl(t, unit)) return { ...t, class: 'control' };
      if (t === team) return { ...t, class: t.class === 'acquire' ? 'hire' : 'hiring' };
      return ownsOutright(t, unit, mentions, language) ? { ...t, class: 'acquire' } : t;
    });
}

const DETERMINERS = /^(?:the|a|an|its|their)$/;

/** "the purchase", "a lease", "sa place", "il suo impegno": verbs that are nouns behind an article, or behind whose it is. */
function isNoun(trigger: Trigger, unit: Unit, language: Language): boolean {
  if (!FRAMES[trigger.class].verb) return false;
  const own = unit.tokens[trigger.from];
  if (language.lexicon.language !== 'en') return isOwned(trigger, unit, language);
  return DETERMINERS.test(unit.tokens[trigger.from - 1]?.lower ?? '') && !/(?:ed|ing)$/.test(own?.lower ?? '');
}

/** In Romance languages only nouns stand behind "sa", "su", "suo"; in German participles do as well. */
function isOwned({ from }: Trigger, { tokens }: Unit, language: Language): boolean {
  if (language.lexicon.freeOrder) return false;
  const before = tokens[from - 1]?.lower ?? '';
  return language.possessives.has(before) && !language.relatives.has(before);
}

/** "swallowed hard when": another clause begins where English has its object, and nothing is bought. */
function lacksObject({ class: name, from, to }: Trigger, { tokens }: Unit, language: Language): boolean {
  if (language.lexicon.language !== 'en' || name !== 'acquire') return false;
  const [adverb, next] = [tokens[to], tokens[to + 1]];
  if (!adverb?.word || adverb.cap || language.breakers.has(adverb.lower) || !language.breakers.has(next?.lower ?? ''))
    return false;
  return ![1, 2, 3].some((n) => language.passive.has(tokens[from - n]?.lower ?? ''));
}

const BINDS = /^(?:commit|engag|compromet|impegn)/;
const TO = /^(?:to|à|a|ad)$/;
const INFINITIVE = /\p{Ll}(?:er|ir|re|ar|are|ere|ire)$/u;

/** "has committed to rent", "s'est engagée à louer": what follows says what is done, and nothing is put into anybody. */
function bindsToAct({ class: name, from, to }: Trigger, { tokens }: Unit, language: Language): boolean {
  const word = tokens[to + 1];
  if (name !== 'moneyInto' || !BINDS.test(tokens[from]?.lower ?? '') || !TO.test(tokens[to]?.lower ?? '')) return false;
  if (!word || !/^\p{Ll}/u.test(word.text)) return false;
  if (language.lexicon.language !== 'en') return INFINITIVE.test(word.text);
  return !language.articles.has(word.lower) && !language.possessives.has(word.lower);
}

const TAKINGS =
  /^(?:revenues?|sales|turnover|profits?|income|earnings|proceeds|takings|market|revenus?|recettes|bénéfices?|ventes|marché|chiffre|umsatz(?:es)?|umsätzen?|gewinn(?:s|en?)?|erlös(?:es|en?)?|ingresos|ventas|beneficios?|mercado|ricavi|vendite|utili|fatturato|mercato)$/;
const TAKINGS_REACH = 4;

/** "a share of its revenue", "20 % du chiffre d'affaires", "the majority of its engineers": a part of what a firm earns or of its people, not of the firm. */
function isShareOfTakings({ class: name, to }: Trigger, { tokens }: Unit, language: Language): boolean {
  if (name !== 'stake') return false;
  for (let i = to; i < to + TAKINGS_REACH; i++) {
    const word = tokens[i]?.lower ?? '';
    if (TAKINGS.test(word) || language.people.at(tokens, i)) return true;
    const leads =
      tokens[i]?.text === "'" ||
      language.prepositions.at(tokens, i) ||
      language.articles.has(word) ||
      language.possessives.has(word) ||
      language.adjectives.has(word);
    if (!leads) return false;
  }
  return false;
}

/** The tokens of triggers that are verbs: prepositions do not reach across them. */
export function verbTokens(triggers: readonly Trigger[]): Set<number> {
  const verbs = new Set<number>();
  for (const t of triggers) {
    const { verb, kind } = FRAMES[t.class];
    if (!verb) continue;
    verbs.add(t.from);
    // "take over X": the particle is no preposition. "invest in X": it is.
    if (kind === 'acquisition' || kind === 'acquihire') for (let i = t.from + 1; i < t.to; i++) verbs.add(i);
  }
  return verbs;
}

const BORDER: Record<string, number> = {
  ';': 1,
  ':': 0.8,
  '—': 0.8,
  '–': 0.8,
  '(': 0.5,
  ')': 0.5,
  ',': 0.15,
  '…': 0.5,
  '.': 1,
  '•': 1,
  '|': 1,
};

/** Adds up the clause borders before each token. */
export function clauseBorders(unit: Unit, language: Language): Float64Array {
  const sums = new Float64Array(unit.tokens.length + 1);
  let sum = 0;
  unit.tokens.forEach((token, i) => {
    sums[i] = sum;
    const word = token.word && (language.breakers.has(token.lower) || language.relatives.has(token.lower));
    const inner = !token.word && unit.tokens[i - 1]?.end === token.start && unit.tokens[i + 1]?.start === token.end;
    sum += word ? 0.8 : inner ? 0 : (BORDER[token.text] ?? 0);
    if (word) sums[i] = sum;
  });
  sums[unit.tokens.length] = sum;
  return sums;
}

/** Clause borders between two tokens. */
export function bordersBetween(borders: Float64Array, a: number, b: number): number {
  return Math.abs((borders[a] ?? 0) - (borders[b] ?? 0));
}
