import type { RuleId } from '../model/flag.ts';
import { RULE_IDS } from '../model/flag.ts';

/** What an expert says of one deal of a ledger kept by hand. */
export interface Label {
  heuristics: readonly string[];
  /** True for an ordinary deal that must raise nothing. */
  control: boolean;
}

/** One screen beside an expert. */
export interface LabelScore {
  rule: RuleId | 'all';
  right: number;
  /** Ids of the deals on which it fired and the expert says nothing, and those it missed. */
  extra: string[];
  missed: string[];
}

/** Harmonic mean of precision and recall; 1 when there was nothing to find and nothing was found. */
export function f1({ right, extra, missed }: LabelScore): number {
  const all = 2 * right + extra.length + missed.length;
  return all === 0 ? 1 : (2 * right) / all;
}

/** Takes labels by id and what fired on each; gives each screen's agreement and, last, that of all together. */
export function scoreLabels(
  labels: Readonly<Record<string, Label>>,
  fired: (id: string) => readonly RuleId[],
): LabelScore[] {
  const ids = Object.keys(labels);
  const rows = RULE_IDS.map((rule): LabelScore => {
    const meant = (id: string) => labels[id]?.heuristics.includes(rule) ?? false;
    return {
      rule,
      right: ids.filter((id) => meant(id) && fired(id).includes(rule)).length,
      extra: ids.filter((id) => !meant(id) && fired(id).includes(rule)),
      missed: ids.filter((id) => meant(id) && !fired(id).includes(rule)),
    };
  });
  const sum = rows.reduce((total, row) => total + row.right, 0);
  return [
    ...rows,
    { rule: 'all', right: sum, extra: rows.flatMap((row) => row.extra), missed: rows.flatMap((row) => row.missed) },
  ];
}
