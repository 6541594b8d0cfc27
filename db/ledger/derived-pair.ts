import { createHash } from 'node:crypto';
import type { Band, Flag } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';

export interface PairScore {
  score: number;
  band: Band;
  floor: boolean;
}

/** A pair as its flags and score stand, without what people said of it. */
export interface StandingPair extends Pick<PairScore, 'score' | 'band'> {
  pair: Pair;
  flags: (Flag & { reopened: boolean })[];
}

/** A pair with what is derived of it, as text and as one hash: equal hashes mean that nothing would change. */
export interface Derived {
  pair: Pair;
  flags: readonly Flag[];
  score: PairScore;
  body: string;
  flagBodies: readonly string[];
  hash: string;
}

/** Takes a pair (and its text, where it is at hand) with its flags and score; gives them ready to be compared and stored. */
export function derivedOf(
  pair: Pair,
  flags: readonly Flag[],
  score: PairScore,
  body: string = JSON.stringify(pair),
): Derived {
  const flagBodies = flags.map((flag) => JSON.stringify(flag));
  const rest = JSON.stringify([score.score, score.band, score.floor]).slice(1);
  const hash = createHash('sha256')
    .update(`[${body},[${flagBodies.join(',')}],${rest}`)
    .digest('hex');
  return { pair, flags, score, body, flagBodies, hash };
}
