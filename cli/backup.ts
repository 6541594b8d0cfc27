import { backUp } from '../db/backup/backup.ts';
import { InvalidInput } from '../model/errors.ts';
import type { Command } from './command.ts';
import { withContext } from './with-context.ts';

/** `npm run -s backup -- FILE`: copies the database while it is in use, then opens and checks the copy. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'Copy the database to a new file, also while the dashboard runs, and check the copy.',
  usage: 'FILE',
  async run(args, io, config) {
    const [file] = args;
    if (!file || args.length > 1) throw new InvalidInput('Name one file: npm run -s backup -- FILE');
    return withContext(config, async ({ db }) => {
      const { documents, decisions, bytes } = await backUp(db, file);
      const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
      io.stdout.write(`${file}: ${documents} documents, ${decisions} decisions, ${size}; opened, checked and whole.\n`);
      return 0;
    });
  },
};
