import { dealKey } from '../../model/reading.ts';
import { assertionOf } from '../certainty.ts';
import type { Frame } from '../frame.ts';
import type { Claim, ToldSentence, WeighedCandidate } from '../survey.ts';
import { frameOfCandidate } from './candidate-frames.ts';
import { f } from './feature.ts';
import { keyOfFrame } from './sum-candidates.ts';
import { likelihoodBy, type Trees } from './trees.ts';
import weights from './weights.json' with { type: 'json' };

const likelihoodOf = likelihoodBy(weights as unknown as Trees);
/**
 * Below these the reader is silent: what the grammar claims needs least, a party that is
 * only implied more, and a name that may be none most. Chosen on
 * documents that the weights had not seen.
 */
const LEAST = { claimed: 0.15, named: 0.4, untold: 0.6, implied: 0.45, vague: 0.6 };

/** How likely a candidate tells of a deal, 0–1. */
export type Belief = (candidate: WeighedCandidate) => number;

/** What the trees say. */
export const learned: Belief = ({ candidate, features }) => likelihoodOf(candidate.kind, features);

export interface Judgement {
  told: ToldSentence[];
  likelihoods: Map<string, number>;
}

/**
 * Takes what the sentences of a document say and may say; gives the claims that are likely enough. A deal is as likely
 * as the sentence that speaks best for it. What the grammar claims against all likelihood is dropped, and a likely deal
 * that it missed is claimed by the sentences that tell of it.
 */
export function judge(told: readonly ToldSentence[], believe: Belief = learned): Judgement {
  const weighed = told.map((t) => inOneBreath(t.candidates.map((c) => weigh(c, believe))));
  const likelihoods = new Map<string, number>();
  const raise = (key: string, likely: number) => likelihoods.set(key, Math.max(likelihoods.get(key) ?? 0, likely));
  for (const sentence of weighed) for (const c of sentence) raise(c.key, c.likely);
  for (const t of told) shareInList(t.claims, likelihoods, raise);
  const claimed = new Set(told.flatMap((t) => t.claims.map((c) => keyOfFrame(c.frame))));
  const judged = told.map((t, i) => {
    const kept = t.claims.filter((c) => (likelihoods.get(keyOfFrame(c.frame)) ?? 1) >= LEAST.claimed);
    const missed = (weighed[i] ?? []).filter((c) => isLikely(c) && !claimed.has(c.key) && !isRecorded(c, t.claims));
    return { ...t, claims: [...kept, ...claimsOf(missed, kept)] };
  });
  return { told: judged, likelihoods };
}

/** "Lab: OpenAI. Supplier: Oracle.": the labels say which kind of deal it is, so that it is no other. */
function isRecorded({ candidate: c }: Weighed, claims: readonly Claim[]): boolean {
  return claims.some(
    ({ frame: f }) => f.trigger.to === 0 && f.acquirer === c.acquirer.name && f.target === c.target.name,
  );
}

const RESPECTIVELY = f`cue|respectively`;

/** Less likely than this, a list does not help. */
const DOUBTFUL = 0.25;

/** A candidate with the deal that it would tell of, and how likely it does. */
interface Weighed {
  candidate: WeighedCandidate['candidate'];
  features: WeighedCandidate['features'];
  key: string;
  likely: number;
}

function weigh(weighed: WeighedCandidate, believe: Belief): Weighed {
  const { candidate, features } = weighed;
  const key = dealKey(candidate.kind, candidate.acquirer.name, candidate.target.name);
  return { candidate, features, key, likely: believe(weighed) };
}

/** "Nvidia, Samsung and IBM took part": those of one list are believed together, on either side of a deal. */
function inOneBreath(candidates: readonly Weighed[]): Weighed[] {
  const most = new Map<string, number>();
  for (const c of candidates) for (const key of listsOf(c)) most.set(key, Math.max(most.get(key) ?? 0, c.likely));
  return candidates.map((c) => {
    if (c.likely < DOUBTFUL || c.features.includes(RESPECTIVELY)) return c;
    const others = listsOf(c).map((key) => SHARED * (most.get(key) as number));
    return { ...c, likely: Math.max(c.likely, ...others) };
  });
}

function listsOf({ candidate: c }: WeighedCandidate): string[] {
  const giver = c.acquirer.mention?.list ?? -1;
  return giver >= 0 ? [`${c.kind}|${giver}|${c.target.name}`] : [];
}

/** How sure a labelled row or a list is by itself: "Supplier: X. Customer: Y." */
const RECORDED = 0.6;
const SHARED = 0.95;

/** Those who take part in one breath are believed together; what labels say outright is believed at once. */
function shareInList(
  claims: readonly Claim[],
  likelihoods: ReadonlyMap<string, number>,
  raise: (key: string, likely: number) => void,
): void {
  for (const { frame } of claims) {
    const kin = claims.filter((o) => o.frame.group === frame.group && o.frame.target === frame.target);
    const most = Math.max(...kin.map((o) => likelihoods.get(keyOfFrame(o.frame)) ?? 0));
    if (kin.length > 1) raise(keyOfFrame(frame), SHARED * most);
    if (frame.trigger.to === 0) raise(keyOfFrame(frame), RECORDED);
  }
}

/** Names that hardly anything but their capital says are a firm's: see `nameFeatures`. */
const VAGUE = [0, 1, 2].map((sureness) => f`open|${sureness}`);
const LEAST_OF_ALL = Math.min(LEAST.named, LEAST.untold, LEAST.implied, LEAST.vague);

const isLikely = (c: Weighed) => c.likely >= LEAST_OF_ALL && c.likely >= leastFor(c);

function leastFor({ candidate: c, features }: Weighed): number {
  if (features.some((feature) => VAGUE.includes(feature))) return LEAST.vague;
  if (c.acquirer.implied || c.target.implied) return LEAST.implied;
  return c.told === 'pair' || c.told === 'theme' ? LEAST.untold : LEAST.named;
}

/** One claim for each deal, by the parties that stand best for it. */
function claimsOf(missed: readonly Weighed[], kept: readonly Claim[]): Claim[] {
  const best = new Map<string, Weighed>();
  for (const c of missed) if ((best.get(c.key)?.likely ?? 0) < c.likely) best.set(c.key, c);
  const frames: Frame[] = kept.map((c) => c.frame);
  return [...best.values()].map((c) => {
    const frame = frameOfCandidate(c.candidate, frames, c.likely);
    frames.push(frame);
    return { frame, assertion: assertionOf(frame) };
  });
}
