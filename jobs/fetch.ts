import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { caseKey, pairsDecided, saveCaseDetails, saveCases } from '../db/cases.ts';
import { chunks } from '../db/chunks.ts';
import { saveDocument } from '../db/documents.ts';
import { saveFacts } from '../db/facts.ts';
import { saveFigures } from '../db/figures.ts';
import { sha256 } from '../db/identity.ts';
import {
  cacheOf,
  countWaitingItems,
  itemFailed,
  itemPostponed,
  itemRead,
  saveListing,
  waitingItems,
} from '../db/items.ts';
import { inTransaction } from '../db/open.ts';
import { saveRates } from '../db/rates.ts';
import { finishRun, listedBefore, startRun } from '../db/runs.ts';
import { type ClaimedSource, claimSource, extendSourceLease, finishSource, hasDueSource } from '../db/source-turns.ts';
import { makeDue } from '../db/sources.ts';
import { commonName } from '../model/company.ts';
import { addMs, type Day, dayOf, type Instant, lastDay } from '../model/day.ts';
import { DealwatchError, SourceBlocked, SourceChanged, SourceUnavailable } from '../model/errors.ts';
import { type Fact, withId } from '../model/fact.ts';
import { findSource } from '../sources/index.ts';
import {
  type CaseEvent,
  type Fetched,
  type FoundItem,
  type Listing,
  type ReadPage,
  type Source,
  type SourceSettings,
  startOf,
} from '../sources/source.ts';
import { sentenceOf } from './failure.ts';
import { breathe, type Job, type JobRun, type RunCounts } from './job.ts';
import { listRequest, pageRequest } from './source-request.ts';

/** Sources read side by side; the fetcher keeps each site's own pace. */
const AT_ONCE = 4;
const LEASE_MS = 120_000;
/** A source with much to read goes on at its next turn, so that others get theirs. */
const MOST_ITEMS = 100;
const MOST_LISTS = 20;
const SERIES_AT_ONCE = 2_000;
const GO_ON_AFTER_MS = 60_000;
/** So many pages in a row that cannot be reached mean that the site is down. */
const MOST_UNREACHED = 3;
/** A list that has shrunk to less than a fifth is worth a warning; a short one comes and goes. */
const SHRUNK = 5;
const FEW_ENTRIES = 10;
/** The name under which an official page's own steps are stored. */
const PAGE_FACTS = { extractor: 'source', version: '1' } as const;

/** Fetches the sources that are due. */
export const fetchSources: Job = {
  name: 'fetch',
  about: 'Fetches the sources that are due and stores what is new there.',
  everySeconds: 15,
  limitSeconds: 3600,
  wakes: ['read', 'assemble'],
  hasWork: ({ db, now }) => hasDueSource(db, now()),
  run: fetchDue,
};

/** Reads due sources until none is left; a source that fails costs no other its turn. */
export async function fetchDue(context: Context, run: JobRun): Promise<RunCounts> {
  const counts: RunCounts = { sources: 0, failed: 0, documents: 0 };
  const oneAfterAnother = async () => {
    while (!run.signal.aborted) {
      const claimed = await claimSource(context.db, context.now(), LEASE_MS);
      if (!claimed) return;
      const outcome = await fetchSource(context, claimed, run.signal);
      counts.sources = (counts.sources ?? 0) + 1;
      counts.documents = (counts.documents ?? 0) + (outcome.counts.documents ?? 0);
      if (outcome.error) counts.failed = (counts.failed ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterAnother));
  return counts;
}

export interface SourceOutcome {
  counts: RunCounts;
  warnings: string[];
  error: string | null;
}

/** One turn at a source: what it works with, and what has come of it so far. */
export interface Visit {
  context: Context;
  claimed: ClaimedSource;
  definition: Source;
  settings: SourceSettings;
  signal: AbortSignal;
  counts: RunCounts;
  warnings: string[];
  /** Set when the past is filled in: entries before that day are left out, lists are read though they have not changed. */
  since: Day | null;
}

/** Reads one source that was claimed, what is new there. */
function fetchSource(context: Context, claimed: ClaimedSource, signal: AbortSignal): Promise<SourceOutcome> {
  return visitSource(context, claimed, { signal, since: null }, async (visit) => {
    await readLists(visit);
    await noteShrinking(visit);
    await readItems(visit);
  });
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

/** Works at a source that was claimed and hands it back; whatever goes wrong ends in its row and its run. */
export async function visitSource(
  context: Context,
  claimed: ClaimedSource,
  { signal, since }: Pick<Visit, 'signal' | 'since'>,
  work: (visit: Visit) => Promise<void>,
): Promise<SourceOutcome> {
  const { db, now, log } = context;
  const { id, url, publisher, sourceClass, shape, only } = claimed.source;
  const runId = await startRun(db, { job: 'fetch', sourceId: id, now: now() });
  const began = performance.now();
  const visit: Visit = {
    context,
    claimed,
    definition: findSource(id),
    settings: { id, url, publisher, sourceClass, shape, only },
    signal,
    counts: { listed: 0, new: 0, changed: 0, documents: 0, failed: 0 },
    warnings: [],
    since,
  };
  let failure: unknown = null;
  try {
    await work(visit);
  } catch (cause) {
    failure = cause;
    log.warn({ source: id, ...(cause instanceof DealwatchError ? {} : { err: cause }) }, sentenceOf(cause));
  }
  const { counts, warnings } = visit;
  const error = failure === null ? null : sentenceOf(failure);
  // What was broken off half-way says nothing about what is new there: it is not counted as a look.
  const interrupted = signal.aborted;
  const end = { now: now(), counts, warnings, error, millis: performance.now() - began };
  await finishRun(db, runId, interrupted ? { ...end, state: 'abandoned' } : end);
  const unreachable = failure instanceof SourceUnavailable;
  const retryAfterMs = retryAfterOf(failure, now());
  await finishSource(db, claimed, { now: now(), error, retryAfterMs, unreachable, interrupted });
  const isLeft = !error && !interrupted && (await countWaitingItems(db, id, now())) > 0;
  if (isLeft) await makeDue(db, id, addMs(now(), GO_ON_AFTER_MS));
  return { counts, warnings, error };
}

function retryAfterOf(cause: unknown, now: Instant): number | undefined {
  const after = (cause as { retryAfter?: Instant | null } | null)?.retryAfter;
  return after ? Date.parse(after) - Date.parse(now) : undefined;
}

/** Fetches the lists and stores their entries; what is new or changed then waits to be read. */
async function readLists(visit: Visit): Promise<void> {
  const { context, definition, settings, signal } = visit;
  const start = startOf(definition, settings, dayOf(context.now()));
  try {
    await readListsFrom(visit, start);
  } catch (cause) {
    if (settings.url || !definition.instead || !(cause instanceof DealwatchError) || signal.aborted) throw cause;
    visit.warnings.push(`The usual list could not be used, another was read instead. ${cause.message}`);
    await readListsFrom(visit, definition.instead);
  }
}

async function readListsFrom(visit: Visit, start: readonly string[]): Promise<void> {
  const { signal } = visit;
  const queue = [...start];
  const seen = new Set<string>();
  for (let url = queue.shift(); url !== undefined && !signal.aborted; url = queue.shift()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const more = await readList(visit, url, start.includes(url));
    if (seen.size + queue.length < MOST_LISTS) queue.push(...more);
  }
}

/**
 * Fetches one list and stores its entries; gives the further lists that it names. A first list that is shorter than
 * usual is taken for a page that has changed.
 */
export async function readList(visit: Visit, url: string, isStart: boolean): Promise<string[]> {
  const { context, definition, settings, counts, warnings } = visit;
  const { db, fetcher, workers, now } = context;
  const request = listRequest(definition, url, context.config);
  await holdOn(visit, request.deadlineMs);
  const cached = visit.since ? null : await cacheOf(db, url);
  const page = await fetcher.get(url, { ...cached, ...request });
  await holdOn(visit);
  if ('notModified' in page) {
    if (!cached?.etag && !cached?.lastModified) {
      throw new SourceChanged('The site says "not modified" though nothing was fetched from it before.');
    }
    return [];
  }
  const listing = await workers.list(settings.id, page, settings);
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
  await saveSeries(visit, listing);
  const items = await withCases(
    visit,
    listing.items.filter((item) => isWanted(item, visit.since)),
  );
  const cache = { etag: page.etag, lastModified: page.lastModified };
  const stored = await saveListing(db, settings.id, { url, cache, items, now: now() });
  count(counts, { listed: listing.listed, new: stored.isNew, changed: stored.changed });
  const isPast = listing.items.length > 0 && items.length === 0;
  return isPast ? [] : listing.more;
}

/** An entry without a date may be of any day. */
const isWanted = ({ published }: FoundItem, since: Day | null) => !since || !published || lastDay(published) >= since;

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

/** Reads entries that wait, also those that an earlier run left; one that fails costs no other its turn. */
export async function readItems(visit: Visit): Promise<void> {
  const { context, settings, signal, counts, warnings } = visit;
  const { db, now } = context;
  let unreached = 0;
  for (const item of await waitingItems<FoundItem>(db, settings.id, now(), MOST_ITEMS)) {
    if (signal.aborted || !(await holdOn(visit))) return;
    try {
      await readItem(visit, item);
      unreached = 0;
    } catch (cause) {
      const error = sentenceOf(cause);
      count(counts, { failed: 1 });
      warnings.push(`${item.title ?? item.url ?? item.key}: ${error}`);
      const isDown = cause instanceof SourceUnavailable;
      await (isDown ? itemPostponed : itemFailed)(db, settings.id, item, { now: now(), error });
      unreached = isDown ? unreached + 1 : 0;
      if (unreached >= MOST_UNREACHED || (isDown && cause.retryAfter)) throw cause;
    }
  }
}

async function readItem(visit: Visit, item: FoundItem): Promise<void> {
  const { context, settings, counts, warnings } = visit;
  const { db, now } = context;
  const { page, read } = await readPage(visit, item);
  warnings.push(...read.warnings);
  const hash = page ? createHash('sha256').update(page.body).digest('hex') : sha256(read.document.text);
  const fetchedAt = page?.fetchedAt ?? now();
  const decided = read.events.length > 0 ? await pairsDecided(db, settings.id) : new Map();
  const { isNew } = await inTransaction(db, async (trx) => {
    const saved = await saveDocument(trx, {
      ...read.document,
      sourceId: settings.id,
      hash,
      fetchedAt,
      backFill: visit.since !== null,
    });
    if (read.events.length > 0) {
      const facts = read.events.map((event) => factOf(saved.id, { ...event, ...decided.get(caseKey(event)) }));
      await saveFacts(trx, saved.id, { ...PAGE_FACTS, facts, readAt: now(), millis: 0 });
    }
    if (read.details) await saveCaseDetails(trx, read.details, read.details, dayOf(now()));
    await itemRead(trx, settings.id, item, saved.id);
    return saved;
  });
  count(counts, { documents: isNew ? 1 : 0, steps: read.events.length });
}

/** The item's own page; when it is refused or gone, what the list itself says of the item. */
async function readPage(visit: Visit, item: FoundItem): Promise<{ page: Fetched | null; read: ReadPage }> {
  const { context, settings } = visit;
  const { fetcher, workers } = context;
  if (item.page === null) return { page: null, read: await workers.read(settings.id, null, item, settings) };
  try {
    const page = await fetcher.get(item.page, pageRequest(visit.definition, item.page, context.config));
    if ('notModified' in page) throw new SourceChanged('The site says "not modified" to a first request.');
    return { page, read: await workers.read(settings.id, page, item, settings) };
  } catch (cause) {
    if (item.document === null || !(cause instanceof SourceBlocked || cause instanceof SourceChanged)) throw cause;
    const read = await workers.read(settings.id, null, item, settings);
    const warning = `${item.title ?? item.page}: only what the list says was taken. ${cause.message}`;
    return { page: null, read: { ...read, warnings: [...read.warnings, warning] } };
  }
}

/** A step that an official page states, as a fact with its place on the page. */
function factOf(documentId: string, event: CaseEvent): Fact {
  return withId({
    type: 'scrutiny',
    documentId,
    confidence: 1,
    background: false,
    evidence: [event.evidence],
    stage: event.stage,
    authority: event.authority,
    acquirer: event.acquirer === null ? null : commonName(event.acquirer),
    target: event.target === null ? null : commonName(event.target),
    status: event.status,
    date: event.date,
  });
}

/** Keeps the source while it is being read; false when the lease has run out and another has it. */
function holdOn({ context, claimed }: Visit, longerMs = 0): Promise<boolean> {
  return extendSourceLease(context.db, claimed.source.id, claimed.lease, addMs(context.now(), LEASE_MS + longerMs));
}

function count(counts: RunCounts, more: RunCounts): void {
  for (const [name, n] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + n;
}
