import { reportEntries } from '../db/going-out/report-entries.ts';
import { registersRead } from '../db/sources/registers.ts';
import { InvalidInput } from '../model/errors.ts';
import { dealsCsv } from '../reports/deals-csv.ts';
import { flagsCsv } from '../reports/flags-csv.ts';
import { ledgerJson } from '../reports/ledger-json.ts';
import type { Command } from './command.ts';
import { withContext } from './with-context.ts';

const USAGE = '--format json|csv [--table deals|flags]';

/** `npm run -s export -- --format json`: prints the whole ledger for other programs. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Print the ledger as JSON, or its deals or flags as CSV.',
  usage: USAGE,
  async run(args, io, config) {
    const { format, table } = options(args);
    return withContext(config, async ({ db, now }) => {
      const entries = await reportEntries(db, null);
      const asOf = now();
      if (format === 'csv') io.stdout.write(table === 'flags' ? flagsCsv(entries, asOf) : dealsCsv(entries, asOf));
      else io.stdout.write(`${JSON.stringify(ledgerJson(entries, await registersRead(db, asOf), asOf), null, 2)}\n`);
      return 0;
    });
  },
};

function options(args: string[]): { format: string; table: string } {
  const given = { format: 'json', table: 'deals' };
  const allowed: Record<string, string[]> = { format: ['json', 'csv'], table: ['deals', 'flags'] };
  for (let i = 0; i < args.length; i += 2) {
    const [flag, value] = [args[i] as string, args[i + 1]];
    const name = flag.replace(/^--/, '') as keyof typeof given;
    if (!flag.startsWith('--') || !value || !allowed[name]?.includes(value)) {
      throw new InvalidInput(`npm run -s export -- ${USAGE}`);
    }
    given[name] = value;
  }
  return given;
}
