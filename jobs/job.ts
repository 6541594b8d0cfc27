import type { Context } from '../context.ts';
import type { RunCounts } from '../db/runs.ts';

export type { RunCounts } from '../db/runs.ts';

/** What a run of a job is handed beside the context. */
export interface JobRun {
  /** Set when the program stops or the run takes too long: finish the step at hand and return. */
  signal: AbortSignal;
  /** True where this process serves no pages: work is done in large steps, which cost less than small ones. */
  alone?: boolean;
  /** Notes something that a person should see and that is no failure of the run. */
  warn(sentence: string): void;
}

/** One line of the schedule. */
export interface Job {
  name: string;
  /** What it does, for people. */
  about: string;
  everySeconds: number;
  /** A run that takes longer is given up. */
  limitSeconds: number;
  /** True when there is something to do; asked before each run, so that idle runs leave no rows. */
  hasWork?(context: Context): Promise<boolean>;
  /** Jobs that have something to do after this one has done something. */
  wakes?: readonly string[];
  run(context: Context, run: JobRun): Promise<RunCounts>;
}

/** Lets pages be served between two steps of long work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
