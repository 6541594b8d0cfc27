import { comparePartial, mayBeSameDay, type PartialDay, precisionOf } from '../../model/day.ts';
import { isNormalMove, SCRUTINY_STATUSES } from '../../model/scrutiny.ts';
import { ownDate } from './dates.ts';
import type { Followed } from './follow.ts';
import type { LatestStep, Observation } from './latest.ts';
import type { Whole } from './whole.ts';

/** More steps of one case than this no document tells. */
const MOST = 8;

/**
 * Takes a document, what was followed in it and where each case stands; gives the earlier steps of these cases that the
 * document dates: "The inquiry had been launched on 8 August". Only what the grammar reads, with a day of its own that
 * comes before that of the latest step, and from which the case may have gone on to where it
 * stands (handbook 2.5): a step in doubt is left out, since nobody asked for it.
 */
export function earlierSteps(
  whole: Whole,
  { observations, moments }: Followed,
  latest: readonly LatestStep[],
): LatestStep[] {
  const placeOf = new Map(moments.map(({ place }) => [place.sentence, place]));
  const dated = observations.flatMap((o) => {
    const place = placeOf.get(o.sentence);
    const date = o.stage && place && !o.weak ? ownDate(whole, place, o.stage, o.authority) : null;
    return date && precisionOf(date) !== 'year' ? [{ ...o, date }] : [];
  });
  const byCase = new Map<string, Dated[]>();
  for (const o of dated) {
    const own = byCase.get(caseOf(o));
    if (own) own.push(o);
    else byCase.set(caseOf(o), [o]);
  }
  return latest.flatMap((step) => {
    // Dated steps before one without a date would seem to be the latest.
    const own = (byCase.get(caseOf(step)) ?? []).filter(
      (o) => isSameTarget(o, step) && step.date !== null && isBefore(o.date, step.date),
    );
    return goingTo(step, own);
  });
}

type Dated = Observation & { date: PartialDay };

type Case = Pick<LatestStep, 'authority' | 'pair'>;

/** Authority, acquirer and the first word of the target. */
const caseOf = ({ authority, pair }: Case) =>
  `${authority}\u0000${pair ? `${pair.acquirer}\u0000${pair.target.split(' ', 1)[0]}` : ''}`;

/** A firm may be told by the beginning of its name. */
function isSameTarget(one: Case, other: Case): boolean {
  const [a, b] = [one.pair?.target ?? '', other.pair?.target ?? ''];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

function isBefore(date: PartialDay, end: PartialDay): boolean {
  return comparePartial(date, end) < 0 && !mayBeSameDay(date, end);
}

const furtherFirst = (a: Observation, b: Observation) =>
  SCRUTINY_STATUSES.indexOf(b.status) - SCRUTINY_STATUSES.indexOf(a.status);

/** Of earlier steps those from which the case can have come to the next one, from the last backwards, each status once for a time. */
function goingTo(step: LatestStep, own: readonly Dated[]): LatestStep[] {
  const kept: LatestStep[] = [];
  let { status } = step;
  for (const o of own.toSorted((a, b) => comparePartial(b.date, a.date) || furtherFirst(a, b))) {
    // "launched an in-depth investigation" is one step, whose words name two.
    if (kept.at(-1)?.sentences[0] === o.sentence && kept.at(-1)?.date === o.date) continue;
    if (o.status === status || !isNormalMove(o.status, status) || kept.length >= MOST) continue;
    kept.push({ authority: step.authority, pair: step.pair, status: o.status, date: o.date, sentences: [o.sentence] });
    status = o.status;
  }
  return kept.reverse();
}
