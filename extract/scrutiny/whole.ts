import { findCompany } from '../../model/company.ts';
import type { PartialDay } from '../../model/day.ts';
import type { DealKind } from '../../model/deal.ts';
import type { Evidence } from '../../model/evidence.ts';
import { tierOf } from '../names/party.ts';
import type { Sentence } from '../text/sentences.ts';
import { type MoneyToken, moneyTokens } from '../text/text-tokens.ts';
import { type DateMention, findDates } from '../when.ts';
import { type AuthorityMention, findAuthorities } from './authorities.ts';
import { type CueHit, findCues } from './cues.ts';
import { Occurrences } from './occurrences.ts';
import { PairList } from './pair-list.ts';
import { type DealPair, type Party, pairsAmong, pairsSideBySide } from './pairs.ts';
import { aboutConduct, type Place } from './place.ts';
import { readStages, type Stage } from './stages.ts';
import { mentionsOf, strangePairs } from './strangers.ts';

/** A company in the text, by name, pronoun or description; offsets in the text. */
export interface PartyMention {
  start: number;
  end: number;
  /** Common name. */
  name: string;
  group: boolean;
}

/** What is read, with its sentences already cut. */
export interface ScrutinyDocument {
  title: string;
  text: string;
  language: string;
  published: PartialDay | null;
  sentences: Sentence[];
}

/** A deal that was read from the document. */
export interface KnownDeal {
  kind: DealKind;
  acquirer: string;
  target: string;
  quotes: Evidence[];
}

/** A pair that some sentence may tell of a deal of, and how likely any such deal is, 0–1. */
export interface ProposedPair extends DealPair {
  likely: number;
}

/** Title and text as one, with all that was found in them. */
export interface Whole {
  text: string;
  /** Where the text begins in title and text put together. */
  offset: number;
  tokens: MoneyToken[];
  places: Place[];
  /** The dates between two offsets, in order; looked for when first asked. */
  datesIn: (start: number, end: number) => DateMention[];
  known: PairList;
  /** The pairs named first, for what is said before any is named. */
  first: readonly DealPair[];
  /** All pairs that some sentence names, in order. */
  named: readonly DealPair[];
  /** The one pair that the title names, or null. */
  titled: DealPair | null;
  /** The pairs of deals that were read. */
  read: readonly DealPair[];
  /** Pairs that sentences may tell of, likely ones and others. */
  proposed: readonly ProposedPair[];
  /** Everybody named, those too who are too little known to be believed a firm, in order. */
  everyone: readonly Party[];
}

/** Title and text as one, with the authorities spoken of: enough to tell whether the rest is worth looking for. */
export interface Joined {
  text: string;
  offset: number;
  tokens: MoneyToken[];
  authorities: AuthorityMention[];
  /** Each sentence, the title first, with its tokens. */
  sentences: SentenceTokens[];
}

interface SentenceTokens {
  sentence: Sentence;
  from: number;
  to: number;
}

/** Title and text become one, so that "the watchdog" in a title finds its name below. */
export function joinTitle(document: ScrutinyDocument): Joined {
  const offset = document.title.length + 2;
  const text = `${document.title}\n\n${document.text}`;
  const tokens = moneyTokens(text);
  const title: Sentence = { start: 0, end: document.title.length, text: document.title, paragraph: -1, line: -1 };
  const moved = document.sentences.map((s) => ({ ...s, start: s.start + offset, end: s.end + offset }));
  const sentences = withTokens(tokens, document.title.trim() ? [title, ...moved] : moved);
  return { text, offset, tokens, authorities: findAuthorities(text, tokens), sentences };
}

function withTokens(tokens: readonly MoneyToken[], sentences: readonly Sentence[]): SentenceTokens[] {
  let token = 0;
  return sentences.map((sentence) => {
    while (token < tokens.length && (tokens[token] as MoneyToken).end <= sentence.start) token++;
    const from = token;
    while (token < tokens.length && (tokens[token] as MoneyToken).start < sentence.end) token++;
    return { sentence, from, to: token };
  });
}

/** Takes a document with its title joined to it, its companies and its deals; gives all that steps are read from. */
export function putTogether(
  document: ScrutinyDocument,
  joined: Joined,
  parties: readonly PartyMention[],
  deals: readonly KnownDeal[],
  proposed: readonly ProposedPair[] = [],
): Whole {
  const { text, offset, tokens, authorities } = joined;
  const read = new PairList(deals.map(({ acquirer, target }) => ({ acquirer, target })));
  const everyone = [...titleParties(document, parties), ...parties.map((p) => partyOf(document.text, p, offset))];
  everyone.sort((a, b) => a.start - b.start);
  const firms = everyone.filter((p) => isFirm(p, read));
  const hits = joined.sentences.map(({ from, to }) =>
    outsideNames(findCues(tokens, from, to, document.language), tokens, firms),
  );
  const cut = (named: readonly Party[]) =>
    placesOf(joined.sentences, hits, authorities, named).map((place) => withListed(tokens, place));
  const plain = cut(firms);
  const occurrences = new Occurrences(text, tokens);
  const german = document.language === 'de';
  const strange = strangePairs({ text, tokens, places: plain, german, occurrences }, read.all);
  const strangers = mentionsOf({ text, occurrences }, strange, firms);
  const places = strangers.length ? cut([...firms, ...strangers].sort((a, b) => a.start - b.start)) : plain;
  const told = places.flatMap((_, i) => toldByStep(text, tokens, places, i, read));
  const known = new PairList([...read.all, ...strange, ...told]);
  const inPlaces = places.map((p) => pairsAmong(p.parties, known)).filter((pairs) => pairs.length);
  const [first = []] = inPlaces;
  const named = new PairList(inPlaces.flat()).all;
  return {
    text,
    offset,
    tokens,
    places,
    known,
    first,
    named,
    titled: titledPair(places, known),
    datesIn: datesOf(text, tokens, document),
    read: read.all,
    proposed,
    everyone: strangers.length ? [...everyone, ...strangers].sort((a, b) => a.start - b.start) : everyone,
  };
}

/** "It bought Nod.ai": a word of a firm's name is no word for a step. */
function outsideNames(hits: CueHit[], tokens: readonly MoneyToken[], firms: readonly Party[]): CueHit[] {
  return hits.filter(({ first, next }) => {
    const [start, end] = [(tokens[first] as MoneyToken).start, (tokens[next - 1] as MoneyToken).end];
    return !firms.some((p) => p.named && p.start <= start && end <= p.end);
  });
}

function datesOf(text: string, tokens: readonly MoneyToken[], document: ScrutinyDocument): Whole['datesIn'] {
  let dates: DateMention[] | null = null;
  return (start, end) => {
    dates ??= findDates(text, document.language, document.published, tokens);
    let at = firstFrom(dates, start);
    const found: DateMention[] = [];
    for (let date = dates[at]; date && date.end <= end; date = dates[++at]) found.push(date);
    return found;
  };
}

/** Index of the first date that does not begin before an offset (binary search). */
function firstFrom(dates: readonly DateMention[], start: number): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as DateMention).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function titledPair(places: readonly Place[], known: PairList): DealPair | null {
  const title = places.find((place) => place.sentence.paragraph < 0);
  const [only, other] = title
    ? pairsAmong(
        title.parties.filter((p) => p.named),
        known,
      )
    : [];
  return only && !other ? only : null;
}

/**
 * Adds listed companies that stand in a sentence about an authority or a step by their short name only ("Microsoft/Inflection"),
 * which elsewhere would be too little to believe.
 */
function withListed(tokens: readonly MoneyToken[], place: Place): Place {
  if (place.sentence.paragraph < 0 || (!place.authorities.length && !readStages(tokens, place.hits).length))
    return place;
  const added: Party[] = [];
  for (let i = place.from + 1; i < place.to; i++) {
    const token = tokens[i] as MoneyToken;
    if (token.kind !== 'word' || token.text.length < 4 || !/^\p{Lu}\p{Ll}/u.test(token.text)) continue;
    const company = findCompany(token.text);
    const taken =
      place.parties.some((p) => p.start < token.end && p.end > token.start) ||
      place.authorities.some((m) => m.first <= i && m.next > i);
    if (!company || taken) continue;
    added.push({ name: company.name, group: company.group, named: true, start: token.start, end: token.end });
  }
  return added.length ? { ...place, parties: [...place.parties, ...added].sort((a, b) => a.start - b.start) } : place;
}

/** A group, a listed firm or a party of a deal that was read; any other capitalised name is weighed anew beside a step. */
function isFirm(p: Party, read: PairList): boolean {
  if (tierOf(p.name) > 0 || findCompany(p.name) !== null) return true;
  return read.hasTarget(p.name) || read.hasAcquirer(p.name);
}

/** Moves a mention to title and text put together, and notes whether it is a name. */
function partyOf(text: string, mention: PartyMention, offset: number): Party {
  const form = text.slice(mention.start, mention.end);
  const [first] = mention.name.split(' ');
  const named =
    form.includes(first as string) || findCompany(form)?.name === mention.name || mention.name.startsWith(form);
  return { ...mention, named, start: mention.start + offset, end: mention.end + offset };
}

/** Pairs told of only because an authority takes a step: in its sentence, in a list after it, or right before it. */
function toldByStep(
  text: string,
  tokens: readonly MoneyToken[],
  places: readonly Place[],
  index: number,
  read: PairList,
): readonly DealPair[] {
  const place = places[index] as Place;
  const here = pairsAmong(place.parties, read);
  const topic = topicOf(places, index);
  const beside = besideIn(text, topic, place).filter((pair) => !here.some((known) => known.target === pair.target));
  if (!beside.length || aboutConduct(place)) return [];
  const before = places[index - 1];
  const near = before?.sentence.paragraph === place.sentence.paragraph && namesAuthority(before);
  const steps = near ? readStages(tokens, place.hits) : stepsOf(tokens, place);
  const noun = hasDealNoun(tokens, place);
  if (steps.some((stage) => noun || !stage.weak)) return beside;
  const after = places[index + 1];
  const listed = beside.length > 1 && before !== undefined && isAlone(before) && stepsOf(tokens, before).length > 0;
  const told = after !== undefined && isAlone(after) && stepsOf(tokens, after).some((stage) => !stage.weak);
  const given = noun || place.hits.some((h) => h.cue === 'abandon');
  return listed || (told && given && !place.authorities.length) ? beside : [];
}

/** Pairs side by side; in a row about one firm, the groups named in it with that firm. */
function besideIn(text: string, topic: readonly Party[], place: Place): readonly DealPair[] {
  const named = place.parties.filter((p) => p.named);
  const target = topic.find((p) => tierOf(p.name) < 2)?.name;
  const groups = named.filter((p) => tierOf(p.name) === 2);
  if (target && named.length === groups.length) return groups.map((p) => ({ acquirer: p.name, target }));
  return pairsSideBySide(text, named, tierOf);
}

/** Steps of a sentence that names an authority. */
function stepsOf(tokens: readonly MoneyToken[], place: Place): readonly Stage[] {
  return namesAuthority(place) ? readStages(tokens, place.hits) : [];
}

function namesAuthority(place: Place): boolean {
  return place.authorities.some((m) => m.code !== null && m.form !== 'seat');
}

function isAlone(place: Place): boolean {
  return !place.parties.some((p) => p.named);
}

/** Names known from the text that stand in the title. */
function titleParties(document: ScrutinyDocument, parties: readonly PartyMention[]): Party[] {
  const forms = new Map<string, PartyMention>();
  for (const p of parties) {
    const form = document.text.slice(p.start, p.end);
    if (/^\p{Lu}|^\p{Ll}{1,2}\p{Lu}/u.test(form)) forms.set(form, p);
    for (const name of [p.name, ...(findCompany(p.name)?.aliases ?? [])]) forms.set(name, p);
  }
  const found: Party[] = [];
  for (const [form, p] of forms) {
    const at = document.title.indexOf(form);
    const alone =
      at >= 0 && !/[\p{L}\p{N}]/u.test((document.title[at - 1] ?? ' ') + (document.title[at + form.length] ?? ' '));
    if (alone && form.length > 1)
      found.push({ name: p.name, group: p.group, named: true, start: at, end: at + form.length });
  }
  return found;
}

function placesOf(
  sentences: readonly SentenceTokens[],
  hits: readonly CueHit[][],
  authorities: readonly AuthorityMention[],
  parties: readonly Party[],
): Place[] {
  let authority = 0;
  let party = 0;
  return sentences.map(({ sentence, from, to }, i) => {
    while (authority < authorities.length && (authorities[authority] as AuthorityMention).first < from) authority++;
    const firstAuthority = authority;
    while (authority < authorities.length && (authorities[authority] as AuthorityMention).first < to) authority++;
    while (party < parties.length && (parties[party] as Party).start < sentence.start) party++;
    const firstParty = party;
    while (party < parties.length && (parties[party] as Party).start < sentence.end) party++;
    return {
      sentence,
      from,
      to,
      hits: hits[i] ?? [],
      authorities: authorities.slice(firstAuthority, authority),
      parties: parties.slice(firstParty, party),
    };
  });
}

/** A short line that holds one firm's name and nothing else heads the lines after it. */
export function topicOf(places: readonly Place[], index: number): Party[] {
  const place = places[index] as Place;
  for (let i = index - 1; i >= Math.max(0, index - 8); i--) {
    const head = places[i] as Place;
    if (head.sentence.paragraph !== place.sentence.paragraph) return [];
    const names = new Set(namesOf(head.parties));
    const first = places[i - 1]?.sentence.paragraph !== head.sentence.paragraph;
    if (first && head.to - head.from <= 4 && names.size === 1 && !/[.!?]$/.test(head.sentence.text))
      return head.parties.slice(0, 1);
  }
  return [];
}

/** The names of the parties, in order. */
export function namesOf(parties: readonly Party[]): string[] {
  return parties.map((p) => p.name);
}

/** A noun for a deal, not a pronoun and not the word for a case. */
export function hasDealNoun(tokens: readonly MoneyToken[], place: Place): boolean {
  const cases = new Set(place.hits.filter((h) => h.cue === 'probe' || h.cue === 'case').map((h) => h.first));
  return place.hits.some(
    (h) =>
      (h.cue === 'deal' || h.cue === 'deals') &&
      (tokens[h.first] as MoneyToken).text.length > 3 &&
      !cases.has(h.first) &&
      !PRONOUN.test((tokens[h.first] as MoneyToken).lower),
  );
}

const PRONOUN =
  /^(both|they|them|this|that|these|those|companies|parties|firms|elles|celui|celle|ceux|cette|deux|groupes|diese[rsn]?|beiden?|unternehmen|ambas|ambos|aquella?|empresas|questo|questa|quest|quell[oa]|entramb[ei]|aziende)$/;
