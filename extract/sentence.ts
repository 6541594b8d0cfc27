import { FRAMES } from './frame-classes.ts';
import type { Language } from './lexicon/index.ts';
import type { FrameClass } from './lexicon/lexicon.ts';
import type { Landmark, Mention } from './mention.ts';
import type { Unit } from './unit.ts';

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

const DETERMINERS = /^(?:the|a|an|its|their)$/;

/** "the purchase", "a lease": English verbs that are nouns behind an article. */
function isNoun(trigger: Trigger, unit: Unit, language: Language): boolean {
  if (language.lexicon.language !== 'en' || !FRAMES[trigger.class].verb) return false;
  const own = unit.tokens[trigger.from];
  return DETERMINERS.test(unit.tokens[trigger.from - 1]?.lower ?? '') && !/(?:ed|ing)$/.test(own?.lower ?? '');
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

/** "a share of its revenue", "20 % du chiffre d'affaires": a part of what a firm earns, not of the firm. */
function isShareOfTakings({ class: name, to }: Trigger, { tokens }: Unit, language: Language): boolean {
  if (name !== 'stake') return false;
  for (let i = to; i < to + TAKINGS_REACH; i++) {
    const word = tokens[i]?.lower ?? '';
    if (TAKINGS.test(word)) return true;
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
