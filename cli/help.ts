import type { Command } from './command.ts';

/** Takes the other commands; gives the one that lists them. */
export function helpCommand(others: readonly Command[]): Command {
  return {
    name: 'help',
    summary: 'lists these commands',
    usage: '',
    async run(_args, io) {
      const lines = [...others].map(
        (c) => [`npm run -s ${c.name}${c.usage ? ` -- ${c.usage}` : ''}`, c.summary] as const,
      );
      const width = Math.max(...lines.map(([call]) => call.length));
      io.stdout.write('Dealwatch. npm start starts the dashboard; the other commands:\n\n');
      for (const [call, summary] of lines) io.stdout.write(`  ${call.padEnd(width)}  ${summary}\n`);
      return 0;
    },
  };
}
