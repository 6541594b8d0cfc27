import { restoreFrom } from '../db/backup/backup.ts';
import { InvalidInput } from '../model/errors.ts';
import type { Command } from './command.ts';

/** `npm run -s restore -- FILE`: puts a backup in place of the database; the old file is kept beside it. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Check a backup and put it in place of the database, which is kept beside it.',
  usage: 'FILE',
  async run(args, io, config) {
    const [file] = args;
    if (!file || args.length > 1) throw new InvalidInput('Name one file: npm run -s restore -- FILE');
    const { documents, decisions, kept } = await restoreFrom(file, config.DATABASE);
    io.stdout.write(`${config.DATABASE} now holds ${documents} documents and ${decisions} decisions from ${file}.\n`);
    if (kept) io.stdout.write(`What was there before is in ${kept}.\n`);
    return 0;
  },
};
