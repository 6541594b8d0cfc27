import { sharesIn } from '../frames/shares.ts';
import { type Feature, f } from './feature.ts';
import type { PairCandidate } from './scene.ts';

const NEAR = 7;
const NONE = [f`share|${'none'}`];

/** Takes a candidate; gives what shares its sentence tells of, between its parties and near the one that is sold. */
export function shareFeatures({ sentence: s, acquirer, target }: PairCandidate): readonly Feature[] {
  const shares = sharesIn(s.unit.tokens);
  if (shares.length === 0) return NONE;
  const [a, t] = [acquirer.mention, target.mention];
  const found = [...new Set(shares.map((share) => share.size))].map((size) => f`share|${size}`);
  found.push(f`shares|${Math.min(3, shares.length)}`);
  if (t) {
    const near = shares.find((share) => share.from >= t.from - NEAR && share.from < t.to + NEAR);
    found.push(f`share near t|${near?.size ?? 'none'}`);
  }
  if (a) {
    const near = shares.find((share) => share.from >= a.from - NEAR && share.from < a.to + NEAR);
    found.push(f`share near a|${near?.size ?? 'none'}`);
  }
  if (a && t) {
    const [from, to] = [Math.min(a.to, t.to), Math.max(a.from, t.from)];
    found.push(f`share between|${shares.find((share) => share.from >= from && share.from < to)?.size ?? 'none'}`);
  }
  return found;
}
