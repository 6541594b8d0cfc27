import type { Context } from '../context.ts';
import { type Backfill, backfillOf, noteBackfill, saveBackfill } from '../db/sources/backfills.ts';
import { closeGaps } from '../db/sources/gaps.ts';
import { countWaitingItems } from '../db/sources/items.ts';
import { claimSource } from '../db/sources/source-turns.ts';
import { getSource } from '../db/sources/sources.ts';
import { type Day, dayOf, formatDay, type Instant } from '../model/day.ts';
import { Conflict } from '../model/errors.ts';
import { startOf } from '../sources/source.ts';
import { readItems, type SourceOutcome, visitSource } from './fetch.ts';
import { readList } from './lists.ts';
import type { Visit } from './visit.ts';

const LEASE_MS = 120_000;
/** Lists read for one source at most, however far back its past goes. */
const MOST_LISTS = 2_000;

export interface BackfillProgress {
  /** Lists read, and lists known so far. */
  lists: number;
  of: number;
  documents: number;
  waiting: number;
}

/**
 * Reads a source's past back to a day: its older lists one by one, then their entries. What was read is stored as it
 * comes, so that a run that was broken off goes on where it stood. Documents of the past send no alerts.
 * Throws NotFound, and Conflict when the source is being read.
 */
export async function backfill(
  context: Context,
  { sourceId, since }: { sourceId: string; since: Day },
  { signal, onProgress }: { signal: AbortSignal; onProgress(progress: BackfillProgress): void },
): Promise<SourceOutcome> {
  const { db, now } = context;
  await getSource(db, sourceId, now());
  const claimed = await claimSource(db, now(), LEASE_MS, sourceId);
  if (!claimed) throw new Conflict(`${sourceId} is being read at the moment; try again when it is done.`);
  return visitSource(context, claimed, { signal, since }, async (visit) => {
    const left = await leftOf(visit, since);
    await saveBackfill(db, sourceId, left, now());
    const tell = async () => {
      const waiting = await countWaitingItems(db, sourceId, now());
      const lists = left.total - left.queue.length;
      onProgress({ lists, of: left.total, documents: visit.counts.documents ?? 0, waiting });
    };
    await tell();
    await readPastLists(visit, left, tell);
    await readPastItems(visit, tell);
  });
}

/** What an earlier run left of the same past, else all of it. */
async function leftOf({ context, claimed, settings, definition }: Visit, since: Day): Promise<Backfill> {
  const begun = await backfillOf(context.db, claimed.source.id);
  if (begun && begun.since === since && begun.queue.length > 0) return begun;
  const today = dayOf(context.now());
  const past = settings.url ? [] : (definition.back?.(since, today) ?? []);
  const queue = [...new Set([...startOf(definition, settings, today), ...past])].slice(0, MOST_LISTS);
  return { since, queue, total: queue.length };
}

async function readPastLists(visit: Visit, left: Backfill, tell: () => Promise<void>): Promise<void> {
  const { context, claimed, signal } = visit;
  const { db, now } = context;
  const { id } = claimed.source;
  let reach: Instant | null = null;
  while (left.queue.length > 0 && !signal.aborted) {
    const read = await readList(visit, left.queue[0] as string, false);
    if (read.reach && (!reach || read.reach < reach)) reach = read.reach;
    left.queue.shift();
    const further = read.more.filter((url) => !left.queue.includes(url)).slice(0, MOST_LISTS - left.total);
    left.queue.unshift(...further);
    left.total += further.length;
    // Somebody may have said on its page that it is enough.
    if (!(await noteBackfill(db, id, left, now()))) return;
    await tell();
  }
  if (!signal.aborted) await noteReach(visit, left.since, reach);
}

/** Closes the gaps of the time that was read; says so when the lists of a source do not go back as far as was asked. */
async function noteReach({ context, definition, settings, warnings }: Visit, since: Day, reach: Instant | null) {
  const ends = reach && dayOf(reach) > since && definition.holdsNewest ? dayOf(reach) : since;
  await closeGaps(context.db, settings.id, ends, context.now());
  if (ends > since) warnings.push(`What it lists goes back to ${formatDay(ends)}; older entries could not be had.`);
}

/** Reads until nothing waits; an entry that cannot be read waits for a later try and does not hold up the others. */
async function readPastItems(visit: Visit, tell: () => Promise<void>): Promise<void> {
  const { context, claimed, signal } = visit;
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const waiting = await countWaitingItems(context.db, claimed.source.id, context.now());
    if (waiting === 0 || waiting >= before || signal.aborted) return;
    before = waiting;
    await readItems(visit);
    await tell();
  }
}
