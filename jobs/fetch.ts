import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { saveDocument } from '../db/documents/documents.ts';
import { sha256 } from '../db/documents/identity.ts';
import { saveFacts } from '../db/ledger/facts.ts';
import { inTransaction } from '../db/open.ts';
import { finishRun, startRun } from '../db/runs.ts';
import { caseKey, pairsDecided, saveCaseDetails } from '../db/sources/cases.ts';
import { countWaitingItems, itemFailed, itemPostponed, itemRead, waitingItems } from '../db/sources/items.ts';
import { keepAsRead } from '../db/sources/look-again.ts';
import { type ClaimedSource, claimSource, finishSource, hasDueSource } from '../db/sources/source-turns.ts';
import { makeDue } from '../db/sources/sources.ts';
import { commonName } from '../model/company.ts';
import { addMs, dayOf, type Instant } from '../model/day.ts';
import { DealwatchError, SourceBlocked, SourceChanged, SourceUnavailable } from '../model/errors.ts';
import { type Fact, withId } from '../model/fact.ts';
import { findSource } from '../sources/index.ts';
import type { CaseEvent, Fetched, FoundItem, ReadPage } from '../sources/source.ts';
import { catchUp } from './catch-up.ts';
import { sentenceOf } from './failure.ts';
import type { Job, JobRun, RunCounts } from './job.ts';
import { readLists } from './lists.ts';
import { pageRequest } from './source-request.ts';
import { count, holdOn, LEASE_MS, type Visit } from './visit.ts';

/** Sources read side by side; the fetcher keeps each site's own pace. */
const AT_ONCE = 4;
/** A source with much to read goes on at its next turn, so that others get theirs. */
const MOST_ITEMS = 100;
const GO_ON_AFTER_MS = 60_000;
/** So many pages in a row that cannot be reached mean that the site is down. */
const MOST_UNREACHED = 3;
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

/** Reads one source that was claimed, what is new there. */
function fetchSource(context: Context, claimed: ClaimedSource, signal: AbortSignal): Promise<SourceOutcome> {
  return visitSource(context, claimed, { signal, since: null }, async (visit) => {
    const missed = await readLists(visit);
    if (missed) await catchUp(visit, missed);
    await readItems(visit);
  });
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
    began: now(),
    since,
    isPast: since !== null,
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
  const left = await countWaitingItems(db, id, now());
  if (left > 0) count(counts, { waiting: left });
  // What was broken off half-way says nothing about what is new there: it is not counted as a look.
  const interrupted = signal.aborted;
  const end = { now: now(), counts, warnings, error, millis: performance.now() - began };
  await finishRun(db, runId, interrupted ? { ...end, state: 'abandoned' } : end);
  const unreachable = failure instanceof SourceUnavailable;
  const retryAfterMs = retryAfterOf(failure, now());
  await finishSource(db, claimed, { now: now(), error, retryAfterMs, unreachable, interrupted });
  if (left > 0 && !error && !interrupted) await makeDue(db, id, addMs(now(), GO_ON_AFTER_MS));
  return { counts, warnings, error };
}

function retryAfterOf(cause: unknown, now: Instant): number | undefined {
  const after = (cause as { retryAfter?: Instant | null } | null)?.retryAfter;
  return after ? Date.parse(after) - Date.parse(now) : undefined;
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
      const isDown = cause instanceof SourceUnavailable;
      if (item.again && !isDown) {
        // What was read of it the first time stays; the page may have gone behind a wall meanwhile.
        await keepAsRead(db, settings.id, item.key);
        continue;
      }
      count(counts, { failed: 1 });
      warnings.push(`${item.title ?? item.url ?? item.key}: ${error}`);
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
      backFill: visit.isPast || item.ofPast === true,
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
