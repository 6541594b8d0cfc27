import { setFlagsFromString } from 'node:v8';
import { rebuild, rebuildFromNothing } from '../jobs/rebuild.ts';
import { InvalidInput } from '../model/errors.ts';
import type { Command } from './command.ts';
import { withContext } from './with-context.ts';

/**
 * Waste is cleared when it comes to a quarter of what is in use: left to itself, the heap of a ledger of a million facts grows
 * to twice that on a machine with much memory.
 */
const TIGHT_HEAP = '--heap-growing-percent=25';

/** Drops everything derived first. */
const FROM_NOTHING = '--from-nothing';

/** `npm run -s rebuild`: makes everything derived anew from facts and decisions, and says whether it came out the same. */
export const rebuildCommand: Command = {
  name: 'rebuild',
  summary: 'Make pairs, flags and scores anew from facts and decisions, and say whether they came out the same.',
  usage: '[--from-nothing]',
  async run(args, io, config) {
    setFlagsFromString(TIGHT_HEAP);
    const fromNothing = args.length === 1 && args[0] === FROM_NOTHING;
    if (args.length && !fromNothing) throw new InvalidInput(`It takes ${FROM_NOTHING} or nothing: npm run -s rebuild`);
    return withContext(config, async (context) => {
      const { pairs, different, warnings } = await (fromNothing ? rebuildFromNothing : rebuild)(context);
      for (const warning of warnings) io.stderr.write(`${warning}\n`);
      if (different.length === 0) {
        io.stdout.write(`Rebuilt ${pairs} pairs: identical.\n`);
        return 0;
      }
      io.stdout.write(`Rebuilt: ${different.length} of ${pairs} pairs are not as they were before.\n`);
      for (const id of different) io.stdout.write(`  ${id}\n`);
      return 0;
    });
  },
};
