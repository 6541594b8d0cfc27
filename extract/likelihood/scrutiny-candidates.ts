import { findCompany } from '../../model/company.ts';
import type { ScrutinyStatus } from '../../model/scrutiny.ts';
import type { AuthorityMention } from '../scrutiny/authorities.ts';
import { clauseOf, ownPartOf, partiesIn } from '../scrutiny/clauses.ts';
import type { Followed, Moment } from '../scrutiny/follow.ts';
import { isBareModal } from '../scrutiny/foreseen.ts';
import type { Observation } from '../scrutiny/latest.ts';
import { PairList, pairKey } from '../scrutiny/pair-list.ts';
import { type DealPair, type Party, pairsAmong } from '../scrutiny/pairs.ts';
import { aboutForeignInvestment, isLinkRow } from '../scrutiny/place.ts';
import { hasHandedOn, isReasonToHandOn, isReferrer } from '../scrutiny/referral.ts';
import { type Stage, unsaidStages } from '../scrutiny/stages.ts';
import { urged } from '../scrutiny/who.ts';
import type { Whole } from '../scrutiny/whole.ts';

/** A pair that a step of this document may be about. */
export interface KnownPair extends DealPair {
  key: string;
  /** How it is known: a deal that was read, a step that names it, or a sentence that may tell of a deal. */
  by: 'read' | 'step' | 'proposed';
  /** 0–1: how likely the document tells of a deal between the two. */
  likely: number;
}

/** What ties an authority, or a pair, to the words of a step. */
export type Tie =
  | 'rule'
  | 'sentence'
  | 'near'
  | 'label'
  | 'title'
  | 'paragraph'
  | 'sole'
  | 'next'
  | 'both'
  | 'target'
  | 'acquirer'
  | 'focus'
  | 'heading'
  | 'topic'
  | 'first'
  | 'likeliest';

/** Words that may state a step of one authority about one pair. */
interface Words {
  authority: string;
  pair: KnownPair | null;
  stage: Stage;
  moment: Moment;
  /** The mood of the sentence speaks against the words: "may approve". */
  unsaid: boolean;
  who: ReadonlySet<Tie>;
  which: ReadonlySet<Tie>;
  mention: AuthorityMention | null;
  /** Everybody named in the sentence. */
  parties: readonly Party[];
  /** The sentence names both, but joins each with another: A and D in "A's deal with B, and C's with D". */
  isCrossed: boolean;
  /** Who is named in the clause of the step. */
  inClause: ReadonlySet<string>;
  /** How well the authority, and the pair, is tied to the words beside the others that may be meant. */
  whoStands: Standing;
  whichStands: Standing;
}

/** A step that words may state; whether they do is weighed later. */
export interface StepCandidate extends Words {
  words: Words;
  status: ScrutinyStatus;
  /** The grammar reads this step from the same words. */
  isRead: boolean;
}

/** How well one stands among those that may be meant by the same words. */
export interface Standing {
  /** How well it is tied. */
  score: number;
  /** By how much it is better than the best of the others, or worse. */
  lead: number;
  /** How many are tied better. */
  rank: number;
}

/** Other steps that the same words may mean. An approval must be said; words for looking are never taken for one. */
const MAY_MEAN: Record<ScrutinyStatus, readonly ScrutinyStatus[]> = {
  monitoring: ['monitoring', 'information_request', 'phase1'],
  information_request: ['information_request', 'phase1', 'monitoring'],
  phase1: ['phase1', 'information_request', 'monitoring', 'phase2'],
  phase2: ['phase2', 'phase1'],
  cleared: ['cleared', 'no_jurisdiction', 'remedies'],
  no_jurisdiction: ['no_jurisdiction'],
  remedies: ['remedies'],
  challenged: ['challenged', 'abandoned'],
  abandoned: ['abandoned'],
};

/**
 * Steps that an authority takes by itself and in one deal: where the grammar reads who took one, nobody else did whom the
 * words do not name. Questions and looks are often several authorities'.
 */
export const OWN_STEPS: ReadonlySet<ScrutinyStatus> = new Set([
  'cleared',
  'remedies',
  'no_jurisdiction',
  'challenged',
  'phase2',
  'phase1',
]);

const names = (named: ReadonlySet<string>, pair: DealPair | null) =>
  pair !== null && (named.has(pair.target) || named.has(pair.acquirer));

/** Of all that one firm buys, a sentence that names the firm alone means one of so many. */
const MOST_OF_ACQUIRER = 40;
/** Of pairs that a sentence does not name, no more may be meant. */
const MOST_MEANT = 5;
/** A page with more is a list of cases: from there on words are only about pairs and authorities that they name or are read to mean. */
const MOST = 6_000;
/** Less likely than this no sentence tells of the pair. */
const LEAST_LIKELY = 0.005;

/** Takes what the grammar followed through a document; gives every step that its sentences may state. */
export function stepCandidates(whole: Whole, { observations, moments }: Followed): StepCandidate[] {
  const codes = new Set(whole.places.flatMap((p) => p.authorities.flatMap((m) => m.code ?? [])));
  if (codes.size === 0) return [];
  const bySentence = new Map<Observation['sentence'], Observation[]>();
  for (const o of observations) {
    const own = bySentence.get(o.sentence);
    if (own) own.push(o);
    else bySentence.set(o.sentence, [o]);
  }
  const page = new Page(whole, moments, [...codes]);
  const found: StepCandidate[] = [];
  for (const moment of moments) {
    if (aboutForeignInvestment(moment.place) || isLinkRow(moment.place)) continue;
    const read = bySentence.get(moment.place.sentence) ?? [];
    for (const step of stepsOf(whole.tokens, moment, read)) {
      for (const candidate of page.candidates(moment, step, read, found.length >= MOST)) found.push(candidate);
    }
  }
  return found;
}

interface Step {
  stage: Stage;
  unsaid: boolean;
}

/** The steps that a sentence states, those that its mood denies, and those that follow from other sentences. */
function stepsOf(tokens: Whole['tokens'], moment: Moment, read: readonly Observation[]): Step[] {
  const { stages, place } = moment;
  const carried = read.filter((o) => o.stage === null || !stages.includes(o.stage));
  const byStatus = new Map(carried.map((o) => [o.status, o]));
  const follow = [...byStatus.values()].map((o): Step => ({ stage: carriedStage(o, moment), unsaid: false }));
  const said = stages.map((stage): Step => ({ stage, unsaid: false }));
  const unsaid = unsaidStages(tokens, place.hits, stages)
    .filter((stage) => !isReasonToHandOn(tokens, place, stage))
    .map((stage): Step => ({ stage, unsaid: true }));
  const mayBuy = ({ stage }: Step) =>
    stage.cue === 'permit' && place.authorities.length === 0 && isBareModal(tokens, stage.first);
  return [...said, ...follow, ...unsaid].filter((step) => !mayBuy(step));
}

function carriedStage({ status, weak, newer }: Observation, { place }: Moment): Stage {
  return { status, weak, newer, first: place.from, next: place.from + 1, needs: null, study: false, cue: 'same' };
}

/** Who is tied to a sentence, and how. */
type Ties<T> = Map<T, Set<Tie>>;

function tie<T>(ties: Ties<T>, to: T | undefined, how: Tie): void {
  if (to === undefined) return;
  const known = ties.get(to);
  if (known) known.add(how);
  else ties.set(to, new Set([how]));
}

/** How much a tie says: a sentence that names both parties says more than one that follows them. */
const PAIR_WEIGHTS: Partial<Record<Tie, number>> = {
  both: 5,
  heading: 3,
  target: 2.5,
  focus: 1.5,
  acquirer: 1,
  topic: 1,
  paragraph: 1,
  title: 0.7,
  sole: 0.7,
  next: 0.5,
};
const AUTHORITY_WEIGHTS: Partial<Record<Tie, number>> = {
  label: 3,
  sentence: 3,
  near: 1.5,
  paragraph: 1.5,
  title: 0.7,
  sole: 0.7,
  next: 0.5,
};

/** Ties of an authority that is said to act, or was just spoken of. */
const SPEAKS: readonly Tie[] = ['rule', 'sentence', 'near', 'label'];

const weigh = (tied: ReadonlySet<Tie>, weights: Partial<Record<Tie, number>>) =>
  [...tied].reduce((sum, how) => sum + (weights[how] ?? 0), 0);

/** Takes who may be meant; gives each with its place among them. */
function standings<T>(ties: Ties<T>, scoreOf: (tied: ReadonlySet<Tie>, of: T) => number): [T, Set<Tie>, Standing][] {
  const scored = [...ties].map(([of, tied]) => ({ of, tied, score: scoreOf(tied, of) }));
  const sorted = scored.map((s) => s.score).sort((a, b) => b - a);
  return scored.map(({ of, tied, score }) => {
    const rank = sorted.indexOf(score);
    const other = rank === 0 ? sorted[1] : sorted[0];
    return [of, tied, { score, lead: other === undefined ? score : score - other, rank }];
  });
}

const isSame = (a: DealPair | null, b: DealPair | null) =>
  a === null || b === null ? a === b : a.acquirer === b.acquirer && a.target === b.target;

/** Who may be meant by words, and the targets whose buyer their sentence names. */
interface Meant {
  pairs: readonly [KnownPair | null, ReadonlySet<Tie>, Standing][];
  authorities: readonly [string, ReadonlySet<Tie>, Standing][];
  taken: ReadonlySet<string>;
  crossed: ReadonlySet<string>;
}

/** A document's authorities and pairs, for finding those that a sentence may mean. */
class Page {
  private readonly whole: Whole;
  private readonly moments: readonly Moment[];
  private readonly codes: readonly string[];
  private readonly fullNames: ReadonlyMap<string, string>;
  private readonly pairs: readonly KnownPair[];
  private readonly byKey: ReadonlyMap<string, KnownPair>;
  /** Places in the list of pairs by the name of either party. */
  private readonly byTarget: ReadonlyMap<string, readonly number[]>;
  private readonly byAcquirer: ReadonlyMap<string, readonly number[]>;
  private readonly parties: readonly (readonly Party[])[];
  private readonly named: readonly ReadonlySet<string>[];
  private readonly titleCodes: ReadonlySet<string>;
  private last: { moment: Moment; meant: Meant } | null = null;

  constructor(whole: Whole, moments: readonly Moment[], codes: readonly string[]) {
    this.whole = whole;
    this.moments = moments;
    this.codes = codes;
    this.fullNames = fullNamesOf(whole);
    this.pairs = pairsOf(whole, this.fullNames);
    this.byKey = new Map(this.pairs.map((p) => [p.key, p]));
    this.byTarget = placesBy(this.pairs, ({ target }) => target);
    this.byAcquirer = placesBy(this.pairs, ({ acquirer }) => acquirer);
    this.parties = partiesByPlace(whole, this.fullNames);
    this.named = this.parties.map((parties) => new Set(parties.map((p) => p.name)));
    const title = whole.places.find((p) => p.sentence.paragraph < 0);
    this.titleCodes = new Set(title?.authorities.flatMap((m) => m.code ?? []));
  }

  candidates(
    moment: Moment,
    { stage, unsaid }: Step,
    read: readonly Observation[],
    onlyTold: boolean,
  ): StepCandidate[] {
    const own = read.filter((o) => o.stage === stage || (stage.cue === 'same' && o.status === stage.status));
    const { pairs, authorities, taken, crossed } = own.length ? this.meantBy(moment, own) : this.meantAt(moment);
    const parties = this.parties[moment.index] as readonly Party[];
    const inClause = this.namedInClause(moment, stage);
    const speakers = this.speakersOf(moment, stage);
    const isLost = stage.weak && moment.stages.some((s) => s.status === 'no_jurisdiction');
    const found: StepCandidate[] = [];
    for (const [authority, who, whoStands] of authorities) {
      const isElsewhere = speakers.size > 0 && !speakers.has(authority) && !who.has('rule');
      if (isElsewhere && !who.has('sentence')) continue;
      if (onlyTold && !SPEAKS.some((how) => who.has(how))) continue;
      const mention = nearestMention(moment, stage, authority);
      if (stage.cue !== 'refer' && this.isAnothers(moment, stage, mention)) continue;
      const isSpeaker = who.has('rule') || who.has('sentence');
      for (const [pair, which, whichStands] of pairs) {
        const isTold = which.has('both') || which.has('rule');
        if (onlyTold && !isTold) continue;
        if (!isTold && (whichStands.rank >= MOST_MEANT || (pair && taken.has(pair.target)))) continue;
        if (unsaid && !mention && !isTold && !which.has('target')) continue;
        const isCrossed = pair !== null && crossed.has(pair.key);
        const standing = { whoStands, whichStands, mention, parties, isCrossed, inClause };
        const words = { authority, pair, stage, moment, unsaid, who, which, ...standing };
        const isMeant = isSpeaker && (isTold || names(inClause, pair));
        const isRuledOut = isElsewhere || isLost || (own.length > 0 && !isMeant);
        for (const status of MAY_MEAN[stage.status]) {
          if (isRuledOut && OWN_STEPS.has(status)) continue;
          const isRead = own.some(
            (o) => o.authority === authority && o.status === status && isSame(o.pair && this.inFull(o.pair), pair),
          );
          found.push({ ...words, words, status, isRead });
        }
      }
    }
    return found;
  }

  /** Everybody whose name stands in the clause of a step. */
  private namedInClause({ place, index }: Moment, stage: Stage): Set<string> {
    const own = ownPartOf(this.whole, place, stage);
    const parties = partiesIn(this.whole, own, this.parties[index] as readonly Party[]);
    return new Set(parties.flatMap((p) => (p.named ? [p.name] : [])));
  }

  /** "was approved by the Commission": the authorities that the clause of a step names, but for those who handed it on. */
  private speakersOf({ place }: Moment, stage: Stage): Set<string> {
    const { from, to } = clauseOf(this.whole, place, stage);
    const named = place.authorities.filter(
      (m) => m.first >= from && m.next <= to && (m.form === 'name' || m.form === 'country'),
    );
    return new Set(named.flatMap((m) => (m.code && !isReferrer(this.whole.tokens, m) ? [m.code] : [])));
  }

  /** A step that others only ask of this authority, or of the one that has taken the case over from it. */
  private isAnothers({ place }: Moment, stage: Stage, mention: AuthorityMention | null): boolean {
    if (!mention?.code) return false;
    if (stage.first >= mention.next && urged(place, mention)) return true;
    return isReferrer(this.whole.tokens, mention) || hasHandedOn(this.whole.tokens, place, stage, mention.code);
  }

  /** Who may be meant in a sentence by words of which the grammar reads nothing: the same for all of them. */
  private meantAt(moment: Moment): Meant {
    if (this.last?.moment !== moment) this.last = { moment, meant: this.meantBy(moment, []) };
    return this.last.meant;
  }

  private meantBy(moment: Moment, own: readonly Observation[]): Meant {
    const ofPair = (tied: ReadonlySet<Tie>, pair: KnownPair | null) => weigh(tied, PAIR_WEIGHTS) + (pair?.likely ?? 0);
    const pairs = standings(this.pairsFor(moment, own), ofPair);
    const authorities = standings(this.authorities(moment, own), (tied) => weigh(tied, AUTHORITY_WEIGHTS));
    // "Google's deal with Anthropic" is not about Amazon's, whoever the page is about.
    const taken = new Set(pairs.flatMap(([pair, which]) => (pair && which.has('both') ? [pair.target] : [])));
    return { pairs, authorities, taken, crossed: this.crossedAt(moment, pairs) };
  }

  /** Of the pairs that a sentence names both of, those that its words do not join. */
  private crossedAt({ index }: Moment, pairs: Meant['pairs']): Set<string> {
    const both = pairs.flatMap(([pair, which]) => (pair && which.has('both') ? [pair] : []));
    if (both.length < 3) return new Set();
    const joined = new Set(pairsAmong(this.parties[index] as readonly Party[], new PairList(both)).map(pairKey));
    return new Set(both.flatMap((pair) => (joined.has(pair.key) ? [] : [pair.key])));
  }

  private authorities({ place, index, near, label }: Moment, own: readonly Observation[]): Ties<string> {
    const ties: Ties<string> = new Map();
    for (const o of own) tie(ties, o.authority, 'rule');
    for (const m of place.authorities) if (m.code) tie(ties, m.code, 'sentence');
    if (near?.code) tie(ties, near.code, 'near');
    if (label?.code) tie(ties, label.code, 'label');
    for (const code of this.codesBeside(index, -1)) tie(ties, code, 'paragraph');
    if (ties.size === 0) for (const code of this.codesBeside(index, 1)) tie(ties, code, 'next');
    for (const code of this.titleCodes) if (this.titleCodes.size === 1) tie(ties, code, 'title');
    if (this.codes.length === 1) tie(ties, this.codes[0], 'sole');
    return ties;
  }

  /** The authorities named last before a sentence in its paragraph, or in the sentence after it. */
  private codesBeside(index: number, step: 1 | -1): string[] {
    const { paragraph } = (this.moments[index] as Moment).place.sentence;
    for (let i = index + step; Math.abs(i - index) <= (step < 0 ? 6 : 1); i += step) {
      const place = this.moments[i]?.place;
      if (!place || place.sentence.paragraph !== paragraph) return [];
      const codes = place.authorities.flatMap((m) => m.code ?? []);
      if (codes.length) return [...new Set(codes)];
    }
    return [];
  }

  private pairsFor(moment: Moment, own: readonly Observation[]): Ties<KnownPair | null> {
    const ties: Ties<KnownPair | null> = new Map();
    const put = (pair: DealPair | null, how: Tie) => {
      if (pair) tie(ties, this.byKey.get(pairKey(this.inFull(pair))), how);
    };
    for (const o of own) {
      if (o.pair) put(o.pair, 'rule');
      else tie(ties, null, 'rule');
    }
    for (const pair of moment.focus) put(pair, 'focus');
    put(moment.heading, 'heading');
    put(this.whole.titled, 'title');
    for (const pair of this.whole.first) put(pair, 'first');
    put(this.pairs[0] ?? null, this.pairs.length === 1 ? 'sole' : 'likeliest');
    this.tieNamed(moment, ties);
    return ties;
  }

  private inFull({ acquirer, target }: DealPair): DealPair {
    return { acquirer, target: this.fullNames.get(target) ?? target };
  }

  /** Pairs of which the sentence, its paragraph before it or the next sentence names one or both. */
  private tieNamed({ index, place, topic }: Moment, ties: Ties<KnownPair | null>): void {
    const here = this.named[index] as ReadonlySet<string>;
    const heads = new Set(topic.map((p) => this.fullNames.get(p.name) ?? p.name));
    const after = this.moments[index + 1]?.place;
    const next = after?.sentence.paragraph === place.sentence.paragraph ? this.named[index + 1] : undefined;
    const before = this.namedBefore(index);
    for (const pair of this.namedIn([here, heads], [before, next])) {
      const [a, t] = [here.has(pair.acquirer), here.has(pair.target)];
      if (a && t) tie(ties, pair, 'both');
      else if (t) tie(ties, pair, 'target');
      else if (a) tie(ties, pair, 'acquirer');
      if (heads.has(pair.target) || heads.has(pair.acquirer)) tie(ties, pair, 'topic');
      if (before.has(pair.target)) tie(ties, pair, 'paragraph');
      if (next?.has(pair.target)) tie(ties, pair, 'next');
    }
  }

  /** The pairs of which one of some names is a party, and those of which one of others is the target, likeliest first. */
  private namedIn(parties: readonly ReadonlySet<string>[], targets: readonly (ReadonlySet<string> | undefined)[]) {
    const places = new Set<number>();
    for (const names of [...parties, ...targets])
      for (const name of names ?? []) for (const at of this.byTarget.get(name) ?? []) places.add(at);
    for (const names of parties)
      for (const name of names)
        for (const at of this.byAcquirer.get(name)?.slice(0, MOST_OF_ACQUIRER) ?? []) places.add(at);
    return [...places].sort((a, b) => a - b).map((at) => this.pairs[at] as KnownPair);
  }

  /** Who was named in the sentences before, in the same paragraph or just before it. */
  private namedBefore(index: number): Set<string> {
    const { paragraph } = (this.moments[index] as Moment).place.sentence;
    const names = new Set<string>();
    for (let i = index - 1; i >= Math.max(0, index - 4); i--) {
      const place = (this.moments[i] as Moment).place;
      if (place.sentence.paragraph !== paragraph && index - i > 1) break;
      for (const name of this.named[i] as ReadonlySet<string>) names.add(name);
    }
    return names;
  }
}

/** The pairs of a document by the full names of their targets, likeliest first. */
function pairsOf({ known, read, proposed, places }: Whole, fullNames: ReadonlyMap<string, string>): KnownPair[] {
  const bodies = new Set(places.flatMap((p) => p.authorities.flatMap((m) => m.code?.toLowerCase() ?? [])));
  const likely = new Map(proposed.map((p) => [pairKey(p), p.likely]));
  const reads = new Set(read.map(pairKey));
  const pairs = new Map<string, KnownPair>();
  const add = ({ acquirer, target: name }: DealPair, by: KnownPair['by'], odds: number) => {
    const target = fullNames.get(name) ?? name;
    // "The authority (FNE) approved": the short name of an authority is no firm.
    if (bodies.has(target.toLowerCase())) return;
    const key = pairKey({ acquirer, target });
    const same = pairs.get(key);
    if (same) same.likely = Math.max(same.likely, odds);
    else pairs.set(key, { acquirer, target, key, by, likely: odds });
  };
  for (const pair of known.all) add(pair, reads.has(pairKey(pair)) ? 'read' : 'step', likely.get(pairKey(pair)) ?? 0);
  for (const pair of proposed) if (pair.likely >= LEAST_LIKELY) add(pair, 'proposed', pair.likely);
  return [...pairs.values()].sort((a, b) => b.likely - a.likely);
}

function placesBy(pairs: readonly KnownPair[], nameOf: (pair: KnownPair) => string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, pair] of pairs.entries()) {
    const own = places.get(nameOf(pair));
    if (own) own.push(at);
    else places.set(nameOf(pair), [at]);
  }
  return places;
}

/**
 * Short for long names of targets that no list has: "Turnstone" is "Turnstone Photonics" where the page says so. A firm
 * of a deal that was read keeps the name it has there.
 */
function fullNamesOf({ known, read, proposed }: Whole): Map<string, string> {
  const full = new Map<string, string>();
  const kept = new Set(read.map((p) => p.target));
  const names = [...new Set([...known.all, ...proposed].map((p) => p.target))];
  const longest = longestByBeginning(names);
  for (const name of names) {
    if (kept.has(name) || findCompany(name)) continue;
    // "Tordo S." is the beginning of "Tordo S.r.l."
    const plain = name.replace(/ \p{Lu}$/u, '');
    const whole = longest.get(plain.toLowerCase()) ?? plain;
    if (whole !== name) full.set(name, whole);
  }
  return full;
}

/** The longest name that begins with some words, of those that are not cut off themselves. */
function longestByBeginning(names: readonly string[]): Map<string, string> {
  const longest = new Map<string, string>();
  for (const name of names) {
    if (/ \p{Lu}$/u.test(name)) continue;
    const folded = name.toLowerCase();
    for (let at = folded.indexOf(' '); at >= 0; at = folded.indexOf(' ', at + 1)) {
      const known = longest.get(folded.slice(0, at));
      if (!known || known.length < name.length) longest.set(folded.slice(0, at), name);
    }
  }
  return longest;
}

/** Where a sentence names an authority nearest to the words of a step. */
function nearestMention({ place }: Moment, stage: Stage, authority: string): AuthorityMention | null {
  const gap = (m: AuthorityMention) => Math.abs(m.first - stage.first);
  const own = place.authorities.filter((m) => m.code === authority);
  return own.reduce<AuthorityMention | null>((best, m) => (best && gap(best) <= gap(m) ? best : m), null);
}

/** Everybody whom each sentence names, those added to it included. */
function partiesByPlace({ places, everyone }: Whole, fullNames: ReadonlyMap<string, string>): Party[][] {
  let at = 0;
  return places.map(({ sentence, parties }) => {
    while (at < everyone.length && (everyone[at] as Party).start < sentence.start) at++;
    const from = at;
    while (at < everyone.length && (everyone[at] as Party).start < sentence.end) at++;
    const more = everyone.slice(from, at).filter((p) => !parties.some((o) => o.start === p.start && o.name === p.name));
    const named = [...parties, ...more].map((p) => ({ ...p, name: fullNames.get(p.name) ?? p.name }));
    return named.sort((a, b) => a.start - b.start);
  });
}
