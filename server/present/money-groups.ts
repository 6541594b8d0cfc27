import type { Context } from '../../context.ts';
import { pairsAroundLoops } from '../../db/loop-pairs.ts';
import { currentSettings } from '../../db/rule-settings.ts';
import { paths } from '../../model/paths.ts';
import { tieDays } from '../../rules/circular-financing.ts';
import type { Leg } from '../../rules/legs.ts';
import { moneyLoops } from '../../rules/money-loops.ts';
import { formatMoney } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

/** Groups of firms in which money can reach each from each other by tied legs, the largest first; each leg leads to its proof. */
export async function moneyGroups({ db }: Context) {
  const { settings } = await currentSettings(db);
  const { groups } = moneyLoops(await pairsAroundLoops(db), { days: tieDays(settings) });
  return groups.map(({ firms, legs }) => ({ firms: firms.join(', '), legs: legs.map(legLine) }));
}

function legLine({ from, to, kind, pair, dollars }: Leg) {
  const sum = dollars === null ? '' : ` ${formatMoney({ value: dollars, currency: 'USD' })}`;
  const note = kind === 'standing' ? `, ${t('map.assumed-of-every-cloud')}` : '';
  return { text: `${from} → ${to}${sum}${note}`, link: pair ? paths.flag(pair.id, 'circular-financing') : null };
}
