import { type Money, sameMoney } from '../../model/amount.ts';
import { firstDay, lastDay, type PartialDay } from '../../model/day.ts';
import type { Deal, DealEvent, Pair } from '../../model/ledger.ts';
import { formatDay, formatMoney } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

/** A sum that is known, and the day from which it is. */
interface Known extends Money {
  day: PartialDay | null;
}

const EQUAL = { price: 'dossier.the-payments-are-the-price', total: 'dossier.the-payments-are-the-total' } as const;
const UNEQUAL = {
  price: 'dossier.the-payments-are-not-the-price',
  total: 'dossier.the-payments-are-not-the-total',
} as const;

/** Whether the figures fit together: contradictions between sources first, then payments against the largest total. */
export function agreementWords(pair: Pair): string {
  const events = pair.deals.flatMap((deal) => deal.events);
  if (events.some((event) => event.disputedBy.length > 0)) return t('dossier.sources-disagree-on-the-sums');
  return pair.deals.flatMap((deal) => reconciled(deal, pair) ?? [])[0] ?? t('dossier.no-figures-contradict-each-other');
}

/** What payments come to beside the largest total told of a stake or a hiring; null when there is nothing to compare. */
function reconciled(deal: Deal, pair: Pair): string | null {
  if (deal.kind !== 'investment' && deal.kind !== 'acquihire') return null;
  const total = known(deal, ['total']).sort((a, b) => b.value - a.value)[0];
  const parts = known(deal, ['tranche', 'fee']).filter(({ currency }) => currency === total?.currency);
  if (!total || parts.length === 0 || (parts.length === 1 && add(parts).value <= total.value)) return null;
  const whole = deal.kind === 'acquihire' ? 'price' : 'total';
  return inWords(whole, total, parts, (deal.paid ?? pair.sums.paid)[total.currency] ?? 0);
}

function inWords(whole: 'price' | 'total', total: Known, parts: readonly Known[], paid: number): string {
  const [sum, told] = [add(parts), { sum: formatMoney(add(parts)), total: formatMoney(total) }];
  if (sameMoney(sum, total)) return t(EQUAL[whole], told);
  if (total.day && sameMoney(add(parts.filter((part) => !isSince(part, total))), total))
    return t('dossier.the-payments-were-the-total', { ...told, day: formatDay(total.day) });
  const most = { value: paid, currency: total.currency };
  if (total.day && paid > Math.max(sum.value, total.value) && !sameMoney(most, total))
    return t('dossier.a-total-and-payments-since', { ...told, day: formatDay(total.day), paid: formatMoney(most) });
  return t(UNEQUAL[whole], told);
}

const isSince = ({ day }: Known, total: Known) =>
  day !== null && total.day !== null && firstDay(day) > lastDay(total.day);

function known(deal: Deal, roles: readonly DealEvent['role'][]): Known[] {
  return deal.events.flatMap(({ role, value, currency, date, reportedOn }) =>
    roles.includes(role) && value && currency ? [{ value, currency, day: date ?? reportedOn ?? null }] : [],
  );
}

/** Sums of one currency together. */
function add(sums: readonly Known[]): Money {
  return { value: sums.reduce((all, { value }) => all + value, 0), currency: sums[0]?.currency ?? '' };
}
