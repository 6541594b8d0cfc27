import { openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { createHistogram } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a server before its own program (`node --import`): measures how much processor time each turn of its event
 * loop takes, which other work on the machine does not change, and leaves the figures in the file that TURNS_FILE names
 * when the server ends or gets SIGUSR2, which also begins anew.
 */
export interface Turns {
  /** Milliseconds of processor. */
  median: number;
  p99: number;
  p999: number;
  most: number;
  count: number;
}

const EVERY_MS = 1;
const schedstat = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
const bytes = Buffer.alloc(64);
let turns = createHistogram();
let last = processorNanos();

/** What the main thread has had of processors since it began (first figure of schedstat, Linux). */
function processorNanos(): number {
  const length = readSync(schedstat, bytes, 0, bytes.length, 0);
  return Number(bytes.toString('latin1', 0, length).split(' ')[0]);
}

function tell(): void {
  const ms = (share: number) => turns.percentile(share) / 1e6;
  const figures: Turns = { median: ms(50), p99: ms(99), p999: ms(99.9), most: turns.max / 1e6, count: turns.count };
  const file = process.env.TURNS_FILE ?? 'turns.json';
  writeFileSync(`${file}.part`, JSON.stringify(figures));
  renameSync(`${file}.part`, file);
  turns = createHistogram();
}

/** Threads that read documents load this too, and are none of its business. */
if (isMainThread) {
  setInterval(() => {
    const now = processorNanos();
    turns.record(Math.max(1, now - last));
    last = now;
  }, EVERY_MS).unref();
  process.on('SIGUSR2', tell);
  process.on('exit', tell);
}
