import type { MoneyMention } from '../money/money.ts';

/** A sum in its sentence: from its first token to behind its last. */
export interface Place {
  money: MoneyMention;
  from: number;
  to: number;
}
