import type { FlagState } from '../../model/flag.ts';
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
