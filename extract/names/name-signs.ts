import { NATIONS } from '../lexicon/epithets.ts';
import type { Language } from '../lexicon/index.ts';
import { FIRST_NAMES, NATIONALITIES, PLACES } from '../lexicon/names.ts';
import { fillsCell } from '../text/layout.ts';
import type { Token } from '../text/tokens.ts';
import type { Unit } from '../unit.ts';
import { isTownsman, standsBare } from './german-names.ts';
import { hasLegalForm, labelledWithTrade, ownsThings, plies } from './name-context.ts';

/** Where a capitalised name stands. */
export interface Sighting {
  unit: Unit;
  from: number;
  to: number;
  /** In a sentence that names a group and a word for a deal. */
  besideDeal: boolean;
  /** A capital there says that it is a name: not a headline, not the first word, not a German noun. */
  telling: boolean;
  /** In a headline of capitals. */
  titled: boolean;
  /** On a line of a list or a table. */
  listed: boolean;
  /** Beside a group at the head of a line: "Google/Larkspur". */
  paired: boolean;
}

/** What the words around a name may show, and how much each says that it is a company. */
export const SIGNS = {
  introduced: 2,
  described: 1.5,
  relative: 1,
  ownsPeople: 1.5,
  owns: 0.5,
  dealObject: 1.5,
  behind: 1,
  raises: 1.25,
  secondObject: 1.25,
  changesHands: 1.25,
  placed: 0.4,
  bracketed: 0.75,
  nation: 0.75,
  based: 1,
  legalForm: 2,
  trade: 1,
  plies: 1,
  ownsThings: 0.75,
  besideDeal: 0.75,
  bare: 1,
  cell: 0.75,
  emphasis: 0.75,
  alone: 0.75,
  opens: 0.5,
} as const;
export type Sign = keyof typeof SIGNS;

/** Takes one sighting; gives the signs that it shows. */
export function signsOf(s: Sighting, language: Language): Sign[] {
  const { tokens } = s.unit;
  const has = (found: boolean, sign: Sign): Sign[] => (found ? [sign] : []);
  const described = [s.to, afterBrackets(tokens, s.to)].some((to) => nounAfter(tokens, to, language) > 0);
  const owner = isPossessive(tokens, s.to);
  const ownsPeople = owner && language.people.at(tokens, s.to + 2) !== null;
  return [
    ...has(nounBefore(tokens, s.from, language) !== 0, 'introduced'),
    ...has(described, 'described'),
    ...has(!described && isRelated(tokens, s, language), 'relative'),
    ...has(ownsPeople, 'ownsPeople'),
    ...has(owner && !ownsPeople, 'owns'),
    ...has(s.paired || isDealObject(tokens, beforeModifiers(tokens, s.from, language), language), 'dealObject'),
    ...has(/^(behind|derrière|hinter|detrás|dietro)$/.test(tokens[s.from - 1]?.lower ?? ''), 'behind'),
    ...has(isDealSubject(tokens, s.to, language), 'raises'),
    ...has(followsDealObject(tokens, s.from, language), 'secondObject'),
    ...has(changesHands(tokens, afterApposition(tokens, s.to), language), 'changesHands'),
    ...has(tokens[s.to]?.text === '(' && PLACES.has(tokens[s.to + 1]?.lower ?? ''), 'placed'),
    ...has(
      tokens[s.to]?.text === '(' ||
        (/^(of|de|aus|di)$/.test(tokens[s.to]?.lower ?? '') && PLACES.has(tokens[s.to + 1]?.lower ?? '')),
      'bracketed',
    ),
    ...has(isBased(tokens, s.from), 'based'),
    ...has(isDemonym(tokens, s.from - 1, language), 'nation'),
    ...has(hasLegalForm(tokens, s.to), 'legalForm'),
    ...has(isTownsman(tokens[s.from - 1]), 'nation'),
    ...has(s.listed && fillsCell(s.unit, s.from, s.to), 'cell'),
    ...has(isEmphasised(tokens, s.from, s.to), 'emphasis'),
    ...has(standsByItself(tokens, s.from, s.to), 'alone'),
    ...has(opensLine(s, language), 'opens'),
    ...has(labelledWithTrade(tokens, s.to, language), 'trade'),
    ...activitySigns(s, language),
  ];
}

/** "X, which", "X of Fukuoka, in which Google holds", "X, an dem": a clause of its own says more of it. */
function isRelated(tokens: readonly Token[], { from, to }: Sighting, language: Language): boolean {
  const isWhence = language.prepositions.at(tokens, from - 1)?.value === 'of' && tokens[from - 2]?.cap;
  if (isWhence) return false;
  let comma = to;
  const isFrom = language.prepositions.at(tokens, to)?.value === 'of' && tokens[to + 1]?.cap;
  if (isFrom) for (comma = to + 2; tokens[comma]?.cap && comma < to + 4; ) comma++;
  if (tokens[comma]?.text !== ',') return false;
  const behind = language.prepositions.at(tokens, comma + 1)?.to ?? comma + 1;
  // "en la que"
  return [comma + 1, behind, behind + 1].some((at, i) => {
    const isNear = i < 2 || language.articles.has(tokens[behind]?.lower ?? '');
    return isNear && language.relatives.has(tokens[at]?.lower ?? '');
  });
}

/** "*Ringbuch*", "**0xFern**": signs of emphasis around a name and nothing else. */
function isEmphasised(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, after] = [tokens[from - 1]?.text, tokens[to]?.text];
  return before === after && (before === '*' || before === '_') && touch(tokens, from) && touch(tokens, to);
}

const touch = (tokens: readonly Token[], at: number) => tokens[at]?.start === tokens[at - 1]?.end;

/** "Nuro. Waabi.": a sentence of one name. */
function standsByItself(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.every((t, i) => (i >= from && i < to) || !t.word) && tokens[to]?.text !== '?';
}

/** "Maluuba a gennaio, da Montréal": a word that the reader does not know opens a line or a sentence. */
function opensLine({ unit: { tokens, part }, from, to }: Sighting, language: Language): boolean {
  if (part === 'title' || to - from > 1 || language.words.has(tokens[from]?.lower ?? '')) return false;
  if (tokens.slice(0, from).some((t) => t.word && !/^\d/.test(t.text))) return false;
  if (NO_NAME.test(tokens[from]?.lower ?? '') || /^[¿¡]$/.test(tokens[from - 1]?.text ?? '')) return false;
  const next = tokens[to];
  if (isVerbForm(tokens, from, to, language)) return false;
  return next !== undefined && (!language.lexicon.freeOrder || /^[,:(]$/.test(next.text));
}

/** Endings of verbs that open a sentence: "Compiten en", "Interrogé,", "Raggiunto dai". */
const VERB_FORM: Record<string, RegExp> = {
  fr: /\p{L}{3}(?:és?|ées?|ant)$/u,
  es: /\p{L}{3}(?:[ai]d[oa]s?|aron|ieron|aban|ían|an|en|ando|iendo)$/u,
  it: /\p{L}{3}(?:[aui]t[oaie]|ando|endo|ono|ano|avano|evano)$/u,
};

/** True where a word ends like a verb and what follows is no verb of its own: a comma, a preposition or an article. */
function isVerbForm(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  if (!VERB_FORM[language.lexicon.language]?.test(tokens[from]?.lower ?? '')) return false;
  const next = tokens[to];
  return (
    next?.text === ',' || language.prepositions.at(tokens, to) !== null || language.articles.has(next?.lower ?? '')
  );
}

/** Adverbs, and words for yes, no and nothing, that open sentences. */
const NO_NAME =
  /^(?:\p{L}+(?:ly|mente|amment|emment|ement|rá|rán|erà)|oui|non|sí|ja|nein|yes|nothing|nobody|none|rien|nada|nulla|niente|maybe|perhaps|quizá|quizás|forse|please|pourquoi|warum)$/u;

/** "the Forum offers", "die Sparte baut": what has an article is a thing rather than a name. */
function activitySigns(s: Sighting, language: Language): Sign[] {
  const { tokens } = s.unit;
  if (language.articles.has(tokens[s.from - 1]?.lower ?? '')) return [];
  const found: Sign[] = [];
  if (plies(tokens, afterApposition(tokens, s.to), language) || plies(tokens, s.to, language)) found.push('plies');
  if (ownsThings(tokens, s.from, s.to, language)) found.push('ownsThings');
  const bare = language.lexicon.freeOrder === true && s.to - s.from === 1 && standsBare(tokens, s.from, s.to, language);
  if (bare) found.push('bare');
  if (s.besideDeal && (bare || (s.telling && language.lexicon.freeOrder !== true))) found.push('besideDeal');
  return found;
}

/** "Paris-based X", "Boston-headquartered X". */
function isBased(tokens: readonly Token[], from: number): boolean {
  const word = tokens[from - 1];
  return word?.joined === true && /^(?:based|headquartered|founded|born)$/.test(word.lower);
}

/** "a round for Paris-based X", "invests in German chip designer X": gives where what is said before a name begins. */
function beforeModifiers(tokens: readonly Token[], from: number, language: Language): number {
  let at = from;
  while (at > 0) {
    const word = tokens[at - 1] as Token;
    if (isBased(tokens, at)) at -= lengthOfCompound(tokens, at);
    else if (language.adjectives.has(word.lower) || word.lower in NATIONS || NATIONALITIES.has(word.lower)) at--;
    else break;
  }
  return at;
}

/** How many words before `end` are one by hyphens and as a place: "San Francisco-based". */
function lengthOfCompound(tokens: readonly Token[], end: number): number {
  let n = 1;
  while (tokens[end - n]?.joined) n++;
  return PLACES.has(`${tokens[end - n - 1]?.lower} ${tokens[end - n]?.lower}`) ? n + 1 : n;
}

const DEMONYM: Record<string, RegExp> = {
  fr: /(?:ien|ienne|ois|oise|ais|aise|éen|éenne|and|ande|ain|aine|in|ine|ard|arde|esque|on|onne|al|ale|asque|ote)$/,
  es: /(?:ense|[eé]s|esa|ano|ana|eño|eña|ino|ina|aco|aca|í|ita|ón|ona|án|ego|ega|eco|eca|uno|una|ol|ola)$/,
  it: /(?:ese|ano|ana|ino|ina|igiano|igiana|asco|asca|otto|otta|aro|ara|olo|ola|eno|ena|ita|one)$/,
};

/** "the Israeli X"; "la veronese X", "l'italo-brasiliana X": an article and where the firm is from. */
function isDemonym(tokens: readonly Token[], at: number, language: Language): boolean {
  const word = tokens[at];
  if (!word?.word) return false;
  if (word.lower in NATIONS || NATIONALITIES.has(word.lower)) return true;
  const pattern = DEMONYM[language.lexicon.language];
  const before = tokens[at - 1]?.text === "'" ? at - 2 : tokens[at]?.joined ? at - 2 : at - 1;
  const article = /^(?:la|le|l|el|il|lo)$/.test(tokens[before]?.lower ?? '');
  return article && !word.cap && word.lower.length > 5 && (pattern?.test(word.lower) ?? false);
}

const OFFICE =
  /^(?:chief|head|senior|vice|director|president|ceo|cto|cfo|manager|adviser|advisor|chef|chefin|leiter|leiterin|directeur|directrice|responsable|director|directora|jefe|jefa|vicepresidente|vicepresidenta|direttore|direttrice|capo|consigliere)$/;
const OFFICE_REACH = 4;

/** "Dana Whitfield as senior vice president": what somebody is made. */
function takesOffice(tokens: readonly Token[], to: number): boolean {
  if (!/^(?:as|comme|als|como|come)$/.test(tokens[to]?.lower ?? '')) return false;
  return tokens.slice(to + 1, to + 1 + OFFICE_REACH).some((t) => OFFICE.test(t.lower));
}

/** True when the words around a name say that it is a person's. */
export function isPerson({ unit, from, to }: Sighting, language: Language): boolean {
  const { tokens } = unit;
  const first = tokens[from] as Token;
  const words = to - from;
  if (words >= 2 && FIRST_NAMES.has(first.lower)) return true;
  if (
    /^(mr|mrs|ms|m|dr|sir|mme|herr|frau|señor|signor)$/.test(tokens[from - 1]?.lower ?? '') ||
    tokens[from - 1]?.lower === 'm'
  )
    return true;
  const before = tokens[from - 1];
  if (
    before &&
    /^(ceo|pdg|president|chairman|chair|chef|minister|professors?|judge|analyst|commissioner|(?:co)?founders|(?:co)?fondateurs|(?:mit)?gründer|(?:co)?fundadores|(?:co)?fondatori)$/.test(
      before.lower,
    )
  )
    return true;
  if (words !== 2) return false;
  if (takesOffice(tokens, to)) return true;
  // "Brett Adcock, the founder" and "founder Brett Adcock": two capitals beside a word for people.
  const after = tokens[to]?.text === ',' ? to + 1 : to;
  return (
    // "Bright Harbor, people familiar with the matter said": a crowd says nothing of the name before it.
    [after, after + 1].some((i) => (language.people.at(tokens, i)?.value ?? 'team') !== 'team') ||
    [from - 1, from - 2].some((i) => i >= 0 && language.people.at(tokens, i)?.to === from) ||
    inListOfPeople(tokens, from, language)
  );
}

/** "co-founders Xiao Wang and Lea Pinto": the second of two people. */
function inListOfPeople(tokens: readonly Token[], from: number, language: Language): boolean {
  if (!language.conjunctions.at(tokens, from - 1)) return false;
  return [from - 3, from - 4, from - 5].some(
    (i) => i >= 0 && language.people.at(tokens, i) !== null && tokens[i + 1]?.cap,
  );
}

/** "AI start-up X", "start-up d'IA X": gives where the descriptor begins, or 0. */
export function nounBefore(tokens: readonly Token[], from: number, language: Language): number {
  const end = isCalled(tokens, from - 1) ? from - 1 : from;
  for (let i = Math.max(0, end - 6); i < end; i++) {
    const noun = language.nouns.at(tokens, i);
    const match = noun?.value === 'arm' ? null : (noun ?? language.makers.at(tokens, i));
    if (match && match.to <= end && leadsTo(tokens, match.to, end, language)) return i || -1;
  }
  return 0;
}

const CALLED =
  /^(?:called|named|dubbed|christened|baptisée?|nommée?|appelée?|dénommée?|surnommée?|namens|genannt|getauft|llamad[ao]|bautizad[ao]|denominad[ao]|apodad[ao]|chiamat[ao]|denominat[ao]|battezzat[ao]|ribattezzat[ao])$/;

/** "a firm called X", "ein Labor namens X": the word after it is a name even without a capital. */
export const isCalled = (tokens: readonly Token[], at: number) => CALLED.test(tokens[at]?.lower ?? '');

/** True when only adjectives, nations and "of AI" stand between a noun and the name it introduces. */
export function leadsTo(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  let i = from;
  while (i < to) {
    const token = tokens[i] as Token;
    const trade = language.cues.ai.at(tokens, i) ?? language.cues.compute.at(tokens, i);
    const of = language.prepositions.at(tokens, i);
    if (language.adjectives.has(token.lower) || token.lower in NATIONS || saysWhence(token, language)) i++;
    else if (trade && trade.to <= to) i = trade.to;
    else if (of && (of.value === 'of' || of.value === 'for') && tradeAfter(tokens, of.to, language) >= 0)
      i = tradeAfter(tokens, of.to, language);
    else if (token.text === "'" && i > from) i++;
    else return false;
  }
  return true;
}

/**
 * "le concepteur de puces d'IA X": takes where a name begins and how far back to look; gives the token of the noun
 * that introduces it, or the name's own first token.
 */
export function describedFrom(tokens: readonly Token[], from: number, stop: number, language: Language): number {
  for (let i = from - 2; i >= stop; i--) {
    const noun = language.nouns.at(tokens, i) ?? language.makers.at(tokens, i);
    if (noun && noun.value !== 'arm' && noun.to < from && leadsTo(tokens, noun.to, from, language)) return i;
  }
  return from;
}

/** Where a trade begins behind a preposition and its article ("d'IA", "per l'IA"), or -1. */
function tradeAfter(tokens: readonly Token[], from: number, { cues, articles }: Language): number {
  let at = from;
  while (tokens[at]?.text === "'" || articles.has(tokens[at]?.lower ?? '')) at++;
  return cues.ai.at(tokens, at) !== null || cues.compute.at(tokens, at) !== null ? at : -1;
}

/** Endings that only words for where somebody is from have, so that no verb is taken for one. */
const WHENCE: Record<string, RegExp> = {
  fr: /(?:ais|aise|ois|oise|ien|ienne|éen|éenne)$/,
  es: /(?:ense|eño|eña)$/,
  it: /(?:igiano|igiana|asco|asca|\p{L}{5}ese)$/u,
};
const LEAST_WHENCE = 6;

/** "la société suédoise X", "la ditta comasca X": between the word for a firm and its name stands where it is from. */
function saysWhence(token: Token, language: Language): boolean {
  if (token.cap) return false;
  if (NATIONALITIES.has(token.lower)) return true;
  return token.text.length >= LEAST_WHENCE && (WHENCE[language.lexicon.language]?.test(token.lower) ?? false);
}

/** ", a maker of robots" or ", the start-up": gives where the descriptor ends, or 0. */
export function nounAfter(tokens: readonly Token[], to: number, language: Language): number {
  const open = tokens[to]?.text;
  if (open !== ',' && open !== '(' && open !== '–' && open !== '—') return 0;
  for (let i = to + 1; i < Math.min(to + 10, tokens.length); i++) {
    const token = tokens[i] as Token;
    if (!token.word && token.text !== "'") break;
    const match = language.nouns.at(tokens, i);
    if (match && match.value !== 'arm' && match.value !== 'group') return match.to;
    if (i > to + 1 && language.breakers.has(token.lower)) break;
  }
  return apposedAfter(tokens, to + 1, language);
}

const LONGEST_APPOSITION = 8;

/** "an AI that drafts tenders", "progettista di acceleratori", "founded in Leeds": what only a firm is said to be. */
function apposedAfter(tokens: readonly Token[], start: number, language: Language): number {
  const origin = language.origins.at(tokens, start);
  if (origin) return origin.to;
  const first = tokens[start]?.lower ?? '';
  const article = language.articles.has(first) && !language.possessives.has(first);
  for (let i = start; i < Math.min(start + LONGEST_APPOSITION, tokens.length); i++) {
    const token = tokens[i] as Token;
    const head = language.makers.at(tokens, i) ?? (article || i === start ? language.products.at(tokens, i) : null);
    if (head && (i === start || article)) return head.to;
    if (!token.word && token.text !== "'") return 0;
    if (i > start && (language.breakers.has(token.lower) || language.relatives.has(token.lower))) return 0;
    if (i > start && language.prepositions.at(tokens, i) && token.lower !== 'of') return 0;
  }
  return 0;
}

function isPossessive(tokens: readonly Token[], to: number): boolean {
  return tokens[to]?.text === "'" && (tokens[to + 1]?.lower === 's' || tokens[to]?.end !== tokens[to + 1]?.start);
}

function isDealObject(tokens: readonly Token[], from: number, language: Language): boolean {
  const direct = language.triggers.some((p) =>
    [1, 2, 3, 4].some((n) => {
      const match = p.at(tokens, from - n);
      return match && match.to === from && /^(acquire|acquisition|fund|hire)$/.test(match.value);
    }),
  );
  if (direct) return true;
  const prep = [1, 2].find((n) => language.prepositions.at(tokens, from - n)?.to === from);
  if (!prep) return false;
  const link = language.prepositions.at(tokens, from - prep)?.value ?? 'other';
  return language.triggers.some((p) => {
    for (let i = from - prep - 1; i >= Math.max(0, from - prep - 9); i--) {
      const match = p.at(tokens, i);
      if (match && match.to <= from - prep && takes(match.value, link)) return true;
      if (/^[,;:.(]$/.test(tokens[i]?.text ?? '') && tokens[i]?.start !== tokens[i - 1]?.end) return false;
    }
    return false;
  });
}

const OBJECTS = /^(investIn|stake|injection|acquisition|moneyInto|round|participate|supply|payFor)$/;

/** "walked off with X", "se hace con X", "greift nach X": a purchase takes few prepositions before what is bought. */
const takes = (trigger: string, link: string) =>
  trigger === 'acquire' ? /^(?:with|for|on|to)$/.test(link) : OBJECTS.test(trigger);

/** "bought Edge Impulse and Arduino": the second of two objects. */
function followsDealObject(tokens: readonly Token[], from: number, language: Language): boolean {
  if (language.conjunctions.at(tokens, from - 1)?.to !== from || !tokens[from - 2]?.cap) return false;
  let start = from - 2;
  while (tokens[start - 1]?.cap && from - start < 5) start--;
  return isDealObject(tokens, start, language);
}

function isDealSubject(tokens: readonly Token[], to: number, language: Language): boolean {
  const at =
    language.perfect.has(tokens[to]?.lower ?? '') || language.passive.has(tokens[to]?.lower ?? '') ? to + 1 : to;
  return language.triggers.some((p) => {
    const match = p.at(tokens, at);
    return (
      match !== null &&
      match.value === 'raise' &&
      tokens.slice(match.to, match.to + 4).some((t) => /[$€£¥\d]/.test(t.text))
    );
  });
}

const LONGEST_BRACKETS = 14;

/** "Fenwick ("the Company"), a maker of robots": gives the token behind the brackets. */
function afterBrackets(tokens: readonly Token[], to: number): number {
  if (tokens[to]?.text !== '(') return to;
  for (let i = to + 1; i < to + LONGEST_BRACKETS; i++) if (tokens[i]?.text === ')') return i + 1;
  return to;
}

/** "Neeva, the search engine without ads, has": gives the token behind what is said of the name between commas. */
function afterApposition(tokens: readonly Token[], to: number): number {
  if (tokens[to]?.text !== ',') return to;
  for (let i = to + 1; i < Math.min(tokens.length, to + 16); i++) {
    if (tokens[i]?.text === ',') return i + 1;
  }
  return to;
}

/** "… was bought by", "… now belongs to", "… has been snapped up": only a firm changes hands. */
function changesHands(tokens: readonly Token[], to: number, language: Language): boolean {
  let at = to;
  let passive = false;
  while (
    at < to + 4 &&
    (language.perfect.has(tokens[at]?.lower ?? '') || language.passive.has(tokens[at]?.lower ?? ''))
  ) {
    passive ||= language.passive.has(tokens[at]?.lower ?? '');
    at++;
  }
  return language.triggers.some((p) => {
    const match = p.at(tokens, at) ?? p.at(tokens, to);
    return match !== null && (match.value === 'belong' || (passive && match.value === 'acquire'));
  });
}
