import { comparePartial, mayBeSameDay, type PartialDay } from '../../model/day.ts';
import { OPEN_STATUSES, type ScrutinyStatus } from '../../model/scrutiny.ts';
import { dateFor } from '../scrutiny/dates.ts';
import type { Followed } from '../scrutiny/follow.ts';
import { type LatestStep, latestSteps, type Observation } from '../scrutiny/latest.ts';
import { pairKey } from '../scrutiny/pair-list.ts';
import type { DealPair } from '../scrutiny/pairs.ts';
import type { ProposedPair, Whole } from '../scrutiny/whole.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Feature } from './feature.ts';
import { OWN_STEPS, type StepCandidate, stepCandidates } from './scrutiny-candidates.ts';
import { Docket, stepFeatures } from './scrutiny-features.ts';
import weights from './scrutiny-weights.json' with { type: 'json' };
import { likelihoodBy, type Trees } from './trees.ts';

const likelihoodOf = likelihoodBy(weights as unknown as Trees);

/** A step that a document may tell of, with what speaks for and against it. */
export interface WeighedStep {
  candidate: StepCandidate;
  features: readonly Feature[];
}

/** How likely a step is told, 0–1. */
export type StepBelief = (step: WeighedStep) => number;

/** What the trees say. */
export const learnedSteps: StepBelief = ({ candidate, features }) => likelihoodOf(candidate.status, features);

/** Below this the reader is silent. An approval that was never given is the worst that it can report. */
const LEAST_LIKELY = 0.3;
const LEAST: Partial<Record<ScrutinyStatus, number>> = {
  cleared: 0.6,
  remedies: 0.4,
  no_jurisdiction: 0.4,
  monitoring: 0.5,
};

/**
 * What it adds to the log-odds that the grammar by itself takes a step for the latest of its case: more where the
 * sentence names both firms. The trees do not see it, since on most of what they learn from the grammar is always right;
 * chosen on authors whom neither had met.
 */
const BY_GRAMMAR = { named: 2, meant: 1.4 };

/** Most sentences kept as proof of one step. */
const MOST_QUOTES = 4;

/** Takes how likely each deal is; gives the pairs that some sentence may tell of, by the likeliest deal of each. */
export function proposedPairs(likelihoods: ReadonlyMap<string, number>): ProposedPair[] {
  const pairs = new Map<string, ProposedPair>();
  for (const [deal, likely] of likelihoods) {
    const [acquirer, target] = deal.split('|').slice(1) as [string, string];
    const key = pairKey({ acquirer, target });
    const known = pairs.get(key);
    if (!known) pairs.set(key, { acquirer, target, likely });
    else known.likely = Math.max(known.likely, likely);
  }
  return [...pairs.values()];
}

/** Takes what the grammar followed through a document; gives every step that it may tell of, with what speaks for it. */
export function weighedSteps(whole: Whole, followed: Followed): WeighedStep[] {
  const candidates = stepCandidates(whole, followed);
  const docket = new Docket(whole, candidates);
  return candidates.map((candidate) => ({ candidate, features: stepFeatures(candidate, docket) }));
}

/** Takes what the grammar followed through a document; gives for each authority and pair the likeliest step, in order of the text. */
export function judgeSteps(whole: Whole, followed: Followed, believe: StepBelief = learnedSteps): LatestStep[] {
  const cases = new Map<string, Told[]>();
  const observations = withoutThresholds(whole, followed.observations);
  const stated = new Set(latestSteps(observations).map((s) => stepKey(s.authority, s.pair, s.status)));
  const decided = new Set(observations.filter((o) => MERITS.has(o.status)).map(caseOf));
  const handedOn = new Set(observations.filter(isHandedOn).map(caseOf));
  for (const step of weighedSteps(whole, followed)) {
    const { candidate } = step;
    const key = caseOf(candidate);
    if (candidate.status === 'no_jurisdiction' && decided.has(key) && tellsOfReferral(whole)) continue;
    if (handedOn.has(key) && OWN_STEPS.has(candidate.status) && !candidate.mention) continue;
    const byGrammar = stated.has(stepKey(candidate.authority, candidate.pair, candidate.status));
    const odds = byGrammar ? (candidate.which.has('both') ? BY_GRAMMAR.named : BY_GRAMMAR.meant) : 0;
    const told = { ...candidate, byGrammar, likely: raised(believe(step), odds) };
    const known = cases.get(key);
    if (known) known.push(told);
    else cases.set(key, [told]);
  }
  const best = [...cases.values()].map((told) => latestBy(whole, told));
  const likely = best.filter((b) => b.likely >= leastOf(b) && !isApprovalOfGuess(b, cases.get(caseOf(b)) ?? []));
  const rivals = new Rivals(likely);
  const dates = carriedDates(followed.observations);
  const steps = likely
    .filter((b) => !rivals.of(b).some((o) => isMeantRather(o, b)))
    .map((b) => stepOf(whole, dates, b, cases.get(caseOf(b)) ?? []));
  return steps.sort((a, b) => (a.sentences[0]?.start ?? 0) - (b.sentences[0]?.start ?? 0));
}

/** A national authority gave its case away, as a rule to the Commission (Articles 4(5) and 22 of Regulation 139/2004). */
const isHandedOn = ({ stage, authority }: Observation) => stage?.cue === 'refer' && authority !== 'EC';

/** Decisions that only an authority with powers over a case can take. */
const MERITS: ReadonlySet<ScrutinyStatus> = new Set(['cleared', 'remedies', 'challenged', 'phase2']);

/**
 * "did not reach the thresholds, and was referred to Brussels": why a case came to an authority, which has decided it
 * (Articles 4(5) and 22 of Regulation 139/2004), and no want of powers.
 */
function withoutThresholds(whole: Whole, observations: readonly Observation[]): readonly Observation[] {
  if (!tellsOfReferral(whole)) return observations;
  const decided = new Set(observations.filter((o) => MERITS.has(o.status)).map(caseOf));
  return observations.filter((o) => o.status !== 'no_jurisdiction' || !decided.has(caseOf(o)));
}

const tellsOfReferral = (whole: Whole) => whole.places.some(({ hits }) => hits.some((h) => h.cue === 'refer'));

type Told = StepCandidate & { likely: number; byGrammar: boolean };

/** The likeliest step of a case, or the one that the grammar reads as the latest where its words say that it came after. */
function latestBy(whole: Whole, told: readonly Told[]): Told {
  const best = told.reduce((a, b) => (b.likely > a.likely ? b : a));
  if (best.byGrammar) return best;
  const dated = told.filter((t) => t.status === best.status && t.isRead).flatMap((t) => dayOf(whole, t) ?? []);
  const days = [...new Set(dated)];
  const comesAfter = (t: Told) => {
    const day = dayOf(whole, t);
    if (t.status === 'abandoned') return OPEN_STATUSES.includes(best.status);
    if (t.stage.newer && OPEN_STATUSES.includes(t.status)) return !OPEN_STATUSES.includes(best.status);
    return day !== null && days.length > 0 && days.every((d) => comparePartial(d, day) < 0 && !mayBeSameDay(d, day));
  };
  const later = told.filter(
    (t) => t.byGrammar && t.isRead && !t.stage.weak && t.likely >= (LEAST[t.status] ?? LEAST_LIKELY) && comesAfter(t),
  );
  return later.reduce((a, b) => (b.likely > a.likely ? b : a), later[0] ?? best);
}

const dayOf = (whole: Whole, { moment, stage, authority }: Told) => dateFor(whole, moment.place, stage, authority);

const stepKey = (authority: string, pair: DealPair | null, status: ScrutinyStatus) =>
  `${authority}|${pair ? pairKey(pair) : ''}|${status}`;

/** A likelihood with more log-odds. */
function raised(likely: number, odds: number): number {
  const against = (1 - likely) * Math.exp(-odds);
  return likely / (likely + against);
}

const caseOf = ({ authority, pair }: Pick<Observation, 'authority' | 'pair'>) =>
  `${authority}|${pair ? pairKey(pair) : ''}`;

/** A sentence that names other firms than the pair's must be the likelier. */
const leastOf = (step: Told) =>
  Math.max(
    isPlainlyWatched(step) ? PLAINLY : (LEAST[step.status] ?? LEAST_LIKELY),
    namesOthers(step) ? LEAST_AMONG_OTHERS : 0,
  );

/** "The CMA is monitoring the deal", on a page about one deal. */
const isPlainlyWatched = ({ status, byGrammar, isRead, stage, which, mention, moment }: Told) =>
  status === 'monitoring' &&
  byGrammar &&
  isRead &&
  stage.cue === 'examine' &&
  which.has('sole') &&
  mention !== null &&
  !moment.place.hits.some((hit) => hit.cue === 'not' || hit.cue === 'without');
const PLAINLY = 0.12;

const LEAST_AMONG_OTHERS = 0.5;

/** "sent Microsoft a demand", and nobody of the pair is named beside it. */
function namesOthers({ parties, which }: Told): boolean {
  return parties.some((p) => p.named) && !which.has('both') && !which.has('target');
}

/** Less likely than this, two firms are only named on the same page. */
const LEAST_PAIR = 0.3;

/** An approval is not given to two firms who hardly have a deal and whom no sentence with a step names together. */
function isApprovalOfGuess({ status, pair }: Told, told: readonly Told[]): boolean {
  if (status !== 'cleared' || !pair || pair.by === 'read' || pair.likely >= LEAST_PAIR) return false;
  return !told.some((c) => c.which.has('both') && !c.unsaid);
}

const statusKey = ({ authority, status }: Told) => `${authority}|${status}`;

/** Steps by what makes them rivals: the words that may tell either, or a step of deals in general that is told of a pair too. */
class Rivals {
  private readonly ofWords = new Map<StepCandidate['moment'], Told[]>();
  private readonly ofPairs = new Map<string, Told>();

  constructor(steps: readonly Told[]) {
    for (const step of steps) {
      const own = this.ofWords.get(step.moment);
      if (own) own.push(step);
      else this.ofWords.set(step.moment, [step]);
      if (step.pair) this.ofPairs.set(statusKey(step), step);
    }
  }

  of(step: Told): readonly Told[] {
    const named = step.pair ? undefined : this.ofPairs.get(statusKey(step));
    const own = this.ofWords.get(step.moment) ?? [];
    return named ? [...own, named] : own;
  }
}

/** The same words mean another pair or authority, where they do not name this one and the grammar does not read it. */
function isMeantRather(other: Told, one: Told): boolean {
  if (other === one) return false;
  // A step about deals in general that is also told of named pairs counts for those alone.
  if (other.pair && !one.pair) return other.authority === one.authority && other.status === one.status;
  if (one.byGrammar) return false;
  if (other.moment !== one.moment || other.stage.first !== one.stage.first) return false;
  if (other.authority === one.authority && isOutsideClause(one) && other.inClause.has(other.pair?.target ?? ''))
    return true;
  if (one.isCrossed && !other.isCrossed && other.which.has('both') && isKin(other.pair, one.pair)) return true;
  if (other.authority !== one.authority)
    return other.pair?.key === one.pair?.key && other.whoStands.score >= one.whoStands.score + CLEARLY;
  if (one.which.has('both')) return false;
  const kin = other.pair?.target === one.pair?.target;
  return kin ? other.likely > one.likely : other.whichStands.score >= one.whichStands.score + CLEARLY;
}

/** "while the hiring of Inflection's staff was cleared": the clause of the step names firms, and not this one. */
const isOutsideClause = ({ pair, inClause }: Told) => pair !== null && inClause.size > 0 && !inClause.has(pair.target);

/** Two pairs that share a party. */
const isKin = (a: DealPair | null, b: DealPair | null) =>
  a !== null && b !== null && (a.acquirer === b.acquirer || a.target === b.target);

/** By so much one is tied better that the other is not meant. */
const CLEARLY = 2;

function stepOf(whole: Whole, carried: CarriedDates, best: Told, told: readonly Told[]): LatestStep {
  const proof = told.filter((c) => c.status === best.status && c.likely >= best.likely / 2);
  proof.sort((a, b) => b.likely - a.likely);
  const inOwnClause = proof.filter((step) => !isOutsideClause(step));
  const date = firstDay(whole, inOwnClause) ?? firstDay(whole, justBefore(told, proof));
  const sentences = [...new Set(proof.map((c): Sentence => c.moment.place.sentence))].slice(0, MOST_QUOTES);
  const step = {
    authority: best.authority,
    pair: best.pair && { acquirer: best.pair.acquirer, target: best.pair.target },
    status: best.status,
  };
  return {
    ...step,
    date: date ?? carried.get(stepKey(step.authority, step.pair, step.status)) ?? null,
    sentences: sentences.sort((a, b) => a.start - b.start),
  };
}

function firstDay(whole: Whole, told: readonly Told[]): PartialDay | null {
  for (const step of told) {
    const day = dayOf(whole, step);
    if (day !== null) return day;
  }
  return null;
}

type CarriedDates = ReadonlyMap<string, PartialDay>;

/** "Two more were opened on 13 May. One concerns …": the day stands where the step was first told. */
function carriedDates(observations: Followed['observations']): CarriedDates {
  const dates = new Map<string, PartialDay>();
  for (const { authority, pair, status, date } of observations) {
    const key = stepKey(authority, pair, status);
    if (date !== null && !dates.has(key)) dates.set(key, date);
  }
  return dates;
}

/** "The CMA closed its file on 19 November. It found that …": the day on which a case ended is told one sentence before how. */
function justBefore(told: readonly Told[], proof: readonly Told[]): Told[] {
  const ends = proof.filter((p) => !OPEN_STATUSES.includes(p.status));
  const sentences = new Map(ends.map(({ moment }) => [moment.index - 1, moment.place.sentence.paragraph]));
  return told.filter(
    ({ stage, moment }) =>
      !OPEN_STATUSES.includes(stage.status) && sentences.get(moment.index) === moment.place.sentence.paragraph,
  );
}
