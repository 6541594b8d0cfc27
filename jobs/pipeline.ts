import type { Context } from '../context.ts';
import { countUnread } from '../db/documents/reading.ts';
import { dirtyPairs } from '../db/ledger/dirty.ts';
import { assembleDirty } from './assemble.ts';
import type { JobRun, RunCounts } from './job.ts';
import { readWaiting } from './read.ts';

/**
 * Takes everything stored through reading, assembly and screens, until nothing waits; gives what was done. It needs no
 * schedule and takes no lease: each step writes only what differs, so a second one beside it does no harm.
 */
export async function takeThrough(context: Context): Promise<{ counts: RunCounts; warnings: string[] }> {
  const warnings: string[] = [];
  const { signal } = new AbortController();
  const run: JobRun = { signal, alone: true, warn: (sentence) => warnings.push(sentence) };
  const counts: RunCounts = {};
  const add = (more: RunCounts) => {
    for (const [name, n] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + n;
  };
  while (await isWaiting(context)) {
    add(await readWaiting(context, run));
    add(await assembleDirty(context, run));
  }
  return { counts, warnings };
}

async function isWaiting({ db }: Context): Promise<boolean> {
  return (await countUnread(db)) > 0 || (await dirtyPairs(db, 1)).length > 0;
}
