import type { Context } from '../../context.ts';
import { type DocumentFilter, listDocuments, MOST_COUNTED } from '../../db/documents/document-list.ts';
import { documentLanguages, documentPublishers } from '../../db/documents/document-values.ts';
import { DOCUMENT_STATES } from '../../model/document.ts';
import { paths } from '../../model/paths.ts';
import { SOURCE_CLASSES } from '../../model/scrutiny.ts';
import { DOCUMENT_STATE_LABELS, SOURCE_CLASS_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { documentFilter } from '../forms/document-filter.ts';
import type { Handler } from '../handler.ts';
import { chips } from '../present/chips.ts';
import { documentLine } from '../present/document-line.ts';
import { counted, pager } from '../present/pager.ts';
import { searchHelp, searchProblems, searchSentence } from '../present/search-words.ts';
import { labelled, select } from '../present/selects.ts';
import { languageName } from '../words/language.ts';

/** Everything that was fetched or handed in, the newest first, whether it could be read or not. */
export const documentList: Handler = async ({ db }, { query }) => {
  const filter = documentFilter(query);
  const { rows, total } = await listDocuments(db, filter);
  const data = {
    q: filter.q ?? '',
    looked: filter.q ? searchSentence(filter.q) : null,
    emptySearch: Boolean(filter.q) && searchSentence(filter.q ?? '') === null,
    problems: searchProblems(filter.q ?? ''),
    help: searchHelp(),
    selects: await selects(db, filter),
    chips: chips(query, CHIP_WORDS, paths.documents),
    summary: counted(total, 'documents', MOST_COUNTED),
    documents: rows.map((row) => documentLine(row, filter.q)),
    pager: pager(query, { page: filter.page, pageSize: filter.pageSize, total }, paths.documents),
  };
  return { view: 'document-list', title: t('documents.documents'), data };
};

const CHIP_WORDS = {
  q: (value: string) => `“${value}”`,
  state: (value: string) => labelled(DOCUMENT_STATE_LABELS, value),
  class: (value: string) => labelled(SOURCE_CLASS_LABELS, value),
  language: (value: string) => languageName(value),
  publisher: (value: string) => value,
};

async function selects(db: Context['db'], filter: DocumentFilter) {
  const states = DOCUMENT_STATES.map((state) => [state, DOCUMENT_STATE_LABELS[state]] as const);
  const classes = SOURCE_CLASSES.map((name) => [name, SOURCE_CLASS_LABELS[name]] as const);
  const languages = (await documentLanguages(db)).map((code) => [code, languageName(code)] as const);
  const publishers = (await documentPublishers(db)).map((name) => [name, name] as const);
  return [
    select({ name: 'state', label: t('documents.state'), any: t('documents.any-state') }, filter.state, states),
    select({ name: 'class', label: t('documents.source'), any: t('documents.any-class') }, filter.sourceClass, classes),
    select(
      { name: 'language', label: t('documents.language'), any: t('documents.any-language') },
      filter.language,
      languages,
    ),
    select(
      { name: 'publisher', label: t('documents.outlet'), any: t('documents.any-outlet') },
      filter.publisher,
      publishers,
    ),
  ];
}
