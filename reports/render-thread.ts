import { Worker } from 'node:worker_threads';
import { DealwatchError } from '../model/errors.ts';
import type { FrozenReport } from '../model/frozen-report.ts';
import type { ReportFormat } from '../model/report.ts';
import { renderReport } from './render.ts';

/** What the thread is handed, and what it says at its end. */
export interface RenderTask {
  report: FrozenReport;
  id: string;
  format: ReportFormat;
}
export type RenderOutcome = { ok: true; file: Uint8Array } | { ok: false; sentence: string };

/** Up to so many deals are laid out in less time than a thread takes to begin. */
const SMALL = 5;
/** Formats that lay out pages or sheets; the others are text that is written at once. */
const SLOW: readonly ReportFormat[] = ['pdf', 'docx', 'xlsx'];
const LONGEST_MS = 180_000;
const MEMORY_MB = 1_024;
/** Threads at the same time: people wait for each other here, and not for the pages of everybody else. */
const MOST = 2;

/** Threads run compiled code; from TypeScript sources (tests) that is what `npm run build` left in dist/. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../dist/reports/render-entry.js' : './render-entry.js',
  import.meta.url,
);

let running = 0;
const waiting: (() => void)[] = [];

/**
 * The file of a frozen report, as `renderReport` gives it. Hundreds of pages are laid out in a thread of their own, since
 * everybody else would wait meanwhile. Throws DealwatchError when that takes too long or too much memory.
 */
export async function renderApart(report: FrozenReport, id: string, format: ReportFormat): Promise<Buffer> {
  if (report.entries.length <= SMALL || !SLOW.includes(format)) return renderReport(report, id, format);
  while (running >= MOST) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return Buffer.from(await inThread({ report, id, format }));
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function inThread(workerData: RenderTask): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    const clock = setTimeout(() => void thread.terminate(), LONGEST_MS);
    thread.once('message', (outcome: RenderOutcome) => {
      if (outcome.ok) resolve(outcome.file);
      else reject(new DealwatchError(outcome.sentence));
    });
    thread.once('error', (cause) => reject(new DealwatchError(TOO_MUCH, { cause })));
    thread.once('exit', () => {
      clearTimeout(clock);
      reject(new DealwatchError(TOO_MUCH));
    });
  });
}

const TOO_MUCH = 'This report is too large for that format. Narrow its filter, or take it as CSV, JSON or Markdown.';
