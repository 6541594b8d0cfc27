import type { Config } from '../config.ts';
import { InvalidInput } from '../model/errors.ts';
import type { Command } from './command.ts';
import { checks } from './doctor/checks.ts';
import type { Finding } from './doctor/finding.ts';

const SIGNS: Record<Finding['state'], string> = { ok: 'ok  ', note: 'note', bad: 'BAD ' };

/** `npm run -s doctor`: looks at the settings, the database and everything around it; ends with 1 when anything is bad. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Look at settings, database, disk, mail, sign-on and backups; say what is wrong and what to do.',
  usage: '',
  async run(args, io, config) {
    if (args.length) throw new InvalidInput('npm run -s doctor takes no arguments.');
    let bad = 0;
    for (const finding of await findings(config)) {
      io.stdout.write(`${SIGNS[finding.state]}  ${finding.about}: ${finding.sentence}\n`);
      if (finding.state === 'bad') bad += 1;
    }
    io.stdout.write(bad ? `${bad} to put right.\n` : 'Nothing to put right.\n');
    return bad ? 1 : 0;
  },
};

/** Each check by itself: one that fails is a finding, and the others go on. */
async function findings(config: Config): Promise<Finding[]> {
  const all: Finding[] = [];
  for (const { about, look } of checks) {
    try {
      all.push(...(await look(config)).map((finding) => ({ about, ...finding })));
    } catch (cause) {
      all.push({ about, state: 'bad', sentence: (cause as Error).message });
    }
  }
  return all;
}
