import { comparePartial, type Day, daysBetween, firstDay, lastDay, type PartialDay } from './day.ts';
import { type Deal, type DealEvent, isOpenCase, type Pair, type Scrutiny } from './ledger.ts';
import { type Authority, isCompetitionAuthority, type ScrutinyStep } from './scrutiny.ts';

/**
 * How long, and in which sense, no competition authority is known to have moved on a pair:
 * - `overtaken`: money, spend or a deal was told of after the last step, and that is more than a year old
 * - `none`: no step is on record at all
 * - `quiet`: a case is open and a year or more has passed without a word
 * - `recent`: a step within a year
 * - `ended`: every case has ended, and nothing new is known since
 * - `called-off`: no deal of the pair stands: there is nothing left to look at, and no gap
 */
export const GAP_KINDS = ['overtaken', 'none', 'quiet', 'recent', 'ended', 'called-off'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** From when on a pair stands without an authority's act: the last step, else the first day of a deal that still stands. */
export interface Gap {
  kind: GapKind;
  /** Whole days until today, counted from the last day that `since` can mean; null when nothing says from when. */
  days: number | null;
  since: PartialDay | null;
  /** What happened then: a step, a sum with a date, or the first word of the deal; null with `since`. */
  from: 'step' | 'sum' | 'told' | null;
  /** Whose step it was. */
  authority: Authority | null;
}

interface Beginning {
  since: PartialDay;
  from: 'step' | 'sum' | 'told';
  authority?: Authority;
}

type Known = Pick<Pair, 'deals' | 'scrutiny'>;
type DatedStep = ScrutinyStep & { date: PartialDay; authority: Authority };

const A_YEAR = 365;

/** Takes a pair and today; gives its gap. Steps that one outlet alone tells of, and foreign-investment reviews, do not count. */
export function gapOf(pair: Known, today: Day): Gap {
  const cells = moved(pair);
  if (isCalledOff(pair)) return gap('called-off', null, today);
  if (cells.length === 0) return gap('none', beginningOf(pair), today);
  const last = lastStep(pair);
  const kind = last === null || daysBetween(lastDay(last.since), today) >= A_YEAR ? afterLong(pair, last) : 'recent';
  return gap(kind, last, today);
}

/** Days for which no authority is known to have taken a first step; null when one has, or nothing says since when. */
export function daysWithoutScrutiny(pair: Known, today: Day): number | null {
  const { kind, days } = gapOf(pair, today);
  return kind === 'none' ? days : null;
}

/**
 * Days that each authority took to its first step: from the first day of the deal of the pair that was the newest then,
 * whatever became of it. A deal that is first told of on the very day of the step was told of by the authority: how long it
 * had stood by then nobody says.
 */
export function daysToFirstSteps(pair: Known): { authority: Authority; days: number }[] {
  const begun = pair.deals.flatMap((deal) => firstOf([deal]) ?? []);
  return moved(pair).flatMap(({ authority, history }) => {
    const [first] = history.flatMap(({ date }) => date ?? []).sort(comparePartial);
    if (!first) return [];
    const took = begun.map(({ since, from }) => ({ from, days: daysBetween(lastDay(since), lastDay(first)) }));
    const [newest] = took.filter(({ days }) => days >= 0).sort((a, b) => a.days - b.days);
    return newest && (newest.days > 0 || newest.from === 'sum') ? [{ authority, days: newest.days }] : [];
  });
}

/** The day of a sum; the day on which a promise is due is none. */
const happened = ({ date, role }: DealEvent) => (role === 'future' ? null : date);

/** True when every deal of a pair was called off; a pair known from a case alone has none that could have been. */
function isCalledOff({ deals }: Known): boolean {
  return deals.length > 0 && deals.every(({ certainty }) => certainty === 'ended');
}

/** The first day on which a deal that still stands is known: of its sums, or of the first document that tells of it. */
const beginningOf = ({ deals }: Known) => firstOf(deals.filter(({ certainty }) => certainty !== 'ended'));

function firstOf(deals: readonly Deal[]): Beginning | null {
  const sums = deals.flatMap(({ events }) => events.flatMap((event) => happened(event) ?? []));
  const told = deals.flatMap(({ events, knownSince }) => [
    ...(knownSince ? [knownSince] : []),
    ...events.flatMap((event) => (event.date ? [] : (event.reportedOn ?? []))),
  ]);
  const all: Beginning[] = [
    ...told.map((since) => ({ since, from: 'told' as const })),
    ...sums.map((since) => ({ since, from: 'sum' as const })),
  ];
  // A sum of "December" that is told on Christmas Eve was agreed by then: the last day that each can mean decides.
  const order = (a: Beginning, b: Beginning) =>
    lastDay(a.since).localeCompare(lastDay(b.since)) || Number(a.from === 'told') - Number(b.from === 'told');
  return all.sort(order)[0] ?? null;
}

const moved = ({ scrutiny }: Known) =>
  scrutiny.filter(({ authority, history }) => isCompetitionAuthority(authority) && history.length > 0);

/** The latest dated step of a competition authority; null when none is known. */
export function lastStep(pair: Known): (Beginning & { authority: Authority; step: ScrutinyStep }) | null {
  const dated = moved(pair).flatMap(({ authority, history }) =>
    history.flatMap((step): DatedStep[] => (step.date ? [{ ...step, date: step.date, authority }] : [])),
  );
  const [last] = dated.sort((a, b) => lastDay(b.date).localeCompare(lastDay(a.date)));
  return last ? { since: last.date, from: 'step', authority: last.authority, step: last } : null;
}

function afterLong(pair: Known, last: Beginning | null): GapKind {
  if (last && pair.deals.some((deal) => isNewAfter(deal, last.since))) return 'overtaken';
  const cells = moved(pair);
  const isOver = cells.some((cell) => !isOpenCase(cell));
  return cells.some((cell) => isOpenCase(cell) && !(isOver && isHandedOn(cell))) ? 'quiet' : 'ended';
}

/** An authority that called a deal in and passed it on only watches, on no known day: once another has ended its case, so has it. */
function isHandedOn({ status, history }: Scrutiny): boolean {
  return status === 'monitoring' && history.every(({ date }) => date === null);
}

/** True when a deal that stands, or a sum of it, came after a day for certain: its first possible day lies after that day's last. */
function isNewAfter(deal: Deal, day: PartialDay): boolean {
  if (deal.certainty === 'ended') return false;
  const isLater = (one: PartialDay | null | undefined) => Boolean(one) && firstDay(one as PartialDay) > lastDay(day);
  return isLater(deal.knownSince) || deal.events.some((event) => isLater(happened(event) ?? newsDay(deal, event)));
}

/**
 * When a sum without a date was news. A total is told again and again of what was paid long before, and so is the price
 * of a firm that was bought or whose people were hired: their first telling is no new fact.
 */
function newsDay({ kind }: Deal, { role, reportedOn }: DealEvent): PartialDay | null {
  const recalls = role === 'total' || role === 'round' || kind === 'acquisition' || kind === 'acquihire';
  return recalls ? null : (reportedOn ?? null);
}

function gap(kind: GapKind, begun: Beginning | null, today: Day): Gap {
  const { since = null, from = null, authority = null } = begun ?? {};
  return { kind, since, from, authority, days: since ? Math.max(0, daysBetween(lastDay(since), today)) : null };
}
