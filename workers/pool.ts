import { Piscina } from 'piscina';
import { SourceUnavailable, Unreadable } from '../model/errors.ts';
import type { ReadInput, Reading } from '../model/reading.ts';
import type { ReturnedMail } from '../model/returned-mail.ts';
import type { Article, ArticlePage } from '../sources/article/article.ts';
import type { FileText, GivenFile } from '../sources/files/file.ts';
import type { OutlinedFeed } from '../sources/lists/opml.ts';
import type { Fetched, FoundItem, Listing, ReadPage, SourceSettings } from '../sources/source.ts';
import { createGate } from './gate.ts';
import { type Outcome, type Results, revive, type Task } from './task.ts';

/** The threads that parse and read, so that pages stay quick and a hostile document harms nobody. */
export interface Workers {
  list(sourceId: string, page: Fetched, settings: SourceSettings): Promise<Listing>;
  read(sourceId: string, page: Fetched | null, item: FoundItem, settings: SourceSettings): Promise<ReadPage>;
  article(page: ArticlePage): Promise<Article>;
  /** A file that somebody hands in: PDF, Word, mail, page or text. */
  file(file: GivenFile): Promise<FileText>;
  /** The feeds in an OPML list. */
  opml(bytes: Uint8Array): Promise<OutlinedFeed[]>;
  /** What a mail server says of a mail that it sends back; null when it is no such notice. */
  returned(bytes: Uint8Array): Promise<ReturnedMail | null>;
  understand(input: ReadInput): Promise<Reading>;
  /** Lets nothing new begin, ends the threads. */
  close(): Promise<void>;
}

export interface WorkersOptions {
  threads: number;
  /** Longest time for one task once a thread has taken it, in milliseconds; default by kind of task. */
  deadlineMs?: number;
  /** Most memory of one thread, in MB; default 512. */
  memoryMb?: number;
}

/** Ten times and more what an honest page needs on a slow machine, the start of a fresh thread included. */
const DEADLINES: Record<Task['do'], number> = {
  list: 8_000,
  read: 8_000,
  article: 8_000,
  file: 30_000,
  opml: 8_000,
  returned: 8_000,
  understand: 20_000,
};
/** Slower than any dump has been read. */
const BYTES_PER_MS = 1_000;
const IDLE_MS = 60_000;
/** Pages have the processor first (a third of it is left to a thread where both want all of it). */
const NICER_BY = 5;

/** Threads run compiled code; from TypeScript sources (tests) that is what `npm run build` left in dist/. */
const entry = new URL(import.meta.url.endsWith('.ts') ? '../dist/workers/entry.js' : './entry.js', import.meta.url);

/**
 * Gives the pool. A task that fails rejects with the error of its own; one that crashes, runs out of memory or
 * passes its deadline rejects with Unreadable, its thread is replaced and the others go on.
 */
export function createWorkers({ threads, deadlineMs, memoryMb = 512 }: WorkersOptions): Workers {
  const pool = new Piscina({
    filename: entry.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    niceIncrement: NICER_BY,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
  });
  // A thread that dies between tasks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const gate = createGate(threads);

  async function run<K extends Task['do']>(task: Extract<Task, { do: K }>): Promise<Results[K]> {
    const outcome = await gate(() => attempt(pool, task, deadlineMs ?? deadlineFor(task)));
    if (!outcome.ok) throw revive(outcome.failure);
    return outcome.value as Results[K];
  }

  return {
    list: (sourceId, page, settings) => run({ do: 'list', sourceId, page, settings }),
    read: (sourceId, page, item, settings) => run({ do: 'read', sourceId, page, item, settings }),
    article: (page) => run({ do: 'article', page }),
    file: (file) => run({ do: 'file', file }),
    opml: (bytes) => run({ do: 'opml', bytes }),
    returned: (bytes) => run({ do: 'returned', bytes }),
    understand: (input) => run({ do: 'understand', input }),
    close: () => pool.destroy(),
  };
}

/** A register's dump of tens of megabytes takes its time; a page of the usual size does not get more than usual. */
function deadlineFor(task: Task): number {
  const bytes = task.do === 'list' ? task.page.body.length : 0;
  return DEADLINES[task.do] + Math.floor(bytes / BYTES_PER_MS);
}

async function attempt(pool: Piscina<Task, Outcome>, task: Task, deadlineMs: number): Promise<Outcome> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), deadlineMs);
  try {
    return await pool.run(task, { signal: controller.signal });
  } catch (cause) {
    throw inWords(cause as Error & { code?: string }, deadlineMs);
  } finally {
    clearTimeout(timer);
  }
}

function inWords(cause: Error & { code?: string }, deadlineMs: number): Error {
  if (cause.name === 'AbortError') {
    return new Unreadable(`Reading took longer than ${Math.round(deadlineMs / 1000)} s and was broken off.`, { cause });
  }
  if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new Unreadable('Reading needed more memory than a page may take and was broken off.', { cause });
  }
  if (/terminating worker thread|pool is closed|destroyed/i.test(cause.message)) {
    return new SourceUnavailable('The reader was stopped before this was read.', { cause });
  }
  return new Unreadable(`The reader failed on this page (${cause.message}).`, { cause });
}
