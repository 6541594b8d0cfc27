import { pairFromRecord, readRecords, reversePairFromRecord } from '../../ledger/assess-record.ts';
import { comparePartial, lastDay } from '../../model/day.ts';
import type { RuleId } from '../../model/flag.ts';
import { RULE_IDS } from '../../model/flag.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { scorePair } from '../../rules/score.ts';

/** What an expert says of one record. */
export interface Label {
  heuristics: string[];
  control: boolean;
}

export interface ScreenScore {
  rule: RuleId | 'all';
  right: number;
  /** Fired where the expert says nothing. */
  extra: string[];
  missed: string[];
}

/** Harmonic mean of precision and recall; 1 when there was nothing to find and nothing was found. */
export function f1({ right, extra, missed }: ScreenScore): number {
  const all = 2 * right + extra.length + missed.length;
  return all === 0 ? 1 : (2 * right) / all;
}

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
  const rows = RULE_IDS.map((rule) => scoreOf(rule, labels, (id) => found.get(id)?.rules ?? []));
  const all: ScreenScore = {
    rule: 'all',
    right: rows.reduce((sum, row) => sum + row.right, 0),
    extra: rows.flatMap((row) => row.extra),
    missed: rows.flatMap((row) => row.missed),
  };
  return { rows: [...rows, all], scores: new Map([...found].map(([id, { score }]) => [id, score])) };
}

function scoreOf(rule: RuleId, labels: Record<string, Label>, fired: (id: string) => RuleId[]): ScreenScore {
  const ids = Object.keys(labels);
  const meant = (id: string) => labels[id]?.heuristics.includes(rule) ?? false;
  return {
    rule,
    right: ids.filter((id) => meant(id) && fired(id).includes(rule)).length,
    extra: ids.filter((id) => !meant(id) && fired(id).includes(rule)),
    missed: ids.filter((id) => meant(id) && !fired(id).includes(rule)),
  };
}
