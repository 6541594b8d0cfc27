import type { DealKind } from '../../model/deal.ts';
import { tierOf } from '../names/party.ts';
import type { Scene } from './scene.ts';

/** How a firm stands among those of its side: 0 is named in most sentences. */
export interface Rank {
  rank: number;
  share: number;
  count: number;
}

/** What a document is about as a whole, by what the grammar finds in it: a page on one buyer's purchases, say. */
export class Theme {
  private readonly byKind: Counts<DealKind> = new Map();
  private readonly byAcquirer = new Map<string, Counts<DealKind>>();
  private readonly byTarget = new Map<string, Counts<DealKind>>();
  private readonly byPair = new Map<string, Map<string, Counts<DealKind>>>();
  private readonly together = new Map<string, Counts<string>>();
  private readonly groups = new Map<string, number>();
  private readonly targets = new Map<string, number>();
  private readonly ranks = new Map<string, Rank>();
  private readonly customers = new Set<string>();

  constructor(scenes: readonly Scene[]) {
    for (const scene of scenes) this.note(scene);
    for (const counts of [this.groups, this.targets]) this.rankAll(counts);
  }

  /** How often a firm is named among those of its side. */
  rank(name: string): Rank {
    return this.ranks.get(name) ?? { rank: 99, share: 0, count: 0 };
  }

  private rankAll(counts: ReadonlyMap<string, number>): void {
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    for (const [rank, [name, count]] of sorted.entries()) this.ranks.set(name, { rank, share: count / all, count });
  }

  /** True when deals of that kind are claimed of either party somewhere in the document. */
  tells(kind: DealKind, acquirer: string, target: string): boolean {
    return (this.byAcquirer.get(acquirer)?.has(kind) || this.byTarget.get(target)?.has(kind)) ?? false;
  }

  /** How often the grammar claims a kind, a kind of one party, and the pair; how many parties there are; as they count here. */
  counts(kind: DealKind, acquirer: string, target: string) {
    const ofPair = this.byPair.get(acquirer)?.get(target);
    const pair = ofPair?.get(kind) ?? 0;
    return {
      kind: (this.byKind.get(kind) ?? 0) - pair,
      acquirer: (this.byAcquirer.get(acquirer)?.get(kind) ?? 0) - pair,
      target: (this.byTarget.get(target)?.get(kind) ?? 0) - pair,
      pair,
      otherKinds: otherKinds(ofPair, kind),
      together: this.together.get(acquirer)?.get(target) ?? 0,
      groups: this.groups.size,
      targets: this.targets.size,
    };
  }

  /** True when the document says that a group uses or sells on what the other firm makes. */
  isCustomer(group: string, maker: string): boolean {
    return this.customers.has(`${group}|${maker}`);
  }

  private note({ frames, acquirers, targets, customers }: Scene): void {
    for (const pair of customers) this.customers.add(pair);
    for (const { kind, acquirer, target } of frames) {
      add(this.byKind, kind);
      add(within(this.byAcquirer, acquirer), kind);
      add(within(this.byTarget, target), kind);
      add(within(within(this.byPair, acquirer), target), kind);
    }
    const named = (list: Scene['targets']) =>
      new Set(list.filter((p) => p.mention?.form === 'name').map((p) => p.name));
    const [givers, takers] = [named(acquirers), named(targets)];
    for (const name of givers) if (tierOf(name) === 2) add(this.groups, name);
    for (const name of takers) add(this.targets, name);
    for (const a of givers) {
      const beside = within(this.together, a);
      for (const t of takers) add(beside, t);
    }
  }
}

type Counts<K> = Map<K, number>;

/** The kinds of a deal that are weighed against one another; a partnership is none of them. */
const WEIGHED: readonly DealKind[] = ['investment', 'acquisition', 'acquihire', 'cloud'];

function otherKinds(counts: Counts<DealKind> | undefined, own: DealKind): number {
  if (!counts) return 0;
  let others = 0;
  for (const kind of WEIGHED) if (kind !== own && counts.has(kind)) others += 1;
  return others;
}

function add<K>(counts: Counts<K>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The map that stands under a key, made where there is none. */
function within<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<K, V>();
  maps.set(key, made);
  return made;
}
