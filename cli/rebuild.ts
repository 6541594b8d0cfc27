import { setFlagsFromString } from 'node:v8';
import { compareDerived, derivedState, dropDerived } from '../db/ledger/derived.ts';
import { takeThrough } from '../jobs/pipeline.ts';
import { InvalidInput } from '../model/errors.ts';
import type { Command } from './command.ts';
import { withContext } from './with-context.ts';

/**
 * Waste is cleared when it comes to a quarter of what is in use: left to itself, the heap of a ledger of a million facts grows
 * to twice that on a machine with much memory.
 */
const TIGHT_HEAP = '--heap-growing-percent=25';

/** `npm run -s rebuild`: makes everything derived anew from facts and decisions, and says whether it came out the same. */
export const rebuildCommand: Command = {
  name: 'rebuild',
  summary: 'Make pairs, flags and scores anew from facts and decisions, and say whether they came out the same.',
  usage: '',
  async run(args, io, config) {
    setFlagsFromString(TIGHT_HEAP);
    if (args.length) throw new InvalidInput('It takes nothing more: npm run -s rebuild');
    return withContext(config, async (context) => {
      const before = await derivedState(context.db);
      await dropDerived(context.db);
      const { warnings } = await takeThrough(context);
      for (const warning of warnings) io.stderr.write(`${warning}\n`);
      const different = await compareDerived(context.db, before);
      if (different.length === 0) {
        io.stdout.write(`Rebuilt ${before.size} pairs: identical.\n`);
        return 0;
      }
      io.stdout.write(`Rebuilt: ${different.length} of ${before.size} pairs are not as they were before.\n`);
      for (const id of different) io.stdout.write(`  ${id}\n`);
      return 0;
    });
  },
};
