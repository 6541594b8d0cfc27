import type { DealKind } from '../../model/deal.ts';
import { tierOf } from '../party.ts';
import type { Scene } from './scene.ts';

/** How a firm stands among those of its side: 0 is named in most sentences. */
export interface Rank {
  rank: number;
  share: number;
  count: number;
}

/** What a document is about as a whole, by what the grammar finds in it: a page on one buyer's purchases, say. */
export class Theme {
  private readonly byKind = new Map<string, number>();
  private readonly byAcquirer = new Map<string, number>();
  private readonly byTarget = new Map<string, number>();
  private readonly byPair = new Map<string, number>();
  private readonly together = new Map<string, number>();
  private readonly groups = new Map<string, number>();
  private readonly targets = new Map<string, number>();
  private readonly ranks = new Map<string, Rank>();

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
    return this.byAcquirer.has(`${kind}|${acquirer}`) || this.byTarget.has(`${kind}|${target}`);
  }

  /** How often the grammar claims a kind, a kind of one party, and the pair; how many parties there are; as they count here. */
  counts(kind: DealKind, acquirer: string, target: string) {
    const pair = this.byPair.get(`${kind}|${acquirer}|${target}`) ?? 0;
    const others = ['investment', 'acquisition', 'acquihire', 'cloud'].filter((k) => k !== kind);
    return {
      kind: (this.byKind.get(kind) ?? 0) - pair,
      acquirer: (this.byAcquirer.get(`${kind}|${acquirer}`) ?? 0) - pair,
      target: (this.byTarget.get(`${kind}|${target}`) ?? 0) - pair,
      pair,
      otherKinds: others.filter((k) => this.byPair.has(`${k}|${acquirer}|${target}`)).length,
      together: this.together.get(`${acquirer}|${target}`) ?? 0,
      groups: this.groups.size,
      targets: this.targets.size,
    };
  }

  private note({ frames, acquirers, targets }: Scene): void {
    for (const { kind, acquirer, target } of frames) {
      add(this.byKind, kind);
      add(this.byAcquirer, `${kind}|${acquirer}`);
      add(this.byTarget, `${kind}|${target}`);
      add(this.byPair, `${kind}|${acquirer}|${target}`);
    }
    const named = (list: Scene['targets']) =>
      new Set(list.filter((p) => p.mention?.form === 'name').map((p) => p.name));
    const [givers, takers] = [named(acquirers), named(targets)];
    for (const name of givers) if (tierOf(name) === 2) add(this.groups, name);
    for (const name of takers) add(this.targets, name);
    for (const a of givers) for (const t of takers) add(this.together, `${a}|${t}`);
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
