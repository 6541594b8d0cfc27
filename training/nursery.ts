import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Trees } from '../extract/likelihood/trees.ts';
import { type Bag, packBags } from './bags.ts';
import { type GrownSet, type Options, treesOf } from './boosted-trees.ts';
import type { Growth } from './grow-entry.ts';

/** Grows trees from one lot of bags on all processors. */
export interface Nursery {
  /** Takes which bags to learn from, by their numbers; gives what `fitTrees` gives of them. */
  fit(chosen: readonly number[], options: Options): Promise<Trees>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Threads run compiled code; from TypeScript sources (tests) that is what `npm run build` left in dist/. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../dist/training/grow-entry.js' : './grow-entry.js',
  import.meta.url,
);

/** Takes bags, which the threads share; gives a nursery for them. */
export function nurseryFor(bags: readonly Bag[]): Nursery {
  const packed = packBags(bags);
  const pool = new Piscina({ filename: entry.href, maxThreads: availableParallelism(), workerData: packed });
  return {
    async fit(chosen, options) {
      const grow = (set: number): Promise<GrownSet> =>
        pool.run({ chosen: Int32Array.from(chosen), options, set } satisfies Growth);
      const sets = await Promise.all(Array.from({ length: options.sets }, (_, set) => grow(set)));
      return treesOf(sets, packed.features);
    },
    close: () => pool.close(),
  };
}

/** Takes bags; gives what `fitTrees` gives of them, grown in threads. */
export async function fitApart(bags: readonly Bag[], options: Options): Promise<Trees> {
  const nursery = nurseryFor(bags);
  try {
    return await nursery.fit([...bags.keys()], options);
  } finally {
    await nursery.close();
  }
}
