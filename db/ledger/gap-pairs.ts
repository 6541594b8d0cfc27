import type { Database } from '../open.ts';
import { getPairs, type LedgerPair } from './ledger.ts';

/** Pairs that are compared with: more than authorities have looked at in years. */
const MOST_MOVED = 2_000;

/**
 * What the gap view needs: flagged pairs before no authority, the highest scores first, of at most so many; and every
 * pair that an authority has taken a step on, to compare with. Steps under foreign-investment law are among the latter.
 */
export async function pairsForGaps(db: Database, most: number): Promise<LedgerPair[]> {
  const moved = await db
    .selectFrom('pair_scrutiny')
    .select('pair_id as id')
    .distinct()
    .where('established', '=', 1)
    .limit(MOST_MOVED)
    .execute();
  const silent = await db
    .selectFrom('pairs as p')
    .select('p.id')
    .where('p.id', 'in', (eb) => eb.selectFrom('flags').select('pair_id'))
    .where('p.id', 'not in', (eb) => eb.selectFrom('pair_scrutiny').select('pair_id').where('established', '=', 1))
    .orderBy('p.score', 'desc')
    .orderBy('p.id')
    .limit(most)
    .execute();
  return getPairs(
    db,
    [...moved, ...silent].map((row) => row.id),
  );
}
