import { readFile } from 'node:fs/promises';
import { type DealRecord, pairFromRecord, readRecords, reversePairFromRecord } from '../ledger/assess-record.ts';
import { comparePartial, type Day, lastDay, type PartialDay } from '../model/day.ts';
import { InvalidInput, NotFound } from '../model/errors.ts';
import type { Pair } from '../model/ledger.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { RuleContext } from '../rules/rule.ts';
import { scorePair } from '../rules/score.ts';
import { printAgreement, printAgreementByVersion, readLabels } from './assess-labels.ts';
import type { Command, Io } from './command.ts';

const USAGE = 'LEDGER.json [--labels LABELS.json [--versions]]';

/**
 * `npm run -s assess -- LEDGER.json`: what the screens say of deals kept by hand, or how far they agree with an expert's
 * labels; with `--versions` under each version of the settings that the database has had. Else the database is not touched.
 */
export const assessCommand: Command = {
  name: 'assess',
  summary: 'Run the screens over a ledger file and print one JSON line for each deal.',
  usage: USAGE,
  async run(args, io, config) {
    const { path, labels, versions } = options(args);
    const records = readRecords(await textOf(path, io));
    const pairs = records.map(pairFromRecord);
    const context = {
      pairs: [...pairs, ...records.flatMap((r) => reversePairFromRecord(r) ?? [])],
      today: lastDayIn(records),
    };
    if (labels) {
      const [assessed, said] = [{ records, pairs, context }, readLabels(await textOf(labels, io))];
      if (versions) await printAgreementByVersion(assessed, said, config, io);
      else printAgreement(assessed, said, io);
      return 0;
    }
    const failed = records.map((record, i) => report(record, pairs[i] as Pair, context, io)).filter((ok) => !ok);
    return failed.length ? 1 : 0;
  },
};

function options(args: readonly string[]): { path: string; labels: string | null; versions: boolean } {
  const [path, flag, labels, versions] = args;
  const compared =
    flag === '--labels' && labels && (args.length === 3 || (args.length === 4 && versions === '--versions'));
  if (!path || !(args.length === 1 || compared))
    throw new InvalidInput(`Name one ledger file: npm run -s assess -- ${USAGE}`);
  return { path, labels: labels ?? null, versions: versions !== undefined };
}

async function textOf(path: string, io: Io): Promise<string> {
  try {
    if (path !== '-') return await readFile(path, 'utf8');
  } catch (cause) {
    throw new NotFound(`The file ${path} cannot be read.`, { cause });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Prints the line of one record; false when a screen failed on it. */
function report(record: DealRecord, pair: Pair, context: RuleContext, io: Io): boolean {
  const { flags, errors } = evaluate(pair, context);
  const { score, band } = scorePair(pair, flags);
  const told = flags.map(({ rule, severity, why, missing }) => ({ rule, severity, why, missing }));
  io.stdout.write(`${JSON.stringify({ id: record.id, flags: told, score, band })}\n`);
  for (const { rule, message } of errors) io.stderr.write(`${record.id}: the screen ${rule} failed: ${message}\n`);
  return errors.length === 0;
}

/** The file's own present: the last day that it speaks of, so that one file always gives one answer. */
function lastDayIn(records: DealRecord[]): Day {
  const events = records.flatMap((r) => [...r.events, ...r.cloud_commitments].flatMap((event) => event.date ?? []));
  const steps = records.flatMap((r) => r.scrutiny.flatMap((s) => [s.opened, s.decided].flatMap((day) => day ?? [])));
  const last = [...events, ...steps].sort(comparePartial).at(-1) ?? ('1970-01-01' as PartialDay);
  return lastDay(last);
}
