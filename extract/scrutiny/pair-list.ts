/** A pair of acquirer and target that the document speaks of. */
export interface DealPair {
  acquirer: string;
  target: string;
}

const NONE: readonly Listed[] = [];

interface Listed {
  pair: DealPair;
  /** Its place in the list. */
  at: number;
}

export const pairKey = (pair: DealPair) => `${pair.acquirer}\u0000${pair.target}`;

/**
 * Pairs, each once, in the order in which they were first met, and by the name of either party, so that a page with ten
 * thousand cases is read in step with its length.
 */
export class PairList {
  private readonly pairs: DealPair[] = [];
  private readonly listed = new Map<string, Listed>();
  private readonly targets = new Map<string, Listed[]>();
  private readonly acquirers = new Map<string, Listed[]>();
  /** The pair met last, of all and with a party. */
  private latest: DealPair | null = null;
  private readonly latestOfTarget = new Map<string, DealPair>();
  private readonly latestOfAcquirer = new Map<string, DealPair>();

  constructor(pairs: Iterable<DealPair> = []) {
    for (const pair of pairs) this.add(pair);
  }

  /** Adds a pair, or notes that it was met again. */
  add(pair: DealPair): void {
    this.latest = pair;
    this.latestOfTarget.set(pair.target, pair);
    this.latestOfAcquirer.set(pair.acquirer, pair);
    const key = pairKey(pair);
    if (this.listed.has(key)) return;
    const listed = { pair, at: this.pairs.length };
    this.pairs.push(pair);
    this.listed.set(key, listed);
    push(this.targets, pair.target, listed);
    push(this.acquirers, pair.acquirer, listed);
  }

  get all(): readonly DealPair[] {
    return this.pairs;
  }

  has(pair: DealPair): boolean {
    return this.listed.has(pairKey(pair));
  }

  /** True when the name is the acquirer's of some pair. */
  hasAcquirer(name: string): boolean {
    return this.acquirers.has(name);
  }

  hasTarget(name: string): boolean {
    return this.targets.has(name);
  }

  /** The pairs both of whose parties are among the names, in order. */
  among(names: ReadonlySet<string>): DealPair[] {
    const found: Listed[] = [];
    for (const name of names)
      for (const listed of this.targets.get(name) ?? NONE) if (names.has(listed.pair.acquirer)) found.push(listed);
    return found.sort((a, b) => a.at - b.at).map(({ pair }) => pair);
  }

  /** The first pair with a target, and how many pairs a firm is the target, or the acquirer, of. */
  firstOf(target: string): DealPair | null {
    return this.targets.get(target)?.[0]?.pair ?? null;
  }

  /** The pairs that a firm is the target of; where there are none, those that it is the acquirer of. */
  counted(name: string): { as: 'target' | 'acquirer'; count: number; first: DealPair | null } {
    const own = this.targets.get(name);
    const bought = own ?? this.acquirers.get(name) ?? NONE;
    return { as: own ? 'target' : 'acquirer', count: bought.length, first: bought[0]?.pair ?? null };
  }

  /** The only pair of one of some acquirers, null where they have more or none. */
  soleOf(acquirers: ReadonlySet<string>): DealPair | null {
    let sole: DealPair | null = null;
    for (const name of acquirers) {
      const own = this.acquirers.get(name) ?? NONE;
      if (own.length > 1 || (own.length === 1 && sole)) return null;
      sole = own[0]?.pair ?? sole;
    }
    return sole;
  }

  /** The pair met last, of all or with a party. */
  last(as?: 'target' | 'acquirer', name = ''): DealPair | null {
    if (as === undefined) return this.latest;
    return (as === 'target' ? this.latestOfTarget : this.latestOfAcquirer).get(name) ?? null;
  }
}

function push<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
