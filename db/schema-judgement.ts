import type { Generated } from 'kysely';
import type { Day, Instant, PartialDay } from '../model/day.ts';
import type { RuleId } from '../model/flag.ts';
import type { Measure, Territory } from '../model/jurisdiction.ts';

/** A row that a person added and that may be ended once. */
interface Ended {
  id: Generated<number>;
  user_id: number;
  at: Instant;
  ended_at: Generated<Instant | null>;
  ended_by: Generated<number | null>;
}

/** Tables of the fourth step: what people add to the ledger's judgement. */
export interface JudgementSchema {
  market_shares: Ended & {
    company: string;
    market: string;
    territory: string;
    share: number;
    as_of: PartialDay;
    source: string;
  };
  company_figures: Ended & {
    company: string;
    measure: Measure;
    territory: Territory;
    value: number;
    currency: string | null;
    as_of: PartialDay;
    source: string;
  };
  name_rulings: Ended & {
    kind: 'merge' | 'split';
    name: string;
    document_id: string | null;
    into_name: string;
    reason: string;
  };
  suppressions: Ended & {
    pair_id: string | null;
    rule: RuleId | null;
    company: string | null;
    reason: string;
    expires_on: Day;
  };
  rule_settings: { version: Generated<number>; settings: string; reason: string; user_id: number; at: Instant };
}
