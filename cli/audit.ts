import { listAudit, verifyAudit } from '../db/audit.ts';
import type { Database } from '../db/open.ts';
import type { AuditLine } from '../model/audit-line.ts';
import { InvalidInput } from '../model/errors.ts';
import { auditCsv } from '../reports/audit-csv.ts';
import type { Command } from './command.ts';
import { withContext } from './with-context.ts';

const USAGE = 'verify | export';
const AT_ONCE = 5_000;

/** `npm run -s audit -- verify`: goes through the chain of the audit log; `export` prints it as CSV. */
export const auditCommand: Command = {
  name: 'audit',
  summary: 'Verify that no line of the audit log was changed, or print the log as CSV.',
  usage: USAGE,
  async run(args, io, config) {
    const [what] = args;
    if (args.length !== 1 || (what !== 'verify' && what !== 'export')) {
      throw new InvalidInput(`npm run -s audit -- ${USAGE}`);
    }
    return withContext(config, async ({ db }) => {
      if (what === 'export') {
        io.stdout.write(auditCsv(await everyLine(db)));
        return 0;
      }
      const { text, status } = await verdict(db);
      io.stdout.write(text);
      return status;
    });
  },
};

async function verdict(db: Database): Promise<{ text: string; status: number }> {
  const { lines, head, broken } = await verifyAudit(db);
  if (broken.length === 0) {
    return { text: `${lines} lines, each follows from the one before. Newest link: ${head ?? 'none'}.\n`, status: 0 };
  }
  const which = broken.slice(0, 20).join(', ');
  return { text: `Changed by hand: ${broken.length} of ${lines} lines, first ${which}.\n`, status: 1 };
}

async function everyLine(db: Database): Promise<AuditLine[]> {
  const all: AuditLine[] = [];
  for (;;) {
    const lines = await listAudit(db, AT_ONCE, { before: all.at(-1)?.id });
    all.push(...lines);
    if (lines.length < AT_ONCE) return all.reverse();
  }
}
