import { dealKey } from '../../model/reading.ts';
import { dealSums, type FoundAmount } from '../frames/amounts.ts';
import type { Frame } from '../frames/frame.ts';
import type { ParsedSentence } from '../frames/sentence.ts';
import type { Place } from '../frames/sum-place.ts';
import type { Claim, ToldSentence } from '../survey.ts';

/** A sum of one sentence that may be paid in one deal; whether it is, and what for, is weighed later. */
export interface SumCandidate {
  key: string;
  sentence: ParsedSentence;
  place: Place;
  /** The deal as this sentence tells it, or as the nearest sentence does. */
  frame: Frame;
  /** Sentences from the nearest one that tells of the deal: 0 in it, negative before it. */
  distance: number;
  /** What the grammar makes of the sum, for this deal and for others. */
  own: FoundAmount | null;
  others: readonly FoundAmount[];
}

/** Sentences within which a sum may belong to a deal that its own sentence does not tell. */
const REACH = 6;
/** A page with more sums and deals than this is a price list. */
const MOST = 3000;

export const keyOfFrame = (f: Frame) => dealKey(f.kind, f.acquirer, f.target);

/** Takes the sentences of a document with the claims that hold, and the sums the grammar gives them; gives every sum near a deal. */
export function sumCandidates(told: readonly ToldSentence[], found: readonly FoundAmount[]): SumCandidate[] {
  const deals = new Map<string, Claim[]>();
  for (const claim of told.flatMap((t) => t.claims)) {
    const key = keyOfFrame(claim.frame);
    deals.set(key, [...(deals.get(key) ?? []), claim]);
  }
  const candidates: SumCandidate[] = [];
  for (const { sentence } of told) {
    if (sentence.unit.money.length === 0 && sentence.unit.implied.length === 0) continue;
    const here = found.filter((a) => a.frame.sentence === sentence);
    for (const place of dealSums(sentence, null))
      for (const [key, claims] of deals) {
        const frame = nearest(sentence, claims);
        const distance = sentence.unit.index - frame.sentence.unit.index;
        if (Math.abs(distance) > REACH || candidates.length >= MOST) continue;
        const given = here.filter((a) => a.money.start === place.money.start);
        const own = given.find((a) => keyOfFrame(a.frame) === key) ?? null;
        const others = given.filter((a) => a !== own);
        candidates.push({ key, sentence, place, frame, distance, own, others });
      }
  }
  return candidates;
}

function nearest(s: ParsedSentence, claims: readonly Claim[]): Frame {
  const gap = (c: Claim) => {
    const d = s.unit.index - c.frame.sentence.unit.index;
    return d >= 0 ? d : 0.5 - d;
  };
  return claims.reduce((best, c) => (gap(c) < gap(best) ? c : best)).frame;
}
