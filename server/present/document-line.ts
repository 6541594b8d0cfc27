import type { DocumentRow } from '../../db/documents/document-list.ts';
import { paths } from '../../model/paths.ts';
import { formatDay, formatNumber } from '../../words/format.ts';
import { DOCUMENT_STATE_LABELS, SOURCE_CLASS_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Piece } from '../reading/marks.ts';
import { languageName } from '../words/language.ts';
import { CLASS_MARKS } from '../words/source.ts';
import { markedSnippet } from './search-words.ts';

/** What lists say of one document. */
export interface DocumentLine {
  link: string;
  date: string;
  title: string;
  lang: string | null;
  publisher: string;
  sourceClass: { word: string; mark: string };
  language: string;
  deals: string;
  state: string;
  /** True when it is read and counts: nothing needs to be said about it. */
  isRead: boolean;
  reason: string | null;
  /** The document whose text it repeats. */
  original: string | null;
  /** Words around what was searched for, cut at them; empty without a search. */
  snippet: Piece[];
}

/** Takes a row and what was searched for, if anything; gives its words. */
export function documentLine(row: DocumentRow, q: string | undefined): DocumentLine {
  const snippet = q ? markedSnippet(row.snippet, q) : [];
  return {
    link: paths.document(row.id, hitAnchor(snippet)),
    date: row.published ? formatDay(row.published) : t('time.undated'),
    title: row.title.trim() || t('documents.without-a-title'),
    lang: row.language,
    publisher: row.publisher,
    sourceClass: classWords(row),
    language: languageName(row.language),
    deals: row.state === 'read' ? formatNumber(row.dealCount) : '–',
    state: DOCUMENT_STATE_LABELS[row.state],
    isRead: row.state === 'read',
    reason: row.stateReason,
    original: row.duplicateOf ? paths.document(row.duplicateOf) : null,
    snippet,
  };
}

/** Behind the words that were found, three more tell which of their places in the text is meant. */
const WORDS_AFTER = /^[ ,’'-]?[\p{L}\p{N}\p{M}]+(?:[ ,’'-][\p{L}\p{N}\p{M}]+){0,2}/u;

/**
 * Takes a snippet cut at what was found; gives the end of an address that has browsers open the document there (text
 * fragment, https://wicg.github.io/scroll-to-text-fragment): with some words that follow, else the words alone. Empty where
 * nothing is marked.
 */
export function hitAnchor(snippet: readonly Piece[]): string {
  const at = snippet.findIndex(({ tone }) => tone !== null);
  const hit = snippet[at]?.text;
  if (!hit) return '';
  const after = snippet
    .slice(at + 1)
    .map(({ text }) => text)
    .join('');
  const more = WORDS_AFTER.exec(after)?.[0] ?? '';
  const directives = [...new Set([hit + more, hit])].map(
    (text) => `text=${encodeURIComponent(text).replaceAll('-', '%2D')}`,
  );
  return `#:~:${directives.join('&')}`;
}

/** How strong a document's source is: a word and the square before its outlet. */
export function classWords({ sourceClass }: Pick<DocumentRow, 'sourceClass'>) {
  return { word: SOURCE_CLASS_LABELS[sourceClass], mark: CLASS_MARKS[sourceClass] };
}
