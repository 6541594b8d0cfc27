import { type SumByCurrency, sameMoney } from '../../model/amount.ts';
import { comparePartial, type PartialDay } from '../../model/day.ts';
import type { Deal, DealEvent, Pair } from '../../model/ledger.ts';
import { recapture } from '../../rules/loop.ts';
import { formatDay, formatMoney, formatSum } from '../../words/format.ts';
import { KIND_LABELS } from '../../words/labels.ts';
import { labels, t } from '../../words/speak.ts';
import type { Citations, Ref } from './citations.ts';

/** Sums of several currencies, side by side and never added: "$8bn and €15m"; null when there is none. */
export function sumsWords(sums: SumByCurrency): string | null {
  const parts = Object.entries(sums)
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([currency, value]) => formatMoney({ value, currency }));
  return parts.length ? parts.reduce((first, last) => t('frame.and', { first, last })) : null;
}

/** What was promised for later and is not paid: future parts of deals that still stand. */
export function promised(pair: Pair): SumByCurrency {
  const sums: SumByCurrency = {};
  const later = pair.deals
    .filter((deal) => deal.certainty !== 'ended')
    .flatMap((deal) => deal.events.filter((event) => event.role === 'future'));
  for (const { value, currency } of later) {
    if (value !== null && currency !== null) sums[currency] = (sums[currency] ?? 0) + value;
  }
  return sums;
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
  certainty: string;
  refs: Ref[];
  disputes: { text: string; refs: Ref[] }[];
  /** The facts behind it, for whoever corrects it. */
  factIds: readonly string[];
}

const ASIDE: Partial<Record<DealEvent['role'], string>> = labels('sums-aside');

/** Every known sum of a pair, by date, with the passages behind it and the figures that contradict it. */
export function moneyRows(pair: Pair, citations: Citations): MoneyRow[] {
  return pair.deals
    .flatMap((deal) => deal.events.map((event) => ({ deal, event })))
    .map((each) => ({ ...each, by: each.event.date ?? citations.firstTold(each.event.documentIds) }))
    .sort((a, b) => comparePartial(a.by, b.by))
    .map(({ deal, event, by }) => moneyRow(deal, event, by, citations));
}

/** One sum of a deal; `by` is its date, or the day on which it was first told. */
export function moneyRow(deal: Deal, event: DealEvent, by: PartialDay | null, citations: Citations): MoneyRow {
  const sum = sumText(event);
  const isBack = event.role === 'commitment';
  const isLater = event.role === 'future' || event.role === 'ceiling';
  return {
    date: event.date ? formatDay(event.date) : null,
    told: !event.date && by ? formatDay(by) : null,
    what: event.instrument ? `${KIND_LABELS[deal.kind]}, ${event.instrument}` : whatText(deal, event),
    putIn: isBack || isLater ? null : sum,
    promised: isLater ? sum : null,
    back: isBack ? sum : null,
    aside: isPrice(deal, event) ? null : (ASIDE[event.role] ?? null),
    certainty: event.certainty ?? deal.certainty,
    refs: citations.refs(event.factIds),
    factIds: event.factIds,
    disputes: event.disputedBy.map((dispute) => ({
      text: t('dossier.elsewhere', { dispute: formatMoney(dispute) }),
      refs: citations.refs([dispute.factId]),
    })),
  };
}

/** The total of a purchase or of a licence-and-hire is its price. */
function isPrice(deal: Deal, event: DealEvent): boolean {
  return event.role === 'total' && (deal.kind === 'acquisition' || deal.kind === 'acquihire');
}

function whatText(deal: Deal, event: DealEvent): string {
  const words: Record<DealEvent['role'], string> = {
    tranche: t('dossier.payment'),
    total: isPrice(deal, event) ? t('dossier.price') : t('dossier.total-so-far'),
    round: t('dossier.size-of-the-round'),
    ceiling: t('dossier.at-most'),
    future: t('dossier.to-follow'),
    commitment: t('dossier.commitment'),
    fee: t('dossier.licence-fee'),
  };
  return `${KIND_LABELS[deal.kind]}, ${words[event.role]}`;
}

function sumText({ value, currency, low, high, hedge }: DealEvent): string {
  return value === null || currency === null
    ? t('dossier.sum-unknown')
    : formatSum({ value, currency, low, high, hedge });
}

/** The recapture ratio as the screen computes it; null when money in or spend is not known, or a rate is missing. */
export function recaptureRatio({ sums, usd }: Pair): number | null {
  const dollars = usd?.paid && usd.committed ? { moneyIn: usd.paid, spend: usd.committed } : null;
  return recapture({ moneyIn: sums.paid, spend: sums.committed, dollars })?.ratio ?? null;
}

/** A ratio with one decimal; below one, with two significant digits. */
export function ratioWords(ratio: number): string {
  return ratio >= 1 ? ratio.toFixed(1) : String(Number(ratio.toPrecision(2)));
}

/** Whether the figures fit together: contradictions between sources first, then payments against the latest total. */
export function agreementWords(pair: Pair): string {
  const events = pair.deals.flatMap((deal) => deal.events);
  if (events.some((event) => event.disputedBy.length > 0)) {
    return t('dossier.sources-disagree-on-the-sums');
  }
  return pair.deals.flatMap((deal) => mismatch(deal) ?? [])[0] ?? t('dossier.no-figures-contradict-each-other');
}

/** Payments that do not add up to the largest total told, in words; null when they do or when there is no such total. */
function mismatch(deal: Deal): string | null {
  const known = (role: DealEvent['role']) =>
    deal.events.flatMap((e) =>
      e.role === role && e.value && e.currency ? [{ value: e.value, currency: e.currency }] : [],
    );
  const total = known('total').sort((a, b) => b.value - a.value)[0];
  const paid = known('tranche').filter((payment) => payment.currency === total?.currency);
  if (!total || deal.kind !== 'investment' || paid.length < 2) return null;
  const sum = { value: paid.reduce((all, payment) => all + payment.value, 0), currency: total.currency };
  if (sameMoney(sum, total)) return t('dossier.the-payments-add-up-to', { total: formatMoney(total) });
  return t('dossier.the-payments-add-up-to-the', { sum: formatMoney(sum), total: formatMoney(total) });
}
