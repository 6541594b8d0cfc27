import { parentPort, workerData } from 'node:worker_threads';
import { closeDatabase, openDatabase } from '../open.ts';
import { readingBy } from './quality.ts';
import type { ReadingOutcome } from './quality-thread.ts';

/** Runs in a thread of its own: one count over all documents, on a connection of its own. */
async function count(): Promise<ReadingOutcome> {
  try {
    const db = await openDatabase(workerData as string);
    const lines = { languages: await readingBy(db, 'language'), classes: await readingBy(db, 'source_class') };
    await closeDatabase(db);
    return { ok: true, lines };
  } catch (cause) {
    return { ok: false, sentence: cause instanceof Error ? cause.message : String(cause) };
  }
}

parentPort?.postMessage(await count());
