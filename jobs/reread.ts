import type { Context } from '../context.ts';
import {
  finishComparing,
  keepProposed,
  nextToCompare,
  outOfLine,
  type ProposedReading,
  type Rereading,
  rereadingOf,
} from '../db/documents/proposed-readings.ts';
import { countUnread, READER, setDocumentState } from '../db/documents/reading.ts';
import { saveFacts, takeBackReading } from '../db/ledger/facts.ts';
import { inDerivedTransaction } from '../db/open.ts';
import { EXTRACTOR_VERSION } from '../extract/version.ts';
import type { StoredDocument } from '../model/document.ts';
import { SourceUnavailable } from '../model/errors.ts';
import { factsOf } from '../model/fact.ts';
import { sentenceOf } from './failure.ts';
import { breathe, type Job, type JobRun, type RunCounts } from './job.ts';
import { partlyRead } from './read.ts';

/** Twice as many as there are threads, so that none waits for the next document. */
const PER_THREAD = 2;
/** Documents brought in line between two looks at the signal. */
const IN_LINE_AT_ONCE = 20;

/** Reads stored documents with a newer reader, and does what was decided about what it found otherwise. */
export const reread: Job = {
  name: 'reread',
  about: 'Compares what a newer reader finds in stored documents, and puts it in force once it has been accepted.',
  everySeconds: 60,
  limitSeconds: 1800,
  wakes: ['assemble'],
  hasWork,
  run: rereadDocuments,
};

/** New documents come first: they wait for nobody's decision. */
async function hasWork({ db }: Context): Promise<boolean> {
  const rereading = await rereadingOf(db, EXTRACTOR_VERSION);
  if (!rereading) return false;
  if (rereading.state === 'comparing') return (await countUnread(db)) === 0;
  return (await outOfLine(db, rereading, 1)).length > 0;
}

/** Goes on until there is nothing to do or the run is told to stop; gives how many documents were compared, put in and taken back. */
export async function rereadDocuments(context: Context, run: JobRun): Promise<RunCounts> {
  const counts: RunCounts = { compared: 0, accepted: 0, takenBack: 0 };
  for (;;) {
    const rereading = await rereadingOf(context.db, EXTRACTOR_VERSION);
    if (!rereading || run.signal.aborted) return counts;
    const done =
      rereading.state === 'comparing' ? compareSome(context, rereading, run) : bringInLine(context, rereading);
    const n = await done;
    if (n === 0) return counts;
    const what = { comparing: 'compared', accepted: 'accepted', rejected: 'takenBack', ready: 'compared' }[
      rereading.state
    ];
    counts[what] = (counts[what] ?? 0) + n;
    await breathe();
  }
}

/** Gives how many documents were compared; 0 when none was left, or the reader itself has been stopped. */
async function compareSome(context: Context, rereading: Rereading, run: JobRun): Promise<number> {
  const { db } = context;
  const some = await nextToCompare(db, rereading, context.config.READ_WORKERS * PER_THREAD);
  const last = some.at(-1);
  if (!last) {
    await finishComparing(db, rereading.id, context.now());
    return 0;
  }
  try {
    const read = await Promise.all(some.map(({ document }) => readAnew(context, document, run)));
    await keepProposed(
      db,
      rereading.id,
      last.reading,
      read.flatMap((one) => one ?? []),
    );
    return some.length;
  } catch (cause) {
    if (cause instanceof SourceUnavailable) return 0;
    throw cause;
  }
}

/** What the reader finds now; null where it fails, which is no reason to give up what was read. */
async function readAnew(context: Context, document: StoredDocument, run: JobRun): Promise<ProposedReading | null> {
  const { id, title, text, published, language } = document;
  const began = performance.now();
  try {
    const reading = await context.workers.understand({ title, text, published, language });
    const facts = factsOf(id, reading);
    const millis = performance.now() - began;
    return { documentId: id, facts, language: reading.language, millis, reason: partlyRead(reading, text) };
  } catch (cause) {
    if (cause instanceof SourceUnavailable) throw cause;
    run.warn(`"${title}" could not be read anew and stays as it was: ${sentenceOf(cause)}`);
    return null;
  }
}

/** Does what was decided, some documents at a time; gives how many. */
async function bringInLine({ db, now }: Context, rereading: Rereading): Promise<number> {
  const { state, version } = rereading;
  const some = await outOfLine(db, rereading, IN_LINE_AT_ONCE);
  for (const { documentId, facts, language, millis, reason = null } of some) {
    await inDerivedTransaction(db, async (trx) => {
      if (state === 'rejected') return takeBackReading(trx, documentId, READER, version);
      await saveFacts(trx, documentId, { extractor: READER, version, facts, readAt: now(), millis });
      await setDocumentState(trx, documentId, { state: 'read', reason, language });
    });
  }
  return some.length;
}
