import { commonName, foldName } from './company.ts';
import type { Instant } from './day.ts';
import type { Fact } from './fact.ts';

/** `merge`: two names are one company. `split`: in one document a name means another company than usual. */
export type RulingKind = 'merge' | 'split';

/** What an analyst ruled on who is who. Kept for ever; an undone ruling counts no more. */
export interface NameRuling {
  id: number;
  kind: RulingKind;
  name: string;
  /** The document in which a split holds; null for a merge, which holds everywhere. */
  documentId: string | null;
  into: string;
  reason: string;
  userId: number;
  userName: string;
  at: Instant;
  endedAt: Instant | null;
}

/** Gives the name that a name in a document stands for. */
export type Naming = (name: string, documentId: string) => string;

/** Nothing has been ruled: every name stands for itself. */
export const AS_WRITTEN: Naming = (name) => name;

/**
 * Takes rulings that stand, in any order; gives the naming. A split is stronger than a merge, the later ruling than the
 * earlier. Merges may follow each other; a ring of them ends at the name where it would repeat.
 */
export function namingOf(rulings: readonly Pick<NameRuling, 'id' | 'kind' | 'name' | 'documentId' | 'into'>[]): Naming {
  if (!rulings.length) return AS_WRITTEN;
  const [merges, splits] = [new Map<string, string>(), new Map<string, string>()];
  for (const { kind, name, documentId, into } of [...rulings].sort((a, b) => a.id - b.id)) {
    if (kind === 'merge') merges.set(keyOf(name), into);
    else splits.set(`${documentId} ${keyOf(name)}`, into);
  }
  return (name, documentId) => {
    let found = splits.get(`${documentId} ${keyOf(name)}`) ?? name;
    for (const seen = new Set<string>(); merges.has(keyOf(found)) && !seen.has(keyOf(found)); ) {
      seen.add(keyOf(found));
      found = merges.get(keyOf(found)) as string;
    }
    return found;
  };
}

const keyOf = (name: string) => foldName(commonName(name));

/** Who a fact is about, and the document that names them. */
export type Parties = Pick<Fact, 'acquirer' | 'target' | 'documentId'>;

/** A fact with its parties named as ruled. Its id and evidence stay: what was read is not changed. */
export function renamed<F extends Parties>(fact: F, naming: Naming): F {
  if (naming === AS_WRITTEN) return fact;
  const { acquirer, target, documentId } = fact;
  return {
    ...fact,
    acquirer: acquirer === null ? null : naming(acquirer, documentId),
    target: target === null ? null : naming(target, documentId),
  };
}
