import owners from './outlets.json' with { type: 'json' };
import type { SourceClass } from './scrutiny.ts';

/**
 * Whose voice a document is. Two papers of one house, or two that print the same agency, are one voice: what they say
 * alike is told once, not twice.
 */

/** Agencies whose copy others print, as bylines, datelines and last lines name them. */
const AGENCIES: readonly [name: string, pattern: RegExp][] = [
  ['Reuters', /\breuters\b/i],
  ['AP', /\bAssociated Press\b|\bAP\b/],
  ['AFP', /\bagence france[- ]presse\b|\bAFP\b/i],
  ['dpa', /\bdpa(-AFX)?\b/],
  ['Bloomberg', /\bbloomberg\b/i],
  ['EFE', /\bEFE\b/],
  ['Europa Press', /\beuropa press\b/i],
  ['ANSA', /\bANSA\b/],
  ['Dow Jones', /\bdow jones( newswires)?\b/i],
  ['PA', /\bPA (Media|news agency)\b|\bpress association\b/i],
  ['Kyodo', /\bkyodo\b/i],
  ['Yonhap', /\byonhap\b/i],
  ['Xinhua', /\bxinhua\b/i],
  ['PR Newswire', /\bPR ?newswire\b/i],
  ['Business Wire', /\bbusiness wire\b/i],
  ['GlobeNewswire', /\bglobe ?newswire\b/i],
];

const fold = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/[’`]/g, "'");
const houses = new Map(owners.flatMap(({ owner, outlets }) => outlets.map((outlet) => [fold(outlet), owner] as const)));

/** The house that an outlet belongs to (its name or site); the outlet itself when no house is known. */
export function ownerOf(publisher: string): string {
  return houses.get(fold(publisher)) ?? publisher.trim();
}

/** The parts of a document that name an agency, if one wrote it. */
export interface Signed {
  publisher: string;
  sourceClass?: SourceClass;
  byline: string | null;
  /** The first few hundred characters of the text. */
  opening: string;
  /** The last few hundred. */
  closing: string;
}

/** "PARIS, May 5 (Reuters) -", "(AFP) –", "Berlin (dpa) - ": an agency in brackets before a dash, at the very beginning. */
const DATELINE = /^[^()\n]{0,80}\(([^()\n]{2,40})\)\s*[-–—:]/u;
/** "Reporting by … Reuters", "© AFP", "Quelle: dpa-AFX", "(con informazioni ANSA)" in the last lines. */
const LAST_LINE = /(?:©|\bcopyright\b|\breporting by\b|\bquelle\b|\bsource\b|\bfuente\b|\bfonte\b)[^\n]{0,120}$/iu;

/** One of these stands in each such line: a much quicker question, whose answer is nearly always no. */
const LAST_LINE_WORD = /©|copyright|reporting by|quelle|source|fuente|fonte/i;
/** What `LAST_LINE` can span at most, with the character before it. */
const LONGEST_LAST_LINE = 140;

/** The agency whose copy a document is, or null: named as author, in the dateline, or in the last line. */
export function agencyOf({ byline, opening, closing }: Signed): string | null {
  const places = [
    byline ?? '',
    DATELINE.exec(opening.trimStart())?.[1] ?? '',
    lastLineOf(closing.trimEnd().slice(-LONGEST_LAST_LINE)),
  ];
  for (const place of places) {
    if (!place) continue;
    const agency = AGENCIES.find(([, pattern]) => pattern.test(place));
    if (agency) return agency[0];
  }
  return null;
}

function lastLineOf(end: string): string {
  return LAST_LINE_WORD.test(end) ? (LAST_LINE.exec(end)?.[0] ?? '') : '';
}

/** Whose word a document is: the filer's, the agency's that it prints, else that of the house that publishes it. */
export function voiceOf(document: Signed): string {
  if (document.sourceClass === 'filing' && document.byline) return document.byline.trim().toLowerCase();
  const agency = agencyOf(document);
  return (agency === null ? ownerOf(document.publisher) : ownerOf(agency)).toLowerCase();
}
