import type { ScrutinyStatus } from '../../model/scrutiny.ts';

/** Who reports at the end of a study: the authority's staff, in the five languages. */
const STAFF = /\bstaff\b|\bmitarbeiter|\bservices d['’]instruction\b|\bpersonal de\b|\buffici\b/i;
/** What is done with a report. */
const PUBLISHED =
  /\b(?:publish|issu|releas|conclud)\w*\b|\bveröffentlich\w*|\bpubli[ée]\w*|\brend\w* public|\bpubblic\w*|\breport\b/i;
/** The study itself is told to be over. */
const OVER =
  /\b(?:study|inquiry|probe|market study)\b[^.]{0,40}\b(?:is|was|has been)\s+(?:finished|concluded|completed|closed|over|ended)\b/i;
/** What a report on orders to give information speaks of. */
const ORDERS =
  /\b6\s?\(b\)|\bstudy\b|\binquiry\b|\borders\b|\b[ée]tude\b|\benquête\b|\buntersuchung\b|\bestudio\b|\bindagine\b/i;

/**
 * True when sentences that tell of a request for information tell that it has brought a report: a study ends with one,
 * which clears nothing (handbook 2.5). The step is then no open request any more.
 */
export function endsStudy(status: ScrutinyStatus, sentences: readonly string[]): boolean {
  if (status !== 'information_request') return false;
  return sentences.some((text) => OVER.test(text) || (STAFF.test(text) && PUBLISHED.test(text) && ORDERS.test(text)));
}
