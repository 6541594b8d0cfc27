import type { Command } from './command.ts';

/** Takes the other commands; gives the one that lists them. */
export function helpCommand(others: readonly Command[]): Command {
  return {
    name: 'help',
    summary: 'List these commands.',
    usage: '',
    async run(_args, io) {
      io.stdout.write('Dealwatch. npm start starts the dashboard. The other commands, each as npm run -s NAME -- …\n');
      for (const { name, usage, summary } of others) {
        io.stdout.write(`\n  ${[name, usage].filter(Boolean).join(' ')}\n      ${summary}\n`);
      }
      return 0;
    },
  };
}
