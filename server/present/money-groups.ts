import type { Context } from '../../context.ts';
import { pairsAroundLoops } from '../../db/ledger/loop-pairs.ts';
import { currentSettings } from '../../db/ledger/rule-settings.ts';
import type { Pair } from '../../model/ledger.ts';
import { paths } from '../../model/paths.ts';
import type { Leg } from '../../rules/loops/legs.ts';
import { moneyLoops } from '../../rules/loops/money-loops.ts';
import { tieDays } from '../../rules/screens/circular-financing.ts';
import { formatMoney } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

/** Groups of firms in which money can reach each from each other by tied legs, the largest first; each leg leads to its proof. */
export async function moneyGroups({ db }: Context) {
  const { settings } = await currentSettings(db);
  const { pairs, flagged } = await pairsAroundLoops(db);
  const stands = ({ id }: Pick<Pair, 'id'>) => flagged.has(id);
  const { groups } = moneyLoops(pairs, { days: tieDays(settings), stands });
  return groups.map(({ firms, legs }) => ({ firms: firms.join(', '), legs: legs.map((leg) => legLine(leg, stands)) }));
}

/** Leads to the flag that names the leg as proof, and to the deal where no flag does, or somebody has put it away. */
function legLine({ from, to, kind, pair, dollars }: Leg, stands: (pair: Pair) => boolean) {
  const sum = dollars === null ? '' : ` ${formatMoney({ value: dollars, currency: 'USD' })}`;
  const note = kind === 'standing' ? `, ${t('map.assumed-of-every-cloud')}` : '';
  const link = pair && (stands(pair) ? paths.flag(pair.id, 'circular-financing') : paths.deal(pair.id));
  return { text: `${from} → ${to}${sum}${note}`, link };
}
