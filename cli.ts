import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from './cli/index.ts';
import { projectRoot, readConfig } from './config.ts';
import { DealwatchError } from './model/errors.ts';

/** `npm run -s NAME -- ARGUMENTS`: finds the command, runs it, and turns a known failure into one sentence. */
const envFile = join(projectRoot(), '.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);

const [name = 'help', ...args] = process.argv.slice(2);
const command = commands.find((c) => c.name === name);
// A reader that goes away early (head, less) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.umask(0o077);
try {
  if (!command) throw new DealwatchError(`There is no command "${name}". npm run -s help lists them.`);
  process.exitCode = await command.run(args, process, readConfig(process.env));
} catch (error) {
  if (!(error instanceof DealwatchError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
