import { findCompany } from '../model/company.ts';
import { BRANDS, NATIONS, PEOPLE, STARTUP_PEOPLE } from './lexicon/epithets.ts';
import type { Language } from './lexicon/index.ts';
import { BODY_WORDS, CALENDAR, FIRST_NAMES, NOT_COMPANIES, OPENERS, OUTSIDE_AI, PLACES } from './lexicon/names.ts';
import { hasLegalForm, isLegalForm, labelledWithTrade, ownsThings, plies } from './name-context.ts';
import type { NameIndex } from './names.ts';
import { canAcquire } from './party.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './unit.ts';

/** A capitalised name that is in no list, and what speaks for its being an AI firm. */
export interface OpenName {
  name: string;
  /** How much the words around it say that it is a company. */
  company: number;
  /** Said to be in AI, chips, robots or data, near the name. */
  ai: boolean;
  /** Said to be in another trade. */
  other: boolean;
  count: number;
}

interface Place {
  unit: Unit;
  from: number;
  to: number;
}

interface Sighting extends Place {
  /** In a sentence that names a group and a word for a deal. */
  besideDeal: boolean;
}

const ENOUGH = 1;
/** Less than this is no name at all. */
const LEAST = 0.5;
const LEAST_GERMAN = 0.75;
/** In German every noun has a capital: a single word needs more to be a name. */
const ENOUGH_GERMAN = 1.5;
const isGerman = (language: Language) => language.lexicon.language === 'de';
/** No document is about more firms than this; the rest of a list of names is noise. */
const MOST_NAMES = 200;

/** Takes the sentences of a document; gives the unlisted firms that its words introduce. */
export function findOpenNames(units: readonly Unit[], language: Language, listed: NameIndex): OpenName[] {
  const sightings = new Map<string, Sighting[]>();
  const lower = lowerWords(units);
  for (const unit of units) {
    // In a line of capitals a capital says nothing.
    if (!/\p{Ll}/u.test(unit.text)) continue;
    const besideDeal = speaksOfDeal(unit, language, listed);
    for (const place of capitalised(unit, language, listed)) {
      const s = { ...place, besideDeal };
      const name = nameOf(s);
      if (!isPossible(s, name, language)) continue;
      const list = sightings.get(name) ?? [];
      if (list.length < 12) list.push(s);
      if (sightings.size < MOST_NAMES || sightings.has(name)) sightings.set(name, list);
    }
  }
  dropShortForms(sightings);
  return [...sightings]
    .map(([name, list]) => weigh(name, list, language, lower))
    .filter((n) => n.company >= (isGerman(language) ? LEAST_GERMAN : LEAST));
}

/** True when the words around a name say by themselves that it is a firm; others may be one where much else speaks for it. */
export function isSure({ name, company }: OpenName, language: Language): boolean {
  return company >= (isGerman(language) && !/ /.test(name) ? ENOUGH_GERMAN : ENOUGH);
}

/** True when a sentence has a group that may buy or fund, and a word for doing so. */
function speaksOfDeal({ tokens }: Unit, language: Language, listed: NameIndex): boolean {
  const group = tokens.some((t, i) => {
    const match = t.word ? listed.at(tokens, i) : null;
    return match !== null && canAcquire(match.entry.company);
  });
  return group && language.triggers.some((p) => p.has(tokens));
}

/** A capital says little in a headline, in German and in the symbol of a share. */
function isTelling({ unit, from, to }: Sighting, language: Language): boolean {
  const symbol = to - from === 1 && /^\p{Lu}+$/u.test(unit.tokens[from]?.text ?? '');
  return !symbol && !isGerman(language) && !isTitleCased(unit);
}

function isTitleCased({ tokens }: Unit): boolean {
  const words = tokens.filter((t) => t.word && t.text.length > 3);
  return words.filter((t) => t.cap).length > words.length * 0.75;
}

/** "Recursion" is "Recursion Pharmaceuticals" again, and "Lemaitre" is Coralie Lemaitre: no names of their own. */
function dropShortForms(sightings: Map<string, Sighting[]>): void {
  const firsts = new Map<string, string>();
  const lasts = new Set<string>();
  for (const name of sightings.keys()) {
    const words = name.split(' ');
    if (words.length < 2) continue;
    firsts.set(words[0] as string, name);
    if (words.length === 2 && !SUFFIX.test(name)) lasts.add(words[1] as string);
  }
  for (const name of [...sightings.keys()]) {
    const full = firsts.get(name);
    if (full && SUFFIX.test(full)) {
      sightings.get(full)?.push(...(sightings.get(name) ?? []));
      sightings.delete(name);
    } else if (lasts.has(name)) sightings.delete(name);
  }
}

function lowerWords(units: readonly Unit[]): Set<string> {
  const words = new Set<string>();
  for (const unit of units) for (const t of unit.tokens) if (t.word && !t.cap) words.add(t.lower);
  return words;
}

/** The name as written, without a possessive ending. */
function nameOf({ unit, from, to }: Place): string {
  return unit.text.slice((unit.tokens[from] as Token).start, (unit.tokens[to - 1] as Token).end);
}

/** What it counts for a name that a sentence puts beside a group and a word for deals. */
const BESIDE_DEAL = 0.75;

const LONGEST_NAME = 4;

function* capitalised(unit: Unit, language: Language, listed: NameIndex): Generator<Place> {
  const { tokens } = unit;
  for (let i = 0; i < tokens.length; i++) {
    if (!startsName(tokens, i)) continue;
    const known = listed.at(tokens, i);
    if (known) {
      i = known.to - 1;
      continue;
    }
    const to = endOfName(tokens, i, listed);
    let from = i;
    while (from < to - 1 && isOpener(tokens, from) && tokens[from + 1]?.text !== '.') from++;
    if (isGerman(language)) from = behindNouns(tokens, from, to, language);
    if (to - from <= LONGEST_NAME + 2) yield { unit, from, to };
    i = to - 1;
  }
}

/** German "Münchner Unternehmen Rechenwerk": the name begins behind the noun for a firm. */
function behindNouns(tokens: readonly Token[], from: number, to: number, language: Language): number {
  for (let i = to - 2; i >= from; i--) {
    const noun = language.nouns.at(tokens, i);
    // "dem Konzern Rechenkapazität": a group has been named before.
    if (noun?.to === i + 1 && noun.value !== 'group' && noun.value !== 'arm') return i + 1;
  }
  return from;
}

function startsName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (!token.word) return false;
  return (
    token.cap ||
    (/^\d+[A-Z]/.test(token.text) && !/^[$€£¥]$/.test(tokens[i - 1]?.text ?? '')) ||
    (/^\d+$/.test(token.text) && tokens[i + 1]?.text === '.' && /^(ai|ia|io)$/i.test(tokens[i + 2]?.text ?? ''))
  );
}

function isOpener(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  return OPENERS.has(token.lower) || CALENDAR.has(token.lower) || /^(ai|ia|ki)$/.test(token.lower);
}

function endOfName(tokens: readonly Token[], start: number, listed: NameIndex): number {
  let i = start + 1;
  while (i < tokens.length && i - start < LONGEST_NAME + 4) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1] as Token;
    const touching = token.start === before.end;
    if (isLegalForm(token)) break;
    if (token.word && token.cap && (token.start - before.end === 1 || token.joined) && !listed.at(tokens, i)) i++;
    else if (
      touching &&
      /^[.&]$/.test(token.text) &&
      /^(ai|io|com|ml|dev|tech|app)$/i.test(tokens[i + 1]?.text ?? '') &&
      tokens[i + 1]?.start === token.end
    )
      i += 2;
    else if (token.text === '&' && tokens[i + 1]?.cap) i += 2;
    else break;
  }
  return i;
}

function isPossible({ unit, from, to }: Place, name: string, language: Language): boolean {
  const words = unit.tokens
    .slice(from, to)
    .filter((t) => t.word)
    .map((t) => t.lower);
  if (
    name.length < 2 ||
    name.length > 50 ||
    findCompany(name) ||
    name in BRANDS ||
    name in PEOPLE ||
    name in STARTUP_PEOPLE
  )
    return false;
  const folded = words.join(' ');
  if (words.every((w) => MONEY_WORDS.test(w))) return false;
  if (words.length === 1 && isLegalForm(unit.tokens[from])) return false;
  if (language.cues.ai.at(unit.tokens, from)?.to === to || words.every((w) => language.adjectives.has(w))) return false;
  if (PLACES.has(folded) || CALENDAR.has(folded) || OUTSIDE_AI.has(folded)) return false;
  if (words.some((w) => BODY_WORDS.has(w)) && !/ (ai|labs)$/.test(folded)) return false;
  if (words.every((w) => NOT_COMPANIES.has(w) || PLACES.has(w) || CALENDAR.has(w) || OPENERS.has(w))) return false;
  if (words.length === 1 && (SURNAMES.has(name) || PLACES.has(folded.replace(/s$/, '')))) return false;
  if (isGerman(language) && words.length === 1 && CONTRACTIONS.test(unit.tokens[from - 1]?.lower ?? '')) return false;
  return !(words.length === 1 && (NOT_COMPANIES.has(folded) || OPENERS.has(folded) || FIRST_NAMES.has(folded)));
}

const MONEY_WORDS = /^(?:millionen|milliarden|mio|mrd|million|milliarde|dollar|euro|franken|pfund|prozent|us)$/;

const SURNAMES = new Set(
  [...Object.keys(PEOPLE), ...Object.keys(STARTUP_PEOPLE)].map((name) => name.split(' ').at(-1)),
);
/** "im Spiel": what follows is a noun. */
const CONTRACTIONS = /^(im|am|zum|zur|vom|beim|ins|ans|aufs|fürs)$/;

const SUFFIX =
  /(?:\bAI|\.ai|\.io|\bLabs?|\bRobotics|\bTechnolog(?:y|ies)|\bSystems|\bInc|\bIntelligence|\bComputing|\bSemiconductors?|\bBiosciences|\bTherapeutics|\bPharmaceuticals|\bDynamics|\bAnalytics|\bNetworks|\bMotors|\bML)$|AI$|ML$|^Deep[A-Z]/;

function weigh(name: string, list: readonly Sighting[], language: Language, lower: ReadonlySet<string>): OpenName {
  const result: OpenName = { name, company: 0, ai: false, other: false, count: list.length };
  if (SUFFIX.test(name)) result.company += 1;
  if (/AI\b|\.ai$|Robot|Intelligence|Deep[A-Z]|Neur/.test(name)) result.ai = true;
  let best = 0;
  for (const s of list) {
    best = Math.max(best, sightingWeight(s, language, result));
    if (isPerson(s, language)) result.company -= 2;
  }
  if (/^[A-Z][a-z]+[A-Z]|^[a-z]?[A-Z]{2,}[a-z]/.test(name)) result.company += 0.5;
  result.company += best + Math.min(list.length - 1, 3) * 0.25;
  if (!name.includes(' ') && lower.has(name.toLowerCase())) result.company -= 1;
  return result;
}

function isPerson({ unit, from, to }: Sighting, language: Language): boolean {
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
    /^(ceo|pdg|president|chairman|chair|chef|minister|professor|judge|analyst|commissioner)$/.test(before.lower)
  )
    return true;
  if (words !== 2) return false;
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

function sightingWeight(s: Sighting, language: Language, result: OpenName): number {
  const { tokens } = s.unit;
  let weight = 0;
  const before = nounBefore(tokens, s.from, language);
  if (before) weight += 2;
  const after = nounAfter(tokens, s.to, language);
  if (after) weight += 1.5;
  else if (tokens[s.to]?.text === ',' && language.relatives.has(tokens[s.to + 1]?.lower ?? '')) weight += 1;
  if (isPossessive(tokens, s.to)) weight += language.people.at(tokens, s.to + 2) ? 1.5 : 0.5;
  if (isDealObject(tokens, s.from, language)) weight += 1.5;
  if (/^(behind|derrière|hinter|detrás|dietro)$/.test(tokens[s.from - 1]?.lower ?? '')) weight += 1;
  if (isDealSubject(tokens, s.to, language)) weight += 1.25;
  if (followsDealObject(tokens, s.from, language)) weight += 1.25;
  if (changesHands(tokens, afterApposition(tokens, s.to), language)) weight += 1.25;
  if (tokens[s.to]?.text === '(' && PLACES.has(tokens[s.to + 1]?.lower ?? '')) weight += 0.4;
  if (
    tokens[s.to]?.text === '(' ||
    (/^(of|de|aus|di)$/.test(tokens[s.to]?.lower ?? '') && PLACES.has(tokens[s.to + 1]?.lower ?? ''))
  )
    weight += 0.75;
  if ((tokens[s.from - 1]?.lower ?? '') in NATIONS) weight += 0.75;
  if (hasLegalForm(tokens, s.to)) weight += 2;
  if (labelledWithTrade(tokens, s.to, language)) weight += 1;
  // "the Forum offers", "die Sparte baut": what has an article is a thing rather than a name.
  if (!language.articles.has(tokens[s.from - 1]?.lower ?? '')) {
    if (plies(tokens, afterApposition(tokens, s.to), language) || plies(tokens, s.to, language)) weight += 1;
    if (ownsThings(tokens, s.from, s.to, language)) weight += 0.75;
    if (s.besideDeal && s.from > 0 && isTelling(s, language)) weight += BESIDE_DEAL;
  }
  noteTrade(s, language, result, before, after);
  return weight;
}

/** "AI start-up X", "start-up d'IA X": gives where the descriptor begins, or 0. */
function nounBefore(tokens: readonly Token[], from: number, language: Language): number {
  const skip = /^(called|named|baptisée?|nommée?|namens|llamada|chiamata)$/.test(tokens[from - 1]?.lower ?? '') ? 1 : 0;
  const end = from - skip;
  for (let i = Math.max(0, end - 6); i < end; i++) {
    const match = language.nouns.at(tokens, i);
    if (match && match.value !== 'arm' && match.to <= end && leadsTo(tokens, match.to, end, language)) return i || -1;
  }
  return 0;
}

/** True when only adjectives, nations and "of AI" stand between a noun and the name it introduces. */
export function leadsTo(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  let i = from;
  while (i < to) {
    const token = tokens[i] as Token;
    const trade = language.cues.ai.at(tokens, i);
    const of = language.prepositions.at(tokens, i);
    if (language.adjectives.has(token.lower) || token.lower in NATIONS) i++;
    else if (trade && trade.to <= to) i = trade.to;
    else if (of?.value === 'of' && language.cues.ai.at(tokens, i + (tokens[of.to]?.text === "'" ? 2 : 1))) i = of.to;
    else if (token.text === "'" && i > from) i++;
    else return false;
  }
  return true;
}

/** ", a maker of robots" or ", the start-up": gives where the descriptor ends, or 0. */
function nounAfter(tokens: readonly Token[], to: number, language: Language): number {
  const open = tokens[to]?.text;
  if (open !== ',' && open !== '(' && open !== '–' && open !== '—') return 0;
  for (let i = to + 1; i < Math.min(to + 10, tokens.length); i++) {
    const token = tokens[i] as Token;
    if (!token.word && token.text !== "'") return 0;
    const match = language.nouns.at(tokens, i);
    if (match && match.value !== 'arm' && match.value !== 'group') return match.to;
    if (i > to + 1 && language.breakers.has(token.lower)) return 0;
  }
  return 0;
}

function isPossessive(tokens: readonly Token[], to: number): boolean {
  return tokens[to]?.text === "'" && (tokens[to + 1]?.lower === 's' || tokens[to]?.end !== tokens[to + 1]?.start);
}

function isDealObject(tokens: readonly Token[], from: number, language: Language): boolean {
  const direct = language.triggers.some((p) =>
    [1, 2, 3].some((n) => {
      const match = p.at(tokens, from - n);
      return match && match.to === from && /^(acquire|acquisition|fund|hire)$/.test(match.value);
    }),
  );
  if (direct) return true;
  const prep = [1, 2].find((n) => language.prepositions.at(tokens, from - n)?.to === from);
  if (!prep) return false;
  return language.triggers.some((p) => {
    for (let i = from - prep - 1; i >= Math.max(0, from - prep - 9); i--) {
      const match = p.at(tokens, i);
      if (match && match.to <= from - prep && OBJECTS.test(match.value)) return true;
      if (/^[,;:.(]$/.test(tokens[i]?.text ?? '') && tokens[i]?.start !== tokens[i - 1]?.end) return false;
    }
    return false;
  });
}

const OBJECTS = /^(investIn|stake|injection|acquisition|moneyInto|round|participate|supply)$/;

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

/** Looks for AI words, and for words of other trades, in the descriptor and close to the name. */
function noteTrade(s: Sighting, language: Language, result: OpenName, before: number, after: number): void {
  const { tokens } = s.unit;
  const from = Math.max(0, before > 0 ? before - 6 : s.from - 6);
  const to = Math.min(tokens.length, Math.max(after, s.to) + 14);
  if (language.cues.ai.has(tokens, from, to)) result.ai = true;
  if (language.cues.otherTrades.has(tokens, Math.max(0, s.from - 5), Math.min(tokens.length, s.to + 8)))
    result.other = true;
}
