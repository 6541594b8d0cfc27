import { findCompany } from '../../model/company.ts';
import { BRANDS, PEOPLE, STARTUP_PEOPLE } from '../lexicon/epithets.ts';
import { COMMON_HEADS, COMMON_NOUNS } from '../lexicon/german-nouns.ts';
import type { Language } from '../lexicon/index.ts';
import {
  BODY_WORDS,
  CALENDAR,
  FIRST_NAMES,
  NATIONALITIES,
  NOT_COMPANIES,
  OPENERS,
  OUTSIDE_AI,
  PLACES,
} from '../lexicon/names.ts';
import { isListed } from '../text/layout.ts';
import type { Token } from '../text/tokens.ts';
import type { Unit } from '../unit.ts';
import { isCommonNoun, isTownsman, nameInRun } from './german-names.ts';
import { hasLegalForm, isDottedForm, isLegalForm } from './name-context.ts';
import { isCalled, isPerson, nounAfter, nounBefore, SIGNS, type Sighting, type Sign, signsOf } from './name-signs.ts';
import type { NameIndex } from './names.ts';
import { canAcquire } from './party.ts';

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
  signs: Set<Sign>;
  person: boolean;
  /** Somewhere its capital alone says that it is a name. */
  telling: boolean;
}

interface Place {
  unit: Unit;
  from: number;
  to: number;
}

const ENOUGH = 1;
/** Less than this is no name at all; one whose capital tells something needs nothing more. */
const LEAST = 0.5;
const LEAST_TELLING = 0;
/** In German every noun has a capital: a single word needs more to be a name. */
const ENOUGH_GERMAN = 1.5;
const isGerman = (language: Language) => language.lexicon.language === 'de';
/** A page that may name more firms is no prose: only its first ones are kept in mind. */
const MOST_NAMES = 20_000;

/** Takes the sentences of a document; gives the unlisted firms that its words introduce. */
export function findOpenNames(units: readonly Unit[], language: Language, listed: NameIndex): OpenName[] {
  const sightings = new Map<string, Sighting[]>();
  const nouns: { name: string; sighting: Sighting }[] = [];
  const lower = lowerWords(units);
  for (const [i, unit] of units.entries()) {
    // In a line of capitals a capital says nothing.
    if (!/\p{Ll}/u.test(unit.text)) continue;
    const besideDeal = speaksOfDeal(unit, language, listed);
    const titled = isTitleCased(unit);
    const inList = isListed(unit, units[i - 1], units[i + 1]);
    for (const place of capitalised(unit, language, listed)) {
      const telling = isPlaced(place, language) && isTelling(place, language);
      const s = { ...place, besideDeal, telling, titled, listed: inList, paired: isPaired(place, listed) };
      const name = nameOf(s);
      // "Google International LLC": with a legal form it is the group's own, in a headline of capitals too.
      const isOwn = (!titled && !inList) || hasLegalForm(unit.tokens, place.to);
      if (!isPossible(s, name, language) || (isOwn && isPartOfListed(place, listed, language))) continue;
      if (isGermanNoun(s, language) && !isIntroduced(s, language)) {
        nouns.push({ name, sighting: s });
        continue;
      }
      const list = sightings.get(name) ?? [];
      if (list.length < 12) list.push(s);
      if (sightings.size < MOST_NAMES || sightings.has(name)) sightings.set(name, list);
    }
  }
  for (const { name, sighting } of nouns) sightings.get(name)?.push(sighting);
  dropShortForms(sightings, language);
  for (const [name, list] of sightings) if (isSpeaker(list)) sightings.delete(name);
  return [...sightings]
    .map(([name, list]) => weigh(name, list, language, lower))
    .filter((n) => n.company >= (n.telling ? LEAST_TELLING : LEAST));
}

/** Lines that a name must open as a label, and nowhere else stand, to be that of a speaker. */
const SPEAKS = 2;

/** "HOST: … GUEST: … HOST: …": who speaks in a transcript or an interview. */
function isSpeaker(list: readonly Sighting[]): boolean {
  const labels = list.filter(({ unit, from, to }) => from === 0 && unit.opens && unit.tokens[to]?.text === ':');
  return labels.length >= SPEAKS && labels.length === list.length;
}

/** True when the words around a name say by themselves that it is a firm; others may be one where much else speaks for it. */
export function isSure({ name, company }: OpenName, language: Language): boolean {
  return company >= (isGerman(language) && !/ /.test(name) ? ENOUGH_GERMAN : ENOUGH);
}

const PAIRING = /^[/–—-]$/;
const PAIR_ENDS = /^[.:,;(*_–—|]$/;

/** "Salesforce/Copperlea Agents. Cleared in April.", "3. Amazon–Larch:": a line opens with a group and the firm beside it. */
function isPaired({ unit: { tokens, part, opens }, from, to }: Place, listed: NameIndex): boolean {
  const mark = tokens[from - 1];
  if (part !== 'text' || !opens || !mark || !PAIRING.test(mark.text)) return false;
  const close = tokens[to];
  if (close && !PAIR_ENDS.test(close.text)) return false;
  const first = [1, 2, 3].map((n) => listed.at(tokens, from - 1 - n)).find((match) => match?.to === from - 1);
  if (!first || !canAcquire(first.entry.company)) return false;
  return tokens.slice(0, first.from).every((t) => !t.word || /^\d/.test(t.text));
}

/** True when a sentence has a group that may buy or fund, and a word for doing so. */
function speaksOfDeal({ tokens }: Unit, language: Language, listed: NameIndex): boolean {
  const group = tokens.some((t, i) => {
    const match = t.word ? listed.at(tokens, i) : null;
    return match !== null && canAcquire(match.entry.company);
  });
  return (group || language.trades.has(tokens)) && language.triggers.some((p) => p.has(tokens));
}

/** A capital that begins a sentence says nothing; that of a second word does, but in German. */
function isPlaced({ unit, from, to }: Place, language: Language): boolean {
  return from > 0 || (!isGerman(language) && unit.tokens[from + 1]?.cap === true && to - from > 1);
}

/** A capital says little in a headline, in German and in the symbol of a share. */
function isTelling({ unit, from, to }: Place, language: Language): boolean {
  const symbol = to - from === 1 && /^\p{Lu}+$/u.test(unit.tokens[from]?.text ?? '');
  const noun = isGerman(language) && to - from === 1;
  return !symbol && !noun && !isTitleCased(unit);
}

/** Most words have capitals, and it is no list of names: "CoreWeave, Crusoe, Nscale and Lambda". */
function isTitleCased({ tokens }: Unit): boolean {
  const words = tokens.filter((t) => t.word && t.text.length > 3);
  const commas = tokens.filter((t) => t.text === ',' || t.text === ';').length;
  return words.filter((t) => t.cap).length > words.length * 0.75 && commas * LONGEST_LISTED < words.length;
}

/** In a list a comma comes after so many words on average, or earlier. */
const LONGEST_LISTED = 2.5;

/**
 * "Recursion" is "Recursion Pharmaceuticals" again, "Convergence" is Convergence.ai, and "Lemaitre" is Coralie
 * Lemaitre: no names of their own.
 */
function dropShortForms(sightings: Map<string, Sighting[]>, language: Language): void {
  for (const name of [...sightings.keys()]) if (isHeadlined(name, sightings)) sightings.delete(name);
  const firsts = new Map<string, string>();
  const lasts = new Map<string, string>();
  for (const name of sightings.keys()) {
    const words = name.split(/ |(?=\.(?:ai|io)$)/i);
    if (words.length < 2) continue;
    firsts.set(words[0] as string, name);
    if (words.length === 2 && !SUFFIX.test(name)) lasts.set(words[1] as string, name);
  }
  for (const name of [...sightings.keys()]) {
    const full = firsts.get(name);
    const longer = lasts.get(name);
    if (full && (SUFFIX.test(full) || isShortened(name, full, sightings, language))) fold(full, name);
    else if (longer && (isDescribed(longer, sightings, language) || opensSentences(longer, sightings, language)))
      fold(name, longer);
    else if (longer) sightings.delete(name);
  }
  function fold(into: string, from: string): void {
    sightings.get(into)?.push(...(sightings.get(from) ?? []));
    sightings.delete(from);
  }
}

/** "Parallelamente Halcyra", "Meanwhile Halcyra": the first word has its capital because a sentence begins, and is no first name. */
function opensSentences(
  name: string,
  sightings: ReadonlyMap<string, readonly Sighting[]>,
  language: Language,
): boolean {
  const [first] = name.split(' ') as [string];
  if (FIRST_NAMES.has(first.toLowerCase())) return false;
  const list = sightings.get(name) ?? [];
  return list.every((s) => s.from === 0 && s.unit.part === 'text' && !isPerson(s, language));
}

/** "Basalt Reach closed its round. Basalt has …": the first word alone, once the whole name has been told. */
function isShortened(
  name: string,
  full: string,
  sightings: ReadonlyMap<string, readonly Sighting[]>,
  language: Language,
): boolean {
  const word = name.toLowerCase();
  if (FIRST_NAMES.has(word) || NATIONALITIES.has(word) || language.words.has(word) || PLACES.has(word)) return false;
  const whole = (sightings.get(full) ?? []).filter((s) => s.telling || s.from === 0);
  const [first] = whole;
  if (!first || first.unit.part === 'title' || whole.some((s) => isPerson(s, language))) return false;
  const short = (sightings.get(name) ?? []).filter((s) => s.unit.part !== 'title');
  return short.length > 0 && short.every((s) => s.unit.index > first.unit.index);
}

/** "Design Rival Palettica" in a headline of capitals, where the text says Palettica: the words around it are none of the name. */
function isHeadlined(name: string, sightings: ReadonlyMap<string, readonly Sighting[]>): boolean {
  const words = name.split(' ');
  if (words.length < 2 || !(sightings.get(name) ?? []).every((s) => s.titled)) return false;
  const least = SUFFIX.test(name) ? words.length : 1;
  for (let from = 0; from < words.length; from++)
    for (let to = Math.max(least, from + 1); to <= words.length; to++) {
      const part = to - from < words.length ? sightings.get(words.slice(from, to).join(' ')) : undefined;
      if (part?.some((s) => s.telling)) return true;
    }
  return false;
}

/** "Rivale Kieselgur", "PME Ours", where the second word also stands alone: the first says what it is, and is no first name. */
function isDescribed(name: string, sightings: ReadonlyMap<string, readonly Sighting[]>, language: Language): boolean {
  const [first] = name.split(' ') as [string];
  const [at] = sightings.get(name) ?? [];
  if (!at || FIRST_NAMES.has(first.toLowerCase()) || isPerson(at, language)) return false;
  if (isGerman(language)) return isCommonNoun(at.unit.tokens[at.from] as Token);
  const word = first.toLowerCase();
  return NATIONALITIES.has(word) || PLACES.has(word) || language.words.has(word);
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

/** "Amazon Music AI", "Azure OpenAI Service": what goes on right behind a known name is a part or a product of it. */
function isPartOfListed({ unit, from, to }: Place, listed: NameIndex, language: Language): boolean {
  const { tokens, text } = unit;
  const [before, own] = [tokens[from - 1], tokens[from]];
  if (!before?.cap || own?.start !== before.end + 1 || text[before.end] !== ' ') return false;
  if (language.triggers.some((p) => p.at(tokens, from))) return false;
  const first = [1, 2, 3].find((n) => listed.at(tokens, from - n)?.to === from);
  return first !== undefined && !leavesVerbOut(tokens, from - first, to, language);
}

/** "bought X, and Amazon Letterpress;": another buyer and what it bought, the verb left out. */
function leavesVerbOut(tokens: readonly Token[], group: number, to: number, language: Language): boolean {
  const joined = language.conjunctions.at(tokens, group - 1) !== null || tokens[group - 1]?.text === ',';
  return joined && tokens[to]?.word !== true;
}

/** "Northern Virginia", "Greater Paris". */
const PART_OF_LAND =
  /^(?:north|northern|south|southern|east|eastern|west|western|central|greater|upper|lower|upstate|downtown|nord|sud|süd|ost|norte|sur|este|oeste|centro)$/;
const SCHEME = /^(?:project|projet|projekt|proyecto|progetto|operation|opération|operación|operazione)$/;

const LONGEST_NAME = 4;

function* capitalised(unit: Unit, language: Language, listed: NameIndex): Generator<Place> {
  const { tokens } = unit;
  for (let i = 0; i < tokens.length; i++) {
    if (isLowerName(tokens, i, language)) yield { unit, from: i, to: i + 1 };
    if (isDomain(tokens, i)) {
      yield { unit, from: i, to: i + 3 };
      i += 2;
      continue;
    }
    if (!startsName(tokens, i)) continue;
    if (isDateline(unit, i)) continue;
    const known = listed.at(tokens, i);
    if (known) {
      i = known.to - 1;
      continue;
    }
    const to = withComplement(tokens, i, endOfName(tokens, i, listed), language, listed);
    let from = i;
    const opens = i === 0 || !tokens[i - 1]?.word;
    while (opens && from < to - 1 && isOpener(tokens, from) && !isNumbered(tokens, from, to)) from++;
    if (from < to - 1 && isInfinitive(tokens, from, language)) from++;
    if (from < to - 1 && (FIRM_KIND.test(tokens[from]?.text ?? '') || isTradeOf(tokens, from))) from++;
    if (from < to - 1 && isBehindTown(tokens, from, language)) from++;
    if (isGerman(language)) from = nameInRun(tokens, from, to, language);
    const end = withoutCountry(tokens, from, to);
    if (end - from <= LONGEST_NAME + 2 && !isTown(tokens, from, end)) yield { unit, from, to: end };
    i = to - 1;
  }
}

/** "cnvrg.io", "you.ai": an address that a firm uses as its name, and writes small. */
function isDomain(tokens: readonly Token[], i: number): boolean {
  const [own, dot, end] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!own?.word || own.cap || own.text.length < LEAST_LOWER || dot?.text !== '.') return false;
  if (!/^(?:ai|io)$/.test(end?.text ?? '') || !touches(tokens, i + 1) || !touches(tokens, i + 2)) return false;
  const [before, after] = [tokens[i - 1], tokens[i + 3]];
  // Part of a longer address: "www.plumb.ai", "news@plumb.ai", "plumb.ai/team".
  const isApart = (one: Token | undefined) => !one || !/^[./@:]$/.test(one.text);
  return (
    (!before || before.end < own.start || isApart(before)) &&
    (!after || !touches(tokens, i + 3) || !/^[/@]$/.test(after.text))
  );
}

/** "BOZEMAN, Mont. – March 3, 2026 – …", "OULU (Agency) – …": the place that a paragraph is sent from. */
function isDateline({ tokens, opens, text }: Unit, i: number): boolean {
  if (i > 0 || !opens || !/\p{Ll}/u.test(text)) return false;
  let to = 1;
  while (tokens[to]?.word && /^[\p{Lu}-]+$/u.test(tokens[to]?.text ?? '')) to++;
  if (!/^\p{Lu}[\p{Lu}.-]{2,}$/u.test(tokens[0]?.text ?? '')) return false;
  const [mark, next] = [tokens[to], tokens[to + 1]];
  if (mark?.text === ',') return next?.cap === true || /^\d{1,2}$/.test(next?.text ?? '');
  return mark?.text === '(' && tokens.slice(to, to + LONGEST_AGENCY).some((t) => /^[–—-]$/.test(t.text));
}

/** Tokens from the bracket around an agency's name to the dash behind it. */
const LONGEST_AGENCY = 7;

/** "a data center in Lancaster, Pennsylvania": where something is. */
function isTown(tokens: readonly Token[], from: number, to: number): boolean {
  if (!/^(?:in|near|at|à|bei|en|a)$/.test(tokens[from - 1]?.lower ?? '') || tokens[to]?.text !== ',') return false;
  const [land, second, after] = [tokens[to + 1], tokens[to + 2], tokens[to + 3]];
  const isLand = (name: string, next: Token | undefined) =>
    PLACES.has(name) && !(next && (next.joined || next.text === "'" || next.text === '-'));
  return isLand(land?.lower ?? '', second) || isLand(`${land?.lower} ${second?.lower}`, after);
}

/** "déniché à Paris Regaind", "comprato a Torino Grillo": where a firm was found stands before its name. */
function isBehindTown(tokens: readonly Token[], from: number, language: Language): boolean {
  const at = AT[language.lexicon.language];
  return at !== undefined && tokens[from - 1]?.text === at && PLACES.has(tokens[from]?.lower ?? '');
}

/** Where a place alone stands; "en Madrid Robotics" and "in London Robotics" may be the whole name. */
const AT: Record<string, string> = { fr: 'à', it: 'a' };

/** "Announces Intent to Acquire Thornfield AI": the verb has a capital in a headline of capitals. */
function isInfinitive(tokens: readonly Token[], at: number, language: Language): boolean {
  return tokens[at - 1]?.lower === 'to' && language.triggers.some((p) => p.at(tokens, at)?.to === at + 1);
}

/** "firma de IA Cardencha", "azienda di IA Pungitopo": what the firm trades in is no part of its name. */
function isTradeOf(tokens: readonly Token[], at: number): boolean {
  const trade = /^(?:IA|AI)$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text !== '.' && !tokens[at + 1]?.joined;
  return trade && /^(?:de|di|d|en|in|of|per|para|pour|con|e|y)$/.test(tokens[at - 1]?.lower ?? '');
}

/** "La PME Ours Brun": letters for what sort of firm it is. */
const FIRM_KIND = /^(?:PME|ETI|TPE|SME|PYME|Pyme|PMI|Pmi|KMU)$/;

const COUNTRY =
  /^(UK|US|USA|EU|UAE|KR|CN|HK|JP|DE|FR|IT|ES|CH|AT|NL|BE|SE|FI|NO|DK|PL|PT|IE|IL|IN|SG|TW|CA|AU|BR|MX|AR|CL|CO)$/;

/** "Ashdown Silicon UK", "Ashdown US Chip design": a column of a table gives the country behind the name. */
function withoutCountry(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (COUNTRY.test(tokens[at]?.text ?? '')) return at;
  return to;
}

const LEAST_LOWER = 4;

/** "a firm called plumb": a name that its owners write small. */
function isLowerName(tokens: readonly Token[], i: number, language: Language): boolean {
  const token = tokens[i] as Token;
  if (!isCalled(tokens, i - 1) || !token.word || token.cap || token.text.length < LEAST_LOWER) return false;
  const word = token.lower;
  return !(
    language.articles.has(word) ||
    language.adjectives.has(word) ||
    language.breakers.has(word) ||
    language.prepositions.at(tokens, i) ||
    language.nouns.at(tokens, i) ||
    language.cues.ai.at(tokens, i) ||
    /^\d/.test(word)
  );
}

/** "Grain de Sel", "Fil d'Ariane", "Ojo de Agua": a Romance name goes on behind "of", unless a place, a person or a firm follows. */
function withComplement(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: Language,
  listed: NameIndex,
): number {
  if (!ROMANCE.test(language.lexicon.language) || to - from !== 1 || isOpener(tokens, from)) return to;
  const first = (tokens[from] as Token).lower;
  if (
    FIRST_NAMES.has(first) ||
    PLACES.has(first) ||
    !/^(?:de|d|du|des|di|del|della|dei|delle|à)$/.test(tokens[to]?.lower ?? '')
  )
    return to;
  const article = /^(?:la|l|los|las|el)$/.test(tokens[to + 1]?.lower ?? '') ? 1 : 0;
  const at = to + 1 + article + (tokens[to + 1 + article]?.text === "'" ? 1 : 0);
  const next = tokens[at];
  if (!next?.cap || /^\p{Lu}+$/u.test(next.text) || listed.at(tokens, at)) return to;
  const two = `${next.lower} ${tokens[at + 1]?.lower ?? ''}`;
  if (PLACES.has(next.lower) || PLACES.has(two) || FIRST_NAMES.has(next.lower) || CALENDAR.has(next.lower)) return to;
  const known = language.nouns.at(tokens, from) ?? language.makers.at(tokens, from);
  return known || NOT_COMPANIES.has(first) || BODY_WORDS.has(first) || goesOn(tokens, at + 1) ? to : at + 1;
}

const ROMANCE = /^(?:fr|es|it)$/;

/** Another word of the same name: "S.r.l." and "SA" are none. */
const goesOn = (tokens: readonly Token[], at: number) =>
  tokens[at]?.cap === true && !isLegalForm(tokens[at]) && !isDottedForm(tokens, at);

function startsName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (!token.word) return false;
  return (
    token.cap ||
    LOWER_BRAND.test(token.text) ||
    (/^\p{Ll}$/u.test(token.text) && tokens[i + 1]?.joined === true && tokens[i + 1]?.cap === true) ||
    (/^\d+(?:st|nd|rd|th)$/.test(token.text) && tokens[i + 1]?.cap === true) ||
    (/^\d+\p{Ll}?\p{Lu}/u.test(token.text) && !/^[$€£¥]$/.test(tokens[i - 1]?.text ?? '')) ||
    (/^\d+$/.test(token.text) && tokens[i + 1]?.text === '.' && /^(ai|ia|io)$/i.test(tokens[i + 2]?.text ?? ''))
  );
}

/** "iGenius", "xLight", "n8n": a brand that begins small. */
const LOWER_BRAND = /^(?:\p{Ll}{1,2}\p{Lu}\p{Ll}{2}|\p{Ll}\d{1,2}\p{Ll}$)/u;

/** "Twelve Labs wants", "Six.AI": a number that a name begins with. */
function isNumbered(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[from + 1];
  if (next?.text === '.') return true;
  return NUMBER.test(tokens[from]?.lower ?? '') && to - from === 2 && ENDING.test(next?.text ?? '');
}

const NUMBER =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)$/;
const ENDING = /^(?:Labs?|AI|Robotics|Systems|Technologies|Dynamics|Machines|Networks|Analytics)$/;

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
    if (isLegalForm(token) || isDottedForm(tokens, i) || isGermanObject(before, token)) break;
    if (token.joined && /^labs?$/.test(token.lower)) i++;
    else if (touching && token.text === '.' && isDomainFirst(before) && touches(tokens, i + 1) && tokens[i + 1]?.cap)
      i += 2;
    else if (token.word && token.cap && (token.start - before.end === 1 || token.joined) && !isNamed(tokens, i, listed))
      i++;
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

/** "liefert Brightmoor AI Rechenleistung": behind the end of a name stands what it gets. */
const isGermanObject = (before: Token, token: Token) =>
  /^(?:AI|KI|Labs|Robotics)$/.test(before.text) && GERMAN_OBJECT.test(token.lower);
const GERMAN_OBJECT =
  /^(?:rechen\p{L}+|grafik\p{L}+|server|chips|prozessoren|kapital|geld|mittel|anteile|aktien|zugang|kapazität(?:en)?|cloud\p{L}*|gutschriften|lizenzen|milliarden|millionen)$/u;

/** "in Bristol Sprachmodelle": a place and a noun that happen to stand side by side. */
const isOrdinary = (token: Token) => isCommonNoun(token) || PLACES.has(token.lower);

/** A listed firm begins; "Osprey Foundry": the ordinary word that is a product elsewhere ends another name. */
function isNamed(tokens: readonly Token[], i: number, listed: NameIndex): boolean {
  const match = listed.at(tokens, i);
  return match !== null && !(match.to - i === 1 && ORDINARY_BRANDS.has((tokens[i] as Token).lower));
}

/** Listed products whose name is a common ending of names of firms. */
const ORDINARY_BRANDS = new Set(['foundry']);

const DOMAIN = /\w\.(?:ai|io)$/i;

/** "AI.Reverie": the letters of the trade stand before the dot. */
const isDomainFirst = ({ text }: Token) => /^(?:AI|IA|KI)$/.test(text);
const touches = (tokens: readonly Token[], at: number) => tokens[at]?.start === tokens[at - 1]?.end;

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
  if (words.every((w) => MONEY_WORDS.test(w)) || CURRENCIES.has(name)) return false;
  if (words.length === 1 && isLegalForm(unit.tokens[from])) return false;
  if (COMMON.some((cue) => language.cues[cue].at(unit.tokens, from)?.to === to)) return false;
  if (words.every((w) => language.adjectives.has(w) || NATIONALITIES.has(w)) || QUANTITY.test(words[0] ?? ''))
    return false;
  if (PLACES.has(folded) || CALENDAR.has(folded) || OUTSIDE_AI.has(folded)) return false;
  if (isGerman(language) && words.length > 1 && unit.tokens.slice(from, to).every(isOrdinary)) return false;
  // "the Abu Dhabi AI group G42": a place and a trade before what the firm is.
  if (PLACES.has(folded.replace(/ (?:ai|tech)$/, '')) && language.nouns.at(unit.tokens, to) !== null) return false;
  if (words.length > 1 && PART_OF_LAND.test(words[0] ?? '') && PLACES.has(words.slice(1).join(' '))) return false;
  if (words.length > 1 && SCHEME.test(words[0] ?? '')) return false;
  if (words.some((w) => BODY_WORDS.has(w)) && !/ (ai|labs)$/.test(folded)) return false;
  if (
    !DOMAIN.test(name) &&
    !isSaidToBeFirm(unit.tokens, from, to) &&
    words.every((w) => NOT_COMPANIES.has(w) || PLACES.has(w) || CALENDAR.has(w) || OPENERS.has(w))
  )
    return false;
  if (words.length === 1 && (SURNAMES.has(name) || PLACES.has(folded.replace(/s$/, '')))) return false;
  if (hidesNoun(unit.tokens, from, to, language)) return false;
  return !(words.length === 1 && (NOT_COMPANIES.has(folded) || OPENERS.has(folded) || FIRST_NAMES.has(folded)));
}

/** "Prompt AI, a computer-vision outfit", "Prompt AI's people": an ordinary word and "AI" that own people or are told to be a firm. */
function isSaidToBeFirm(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from !== 2 || tokens[to - 1]?.text !== 'AI') return false;
  if (tokens[to]?.text === "'") return true;
  return tokens[to]?.text === ',' && /^(?:an?|une?|eine?|un|una)$/.test(tokens[to + 1]?.lower ?? '');
}

/** Words for a trade, for computing power, for rounds and sums: "Compute: Azure, Oracle" names no firm Compute. */
const COMMON = ['ai', 'compute', 'roundNouns', 'moneyNouns'] as const;
/** "eine Handvoll Fachleute": so many of something. */
const QUANTITY = /^(?:handvoll|dutzend|dutzende|reihe|gruppe|vielzahl|mehrzahl|paar)$/;

/** "KI-Start-up": the hyphen makes one common noun of it. */
function hidesNoun(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  for (let i = from; i < to; i++) {
    const noun = language.nouns.at(tokens, i);
    if (noun && (tokens[i]?.joined || tokens[i + 1]?.joined)) return true;
  }
  return false;
}

/** "USD 4 billion": codes of ISO 4217. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const MONEY_WORDS = /^(?:millionen|milliarden|mio|mrd|million|milliarde|dollar|euro|franken|pfund|prozent|us)$/;

const SURNAMES = new Set(
  [...Object.keys(PEOPLE), ...Object.keys(STARTUP_PEOPLE)].map((name) => name.split(' ').at(-1)),
);

/** What only looks like a noun is a name where something else introduces it. */
function isGermanNoun({ unit: { tokens }, from, to }: Place, language: Language): boolean {
  return isGerman(language) && !hasLegalForm(tokens, to) && isNoGermanName(tokens, from, to, language);
}

/** "der Roboterbauer Greifswerk", "Tiefdruck (Hamburg)": a compound that ends like a common noun, but stands as a name. */
function isIntroduced({ unit: { tokens }, from, to }: Place, language: Language): boolean {
  const last = tokens[to - 1] as Token;
  if (to - from > 1 || COMMON_NOUNS.has(last.lower) || COMMON_HEADS.exec(last.lower)?.index === 0) return false;
  if ([language.nouns, language.makers].some((p) => p.at(tokens, from)?.to === to)) return false;
  const placed = tokens[to]?.text === '(' && PLACES.has(tokens[to + 1]?.lower ?? '');
  return placed || (tokens[from - 1]?.cap === true && nounBefore(tokens, from, language) !== 0);
}

function isNoGermanName(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  const last = tokens[to - 1] as Token;
  const kind = isCommonNoun(last) || [language.nouns, language.makers].some((p) => p.at(tokens, to - 1)?.to === to);
  // "die Sprach-KI", "haben beide Seiten Stillschweigen vereinbart".
  if (to - from > 1 && ((last.joined && last.lower === 'ki') || tokens.slice(from, to).every(isCommonNoun)))
    return true;
  if (to - from === 2) return kind && last.joined && /^(?:ki|ai)$/.test(tokens[from]?.lower ?? '');
  return to - from === 1 && (kind || CONTRACTIONS.test(tokens[from - 1]?.lower ?? '') || isTownsman(last));
}

/** "im Spiel", "des Gesetzes": what follows is a noun. */
const CONTRACTIONS = /^(des|eines|im|am|zum|zur|vom|beim|ins|ans|aufs|fürs)$/;

const SUFFIX =
  /(?:\bAI|\.ai|\.io|\bLabs?|\bRobotics|\bTechnolog(?:y|ies)|\bSystems|\bInc|\bIntelligence|\bComput(?:e|ing)|\bSemiconductors?|\bPhotonics|\bMicrosystems|\bInstruments|\bMachines|\bOptics|\bBiosciences|\bTherapeutics|\bPharmaceuticals|\bDynamics|\bAnalytics|\bNetworks|\bMotors|\bML)$|AI$|ML$|^Deep[A-Z]/;

function weigh(name: string, list: readonly Sighting[], language: Language, lower: ReadonlySet<string>): OpenName {
  const result: OpenName = {
    name,
    company: 0,
    ai: false,
    other: false,
    count: list.length,
    signs: new Set(),
    person: false,
    telling: list.some((s) => s.telling),
  };
  if (SUFFIX.test(name)) result.company += 1;
  if (/AI\b|\.ai$|Robot|Intelligence|Deep[A-Z]|Neur/.test(name)) result.ai = true;
  let best = 0;
  for (const s of list) {
    const signs = signsOf(s, language);
    best = Math.max(
      best,
      signs.reduce((sum, sign) => sum + SIGNS[sign], 0),
    );
    for (const sign of signs) result.signs.add(sign);
    if (isArticled(s, language)) result.company -= 1.5;
    if (isPerson(s, language)) {
      result.company -= 2;
      result.person = true;
    }
    noteTrade(s, language, result);
  }
  if (/^[A-Z][a-z]+[A-Z]|^[a-z]?[A-Z]{2,}[a-z]/.test(name)) result.company += 0.5;
  result.company += best + Math.min(list.length - 1, 3) * 0.25;
  if (!name.includes(' ') && !result.telling && lower.has(name.toLowerCase())) result.company -= 1;
  if (isPartOfHeadline(name, list, language, lower)) result.company -= 1;
  return result;
}

/** "Firms Automate", "Enterprise AI Heats Up": in nothing but headlines of capitals, with a common word among its own. */
function isPartOfHeadline(
  name: string,
  list: readonly Sighting[],
  language: Language,
  lower: ReadonlySet<string>,
): boolean {
  const words = name.toLowerCase().split(' ');
  if (words.length < 2 || SUFFIX.test(name) || !list.every((s) => s.titled)) return false;
  return words.some((word) => lower.has(word) || language.words.has(word) || NOT_COMPANIES.has(word));
}

/** "in the App Store.", "pour le Super Bowl,": a name with an article of its own is a thing's; "the Larkspur deal" has the article of the noun. */
function isArticled({ unit: { tokens }, from, to }: Sighting, language: Language): boolean {
  if (!/^(?:en|fr|es)$/.test(language.lexicon.language)) return false;
  const at = tokens[from - 1]?.text === "'" ? from - 2 : from - 1;
  const article = tokens[at];
  if (!article || at === 0 || article.cap || !language.articles.has(article.lower)) return false;
  const next = tokens[to];
  return (
    !next || (!next.word && next.text !== "'" && next.text !== '-') || language.prepositions.at(tokens, to) !== null
  );
}

/** Looks for AI words, and for words of other trades, in the descriptor and close to the name. */
function noteTrade(s: Sighting, language: Language, result: OpenName): void {
  const { tokens } = s.unit;
  const before = nounBefore(tokens, s.from, language);
  const after = nounAfter(tokens, s.to, language);
  const from = Math.max(0, before > 0 ? before - 6 : s.from - 6);
  const to = Math.min(tokens.length, Math.max(after, s.to) + 14);
  if (language.cues.ai.has(tokens, from, to)) result.ai = true;
  if (language.cues.otherTrades.has(tokens, Math.max(0, s.from - 5), Math.min(tokens.length, s.to + 8)))
    result.other = true;
}
