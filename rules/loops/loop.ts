import type { Currency, HedgeByCurrency, SumByCurrency } from '../../model/amount.ts';
import type { Term } from '../../model/deal.ts';
import type { Severity } from '../../model/flag.ts';
import type { Deal, Pair } from '../../model/ledger.ts';
import type { PairSource } from '../ledger-view.ts';
import { agreed, alive, firstTerm, inDollars, supplyBack, termOf } from '../pair-facts.ts';
import type { Threshold } from '../rule.ts';

/** The numbers of the round-trip screen. */
export const thresholds = {
  fullRecapture: { value: 1, about: 'Recapture ratio from which all the money may come back: strong' },
  clearRecapture: { value: 0.25, about: 'Recapture ratio from which the loop is clear' },
  largeMoneyIn: { value: 1_000_000_000, about: 'Money put in, in dollars, from which a loop can be strong' },
  deMinimis: {
    value: 10_000_000,
    about: 'Money put in, in dollars, below which nothing is flagged unless more is spent',
  },
} satisfies Record<string, Threshold>;

/** Terms that make the investor the provider of the firm. */
export const PROVIDER_TERMS: readonly Term[] = ['exclusive-provider', 'primary-provider', 'preferred-provider'];

/**
 * Terms that make one leg a condition of the other. A vehicle that the supplier funds and that buys the supplier's goods
 * has nothing else to spend the money on.
 */
export const CONDITIONS: readonly Term[] = ['tied-legs', 'financing-vehicle'];

/** How money or its worth goes in, and how it comes back. */
export interface Loop {
  /** `back`: the target buys from its funder. `supplier`: the funder buys from its target. `equity`: the seller pays. */
  form: 'back' | 'supplier' | 'equity';
  investment: Deal | null;
  supply: Deal | null;
  moneyIn: SumByCurrency;
  /** The most that may be put in, when nothing is known to be paid. */
  upTo: SumByCurrency;
  spend: SumByCurrency;
  /** How exact both are told. */
  hedges: { moneyIn?: HedgeByCurrency; spend?: HedgeByCurrency };
  /** The same in dollars at the rates of their days, whatever their currencies; missing where a rate is. */
  dollars: { moneyIn?: number; upTo?: number; spend?: number };
}

/** Committed spend divided by money put in, in one currency or both in dollars. */
export interface Recapture {
  ratio: number;
  currency: Currency;
  /** True when sums in other currencies went into it at the rates of their days. */
  converted: boolean;
  /** True when no payment is known and the most that may be put in stands for it: the ratio is at least this. */
  atLeast: boolean;
}

/** How the money of a pair comes back, and by which form; null when it does not. */
export function loopOf(pair: Pair, pairs: PairSource): Loop | null {
  const investment = agreed(pair, 'investment');
  const supply = alive(pair, 'cloud');
  const sums = { moneyIn: paidIn(pair, investment), upTo: pair.sums.ceiling };
  const told = investment?.paid ? investment.paidHedges : pair.hedges?.paid;
  if (supply && termOf(pair, 'supplier-gives-equity')) {
    return { form: 'equity', investment, supply, ...sums, ...spendOf(pair, pair, told) };
  }
  if (!investment) return null;
  if (buysFromFunder(pair, supply)) return { form: 'back', investment, supply, ...sums, ...spendOf(pair, pair, told) };
  const mirror = supplyBack(pair, pairs);
  const bought = mirror && agreed(mirror, 'cloud');
  if (bought && !isListingOnly(mirror)) {
    return { form: 'supplier', investment, supply: bought, ...sums, ...spendOf(mirror, pair, told) };
  }
  return termOf(pair, 'capacity-backstop')
    ? { form: 'supplier', investment, supply: null, ...sums, ...spendOf(pair, pair, told) }
    : null;
}

function spendOf(
  spending: Pair,
  funded: Pair,
  told: HedgeByCurrency | undefined,
): Pick<Loop, 'spend' | 'dollars' | 'hedges'> {
  // The dollars of a pair are those of all its deals: the ratio is of the stake alone.
  const stakeOnly = funded.deals.every(({ kind, paid }) => kind === 'investment' || !Object.keys(paid ?? {}).length);
  const { paid, ceiling } = funded.usd ?? {};
  const spend = spending.usd?.committed;
  const dollars = {
    ...(paid && stakeOnly ? { moneyIn: paid } : {}),
    ...(ceiling ? { upTo: ceiling } : {}),
    ...(spend ? { spend } : {}),
  };
  const back = spending.hedges?.committed;
  const hedges = { ...(told ? { moneyIn: told } : {}), ...(back ? { spend: back } : {}) };
  return { spend: spending.sums.committed, dollars, hedges };
}

function paidIn(pair: Pair, investment: Deal | null): SumByCurrency {
  return investment?.paid ?? (investment ? pair.sums.paid : {});
}

function buysFromFunder(pair: Pair, supply: Deal | null): boolean {
  if (termOf(pair, 'capacity-backstop')) return false;
  if (firstTerm(pair, [...PROVIDER_TERMS, 'credits', 'tied-legs'])) return true;
  return supply !== null && !isListingOnly(pair);
}

/** A model sold through a cloud is no purchase by its maker: every document that tells of supply means the listing. */
function isListingOnly(pair: Pair): boolean {
  const supply = alive(pair, 'cloud');
  const listing = supply?.terms.find((told) => told.term === 'marketplace-listing');
  const spends = supply?.events.some((event) => event.role === 'commitment');
  return !spends && listing !== undefined && listing.factIds.length >= (supply?.factIds.length ?? 0);
}

/** True when little is put in and nothing more is known to come back. */
export function isTooSmall(loop: Loop): boolean {
  const known = inDollars(loop.moneyIn);
  const limit = thresholds.deMinimis.value;
  return known > 0 && known < limit && inDollars(loop.spend) < limit && inDollars(loop.upTo) < limit;
}

/**
 * What is known of how much of the money comes back: committed spend divided by the money put in; where no payment is known,
 * at least that over the most that may be paid, when it is all of it. In dollars when several currencies play a part and all
 * have a rate, else in the currency of the largest money in; null when one of them is not known.
 */
export function recapture({ moneyIn, upTo, spend, dollars }: Loop): Recapture | null {
  if (isKnown(moneyIn)) return ratioOf(moneyIn, spend, [dollars.moneyIn, dollars.spend]);
  const least = ratioOf(upTo, spend, [dollars.upTo, dollars.spend]);
  return least && least.ratio >= thresholds.fullRecapture.value ? { ...least, atLeast: true } : null;
}

/** The same of a pair, for whoever shows it: as the screen sees it, and null where the screen sees no loop. */
export function recaptureOf(pair: Pair, pairs: PairSource = [pair]): Recapture | null {
  const loop = loopOf(pair, pairs);
  return loop && recapture(loop);
}

const isKnown = (sums: SumByCurrency) => Object.values(sums).some((value) => value > 0);

function ratioOf(
  moneyIn: SumByCurrency,
  spend: SumByCurrency,
  [dollarsIn, dollarsBack]: [number | undefined, number | undefined],
): Recapture | null {
  const currencies = new Set([...Object.keys(moneyIn), ...Object.keys(spend)]);
  if (currencies.size > 1 && dollarsIn && dollarsBack)
    return { ratio: dollarsBack / dollarsIn, currency: 'USD', converted: true, atLeast: false };
  const both = Object.keys(moneyIn).filter((currency) => (spend[currency] ?? 0) > 0);
  const currency = both.sort((a, b) => (moneyIn[b] ?? 0) - (moneyIn[a] ?? 0) || (a < b ? -1 : 1))[0];
  if (currency === undefined) return null;
  return { ratio: (spend[currency] ?? 0) / (moneyIn[currency] ?? 1), currency, converted: false, atLeast: false };
}

/** Severity by handbook 1.1: the ratio and the size of the money, or a tie that makes both legs one. */
export function severityOf(pair: Pair, loop: Loop): Severity {
  if (firstTerm(pair, ['credits', ...CONDITIONS])) return 3;
  const known = recapture(loop);
  const most = Math.max(inDollars(loop.upTo), loop.dollars.upTo ?? 0);
  const money = Math.max(inDollars(loop.moneyIn), loop.dollars.moneyIn ?? 0) || (known?.atLeast ? most : 0);
  const large = money >= thresholds.largeMoneyIn.value;
  if (!known) return large ? 2 : 1;
  if (known.ratio >= thresholds.fullRecapture.value && large) return 3;
  return known.ratio >= thresholds.clearRecapture.value ? 2 : 1;
}
