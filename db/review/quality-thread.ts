import { Worker } from 'node:worker_threads';
import { addMs, type Instant } from '../../model/day.ts';
import { DealwatchError } from '../../model/errors.ts';
import { type Database, fileOf } from '../open.ts';
import type { ReadingLine } from './quality.ts';

/** Reading by language and by class of source. */
export interface ReadingLines {
  languages: ReadingLine[];
  classes: ReadingLine[];
}

/** What the thread says at its end. */
export type ReadingOutcome = { ok: true; lines: ReadingLines } | { ok: false; sentence: string };

/** Threads run compiled code; from TypeScript sources (tests) that is what `npm run build` left in dist/. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/db/review/quality-entry.js' : './quality-entry.js',
  import.meta.url,
);
/** How long figures over all documents are shown before they are counted anew. */
const KEPT_MS = 10 * 60_000;

interface Kept {
  until: Instant;
  lines: Promise<ReadingLines>;
}

const kept = new WeakMap<Database, Kept>();

/**
 * Counts what was read in every document, in a thread of its own: at a million documents that takes seconds, and everybody
 * else's pages would wait. Figures stand for ten minutes.
 */
export function readingApart(db: Database, now: Instant): Promise<ReadingLines> {
  const known = kept.get(db);
  if (known && now < known.until) return known.lines;
  const lines = count(fileOf(db));
  kept.set(db, { until: addMs(now, KEPT_MS), lines });
  lines.catch(() => kept.delete(db));
  return lines;
}

function count(file: string): Promise<ReadingLines> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, { workerData: file });
    thread.once('message', (outcome: ReadingOutcome) => {
      if (outcome.ok) resolve(outcome.lines);
      else reject(new DealwatchError(outcome.sentence));
    });
    thread.once('error', (cause) => reject(new DealwatchError(`Counting failed (${cause.message}).`, { cause })));
    thread.once('exit', () => reject(new DealwatchError('Counting was broken off.')));
  });
}
