import { sameGroup } from '../model/company.ts';
import { comparePartial } from '../model/day.ts';
import type { StatedShare } from '../model/market.ts';

/** How concentrated a market is before and after two of its firms become one. All in points of squared per cent. */
export interface Concentration {
  market: string;
  territory: string;
  /** The shares that were used, the largest first, each firm's latest. */
  shares: StatedShare[];
  acquirer: number;
  target: number;
  /** Sum of the squares of the shares entered: what the rest of the market holds can only add to it. */
  hhiBefore: number;
  hhiAfter: number;
  /** 2·s1·s2. */
  delta: number;
  /** Shares not entered, in per cent. */
  open: number;
}

/** Takes shares as entered; gives the concentration of each market and place in which both firms have one. */
export function concentrations(acquirer: string, target: string, shares: readonly StatedShare[]): Concentration[] {
  const places = new Map<string, StatedShare[]>();
  for (const share of shares) {
    const key = `${share.market}\n${share.territory}`;
    places.set(key, [...(places.get(key) ?? []), share]);
  }
  return [...places.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, told]) => concentrationOf(acquirer, target, latestOf(told)) ?? []);
}

function latestOf(told: StatedShare[]): StatedShare[] {
  const latest: StatedShare[] = [];
  for (const share of [...told].sort((a, b) => comparePartial(b.asOf, a.asOf))) {
    if (!latest.some((other) => sameGroup(other.company, share.company))) latest.push(share);
  }
  return latest.sort((a, b) => b.share - a.share || (a.company < b.company ? -1 : 1));
}

function concentrationOf(acquirer: string, target: string, shares: StatedShare[]): Concentration | null {
  const [own, its] = [acquirer, target].map((name) => shares.find((share) => sameGroup(share.company, name)));
  if (!own || !its || own === its) return null;
  const hhiBefore = herfindahl(shares.map(({ share }) => share));
  const delta = 2 * own.share * its.share;
  const told = shares.reduce((sum, { share }) => sum + share, 0);
  return {
    market: own.market,
    territory: own.territory,
    shares,
    acquirer: own.share,
    target: its.share,
    hhiBefore: round(hhiBefore),
    hhiAfter: round(hhiBefore + delta),
    delta: round(delta),
    open: round(Math.max(0, 100 - told)),
  };
}

/** Sum of the squares of shares in per cent, the Herfindahl-Hirschman index: 10,000 where one has everything. */
export const herfindahl = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share ** 2, 0);

const round = (points: number) => Math.round(points * 10) / 10;
