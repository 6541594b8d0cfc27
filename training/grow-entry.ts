import { workerData } from 'node:worker_threads';
import type { PackedBags } from './bags.ts';
import { type GrownSet, growSet, type Options } from './boosted-trees.ts';

/** One set of trees to grow. */
export interface Growth {
  chosen: Int32Array;
  options: Options;
  set: number;
}

const packed: PackedBags = workerData;

/** What a thread of `nursery.ts` does. */
export default ({ chosen, options, set }: Growth): GrownSet => growSet(packed, chosen, options, set);
