import { parentPort, workerData } from 'node:worker_threads';
import { renderReport } from './render.ts';
import type { RenderOutcome, RenderTask } from './render-thread.ts';

/** Runs in a thread of its own: one file of a frozen report. */
const { report, id, format } = workerData as RenderTask;

const outcome = await renderReport(report, id, format).then(
  (file): RenderOutcome => ({ ok: true, file: new Uint8Array(file) }),
  (cause: unknown): RenderOutcome => ({ ok: false, sentence: cause instanceof Error ? cause.message : String(cause) }),
);
parentPort?.postMessage(outcome);
