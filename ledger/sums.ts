import {
  type AmountRole,
  addMoney,
  type Currency,
  type HedgeByCurrency,
  hedgeOfSum,
  type SumByCurrency,
  sameMoney,
} from '../model/amount.ts';
import { comparePartial } from '../model/day.ts';
import { DEAL_KINDS } from '../model/deal.ts';
import type { Deal, DealEvent, Pair } from '../model/ledger.ts';
import { gapInDays, SAME_EVENT_DAYS } from './claims.ts';
import { comesAfter, standing } from './disputes.ts';
import { byText, type Documents } from './support.ts';

const PARTS: readonly AmountRole[] = ['tranche', 'fee'];

/** Sums of one name, each made of events, with how exact they are. */
interface Added {
  sums: SumByCurrency;
  hedges: HedgeByCurrency;
}

/**
 * What a pair's deals add up to, each currency by itself, and how exact that is. Talks, called-off deals, the size of rounds,
 * promises, totals below their own parts and figures that better sources contradict do not count.
 *
 * - paid: the payments added up, or the largest total told plus the payments after it, whichever is more. A total and its
 *   parts are never added, nor one sum told under two kinds of deal. A total that nothing places in time stands back
 *   behind payments that have a day.
 * - committed: in the order in which they were told, a later, larger commitment is read as the earlier one expanded; a later,
 *   smaller one with a date of its own, and one told as coming on top, comes on top. This counts too little rather than too much.
 * - ceiling: the highest "up to" that the payments have not reached. It is never added to anything.
 */
export function sumsOfPair(deals: Deal[], documents: Documents): Pick<Pair, 'sums' | 'hedges'> {
  const events = certainEvents(deals, documents);
  const paid = events.map((list) => paidIn(list, documents)).reduce(together, { sums: {}, hedges: {} });
  const committed = committedIn(events.flat());
  const ceiling = openCeiling(events.flat(), paid.sums);
  const told = { paid: paid.hedges, committed: committed.hedges, ceiling: ceiling.hedges };
  const hedges = Object.fromEntries(Object.entries(told).filter(([, hedge]) => Object.keys(hedge).length > 0));
  return {
    sums: { paid: paid.sums, committed: committed.sums, ceiling: ceiling.sums },
    ...(Object.keys(hedges).length ? { hedges } : {}),
  };
}

/** What one deal alone has paid, by the same reading; nothing while it is talked of or when it was called off. */
export function paidByDeal(deal: Deal, documents: Documents): Pick<Deal, 'paid' | 'paidHedges'> {
  const { sums, hedges } = paidIn(certainEvents([deal], documents).flat(), documents);
  return { paid: sums, ...(Object.keys(hedges).length ? { paidHedges: hedges } : {}) };
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

function currenciesOf(events: readonly DealEvent[]): Currency[] {
  return [...new Set(events.flatMap((event) => event.currency ?? []))].sort(byText);
}

const add = (events: readonly DealEvent[]) => events.reduce((sum, event) => sum + (event.value ?? 0), 0);

function paidIn(events: DealEvent[], documents: Documents): Added {
  return added(events, (own) => {
    const parts = own.filter((event) => PARTS.includes(event.role));
    const dated = parts.some(({ date }) => date !== null);
    const totals = own.filter(
      (event) =>
        event.role === 'total' &&
        !event.belowParts &&
        !holdsPromises(event, own) &&
        (!dated || isPlaced(event, documents)),
    );
    const largest = totals.reduce<DealEvent | null>((most, t) => (add([t]) > add(most ? [most] : []) ? t : most), null);
    const since = largest ? [largest, ...parts.filter((part) => comesAfter(part, largest, documents))] : [];
    return add(since) > add(parts) ? since : parts;
  });
}

/** Takes which of the sums of one currency count; gives what they come to in each. */
function added(events: readonly DealEvent[], counting: (own: DealEvent[]) => DealEvent[]): Added {
  const [sums, hedges]: [SumByCurrency, HedgeByCurrency] = [{}, {}];
  for (const currency of currenciesOf(events)) {
    const counted = counting(events.filter((event) => event.currency === currency && event.value !== null));
    const value = add(counted);
    if (value <= 0) continue;
    sums[currency] = value;
    const hedge = hedgeOfSum(counted.map(exactness));
    if (hedge) hedges[currency] = hedge;
  }
  return { sums, hedges };
}

/** The middle of a range is about what was told. */
const exactness = ({ hedge, low, high }: DealEvent) => (low !== high ? 'about' : hedge);

/** False when neither a total nor any page that tells it has a day. */
function isPlaced({ date, documentIds }: DealEvent, documents: Documents): boolean {
  const pages = documentIds.flatMap((id) => documents.get(id) ?? []);
  return date !== null || pages.length === 0 || pages.some(({ published }) => published !== null);
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

function committedIn(events: DealEvent[]): Added {
  const spend = events.filter(({ role, value }) => role === 'commitment' && (value ?? 0) > 0);
  return added(spend, (own) =>
    expanded([...own].sort((a, b) => comparePartial(toldOn(a), toldOn(b)) || (b.value ?? 0) - (a.value ?? 0))),
  );
}

const toldOn = (event: DealEvent) => event.date ?? event.reportedOn ?? null;

/** Takes commitments in the order in which they were told; gives those that make up what stands. What nothing places comes first. */
function expanded(commitments: DealEvent[]): DealEvent[] {
  let stands: DealEvent[] = [];
  let last: DealEvent | null = null;
  for (const next of commitments) {
    const isLater = last?.date && next.date && gapInDays(last.date, next.date) > SAME_EVENT_DAYS;
    const isOnTop = next.further && stands.length > 0 && !stands.some((one) => holds(one, next));
    if (isOnTop || (isLater && add([next]) <= add(stands))) stands = [...stands, next];
    else if (add([next]) > add(stands)) stands = [next];
    last = next;
  }
  return stands;
}

/** True when a commitment is another one again, or the whole that one document tells beside what is new of it. */
function holds(whole: DealEvent, next: DealEvent): boolean {
  const beside = toldOn(whole) === toldOn(next) && whole.documentIds.some((id) => next.documentIds.includes(id));
  return isSameMoney(whole, next) || (beside && add([whole]) > add([next]));
}

function openCeiling(events: DealEvent[], paid: SumByCurrency): Added {
  const ceilings = events.filter(({ role, value, currency }) => {
    return role === 'ceiling' && currency !== null && value !== null && value > (paid[currency] ?? 0) * 1.02;
  });
  return added(ceilings, (own) => [...own].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, 1));
}

function together(a: Added, b: Added): Added {
  const sums = Object.entries(b.sums).reduce((all, [currency, value]) => addMoney(all, { currency, value }), a.sums);
  const hedges: HedgeByCurrency = {};
  for (const currency of Object.keys(sums)) {
    const hedge = hedgeOfSum([a.hedges[currency], b.hedges[currency]]);
    if (hedge) hedges[currency] = hedge;
  }
  return { sums, hedges };
}
