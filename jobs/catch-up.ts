import { closeGaps, saveGap } from '../db/sources/gaps.ts';
import { dayOf, formatDay } from '../model/day.ts';
import { DealwatchError } from '../model/errors.ts';
import type { MissedTime } from './gap.ts';
import { readList } from './lists.ts';
import { count, type Visit } from './visit.ts';

/**
 * Lists that hold the newest entries alone roll on while nobody looks: after a weekend off, the ten releases of a feed
 * are all of this morning. What stood before them is read from the source's own past where it has one, and else said.
 */

/** Older lists that are read in one visit; a longer past is for `backfill`. */
const MOST_BACK = 20;

/** Reads what a list has lost from the older lists of the source; what cannot be had is kept as a gap and said. */
export async function catchUp(visit: Visit, missed: MissedTime): Promise<void> {
  const { context, settings, warnings } = visit;
  const { db, now } = context;
  const days = `${formatDay(dayOf(missed.since))} and ${formatDay(dayOf(missed.until))}`;
  if (await readBack(visit, missed)) {
    warnings.push(`The list had rolled on since the last visit; what stood between ${days} was read from older lists.`);
    return closeGaps(db, settings.id, dayOf(missed.since), now());
  }
  await saveGap(db, { sourceId: settings.id, ...missed }, now());
  count(visit.counts, { gaps: 1 });
  warnings.push(`None of the entries was known: between ${days} others may have come and gone unread.`);
}

/** True when the older lists go back to where the missed time begins. */
async function readBack(visit: Visit, { since }: MissedTime): Promise<boolean> {
  const { context, definition, settings, signal } = visit;
  const queue = settings.url ? [] : (definition.back?.(dayOf(since), dayOf(context.now())) ?? []);
  if (queue.length === 0) return false;
  const past = { ...visit, since: dayOf(since), isPast: false };
  try {
    for (let n = 0; n < MOST_BACK && !signal.aborted; n++) {
      const url = queue.shift();
      if (url === undefined) return true;
      const { more, reach } = await readList(past, url, false);
      if (reach !== null && reach <= since) return true;
      queue.unshift(...more);
    }
  } catch (cause) {
    // The newest entries are stored already; what the older lists refuse is said as a gap.
    if (!(cause instanceof DealwatchError)) throw cause;
    visit.warnings.push(`An older list could not be read. ${cause.message}`);
  }
  return false;
}
