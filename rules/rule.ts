import type { Day } from '../model/day.ts';
import type { Flag, RuleId } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';
import type { StatedShare } from '../model/market.ts';
import type { RuleSettings } from '../model/rule-settings.ts';
import type { PairSource } from './ledger-view.ts';

export interface Threshold {
  value: number;
  /** What the number means, with its unit. */
  about: string;
}

export interface RuleContext {
  /** The whole ledger, for series, cross holdings and supply that runs the other way. */
  pairs: PairSource;
  today: Day;
  /** Market shares that analysts entered; none when missing. */
  shares?: readonly StatedShare[];
  /** Weights and thresholds that an admin has set; those of the screens when missing. */
  settings?: RuleSettings;
}

/** One screen. Everything but `check` can be printed as it is: the page of a screen shows it to analysts. */
export interface Rule {
  id: RuleId;
  title: string;
  /** Begins with what the screen detects. */
  description: string;
  references: { title: string; url: string }[];
  /** Situations that look alike and are not meant. */
  falsePositives: string[];
  /** Points that a severity of 3 adds to the score (handbook 1.3). */
  weight: number;
  thresholds: Record<string, Threshold>;
  /** `trial` while reviewers have seen too few of its flags. */
  trust: 'stable' | 'trial';
  /** Takes a pair; gives a flag, or null when the screen has nothing to say. Looks at nothing but its arguments. */
  check(pair: Pair, context: RuleContext): Flag | null;
}
