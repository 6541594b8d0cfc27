import { type AmountRole, addMoney, type Currency, type SumByCurrency, sameMoney } from '../model/amount.ts';
import { comparePartial } from '../model/day.ts';
import { DEAL_KINDS } from '../model/deal.ts';
import type { Deal, DealEvent, Pair } from '../model/ledger.ts';
import { gapInDays, SAME_EVENT_DAYS } from './claims.ts';
import { comesAfter, standing } from './disputes.ts';
import { byText, type Documents } from './support.ts';

const PARTS: readonly AmountRole[] = ['tranche', 'fee'];

/**
 * What a pair's deals add up to, each currency by itself. Talks, called-off deals, the size of rounds, promises and
 * figures that better sources contradict do not count.
 *
 * - paid: the payments added up, or the largest total told plus the payments after it, whichever is more. A total and its
 *   parts are never added, nor one sum told under two kinds of deal.
 * - committed: a later, larger commitment is read as the earlier one expanded; a later, smaller one with a date of its
 *   own comes on top. This counts too little rather than too much.
 * - ceiling: the highest "up to" that the payments have not reached. It is never added to anything.
 */
export function sumsOfPair(deals: Deal[], documents: Documents): Pair['sums'] {
  const events = certainEvents(deals, documents);
  const paid = events.reduce<SumByCurrency>((sums, list) => addAll(sums, paidIn(list, documents)), {});
  return { paid, committed: committedIn(events.flat()), ceiling: openCeiling(events.flat(), paid) };
}

/** What one deal alone has paid, by the same reading; nothing while it is talked of or when it was called off. */
export function paidByDeal(deal: Deal, documents: Documents): SumByCurrency {
  return paidIn(certainEvents([deal], documents).flat(), documents);
}

/** The events that count, one list for each deal, without those that an earlier kind of deal tells already. */
function certainEvents(deals: Deal[], documents: Documents): DealEvent[][] {
  const order = (deal: Deal) => DEAL_KINDS.indexOf(deal.kind);
  const lists: DealEvent[][] = [];
  for (const deal of deals.filter((d) => d.certainty === 'done').sort((a, b) => order(a) - order(b))) {
    const sure = standing(deal.events, documents).filter((event) => (event.certainty ?? 'done') === 'done');
    lists.push(sure.filter((event) => !lists.flat().some((told) => isSameMoney(event, told))));
  }
  return lists;
}

function isSameMoney(a: DealEvent, b: DealEvent): boolean {
  if (a.value === null || b.value === null || a.currency === null || b.currency === null) return false;
  if ((a.role === 'commitment') !== (b.role === 'commitment')) return false;
  const close = !a.date || !b.date || gapInDays(a.date, b.date) <= SAME_EVENT_DAYS;
  return close && sameMoney({ value: a.value, currency: a.currency }, { value: b.value, currency: b.currency });
}

function currenciesOf(events: DealEvent[]): Currency[] {
  return [...new Set(events.flatMap((event) => event.currency ?? []))].sort(byText);
}

const add = (events: DealEvent[]) => events.reduce((sum, event) => sum + (event.value ?? 0), 0);

function paidIn(events: DealEvent[], documents: Documents): SumByCurrency {
  const sums: SumByCurrency = {};
  for (const currency of currenciesOf(events)) {
    const own = events.filter((event) => event.currency === currency && event.value !== null);
    const parts = own.filter((event) => PARTS.includes(event.role));
    const totals = own.filter((event) => event.role === 'total' && !holdsPromises(event, own));
    const largest = totals.reduce<DealEvent | null>((most, t) => (add([t]) > add(most ? [most] : []) ? t : most), null);
    const since = largest ? [largest, ...parts.filter((part) => comesAfter(part, largest, documents))] : [];
    const most = Math.max(add(parts), add(since));
    if (most > 0) sums[currency] = most;
  }
  return sums;
}

/** "Amazon puts in 50" beside 15 now and 35 later: a total that is payments and promises together is not paid. */
function holdsPromises(total: DealEvent, events: DealEvent[]): boolean {
  const together = total.documentIds;
  const told = events.filter((event) => event.documentIds.some((id) => together.includes(id)));
  const promises = told.filter((event) => event.role === 'future');
  const value = add([...promises, ...told.filter((event) => PARTS.includes(event.role))]);
  const currency = total.currency ?? '';
  return promises.length > 0 && sameMoney({ value, currency }, { value: total.value ?? 0, currency });
}

function committedIn(events: DealEvent[]): SumByCurrency {
  const sums: SumByCurrency = {};
  for (const currency of currenciesOf(events)) {
    const own = events.filter((e) => e.role === 'commitment' && e.currency === currency && (e.value ?? 0) > 0);
    const value = expand(own.sort((a, b) => comparePartial(a.date, b.date) || (b.value ?? 0) - (a.value ?? 0)));
    if (value > 0) sums[currency] = value;
  }
  return sums;
}

/** Takes commitments by date; gives what they come to. Undated ones come first and only count when they are the most. */
function expand(commitments: DealEvent[]): number {
  let stands = 0;
  let last: DealEvent | null = null;
  for (const next of commitments) {
    const value = next.value ?? 0;
    if (value > stands) stands = value;
    else if (last?.date && next.date && gapInDays(last.date, next.date) > SAME_EVENT_DAYS) stands += value;
    last = next;
  }
  return stands;
}

function openCeiling(events: DealEvent[], paid: SumByCurrency): SumByCurrency {
  const sums: SumByCurrency = {};
  for (const { role, currency, value } of events) {
    if (role !== 'ceiling' || currency === null || value === null || value <= (paid[currency] ?? 0) * 1.02) continue;
    sums[currency] = Math.max(sums[currency] ?? 0, value);
  }
  return sums;
}

function addAll(sums: SumByCurrency, more: SumByCurrency): SumByCurrency {
  return Object.entries(more).reduce((all, [currency, value]) => addMoney(all, { currency, value }), sums);
}
