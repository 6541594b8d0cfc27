import { isOpenCase, shownStatus } from '../../model/ledger.ts';
import { OPEN_STATUSES } from '../../model/scrutiny.ts';
import { getPairs, type LedgerPair } from '../ledger/ledger.ts';
import type { Database } from '../open.ts';

/** More open cases than this are no calendar any more. */
const MOST_CASES = 2_000;

/** Pairs before any authority whose case is still open: those that can have a deadline. */
export async function openCases(db: Database): Promise<LedgerPair[]> {
  const rows = await db
    .selectFrom('pair_scrutiny')
    .select('pair_id')
    .distinct()
    .where('established', '=', 1)
    .where('status', 'in', OPEN_STATUSES)
    .limit(MOST_CASES)
    .execute();
  const entries = await getPairs(
    db,
    rows.map((row) => row.pair_id),
  );
  // A status alone does not tell: an authority may go on watching after its study has ended.
  return entries.filter(({ pair }) => pair.scrutiny.some((cell) => shownStatus(cell) !== null && isOpenCase(cell)));
}
