import type { Context } from '../../context.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { InvalidInput, Unreadable } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { documentOfFile } from '../../sources/files/file-document.ts';
import { t } from '../../words/speak.ts';
import type { Answer, Handler, PageRequest } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { Refusal } from '../refusal.ts';
import { readGiven, uploadProblem } from './read.ts';

const LONGEST_PUBLISHER = 200;

/** Reads a file: shows what would be made of it, or (with `do=keep`) stores it as a document like any other. */
export const readUpload: Handler = async (context, request) => {
  const { form, file, user } = request;
  if (!file) return uploadProblem(request, t('read.choose-a-file-there-is'));
  const keep = form.get('do') === 'keep';
  if (keep && !mayUse({ role: 'analyst' }, user?.role ?? null)) {
    throw new Refusal(403, t('read.not-for-your-role'), t('read.keeping-a-file-as-a'));
  }
  try {
    return await (keep ? keepFile : showFile)(context, request);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return uploadProblem(request, t('read.could-not-be-read-small', { name: file.name, message: error.message }));
  }
};

async function fileOf({ workers, now }: Context, { file }: PageRequest) {
  if (!file) throw new InvalidInput(t('read.there-is-no-file'));
  const given = { ...file, fetchedAt: now() };
  return { given, read: await workers.file(given) };
}

async function showFile(context: Context, request: PageRequest): Promise<Answer> {
  const { read } = await fileOf(context, request);
  return readGiven(context, request, { title: read.title, date: read.published ?? '', text: read.text });
}

async function keepFile(context: Context, request: PageRequest): Promise<Answer> {
  const { given, read } = await fileOf(context, request);
  const publisher = (request.form.get('publisher') ?? '').trim().slice(0, LONGEST_PUBLISHER);
  const { document, hash } = documentOfFile(given, read, publisher);
  const fetchedAt = context.now();
  const { id, isNew } = await saveDocument(context.db, { ...document, hash, sourceId: null, fetchedAt });
  const notice = isNew
    ? t('read.is-kept-and-will-be', { title: document.title })
    : t('read.was-here-before-nothing-was', { title: document.title });
  return { redirect: paths.document(id), notice };
}
