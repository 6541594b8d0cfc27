import { setImmediate as breathe } from 'node:timers/promises';
import { openItems } from '../../db/going-out/open-items.ts';
import type { Database } from '../../db/open.ts';
import type { OpenTie } from '../../model/open-data.ts';

/** A tie as the public list shows it: what stands behind it is on its own page. */
export type ListedTie = Omit<OpenTie, 'sums' | 'sources'>;

const kept = new WeakMap<Database, { at: string; ties: Promise<readonly ListedTie[]> }>();

/**
 * Every published tie, the largest first. Read once for each publishing (`at`) and kept: the page is open to everybody,
 * and must not cost a pass over the table each time that somebody asks.
 */
export function publishedTies(db: Database, at: string): Promise<readonly ListedTie[]> {
  const known = kept.get(db);
  if (known?.at === at) return known.ties;
  const ties = readAll(db);
  kept.set(db, { at, ties });
  ties.catch(() => kept.delete(db));
  return ties;
}

async function readAll(db: Database): Promise<readonly ListedTie[]> {
  const ties: ListedTie[] = [];
  for await (const items of openItems<OpenTie>(db, 'tie', null)) {
    for (const { body } of items) {
      const { sums: _sums, sources: _sources, ...listed } = body;
      ties.push(listed);
    }
    await breathe();
  }
  const sizeOf = (tie: ListedTie) => (tie.inUsd ?? 0) + (tie.backUsd ?? 0);
  return ties.sort((a, b) => sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1));
}
