import { findCompany, foldName } from '../../model/company.ts';
import { COUNTRIES } from '../lexicon/authorities.ts';
import { tierOf } from '../names/party.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import type { NameSpan } from './names.ts';
import { nameSpans } from './names.ts';
import type { Occurrences } from './occurrences.ts';
import { PairList } from './pair-list.ts';
import { type DealPair, distinct, type Party, pairsAmong } from './pairs.ts';
import { aboutConduct, type Place } from './place.ts';
import { readStages } from './stages.ts';

/** A text with its sentences, for the search for firms that only a regulator's step names. */
export interface Strangers {
  text: string;
  tokens: readonly MoneyToken[];
  places: readonly Place[];
  german: boolean;
  occurrences: Occurrences;
}

/** A firm that may be the target of the deal that a sentence is about. */
interface Candidate extends NameSpan {
  /** Already known as a firm from the rest of the text. */
  party: boolean;
}

interface Judged {
  pair: DealPair;
  score: number;
}

/** Enough in a sentence that states a step, and in one beside it. */
const ENOUGH = 2;
const ENOUGH_BESIDE = 3;

/** Words for a deal, as nouns and verbs, in all five languages. */
const TAKES = new RegExp(
  `^(?:takeover|acqui|purchas|buy(?:s|ing|out)?$|bought|merg|stake|invest|deals?$|bid$|tie$|partner|alliance|hir(?:e|ed|es|ing)$|swallow|absor|snap|transaction|combin|offer|licen[cs]|
   rach(?:at|et)|repris|repren|fusion|particip|entrée|embauch|recrut|débauch|opération|achet|achat|rapprochement|avale|
   übern|kauf|gekauft|erwerb|erworben|zukauf|beteilig|einstieg|einsteig|zusammen(?:schluss|geh)|schluck|anwerb|abwerb|vorhaben|partnerschaft|
   compra|adqui|fusi[oó]n|toma$|fichaje|contrata|inversi|invert|operación|alianza|oferta|haga$|hacerse|casad|renunci|
   acquis|acquist|rilev|compr|partecip|ingresso|assun|assum|assorb|operazione|alleanza|cessione|vendita|ingloba|affare)`.replace(
    /\s+/g,
    '',
  ),
);

/**
 * Takes a text with its sentences and the pairs that are known; gives pairs of a large group and a firm in no list that
 * stand where an authority's step is told: "the takeover of Locuaz by IBM", "IBM / Locuaz".
 */
export function strangePairs(whole: Strangers, read: readonly DealPair[]): readonly DealPair[] {
  const steps = whole.places.map((_, i) => statesStep(whole, i));
  if (!steps.some(Boolean)) return [];
  const found: DealPair[] = [];
  const told = new Told(read);
  whole.places.forEach((place, i) => {
    const here = steps[i] === true;
    const beside = steps[i - 1] === true || steps[i + 1] === true;
    const enough = here ? ENOUGH : beside ? ENOUGH_BESIDE : CASE_TITLE;
    if (aboutConduct(place)) return;
    const known = pairsAmong(place.parties, told.pairs).length > 0;
    for (const pair of bestPairs(whole, place, known ? CASE_TITLE : enough, told)) {
      found.push(pair);
      told.add(pair);
    }
  });
  return found.length || read.length ? distinct(found) : solePair(whole);
}

/** The pairs known so far, and how their targets' names begin. */
class Told {
  readonly pairs = new PairList();
  private readonly beginnings = new Set<string>();

  constructor(read: readonly DealPair[]) {
    for (const pair of read) this.add(pair);
  }

  add(pair: DealPair): void {
    this.pairs.add(pair);
    const name = foldName(pair.target);
    this.beginnings.add(name);
    for (let at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) this.beginnings.add(name.slice(0, at));
  }

  /** True for the name of a target, or the words that it begins with. */
  names(name: string): boolean {
    return this.beginnings.has(foldName(name));
  }
}

/** Where steps are told and no pair is known at all: the firm of the title with the group of the title, or of the text. */
function solePair(whole: Strangers): DealPair[] {
  const title = whole.places.find((place) => place.sentence.paragraph < 0);
  if (!title) return [];
  const often = (c: Candidate) => whole.occurrences.of(c.name).length > 1;
  const [firm, other] = candidatesIn(whole, title, new Told([])).filter(often);
  const acquirer = mainGroup([title]) ?? mainGroup(whole.places);
  return firm && !other && acquirer ? [{ acquirer, target: firm.name }] : [];
}

/** The large group that some sentences name, where no other is named half as often. */
function mainGroup(places: readonly Place[]): string | null {
  const counts = new Map<string, number>();
  for (const { name } of places.flatMap((place) => place.parties))
    if (tierOf(name) === 2) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && (!second || first[1] >= 2 * second[1]) ? first[0] : null;
}

/** Enough anywhere: "X / Y" is the title of a case. */
const CASE_TITLE = 4;

/** A step of an authority that is named in the sentence, or in one right before it in the same paragraph. */
function statesStep(whole: Strangers, index: number): boolean {
  const place = whole.places[index] as Place;
  const named = [0, 1, 2].some((back) => {
    const before = whole.places[index - back];
    const same = before?.sentence.paragraph === place.sentence.paragraph;
    return same && before.authorities.some((m) => m.code !== null && (back === 0 || m.form !== 'seat'));
  });
  return named && readStages(whole.tokens, place.hits).length > 0;
}

/** The best pair of a sentence, and others that are as sure as the title of a case. */
function bestPairs(whole: Strangers, place: Place, enough: number, known: Told): DealPair[] {
  const groups = place.parties.filter((p) => tierOf(p.name) > 0);
  const candidates = candidatesIn(whole, place, known);
  if (!groups.length || !candidates.length) return [];
  const judged = candidates
    .flatMap((c) => groups.map((g) => judge(whole, place, g, c, candidates.length === 1)))
    .filter((j) => j.score >= enough && j.pair.acquirer !== j.pair.target)
    .sort((a, b) => b.score - a.score);
  const best = judged[0]?.pair;
  const joined = (pair: DealPair) => pair.acquirer === best?.acquirer && areJoined(whole.text, candidates, best, pair);
  return judged.filter((j, i) => i === 0 || j.score >= CASE_TITLE || joined(j.pair)).map((j) => j.pair);
}

/** "in respect of Windsurf and Hume AI": two targets of one buyer. */
function areJoined(text: string, candidates: readonly Candidate[], a: DealPair, b: DealPair): boolean {
  const [x, y] = [a, b].map((pair) => candidates.find((c) => c.name === pair.target));
  if (!x || !y || x === y) return false;
  const [first, second] = x.start < y.start ? [x, y] : [y, x];
  return /^,? (?:and|et|und|y|e|&) $/.test(text.slice(first.end, second.start));
}

function candidatesIn(whole: Strangers, place: Place, known: Told): Candidate[] {
  const { text, tokens, german } = whole;
  const parties = place.parties
    .filter((p) => p.named && tierOf(p.name) < 2 && !(p.name.toLowerCase() in COUNTRIES))
    .map((p) => ({ ...indicesOf(tokens, place, p), name: p.name, party: true }))
    .filter((c) => !isCueWord(place, c));
  const taken = (s: NameSpan) =>
    place.parties.some((p) => p.start < s.end && p.end > s.start) ||
    place.authorities.some((m) => m.first < s.next && m.next > s.first) ||
    isCueWord(place, s);
  const spans = nameSpans(whole, place.from, place.to, german)
    .filter((s) => !taken(s))
    .map((s) => ({ ...s, name: findCompany(s.name)?.name ?? s.name, party: false }));
  const isTold = (c: Candidate) =>
    known.names(c.name) && !place.parties.some((p) => tierOf(p.name) === 2 && isCaseTitle(text, p, c));
  return [...parties, ...spans].filter((c) => !isTold(c));
}

/** "Auflagen", "Fusionskontrolle": a single word of the regulators' own language is nobody's name. */
function isCueWord(place: Place, s: Pick<NameSpan, 'first' | 'next'>): boolean {
  if (s.next - s.first !== 1) return false;
  return place.hits.some((h) => h.first <= s.first && h.next >= s.next && h.next - h.first <= 2 && h.cue !== 'deal');
}

function indicesOf(tokens: readonly MoneyToken[], place: Place, p: Party): Omit<NameSpan, 'name'> {
  let first = place.from;
  while (first < place.to - 1 && (tokens[first] as MoneyToken).end <= p.start) first++;
  let next = first + 1;
  while (next < place.to && (tokens[next] as MoneyToken).start < p.end) next++;
  return { first, next, start: p.start, end: p.end };
}

function judge(whole: Strangers, place: Place, group: Party, c: Candidate, alone: boolean): Judged {
  const { tokens, text } = whole;
  let score = c.party ? 1 : 0;
  if (alone) score += 1;
  if (isCaseTitle(text, group, c)) score += CASE_TITLE;
  else if (isBracketed(text, group, c)) score += 3;
  else if (isJoined(text, group, c)) score += isItem(whole, place) ? CASE_TITLE : 2;
  const takes = (from: number, to: number) =>
    tokens.slice(Math.max(place.from, from), Math.min(place.to, to)).some((t) => TAKES.test(t.lower));
  if (takes(c.first - 10, c.first)) score += 2;
  else if (takes(c.next, c.next + 10)) score += 1;
  else if (!c.party) score -= 1;
  if (isAgent(text, group, c)) score += 2;
  const between = group.end <= c.start ? text.slice(group.end, c.start) : '';
  if (between && between.length < 60 && !/[,;()]/.test(between)) score += 1;
  const places = whole.occurrences.of(c.name);
  if ((places.at(-1) ?? -1) >= c.end || (places[0] ?? -1) < c.start) score += 1;
  if (german(whole, c)) score -= 2;
  return { pair: { acquirer: group.name, target: c.name }, score };
}

/** A single German noun behind an article is no name, unless it stands alone elsewhere or a description follows it. */
function german(whole: Strangers, c: Candidate): boolean {
  if (!whole.german || c.party || c.next - c.first > 1) return false;
  const before = whole.tokens[c.first - 1];
  const named =
    /^(an|bei|von|mit|durch|um|für|und|auf|in)$/.test(before?.lower ?? '') || /\p{Lu}/u.test(before?.text[0] ?? '');
  const after = whole.tokens[c.next];
  const described = after?.text === ',' || after?.text === '(' || after?.lower === 'durch';
  if (/^(von|für|des|der|ohne)$/.test(after?.lower ?? '') || before?.lower === 'ohne') return true;
  return !(named || described) || /(ung|heit|keit|schaft|tion|amt|verfahren|prüfung)(en|s)?$/.test(c.name);
}

/** "Oracle / Lumenforge", "Nvidia/Arm", "IBM-Cartesio Data". */
function isCaseTitle(text: string, a: Party, b: Candidate): boolean {
  const [first, second] = a.end <= b.start ? [a, b] : [b, a];
  return /^(?: ?\(.{2,30}\))?(?: ?[/|] ?| [–—] |[-–])$/.test(text.slice(first.end, second.start));
}

/** "• Meta and Switchyard Robotics, Inc. (December 2025)": a line of a list that names two firms and does nothing. */
function isItem(whole: Strangers, place: Place): boolean {
  const mark = whole.tokens[place.from]?.text ?? '';
  return /^[•·*–—-]$/.test(mark) && place.to - place.from <= 20 && place.parties.length <= 3;
}

/** "Google (Windsurf e Hume AI)". */
function isBracketed(text: string, group: Party, c: Candidate): boolean {
  return group.end < c.start && /^ \((?:[^()]{1,40}(?:,| and| et| und| y| e) )?$/.test(text.slice(group.end, c.start));
}

/** "Adobe and Storyhorse", "von Adobe mit Locuaz". */
function isJoined(text: string, a: Party, b: Candidate): boolean {
  const [first, second] = a.end <= b.start ? [a, b] : [b, a];
  return /^(?:['’]s)? (?:and|et|und|y|e|with|avec|mit|con) (?:\p{Ll}{1,12} )?$/u.test(
    text.slice(first.end, second.start),
  );
}

/** "by IBM", "par IBM" behind the name, with no more than a description between. */
function isAgent(text: string, group: Party, c: Candidate): boolean {
  if (group.start < c.end) return false;
  const between = text.slice(c.end, group.start);
  return (
    between.length < 120 &&
    /(?:^|[\s,])(?:by|par|durch|por|da|dalla|dal|de la part de|por parte de|seitens)\s(?:\p{Ll}+\s)?$/u.test(between)
  );
}

/** Takes the firms of the pairs found; gives every place in the text where one of them is named. */
export function mentionsOf(
  { text, occurrences }: Pick<Strangers, 'text' | 'occurrences'>,
  pairs: readonly DealPair[],
  parties: readonly Party[],
): Party[] {
  const found: Party[] = [];
  const isTaken = overlaps(parties);
  for (const name of new Set(pairs.map((pair) => pair.target))) {
    for (const at of occurrences.of(name)) {
      const end = at + name.length;
      const whole = !/[\p{L}\p{N}]/u.test(
        (text[at - 1] ?? ' ') + (/^s\b/.test(text.slice(end, end + 2)) ? ' ' : (text[end] ?? ' ')),
      );
      if (whole && !isTaken(at, end)) found.push({ name, group: false, named: true, start: at, end });
    }
  }
  return found;
}

/** Takes parties in order; gives whether one of them overlaps a span (binary search). */
function overlaps(parties: readonly Party[]): (start: number, end: number) => boolean {
  let furthest = 0;
  const ends = parties.map((p) => {
    furthest = Math.max(furthest, p.end);
    return furthest;
  });
  return (start, end) => {
    let [low, high] = [0, parties.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((parties[middle] as Party).start < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] as number) > start;
  };
}
