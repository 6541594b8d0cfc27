import { comparePartial, type PartialDay, precisionOf } from '../../model/day.ts';
import { OPEN_STATUSES, type ScrutinyStatus } from '../../model/scrutiny.ts';
import type { Sentence } from '../text/sentences.ts';
import type { DealPair } from './pairs.ts';
import type { Stage } from './stages.ts';

/** One statement of a step, in the order of the text. */
export interface Observation {
  authority: string;
  /** Null for a step about deals in general. */
  pair: DealPair | null;
  status: ScrutinyStatus;
  weak: boolean;
  newer: boolean;
  /** Passed on to another authority: whatever this one did before is over. */
  passedOn: boolean;
  date: PartialDay | null;
  sentence: Sentence;
  /** The words that state it; null where it follows from other sentences. */
  stage: Stage | null;
}

/** Where a case stands by the document, with the sentences that say so. */
export interface LatestStep {
  authority: string;
  pair: DealPair | null;
  status: ScrutinyStatus;
  date: PartialDay | null;
  sentences: Sentence[];
}

/** Most sentences kept as proof of one step. */
const MOST_QUOTES = 4;

/**
 * Takes what a document says of steps; gives one step for each authority and pair: the latest. In order of
 * the text. A step about deals in general that is also told of named pairs counts for those alone.
 */
export function latestSteps(observations: readonly Observation[]): LatestStep[] {
  const groups = new Map<string, Observation[]>();
  for (const o of observations) {
    const key = JSON.stringify([o.authority, o.pair?.acquirer ?? null, o.pair?.target ?? null]);
    const group = groups.get(key);
    if (group) group.push(o);
    else groups.set(key, [o]);
  }
  const steps = [...groups.values()].map(latestOf);
  const named = new Set(steps.filter((s) => s.pair).map((s) => `${s.authority} ${s.status}`));
  return steps.filter((s) => s.pair || (OPEN_STATUSES.includes(s.status) && !named.has(`${s.authority} ${s.status}`)));
}

function latestOf(group: readonly Observation[]): LatestStep {
  const latest = group.reduce((best, next) => (replaces(best, next) ? next : best));
  const proof = group.filter((o) => o.status === latest.status);
  const sentences = [...new Set([latest, ...proof].map((o) => o.sentence))].slice(0, MOST_QUOTES);
  const date = latest.date ?? proof.find((o) => o.date !== null)?.date ?? null;
  return {
    authority: latest.authority,
    pair: latest.pair,
    status: latest.status,
    date,
    sentences: sentences.sort((a, b) => a.start - b.start),
  };
}

const RANK: readonly ScrutinyStatus[] = ['monitoring', 'information_request', 'phase1', 'phase2'];

/**
 * True when the later statement is also the later step. An end outweighs what is still open, whichever is told first,
 * unless the open step is said to be newer or bears a later day; of two open steps the further one counts.
 */
function replaces(best: Observation, next: Observation): boolean {
  const [bestOpen, nextOpen] = [OPEN_STATUSES.includes(best.status), OPEN_STATUSES.includes(next.status)];
  if (bestOpen !== nextOpen) return nextOpen ? next.newer && !next.weak : !(best.newer && isLater(best, next));
  if (nextOpen && best.passedOn !== next.passedOn) return next.passedOn;
  if (nextOpen) return RANK.indexOf(next.status) > RANK.indexOf(best.status);
  if (next.weak !== best.weak) return best.weak;
  if ((next.status === 'abandoned') !== (best.status === 'abandoned')) return next.status === 'abandoned';
  // Of two answers the one that bears a day is the answer; the other tells how it came to be.
  if ((next.date === null) !== (best.date === null)) return next.date !== null;
  return !isLater(best, next);
}

/** True when both have a day and the first one's is later. */
function isLater(a: Observation, b: Observation): boolean {
  if (!a.date || !b.date || precisionOf(a.date) === 'year' || precisionOf(b.date) === 'year') return false;
  return comparePartial(a.date, b.date) > 0;
}
