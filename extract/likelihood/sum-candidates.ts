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
/** A page with more sums and deals than this is a price list: from there on sums belong where the grammar puts them. */
const MOST = 3000;

export const keyOfFrame = (f: Frame) => dealKey(f.kind, f.acquirer, f.target);

/** Takes the sentences of a document with the claims that hold, and the sums the grammar gives them; gives every sum near a deal. */
export function sumCandidates(told: readonly ToldSentence[], found: readonly FoundAmount[]): SumCandidate[] {
  const near = new NearClaims(told.flatMap((t) => t.claims));
  const bySentence = new Map<ParsedSentence, FoundAmount[]>();
  for (const amount of found) {
    const own = bySentence.get(amount.frame.sentence);
    if (own) own.push(amount);
    else bySentence.set(amount.frame.sentence, [amount]);
  }
  const candidates: SumCandidate[] = [];
  for (const { sentence } of told) {
    if (sentence.unit.money.length === 0 && sentence.unit.implied.length === 0) continue;
    const here = bySentence.get(sentence) ?? [];
    const deals = near.to(sentence);
    for (const place of dealSums(sentence, null))
      for (const [key, claims] of deals) {
        const frame = nearest(sentence, claims);
        const distance = sentence.unit.index - frame.sentence.unit.index;
        const given = here.filter((a) => a.money.start === place.money.start);
        const own = given.find((a) => keyOfFrame(a.frame) === key) ?? null;
        if (!own && candidates.length >= MOST) continue;
        const others = given.filter((a) => keyOfFrame(a.frame) !== key);
        candidates.push({ key, sentence, place, frame, distance, own, others });
      }
  }
  return candidates;
}

/** Claims by the sentence that tells them, for those told near a sum. */
class NearClaims {
  private readonly byIndex = new Map<number, { key: string; claim: Claim; order: number }[]>();
  /** Deal → the turn in which it was first told. */
  private readonly turns = new Map<string, number>();

  constructor(claims: readonly Claim[]) {
    for (const [order, claim] of claims.entries()) {
      const key = keyOfFrame(claim.frame);
      if (!this.turns.has(key)) this.turns.set(key, order);
      const { index } = claim.frame.sentence.unit;
      const own = this.byIndex.get(index);
      if (own) own.push({ key, claim, order });
      else this.byIndex.set(index, [{ key, claim, order }]);
    }
  }

  /** The deals told within reach of a sentence, in the order in which the document first tells them, with their claims there. */
  to({ unit: { index } }: ParsedSentence): [string, Claim[]][] {
    const near: { key: string; claim: Claim; order: number }[] = [];
    for (let at = index - REACH; at <= index + REACH; at++) near.push(...(this.byIndex.get(at) ?? []));
    near.sort((a, b) => a.order - b.order);
    const deals = new Map<string, Claim[]>();
    for (const { key, claim } of near) {
      const own = deals.get(key);
      if (own) own.push(claim);
      else deals.set(key, [claim]);
    }
    return [...deals].sort(([a], [b]) => (this.turns.get(a) ?? 0) - (this.turns.get(b) ?? 0));
  }
}

function nearest(s: ParsedSentence, claims: readonly Claim[]): Frame {
  const gap = (c: Claim) => {
    const d = s.unit.index - c.frame.sentence.unit.index;
    return d >= 0 ? d : 0.5 - d;
  };
  return claims.reduce((best, c) => (gap(c) < gap(best) ? c : best)).frame;
}
