import { commonName, foldName, sameGroup } from '../model/company.ts';
import { firstDay, type PartialDay } from '../model/day.ts';
import type { Layer } from '../model/deal.ts';
import list from './markets.json' with { type: 'json' };

/** A firm that sells in a market. What is not known of it stays open and is asked for. */
export interface Seller {
  company: string;
  founded: number;
  /** A public page on which it can be seen that it sells there: mostly its own. */
  url: string;
  /** When it began to sell there. */
  since: PartialDay;
  /** Per cent of the market that public findings bear out; missing when none do. Never a share for the HHI. */
  atLeast?: number;
  /** From when that holds; always when missing. */
  atLeastFrom?: PartialDay;
  /** True when authorities or courts found that buyers have few other sources. */
  hardToReplace?: boolean;
  /** Sells chips to others' clouds, not only hours on its own. */
  merchant?: boolean;
  controlledBy?: { company: string; since: PartialDay };
}

/**
 * A market in which some firms of the ledger meet. The source defines the market, and what it or another authority found of a
 * seller's weight. Each seller has a page that shows what it sells; since when, and its year of foundation, are kept by hand
 * from what is generally known, and are assumptions (`listedIn`): it says who sells, not how much. Firms in no market are simply not compared.
 */
export interface Market {
  market: string;
  layer: Layer;
  source: { title: string; url: string };
  sellers: readonly Seller[];
  /** Firms that authorities found to depend on this input or route. */
  dependants?: readonly string[];
}

export const markets: readonly Market[] = list as unknown as Market[];

const bySeller = new Map<string, { market: Market; seller: Seller }[]>();
for (const market of markets) {
  for (const seller of market.sellers) {
    const key = keyOf(seller.company);
    bySeller.set(key, [...(bySeller.get(key) ?? []), { market, seller }]);
  }
}

const byDependant = new Map<string, Market[]>();
for (const market of markets) {
  for (const name of market.dependants ?? []) {
    byDependant.set(keyOf(name), [...(byDependant.get(keyOf(name)) ?? []), market]);
  }
}

/** The markets whose input or route a firm was found to depend on. */
export function needsOf(company: string): readonly Market[] {
  return byDependant.get(keyOf(company)) ?? [];
}

function keyOf(name: string): string {
  return foldName(commonName(name));
}

/** The markets in which a firm sells, with what is known of it there. */
export function marketsOf(company: string): readonly { market: Market; seller: Seller }[] {
  return bySeller.get(keyOf(company)) ?? [];
}

/** A firm as seller in a market, if it sold there by that day; without a day, if it ever did. */
export function sellerIn(market: Market, company: string, day: PartialDay | null): Seller | null {
  const seller = market.sellers.find((one) => sameGroup(one.company, company));
  return seller && (day === null || firstDay(seller.since) <= firstDay(day)) ? seller : null;
}

/**
 * The markets in which a group, itself or by a firm that it controls, and another firm both sell by a day; without a day, in
 * which both ever did. A group is no rival of what it controls.
 */
export function sharedMarkets(group: string, firm: string, day: PartialDay | null): readonly Market[] {
  return marketsOf(firm).flatMap(({ market }) => {
    const own = sellersUnder(market, group, day).some(({ company }) => !sameGroup(company, firm));
    return own && sellerIn(market, firm, day) ? [market] : [];
  });
}

/** Where a statement about sellers comes from: the market is somebody's finding, who sells in it is our own list. */
export function listedIn(source: string): string {
  return `market: ${source}; sellers: a list kept by hand`;
}

/** What looks alike and is not, for every screen that rests on the list of sellers. */
export const LISTED_WRONGLY =
  'A firm that does not sell what it is listed for: who sells what is a list kept by hand, not a finding.';

/** The share in per cent that a seller had at least on a day; 0 when public findings do not say. */
export function shareAtLeast(seller: Seller, day: PartialDay | null): number {
  const from = seller.atLeastFrom;
  return from && day !== null && firstDay(from) > firstDay(day) ? 0 : (seller.atLeast ?? 0);
}

/** Sellers of a market that a group is or controls on a day. */
export function sellersUnder(market: Market, group: string, day: PartialDay | null): readonly Seller[] {
  return market.sellers.filter(({ company, since, controlledBy }) => {
    const own = sameGroup(company, group) ? since : null;
    const held = controlledBy && sameGroup(controlledBy.company, group) ? controlledBy.since : null;
    const begins = own ?? held;
    return begins !== null && (day === null || firstDay(begins) <= firstDay(day));
  });
}
