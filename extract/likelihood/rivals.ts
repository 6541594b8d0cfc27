import type { PossibleDeal } from './possible-deals.ts';

/** How a deal stands among those that share something with it. */
export interface Standing {
  /** The likeliest of the others. */
  others: number;
  /** How many are likelier. */
  rank: number;
  /** How many of the others are more likely told than not. */
  likely: number;
  many: number;
}

const LIKELY = 0.5;
const SHARED: readonly ((d: PossibleDeal) => string)[] = [
  (d) => `${d.kind}|${d.target}`,
  (d) => `${d.kind}|${d.acquirer}`,
  (d) => `${d.acquirer}|${d.target}`,
  (d) => d.acquirer,
  (d) => d.target,
  (d) => d.kind,
];
const PAIR = 2;
const ACQUIRER = 3;
const TARGET = 4;

/** The possible deals of a document by what they share: kind and target, kind and acquirer, pair, acquirer, target, kind. */
export class Rivals {
  private readonly groups: Map<string, PossibleDeal[]>[];
  private readonly ranks: Map<PossibleDeal, number>[];
  private readonly targets: readonly { name: string; lower: string; best: number }[];
  readonly whole: { first: number; second: number; likely: number; mean: number; count: number };

  constructor(deals: readonly PossibleDeal[]) {
    const sorted = [...deals].sort((a, b) => b.best - a.best);
    this.groups = SHARED.map((share) => groupedBy(sorted, share));
    this.ranks = this.groups.map(ranksIn);
    const byTarget = this.groups[TARGET] as Map<string, PossibleDeal[]>;
    this.targets = [...byTarget].map(([name, list]) => ({
      name,
      lower: name.toLowerCase(),
      best: (list[0] as PossibleDeal).best,
    }));
    this.whole = {
      first: sorted[0]?.best ?? 0,
      second: sorted[1]?.best ?? 0,
      likely: likelyIn(sorted),
      mean: sorted.reduce((sum, d) => sum + d.best, 0) / Math.max(1, sorted.length),
      count: sorted.length,
    };
  }

  /** In the order of what can be shared. */
  of(deal: PossibleDeal): Standing[] {
    return SHARED.map((share, i) => {
      const group = this.groups[i]?.get(share(deal)) ?? [];
      const other = group[0] === deal ? group[1] : group[0];
      return {
        others: other?.best ?? 0,
        rank: this.ranks[i]?.get(deal) ?? 0,
        likely: likelyIn(group) - (deal.best >= LIKELY ? 1 : 0),
        many: group.length,
      };
    });
  }

  /** How likely the likeliest other deal is of the same kind with one of the two. */
  ofKind(deal: PossibleDeal): number {
    return Math.max(
      ...this.of(deal)
        .slice(0, PAIR)
        .map((s) => s.others),
    );
  }

  /** The deals of any kind between the same two, likeliest first. */
  ofPair({ acquirer, target }: PossibleDeal): readonly PossibleDeal[] {
    return this.groups[PAIR]?.get(`${acquirer}|${target}`) ?? [];
  }

  /** How likely the likeliest deal is in which a firm is the acquirer; null when it is in none. */
  asAcquirer(name: string): number | null {
    return this.groups[ACQUIRER]?.get(name)?.[0]?.best ?? null;
  }

  isTarget(name: string): boolean {
    return this.groups[TARGET]?.has(name) ?? false;
  }

  /** How likely the likeliest deal is of a target whose name holds this one, and of one whose name is a piece of it. */
  overlap(name: string): { part: number; whole: number } {
    const known = this.overlaps.get(name) ?? this.overlapOf(name);
    this.overlaps.set(name, known);
    return known;
  }

  private readonly overlaps = new Map<string, { part: number; whole: number }>();

  private overlapOf(name: string) {
    const lower = name.toLowerCase();
    const found = { part: 0, whole: 0 };
    for (const t of this.targets) {
      if (t.name === name) continue;
      if (t.lower.includes(lower)) found.part = Math.max(found.part, t.best);
      else if (lower.includes(t.lower)) found.whole = Math.max(found.whole, t.best);
    }
    return found;
  }
}

const likelyIn = (sorted: readonly PossibleDeal[]) => {
  const end = sorted.findIndex((d) => d.best < LIKELY);
  return end < 0 ? sorted.length : end;
};

function ranksIn(groups: ReadonlyMap<string, PossibleDeal[]>): Map<PossibleDeal, number> {
  const ranks = new Map<PossibleDeal, number>();
  for (const group of groups.values()) for (const [rank, deal] of group.entries()) ranks.set(deal, rank);
  return ranks;
}

function groupedBy(deals: readonly PossibleDeal[], share: (d: PossibleDeal) => string): Map<string, PossibleDeal[]> {
  const groups = new Map<string, PossibleDeal[]>();
  for (const deal of deals) {
    const group = groups.get(share(deal));
    if (group) group.push(deal);
    else groups.set(share(deal), [deal]);
  }
  return groups;
}
