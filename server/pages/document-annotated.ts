import { getDocument } from '../../db/documents/stored-documents.ts';
import { factsOfDocument } from '../../db/ledger/facts.ts';
import { NotFound } from '../../model/errors.ts';
import { annotatedDocument } from '../../reports/annotated-document.ts';
import { t } from '../../words/speak.ts';
import { fileName, JSON_TYPE } from '../downloads/file-name.ts';
import type { Handler } from '../handler.ts';

/** A document with what counts as stated in it, corrections applied: a test case for the reader. */
export const documentAnnotated: Handler = async ({ db, now }, { params }) => {
  const document = await getDocument(db, params.id ?? '');
  if (!document) throw new NotFound(t('documents.there-is-no-such-document'));
  const body = `${JSON.stringify(annotatedDocument(document, await factsOfDocument(db, document.id)), null, 2)}\n`;
  return { download: { filename: fileName(`document-${document.id}`, 'json', now()), type: JSON_TYPE, body } };
};
