import type { Sentence } from '../text/sentences.ts';
import type { AuthorityMention } from './authorities.ts';
import type { CueHit } from './cues.ts';
import type { Party } from './pairs.ts';

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

const SEPARATORS = /\s[|/›»·•]\s/g;

/** True for a row of links, as pages have above and below their text: "Yes / No / Report a problem with this page". It tells nothing. */
export function isLinkRow({ sentence, authorities, parties }: Place): boolean {
  if (authorities.length || parties.length || /[.!?]\s*$/.test(sentence.text)) return false;
  return (sentence.text.match(SEPARATORS)?.length ?? 0) >= 2 && !/\d/.test(sentence.text);
}

/** Words of reviews of foreign investment and of national security, in the five languages. */
const FOREIGN_INVESTMENT =
  /foreign[- ](?:direct[- ])?investment|national[- ]security|golden[- ]power|cfius|außenwirtschaft|investitions(?:prüfung|kontrolle)|nationale[nr]? sicherheit|ausländische[nr]? investition|investissements? (?:directs )?étrangers?|sécurité nationale|inversi(?:ón|ones) (?:directas? )?extranjeras?|seguridad nacional|investiment[io] (?:dirett[io] )?ester[io]|sicurezza nazionale|(?:comité|procédure|autorité) (?:\S+ )?de filtrage/i;

/** True when a sentence tells of a review of foreign investment and names no competition authority: whoever acts is none. */
export function aboutForeignInvestment(place: Place): boolean {
  return (
    FOREIGN_INVESTMENT.test(place.sentence.text) && !place.authorities.some((m) => m.code !== null && m.form === 'name')
  );
}
