import type { Context } from '../context.ts';
import { type ClaimedSource, extendSourceLease } from '../db/sources/source-turns.ts';
import { addMs, type Day, type Instant } from '../model/day.ts';
import type { Source, SourceSettings } from '../sources/source.ts';
import type { RunCounts } from './job.ts';

/** One turn at a source: what it works with, and what has come of it so far. */
export interface Visit {
  context: Context;
  claimed: ClaimedSource;
  definition: Source;
  settings: SourceSettings;
  signal: AbortSignal;
  counts: RunCounts;
  warnings: string[];
  /** When it began: what was seen earlier was seen by an earlier visit. */
  began: Instant;
  /** Set when older lists are read: entries before that day are left out, lists are read though they have not changed. */
  since: Day | null;
  /** True when somebody asked for the past: its documents are no news and send no alerts. */
  isPast: boolean;
}

export const LEASE_MS = 120_000;

/** Keeps the source while it is being read; false when the lease has run out and another has it. */
export function holdOn({ context, claimed }: Visit, longerMs = 0): Promise<boolean> {
  return extendSourceLease(context.db, claimed.source.id, claimed.lease, addMs(context.now(), LEASE_MS + longerMs));
}

/** Adds to what a visit has counted. */
export function count(counts: RunCounts, more: RunCounts): void {
  for (const [name, n] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + n;
}
