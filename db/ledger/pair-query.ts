import { DEAL_KINDS } from '../../model/deal.ts';
import { BANDS } from '../../model/flag.ts';
import { SCRUTINY_STATUSES } from '../../model/scrutiny.ts';
import type { Database } from '../open.ts';
import { filteredPairs, type PairFilter } from './ledger.ts';

const MOST_NAMES = 50;
const LONGEST = 200;

/** What the deals page takes in its address and this understands. */
export const DEAL_PARAMETERS = ['q', 'acquirer', 'kind', 'band', 'authority', 'status'] as const;

/** Takes a query as the deals page has it in its address; gives the filter. What it does not know is left out. */
export function pairFilterIn(query: string): Omit<PairFilter, 'page' | 'pageSize'> {
  const given = new URLSearchParams(query);
  return {
    q: given.get('q')?.trim().slice(0, LONGEST) || undefined,
    acquirers: given.getAll('acquirer').filter(Boolean).slice(0, MOST_NAMES),
    kinds: DEAL_KINDS.filter((kind) => given.getAll('kind').includes(kind)),
    bands: BANDS.filter((band) => given.getAll('band').includes(band)),
    authority: given.get('authority')?.slice(0, LONGEST) || undefined,
    statuses: SCRUTINY_STATUSES.filter((status) => given.getAll('status').includes(status)),
  };
}

/** True when the pair is one of those that a query of the deals page shows. */
export async function isPairIn(db: Database, pairId: string, query: string): Promise<boolean> {
  const row = await filteredPairs(db, { ...pairFilterIn(query), page: 1, pageSize: 1 })
    .where('id', '=', pairId)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The ids of the pairs that a query of the deals page shows, by score. */
export async function pairIdsIn(db: Database, query: string): Promise<string[]> {
  const rows = await filteredPairs(db, { ...pairFilterIn(query), page: 1, pageSize: 1 })
    .select('id')
    .orderBy('score', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id as string);
}
