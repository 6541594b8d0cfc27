import type { Pair } from '../../model/ledger.ts';
import { paymentOf } from '../../model/payment-words.ts';
import { t } from '../../words/speak.ts';

/** Takes a pair and what was paid, in words; says who paid it for what, in the language of the answer. */
export function paidInWords(pair: Pick<Pair, 'acquirer' | 'target' | 'deals'>, sum: string): string {
  const { acquirer, target } = pair;
  return t(`paid.${paymentOf(pair)}`, { acquirer, target, sum });
}
