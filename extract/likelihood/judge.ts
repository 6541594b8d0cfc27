import { dealKey } from '../../model/reading.ts';
import { assertionOf } from '../certainty.ts';
import type { Frame } from '../frame.ts';
import type { Claim, ToldSentence, WeighedCandidate } from '../survey.ts';
import { frameOfCandidate } from './candidate-frames.ts';
import { keyOfFrame } from './sum-candidates.ts';
import { likelihoodBy, type Trees } from './trees.ts';
import weights from './weights.json' with { type: 'json' };

const likelihoodOf = likelihoodBy(weights as unknown as Trees);
/**
 * Below these the reader is silent: what the grammar claims needs least, a party that is
 * only implied more, and a name that may be none most. Chosen on
 * documents that the weights had not seen.
 */
const LEAST = { claimed: 0.15, named: 0.4, implied: 0.45, vague: 0.6 };

const keyOf = ({ candidate: c }: WeighedCandidate) => dealKey(c.kind, c.acquirer.name, c.target.name);

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
  const weighed = told.map((t) => t.candidates.map((c) => ({ ...c, likely: believe(c) })));
  const likelihoods = new Map<string, number>();
  for (const c of weighed.flat()) likelihoods.set(keyOf(c), Math.max(likelihoods.get(keyOf(c)) ?? 0, c.likely));
  const claimed = new Set(told.flatMap((t) => t.claims.map((c) => keyOfFrame(c.frame))));
  const judged = told.map((t, i) => {
    const kept = t.claims.filter((c) => (likelihoods.get(keyOfFrame(c.frame)) ?? 1) >= LEAST.claimed);
    const missed = (weighed[i] ?? []).filter((c) => c.likely >= leastFor(c) && !claimed.has(keyOf(c)));
    return { ...t, claims: [...kept, ...claimsOf(missed, kept)] };
  });
  return { told: judged, likelihoods };
}

/** Names that hardly anything but their capital says are a firm's: see `nameFeatures`. */
const VAGUE = /^open\|[012]$/;

function leastFor({ candidate: c, features }: WeighedCandidate): number {
  if (features.some((name) => VAGUE.test(name))) return LEAST.vague;
  return c.acquirer.implied || c.target.implied ? LEAST.implied : LEAST.named;
}

/** One claim for each deal, by the parties that stand best for it. */
function claimsOf(missed: readonly (WeighedCandidate & { likely: number })[], kept: readonly Claim[]): Claim[] {
  const best = new Map<string, (typeof missed)[number]>();
  for (const c of missed) if ((best.get(keyOf(c))?.likely ?? 0) < c.likely) best.set(keyOf(c), c);
  const frames: Frame[] = kept.map((c) => c.frame);
  return [...best.values()].map((c) => {
    const frame = frameOfCandidate(c.candidate, frames, c.likely);
    frames.push(frame);
    return { frame, assertion: assertionOf(frame) };
  });
}
