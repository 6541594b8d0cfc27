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
  private readonly standings = new Map<PossibleDeal, Standing[]>();
  private readonly targets: readonly { name: string; lower: string; best: number }[];
  readonly whole: { first: number; second: number; likely: number; mean: number; count: number };

  constructor(deals: readonly PossibleDeal[]) {
    const sorted = [...deals].sort((a, b) => b.best - a.best);
    this.groups = SHARED.map((share) => groupedBy(sorted, share));
    for (const deal of sorted) this.standings.set(deal, []);
    for (const groups of this.groups) for (const group of groups.values()) this.rank(group);
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

  /** Adds how each deal stands among those that share one thing, likeliest first. */
  private rank(group: readonly PossibleDeal[]): void {
    const many = group.length;
    const likely = likelyIn(group);
    group.forEach((deal, rank) => {
      const others = group[rank === 0 ? 1 : 0]?.best ?? 0;
      this.standings.get(deal)?.push({ others, rank, likely: likely - (deal.best >= LIKELY ? 1 : 0), many });
    });
  }

  /** In the order of what can be shared. */
  of(deal: PossibleDeal): readonly Standing[] {
    return this.standings.get(deal) ?? [];
  }

  /** How likely the likeliest other deal is of the same kind with one of the two. */
  ofKind(deal: PossibleDeal): number {
    const [ofTarget, ofAcquirer] = this.of(deal);
    return Math.max(ofTarget?.others ?? 0, ofAcquirer?.others ?? 0);
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

function groupedBy(deals: readonly PossibleDeal[], share: (d: PossibleDeal) => string): Map<string, PossibleDeal[]> {
  const groups = new Map<string, PossibleDeal[]>();
  for (const deal of deals) {
    const key = share(deal);
    const group = groups.get(key);
    if (group) group.push(deal);
    else groups.set(key, [deal]);
  }
  return groups;
}
