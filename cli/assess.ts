import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type DealRecord, pairFromRecord, readRecords, reversePairFromRecord } from '../ledger/assess-record.ts';
import { comparePartial, type Day, lastDay, type PartialDay } from '../model/day.ts';
import { InvalidInput, NotFound } from '../model/errors.ts';
import type { Pair } from '../model/ledger.ts';
import { evaluate } from '../rules/evaluate.ts';
import { f1, type Label, scoreLabels } from '../rules/labels.ts';
import type { RuleContext } from '../rules/rule.ts';
import { scorePair } from '../rules/score.ts';
import type { Command, Io } from './command.ts';

/** `npm run -s assess -- LEDGER.json`: what the screens say of deals kept by hand. Does not touch the database. */
export const assessCommand: Command = {
  name: 'assess',
  summary: 'Run the screens over a ledger file and print one JSON line for each deal.',
  usage: 'LEDGER.json [--labels LABELS.json]',
  async run(args, io) {
    const { path, labels } = options(args);
    const records = readRecords(await textOf(path, io));
    const pairs = records.map(pairFromRecord);
    const context = {
      pairs: [...pairs, ...records.flatMap((r) => reversePairFromRecord(r) ?? [])],
      today: lastDayIn(records),
    };
    if (labels) return compare(records, pairs, context, readLabels(await textOf(labels, io)), io);
    const failed = records.map((record, i) => report(record, pairs[i] as Pair, context, io)).filter((ok) => !ok);
    return failed.length ? 1 : 0;
  },
};

function options(args: readonly string[]): { path: string; labels: string | null } {
  const [path, flag, labels] = args;
  const usable = path && (args.length === 1 || (args.length === 3 && flag === '--labels' && labels));
  if (!usable) throw new InvalidInput('Name one ledger file: npm run -s assess -- LEDGER.json [--labels LABELS.json]');
  return { path, labels: labels ?? null };
}

function readLabels(text: string): Record<string, Label> {
  const read = z.record(z.string(), z.object({ heuristics: z.array(z.string()), control: z.boolean() }));
  const parsed = read.safeParse(JSON.parse(text));
  if (!parsed.success) throw new InvalidInput(`The labels cannot be used: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Prints how far each screen agrees with an expert's labels, one JSON line each, all together last. */
function compare(
  records: DealRecord[],
  pairs: Pair[],
  context: RuleContext,
  labels: Record<string, Label>,
  io: Io,
): number {
  const fired = new Map(
    records.map((record, i) => [record.id, evaluate(pairs[i] as Pair, context).flags.map(({ rule }) => rule)]),
  );
  for (const score of scoreLabels(labels, (id) => fired.get(id) ?? [])) {
    const { rule, right, extra, missed } = score;
    const [precision, recall] = [right / Math.max(1, right + extra.length), right / Math.max(1, right + missed.length)];
    io.stdout.write(`${JSON.stringify({ rule, precision, recall, f1: f1(score), extra, missed })}\n`);
  }
  return 0;
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
