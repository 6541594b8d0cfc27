import type { Context } from '../context.ts';
import {
  countUnread,
  MOST_BEGUN,
  MOST_FAILURES,
  putBack,
  READER,
  setDocumentState,
  takeUnread,
  type WaitingDocument,
} from '../db/documents/reading.ts';
import { saveFacts } from '../db/ledger/facts.ts';
import { inDerivedTransaction } from '../db/open.ts';
import { EXTRACTOR_VERSION } from '../extract/version.ts';
import { READABLE_LANGUAGES, type StoredDocument } from '../model/document.ts';
import { SourceUnavailable, Unreadable } from '../model/errors.ts';
import { factsOf } from '../model/fact.ts';
import { type Reading, readInFullTo } from '../model/reading.ts';
import { sentenceOf } from './failure.ts';
import { breathe, type Job, type JobRun, type RunCounts } from './job.ts';

/** Twice as many as there are threads, so that none waits for the next document. */
const PER_THREAD = 2;
/** A shorter text is too little to tell its language by. */
const ENOUGH_TO_DETECT = 200;

/** Reads documents that wait: text in, facts with quotes out. */
export const read: Job = {
  name: 'read',
  about: 'Reads new documents and stores what they say of deals and reviews.',
  everySeconds: 15,
  limitSeconds: 1800,
  wakes: ['assemble'],
  hasWork: async ({ db }) => (await countUnread(db)) > 0,
  run: readWaiting,
};

/** Reads until nothing waits or the run is told to stop; gives how many documents ended how. */
export async function readWaiting(context: Context, run: JobRun): Promise<RunCounts> {
  const counts: RunCounts = { read: 0, facts: 0, unreadable: 0, unsupported: 0, failed: 0 };
  const atOnce = context.config.READ_WORKERS * PER_THREAD;
  while (!run.signal.aborted) {
    const waiting = await takeUnread(context.db, atOnce);
    if (waiting.length === 0) break;
    const stopped = await Promise.all(waiting.map((one) => readOne(context, one, counts, run)));
    if (stopped.includes(true)) break;
    await breathe();
  }
  return counts;
}

/** Gives true when the reader itself has been stopped. */
async function readOne(context: Context, waiting: WaitingDocument, counts: RunCounts, run: JobRun): Promise<boolean> {
  const { document, attempt } = waiting;
  try {
    if (attempt > MOST_BEGUN) throw new Unreadable('The program ended each time while this was being read.');
    const began = performance.now();
    const reading = await context.workers.understand({
      title: document.title,
      text: document.text,
      published: document.published,
      language: knownLanguage(document),
    });
    await store(context, document, reading, performance.now() - began, counts, run);
  } catch (cause) {
    if (cause instanceof SourceUnavailable) {
      await putBack(context.db, document.id);
      return true;
    }
    await setAside(context, waiting, sentenceOf(cause), counts, run);
  }
  return false;
}

/** What a page says of its own language is often the template's; a text long enough is asked itself. */
function knownLanguage({ language, text }: StoredDocument): string | null {
  return text.length >= ENOUGH_TO_DETECT ? null : language;
}

async function store(
  context: Context,
  document: StoredDocument,
  reading: Reading,
  millis: number,
  counts: RunCounts,
  run: JobRun,
): Promise<void> {
  const { language } = reading;
  const facts = factsOf(document.id, reading);
  const supported = READABLE_LANGUAGES.some((code) => code === language) || facts.length > 0;
  const saved = await inDerivedTransaction(context.db, async (trx) => {
    const readAt = context.now();
    const result = await saveFacts(trx, document.id, {
      extractor: READER,
      version: EXTRACTOR_VERSION,
      facts,
      readAt,
      millis,
    });
    const state = supported ? ('read' as const) : ('unsupported_language' as const);
    const reason = supported ? partlyRead(reading, document.text) : languageReason(language);
    await setDocumentState(trx, document.id, { state, reason, language });
    return result;
  });
  counts[supported ? 'read' : 'unsupported'] = (counts[supported ? 'read' : 'unsupported'] ?? 0) + 1;
  counts.facts = (counts.facts ?? 0) + saved.saved;
  if (saved.dropped > 0) {
    run.warn(`${saved.dropped} facts of "${document.title}" were dropped: their quotes do not stand in the text.`);
  }
}

/** Takes a reading and its text; says how far the text was read, or null where all of it was. */
export function partlyRead(reading: Reading, text: string): string | null {
  const place = readInFullTo(reading, text);
  return place === null
    ? null
    : `It tells of very many deals. It was read in full as far as “${place} …”; deals told after that may be missing.`;
}

function languageReason(language: string): string {
  if (language === 'und') return 'Its language could not be told.';
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  return `It is in ${name}; English, French, German, Spanish and Italian are read.`;
}

/** A document that fails is tried once more, then set aside with the reason; the others go on. */
async function setAside(
  context: Context,
  { document, attempt }: WaitingDocument,
  reason: string,
  counts: RunCounts,
  run: JobRun,
): Promise<void> {
  if (attempt < MOST_FAILURES) {
    counts.failed = (counts.failed ?? 0) + 1;
    return;
  }
  counts.unreadable = (counts.unreadable ?? 0) + 1;
  await setDocumentState(context.db, document.id, { state: 'unreadable', reason });
  run.warn(`"${document.title}" could not be read: ${reason}`);
}
