import { findCompany } from '../model/company.ts';
import type { PartialDay } from '../model/day.ts';
import type { DealKind } from '../model/deal.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ReadScrutiny } from '../model/reading.ts';
import type { ScrutinyStatus } from '../model/scrutiny.ts';
import { type AuthorityMention, findAuthorities } from './authorities.ts';
import { type MoneyToken, moneyTokens } from './money-tokens.ts';
import { tierOf } from './party.ts';
import { type CueHit, findCues } from './scrutiny-cues.ts';
import { latestSteps, type Observation } from './scrutiny-latest.ts';
import { type DealPair, distinct, type Party, pairsAmong, pairsFor, pairsSideBySide } from './scrutiny-pairs.ts';
import { isClauseEnd, isDeterminer, readStages, type Stage } from './scrutiny-stages.ts';
import type { Sentence } from './sentences.ts';
import { type DateMention, findDates } from './when.ts';

/** A company in the text, by name, pronoun or description; offsets in the text. */
export interface PartyMention {
  start: number;
  end: number;
  /** Common name. */
  name: string;
  group: boolean;
}

export interface ScrutinyDocument {
  title: string;
  text: string;
  language: string;
  published: PartialDay | null;
  sentences: Sentence[];
}

export interface KnownDeal {
  kind: DealKind;
  acquirer: string;
  target: string;
  quotes: Evidence[];
}

/** One sentence, the title included, with all that was found in it. Token indices count in the whole. */
interface Place {
  sentence: Sentence;
  from: number;
  to: number;
  hits: CueHit[];
  authorities: AuthorityMention[];
  parties: Party[];
}

interface Whole {
  text: string;
  /** Where the text begins in title and text put together. */
  offset: number;
  tokens: MoneyToken[];
  places: Place[];
  dates: DateMention[];
  known: DealPair[];
  /** The pairs named first, for what is said before any is named. */
  first: DealPair[];
}

/**
 * Takes a document, the companies mentioned in it and the deals read from it; gives for each competition authority and
 * deal the latest step that the document states, with the sentences that say so. A step about AI deals in general has
 * no parties. Senators, private suits, foreign-investment and national-security reviews and conduct cases give none.
 */
export function readScrutiny(
  document: ScrutinyDocument,
  parties: readonly PartyMention[],
  deals: readonly KnownDeal[],
): ReadScrutiny[] {
  const whole = putTogether(document, parties, deals);
  const observations = observe(whole);
  return latestSteps(observations).map((step) => ({
    authority: step.authority,
    acquirer: step.pair?.acquirer ?? null,
    target: step.pair?.target ?? null,
    status: step.status,
    date: step.date,
    quotes: step.sentences.map((s) => evidenceOf(whole, s)),
  }));
}

function evidenceOf(whole: Whole, sentence: Sentence): Evidence {
  const inTitle = sentence.paragraph < 0;
  const shift = inTitle ? 0 : whole.offset;
  return {
    start: sentence.start - shift,
    end: sentence.end - shift,
    quote: sentence.text,
    in: inTitle ? 'title' : 'text',
  };
}

/** Title and text become one, so that "the watchdog" in a title finds its name below. */
function putTogether(document: ScrutinyDocument, parties: readonly PartyMention[], deals: readonly KnownDeal[]): Whole {
  const offset = document.title.length + 2;
  const text = `${document.title}\n\n${document.text}`;
  const tokens = moneyTokens(text);
  const title: Sentence = { start: 0, end: document.title.length, text: document.title, paragraph: -1 };
  const moved = document.sentences.map((s) => ({ ...s, start: s.start + offset, end: s.end + offset }));
  const read = distinct(deals.map(({ acquirer, target }) => ({ acquirer, target })));
  const everyone = [...titleParties(document, parties), ...parties.map((p) => partyOf(document.text, p, offset))];
  everyone.sort((a, b) => a.start - b.start);
  const authorities = findAuthorities(text, tokens);
  const places = placesOf(
    tokens,
    document.title.trim() ? [title, ...moved] : moved,
    document.language,
    authorities,
    everyone,
  );
  const known = distinct([...read, ...places.flatMap((_, i) => toldByStep(text, tokens, places, i, read))]);
  const first = places.map((p) => pairsAmong(p.parties, known)).find((pairs) => pairs.length) ?? [];
  return { text, offset, tokens, places, known, first, dates: findDates(text, document.language, document.published) };
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
  read: readonly DealPair[],
): DealPair[] {
  const place = places[index] as Place;
  const here = pairsAmong(place.parties, read);
  const topic = topicOf(places, index);
  const beside = besideIn(text, topic, place).filter((pair) => !here.some((known) => known.target === pair.target));
  if (!beside.length || aboutConduct(place)) return [];
  const steps = stepsOf(tokens, place);
  const noun = hasDealNoun(tokens, place);
  if (steps.some((stage) => noun || !stage.weak)) return beside;
  const [before, after] = [places[index - 1], places[index + 1]];
  const listed = beside.length > 1 && before !== undefined && isAlone(before) && stepsOf(tokens, before).length > 0;
  const told = after !== undefined && isAlone(after) && stepsOf(tokens, after).some((stage) => !stage.weak);
  const given = noun || place.hits.some((h) => h.cue === 'abandon');
  return listed || (told && given && !place.authorities.length) ? beside : [];
}

/** Pairs side by side; in a row about one firm, the groups named in it with that firm. */
function besideIn(text: string, topic: readonly Party[], place: Place): DealPair[] {
  const named = place.parties.filter((p) => p.named);
  const target = topic.find((p) => tierOf(p.name) < 2)?.name;
  const groups = named.filter((p) => tierOf(p.name) === 2);
  if (target && named.length === groups.length) return groups.map((p) => ({ acquirer: p.name, target }));
  return pairsSideBySide(text, named, tierOf);
}

/** Steps of a sentence that names an authority. */
function stepsOf(tokens: readonly MoneyToken[], place: Place): Stage[] {
  return place.authorities.some((m) => m.code !== null && m.form !== 'seat') ? readStages(tokens, place.hits) : [];
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
  tokens: readonly MoneyToken[],
  sentences: readonly Sentence[],
  language: string,
  authorities: readonly AuthorityMention[],
  parties: readonly Party[],
): Place[] {
  let token = 0;
  let authority = 0;
  let party = 0;
  return sentences.map((sentence) => {
    while (token < tokens.length && (tokens[token] as MoneyToken).end <= sentence.start) token++;
    const from = token;
    while (token < tokens.length && (tokens[token] as MoneyToken).start < sentence.end) token++;
    while (authority < authorities.length && (authorities[authority] as AuthorityMention).first < from) authority++;
    const firstAuthority = authority;
    while (authority < authorities.length && (authorities[authority] as AuthorityMention).first < token) authority++;
    while (party < parties.length && (parties[party] as Party).start < sentence.start) party++;
    const firstParty = party;
    while (party < parties.length && (parties[party] as Party).start < sentence.end) party++;
    return {
      sentence,
      from,
      to: token,
      hits: findCues(tokens, from, token, language),
      authorities: authorities.slice(firstAuthority, authority),
      parties: parties.slice(firstParty, party),
    };
  });
}

/** Most sentences after which "the regulator" of an earlier one is still the subject. */
const CARRY = 3;

interface Carried {
  mention: AuthorityMention;
  place: number;
  paragraph: number;
}

/** What the reader of the text has in mind when he comes to a sentence. */
interface Spoken {
  /** Authority that is still the subject. */
  near: AuthorityMention | null;
  /** Pairs spoken of last. */
  focus: readonly DealPair[];
  /** All pairs spoken of, in order. */
  spoken: readonly DealPair[];
  /** Steps of the last sentence that had any; for "did the same". */
  last: readonly Stage[];
  /** Pairs that some authority has been said to look at. */
  watched: readonly DealPair[];
  /** A step about deals in general was told: what follows is about that. */
  general: boolean;
  /** The firm that heads a table row or a paragraph of its own. */
  topic: readonly Party[];
}

function observe(whole: Whole): Observation[] {
  const observations: Observation[] = [];
  const spoken: DealPair[] = [];
  let focus: readonly DealPair[] = [];
  let carried: Carried | null = null;
  let last: readonly Stage[] = [];
  let pending: Observation[] = [];
  const watched: DealPair[] = [];
  let general = false;
  const codes = new Set<string>();
  whole.places.forEach((place, index) => {
    const topic = topicOf(whole.places, index);
    const before: Spoken = {
      near: stillSpeaking(carried, place, index, codes.size),
      general,
      focus,
      spoken,
      watched,
      last,
      topic,
    };
    const stages = repeated(whole, index, readStages(whole.tokens, place.hits), before);
    const found = stages.flatMap((stage) => observationsOf(whole, place, stage, before));
    observations.push(...found, ...carryOn(whole, place, pending));
    if (found.length || !refersBack(whole, place)) pending = place.parties.length ? [] : found;
    if (stages.length) last = stages;
    for (const { pair } of found) if (pair) watched.push(pair);
    general ||= found.some((o) => o.pair === null);
    focus = turnTo(whole, place, topic, spoken) ?? focus;
    for (const mention of place.authorities) {
      if (mention.form === 'seat') continue;
      if (mention.code) codes.add(mention.code);
      carried = { mention, place: index, paragraph: place.sentence.paragraph };
    }
  });
  return observations;
}

/** The pairs that a sentence turns to, kept in the list of all spoken of; null when it names none. */
function turnTo(whole: Whole, place: Place, topic: readonly Party[], spoken: DealPair[]): DealPair[] | null {
  const named = pairsAmong([...topic, ...place.parties], whole.known);
  if (named.length) {
    spoken.push(...named);
    return named;
  }
  const meant = pairsFor(namesOf(place.parties), whole.known, spoken);
  return meant.length ? meant : null;
}

function namesOf(parties: readonly Party[]): string[] {
  return parties.map((p) => p.name);
}

/** "Two files were opened. One is about Windsurf": what a file is about may be told in the next sentences. */
function carryOn(whole: Whole, place: Place, pending: readonly Observation[]): Observation[] {
  if (!pending.length || !refersBack(whole, place)) return [];
  const pairs = pairsAmong(place.parties, whole.known);
  const meant = pairs.length ? pairs : pairsFor(namesOf(place.parties), whole.known, []);
  return pending.flatMap((o) => meant.map((pair) => ({ ...o, pair, sentence: place.sentence })));
}

const OPENERS = new Set(
  `both one the it they this that les le la l il elle deux un une el los uno una ambos ambas die das der beide eines einer es se
   entrambi entrambe in lo`.split(/\s+/),
);

/** A sentence that says what the thing just spoken of is about: "Both concern Google". */
function refersBack(whole: Whole, place: Place): boolean {
  return OPENERS.has(whole.tokens[place.from]?.lower ?? '') && place.hits.some((h) => h.cue === 'about');
}

/** "came to the same conclusion", "did just that": the steps of the sentence before, by another authority. */
function repeated(whole: Whole, index: number, stages: Stage[], before: Spoken): Stage[] {
  const place = whole.places[index] as Place;
  const same = place.hits.find((h) => h.cue === 'same');
  if (!same || stages.some((s) => !s.weak)) return stages;
  const previous = whole.places[index - 1];
  const claimed = previous
    ? readStages(
        whole.tokens,
        previous.hits.filter((h) => h.cue !== 'maybe'),
      )
    : [];
  const source = claimed.length ? claimed : before.last;
  return [
    ...stages,
    ...source.map((stage) => ({ ...stage, first: same.first, next: same.next, needs: null, cue: 'same' as const })),
  ];
}

/** A short line that holds one firm's name and nothing else heads the lines after it. */
function topicOf(places: readonly Place[], index: number): Party[] {
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

/** The authority of an earlier sentence, while it is near, or wherever the text knows only one. */
function stillSpeaking(carried: Carried | null, place: Place, index: number, known: number): AuthorityMention | null {
  if (!carried) return null;
  const close = index - carried.place <= CARRY && place.sentence.paragraph - carried.paragraph <= 1;
  return close || known === 1 ? carried.mention : null;
}
function observationsOf(whole: Whole, place: Place, stage: Stage, before: Spoken): Observation[] {
  const authorities = authoritiesFor(whole, place, stage, before.near);
  if (!authorities.length) return [];
  const pairs = pairsOf(whole, place, stage, before);
  const date = dateFor(whole, place, stage);
  return authorities.flatMap((authority) =>
    pairs.map((pair) => ({
      authority,
      pair,
      status: statusFor(authority, stage),
      weak: stage.weak,
      newer: stage.newer,
      date,
      sentence: place.sentence,
    })),
  );
}

/** An inquiry of the FTC into deals in general is a 6(b) study, which gathers information and opens no case. */
function statusFor(authority: string, stage: Stage): ScrutinyStatus {
  return stage.study && authority === 'FTC' ? 'information_request' : stage.status;
}

/** The clause around a step: from the last clause end before it to the next one after it. */
function clauseOf(whole: Whole, place: Place, stage: Stage): { from: number; to: number } {
  let from = stage.first;
  let to = stage.next;
  while (from > place.from && !isClauseEnd(whole.tokens, from - 1)) from--;
  while (to < place.to && !isClauseEnd(whole.tokens, to)) to++;
  return { from, to };
}

function authoritiesFor(whole: Whole, place: Place, stage: Stage, near: AuthorityMention | null): string[] {
  const usable = place.authorities.filter(
    (m) => m.form !== 'seat' || (SEAT_ACTS.has(stage.cue) && within(m.next, stage.first, m.code === 'EC' ? 5 : 3)),
  );
  const before = usable.filter((m) => m.next <= stage.first);
  const by = usable.find((m) => m.first >= stage.next && m.first - stage.next <= 4 && isAgent(whole, m));
  const inside = usable.find((m) => m.first >= stage.first && m.first < stage.next);
  const after = usable.find((m) => m.first >= stage.next);
  if (stage.needs === 'authority-first') {
    const acting = before.at(-1);
    const acts =
      acting && (within(acting.next, stage.first, 4) || actsFirst(whole, place, before[0] as AuthorityMention));
    return acts && !urged(place, acting) ? codesOf(whole, before, acting) : [];
  }
  if (stage.needs === 'parties' && !partiesAct(whole, place, stage)) return [];
  const pleads = place.hits.some((h) => h.cue === 'plead' && !usable.some((m) => within(h.next, m.first, 4)));
  if (pleads && !by && !before.length) return [];
  const chosen = by ?? before.at(-1) ?? inside ?? after;
  if (chosen) return urged(place, chosen) ? [] : codesOf(whole, usable, chosen, chosen.first >= stage.next);
  return near?.code && !companyActs(whole, place, stage) ? [near.code] : [];
}

/** What a capital can be said to do: "London cleared". */
const SEAT_ACTS: ReadonlySet<string> = new Set([
  'clear',
  'challenge',
  'open',
  'refer',
  'accept',
  'notify',
  'close',
  'investigate',
]);

function within(from: number, to: number, most: number): boolean {
  return to >= from && to - from <= most;
}

/** "by the CMA", "par Bruxelles". */
function isAgent(whole: Whole, mention: AuthorityMention): boolean {
  const words = [1, 2, 3].map((n) => whole.tokens[mention.first - n]?.lower ?? '');
  return words.some((word) => /^(by|par|von|vom|durch|por|da|dal|dalla|dall)$/.test(word));
}

/** An authority that sues is named before the firm it sues. */
function actsFirst(whole: Whole, place: Place, first: AuthorityMention): boolean {
  const start = (whole.tokens[first.first] as MoneyToken).start;
  return !place.parties.some((p) => p.named && p.start < start);
}

/** Somebody calls on the authority to act, which is not its own step: "urged the FTC to investigate". */
function urged(place: Place, mention: AuthorityMention): boolean {
  const before = place.authorities.some(
    (m) => m !== mention && m.code !== null && m.next <= mention.first && m.form !== 'seat',
  );
  return (
    !before &&
    place.hits.some(
      (h) => h.cue === 'urge' && h.first < mention.first && mention.first - h.next <= 4 && h.next <= mention.first + 1,
    )
  );
}

/** The deal's parties are the subject: one of them, or "the companies", stands right before the verb. */
function partiesAct(whole: Whole, place: Place, stage: Stage): boolean {
  const from = Math.max(place.from, stage.first - 5);
  const [start, cue] = [(whole.tokens[from] as MoneyToken).start, (whole.tokens[stage.first] as MoneyToken).start];
  const owns = (p: Party) => /^['’]/.test(whole.text.slice(p.end, p.end + 1));
  const firm = place.parties.findLast((p) => p.start >= start && p.end <= cue && !owns(p));
  const word = place.hits.findLast((h) => h.cue === 'parties' && h.first >= from && h.next <= stage.first);
  const authority = place.authorities.findLast((m) => m.next <= stage.first);
  const actor = Math.max(firm?.end ?? -1, word ? (whole.tokens[word.first] as MoneyToken).end : -1);
  return actor > (authority ? (whole.tokens[authority.next - 1] as MoneyToken).end : 0);
}

/** True when a company is the subject right before the words, so that no authority of an earlier sentence is. */
function companyActs(whole: Whole, place: Place, stage: Stage): boolean {
  const from = Math.max(place.from, stage.first - 4);
  const [start, end] = [(whole.tokens[from] as MoneyToken).start, (whole.tokens[stage.first] as MoneyToken).start];
  return place.parties.some(
    (p) => p.named && p.start >= start && p.end <= end && !/^['’]/.test(whole.text.slice(p.end, p.end + 1)),
  );
}

/** The authority and those joined to it: "the FTC and the Justice Department", "from the FTC, Brussels and the CMA". */
function codesOf(
  whole: Whole,
  all: readonly AuthorityMention[],
  chosen: AuthorityMention | undefined,
  onward = false,
): string[] {
  if (!chosen?.code) return [];
  const codes = [chosen.code];
  const step = onward ? 1 : -1;
  for (let i = all.indexOf(chosen); all[i + step]; i += step) {
    const [a, b] = (onward ? [all[i], all[i + 1]] : [all[i - 1], all[i]]) as [AuthorityMention, AuthorityMention];
    const between = whole.tokens.slice(a.next, b.first);
    const joined = between.length <= 5 && between.some((t) => /^(and|et|und|y|e|&|,)$/.test(t.lower));
    const code = (onward ? b : a).code;
    if (!joined || !code) break;
    codes.push(code);
  }
  return [...new Set(codes)];
}

const GENERAL: ReadonlySet<string> = new Set(['examine', 'investigate', 'concern', 'ask', 'probe', 'open']);

function pairsOf(whole: Whole, place: Place, stage: Stage, before: Spoken): (DealPair | null)[] {
  const sets = circles(whole, place, stage);
  for (const parties of sets) {
    const joined = pairsAmong([...before.topic, ...parties], whole.known);
    if (joined.length) return joined;
  }
  if (aboutConduct(place)) return [];
  for (const parties of sets) {
    const meant = pairsFor(namesOf(parties), whole.known, [...before.spoken, ...before.focus]);
    if (meant.length && parties.some((p) => p.named)) return saysWhich(whole, place, parties, meant) ? meant : [];
  }
  if (before.topic.length) return topicPair(whole, before);
  return generalOrFocus(whole, place, stage, before);
}

/** "sued Apple over its grip on phones" names a buyer and no deal; with a target, or a word for a deal, it is one. */
function saysWhich(whole: Whole, place: Place, parties: readonly Party[], pairs: readonly DealPair[]): boolean {
  const target = parties.some((p) => pairs.some((pair) => pair.target === p.name));
  return target || hasDealNoun(whole.tokens, place);
}

/** A noun for a deal, not a pronoun and not the word for a case. */
function hasDealNoun(tokens: readonly MoneyToken[], place: Place): boolean {
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

/** The firms named in the clause, those of the whole sentence, then those only described; a list after a colon belongs to what announces it. */
function circles(whole: Whole, place: Place, stage: Stage): Party[][] {
  const clause = clauseOf(whole, place, stage);
  const [start, end] = [
    (whole.tokens[clause.from] as MoneyToken).start,
    (whole.tokens[clause.to - 1] as MoneyToken).end,
  ];
  const announces =
    whole.tokens[clause.to]?.text === ':' &&
    !readStages(
      whole.tokens,
      place.hits.filter((h) => h.first >= clause.to),
    ).length;
  const inClause = place.parties.filter((p) => p.start >= start && (p.end <= end || announces));
  const names = (parties: Party[]) => parties.filter((p) => p.named);
  return [names(inClause), names(place.parties), inClause, place.parties].filter((parties) => parties.length > 0);
}

/** A row about one firm and nobody else speaks of its first partner. */
function topicPair(whole: Whole, before: Spoken): DealPair[] {
  const name = before.topic[0]?.name;
  const pair = before.focus.find((p) => p.target === name) ?? whole.known.find((p) => p.target === name);
  return pair ? [pair] : [];
}

function generalOrFocus(whole: Whole, place: Place, stage: Stage, before: Spoken): (DealPair | null)[] {
  const has = (cue: string) => place.hits.some((h) => h.cue === cue);
  const counted = countedPairs(whole, place, before.spoken);
  if (counted.length) return counted;
  const general = GENERAL.has(stage.cue) && !place.parties.some((p) => p.named);
  if (general && speaksOfDeals(whole, place, before.focus.length > 0)) return isAboutAi(whole) ? [null] : [];
  if (stage.needs === 'authority-first' && place.hits.some((h) => h.cue === 'deals' && within(stage.next, h.first, 3)))
    return [];
  if (has('latter')) return before.focus.slice(-1);
  if (!has('deal') && stage.cue === 'examine') return [];
  if (!before.focus.length) return before.general ? [] : whole.first;
  const ofCase = OF_CASE.has(stage.cue) && before.watched.length > 0 && speaksOfCase(whole, place);
  return ofCase ? caseSpokenOf(before) : underReview(before);
}

const OF_CASE: ReadonlySet<string> = new Set(['probe', 'close', 'further', 'investigate', 'examine', 'goOn']);

/** "the probe", "its investigation": one that was spoken of. */
function speaksOfCase(whole: Whole, place: Place): boolean {
  return place.hits.some((h) => (h.cue === 'probe' || h.cue === 'case') && isDeterminer(whole.tokens[h.first - 1]));
}

/** "its investigation" is the one spoken of, even where other deals were named since. */
function caseSpokenOf(before: Spoken): DealPair[] {
  const here = before.focus.filter((pair) => before.watched.some((w) => samePair(w, pair)));
  return here.length ? here : before.watched.slice(-1);
}

function samePair(a: DealPair, b: DealPair): boolean {
  return a.acquirer === b.acquirer && a.target === b.target;
}

/** The pairs spoken of last; where they share a firm with the one under review, that one ("Arm's owner SoftBank"). */
function underReview({ focus, watched }: Spoken): DealPair[] {
  if (focus.length === 0 || focus.some((pair) => watched.some((w) => samePair(w, pair)))) return [...focus];
  const akin = watched.findLast((w) => focus.every((pair) => pair.target === w.target));
  return akin ? [akin] : [...focus];
}

/** "partnerships", but not "the control of mergers". */
function speaksOfDeals(whole: Whole, place: Place, spokenOf: boolean): boolean {
  return place.hits.some((h) => {
    if (h.cue !== 'deals') return false;
    const before = [1, 2, 3].map((n) => whole.tokens[h.first - n]?.lower ?? '');
    const mergerReview = /^(merger|key|star)$/.test(whole.tokens[h.first]?.lower ?? '');
    if (spokenOf && mergerReview) return false;
    return !before.some((word) => /^(contrôle|control|controllo|kontrolle|droit|law|sulle)$/.test(word));
  });
}

const NUMBERS: Record<string, number> = Object.fromEntries(
  [
    'both deux beide beiden ambas ambos dos due entrambi entrambe two zwei',
    'three trois drei tres tre',
    'four quatre vier cuatro quattro',
    'five cinq fünf cinco cinque',
    'six sechs seis sei',
    'seven sept sieben siete sette',
    'eight huit acht ocho otto',
    'nine neuf neun nueve nove',
  ].flatMap((words, i) => words.split(' ').map((word) => [word, i + 2] as const)),
);

/** "the three deals", "the five companies": all pairs spoken of, when there are as many of them. */
function countedPairs(whole: Whole, place: Place, spoken: readonly DealPair[]): DealPair[] {
  const pairs = distinct(spoken);
  const firms = new Set(pairs.flatMap((p) => [p.acquirer, p.target])).size;
  for (const hit of place.hits) {
    if (hit.cue !== 'number') continue;
    const count = NUMBERS[whole.tokens[hit.first]?.lower ?? ''];
    const counts = (cue: string) => place.hits.some((h) => h.cue === cue && within(hit.next, h.first, 2));
    if (counts('deals') || counts('deal')) {
      if (count === pairs.length) return pairs;
      if (count === 2 && pairs.length > 2) return pairs.slice(-2);
    }
    if (counts('parties') && count === firms) return pairs;
  }
  return [];
}

function aboutConduct(place: Place): boolean {
  return place.hits.some((h) => h.cue === 'conduct');
}

function isAboutAi(whole: Whole): boolean {
  return /\b(AI|A\.I\.|IA|KI|artificial intelligence|intelligence artificielle|Künstliche[rn]? Intelligenz|inteligencia artificial|intelligenza artificiale)\b/i.test(
    whole.text,
  );
}

/** The date in the clause, or the only one in the sentence; of several, the one nearest to the words. */
function dateFor(whole: Whole, place: Place, stage: Stage): PartialDay | null {
  const { start, end } = place.sentence;
  const dates = whole.dates.filter((d) => d.start >= start && d.end <= end);
  const at = (whole.tokens[stage.first] as MoneyToken).start;
  const clause = clauseOf(whole, place, stage);
  const inClause = dates.filter(
    (d) =>
      d.start >= (whole.tokens[clause.from] as MoneyToken).start &&
      d.end <= (whole.tokens[clause.to - 1] as MoneyToken).end,
  );
  const best = (inClause.length ? inClause : dates).toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at));
  return best[0]?.date ?? null;
}
