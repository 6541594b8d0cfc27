import type { ScrutinyStatus } from '../../model/scrutiny.ts';
import { AUTHORITIES, COUNTRIES } from '../lexicon/authorities.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import { countedPairs, pairsOf, type Spoken } from './about.ts';
import type { AuthorityMention } from './authorities.ts';
import type { CueHit } from './cues.ts';
import { dateFor } from './dates.ts';
import type { Observation } from './latest.ts';
import { PairList, pairKey } from './pair-list.ts';
import { type DealPair, type Party, pairsAmong, pairsFor } from './pairs.ts';
import { isLinkRow, type Place } from './place.ts';
import { isReasonToHandOn } from './referral.ts';
import { readStages, type Stage } from './stages.ts';
import { authoritiesFor, partiesAct } from './who.ts';
import { type Joined, namesOf, topicOf, type Whole } from './whole.ts';

/** Most sentences after which "the regulator" of an earlier one is still the subject. */
const CARRY = 3;

interface Carried {
  mention: AuthorityMention;
  place: number;
  paragraph: number;
}

/** A sentence as it stands when the reader of the text comes to it. */
export interface Moment {
  place: Place;
  index: number;
  stages: readonly Stage[];
  /** The authority that heads the line or still is the subject. */
  near: AuthorityMention | null;
  label: AuthorityMention | null;
  /** Pairs spoken of last, the one of the case that a line above names, and the firm that heads the paragraph. */
  focus: readonly DealPair[];
  heading: DealPair | null;
  topic: readonly Party[];
}

/** What is told of steps, and each sentence with what went before. */
export interface Followed {
  observations: Observation[];
  moments: Moment[];
}

/** Reads title and text from top to bottom; gives every statement of a step with its authority and pair, in order. */
export function observe(whole: Whole): Followed {
  const observations: Observation[] = [];
  const moments: Moment[] = [];
  const spoken = new PairList();
  let focus: readonly DealPair[] = [];
  let carried: Carried | null = null;
  let last: readonly Stage[] = [];
  let pending: Observation[] = [];
  const watched = new PairList();
  let heading: Heading | null = null;
  let recent: Observation[] = [];
  let announced: Observation[] = [];
  let general = false;
  let givenUp: GivenUp | null = null;
  const abandoned: GivenUp[] = [];
  const codes = new Set<string>();
  const opposed = new Set<string>();
  const inGeneral: Observation[] = [];
  whole.places.forEach((place, index) => {
    const topic = topicOf(whole.places, index);
    const label = labelOf(whole.tokens, place);
    if (label) carried = label.code ? { mention: label, place: index, paragraph: place.sentence.paragraph } : null;
    heading = headingOf(whole, place, index) ?? (heading && index <= heading.last ? heading : null);
    const before: Spoken = {
      near: label?.code ? label : stillSpeaking(carried, place, index, label ? 2 : codes.size),
      general,
      focus: heading && index > heading.index ? [heading.pair] : focus,
      spoken,
      watched,
      last,
      topic,
    };
    const told = isLinkRow(place) ? [] : readStages(whole.tokens, place.hits);
    const read = told.filter((stage) => !isReasonToHandOn(whole.tokens, place, stage));
    const stages = repeated(whole, index, read, before);
    const headed = heading && index > heading.index ? heading.pair : null;
    moments.push({ place, index, stages, near: before.near, label, focus: before.focus, heading: headed, topic });
    const said = stages.flatMap((stage) => observationsOf(whole, place, stage, before));
    const found = said.filter((o) => o.status !== 'abandoned' || isOpposed(place, o, opposed));
    givenUp = dropped(whole, place, index, stages, before) ?? givenUp;
    if (givenUp?.index === index) abandoned.push(givenUp);
    const counted = countedPairs(whole, place, spoken);
    const added = [
      ...found,
      ...becauseOf(givenUp, place, index, found),
      ...carryOn(whole, place, pending),
      ...ofCounted(place, counted, inGeneral),
      ...ofList(whole, place, stages, announced),
    ];
    for (const o of added) {
      observations.push(o);
      if (HARD.includes(o.status)) opposed.add(caseOf(o));
      if (o.pair === null) inGeneral.push(o);
    }
    announced = announces(whole, place)
      ? found.length
        ? found
        : recent
      : stages.length || !place.parties.length
        ? []
        : announced;
    if (found.length) recent = [...recent.slice(-MOST_RECENT), ...found];
    if (found.length || !refersBack(whole, place)) pending = place.parties.length ? [] : found;
    if (stages.length) last = stages;
    for (const { pair } of found) if (pair) watched.add(pair);
    general ||= found.some((o) => o.pair === null);
    focus = turnTo(whole, place, topic, spoken) ?? focus;
    for (const mention of place.authorities) {
      if (mention.form === 'seat') continue;
      if (mention.code) codes.add(mention.code);
      carried = { mention, place: index, paragraph: place.sentence.paragraph };
    }
  });
  return { observations: [...observations, ...stoodInTheWay(abandoned, observations)], moments };
}

/** A line that is the title of a case: "2. Oracle / Lumenforge". */
interface Heading {
  pair: DealPair;
  index: number;
  /** The last sentence that it heads. */
  last: number;
}

/** Longest title of a case, in tokens. */
const TITLE = 14;

/** The case that a line names and no more; it heads the rest of its paragraph, or the next one where it stands alone. */
function headingOf(whole: Whole, place: Place, index: number): Heading | null {
  const { paragraph } = place.sentence;
  const opens = whole.places[index - 1]?.sentence.paragraph !== paragraph;
  if (!opens || paragraph < 0 || place.to - place.from > TITLE || place.hits.some((h) => h.cue === 'clear'))
    return null;
  const [pair, other] = pairsAmong(
    place.parties.filter((p) => p.named),
    whole.known,
  );
  if (!pair || other || !isTitled(whole.text, place)) return null;
  const alone = whole.places[index + 1]?.sentence.paragraph !== paragraph;
  const wanted = alone ? paragraph + 1 : paragraph;
  let last = index;
  while (whole.places[last + 1] && (whole.places[last + 1] as Place).sentence.paragraph <= wanted) last++;
  return { pair, index, last };
}

/** "X / Y", "X and Y": the two names stand side by side. */
function isTitled(text: string, place: Place): boolean {
  const named = place.parties.filter((p) => p.named);
  return named.slice(1).some((p, i) => {
    const between = text.slice((named[i] as Party).end, p.start);
    return /^ ?(?:[/|&–—-]|and|et|und|y|e) ?$/.test(between);
  });
}

/** "The orders cover the following agreements:". */
function announces(whole: Whole, place: Place): boolean {
  return whole.tokens[place.to - 1]?.text === ':' && place.to - place.from > 3;
}

/** Steps told last that the items of a list may be about. */
const MOST_RECENT = 2;

/** Longest item of a list, in tokens. */
const ITEM = 24;

/** An item of a list that names a pair and no step: the step told of the whole list. */
function ofList(
  whole: Whole,
  place: Place,
  stages: readonly Stage[],
  announced: readonly Observation[],
): Observation[] {
  if (!announced.length || stages.length || place.to - place.from > ITEM) return [];
  const pairs = pairsAmong(
    place.parties.filter((p) => p.named),
    whole.known,
  );
  return announced.flatMap((o) => pairs.map((pair) => ({ ...o, pair, sentence: place.sentence, stage: null })));
}

/** "Germany.", "Brussels:", "UK –" at the start of an item: what follows is about that country's authority. */
function labelOf(tokens: readonly MoneyToken[], place: { from: number; to: number }): AuthorityMention | null {
  let at = place.from;
  while (at < place.to && tokens[at]?.kind !== 'word') at++;
  let end = at;
  while (end < place.to && end - at < 3 && /^\p{Lu}/u.test(tokens[end]?.text ?? '')) end++;
  const country = tokens
    .slice(at, end)
    .map((t) => COUNTRIES[t.lower])
    .find((c) => c !== undefined);
  if (!country || (!/^[.:–—]$/.test(tokens[end]?.text ?? '') && end < place.to)) return null;
  const code = AUTHORITIES.find((a) => a.country === country)?.code ?? null;
  return { first: at, next: at + 1, code, form: 'country' };
}

/** True when some authority may be the one that takes a step: named, circumscribed, or its country at the head of an item. */
export function speaksOfAuthority({ tokens, authorities, sentences }: Joined): boolean {
  return authorities.some((m) => m.code !== null) || sentences.some((s) => (labelOf(tokens, s)?.code ?? null) !== null);
}

interface GivenUp {
  pairs: readonly (DealPair | null)[];
  place: Place;
  index: number;
}

/** Sentences after which an authority may still be told as the reason why a deal was given up. */
const REASON = 2;

/** A deal that its parties give up in a sentence which names no authority. */
function dropped(whole: Whole, place: Place, index: number, stages: readonly Stage[], before: Spoken): GivenUp | null {
  const stage = stages.find((s) => s.status === 'abandoned');
  if (!stage || place.authorities.some((m) => m.code !== null) || !partiesAct(whole, place, stage)) return null;
  const meant = pairsOf(whole, place, stage, before);
  const own = whole.known.soleOf(new Set(place.parties.filter((p) => p.named).map((p) => p.name)));
  const pairs = meant.length || !own ? meant : [own];
  const { titled } = whole;
  return { pairs: pairs.map((pair) => (titled && titled.target === pair?.target ? titled : pair)), place, index };
}

/** What its parties gave up anywhere in the text, they gave up because of those that had sued, forbidden or dug deep. */
function stoodInTheWay(abandoned: readonly GivenUp[], observations: readonly Observation[]): Observation[] {
  const inTheWay = new Map<string, Map<string, Observation>>();
  for (const o of abandoned.length ? observations : []) {
    if ((o.status !== 'challenged' && o.status !== 'phase2') || !o.pair) continue;
    const key = pairKey(o.pair);
    const own = inTheWay.get(key) ?? new Map<string, Observation>();
    inTheWay.set(key, own.set(`${o.authority}|${o.passedOn}`, o));
  }
  return abandoned.flatMap(({ pairs, place }) =>
    pairs
      .flatMap((pair) => (pair ? [...(inTheWay.get(pairKey(pair))?.values() ?? [])] : []))
      .map((o) => ({
        ...o,
        status: 'abandoned' as const,
        weak: false,
        newer: false,
        date: null,
        sentence: place.sentence,
        stage: null,
      })),
  );
}

const HARD: readonly ScrutinyStatus[] = ['phase1', 'phase2', 'challenged'];

/** "Amazon gave up. The Commission had opened an in-depth investigation": the authority that stood in the way. */
function becauseOf(givenUp: GivenUp | null, place: Place, index: number, found: readonly Observation[]): Observation[] {
  if (!givenUp || index === givenUp.index || index - givenUp.index > REASON) return [];
  const warned = place.hits.some((h) => h.cue === 'concern' || h.cue === 'harm');
  return found.flatMap((o) => {
    const same = givenUp.pairs.some(
      (pair) => pair && o.pair && pair.acquirer === o.pair.acquirer && pair.target === o.pair.target,
    );
    const hard = HARD.includes(o.status) || (warned && o.status === 'monitoring');
    return same && hard
      ? [{ ...o, status: 'abandoned' as const, weak: false, sentence: givenUp.place.sentence, stage: null }]
      : [];
  });
}

/** What is given up without an authority in the sentence counts where that authority was in the way before. */
function isOpposed(place: Place, given: Observation, opposed: ReadonlySet<string>): boolean {
  return place.authorities.some((m) => m.code !== null) || opposed.has(caseOf(given));
}

const caseOf = ({ authority, pair }: Observation) => `${authority}\u0000${pair ? pairKey(pair) : ''}`;

/** The pairs that a sentence turns to, kept in the list of all spoken of; null when it names none. */
function turnTo(whole: Whole, place: Place, topic: readonly Party[], spoken: PairList): readonly DealPair[] | null {
  const named = pairsAmong([...topic, ...place.parties], whole.known);
  if (named.length) {
    for (const pair of named) spoken.add(pair);
    return named;
  }
  const byName = place.parties.filter((p) => p.named);
  const meant = pairsFor(namesOf(byName.length ? byName : place.parties), whole.known, spoken);
  return meant.length ? meant : null;
}

/** "Two files were opened. One is about Windsurf": what a file is about may be told in the next sentences. */
function carryOn(whole: Whole, place: Place, pending: readonly Observation[]): Observation[] {
  if (!pending.length || !refersBack(whole, place)) return [];
  const pairs = pairsAmong(place.parties, whole.known);
  const meant = pairs.length ? pairs : pairsFor(namesOf(place.parties), whole.known, null);
  return pending.flatMap((o) => meant.map((pair) => ({ ...o, pair, sentence: place.sentence, stage: null })));
}

const OPENERS = new Set(
  `both one the it they this that les le la l il elle deux un une el los uno una ambos ambas die das der beide eines einer es se
   entrambi entrambe in lo`.split(/\s+/),
);

/** Of what was told of deals in general, so much may be meant by one sentence that counts them. */
const MOST_GENERAL = 40;

/** "All three partnerships were studied": a step about deals in general was about those. */
function ofCounted(place: Place, pairs: readonly DealPair[], general: readonly Observation[]): Observation[] {
  if (pairs.length === 0) return [];
  const authority = general.at(-1)?.authority;
  const own = general.slice(-MOST_GENERAL).filter((o) => o.authority === authority);
  const other = place.authorities.some((m) => m.code !== null && m.code !== authority);
  return other ? [] : own.flatMap((o) => pairs.map((pair) => ({ ...o, pair, stage: null })));
}

/** A sentence that says what the thing just spoken of is about: "Both concern Google". */
function refersBack(whole: Whole, place: Place): boolean {
  return OPENERS.has(whole.tokens[place.from]?.lower ?? '') && place.hits.some((h) => h.cue === 'about');
}

/** "came to the same conclusion", "did just that": the steps of the sentence before, by another authority. */
function repeated(whole: Whole, index: number, stages: readonly Stage[], before: Spoken): readonly Stage[] {
  const place = whole.places[index] as Place;
  const same = place.hits.find((h) => h.cue === 'same');
  if (!same) return stages;
  if (stages.some((s) => !s.weak)) return [...stages, ...repeatedHere(whole, place, stages, same)];
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

/** "cleared Google's stake; it had come to the same conclusion on Amazon's": the step just told, about the firm named next. */
function repeatedHere(whole: Whole, place: Place, stages: readonly Stage[], same: CueHit): Stage[] {
  const told = stages.findLast((s) => !s.weak && s.next <= same.first);
  if (!told || stages.some((s) => s.first >= same.next)) return [];
  const [before, behind] = [whole.tokens[told.first]?.start ?? 0, whole.tokens[same.next - 1]?.end ?? 0];
  const firsts = new Set(place.parties.filter((p) => p.named && p.start < before).map((p) => p.name));
  if (!place.parties.some((p) => p.named && p.start >= behind && !firsts.has(p.name))) return [];
  return [{ ...told, first: same.first, next: same.next, needs: null, cue: 'same' }];
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
  return authorities.flatMap((authority) => {
    const date = dateFor(whole, place, stage, authority);
    return pairs.map((pair) => ({
      authority,
      pair,
      status: statusFor(authority, stage),
      weak: stage.weak,
      newer: stage.newer,
      passedOn: stage.cue === 'refer' && place.authorities.some((m) => m.code !== null && m.code !== authority),
      date,
      sentence: place.sentence,
      stage,
    }));
  });
}

/** An inquiry of the FTC into deals in general is a 6(b) study, which gathers information and opens no case. */
function statusFor(authority: string, stage: Stage): ScrutinyStatus {
  return stage.study && authority === 'FTC' ? 'information_request' : stage.status;
}
