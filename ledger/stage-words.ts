import type { ScrutinyFact } from '../model/fact.ts';
import type { ScrutinyStatus } from '../model/scrutiny.ts';

/** What authorities call their steps, by what the step is. The words are shown as a page has them. */
const TERMS: Partial<Record<ScrutinyStatus, readonly RegExp[]>> = {
  monitoring: [/\bcall(?:ed|s|ing)? (?:it|the deal) in\b/i, /\bstaff report\b/i],
  information_request: [
    /\binvitations? to comment\b/i,
    /\b6\(b\) orders?\b/i,
    /\b(?:compulsory|further) requests? for information\b/i,
    /\brequests? for information\b/i,
    /\bdemandes? d.informations?\b/i,
    /\bAuskunftsersuchen\b/i,
    /\bquestionnaires?\b/i,
  ],
  phase1: [
    /\bphase 1 (?:investigation|inquiry|review)\b/i,
    /\bmerger inquiry\b/i,
    /\bVorprüfverfahren\b/i,
    /\bphase (?:1|I)\b/i,
  ],
  phase2: [
    /\bsecond request(?: for information)?\b/i,
    /\bin-depth (?:investigation|inquiry|review)\b/i,
    /\bHauptprüfverfahren\b/i,
    /\bphase (?:2|II)\b/i,
  ],
  no_jurisdiction: [
    /\bfound not to qualify\b/i,
    /\b(?:does|do|did) not qualify for investigation\b/i,
    /\bkeine Anmeldepflicht\b/i,
    /\bnicht an(?:ge)?meld(?:et|epflichtig)\b/i,
    /\boutside the Commission.s powers\b/i,
    /\bnot reportable\b/i,
  ],
  cleared: [
    /\bearly termination\b/i,
    /\bapproved [^.;]{0,60}?\bunconditionally\b/i,
    /\bunconditional (?:approval|clearance)\b/i,
    /\bclear(?:s|ed|ance)\b[^.;]{0,80}?\bin phase [12]\b/i,
    /\bFreigabe\b/i,
    /\bapproved\b/i,
    /\bcleared\b/i,
  ],
  remedies: [/\bundertakings in lieu\b/i, /\bconsent (?:order|decree)\b/i, /\bsubject to conditions\b/i],
  challenged: [/\badministrative complaint\b/i, /\bstatement of objections\b/i, /\bprohibit(?:ed|ion)\b/i],
  abandoned: [/\babandoned\b/i, /\bwithdr(?:ew|awn|awal)\b/i],
};

/** Words that run over half a sentence are no label. */
const LONGEST = 60;

/**
 * Takes what a page tells of a step; gives the page's own words for it, or null when it uses none that authorities use. For
 * an authority's own page only: how a paper puts it is not how the authority calls it.
 */
export function stageWords({ status, evidence }: Pick<ScrutinyFact, 'status' | 'evidence'>): string | null {
  const texts = evidence.map(({ quote }) => quote.replace(/\s+/g, ' '));
  for (const term of TERMS[status] ?? []) {
    for (const text of texts) {
      const found = term.exec(text)?.[0];
      if (found && found.length <= LONGEST) return found.charAt(0).toUpperCase() + found.slice(1);
    }
  }
  return null;
}
