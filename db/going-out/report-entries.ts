import { sql } from 'kysely';
import type { CitedDocument } from '../../model/cited-document.ts';
import type { Pair } from '../../model/ledger.ts';
import { chunks } from '../chunks.ts';
import { allPairs, getPairs, type LedgerPair } from '../ledger/ledger.ts';
import type { Database } from '../open.ts';
import { builtOnce } from '../prepared.ts';

/** A pair with what is needed to cite it: the shape that reports take. */
export interface CitedPair extends LedgerPair {
  documents: Map<string, CitedDocument>;
  /** Which document each fact stands in. */
  documentOfFact: Map<string, string>;
}

/** The pairs named (all with null), with the documents behind them and where each of their facts stands; by id. */
export async function reportEntries(db: Database, pairIds: readonly string[] | null): Promise<CitedPair[]> {
  const pairs = pairIds === null ? await allPairs(db) : await getPairs(db, pairIds);
  const factIds = [...new Set(pairs.flatMap(factIdsIn))];
  const documentOfFact = new Map<string, string>();
  for (const some of chunks(factIds)) {
    const rows = await db.selectFrom('facts').select(['id', 'document_id']).where('id', 'in', some).execute();
    for (const row of rows) documentOfFact.set(row.id, row.document_id);
  }
  const documents = await citedDocuments(db, [
    ...new Set([...documentOfFact.values(), ...pairs.flatMap(({ pair }) => pair.documentIds)]),
  ]);
  return pairs.map((pair) => ({ ...pair, documents, documentOfFact }));
}

const CITED = builtOnce((db, list: string) =>
  db
    .selectFrom('documents')
    .select(['id', 'title', 'publisher', 'source_class', 'published', 'url', 'fetched_at', 'hash'])
    .where('id', 'in', sql<string>`(select value from json_each(${list}))`),
);

/** Some documents as reports cite them. */
export async function citedDocuments(db: Database, ids: readonly string[]): Promise<Map<string, CitedDocument>> {
  const cited = new Map<string, CitedDocument>();
  for (const { source_class, fetched_at, ...row } of await CITED(db, JSON.stringify(ids))) {
    cited.set(row.id, { ...row, sourceClass: source_class, fetchedAt: fetched_at });
  }
  return cited;
}

function factIdsIn({ pair, flags }: LedgerPair): string[] {
  return [...factIdsOfPair(pair), ...flags.flatMap((flag) => [...flag.for, ...flag.against].flatMap((f) => f.factIds))];
}

function factIdsOfPair(pair: Pair): string[] {
  const ofDeals = pair.deals.flatMap((deal) => [
    ...deal.factIds,
    ...deal.events.flatMap((event) => [...event.factIds, ...event.disputedBy.map((dispute) => dispute.factId)]),
    ...deal.terms.flatMap((term) => term.factIds),
  ]);
  const bodies = [...pair.scrutiny, ...(pair.foreignInvestment ?? [])];
  const ofSteps = bodies.flatMap((cell) => [...cell.history, ...cell.proposed].flatMap((step) => step.factIds));
  return [...ofDeals, ...ofSteps];
}
