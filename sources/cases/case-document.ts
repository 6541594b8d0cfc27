import type { PartialDay } from '../../model/day.ts';
import { comparePartial, formatDay } from '../../model/day.ts';
import type { Authority, ScrutinyStatus } from '../../model/scrutiny.ts';
import type { CaseEvent } from '../source.ts';
import type { Parties } from './parties.ts';

/** A step of a case, with the line of the document that states it. */
export interface CaseStep {
  status: ScrutinyStatus;
  /** The authority's own words for it. */
  stage: string;
  date: PartialDay | null;
  line: string;
}

/** One line of a case's own chronology: "8 Nov 2022 | Art. 6(1)(c)". */
export function stepLine(date: PartialDay | null, what: string): string {
  return `${date ? formatDay(date) : 'No date'} | ${what}`;
}

/** Orders steps by date; an undated one comes last, since an undated outcome ends what the dated steps began. */
export function inOrder(steps: readonly CaseStep[]): CaseStep[] {
  return [...steps].sort((a, b) => Number(a.date === null) - Number(b.date === null) || comparePartial(a.date, b.date));
}

/**
 * Takes steps, whose case it is and the document's text; gives them as events on that pair, each with the place of its
 * line. A step whose line is not in the text is left out with a warning.
 */
export function eventsOf(
  steps: readonly CaseStep[],
  about: { authority: Authority; caseRef: string; title: string; parties: Parties | null },
  text: string,
  warnings: string[],
): CaseEvent[] {
  return steps.flatMap(({ status, stage, date, line }) => {
    const start = placeOf(line, text);
    if (start < 0) {
      warnings.push(`A step was left out because its line was not found in the text: “${line.slice(0, 100)}”.`);
      return [];
    }
    const { authority, caseRef, title, parties } = about;
    const [acquirer, target] = [parties?.acquirer ?? null, parties?.target ?? null];
    const evidence = { in: 'text' as const, start, end: start + line.length, quote: line };
    return [{ authority, caseRef, title, acquirer, target, status, stage, date, evidence }];
  });
}

/** Where the line stands as a line of its own, else where it stands at all. */
function placeOf(line: string, text: string): number {
  const own = `\n${text}\n`.indexOf(`\n${line}\n`);
  return own >= 0 ? own : text.indexOf(line);
}
