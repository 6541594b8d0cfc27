import { compareDerived, derivedState, dropDerived } from '../db/ledger/derived.ts';
import { takeThrough } from '../jobs/pipeline.ts';
import { InvalidInput } from '../model/errors.ts';
import type { Command } from './command.ts';
import { withContext } from './with-context.ts';

/** `npm run -s rebuild`: makes everything derived anew from facts and decisions, and says whether it came out the same. */
export const rebuildCommand: Command = {
  name: 'rebuild',
  summary: 'Make pairs, flags and scores anew from facts and decisions, and say whether they came out the same.',
  usage: '',
  async run(args, io, config) {
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
