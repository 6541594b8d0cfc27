import type { FlagState } from '../../model/flag.ts';
import { type Agreement, precisionOf } from '../../rules/back-test.ts';
import { formatNumber } from '../../words/format.ts';
import { RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';

/** Takes how many flags of a screen are in each state; gives what is said of it, never a share without its count. */
export function firedWords(states: Record<FlagState, number>): { fired: number; confirmed: string } {
  const fired = Object.values(states).reduce((sum, n) => sum + n, 0);
  const decided = states.confirmed + states.dismissed;
  return {
    fired,
    confirmed:
      decided === 0 ? t('screens.none-reviewed') : t('screens.of-small', { confirmed: states.confirmed, decided }),
  };
}

/** A number as the language writes it and a form takes it back. */
export const settingNumber = (value: number) => formatNumber(value, 9);

/** Takes a weight or a threshold as it is set and as the screen brought it; gives both, the second only where it differs. */
export function settingWords(value: number, own: number): { value: string; own: string | null } {
  return { value: settingNumber(value), own: value === own ? null : settingNumber(own) };
}

/** How far reviewers agreed with one screen; nothing where they judged nothing. */
export function agreedWords(one: Agreement): { title: string; agreed: string; percent: string; still: string }[] {
  const share = precisionOf(one);
  if (share === null) return [];
  const { confirmed, dismissed, stillConfirmed, stillDismissed } = one;
  return [
    {
      title: RULE_LABELS[one.rule],
      agreed: t('screens.of', { confirmed, all: confirmed + dismissed }),
      percent: t('screens.percent', { share: formatNumber(100 * share) }),
      still: t('screens.of-confirmed-and-of-dismissed', { stillConfirmed, confirmed, stillDismissed, dismissed }),
    },
  ];
}
