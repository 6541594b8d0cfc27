import { german } from './scrutiny-de.ts';
import { english } from './scrutiny-en.ts';
import { spanish } from './scrutiny-es.ts';
import { french } from './scrutiny-fr.ts';
import { italian } from './scrutiny-it.ts';

/** Kinds of words that say how far an authority has gone. */
export const CUES = [
  /** begins something */ 'open',
  /** the noun for a review: investigation, probe */ 'probe',
  /** a file or case, a review only beside other words */ 'case',
  /** in depth, second phase */ 'deep',
  /** looks at, examines, weighs */ 'examine',
  /** investigates: more than looking */ 'investigate',
  /** voices concern, calls for vigilance */ 'concern',
  /** asks for views, papers, answers */ 'ask',
  'secondRequest',
  /** approves */ 'clear',
  /** conditions, commitments */ 'condition',
  /** drops, closes */ 'close',
  /** further, any longer */ 'further',
  /** flags, pursues, refers: with "not … further" */ 'pursue',
  /** goes on: with "not" and a word for examining */ 'goOn',
  /** counts as a merger, is notifiable: with "not" */ 'qualify',
  /** outside the jurisdiction: says no by itself */ 'outside',
  /** harm to competition: with "not" */ 'harm',
  /** sues, blocks */ 'challenge',
  /** the parties give up */ 'abandon',
  /** the deal must be, or was, notified */ 'notify',
  /** passes the case to another authority */ 'refer',
  /** takes a case passed on */ 'accept',
  'not',
  /** lets the buyer buy; forbids it with "not" */ 'permit',
  /** takes commitments: cleared on conditions */ 'undertake',
  /** what stands in the way; with "not", cleared */ 'obstacle',
  /** the notification is taken back */ 'withdrawn',
  /** grants a fact and says that it did not matter: "although the thresholds are not met" */ 'although',
  /** says what may be, not what is */ 'maybe',
  /** something newer than what was said before */ 'newer',
  /** one deal, said by its kind */ 'deal',
  /** deals in general */ 'deals',
  /** conduct, not deals */ 'conduct',
  /** what began an exception: "without conditions" */ 'without',
  /** the parties as a subject: "the companies" */ 'parties',
  /** the same outcome as the one before: "came to the same conclusion" */ 'same',
  /** words for saying; "has not claimed that" denies the saying, not what is said */ 'claim',
  /** what a firm pleads in its own cause */ 'plead',
  'latter',
  /** deserves: "does not merit investigation" */ 'merit',
  /** nothing is settled: "no conclusion has been reached" */ 'undecided',
  /** somebody calls on an authority to act */ 'urge',
  /** only planned: "preparing to open" */ 'plan',
  /** is able to: "could not be reviewed" is a matter of powers */ 'able',
  /** what a file is about: "concerns" */ 'about',
  /** two to nine, and both */ 'number',
] as const;
export type Cue = (typeof CUES)[number];

/**
 * Patterns of one language, separated by semicolons. In a pattern `*` ends a stem, `|` separates words that may stand
 * in one place, `~` stands for up to six words in between and `~~` for up to sixteen.
 */
export type ScrutinyLexicon = Record<Cue, string>;

const lexicons: Record<string, ScrutinyLexicon> = { en: english, fr: french, de: german, es: spanish, it: italian };

/** The words of a language; of English for a language that has none here. */
export function scrutinyLexicon(language: string): ScrutinyLexicon {
  return lexicons[language] ?? english;
}
