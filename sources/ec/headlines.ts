import type { ScrutinyStatus } from '../../model/scrutiny.ts';
import type { Parties } from '../cases/parties.ts';
import { partyName } from '../cases/watched.ts';

/** What a headline of the Commission's press corner says of a merger. */
export interface EcHeadline extends Parties {
  status: ScrutinyStatus;
}

/** Verbs of its headlines, the more particular first; corrected here when its style changes. */
const VERBS: readonly [RegExp, ScrutinyStatus][] = [
  [/\b(withdraw(s|n|al)|abandon(s|ed|ment)?)\b/i, 'abandoned'],
  [/\bstatement of objections\b/i, 'phase2'],
  [/\b(prohibits?|blocks?|orders?\b.{0,40}\b(unwind|divest|dissol))/i, 'challenged'],
  [/\b(opens?|launch(es)?)\b.{0,40}\b(in-depth|phase (2|ii))\b/i, 'phase2'],
  [
    /\b(clears?|cleared|approves?|approved)\b.*\b(subject to|with|under)\b.{0,20}\b(conditions?|commitments?|remed)/i,
    'remedies',
  ],
  [/\b(clears?|cleared|approves?|approved|unconditional(ly)?)\b/i, 'cleared'],
  [/\b(requests? for information|information request)\b/i, 'information_request'],
  [/\b(prior notification|notified|receives? notification)\b/i, 'phase1'],
];

/** Also Run:ai, iRobot and Amazon.com. */
const NAME = '(?:\\p{Lu}|\\p{Ll}\\p{Lu}|\\d)(?:[^,;:.()]|[:.](?=[\\p{L}\\d])){0,80}?';
const END =
  '(?=\\s*(?:[,;:()]|\\.(?:\\s|$)|$)|\\s(?:subject|under|with|after|over|following|due|in the|on the|and opens)\\b)';
const CONTROL = '(?:(?:sole|joint) control (?:of|over) )?(?:parts? of |certain (?:assets|activities) of )?(?:the )?';
const PAIRS = [
  new RegExp(`\\b(?:acquisition|takeover|purchase) of ${CONTROL}(?<t>${NAME}) by (?<a>${NAME})${END}`, 'u'),
  new RegExp(
    `(?<a>${NAME})['’]s? (?:proposed |planned |intended )?(?:acquisition|takeover|purchase) of ${CONTROL}(?<t>${NAME})${END}`,
    'u',
  ),
  new RegExp(`\\bmerger (?:between|of) (?<a>${NAME}) (?:and|with) (?<t>${NAME})${END}`, 'u'),
];
const BEFORE = /^.*\b(?:Commission|Mergers|clears|approves|opens|into|over|of|against)\s+(?=\p{Lu})/u;

/** Takes a headline of the press corner; gives the step and the pair that it names, or null when it names none. */
export function stepOfEcHeadline(headline: string): EcHeadline | null {
  const line = headline.slice(0, 400);
  const names = PAIRS.map((pattern) => pattern.exec(line)?.groups).find(Boolean);
  const status = VERBS.find(([pattern]) => pattern.test(line))?.[1];
  if (!names?.a || !names.t || !status || !/\bmerger|acquisition|takeover|purchase/i.test(line)) return null;
  const acquirer = partyName(firstOf(names.a.replace(BEFORE, '')));
  const target = partyName(names.t);
  return acquirer && target ? { status, acquirer, target } : null;
}

/** "Microsoft and OpenAI" buy together; the first stands for them. */
function firstOf(names: string): string {
  return names.split(/ and | & (?=\p{Lu})/u)[0] ?? names;
}

/** The number of a case in a text, or null. */
export function caseNumberIn(text: string): string | null {
  return /\b(?:M|AT|FS|DMA)\.\d{4,6}\b/.exec(text)?.[0] ?? null;
}
