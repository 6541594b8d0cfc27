import { eachSum, type HedgeByCurrency, type SumByCurrency, sameMoney } from '../../model/amount.ts';
import { comparePartial, type Day, lastDay, type PartialDay } from '../../model/day.ts';
import type { Deal, DealEvent, Pair } from '../../model/ledger.ts';
import { isHeldInTotal } from '../../model/pair-money.ts';
import type { Recapture } from '../../rules/loops/loop.ts';
import { formatDay, formatMoney, formatNumber, formatSum } from '../../words/format.ts';
import { INSTRUMENT_LABELS, KIND_LABELS } from '../../words/labels.ts';
import { labels, t } from '../../words/speak.ts';
import type { Citations, Ref } from './citations.ts';

/** Sums of several currencies, side by side and never added, as exact as they were told: "over $8bn and €15m"; null when there is none. */
export function sumsWords(sums: SumByCurrency, hedges?: HedgeByCurrency): string | null {
  const parts = eachSum(sums, hedges).map((sum) => formatSum(sum));
  return parts.length ? parts.reduce((first, last) => t('frame.and', { first, last })) : null;
}

/**
 * Promises whose day has passed although no payment of the sum is told since: paid unseen, late or given up, the documents do
 * not say which.
 */
export function overdueIn(pair: Pair, today: Day): SumByCurrency {
  const sums: SumByCurrency = {};
  for (const deal of pair.deals) {
    for (const event of deal.events.filter((one) => isOverdue(deal, one, today))) {
      if (event.value && event.currency) sums[event.currency] = (sums[event.currency] ?? 0) + event.value;
    }
  }
  return sums;
}

function isOverdue(deal: Deal, event: DealEvent, today: Day): boolean {
  const { role, date, value, currency } = event;
  if (role !== 'future' || !date || !value || !currency) return false;
  if (deal.certainty === 'ended' || lastDay(date) >= today) return false;
  const isPaid = (other: DealEvent) =>
    other.role === 'tranche' &&
    other.value !== null &&
    other.currency !== null &&
    sameMoney({ value: other.value, currency: other.currency }, { value, currency }) &&
    comparePartial(other.date ?? other.reportedOn ?? null, date) >= 0;
  return !deal.events.some(isPaid);
}

/** One row of the money table: the sum stands in one of three columns, or is shown without being added. */
export interface MoneyRow {
  date: string | null;
  /** For a sum without a date: when it was first told. */
  told: string | null;
  what: string;
  putIn: string | null;
  promised: string | null;
  back: string | null;
  /** Why it is shown but not added; null when it is. */
  aside: string | null;
  /** What a promise whose day has passed says of itself; null for every other sum. */
  overdue: string | null;
  certainty: string;
  refs: Ref[];
  disputes: { text: string; refs: Ref[] }[];
  /** The facts behind it, for whoever corrects it. */
  factIds: readonly string[];
}

const ASIDE: Partial<Record<DealEvent['role'], string>> = labels('sums-aside');

/** Every known sum of a pair, by date, with the passages behind it and the figures that contradict it. */
export function moneyRows(pair: Pair, citations: Citations, today: Day): MoneyRow[] {
  return pair.deals
    .flatMap((deal) => deal.events.map((event) => ({ deal, event })))
    .map((each) => ({ ...each, by: each.event.date ?? citations.firstTold(each.event.documentIds) }))
    .sort((a, b) => comparePartial(a.by, b.by))
    .map(({ deal, event, by }) => {
      const row = moneyRow(deal, event, by, citations);
      return isOverdue(deal, event, today) ? { ...row, overdue: t('dossier.day-passed-no-payment-told') } : row;
    });
}

/** One sum of a deal; `by` is its date, or the day on which it was first told. */
export function moneyRow(deal: Deal, event: DealEvent, by: PartialDay | null, citations: Citations): MoneyRow {
  const sum = sumText(event);
  const isBack = event.role === 'commitment';
  const isLater = event.role === 'future' || event.role === 'ceiling';
  return {
    date: event.date ? formatDay(event.date) : null,
    told: !event.date && by ? formatDay(by) : null,
    what: whatText(deal, event),
    putIn: isBack || isLater ? null : sum,
    promised: isLater ? sum : null,
    back: isBack ? sum : null,
    aside: asideText(deal, event),
    overdue: null,
    certainty: event.certainty ?? deal.certainty,
    refs: citations.refs(event.factIds),
    factIds: event.factIds,
    disputes: event.disputedBy.map((dispute) => ({
      text: t('dossier.elsewhere', { dispute: formatMoney(dispute) }),
      refs: citations.refs([dispute.factId]),
    })),
  };
}

function asideText(deal: Deal, event: DealEvent): string | null {
  if (isHeldInTotal(event, deal)) return t('dossier.held-in-a-later-total');
  if (event.belowParts) return t('dossier.below-its-parts');
  return isPrice(deal, event) ? null : (ASIDE[event.role] ?? null);
}

/** The total of a purchase or of a licence-and-hire is its price, unless the payments told are more. */
function isPrice(deal: Deal, event: DealEvent): boolean {
  return event.role === 'total' && !event.belowParts && (deal.kind === 'acquisition' || deal.kind === 'acquihire');
}

/** Of a record, in its own words; of documents, what the sum is for and the form that it has. */
function whatText(deal: Deal, event: DealEvent): string {
  const form = event.instrument ? INSTRUMENT_LABELS[event.instrument] : undefined;
  if (event.instrument && !form) return `${KIND_LABELS[deal.kind]}, ${event.instrument}`;
  return [roleText(deal, event), form].filter(Boolean).join(', ');
}

function roleText(deal: Deal, event: DealEvent): string {
  const words: Record<DealEvent['role'], string> = {
    tranche: t('dossier.payment'),
    total: isPrice(deal, event) ? t('dossier.price') : totalText(event),
    round: t('dossier.size-of-the-round'),
    ceiling: t('dossier.at-most'),
    future: t('dossier.to-follow'),
    commitment: t('dossier.commitment'),
    fee: t('dossier.licence-fee'),
  };
  return `${KIND_LABELS[deal.kind]}, ${words[event.role]}`;
}

/** A total is up to a day; one that nothing dates says so, and one below its own parts is no total. */
function totalText({ belowParts, date }: DealEvent): string {
  if (belowParts) return t('dossier.total-told');
  return date ? t('dossier.total-so-far') : t('dossier.total-undated');
}

function sumText({ value, currency, low, high, hedge }: DealEvent): string {
  return value === null || currency === null
    ? t('dossier.sum-unknown')
    : formatSum({ value, currency, low, high, hedge });
}

/** A ratio as exact as it is shown: to one decimal; below one, to two significant digits. */
export const ratioShown = (ratio: number): number =>
  ratio >= 1 ? Math.round(ratio * 10) / 10 : Number(ratio.toPrecision(2));

/** The same in words, as the language of the answer writes it. */
export const ratioWords = (ratio: number): string =>
  ratio >= 1 ? formatNumber(ratio, 1, 1) : formatNumber(ratioShown(ratio), 20);

/** A recapture ratio in words, and that it is a least one where only the most that may be put in is known. */
export function recaptureWords({ ratio, atLeast }: Pick<Recapture, 'ratio' | 'atLeast'>): string {
  return atLeast ? t('dossier.ratio-at-least', { ratio: ratioWords(ratio) }) : ratioWords(ratio);
}
