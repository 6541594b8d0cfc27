import type { MoneyMention } from '../money/money.ts';
import { type Token, tokenAt } from '../text/tokens.ts';

/** A sum in its sentence: from its first token to behind its last. */
export interface Place {
  money: MoneyMention;
  from: number;
  to: number;
}

/** Takes the tokens of a sentence and a sum in it; gives where it stands. */
export function placeOf(tokens: readonly Token[], money: MoneyMention): Place {
  return { money, from: tokenAt(tokens, money.start), to: tokenAt(tokens, money.end - 1) + 1 };
}
