import { z } from 'zod';
import type { Config } from '../config.ts';
import { settingsVersions } from '../db/ledger/rule-settings.ts';
import type { DealRecord } from '../ledger/assess-record.ts';
import { InvalidInput } from '../model/errors.ts';
import type { Pair } from '../model/ledger.ts';
import { AS_SHIPPED, type RuleSettings } from '../model/rule-settings.ts';
import { evaluate } from '../rules/evaluate.ts';
import { RULES_VERSION } from '../rules/index.ts';
import { f1, type Label, type LabelScore, scoreLabels } from '../rules/labels.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Io } from './command.ts';
import { withContext } from './with-context.ts';

/** Takes the text of a file with what an expert says of each deal; throws InvalidInput with one sentence. */
export function readLabels(text: string): Record<string, Label> {
  const read = z.record(z.string(), z.object({ heuristics: z.array(z.string()), control: z.boolean() }));
  const parsed = read.safeParse(JSON.parse(text));
  if (!parsed.success) throw new InvalidInput(`The labels cannot be used: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Records with the pairs made of them and what is around them. */
export interface Assessed {
  records: readonly DealRecord[];
  pairs: readonly Pair[];
  context: RuleContext;
}

/** Prints how far each screen agrees with an expert's labels, one JSON line each, all together last. */
export function printAgreement(assessed: Assessed, labels: Record<string, Label>, io: Io): void {
  for (const line of agreement(assessed, labels)) io.stdout.write(`${JSON.stringify(line)}\n`);
}

/**
 * The same for each version of the weights and thresholds that this database has had, the oldest first and as shipped before
 * it: `2.1` is version 1 of the settings under version 2 of the screens.
 */
export function printAgreementByVersion(
  assessed: Assessed,
  labels: Record<string, Label>,
  config: Config,
  io: Io,
): Promise<void> {
  return withContext(config, async ({ db }) => {
    const versions = (await settingsVersions(db)).reverse();
    for (const { version, at, settings } of [{ version: 0, at: null, settings: AS_SHIPPED }, ...versions]) {
      for (const line of agreement(assessed, labels, settings)) {
        io.stdout.write(`${JSON.stringify({ version: `${RULES_VERSION}.${version}`, since: at, ...line })}\n`);
      }
    }
  });
}

function agreement(
  { records, pairs, context }: Assessed,
  labels: Record<string, Label>,
  settings: RuleSettings = AS_SHIPPED,
) {
  const fired = new Map(
    records.map((record, i) => {
      const { flags } = evaluate(pairs[i] as Pair, { ...context, settings });
      return [record.id, flags.map(({ rule }) => rule)];
    }),
  );
  return scoreLabels(labels, (id) => fired.get(id) ?? []).map(toLine);
}

function toLine(score: LabelScore) {
  const { rule, right, extra, missed } = score;
  const [precision, recall] = [right / Math.max(1, right + extra.length), right / Math.max(1, right + missed.length)];
  return { rule, precision, recall, f1: f1(score), extra, missed };
}
