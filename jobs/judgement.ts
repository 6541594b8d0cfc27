import { listShares } from '../db/ledger/market-shares.ts';
import { currentSettings } from '../db/ledger/rule-settings.ts';
import { standingSuppressions } from '../db/ledger/suppressions.ts';
import type { Database } from '../db/open.ts';
import type { Day } from '../model/day.ts';
import type { Flag } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';
import type { Suppression } from '../model/suppression.ts';
import { suppressionOf } from '../model/suppression.ts';
import { type Evaluation, evaluate } from '../rules/evaluate.ts';
import { RULES_VERSION } from '../rules/index.ts';
import type { LedgerView } from '../rules/ledger-view.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type Score, scorePair } from '../rules/score.ts';

/** What people have said that bears on every assessment of a day. */
export interface Judgement {
  context: RuleContext;
  suppressions: readonly Suppression[];
  /** Of the screens and of their settings: `2.0`. */
  version: string;
}

/** Reads settings, shares and suppressions for one run. */
export async function judgementOn(db: Database, view: LedgerView, today: Day): Promise<Judgement> {
  const { version, settings } = await currentSettings(db);
  return {
    context: { pairs: view, today, shares: await listShares(db), settings },
    suppressions: await standingSuppressions(db, today),
    version: `${RULES_VERSION}.${version}`,
  };
}

export interface Judged {
  flags: Flag[];
  score: Score;
  errors: Evaluation['errors'];
}

/** The flags and the score of a pair; what is suppressed is neither shown nor counted. */
export function judge(pair: Pair, { context, suppressions }: Judgement): Judged {
  const { flags, errors } = evaluate(pair, context);
  const open = flags.filter((flag) => !suppressionOf(pair, flag.rule, suppressions, context.today));
  return { flags: open, score: scorePair(pair, open, context.settings), errors };
}
