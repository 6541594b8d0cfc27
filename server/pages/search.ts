import type { Context } from '../../context.ts';
import { type DocumentFilter, listDocuments } from '../../db/documents/document-list.ts';
import { nearWords } from '../../db/documents/near-words.ts';
import { NEWEST_HITS } from '../../db/documents/search.ts';
import { wordQuery } from '../../db/documents/word-query.ts';
import { companyNames } from '../../db/ledger/companies.ts';
import { listPairs } from '../../db/ledger/ledger.ts';
import { MOST_NAMED } from '../../db/ledger/names.ts';
import type { User } from '../../db/people/users.ts';
import { searchNotes } from '../../db/review/note-search.ts';
import { listViews } from '../../db/review/views.ts';
import { listRegisters } from '../../db/sources/registers.ts';
import { dayOf } from '../../model/day.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import { withQuery } from '../forms/flag-filter.ts';
import { pageNumber, typedText } from '../forms/query.ts';
import { type SearchQuery, searchQuery } from '../forms/search-query.ts';
import type { Handler } from '../handler.ts';
import { dealLine } from '../present/deal-line.ts';
import { documentLine } from '../present/document-line.ts';
import { counted, pager } from '../present/pager.ts';
import { searchFacets } from '../present/search-facets.ts';
import {
  fieldHelp,
  fieldSentence,
  markedSnippet,
  searchHelp,
  searchProblems,
  searchSentence,
  searchTerms,
} from '../present/search-words.ts';
import { viewLinks } from '../present/views.ts';

const DOCUMENTS_A_PAGE = 20;
/** The deals, companies and notes that match stand above the documents; the rest of the deals are one click away. */
const DEALS_SHOWN = 10;
const COMPANIES_SHOWN = 8;
const NOTES_SHOWN = 8;
const SUGGESTED = 4;
/** Further words that are in no document are not helped: each takes as long as a page. */
const MOST_HELPED = 4;

/** Deals and companies by name, notes and documents by their words, the newest first; fields narrow. */
export const search: Handler = async (context, { query, user }) => {
  const { db, now } = context;
  const q = typedText(query.get('q')) ?? '';
  const asked = searchQuery(q);
  const looked = [searchSentence(asked.text), fieldSentence(asked)].filter(Boolean).join(' ') || null;
  const page = pageNumber(query);
  const names = namesIn(asked);
  const deals = names
    ? await listPairs(db, { q: names, sort: 'updated', page: 1, pageSize: DEALS_SHOWN })
    : { rows: [], total: 0 };
  const documents = looked
    ? await listDocuments(db, { ...documentFilter(asked), page, pageSize: DOCUMENTS_A_PAGE })
    : { rows: [], total: 0, hits: [] };
  const companies = names ? await companyNames(db, names, COMPANIES_SHOWN) : [];
  const notes = asked.text ? await searchNotes(db, asked.text, NOTES_SHOWN) : [];
  const registers = await listRegisters(db, now());
  const own = new URLSearchParams(q ? { q } : {});
  const found = deals.total + documents.total + companies.length + notes.length > 0;
  const data = {
    q,
    looked,
    problems: [...asked.problems, ...searchProblems(asked.text)],
    help: searchHelp(),
    fields: fieldHelp(),
    found: looked !== null && found,
    near: looked && documents.total === 0 ? await suggestions(context, q, asked.text) : [],
    companies: companies.map((name) => ({ name, link: paths.company(name) })),
    notes: notes.map((note) => ({
      pieces: markedSnippet(note.text, asked.text),
      pair: `${note.acquirer} → ${note.target}`,
      link: `${paths.deal(note.pairId)}#decisions`,
      by: `${note.userName}, ${formatInstant(note.at)}`,
    })),
    deals: deals.rows.map((row) => dealLine(row, dayOf(now()), registers)),
    dealCount: counted(deals.total, 'pairs', MOST_NAMED),
    allDeals:
      deals.total > DEALS_SHOWN ? paths.deals(withQuery(new URLSearchParams({ q: names }), { sort: 'newest' })) : null,
    documents: documents.rows.map((row) => documentLine(row, asked.text || undefined)),
    documentCount: counted(documents.total, 'documents', NEWEST_HITS),
    facets: searchFacets(documents.hits, q, asked),
    narrow: paths.documents(withQuery(new URLSearchParams(asked.text ? { q: asked.text } : {}), {})),
    pager: pager(own, { page, pageSize: DOCUMENTS_A_PAGE, total: documents.total }, (rest) => `/search${rest}`),
    views: viewLinks(
      await listViews(db, (user as User).id, 'search'),
      (user as User).id,
      own.toString(),
      (rest) => `/search${rest}`,
    ),
    viewQuery: own.toString(),
  };
  return { view: 'search', title: q ? t('search.search-2', { q }) : t('search.search'), data };
};

/** A company is looked for by part of its name, where quotes and asterisks have no meaning; nor have alternatives. */
export function namesIn({ text, company }: SearchQuery): string {
  const { wanted, leftOut } = wordQuery(text);
  const isPlain = leftOut.length === 0 && wanted.every((one) => 'text' in one);
  const words = isPlain ? text : wanted.flatMap((one) => ('text' in one ? [one.text] : [])).join(' ');
  return (company ?? words)
    .replace(/title:/gi, ' ')
    .replace(/["*]/g, ' ')
    .trim();
}

/** What documents are asked for. */
export function documentFilter(asked: SearchQuery): Omit<DocumentFilter, 'page' | 'pageSize'> {
  const { publisher, language, sourceClass, from, to, company } = asked;
  const words = [asked.text, company && !asked.text ? `"${company}"` : ''].filter(Boolean).join(' ');
  return { q: words || undefined, publisherLike: publisher, language, sourceClass, from, to };
}

/** For a word that is in no document: words that are, each as the whole query with that word in its place. */
async function suggestions({ db }: Context, q: string, text: string) {
  const words = searchTerms(text).flatMap((term) => (term.prefix || term.text.includes(' ') ? [] : [term.text]));
  const near = [];
  for (const word of words.slice(0, MOST_HELPED)) {
    for (const other of await nearWords(db, word, SUGGESTED)) {
      near.push({ word: other, link: `/search?${new URLSearchParams({ q: q.replace(word, other) })}` });
    }
  }
  return near.slice(0, SUGGESTED);
}
