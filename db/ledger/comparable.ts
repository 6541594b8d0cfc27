import type { RuleId } from '../../model/flag.ts';
import type { Database } from '../open.ts';
import { getPairs, type LedgerPair } from './ledger.ts';

/** The strongest pairs of each screen that are looked through; further ones compare no better. */
const LOOKED_THROUGH = 200;

/** Pairs on which most of the same screens fired, those of the nearest score first; at most `limit`. */
export async function comparablePairs(
  db: Database,
  { pairId, rules, score }: { pairId: string; rules: readonly RuleId[]; score: number },
  limit: number,
): Promise<LedgerPair[]> {
  const shared = new Map<string, { screens: number; distance: number }>();
  for (const rule of rules) {
    const rows = await db
      .selectFrom('flags')
      .select(['pair_id', 'score'])
      .where('rule', '=', rule)
      .where('pair_id', '<>', pairId)
      .orderBy('score', 'desc')
      .limit(LOOKED_THROUGH)
      .execute();
    for (const row of rows) {
      const screens = (shared.get(row.pair_id)?.screens ?? 0) + 1;
      shared.set(row.pair_id, { screens, distance: Math.abs(row.score - score) });
    }
  }
  const nearest = [...shared]
    .sort(([a, x], [b, y]) => y.screens - x.screens || x.distance - y.distance || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);
  const pairs = new Map((await getPairs(db, nearest)).map((entry) => [entry.pair.id, entry]));
  return nearest.flatMap((id) => pairs.get(id) ?? []);
}
