import { OPEN_STATUSES, type ScrutinyStatus } from '../../model/scrutiny.ts';
import type { Cue } from '../lexicon/scrutiny.ts';
import type { CueHit } from '../scrutiny/cues.ts';
import { pairKey } from '../scrutiny/pair-list.ts';
import type { DealPair, Party } from '../scrutiny/pairs.ts';
import { aboutConduct, type Place } from '../scrutiny/place.ts';
import { hasDealNoun, type Whole } from '../scrutiny/whole.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import { bucket, type Feature, f } from './feature.ts';
import type { KnownPair, StepCandidate } from './scrutiny-candidates.ts';

const GAPS = [2, 4, 7, 12, 20];
const isSettled = (status: ScrutinyStatus) => !OPEN_STATUSES.includes(status);

const caseKey = (authority: string, pair: DealPair | null) => `${authority}|${pair ? pairKey(pair) : ''}`;

/** Where an authority may take one kind of step about a pair: the sentences, in order. */
type Points = Map<ScrutinyStatus, number[]>;

const NO_POINTS: Points = new Map();

/** What a document tells of all cases, for weighing each step. */
export class Docket {
  readonly whole: Whole;
  /** Features of words, which hold for every step that they may mean. */
  readonly words = new Map<StepCandidate['words'], Feature[]>();
  /** Features of sentences. */
  readonly places = new Map<StepCandidate['moment'], Feature[]>();
  private readonly pages = new Map<string, Feature[]>();
  private readonly points = new Map<string, Points>();
  private readonly dated = new Map<Place, boolean>();
  private readonly mentions = new Map<string, number>();
  private readonly titleNames: ReadonlySet<string>;
  private readonly titleCodes: ReadonlySet<string>;
  private readonly all: number;
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly lastDated: number;

  constructor(whole: Whole, candidates: readonly StepCandidate[]) {
    this.whole = whole;
    for (const c of candidates) if (isTied(c)) this.note(c);
    for (const place of whole.places)
      for (const m of place.authorities) if (m.code) this.mentions.set(m.code, (this.mentions.get(m.code) ?? 0) + 1);
    this.all = [...this.mentions.values()].reduce((sum, n) => sum + n, 0);
    const title = whole.places.find((p) => p.sentence.paragraph < 0);
    this.titleNames = new Set(title?.parties.map((p) => p.name));
    this.titleCodes = new Set(title?.authorities.flatMap((m) => m.code ?? []));
    const pairs = new Map(candidates.flatMap((c) => (c.pair ? [[c.pair.key, c.pair] as const] : [])));
    const sorted = [...pairs.values()].sort((a, b) => b.likely - a.likely);
    this.ranks = new Map(sorted.map((p, i) => [p.key, i]));
    this.lastDated = candidates.findLast((c) => this.isDated(c.moment.place))?.moment.index ?? -1;
  }

  /** What is told of the case before and after. */
  orderFeatures(c: StepCandidate): Feature[] {
    const points = this.points.get(caseKey(c.authority, c.pair)) ?? NO_POINTS;
    const { index } = c.moment;
    const side = (isThere: (sentences: readonly number[]) => boolean) => {
      let told = 'none';
      for (const [status, sentences] of points) {
        if (!isThere(sentences)) continue;
        if (status !== c.status && isSettled(status)) return 'settled';
        if (told !== 'open') told = status === c.status ? 'same' : 'open';
      }
      return told;
    };
    return [
      f`told before|${side((sentences) => (sentences[0] as number) < index)}`,
      f`told after|${side((sentences) => (sentences.at(-1) as number) > index)}`,
      f`told here|${side((sentences) => includes(sentences, index))}`,
      f`told|${bucket(points.get(c.status)?.length ?? 0, [1, 2, 3])}`,
      f`dated|${this.isDated(c.moment.place)}`,
      f`last dated|${this.lastDated === index}`,
    ];
  }

  /** What the page says of the authority and the pair, the same for all that may be told of them. */
  pageFeatures(c: StepCandidate): Feature[] {
    const key = caseKey(c.authority, c.pair);
    const known = this.pages.get(key) ?? this.pageOf(c);
    this.pages.set(key, known);
    return known;
  }

  private pageOf(c: StepCandidate): Feature[] {
    const count = this.mentions.get(c.authority) ?? 0;
    const { titleNames, titleCodes } = this;
    return [
      f`codes|${bucket(this.mentions.size, [2, 3, 4])}`,
      f`times|${bucket(count, [2, 4, 8])}`,
      f`share|${bucket(count / Math.max(1, this.all), [0.2, 0.5, 0.8, 1])}`,
      f`title code|${titleCodes.has(c.authority) ? 'own' : titleCodes.size ? 'other' : 'none'}`,
      f`pairs|${bucket(this.ranks.size, [2, 3, 5, 8])}`,
      ...(c.pair ? this.pairFeatures(c.pair) : [f`general`]),
      f`title names|${titleNames.has(c.pair?.acquirer ?? '')}|${titleNames.has(c.pair?.target ?? '')}`,
      f`title titled|${this.whole.titled ? (c.pair && pairKey(this.whole.titled) === c.pair.key ? 'own' : 'other') : 'none'}`,
    ];
  }

  private pairFeatures(pair: KnownPair): Feature[] {
    const rank = this.ranks.get(pair.key) ?? 0;
    return [
      f`pair|${pair.by}`,
      f`likely|${bucket(pair.likely, [0.1, 0.25, 0.45, 0.7])}`,
      f`rank|${bucket(rank, [1, 2, 4, 8])}`,
    ];
  }

  private isDated(place: Place): boolean {
    const { start, end } = place.sentence;
    const is = this.dated.get(place) ?? this.whole.datesIn(start, end).length > 0;
    this.dated.set(place, is);
    return is;
  }

  private note(c: StepCandidate): void {
    if (c.status !== c.stage.status) return;
    const key = caseKey(c.authority, c.pair);
    const points = this.points.get(key) ?? new Map<ScrutinyStatus, number[]>();
    this.points.set(key, points);
    const own = points.get(c.status);
    if (own) own.push(c.moment.index);
    else points.set(c.status, [c.moment.index]);
  }
}

/** True when a number is among others that stand in order (binary search). */
function includes(sorted: readonly number[], wanted: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}

/** Tied to its authority and pair well enough for telling what is said of the case elsewhere. */
function isTied({ unsaid, who, which }: StepCandidate): boolean {
  const speaks = who.has('sentence') || who.has('near') || who.has('sole');
  return !unsaid && speaks && (which.has('both') || which.has('target') || which.has('sole'));
}

/**
 * What speaks for and against a step, as names of features: classes of words and where they stand, never single firms
 * or words, so that one set of weights serves all languages.
 */
export function stepFeatures(c: StepCandidate, docket: Docket): Feature[] {
  return [...wordsFeatures(c, docket), ...statusFeatures(c, docket)];
}

/** What holds of the words, whatever step they are taken for. */
function wordsFeatures(c: StepCandidate, docket: Docket): Feature[] {
  const known = docket.words.get(c.words);
  if (known) return known;
  const found = [
    ...stageFeatures(c),
    ...cueFeatures(c),
    ...whoFeatures(c),
    ...whichFeatures(c, docket.whole),
    ...standingFeatures(c),
    ...docket.pageFeatures(c),
    ...placeFeatures(c, docket),
  ];
  docket.words.set(c.words, found);
  return found;
}

/** What holds of the words for one step that they may mean. */
function statusFeatures(c: StepCandidate, docket: Docket): Feature[] {
  const own = c.stage.status === c.status;
  const best = `${c.whoStands.rank === 0}|${c.whichStands.rank === 0}`;
  return [f`says own|${own}`, f`best|${best}|own ${own}|unsaid ${c.unsaid}`, ...docket.orderFeatures(c)];
}

function stageFeatures({ stage, unsaid }: StepCandidate): Feature[] {
  return [
    f`cue|${stage.cue}`,
    f`cue|${stage.cue}|unsaid ${unsaid}`,
    f`says|${stage.status}`,
    f`weak|${stage.weak}`,
    f`newer|${stage.newer}`,
    f`unsaid|${unsaid}`,
    f`study|${stage.study}`,
    f`needs|${stage.needs ?? 'none'}`,
  ];
}

/** Within so many words another cue is beside a step's own. */
const BESIDE = 6;
const around = new WeakMap<CueHit[], Map<string, Feature[]>>();

/** Words of the regulators' language in the sentence, and those right before and behind. */
function cueFeatures({ stage, moment }: StepCandidate): Feature[] {
  const { hits } = moment.place;
  const known = around.get(hits) ?? new Map<string, Feature[]>();
  around.set(hits, known);
  const key = `${stage.first}|${stage.next}`;
  const found = known.get(key) ?? cuesAround(hits, stage);
  known.set(key, found);
  return found;
}

function cuesAround(hits: readonly CueHit[], stage: { first: number; next: number }): Feature[] {
  const found = new Set<Feature>();
  const add = (how: string, cue: Cue) => found.add(f`${how}|${cue}`);
  for (const h of hits) {
    if (h.first === stage.first && h.next === stage.next) continue;
    add('here', h.cue);
    if (h.next <= stage.first && stage.first - h.next <= BESIDE) add('before', h.cue);
    if (h.first >= stage.next && h.first - stage.next <= BESIDE) add('behind', h.cue);
    if (h.first < stage.next && h.next > stage.first) add('on', h.cue);
  }
  return [...found, conditionFeature(hits, stage.first)];
}

function whoFeatures({ who, stage, mention, moment }: StepCandidate): Feature[] {
  const ties = [...who].filter((t) => t !== 'rule');
  const codes = new Set(moment.place.authorities.flatMap((m) => m.code ?? []));
  const strange = moment.place.authorities.some((m) => m.code === null);
  const found = [
    ...ties.map((t) => f`who|${t}`),
    f`who ties|${ties.sort().join(' ')}`,
    f`codes here|${Math.min(3, codes.size)}|${mention !== null}`,
    f`strange body|${strange}`,
    f`near|${moment.near?.form ?? 'none'}`,
  ];
  if (!mention) return found;
  const side = mention.next <= stage.first ? '<' : mention.first >= stage.next ? '>' : '=';
  const gap = side === '<' ? stage.first - mention.next : mention.first - stage.next;
  const nearer = moment.place.authorities.some(
    (m) => m.code !== mention.code && Math.abs(m.first - stage.first) < Math.abs(mention.first - stage.first),
  );
  return [
    ...found,
    f`who form|${mention.form}`,
    f`who gap|${side}${bucket(gap, GAPS)}`,
    f`who side|${side}`,
    f`who nearer|${nearer}`,
    f`who steps between|${Math.min(2, moment.stages.filter(({ first }) => isBetween(first, mention, stage)).length)}`,
  ];
}

const isBetween = (at: number, mention: { first: number; next: number }, stage: { first: number; next: number }) =>
  at !== stage.first && ((at >= mention.next && at < stage.first) || (at >= stage.next && at < mention.first));

interface Sides {
  targets: ReadonlySet<string>;
  groups: ReadonlySet<string>;
}

const sides = new WeakMap<readonly Party[], Sides>();

/** The firms and the groups that a sentence names. */
function sidesOf(parties: readonly Party[]): Sides {
  const names = (group: boolean) => new Set(parties.flatMap((p) => (p.named && p.group === group ? [p.name] : [])));
  const found = sides.get(parties) ?? { targets: names(false), groups: names(true) };
  sides.set(parties, found);
  return found;
}

function whichFeatures(c: StepCandidate, whole: Whole): Feature[] {
  if (!c.pair) return [];
  const { acquirer, target } = c.pair;
  const ties = [...c.which].filter((t) => t !== 'rule');
  const { targets, groups } = sidesOf(c.parties);
  return [
    ...ties.map((t) => f`which|${t}`),
    f`which ties|${ties
      .filter((t) => t !== 'likeliest' && t !== 'first')
      .sort()
      .join(' ')}`,
    f`firms here|${Math.min(3, targets.size)}|${targets.has(target)}`,
    f`groups here|${Math.min(3, groups.size)}|${groups.has(acquirer)}`,
    ...nearness('a', acquirer, c, whole),
    ...nearness('t', target, c, whole),
    ...clauseFeatures(c, c.pair),
  ];
}

/** "while the hiring of Inflection's staff was cleared": whom the clause of the step names, of all in the sentence. */
function clauseFeatures({ inClause, parties }: StepCandidate, { acquirer, target }: KnownPair): Feature[] {
  const { targets, groups } = sidesOf(parties);
  const side = (own: string, all: ReadonlySet<string>) => {
    if (inClause.has(own))
      return [...all].some((name) => name !== own && inClause.has(name)) ? 'among others' : 'alone';
    return [...all].some((name) => inClause.has(name)) ? 'others' : 'nobody';
  };
  const [a, t] = [side(acquirer, groups), side(target, targets)];
  return [f`clause a|${a}`, f`clause t|${t}`, f`clause|${a}|${t}`];
}

/** How near a party stands to the words of the step, and whether another of its kind stands nearer. */
function nearness(side: string, name: string, c: StepCandidate, whole: Whole): Feature[] {
  const { parties, stage } = c;
  const at = (whole.tokens[stage.first] as MoneyToken).start;
  const end = (whole.tokens[stage.next - 1] as MoneyToken).end;
  const gap = (p: Party) => (p.end <= at ? at - p.end : Math.max(0, p.start - end));
  let own: Party | undefined;
  for (const p of parties) if (p.name === name && (!own || gap(p) < gap(own))) own = p;
  if (!own) return [f`${side} at|none`];
  const where = own.end <= at ? '<' : own.start >= end ? '>' : '=';
  const { group } = own;
  const least = gap(own);
  const nearer = parties.some((p) => p.name !== name && p.group === group && gap(p) < least);
  return [
    f`${side} at|${where}`,
    f`${side} gap|${where}${bucket(gap(own), [10, 25, 60, 120])}`,
    f`${side} nearer|${nearer}`,
    f`${side} named|${own.named}`,
    f`${side} steps between|${stepsBetween(own, c, whole)}`,
  ];
}

/** Other steps told between a party and the words of this one; two stand for more. */
function stepsBetween({ start, end }: Party, { stage, moment }: StepCandidate, { tokens }: Whole): number {
  const at = (stageFirst: number) => (tokens[stageFirst] as MoneyToken).start;
  const own = at(stage.first);
  const between = moment.stages.filter(({ first }) => {
    const place = at(first);
    return first !== stage.first && (end <= own ? place >= end && place < own : place > own && place < start);
  });
  return Math.min(2, between.length);
}

const LEADS = [-4, -2, -1, -0.3, 0.001, 0.3, 1, 2, 4];

/** How well its authority and pair stand among those that the same words may mean. */
function standingFeatures({ whoStands: who, whichStands: which, mention, pair }: StepCandidate): Feature[] {
  const [whoLead, whichLead] = [bucket(who.lead, LEADS), bucket(which.lead, LEADS)];
  const best = `${who.rank === 0}|${which.rank === 0}`;
  return [
    f`who lead|${whoLead}`,
    f`who rank|${Math.min(2, who.rank)}`,
    f`who score|${bucket(who.score, [1, 2, 3, 5])}`,
    f`which lead|${whichLead}`,
    f`which rank|${Math.min(2, which.rank)}`,
    f`which score|${bucket(which.score, [1, 2, 3, 4, 5, 7])}`,
    f`best|${best}`,
    f`named|${mention !== null}|${pair !== null && which.score >= 4}`,
  ];
}

/** Conditions are spoken of beside the words, and not to say that there are none. */
function conditionFeature(hits: readonly CueHit[], at: number): Feature {
  const near = hits.filter((h) => h.cue === 'condition' && Math.abs(h.first - at) <= 14);
  const none = (h: CueHit) =>
    hits.some((o) => (o.cue === 'without' || o.cue === 'not') && o.next <= h.first && h.first - o.next <= 3);
  return f`conditions|${near.length === 0 ? 'unsaid' : near.every(none) ? 'none' : 'some'}`;
}

function placeFeatures({ moment, pair }: StepCandidate, docket: Docket): Feature[] {
  const known = docket.places.get(moment) ?? momentFeatures(moment, docket.whole);
  docket.places.set(moment, known);
  const { heading } = moment;
  return [...known, f`heading|${heading ? (pair && pairKey(heading) === pair.key ? 'own' : 'other') : 'none'}`];
}

function momentFeatures(
  { place, index, topic, focus, label, stages }: StepCandidate['moment'],
  whole: Whole,
): Feature[] {
  const { text } = place.sentence;
  return [
    f`part|${place.sentence.paragraph < 0 ? 'title' : 'text'}`,
    f`early|${bucket(index, [1, 3, 8, 20])}`,
    f`length|${bucket(place.to - place.from, [8, 15, 25, 40])}`,
    f`stages|${bucket(stages.length, [1, 2, 3])}`,
    f`question|${/\?["'»”)]?\s*$/.test(text)}`,
    f`entry|${/^\s*(?:[-–—•*▪·>]|\(?\d{1,3}[.)\]])\s/.test(text)}`,
    f`cells|${bucket((text.match(/\s[|/]\s|\t/g) ?? []).length, [1, 3])}`,
    f`full stop|${/[.!?]["'»”)]?\s*$/.test(text)}`,
    f`deal noun|${hasDealNoun(whole.tokens, place)}`,
    f`conduct|${aboutConduct(place)}`,
    f`label|${label !== null}`,
    f`topic|${topic.length > 0}`,
    f`focus|${Math.min(3, focus.length)}`,
  ];
}
