import type { Context } from '../../context.ts';
import { addRuling, listRulings, undoRuling } from '../../db/ledger/name-rulings.ts';
import type { User } from '../../db/people/users.ts';
import { InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import { problemLines } from '../forms/account.ts';
import type { Answer, Handler } from '../handler.ts';

/** Which names were ruled to be one company, and which to be another one in a document. */
export const nameList: Handler = (context, { query }) => page(context, { name: query.get('name') ?? '', into: '' }, {});

/** Puts a name to another company, everywhere or in one document. */
export const nameRule: Handler = async (context, { form, user }) => {
  const field = (name: string) => form.get(name)?.trim() ?? '';
  const documentId = field('documentId') || null;
  const given = { name: field('name'), into: field('into') };
  try {
    await addRuling(context.db, {
      ...given,
      kind: documentId ? 'split' : 'merge',
      documentId,
      reason: field('reason'),
      userId: (user as User).id,
      now: context.now(),
    });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return page(context, given, Object.fromEntries(Object.keys(error.fields).map((key) => [key, error.message])));
  }
  return {
    redirect: paths.names(),
    notice: t('companies.now-stands-for', {
      name: given.name,
      into: given.into,
      where: documentId ? ` ${t('companies.in-that-document')}` : '',
    }),
  };
};

/** Takes a ruling back. */
export const nameUndo: Handler = async ({ db, now }, { params, user }) => {
  await undoRuling(db, Number(params.id), (user as User).id, now());
  return { redirect: paths.names(), notice: t('companies.the-ruling-is-taken-back') };
};

async function page(
  { db }: Context,
  given: { name: string; into: string },
  problems: Record<string, string>,
): Promise<Answer> {
  const rulings = await listRulings(db, true);
  const data = {
    given,
    problems,
    lines: problemLines(problems),
    rulings: rulings.map((one) => ({
      id: one.id,
      name: one.name,
      into: one.into,
      where: one.documentId,
      document: one.documentId ? paths.document(one.documentId) : null,
      reason: one.reason,
      who: one.userName,
      when: formatInstant(one.at),
      undone: one.endedAt ? formatInstant(one.endedAt) : null,
    })),
  };
  return { view: 'names', title: t('companies.who-is-who'), data, status: Object.keys(problems).length ? 422 : 200 };
}
