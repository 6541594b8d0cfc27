import type { Pair } from '../model/ledger.ts';

/**
 * The ledger as screens see it: pairs by their two sides. Kept up to date pair by pair, so that one new document does
 * not cost a walk through the whole ledger.
 */
export interface LedgerView {
  readonly size: number;
  /** Rises with each change: what was worked out for an earlier number may be stale. */
  readonly version: number;
  get(id: string): readonly Pair[];
  byAcquirer(name: string): readonly Pair[];
  byTarget(name: string): readonly Pair[];
  all(): Iterable<Pair>;
  /** Ids of the pairs that changed since a version; null when that is too long ago to tell. */
  changedSince(version: number): readonly string[] | null;
  /** What was worked out from the pairs of one acquirer, kept until one of them changes. */
  remember<T>(acquirer: string, what: string, workOut: (pairs: readonly Pair[]) => T): T;
  /** Puts a pair in place of those with its id. */
  set(pair: Pair): void;
  delete(id: string): void;
}

/** What screens are handed: a list that does not change, or a view that is kept. */
export type PairSource = readonly Pair[] | LedgerView;

type Lists = Map<string, Pair[]>;

/** Changes that are kept in mind for those who follow a view. */
const LONGEST_LOG = 10_000;

/** Takes pairs; gives a view of them. Records kept by hand may describe one pair in several parts: all are kept. */
export function ledgerView(pairs: Iterable<Pair> = []): LedgerView {
  const [byId, byAcquirer, byTarget]: [Lists, Lists, Lists] = [new Map(), new Map(), new Map()];
  const notes = new Map<string, Map<string, unknown>>();
  let log: string[] = [];
  let [size, version] = [0, 0];
  const changed = (id: string) => {
    version += 1;
    log.push(id);
    if (log.length > 2 * LONGEST_LOG) log = log.slice(-LONGEST_LOG);
  };
  const put = (pair: Pair) => {
    notes.delete(pair.acquirer);
    push(byId, pair.id, pair);
    push(byAcquirer, pair.acquirer, pair);
    push(byTarget, pair.target, pair);
    size += 1;
  };
  const remove = (id: string) => {
    for (const pair of byId.get(id) ?? []) {
      notes.delete(pair.acquirer);
      drop(byAcquirer, pair.acquirer, pair);
      drop(byTarget, pair.target, pair);
      size -= 1;
    }
    byId.delete(id);
  };
  for (const pair of pairs) put(pair);
  return {
    get size() {
      return size;
    },
    get version() {
      return version;
    },
    get: (id) => byId.get(id) ?? NONE,
    byAcquirer: (name) => byAcquirer.get(name) ?? NONE,
    byTarget: (name) => byTarget.get(name) ?? NONE,
    *all() {
      for (const list of byId.values()) yield* list;
    },
    changedSince: (since) => {
      const count = version - since;
      return count > log.length ? null : count === 0 ? [] : log.slice(-count);
    },
    remember: <T>(acquirer: string, what: string, workOut: (pairs: readonly Pair[]) => T) => {
      const own = notes.get(acquirer) ?? new Map<string, unknown>();
      notes.set(acquirer, own);
      if (!own.has(what)) own.set(what, workOut(byAcquirer.get(acquirer) ?? NONE));
      return own.get(what) as T;
    },
    set(pair) {
      remove(pair.id);
      put(pair);
      changed(pair.id);
    },
    delete(id) {
      remove(id);
      changed(id);
    },
  };
}

const NONE: readonly Pair[] = [];
const views = new WeakMap<readonly Pair[], LedgerView>();

/** The view itself, or the one of a list: each list is looked through once, though every screen asks for every pair. */
export function viewOf(source: PairSource): LedgerView {
  if (!Array.isArray(source)) return source as LedgerView;
  const known = views.get(source) ?? ledgerView(source);
  views.set(source, known);
  return known;
}

/** A pair as it stands in a view: a view that is kept holds less of each than is assessed. */
export function inView(pair: Pair, source: PairSource): Pair {
  const own = viewOf(source).get(pair.id);
  return own.includes(pair) ? pair : (own[0] ?? pair);
}

/** The pairs that run from the target of one to its acquirer. */
export function mirrorsOf(pair: Pair, source: PairSource): readonly Pair[] {
  const [acquirer, target] = pair.id.split('--');
  return viewOf(source).get(`${target}--${acquirer}`);
}

function push(lists: Lists, key: string, pair: Pair): void {
  const list = lists.get(key);
  if (list) list.push(pair);
  else lists.set(key, [pair]);
}

function drop(lists: Lists, key: string, pair: Pair): void {
  const list = lists.get(key);
  const at = list?.indexOf(pair) ?? -1;
  if (!list || at < 0) return;
  if (list.length === 1) lists.delete(key);
  else list.splice(at, 1);
}
