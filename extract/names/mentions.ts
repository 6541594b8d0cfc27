import type { Layer } from '../../model/deal.ts';
import { NATIONS, SEATS } from '../lexicon/epithets.ts';
import type { Language } from '../lexicon/index.ts';
import { CALENDAR, OTHER_TRADES, PLACES } from '../lexicon/names.ts';
import { fillsCell } from '../text/layout.ts';
import type { Token } from '../text/tokens.ts';
import type { Unit } from '../unit.ts';
import { isCompared } from './compared.ts';
import { isContrasted } from './contrast.ts';
import { isMedium } from './media.ts';
import { base, type Found, LAYER, type Landmark, type Mention, type Want } from './mention.ts';
import { leadsTo } from './name-signs.ts';
import type { NameEntry, NameIndex, NameMatch } from './names.ts';
import { tierOf } from './party.ts';
import { findBackers, findStandIns } from './stand-ins.ts';

/** Takes a sentence; gives every group of words in it that may stand for a company, in order, not yet resolved. */
export function findMentions(
  unit: Unit,
  indexes: readonly NameIndex[],
  language: Language,
  fullNames: ReadonlySet<string>,
): Found {
  const landmarks: Landmark[] = [];
  const taken = new Array<boolean>(unit.tokens.length).fill(false);
  const mentions = findNames(unit, indexes, landmarks, taken, fullNames);
  mentions.push(...findStandIns(unit, language, landmarks, taken, fullNames));
  mentions.push(...findNounPhrases(unit, language, landmarks, taken, mentions));
  mentions.push(...findBackers(unit, language, taken));
  mentions.push(...findPronouns(unit, language, taken));
  mentions.sort((a, b) => a.from - b.from || b.to - a.to);
  return { mentions, landmarks };
}

function findNames(
  unit: Unit,
  indexes: readonly NameIndex[],
  landmarks: Landmark[],
  taken: boolean[],
  fullNames: ReadonlySet<string>,
): Mention[] {
  const mentions: Mention[] = [];
  const { tokens } = unit;
  /** Where the last past employer ends. */
  let past = -1;
  /** Where the last firm ends beside or against which another is set. */
  let rival = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!token.word || isDomainEnd(tokens, i)) continue;
    const match = longest(indexes, tokens, i);
    if (
      !match ||
      !(isBelieved(match.entry, tokens, match.from, match.to, fullNames) || standsAlone(unit, match, indexes))
    )
      continue;
    const { from, to, entry } = match;
    taken.fill(true, from, to);
    i = to - 1;
    const isFirm = entry.kind === 'company';
    const employed = tierOf(entry.company) === 2 ? isPastEmployer(tokens, from, to) : isFoundersPast(tokens, from, to);
    if (isChildOf(tokens, from)) continue;
    if (isFirm && (employed || goesOn(tokens, past, from))) {
      past = to;
      continue;
    }
    if (isCompared(tokens, from, to) || (isFirm && goesOn(tokens, rival, from))) {
      rival = to;
      continue;
    }
    if (isContrasted(tokens, from, to) || isMedium(tokens, from, to)) continue;
    if (entry.kind === 'brand' || entry.kind === 'person' || entry.kind === 'startup-person')
      landmarks.push({ from, to, entry });
    else
      mentions.push({
        ...base(unit, from, to, entry.kind === 'supply-brand' ? 'supply-brand' : 'name'),
        candidates: [{ name: entry.company, weight: 1 }],
        poss: entry.genitive,
      });
  }
  return mentions;
}

/** The end of "cnvrg.io" is no firm called io. */
function isDomainEnd(tokens: readonly Token[], i: number): boolean {
  const [name, dot, end] = [tokens[i - 2], tokens[i - 1], tokens[i]];
  return dot?.text === '.' && name?.word === true && name.end === dot.start && dot.end === end?.start && !end.cap;
}

const GOES_ON = /^(?:'|s|,|and|et|und|y|e|ed|or|ou|oder|o)$/;

/** "former scientists at Alphabet's DeepMind and Meta": the next one of a list of past employers. */
function goesOn(tokens: readonly Token[], past: number, from: number): boolean {
  if (past < 0 || from - past > 2 || from === past) return false;
  return tokens.slice(past, from).every((t) => GOES_ON.test(t.lower) || GOES_ON.test(t.text));
}

/** "Runway; Figure; Glean": an ordinary word is a firm's name where it has a place of its own in a list or a row. */
export function standsAlone(unit: Unit, { entry, from, to }: NameMatch, indexes: readonly NameIndex[]): boolean {
  if (!(entry.ordinary || entry.needsFullName) || !unit.tokens[from]?.cap) return false;
  return fillsCell(unit, from, to) || (from > 0 && isAmongNames(unit.tokens, from, to, indexes));
}

const LISTING = /^(?:,|;|and|et|und|y|e|ed|sowie)$/;
const LONGEST_NAME = 4;

/** "in Mistral, Figure und Cohere": beside a firm of the list that no ordinary word is written like. */
function isAmongNames(tokens: readonly Token[], from: number, to: number, indexes: readonly NameIndex[]): boolean {
  const isFirm = (match: NameMatch | null) => match?.entry.kind === 'company' && !match.entry.ordinary;
  const after = tokens[to]?.lower ?? '';
  if (LISTING.test(after) && isFirm(longest(indexes, tokens, to + 1))) return true;
  if (!LISTING.test(tokens[from - 1]?.lower ?? '')) return false;
  for (let n = 1; n <= LONGEST_NAME; n++) {
    const match = longest(indexes, tokens, from - 1 - n);
    if (match?.to === from - 1 && isFirm(match)) return true;
  }
  return false;
}

const FORMER =
  /^(?:ex|former|formerly|ancien|ancienne|anciens|anciennes|früherer|frühere|früheren|früherem|ehemaliger|ehemalige|ehemaligen|ehemaligem|antiguo|antigua|antiguos|antiguas)$/;
const FORMER_PERSON =
  /^(?:ex(?:directiv|jef|ingenier|emplead|investigador|ejecutiv|vicepresident|consejer|dirigent|trabajador)\p{L}*|alumn(?:us|i|a)|veterans?)$/u;
const STAFF =
  /^(?:managers?|mitgründer(?:in)?|gründer(?:in)?|mitarbeiter(?:in|n)?|ingenieure?n?|forschern?|leute|veteran(?:en)?|cofounders?|alumni|veterans?|dirigenti?e?|dirigeants?|cadres?|directivos?|ingénieurs?|ingegneri?|ingenieros?|manageri?|executives?|engineers?|researchers?|employees?|staff|staffers?|scientists?|workers?|workforce|scientifiques?|wissenschaftlern?|científicos?|scienziati|bosse?s?|patrons?|vice|president|chief|head|chef|ricercatori|chercheurs?|numéro|dipendenti?e?|responsables?|responsabile)$/;

/** "a former Google engineer", "ex-OpenAI", "un ex dirigente di Amazon", "der SAP-Mitgründer": whose people they were. */
export function isPastEmployer(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to];
  if (next?.joined && /^(?:mitgründer(?:in)?|veteranen?)$/.test(next.lower)) return true;
  if (next && /^(?:alumni|alumnae|veterans?)$/.test(next.lower)) return true;
  const before = tokens[from - 1]?.lower ?? '';
  if (FORMER.test(before)) return true;
  const of = /^(?:de|d|di|von|bei|of|at|chez|da|en|in|dell|du)$/.test(before) || tokens[from - 1]?.text === "'";
  if (!of) return false;
  for (let i = from - 2; i >= Math.max(0, from - 6); i--) {
    const word = tokens[i]?.lower ?? '';
    if (FORMER_PERSON.test(word)) return true;
    if (STAFF.test(word)) return [1, 2].some((n) => FORMER.test(tokens[i - n]?.lower ?? ''));
    if (!tokens[i]?.word && tokens[i]?.text !== "'") return false;
  }
  return false;
}

const PARENT = /^(?:father|mother|inventor|père|mère|inventeur|vater|erfinder|padre|madre|inventore)$/;

/** "il padre di Mobileye Amnon Shashua": what somebody is known for having made before. */
function isChildOf(tokens: readonly Token[], from: number): boolean {
  const of = tokens[from - 1]?.text === "'" ? from - 2 : from - 1;
  return /^(?:of|de|d|von|di|des)$/.test(tokens[of]?.lower ?? '') && PARENT.test(tokens[of - 1]?.lower ?? '');
}

/** How far behind the word for founding those who founded may be named. */
const FOUNDERS = 9;
const FOUNDED =
  /^(?:found(?:ed|ers?)|co-?founded|gegründet\p{L}*|gründung\p{L}*|neugründung|fond(?:ée?s?|at[aoie])|créée?s?|cread[oa]s?|creat[aoie]|fundad[oa]s?|nat[aoie]|né|née|born|set|started|launched|lancée?|lanciat[ao]|built)$/u;

/** "founded by former OpenAI researchers": where its founders come from, and nobody who is in the deal. */
function isFoundersPast(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    tokens.slice(Math.max(0, from - FOUNDERS), from).some((t) => FOUNDED.test(t.lower)) &&
    isPastEmployer(tokens, from, to)
  );
}

function longest(indexes: readonly NameIndex[], tokens: readonly Token[], i: number): NameMatch | null {
  let best: NameMatch | null = null;
  for (const index of indexes) {
    const match = index.at(tokens, i);
    if (match && (!best || match.to > best.to)) best = match;
  }
  return best;
}

function isBelieved(
  entry: NameEntry,
  tokens: readonly Token[],
  from: number,
  to: number,
  fullNames: ReadonlySet<string>,
): boolean {
  const next = tokens[to];
  if (entry.needsFullName && !fullNames.has(entry.company) && !introduces(tokens, to)) return false;
  const before = tokens[from - 1];
  // "the Oracle of Omaha", "an oracle".
  if (entry.company === 'Oracle' && next?.lower === 'of' && before?.lower === 'the') return false;
  // "Prime Minister", "Apple Valley": a capital right after makes another name of it, unless it is a known one.
  if (entry.kind === 'brand' && next?.joined === false && next.cap && !before) return true;
  if (!entry.ordinary) return true;
  const atStart = from === 0 || (before !== undefined && !before.word && /[.:!?•–—"“«(]/.test(before.text));
  if (!atStart) return true;
  return (
    fullNames.has(entry.company) || entry.company.length <= 6 || entry.kind !== 'company' || introduces(tokens, to)
  );
}

/** "Figure, a maker of robots" and "Figure (San Jose)": what follows says that a firm is meant. */
export function introduces(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.text === '(') return true;
  return (
    tokens[to]?.text === ',' &&
    /^(an?|the|which|whose|une?|qui|dont|eine?|ein|das|un[ao]?|che|que|cuy[ao])$/.test(tokens[to + 1]?.lower ?? '')
  );
}

const REACH = 7;

function findNounPhrases(
  unit: Unit,
  language: Language,
  landmarks: readonly Landmark[],
  taken: boolean[],
  names: readonly Mention[],
): Mention[] {
  const found: Mention[] = [];
  const { tokens } = unit;
  for (let i = 0; i < tokens.length; i++) {
    const trade = language.trades.at(tokens, i);
    const noun = language.nouns.at(tokens, i);
    const to = Math.max(trade?.to ?? 0, noun?.to ?? 0);
    if (to === 0) continue;
    const head = { from: i, to, kind: noun?.value ?? ('group' as const), owners: trade?.value ?? null };
    const mention = nounPhrase(unit, head, language, landmarks, names);
    if (mention && !overlaps(found, mention)) {
      found.push(mention);
      taken.fill(true, mention.from, mention.to);
    }
    i = Math.max(i, to - 1);
  }
  return found;
}

const overlaps = (found: readonly Mention[], m: Mention) => found.some((f) => f.from < m.to && m.from < f.to);

/** How long what stands between such a noun and the name may be: "le concepteur de puces d'IA X". */
const DESCRIPTION = 6;

/** "start-up Wayve", "la start-up française Wayve": the noun only introduces the name behind it. */
function isDescriptorOf(tokens: readonly Token[], to: number, name: Mention, language: Language): boolean {
  if (name.from < to || name.from - to > DESCRIPTION) return false;
  return leadsTo(tokens, to, name.from, language);
}

interface Head {
  from: number;
  to: number;
  kind: 'startup' | 'group' | 'company' | 'arm';
  owners: string[] | null;
}

function nounPhrase(
  unit: Unit,
  head: Head,
  language: Language,
  landmarks: readonly Landmark[],
  names: readonly Mention[],
): Mention | null {
  const { tokens } = unit;
  if (head.kind === 'arm' || isStranger(tokens[head.to])) return null;
  if (names.some((n) => isDescriptorOf(tokens, head.to, n, language) || (n.from < head.to && n.to > head.from)))
    return null;
  const hints: string[] = [];
  let from = head.from;
  let definite = false;
  while (from > 0 && head.from - from < REACH) {
    const step = leftStep(tokens, from, language, landmarks);
    if (!step) break;
    from = step.from;
    if (step.hint) hints.push(step.hint);
    if (step.ends) {
      definite = step.definite;
      break;
    }
  }
  let to = head.to;
  const after = ownerAfter(tokens, head.to, landmarks);
  if (after) {
    hints.push(after.hint);
    to = after.to;
  }
  const named = hints.filter((h) => h.startsWith('='));
  if (named.length) {
    return {
      ...base(unit, from, to, 'epithet'),
      candidates: [{ name: (named[0] as string).slice(1), weight: 0.95 }],
      hints,
    };
  }
  const points = hints.some((h) => !h.startsWith(LAYER));
  const headline = from === 0 && (head.owners !== null || points);
  if (!definite && !headline) return null;
  if (describesStranger(tokens, from, names)) return null;
  if (head.owners) hints.push(...head.owners.map((o) => `?${o}`));
  const want: Want = head.owners
    ? 'any'
    : head.kind === 'startup'
      ? 'startup'
      : head.kind === 'group'
        ? 'group'
        : 'any';
  const same = tokens.slice(from, to).some((t) => SAME.test(t.lower));
  return {
    ...base(unit, from, to, points || head.owners ? 'epithet' : 'definite'),
    want: same && want === 'any' ? 'startup' : want,
    hints: hints.length ? hints : null,
    same,
  };
}

/** "der Autobauer Honda": a firm of another trade, named right behind what it is. */
const isStranger = (next: Token | undefined) => next?.cap === true && OTHER_TRADES.has(next.lower);

/** "Neeva, the search engine without ads,": the words describe a name that is nobody's here. */
function describesStranger(tokens: readonly Token[], from: number, names: readonly Mention[]): boolean {
  const before = tokens[from - 2];
  if (tokens[from - 1]?.text !== ',' || !before?.cap || CALENDAR.has(before.lower) || PLACES.has(before.lower))
    return false;
  return !names.some((n) => n.to === from - 1);
}

const SAME =
  /^(that|this|cette|dieser|diese|dieses|esa|ese|questa|quella|same|même|misma|mismo|stessa|stesso|selben|gleichen|derselben|demselben)$/;

interface Step {
  from: number;
  hint: string | null;
  ends: boolean;
  definite: boolean;
}

function leftStep(
  tokens: readonly Token[],
  from: number,
  language: Language,
  landmarks: readonly Landmark[],
): Step | null {
  const at = from - 1;
  const token = tokens[at] as Token;
  const trade = LAYER_WORDS[token.lower] ? `${LAYER}${LAYER_WORDS[token.lower]}` : null;
  const unknown = () => (isPlain(token, language) ? { from: at, hint: trade, ends: false, definite: false } : null);
  const landmark = landmarks.find(
    (l) => l.to === from || (l.to === from - 2 && tokens[from - 1]?.lower === 's' && tokens[from - 2]?.text === "'"),
  );
  if (landmark) {
    const possessive = landmark.to !== from;
    const start =
      possessive && language.articles.has(tokens[landmark.from - 1]?.lower ?? '') ? landmark.from - 1 : landmark.from;
    if (landmark.entry.kind === 'brand' || possessive)
      return { from: start, hint: `=${landmark.entry.company}`, ends: possessive, definite: true };
    return null;
  }
  if (language.indefinite.has(token.lower)) return { from: at, hint: null, ends: true, definite: false };
  if (language.articles.has(token.lower) && !language.possessives.has(token.lower))
    return { from: at, hint: null, ends: true, definite: true };
  if (token.text === "'" || (token.lower === 's' && tokens[at - 1]?.text === "'"))
    return { from: at, hint: null, ends: false, definite: false };
  if (language.adjectives.has(token.lower))
    return { from: at, hint: token.lower in NATIONS ? `~${token.lower}` : trade, ends: false, definite: false };
  // "the Pangyo-based start-up": whatever the place is.
  if (token.cap && tokens[from]?.joined && tokens[from]?.lower === 'based')
    return { from: at, hint: SEATS[token.text] ? `@${token.text}` : null, ends: false, definite: false };
  if (tokens[from]?.joined && token.word && token.end + 1 === tokens[from]?.start)
    return { from: at, hint: trade, ends: false, definite: false };
  if (token.cap) {
    const place = placeEnding(tokens, at);
    if (place) return { from: place.from, hint: `@${place.name}`, ends: false, definite: false };
  }
  return unknown();
}

/** "the cloud firm", "der Chip-Entwickler": what is said of a firm's trade names its layer of the AI stack. */
const LAYER_WORDS: Partial<Record<string, Layer>> = {
  cloud: 'infrastructure',
  infrastructure: 'infrastructure',
  compute: 'infrastructure',
  computing: 'infrastructure',
  chip: 'chip',
  chips: 'chip',
  semiconductor: 'chip',
  gpu: 'chip',
};

/** A word that may describe a firm: "the data-labelling company". */
function isPlain(token: Token, language: Language): boolean {
  if (!token.word || token.cap || /^\d/.test(token.text)) return false;
  const { lower } = token;
  return (
    !(
      language.breakers.has(lower) ||
      language.relatives.has(lower) ||
      language.perfect.has(lower) ||
      language.passive.has(lower)
    ) &&
    !language.prepositions.at([token], 0) &&
    !language.conjunctions.at([token], 0)
  );
}

/** A place or its inhabitants, ending at a token: "Seattle", "Mountain View". */
function placeEnding(tokens: readonly Token[], at: number): { from: number; name: string } | null {
  const one = tokens[at] as Token;
  const two = at > 0 ? `${(tokens[at - 1] as Token).text} ${one.text}` : '';
  if (two && (two in SEATS || PLACES.has(two.toLowerCase()))) return { from: at - 1, name: two };
  if (one.text in SEATS || PLACES.has(one.lower)) return { from: at, name: one.text };
  return null;
}

const OWNERSHIP = new Set([
  'of',
  'behind',
  'by',
  'de',
  'd',
  'du',
  'derrière',
  'hinter',
  'von',
  'um',
  'di',
  'del',
  'detrás',
  'dietro',
  'à',
  'dirigé',
  'dirigée',
  'detras',
  'led',
  'guidato',
  'guidata',
  'dirige',
  'run',
]);

/** "the company behind Claude", "le groupe de Satya Nadella", "le géant de Seattle". */
function ownerAfter(
  tokens: readonly Token[],
  to: number,
  landmarks: readonly Landmark[],
): { hint: string; to: number } | null {
  for (let i = to; i < Math.min(to + 4, tokens.length); i++) {
    const token = tokens[i] as Token;
    const landmark = landmarks.find((l) => l.from === i);
    if (landmark) return i > to ? { hint: `=${landmark.entry.company}`, to: landmark.to } : null;
    if (i > to && token.cap) {
      const place = i + 1 < tokens.length ? placeEnding(tokens, i + 1) : null;
      if (place && place.from === i) return { hint: `@${place.name}`, to: i + 2 };
      const short = placeEnding(tokens, i);
      return short ? { hint: `@${short.name}`, to: i + 1 } : null;
    }
    if (
      !OWNERSHIP.has(token.lower) &&
      token.text !== "'" &&
      !['the', 'le', 'la', 'l', 'que', 'par', 'da', 'por'].includes(token.lower)
    )
      return null;
  }
  return null;
}

function findPronouns(unit: Unit, language: Language, taken: readonly boolean[]): Mention[] {
  const found: Mention[] = [];
  const { tokens } = unit;
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i]) continue;
    const token = tokens[i] as Token;
    const they = language.they.at(tokens, i);
    const it = language.it.at(tokens, i);
    if (language.possessives.has(token.lower))
      found.push({ ...base(unit, i, i + 1, language.relatives.has(token.lower) ? 'relative' : 'pronoun'), poss: true });
    else if (language.relatives.has(token.lower) || isGermanRelative(tokens, i, language, taken))
      found.push(base(unit, i, i + 1, 'relative'));
    else if (they) found.push({ ...base(unit, i, they.to, 'pronoun'), plural: true });
    else if (it) found.push(base(unit, i, it.to, 'pronoun'));
  }
  return found;
}

/** ", bei dem SAP eingestiegen ist", ", an der der Konzern": an article behind a comma and a preposition, and a noun phrase right after it. */
function isGermanRelative(
  tokens: readonly Token[],
  at: number,
  language: Language,
  taken: readonly boolean[],
): boolean {
  if (!language.lexicon.freeOrder || !/^(?:dem|der|denen|das|den|die)$/.test(tokens[at]?.lower ?? '')) return false;
  const prep = language.prepositions.at(tokens, at - 1);
  if (prep?.to !== at || tokens[at - 2]?.text !== ',') return false;
  return taken[at + 1] === true || language.articles.has(tokens[at + 1]?.lower ?? '');
}
