import type { Instant } from './day.ts';
import type { RuleId } from './flag.ts';

/** A remark on a pair or on one of its flags. */
export interface Note {
  id: number;
  pairId: string;
  rule: RuleId | null;
  text: string;
  userId: number;
  userName: string;
  at: Instant;
}
