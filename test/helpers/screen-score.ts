import { pairFromRecord, readRecords, reversePairFromRecord } from '../../ledger/assess-record.ts';
import { comparePartial, lastDay } from '../../model/day.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { type Label, scoreLabels } from '../../rules/labels.ts';
import { scorePair } from '../../rules/score.ts';

/** Takes the text of a ledger file and labels by record id; gives each screen's agreement, all together last, and the scores. */
export function scoreScreens(ledger: string, labels: Record<string, Label>) {
  const records = readRecords(ledger);
  const own = records.map(pairFromRecord);
  const pairs = [...own, ...records.flatMap((record) => reversePairFromRecord(record) ?? [])];
  const dates = records.flatMap((r) => [...r.events, ...r.cloud_commitments].flatMap((event) => event.date ?? []));
  const today = lastDay(dates.sort(comparePartial).at(-1) as (typeof dates)[number]);
  const found = new Map(
    records.map((record, i) => {
      const pair = own[i] as (typeof own)[number];
      const { flags } = evaluate(pair, { pairs, today });
      return [record.id, { rules: flags.map((flag) => flag.rule), score: scorePair(pair, flags).score }] as const;
    }),
  );
  const rows = scoreLabels(labels, (id) => found.get(id)?.rules ?? []);
  return { rows, scores: new Map([...found].map(([id, { score }]) => [id, score])) };
}
