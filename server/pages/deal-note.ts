import type { User } from '../../db/people/users.ts';
import { addNote } from '../../db/review/reviews.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';

/** Keeps a note about a deal, with who wrote it and when. */
export const dealNote: Handler = async (context, { params, form, user }) => {
  const pairId = params.pairId ?? '';
  const text = form.get('text') ?? '';
  await addNote(context.db, { pairId, rule: null, text, userId: (user as User).id, now: context.now() });
  return { redirect: `${paths.deal(pairId)}#decisions`, notice: t('dossier.note-kept') };
};
