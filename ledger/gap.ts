import { comparePartial, type Day, daysBetween, firstDay, lastDay, type PartialDay } from '../model/day.ts';
import { type DealEvent, isOpenCase, type Pair } from '../model/ledger.ts';
import { isCompetitionAuthority } from '../model/scrutiny.ts';

/**
 * How long, and in which sense, no competition authority is known to have moved on a pair:
 * - `none`: no step is on record at all
 * - `overtaken`: money, spend or a deal was told of after the last step, and that is more than a year old
 * - `quiet`: a case is open and a year or more has passed without a word
 * - `recent`: a step within a year
 * - `ended`: every case has ended, and nothing new is known since
 */
export const GAP_KINDS = ['overtaken', 'none', 'quiet', 'recent', 'ended'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

export interface Gap {
  kind: GapKind;
  /** Since the last step, or since the deal was first public; null when neither has a day. */
  days: number | null;
  since: PartialDay | null;
}

const A_YEAR = 365;

/** Takes a pair and today; gives its gap. Steps that one outlet alone tells of, and foreign-investment reviews, do not count. */
export function gapOf(pair: Pair, today: Day): Gap {
  const cells = pair.scrutiny.filter((cell) => isCompetitionAuthority(cell.authority) && cell.history.length > 0);
  const steps = cells.flatMap((cell) => cell.history.flatMap((step) => step.date ?? [])).sort(comparePartial);
  const last = steps.at(-1) ?? null;
  if (cells.length === 0) return gap('none', firstPublic(pair), today);
  if (last === null) return gap('quiet', null, today);
  if (daysBetween(lastDay(last), today) < A_YEAR) return gap('recent', last, today);
  if (newestFact(pair, last)) return gap('overtaken', last, today);
  return gap(cells.some(isOpenCase) ? 'quiet' : 'ended', last, today);
}

function gap(kind: GapKind, since: PartialDay | null, today: Day): Gap {
  return { kind, since, days: since ? Math.max(0, daysBetween(lastDay(since), today)) : null };
}

const eventsOf = (pair: Pair): DealEvent[] => pair.deals.flatMap((deal) => deal.events);

/** The first day on which anything was paid, promised or reported. */
function firstPublic(pair: Pair): PartialDay | null {
  const known = [...eventsOf(pair).map((event) => event.date), ...pair.deals.map((deal) => deal.knownSince ?? null)];
  return known.filter((day) => day !== null).sort(comparePartial)[0] ?? null;
}

/** True when something came after a day for certain: its first possible day lies after that day's last one. */
function newestFact(pair: Pair, after: PartialDay): boolean {
  return eventsOf(pair).some((event) => event.date !== null && firstDay(event.date) > lastDay(after));
}
