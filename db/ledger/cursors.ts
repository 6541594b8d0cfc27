import type { CitedDocument } from '../../model/cited-document.ts';
import type { DocumentState } from '../../model/document.ts';
import type { FlagState, RuleId } from '../../model/flag.ts';
import type { Database } from '../open.ts';
import { latestDecisions } from './decisions.ts';
import { filteredPairs, getPairs, type LedgerFlag, type LedgerPair, toLedgerFlag } from './ledger.ts';
import { pairFilterIn } from './pair-query.ts';

/** Lists for programs: by a key that does not move, so that a page after another misses and doubles nothing. */
export interface Page<Row> {
  rows: Row[];
  /** Where the next page begins; null after the last. */
  next: string | null;
}

/** Deals of a query of the deals page, by id. */
export async function cursorDeals(
  db: Database,
  query: string,
  { after, limit }: { after: string; limit: number },
): Promise<Page<LedgerPair>> {
  const ids = await filteredPairs(db, { ...pairFilterIn(query), page: 1, pageSize: 1 })
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const rows = await getPairs(
    db,
    ids.slice(0, limit).map((row) => row.id as string),
  );
  return { rows, next: ids.length > limit ? (rows.at(-1)?.pair.id ?? null) : null };
}

/** Flags by deal and screen. */
export async function cursorFlags(
  db: Database,
  filter: { state?: FlagState | undefined; rule?: RuleId | undefined },
  { after, limit }: { after: string; limit: number },
): Promise<Page<LedgerFlag>> {
  const [afterPair = '', afterOrder = '-1'] = after.split(' ');
  const found = await db
    .selectFrom('flags')
    .selectAll()
    .where((eb) => eb(eb.refTuple('pair_id', 'rule_order'), '>', eb.tuple(afterPair, Number(afterOrder) || 0)))
    .$if(filter.state !== undefined, (some) => some.where('state', '=', filter.state as FlagState))
    .$if(filter.rule !== undefined, (some) => some.where('rule', '=', filter.rule as RuleId))
    .orderBy('pair_id')
    .orderBy('rule_order')
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit);
  const decisions = await latestDecisions(db, [...new Set(rows.map((row) => row.pair_id))]);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => toLedgerFlag(row, decisions.get(`${row.pair_id} ${row.rule}`) ?? null)),
    next: found.length > limit && last ? `${last.pair_id} ${last.rule_order}` : null,
  };
}

/** A document in a list for programs. */
export interface ListedDocument extends CitedDocument {
  language: string | null;
  state: DocumentState;
}

/** Documents, the latest to arrive first. */
export async function cursorDocuments(
  db: Database,
  { before, limit }: { before: string; limit: number },
): Promise<Page<ListedDocument>> {
  const from = /^\d{1,15}$/.test(before) ? Number(before) : Number.MAX_SAFE_INTEGER;
  const found = await db
    .selectFrom('documents')
    .select([
      'seq',
      'id',
      'title',
      'publisher',
      'source_class',
      'published',
      'url',
      'language',
      'state',
      'fetched_at',
      'hash',
    ])
    .where('seq', '<', from)
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit);
  return {
    rows: rows.map(({ seq: _seq, source_class, fetched_at, ...row }) => {
      return { ...row, sourceClass: source_class, fetchedAt: fetched_at };
    }),
    next: found.length > limit ? String(rows.at(-1)?.seq) : null,
  };
}
