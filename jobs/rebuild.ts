import type { Context } from '../context.ts';
import { compareDerived, countAnew, derivedState, dropDerived, markForRebuild } from '../db/ledger/derived.ts';
import { assembleAnew } from './assemble.ts';
import type { JobRun } from './job.ts';
import { takeThrough } from './pipeline.ts';

export interface Rebuilt {
  /** Pairs that stood before. */
  pairs: number;
  /** Ids of those that are not as they were, by id. */
  different: string[];
  warnings: string[];
}

/**
 * Makes everything derived anew from facts and decisions, and brings what is stored to it row by row: pages go on showing
 * the ledger meanwhile, and a program that is killed leaves a whole one, with marks on what it had not come to. Then takes
 * on whatever has not been read yet.
 */
export async function rebuild(context: Context): Promise<Rebuilt> {
  const warnings: string[] = [];
  const { signal } = new AbortController();
  const run: JobRun = { signal, alone: true, warn: (sentence) => warnings.push(sentence) };
  const pairs = await markForRebuild(context.db);
  const different = await assembleAnew(context, run);
  await countAnew(context.db);
  const after = await takeThrough(context);
  return { pairs, different: [...different].sort(), warnings: [...warnings, ...after.warnings] };
}

/**
 * The same from nothing: everything derived is dropped first, so that the ledger is empty until it is made. It takes longer,
 * and is for a file whose rows cannot be trusted to be found.
 */
export async function rebuildFromNothing(context: Context): Promise<Rebuilt> {
  const { db } = context;
  const before = await derivedState(db);
  await dropDerived(db);
  const { warnings } = await takeThrough(context);
  return { pairs: before.size, different: await compareDerived(db, before), warnings };
}
