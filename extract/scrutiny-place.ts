import type { AuthorityMention } from './authorities.ts';
import type { CueHit } from './scrutiny-cues.ts';
import type { Party } from './scrutiny-pairs.ts';
import type { Sentence } from './sentences.ts';

/** One sentence, the title included, with all that was found in it. Token indices count in the whole. */
export interface Place {
  sentence: Sentence;
  from: number;
  to: number;
  hits: CueHit[];
  authorities: AuthorityMention[];
  parties: Party[];
}

/** True when the sentence speaks of conduct, not of deals: search, advertising, fines. */
export function aboutConduct(place: Place): boolean {
  return place.hits.some((h) => h.cue === 'conduct');
}
