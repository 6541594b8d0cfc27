import { prepare } from '../jobs/schedule.ts';
import { runNamedJob } from '../jobs/tick.ts';
import { InvalidInput } from '../model/errors.ts';
import type { Command } from './command.ts';
import { withContext } from './with-context.ts';

/** `npm run -s job -- NAME`: runs one job now, whether due or not. */
export const jobCommand: Command = {
  name: 'job',
  summary:
    'Run one job of the schedule now, due or not, such as fetch, read, alert or backup; a wrong name lists them all.',
  usage: 'NAME',
  async run(args, io, config) {
    const [name] = args;
    if (!name || args.length > 1) throw new InvalidInput('Name one job: npm run -s job -- NAME');
    return withContext(config, async (context) => {
      await prepare(context);
      const report = await runNamedJob(context, name);
      if (!report) {
        io.stderr.write(`The job ${name} is running already.\n`);
        return 1;
      }
      for (const warning of report.warnings) io.stderr.write(`${warning}\n`);
      if (report.error) io.stderr.write(`${report.error}\n`);
      const counts = Object.entries(report.counts).map(([what, n]) => `${n} ${what}`);
      io.stdout.write(`${name}: ${counts.join(', ') || 'nothing to do'}\n`);
      return report.error ? 1 : 0;
    });
  },
};
