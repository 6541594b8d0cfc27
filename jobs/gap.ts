import { knowsAny } from '../db/sources/items.ts';
import { dayOf, firstDay, type Instant, instantOf } from '../model/day.ts';
import type { FoundItem, Listing } from '../sources/source.ts';
import type { Visit } from './visit.ts';

/** A time between two visits of which nothing stands in a list: entries may have come and gone in it. */
export interface MissedTime {
  since: Instant;
  until: Instant;
}

/**
 * Takes the first list of a visit; gives the time of which nothing stands in it, or null when it reaches back to the
 * last good visit: it holds an entry that was known before, or one that is older than that visit.
 */
export async function missedBefore(visit: Visit, listing: Listing): Promise<MissedTime | null> {
  const { context, claimed, definition, settings, began, since } = visit;
  const last = claimed.source.lastOkAt;
  if (!definition.holdsNewest || since || !last || listing.items.length === 0) return null;
  const reach = reachOf(listing);
  if (reach !== null && reach <= last) return null;
  if (await knowsAny(context.db, settings.id, listing.items, began)) return null;
  return { since: last, until: reach ?? context.now() };
}

/** How far back a list goes: the moment of its oldest entry; null when none says its day. */
export function reachOf({ items, oldest }: Listing): Instant | null {
  if (oldest) return beginningOf(oldest);
  const moments = items.flatMap((item) => momentOf(item) ?? []);
  return moments.reduce<Instant | null>((first, one) => (first === null || one < first ? one : first), null);
}

/** To the second where an entry says it and was not changed on a later day, else the beginning of its day. */
function momentOf({ published, updatedAt }: FoundItem): Instant | null {
  if (!published) return updatedAt;
  return updatedAt && dayOf(updatedAt) === (published as string) ? updatedAt : beginningOf(published);
}

const beginningOf = (day: NonNullable<FoundItem['published']>) => instantOf(new Date(firstDay(day)));
