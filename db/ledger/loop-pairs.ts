import type { Pair } from '../../model/ledger.ts';
import type { Database } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
import { assembledPairs } from './ledger.ts';

/** Pairs on loops that are looked at, and those that share a firm with one of them: more than anybody follows by eye. */
const MOST_ON_LOOPS = 500;
const MOST_AROUND = 5_000;

const ON_LOOPS = `select pair_id from flags where rule = 'circular-financing' order by score desc, pair_id limit ${MOST_ON_LOOPS}`;
const AROUND = `
  with on_loops as (${ON_LOOPS}),
    firms as (
      select acquirer as name from pairs where id in on_loops union select target from pairs where id in on_loops
    )
  select id from pairs where acquirer in firms union select id from pairs where target in firms limit ${MOST_AROUND}`;

/** The pairs through which money is flagged to come back to its origin, with all that share a firm with one of them; and the ids of the former. */
export async function pairsAroundLoops(db: Database): Promise<{ pairs: Pair[]; flagged: ReadonlySet<string> }> {
  const flagged = await withConnection(db, () => prepared(db, ON_LOOPS).all() as { pair_id: string }[]);
  const rows = await withConnection(db, () => prepared(db, AROUND).all() as { id: string }[]);
  const pairs = await assembledPairs(
    db,
    rows.map(({ id }) => id),
  );
  return { pairs: pairs.map(({ pair }) => pair), flagged: new Set(flagged.map((row) => row.pair_id)) };
}
