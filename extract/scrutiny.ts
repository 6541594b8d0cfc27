import type { PartialDay } from '../model/day.ts';
import type { DealKind } from '../model/deal.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ReadScrutiny } from '../model/reading.ts';
import { type AuthorityMention, findAuthorities } from './authorities.ts';
import { type MoneyToken, moneyTokens } from './money-tokens.ts';
import { type CueHit, findCues } from './scrutiny-cues.ts';
import { latestSteps, type Observation } from './scrutiny-latest.ts';
import { type DealPair, distinct, type Party, pairsAmong, pairsFor } from './scrutiny-pairs.ts';
import { isClauseEnd, readStages, type Stage } from './scrutiny-stages.ts';
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
  const known = distinct(deals.map(({ acquirer, target }) => ({ acquirer, target })));
  const everyone = [
    ...titleParties(document, parties),
    ...parties.map((p) => ({ ...p, start: p.start + offset, end: p.end + offset })),
  ];
  everyone.sort((a, b) => a.start - b.start);
  const authorities = findAuthorities(tokens);
  const places = placesOf(
    tokens,
    document.title.trim() ? [title, ...moved] : moved,
    document.language,
    authorities,
    everyone,
  );
  return { text, offset, tokens, places, known, dates: findDates(text, document.language, document.published) };
}

/** Names known from the text that stand in the title. */
function titleParties(document: ScrutinyDocument, parties: readonly PartyMention[]): Party[] {
  const forms = new Map<string, PartyMention>();
  for (const p of parties) {
    const form = document.text.slice(p.start, p.end);
    if (/^\p{Lu}|^\p{Ll}{1,2}\p{Lu}/u.test(form)) forms.set(form, p);
    forms.set(p.name, p);
  }
  const found: Party[] = [];
  for (const [form, p] of forms) {
    const at = document.title.indexOf(form);
    const alone =
      at >= 0 && !/[\p{L}\p{N}]/u.test((document.title[at - 1] ?? ' ') + (document.title[at + form.length] ?? ' '));
    if (alone && form.length > 1) found.push({ name: p.name, group: p.group, start: at, end: at + form.length });
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

function observe(whole: Whole): Observation[] {
  const observations: Observation[] = [];
  const spoken: DealPair[] = [];
  let focus: DealPair[] = [];
  let lastAuthority: { mention: AuthorityMention; place: number; paragraph: number } | null = null;
  whole.places.forEach((place, index) => {
    const near: AuthorityMention | null =
      lastAuthority && index - lastAuthority.place <= CARRY && stillSpeaking(lastAuthority.paragraph, place)
        ? lastAuthority.mention
        : null;
    for (const stage of readStages(whole.tokens, place.hits)) {
      observations.push(...observationsOf(whole, place, stage, { near, focus, spoken }));
    }
    const named = pairsAmong(place.parties, whole.known);
    if (named.length) {
      focus = named;
      spoken.push(...named);
    } else {
      const meant = pairsFor(
        place.parties.map((p) => p.name),
        whole.known,
        spoken,
      );
      if (meant.length) focus = meant;
    }
    const last = place.authorities.findLast((m) => m.form !== 'seat');
    if (last) lastAuthority = { mention: last, place: index, paragraph: place.sentence.paragraph };
  });
  return observations;
}

function stillSpeaking(paragraph: number, place: Place): boolean {
  return place.sentence.paragraph - paragraph <= 1;
}

interface Spoken {
  near: AuthorityMention | null;
  focus: readonly DealPair[];
  spoken: readonly DealPair[];
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
      status: stage.status,
      weak: stage.weak,
      newer: stage.newer,
      date,
      sentence: place.sentence,
    })),
  );
}

/** The clause around a step: from the last clause end before it to the next one after it. */
function clauseOf(whole: Whole, place: Place, stage: Stage): { from: number; to: number } {
  let from = stage.first;
  let to = stage.next;
  while (from > place.from && !isClauseEnd(whole.tokens[from - 1] as MoneyToken)) from--;
  while (to < place.to && !isClauseEnd(whole.tokens[to] as MoneyToken)) to++;
  return { from, to };
}

function authoritiesFor(whole: Whole, place: Place, stage: Stage, near: AuthorityMention | null): string[] {
  const usable = place.authorities.filter((m) => m.form !== 'seat' || stage.cue === 'refer');
  const before = usable.filter((m) => m.next <= stage.first);
  const by = usable.find((m) => m.first >= stage.next && m.first - stage.next <= 4 && isAgent(whole, m));
  const inside = usable.find((m) => m.first >= stage.first && m.next <= stage.next);
  const after = usable.find((m) => m.first >= stage.next);
  if (stage.needs === 'authority-first')
    return before.length && actsFirst(whole, place, before[0] as AuthorityMention)
      ? codesOf(whole, before, before.at(-1))
      : [];
  if (stage.needs === 'parties' && !partiesAct(whole, place, stage)) return [];
  const chosen = by ?? before.at(-1) ?? inside ?? after;
  if (chosen) return codesOf(whole, usable, chosen);
  return near?.code && !companyActs(whole, place, stage) ? [near.code] : [];
}

/** "by the CMA", "par Bruxelles". */
function isAgent(whole: Whole, mention: AuthorityMention): boolean {
  const words = [1, 2, 3].map((n) => whole.tokens[mention.first - n]?.lower ?? '');
  return words.some((word) => /^(by|par|von|vom|durch|por|da|dal|dalla|dall)$/.test(word));
}

/** An authority that sues is named before the firm it sues. */
function actsFirst(whole: Whole, place: Place, first: AuthorityMention): boolean {
  const start = (whole.tokens[first.first] as MoneyToken).start;
  return !place.parties.some((p) => p.start < start);
}

function partiesAct(whole: Whole, place: Place, stage: Stage): boolean {
  const clause = clauseOf(whole, place, stage);
  const start = (whole.tokens[clause.from] as MoneyToken | undefined)?.start ?? 0;
  const cue = (whole.tokens[stage.first] as MoneyToken).start;
  const lastAuthority = place.authorities.findLast((m) => m.next <= stage.first);
  const actor = Math.max(
    ...place.parties.filter((p) => p.start >= start && p.end <= cue).map((p) => p.end),
    ...place.hits
      .filter((h) => h.cue === 'parties' && h.next <= stage.first && h.first >= clause.from)
      .map((h) => (whole.tokens[h.first] as MoneyToken).end),
  );
  const authorityEnd = lastAuthority ? (whole.tokens[lastAuthority.next - 1] as MoneyToken).end : -1;
  return actor > authorityEnd;
}

/** True when a company is the subject right before the words, so that no authority of an earlier sentence is. */
function companyActs(whole: Whole, place: Place, stage: Stage): boolean {
  const from = Math.max(place.from, stage.first - 4);
  const [start, end] = [(whole.tokens[from] as MoneyToken).start, (whole.tokens[stage.first] as MoneyToken).start];
  return place.parties.some(
    (p) => p.start >= start && p.end <= end && !/^['’]/.test(whole.text.slice(p.end, p.end + 1)),
  );
}

/** The authority and those joined to it: "the FTC and the Justice Department". */
function codesOf(whole: Whole, all: readonly AuthorityMention[], chosen: AuthorityMention | undefined): string[] {
  if (!chosen?.code) return [];
  const codes = [chosen.code];
  const at = all.indexOf(chosen);
  for (let i = at; i > 0; i--) {
    const [a, b] = [all[i - 1] as AuthorityMention, all[i] as AuthorityMention];
    const between = whole.tokens.slice(a.next, b.first);
    const joined = between.length <= 3 && between.some((t) => /^(and|et|und|y|e|&|,)$/.test(t.lower));
    if (!joined || !a.code) break;
    codes.push(a.code);
  }
  return codes;
}

const GENERAL: ReadonlySet<string> = new Set(['examine', 'investigate', 'concern', 'ask', 'probe', 'open']);

function pairsOf(whole: Whole, place: Place, stage: Stage, before: Spoken): (DealPair | null)[] {
  const clause = clauseOf(whole, place, stage);
  const [start, end] = [
    (whole.tokens[clause.from] as MoneyToken).start,
    (whole.tokens[clause.to - 1] as MoneyToken).end,
  ];
  const inClause = place.parties.filter((p) => p.start >= start && p.end <= end);
  for (const parties of inClause.length ? [inClause, place.parties] : [place.parties]) {
    const joined = pairsAmong(parties, whole.known);
    if (joined.length) return joined;
    const meant = pairsFor(
      parties.map((p) => p.name),
      whole.known,
      [...before.spoken, ...before.focus],
    );
    if (meant.length) return aboutConduct(place) ? [] : meant;
  }
  const has = (cue: string) => place.hits.some((h) => h.cue === cue);
  if (aboutConduct(place)) return [];
  const general = GENERAL.has(stage.cue) && place.parties.length === 0;
  if (general && has('deals') && !pointsBack(whole, place)) return isAboutAi(whole) ? [null] : [];
  if (before.focus.length) return has('deal') || stage.cue !== 'examine' ? [...before.focus] : [];
  return general && has('deals') && isAboutAi(whole) ? [null] : [];
}

function aboutConduct(place: Place): boolean {
  return place.hits.some((h) => h.cue === 'conduct');
}

/** "these partnerships", "both deals" are those just named; "partnerships" are all of them. */
function pointsBack(whole: Whole, place: Place): boolean {
  return place.hits.some((h) => {
    if (h.cue !== 'deals') return false;
    const before = [1, 2].map((n) => whole.tokens[h.first - n]?.lower ?? '');
    return before.some((word) =>
      /^(both|these|those|two|three|four|five|deux|trois|quatre|beide|beiden|zwei|drei|ambas|ambos|dos|tres|due|tre|entrambe|entrambi)$/.test(
        word,
      ),
    );
  });
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
