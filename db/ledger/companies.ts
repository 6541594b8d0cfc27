import { sql } from 'kysely';
import { likeText } from '../like.ts';
import type { Database } from '../open.ts';
import { getPairs, type LedgerPair } from './ledger.ts';
import { MOST_NAMED, namesHolding, nameWords } from './names.ts';

/** A company in the list: on how many pairs it stands, on which side. */
export interface CompanyRow {
  name: string;
  acquires: number;
  targeted: number;
  /** US dollars put into others, and into it; null when no sum in dollars is known. */
  putInUsd: number | null;
  receivedUsd: number | null;
  /** The highest score among its pairs. */
  score: number;
}

export interface CompanyFilter {
  /** Words, each of them part of the name. */
  q?: string | undefined;
  /** Only those that stand on this side of a pair. */
  side?: 'acquirer' | 'target' | undefined;
  /** Default: those on most pairs first. */
  sort?: 'pairs' | 'name' | undefined;
  page: number;
  pageSize: number;
}

/** Companies of the ledger, filtered and paged. */
export async function listCompanies(
  db: Database,
  filter: CompanyFilter,
): Promise<{ rows: CompanyRow[]; total: number }> {
  const total = await countCompanies(db, filter);
  const ordered =
    filter.sort === 'name'
      ? filtered(db, filter).orderBy('name')
      : filtered(db, filter).orderBy(sql`acquires + targeted desc, name`);
  const rows = await ordered
    .select(['name', 'acquires', 'targeted'])
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
  const sums = await sumsOf(
    db,
    rows.map((row) => row.name),
  );
  return { rows: rows.map((row) => ({ ...row, ...(sums.get(row.name) ?? NOTHING) })), total };
}

/** All of them are all rows but those that stand on no pair any more: both are counted without looking at each. */
async function countCompanies(db: Database, filter: CompanyFilter): Promise<number> {
  const isAll = nameWords(filter.q).length === 0 && !filter.side;
  const counted = isAll
    ? db
        .selectFrom('companies')
        .select(sql<number>`count(*) - (select count(*) from companies where acquires + targeted = 0)`.as('total'))
    : filtered(db, filter).select(({ fn }) => fn.countAll<number>().as('total'));
  return (await counted.executeTakeFirstOrThrow()).total;
}

function filtered(db: Database, { q, side }: CompanyFilter) {
  let query = db.selectFrom('companies').where(sql<boolean>`acquires + targeted > 0`);
  for (const word of nameWords(q)) query = query.where('name', 'like', likeText(word));
  if (side === 'acquirer') query = query.where('acquires', '>', 0);
  if (side === 'target') query = query.where('targeted', '>', 0);
  return query;
}

const NOTHING = { putInUsd: null, receivedUsd: null, score: 0 };

async function sumsOf(db: Database, names: readonly string[]): Promise<Map<string, typeof NOTHING>> {
  const sums = new Map<string, { putInUsd: number | null; receivedUsd: number | null; score: number }>();
  for (const side of ['acquirer', 'target'] as const) {
    const rows = await db
      .selectFrom('pairs')
      .select([
        `${side} as name`,
        ({ fn }) => fn.sum<number | null>('paid_usd').as('paid'),
        ({ fn }) => fn.max('score').as('score'),
      ])
      .where(side, 'in', [...names])
      .groupBy(side)
      .execute();
    for (const { name, paid, score } of rows) {
      const known = sums.get(name) ?? NOTHING;
      const own = side === 'acquirer' ? { putInUsd: paid } : { receivedUsd: paid };
      sums.set(name, { ...known, ...own, score: Math.max(known.score, score) });
    }
  }
  return sums as Map<string, typeof NOTHING>;
}

/** Pairs on which a company stands as acquirer and as target, the highest score first. */
export async function pairsOfCompany(
  db: Database,
  name: string,
): Promise<{ acquires: LedgerPair[]; targeted: LedgerPair[] }> {
  const side = async (column: 'acquirer' | 'target') => {
    const rows = await db
      .selectFrom('pairs')
      .select('id')
      .where(column, '=', name)
      .orderBy('score', 'desc')
      .limit(MOST_PAIRS)
      .execute();
    const pairs = await getPairs(
      db,
      rows.map((row) => row.id),
    );
    return pairs.sort((a, b) => b.score - a.score);
  };
  return { acquires: await side('acquirer'), targeted: await side('target') };
}

/** A page with more pairs than this is read by nobody. */
const MOST_PAIRS = 500;

/** Names of companies on record that contain a word, the shortest first: for finding one by part of its name. */
export async function companyNames(db: Database, word: string, limit: number): Promise<string[]> {
  const found = await namesHolding(db, word, MOST_NAMED);
  const names = found.map(({ name }) => name);
  return names.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, limit);
}
