import type { LedgerPair } from '../../db/ledger/ledger.ts';
import { standingSuppressions } from '../../db/ledger/suppressions.ts';
import type { Database } from '../../db/open.ts';
import { type Day, firstDay } from '../../model/day.ts';
import type { Layer } from '../../model/deal.ts';
import type { DealEvent, Pair } from '../../model/ledger.ts';
import { paths } from '../../model/paths.ts';
import { suppressionOf } from '../../model/suppression.ts';
import { type Recapture, recaptureOf } from '../../rules/loops/loop.ts';

/** One way of a tie: US dollars, or null when something flows and its size is not known in dollars. */
export type Flow = { usd: number | null } | null;

/** Who funds and supplies whom: one pair, seen on a day. */
export interface Tie {
  id: string;
  link: string;
  acquirer: string;
  target: string;
  layer: Layer | null;
  /** Money from the acquirer to the target, and spend the other way; null when there is none. */
  in: Flow;
  back: Flow;
  /** Money goes in and spend comes back. */
  isLoop: boolean;
  /** How much of it comes back, as the screen has it; on an earlier day, by the sums known then. Null when it is not known. */
  recapture: Pick<Recapture, 'ratio' | 'atLeast'> | null;
  /** Nothing of it is more than reported. */
  isReported: boolean;
  score: number;
}

const IN_ROLES: readonly DealEvent['role'][] = ['tranche', 'fee', 'total'];
const FUNDING = ['investment', 'acquisition', 'acquihire'];

/**
 * Takes pairs and a day; gives the ties that were known to stand on it. What has ended is none. A loop that somebody has put
 * away is drawn as any other tie.
 */
export function tiesOn(
  pairs: readonly LedgerPair[],
  on: Day,
  today: Day,
  isPutAway: (pair: Pair) => boolean = () => false,
): Tie[] {
  return pairs.flatMap(({ pair, score }) => {
    const standing = pair.deals.filter((deal) => deal.certainty !== 'ended' && begunBy(deal, on));
    const funding = standing.filter((deal) => FUNDING.includes(deal.kind));
    const supply = standing.filter((deal) => deal.kind === 'cloud');
    const into = funding.length ? { usd: inBy(pair, funding, on, today) } : null;
    const back = supply.length ? { usd: backBy(pair, supply, on, today) } : null;
    if (!into && !back) return [];
    const isReported = [...funding, ...supply].every((deal) => deal.certainty === 'reported');
    const { id, acquirer, target, layer } = pair;
    return [
      {
        id,
        link: paths.deal(id),
        acquirer,
        target,
        layer,
        in: into,
        back,
        isLoop: Boolean(into && back) && isAgreed(funding) && !isPutAway(pair),
        recapture: on >= today ? ratioOfPair(pair) : ratioOf(into, back),
        isReported,
        score,
      },
    ];
  });
}

/** Tells of which pairs somebody has put the loop away, for a map of that day. */
export async function loopsPutAway(db: Database, today: Day): Promise<(pair: Pair) => boolean> {
  const suppressions = await standingSuppressions(db, today);
  return (pair) => suppressionOf(pair, 'round-trip', suppressions, today) !== null;
}

type Deal = Pair['deals'][number];

/** Talks of money close no loop. */
const isAgreed = (deals: readonly Deal[]) => deals.some(({ certainty }) => certainty === 'done');

/** A deal without any day is taken to have stood all along: nothing says otherwise. */
function begunBy(deal: Deal, on: Day): boolean {
  const days = [...deal.events.flatMap((event) => event.date ?? []), ...(deal.knownSince ? [deal.knownSince] : [])];
  return days.length === 0 || days.some((day) => firstDay(day) <= on);
}

function inBy(pair: Pair, deals: readonly Deal[], on: Day, today: Day): number | null {
  if (on >= today) return pair.usd?.paid ?? pair.sums.paid.USD ?? null;
  const dated = deals.flatMap((deal) => deal.events).filter((event) => isKnownBy(event, on));
  const parts = dated.filter((event) => event.role !== 'total').reduce((sum, event) => sum + (event.value ?? 0), 0);
  const totals = dated.filter((event) => event.role === 'total').map((event) => event.value ?? 0);
  return Math.max(parts, ...totals) || null;
}

function ratioOfPair(pair: Pair): Tie['recapture'] {
  const known = recaptureOf(pair);
  return known && { ratio: known.ratio, atLeast: known.atLeast };
}

function ratioOf(into: Flow, back: Flow): Tie['recapture'] {
  return into?.usd && back?.usd ? { ratio: back.usd / into.usd, atLeast: false } : null;
}

const isKnownBy = (event: DealEvent, on: Day) =>
  event.date !== null && firstDay(event.date) <= on && event.currency === 'USD' && IN_ROLES.includes(event.role);

function backBy(pair: Pair, deals: readonly Deal[], on: Day, today: Day): number | null {
  if (on >= today) return pair.usd?.committed ?? pair.sums.committed.USD ?? null;
  const known = deals
    .flatMap((deal) => deal.events)
    .filter(
      ({ date, role, currency }) =>
        date !== null && firstDay(date) <= on && role === 'commitment' && currency === 'USD',
    );
  return Math.max(0, ...known.map((event) => event.value ?? 0)) || null;
}
