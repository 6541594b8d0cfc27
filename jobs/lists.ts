import { chunks } from '../db/chunks.ts';
import { saveFigures } from '../db/ledger/figures.ts';
import { saveRates } from '../db/ledger/rates.ts';
import { listedBefore } from '../db/runs.ts';
import { caseKey, pairsDecided, saveCases } from '../db/sources/cases.ts';
import { cacheOf, saveListing } from '../db/sources/items.ts';
import { type Day, dayOf, type Instant, lastDay } from '../model/day.ts';
import { DealwatchError, SourceChanged } from '../model/errors.ts';
import { type Fetched, type FoundItem, type Listing, startOf } from '../sources/source.ts';
import { type MissedTime, missedBefore, reachOf } from './gap.ts';
import { breathe } from './job.ts';
import { listRequest } from './source-request.ts';
import { count, holdOn, type Visit } from './visit.ts';

/** Lists that other lists name, in one visit; what is beyond is said. */
const MOST_FURTHER = 20;
const SERIES_AT_ONCE = 2_000;
/** A list that has shrunk to less than a fifth is worth a warning; a short one comes and goes. */
const SHRUNK = 5;
const FEW_ENTRIES = 10;

/** What a list that was read leads to. */
export interface ListRead {
  /** Further lists to read. */
  more: readonly string[];
  /** The moment of its oldest entry; null when none says its day, or the list had not changed. */
  reach: Instant | null;
  /** Of a first list: the time since the last visit of which nothing stands in it. */
  missed: MissedTime | null;
}

/**
 * Fetches the lists of a source and stores their entries; what is new or changed then waits to be read. Gives the time
 * since the last visit of which nothing stands in them, null when they reach back to it.
 */
export async function readLists(visit: Visit): Promise<MissedTime | null> {
  const { context, definition, settings, signal } = visit;
  const start = startOf(definition, settings, dayOf(context.now()));
  const missed = await readListsFrom(visit, start).catch(async (cause: unknown) => {
    if (settings.url || !definition.instead || !(cause instanceof DealwatchError) || signal.aborted) throw cause;
    visit.warnings.push(`The usual list could not be used, another was read instead. ${cause.message}`);
    return readListsFrom(visit, definition.instead);
  });
  await noteShrinking(visit);
  return missed;
}

async function readListsFrom(visit: Visit, start: readonly string[]): Promise<MissedTime | null> {
  const known = new Set(start);
  const queue = [...start];
  let missed: MissedTime | null = null;
  let left = 0;
  for (let url = queue.shift(); url !== undefined && !visit.signal.aborted; url = queue.shift()) {
    const read = await readList(visit, url, start.includes(url));
    missed ??= read.missed;
    const named = [...new Set(read.more)].filter((more) => !known.has(more));
    const taken = named.slice(0, Math.max(MOST_FURTHER - (known.size - start.length), 0));
    for (const more of taken) known.add(more);
    queue.push(...taken);
    left += named.length - taken.length;
  }
  if (left > 0) visit.warnings.push(`The lists name ${left} further lists, which were not read in this visit.`);
  return missed;
}

/** A list that has lost most of its entries says nothing about them; nothing stored is taken for closed or gone. */
async function noteShrinking({ context, settings, definition, counts, warnings }: Visit): Promise<void> {
  const listed = counts.listed ?? 0;
  // Of several lists, some may not have changed and are not counted.
  if (listed === 0 || (!settings.url && definition.start.length > 1)) return;
  const before = await listedBefore(context.db, settings.id);
  if (before < FEW_ENTRIES || listed * SHRUNK >= before) return;
  warnings.push(
    `The list has ${listed} entries where ${before} stood the last time; what is missing is kept as it was.`,
  );
}

/**
 * Fetches one list and stores its entries; gives what it leads to. A first list that is shorter than usual is taken for
 * a page that has changed.
 */
export async function readList(visit: Visit, url: string, isStart: boolean): Promise<ListRead> {
  const { context, definition, settings } = visit;
  const request = listRequest(definition, url, context.config);
  await holdOn(visit, request.deadlineMs);
  const cached = visit.since ? null : await cacheOf(context.db, url);
  const page = await context.fetcher.get(url, { ...cached, ...request });
  await holdOn(visit);
  if ('notModified' in page) {
    if (cached?.etag || cached?.lastModified) return { more: cached.more, reach: null, missed: null };
    throw new SourceChanged('The site says "not modified" though nothing was fetched from it before.');
  }
  const listing = await context.workers.list(settings.id, page, settings);
  refuseOddSize(visit, listing, isStart);
  const missed = isStart ? await missedBefore(visit, listing) : null;
  return { more: await store(visit, { ...page, url }, listing), reach: reachOf(listing), missed };
}

/** Throws SourceChanged when a first list has too few entries; warns of too many. */
function refuseOddSize({ definition, warnings }: Visit, listing: Listing, isStart: boolean): void {
  warnings.push(...listing.warnings);
  if (isStart && listing.listed < definition.expectsAtLeast) {
    throw new SourceChanged(
      `The page lists ${listing.listed} entries where at least ${definition.expectsAtLeast} are usual; it may have changed. Nothing was taken from it, and what is stored stays.`,
    );
  }
  if (listing.listed > definition.expectsAtMost) {
    warnings.push(
      `The page lists ${listing.listed} entries, more than the ${definition.expectsAtMost} that are usual.`,
    );
  }
}

/** Stores what a list holds; gives the further lists to read, none when all of it is older than what is wanted. */
async function store(visit: Visit, page: Fetched, listing: Listing): Promise<readonly string[]> {
  const { context, settings, counts, since } = visit;
  await saveSeries(visit, listing);
  const back = since ? pastOf(listing, since) : listing.items;
  const wanted = visit.isPast ? back.map((item) => ({ ...item, ofPast: true })) : back;
  const items = await withCases(visit, wanted);
  const cache = { etag: page.etag, lastModified: page.lastModified, more: listing.more };
  const stored = await saveListing(context.db, settings.id, { url: page.url, cache, items, now: context.now() });
  // Lists of the past say nothing about how long the usual list is.
  const listed = since ? { older: listing.listed } : { listed: listing.listed };
  count(counts, { ...listed, new: stored.isNew, changed: stored.changed });
  const isPast = listing.items.length > 0 && items.length === 0;
  return isPast ? [] : listing.more;
}

/** The entries of a list back to a day; nothing is published after it was last changed, and what has no date may be of any day. */
function pastOf({ items }: Listing, since: Day): FoundItem[] {
  const latest = ({ published, updatedAt }: FoundItem) =>
    published ? lastDay(published) : updatedAt ? dayOf(updatedAt) : since;
  return items.filter((item) => latest(item) >= since).map(({ older: _, ...item }) => item);
}

/**
 * Stores the cases of a list that concern us; gives the entries, those of cases that a person has tied to a pair with
 * the page to read.
 */
async function withCases({ context, settings }: Visit, items: FoundItem[]): Promise<FoundItem[]> {
  const { db, now } = context;
  const ours = items.flatMap((item) =>
    item.case && (item.case.isFollowed || item.case.relevance)
      ? [{ ...item.case, title: item.title ?? item.key, url: item.url }]
      : [],
  );
  if (ours.length === 0) return items;
  await saveCases(db, settings.id, ours, now());
  const decided = await pairsDecided(db, settings.id);
  if (decided.size === 0) return items;
  return items.map((item) =>
    item.case?.page && !item.page && decided.has(caseKey(item.case)) ? { ...item, page: item.case.page } : item,
  );
}

/** Stores rates and figures of a list, a piece at a time so that pages get their turn. */
async function saveSeries({ context, counts }: Visit, { rates = [], figures = [] }: Listing): Promise<void> {
  for (const some of chunks(rates, SERIES_AT_ONCE)) {
    count(counts, { rates: await saveRates(context.db, some, context.now()) });
    await breathe();
  }
  for (const some of chunks(figures, SERIES_AT_ONCE)) {
    count(counts, { figures: await saveFigures(context.db, some) });
    await breathe();
  }
}
