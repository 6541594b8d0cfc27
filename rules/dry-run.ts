import type { Band, Flag, RuleId } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';
import { AS_SHIPPED, type RuleSettings } from '../model/rule-settings.ts';
import { evaluate } from './evaluate.ts';
import type { RuleContext } from './rule.ts';
import { scorePair } from './score.ts';

/** A pair as it stands in the queue. */
export interface Standing {
  pair: Pair;
  flags: readonly Pick<Flag, 'rule' | 'severity'>[];
  score: number;
  band: Band;
}

/** What a change of weights or thresholds would do to one pair. */
export interface WouldChange {
  pairId: string;
  acquirer: string;
  target: string;
  score: { before: number; after: number };
  band: { before: Band; after: Band };
  /** Screens that would fire, and those that would fall silent. */
  raised: RuleId[];
  gone: RuleId[];
}

export interface DryRun {
  assessed: number;
  /** The largest change of score first. */
  changes: WouldChange[];
  /** How many pairs would enter and leave each band. */
  bands: { band: Band; before: number; after: number }[];
}

/**
 * What would change in the queue under other settings. Takes the queue as it stands, the context of today and a test for
 * what is suppressed; nothing is stored. Screens whose thresholds stay as they are are not asked again.
 */
export function dryRun(
  standing: readonly Standing[],
  context: RuleContext,
  settings: RuleSettings,
  isSuppressed: (pair: Pair, rule: RuleId) => boolean = () => false,
): DryRun {
  const before = context.settings ?? AS_SHIPPED;
  const asked = new Set(rulesThatDiffer(before, settings));
  const results = standing.map((one) => {
    const kept = one.flags.filter((flag) => !asked.has(flag.rule) && !settings.off.includes(flag.rule));
    const found = asked.size ? evaluate(one.pair, { ...context, settings }).flags : [];
    const fresh = found.filter((flag) => asked.has(flag.rule) && !isSuppressed(one.pair, flag.rule));
    const after = [...kept, ...fresh];
    return { one, after, score: scorePair(one.pair, after, settings) };
  });
  const changes = results.flatMap(({ one, after, score }) => changeOf(one, after, score) ?? []);
  return {
    assessed: standing.length,
    changes: changes.sort((a, b) => size(b) - size(a) || (a.pairId < b.pairId ? -1 : 1)),
    bands: (['High', 'Medium', 'Low', 'none'] as const).map((band) => ({
      band,
      before: standing.filter((one) => one.band === band).length,
      after: results.filter(({ score }) => score.band === band).length,
    })),
  };
}

const size = ({ score }: WouldChange) => Math.abs(score.after - score.before);

/** Screens of which thresholds, or whether they are on, would be others. A new weight needs no new assessment. */
function rulesThatDiffer(a: RuleSettings, b: RuleSettings): RuleId[] {
  const named = new Set([...Object.keys(a.thresholds), ...Object.keys(b.thresholds), ...a.off, ...b.off] as RuleId[]);
  return [...named].filter(
    (rule) =>
      a.off.includes(rule) !== b.off.includes(rule) ||
      JSON.stringify(sorted(a.thresholds[rule])) !== JSON.stringify(sorted(b.thresholds[rule])),
  );
}

const sorted = (values: Record<string, number> = {}) => Object.entries(values).sort(([x], [y]) => (x < y ? -1 : 1));

function changeOf(one: Standing, after: Standing['flags'], score: { score: number; band: Band }): WouldChange | null {
  const [was, is] = [new Set(one.flags.map(({ rule }) => rule)), new Set(after.map(({ rule }) => rule))];
  const [raised, gone] = [[...is].filter((rule) => !was.has(rule)), [...was].filter((rule) => !is.has(rule))];
  if (score.score === one.score && score.band === one.band && !raised.length && !gone.length) return null;
  return {
    pairId: one.pair.id,
    acquirer: one.pair.acquirer,
    target: one.pair.target,
    score: { before: one.score, after: score.score },
    band: { before: one.band, after: score.band },
    raised,
    gone,
  };
}
