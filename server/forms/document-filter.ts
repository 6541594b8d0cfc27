import type { DocumentFilter } from '../../db/documents/document-list.ts';
import { DOCUMENT_STATES } from '../../model/document.ts';
import { SOURCE_CLASSES } from '../../model/scrutiny.ts';
import { PAGE_SIZE } from './flag-filter.ts';
import { pageNumber, typedText } from './query.ts';

/** Takes the query of the documents page; gives a filter. What it does not know is left out, never an error. */
export function documentFilter(query: URLSearchParams): DocumentFilter {
  const [state, sourceClass] = [query.get('state'), query.get('class')];
  return {
    q: typedText(query.get('q')),
    state: DOCUMENT_STATES.find((s) => s === state),
    sourceClass: SOURCE_CLASSES.find((c) => c === sourceClass),
    publisher: query.get('publisher')?.slice(0, 500) || undefined,
    language: query.get('language')?.slice(0, 35) || undefined,
    page: pageNumber(query),
    pageSize: PAGE_SIZE,
  };
}
