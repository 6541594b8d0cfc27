import { commonName } from '../../model/company.ts';
import type { ScrutinyStatus } from '../../model/scrutiny.ts';

/** What the headline of an FTC release says about a step on a named pair. */
export interface HeadlineStep {
  status: ScrutinyStatus;
  acquirer: string;
  target: string;
}

/** Verbs of FTC headlines, the more particular first; corrected here when the FTC changes its style. */
const VERBS: readonly [RegExp, ScrutinyStatus][] = [
  [/\b(abandon(s|ed|ment)?|terminat(es?|ed|ion) of|withdraw(s|n|al)?|call(s|ed) off|drop(s|ped))\b/i, 'abandoned'],
  [/\b(clos(es|ed|ing)|ends?)\b.{0,40}\b(investigation|inquiry)\b|\bgrants? early termination\b/i, 'cleared'],
  [
    /\b(consent (order|agreement)|requir(es|ed|ing)|impos(es|ed|ing)|divest\w*|settle(s|d|ment)?|final order|with conditions)\b/i,
    'remedies',
  ],
  [
    /\b(su(es|ed|ing)|block(s|ed)?|challeng(es|ed|ing)|complaint|seeks? to (stop|halt|enjoin)|preliminary injunction)\b/i,
    'challenged',
  ],
  [/\b(second request|in-depth)\b/i, 'phase2'],
  [
    /\b(6\(b\)|orders? to|information (requests?|demands?)|subpoenas?|civil investigative demands?)\b/i,
    'information_request',
  ],
  [/\b(opens?|launch(es|ed)?|investigat(es|ing))\b/i, 'phase1'],
];

/** A longer headline is none; what matters stands in front. */
const LONGEST_HEADLINE = 400;
const WORD = "[\\p{Lu}\\d][\\p{L}\\d.&’'-]*";
const NAME = `${WORD}(?: (?:${WORD}|of|and|for|&)){0,7}?`;
const QUALIFIER = '(?:(?:\\$[\\d.,]+ (?:[Bb]illion|[Mm]illion)|[\\p{L}-]+) ){0,4}?';
const DEAL = '(?:[Aa]cquisition|[Pp]urchase|[Tt]akeover|[Bb]uyout|[Mm]erger)';
const END =
  '(?= (?:[Tt]o|[Ii]n|[Oo]ver|[Aa]fter|[Aa]s|[Oo]n|[Dd]ue|[Ff]ollowing|[Ww]ith|[Uu]ntil|[Tt]hat|[Uu]nder)\\b|[,;:.]|$)';
const PAIR = [
  new RegExp(`(?<a>${NAME})(?:['’]s?) ${QUALIFIER}${DEAL} (?:of|with) (?<t>${NAME})${END}`, 'u'),
  new RegExp(`${DEAL} (?:of|between) (?<a>${NAME}) (?:and|with) (?<t>${NAME})${END}`, 'u'),
];
/** Words of a headline that stand before the acquirer's name and begin with a capital like it. */
const BEFORE_NAME =
  /^.*\b(?:FTC|Commission|Sues|Justice|Department|Division|Antitrust|Block|Stop|Halt|Challenges?|Regarding|Against|Requires?|Approves?|Closes|Investigation|Into|On|Of|To|From|Order|Complaint|Imposes|Resolve|Following|After|Statement|In|Over|Seeks|Settles|Concerns|That|Request|For|Termination|Abandonment)\s+/i;

/**
 * Takes the headline of a release; gives the step and the pair that it names ("FTC Sues to Block A's Acquisition of
 * B"), or null when it names none: then nothing is claimed, and the text is read like any other document.
 */
export function stepOfHeadline(given: string): HeadlineStep | null {
  const headline = given.slice(0, LONGEST_HEADLINE);
  const names = PAIR.map((pattern) => pattern.exec(headline)?.groups).find(Boolean);
  const status = VERBS.find(([pattern]) => pattern.test(headline))?.[1];
  if (!names?.a || !names.t || !status) return null;
  const acquirer = withoutEpithet(names.a.replace(BEFORE_NAME, ''));
  return acquirer ? { status, acquirer, target: withoutEpithet(names.t) } : null;
}

/** Takes a headline or the name of a document; gives the step that its words stand for, or null. */
export function statusOfWords(words: string): ScrutinyStatus | null {
  const headline = words.slice(0, LONGEST_HEADLINE);
  return VERBS.find(([pattern]) => pattern.test(headline))?.[1] ?? null;
}

const EPITHET =
  /^.*\b(giant|maker|creator|developer|company|firm|provider|platform|start-?up|chipmaker|rival|supplier|leader|operator|manufacturer|retailer)s?\s+(?=\p{Lu})/iu;

/** "Chip Giant Nvidia" is Nvidia. */
function withoutEpithet(name: string): string {
  return commonName(name.replace(EPITHET, ''));
}
