import { listDocuments } from '../../db/documents.ts';
import { listPairs } from '../../db/ledger.ts';
import { listSources } from '../../db/sources.ts';
import { dayOf } from '../../model/day.ts';
import { paths } from '../../model/paths.ts';
import { withQuery } from '../forms/flag-filter.ts';
import { pageNumber, typedText } from '../forms/query.ts';
import type { Handler } from '../handler.ts';
import { dealLine } from '../present/deal-line.ts';
import { documentLine } from '../present/document-line.ts';
import { counted, pager } from '../present/pager.ts';
import { registersOf } from '../present/scrutiny.ts';
import { SEARCH_HELP, searchSentence } from '../present/search-words.ts';

const DOCUMENTS_A_PAGE = 20;
/** The deals that match stand above the documents; the rest are one click away. */
const DEALS_SHOWN = 10;
/** The index is asked for the newest so many; see db/search.ts. */
const MOST_FOUND = 2_000;

/** Deals by the names of their companies, and documents by their words, the newest first. */
export const search: Handler = async ({ db, now }, { query }) => {
  const q = typedText(query.get('q'));
  const looked = q ? searchSentence(q) : null;
  const page = pageNumber(query);
  const nothing = { rows: [], total: 0 };
  const deals = looked
    ? await listPairs(db, { q: withoutSigns(q ?? ''), sort: 'latest', page: 1, pageSize: DEALS_SHOWN })
    : nothing;
  const documents = looked ? await listDocuments(db, { q, page, pageSize: DOCUMENTS_A_PAGE }) : nothing;
  const registers = registersOf(await listSources(db, now()));
  const own = new URLSearchParams(q ? { q } : {});
  const data = {
    q: q ?? '',
    looked,
    help: SEARCH_HELP,
    found: looked !== null && deals.total + documents.total > 0,
    deals: deals.rows.map((row) => dealLine(row, dayOf(now()), registers)),
    dealCount: counted(deals.total, 'pair', 'pairs'),
    allDeals: deals.total > DEALS_SHOWN ? paths.deals(withQuery(own, { sort: 'newest' })) : null,
    documents: documents.rows.map((row) => documentLine(row, q)),
    documentCount: counted(documents.total, 'document', 'documents', MOST_FOUND),
    narrow: paths.documents(withQuery(own, {})),
    pager: pager(own, { page, pageSize: DOCUMENTS_A_PAGE, total: documents.total }, (rest) => `/search${rest}`),
  };
  return { view: 'search', title: q ? `Search: ${q}` : 'Search', data };
};

/** A company is looked for by part of its name, where quotes and asterisks have no meaning. */
function withoutSigns(q: string): string {
  return q.replace(/["*]/g, ' ').trim();
}
