import type { Context } from '../../context.ts';
import { copiesOf, documentVersions } from '../../db/documents/document-list.ts';
import { getDocument } from '../../db/documents/stored-documents.ts';
import { correctionsOfDocuments } from '../../db/ledger/corrections.ts';
import { factsOfDocument } from '../../db/ledger/facts.ts';
import { getPairs } from '../../db/ledger/ledger.ts';
import { gonePages } from '../../db/sources/page-checks.ts';
import { getSource } from '../../db/sources/sources.ts';
import type { StoredDocument } from '../../model/document.ts';
import { NotFound } from '../../model/errors.ts';
import { webLink } from '../../model/link.ts';
import { paths } from '../../model/paths.ts';
import { formatDay, formatInstant, formatNumber } from '../../words/format.ts';
import { DOCUMENT_STATE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { correctionLine } from '../present/correction.ts';
import { markedDocument, pairIdsOf } from '../present/document.ts';
import { classWords } from '../present/document-line.ts';
import { languageName } from '../words/language.ts';

/** One document: where it is from, its text with what was read marked, and the facts with the deals they belong to. */
export const documentShow: Handler = async (context, { params, user }) => {
  const { db } = context;
  const document = await getDocument(db, params.id ?? '');
  if (!document) throw new NotFound(t('documents.there-is-no-such-document'));
  const facts = await factsOfDocument(db, document.id);
  const onRecord = new Set((await getPairs(db, pairIdsOf(facts))).map(({ pair }) => pair.id));
  const title = document.title.trim() || t('documents.without-a-title');
  const data = {
    title,
    lang: document.language,
    ...markedDocument(document, facts, onRecord),
    ...originOf(document),
    state: {
      word: DOCUMENT_STATE_LABELS[document.state],
      reason: document.stateReason,
      isRead: document.state === 'read',
    },
    original: document.duplicateOf ? paths.document(document.duplicateOf) : null,
    source: await sourceOf(context, document),
    copies: (await copiesOf(db, document.id)).map((row) => ({
      link: paths.document(row.id),
      title: row.title.trim() || t('documents.without-a-title'),
      publisher: row.publisher,
      isOriginal: row.id === document.duplicateOf,
    })),
    ...(await versionsOf(context, document.id)),
    corrections: (await correctionsOfDocuments(db, [document.id])).reverse().map(correctionLine),
    goneSince: await goneSince(context, document.id),
    annotated: paths.annotated(document.id),
    add: paths.addFact(document.id),
    link: paths.document(document.id),
    mayCorrect: user !== null && mayUse({ role: 'analyst' }, user.role),
  };
  return { view: 'document-show', title, data };
};

async function goneSince({ db }: Context, id: string): Promise<string | null> {
  const [gone] = await gonePages(db, [id]);
  return gone ? formatInstant(gone.goneAt) : null;
}

function originOf(document: StoredDocument) {
  return {
    publisher: document.publisher,
    sourceClass: classWords(document),
    byline: document.byline,
    date: document.published ? formatDay(document.published) : t('time.undated'),
    language: languageName(document.language),
    characters: formatNumber(document.text.length),
    address: webLink(document.url),
    addressText: document.url,
    hash: document.hash,
    fetched: formatInstant(document.fetchedAt),
  };
}

async function sourceOf({ db, now }: Context, { sourceId }: StoredDocument) {
  const source = sourceId ? await getSource(db, sourceId, now()) : null;
  return source ? { title: source.title, link: paths.source(source.id) } : null;
}

/** Earlier and later texts of the same page; none when there is only this one. */
async function versionsOf({ db }: Context, id: string) {
  const versions = await documentVersions(db, id);
  const isReplaced = versions.some((version) => version.id === id && !version.isCurrent);
  const others = versions
    .filter((version) => version.id !== id)
    .map((version) => ({
      link: paths.document(version.id),
      title: version.title.trim() || t('documents.without-a-title'),
      fetched: formatInstant(version.fetchedAt),
      isCurrent: version.isCurrent,
    }));
  return { isReplaced, versions: others };
}
