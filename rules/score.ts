import type { Band, Flag, RuleId } from '../model/flag.ts';
import { BANDS } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';
import { AS_SHIPPED, type RuleSettings } from '../model/rule-settings.ts';
import { isCompetitionAuthority, type ScrutinyStatus } from '../model/scrutiny.ts';
import { findRule } from './index.ts';
import { weightOf } from './settings.ts';

export interface Score {
  /** 0–100, a whole number. */
  score: number;
  band: Band;
  /** True when an authority's steps, not the score, put the pair into its band. */
  floor: boolean;
}

/** Lowest score of each band (handbook 1.3). */
export const BAND_FROM: Readonly<Record<Exclude<Band, 'none'>, number>> = { High: 40, Medium: 20, Low: 5 };

const STRONG_STEPS: readonly ScrutinyStatus[] = ['phase2', 'challenged'];
const OPEN_STEPS: readonly ScrutinyStatus[] = ['phase1', 'information_request'];

/**
 * Takes a pair and its flags; gives its score: the weights of the flags by a third of their severity, at most 100, half
 * when nothing is agreed. A competition authority that is or was in an in-depth review or went to court lifts the band
 * to High, one that now has a first review or a request for information open to Medium at least. Foreign-investment
 * reviews and steps that one outlet alone reports lift nothing.
 */
export function scorePair(
  pair: Pair,
  flags: Pick<Flag, 'rule' | 'severity'>[],
  settings: RuleSettings = AS_SHIPPED,
): Score {
  const points = flags.reduce((sum, flag) => sum + (weightIn(flag.rule, settings) * flag.severity) / 3, 0);
  const score = Math.round(Math.min(100, points) * (isOnlyReported(pair) ? 0.5 : 1));
  const own = bandOf(score);
  const lifted = scrutinyFloor(pair);
  const floor = BANDS.indexOf(lifted) < BANDS.indexOf(own);
  return { score, band: floor ? lifted : own, floor };
}

/** True when a pair's deals are talks only: nothing agreed, nothing called off. */
export function isOnlyReported(pair: Pair): boolean {
  return pair.deals.length > 0 && pair.deals.every((deal) => deal.certainty === 'reported');
}

/** The band of a score. */
export function bandOf(score: number): Band {
  return BANDS.find((band) => band !== 'none' && score >= BAND_FROM[band]) ?? 'none';
}

function weightIn(id: RuleId, settings: RuleSettings): number {
  const rule = findRule(id);
  return rule ? weightOf(rule, settings) : 0;
}

function scrutinyFloor(pair: Pair): Band {
  const rows = pair.scrutiny.filter((row) => isCompetitionAuthority(row.authority) && row.history.length > 0);
  if (rows.some((row) => row.history.some((step) => STRONG_STEPS.includes(step.status)))) return 'High';
  return rows.some((row) => OPEN_STEPS.includes(row.status)) ? 'Medium' : 'none';
}
