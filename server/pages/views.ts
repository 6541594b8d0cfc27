import type { User } from '../../db/people/users.ts';
import { deleteView, saveView, VIEW_PAGES, type ViewPage } from '../../db/review/views.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';

/** Keeps the address of a list under a name, for its owner or for everybody. */
export const viewSave: Handler = async ({ db, now }, { form, user }) => {
  const page = VIEW_PAGES.find((name) => name === form.get('page'));
  if (!page) throw new InvalidInput(t('queue.there-are-no-saved-views'));
  const query = tidy(form.get('query') ?? '');
  const name = form.get('name') ?? '';
  await saveView(db, {
    userId: (user as User).id,
    page,
    name,
    query,
    shared: form.get('shared') === 'yes',
    now: now(),
  });
  return { redirect: addressOf(page, query), notice: t('queue.the-view-is-kept', { name: name.trim() }) };
};

/** Takes out one of the person's own views. */
export const viewDelete: Handler = async ({ db }, { params, form, user }) => {
  if (!(await deleteView(db, Number(params.id), (user as User).id))) {
    throw new NotFound(t('queue.this-view-is-not-one'));
  }
  const page = VIEW_PAGES.find((name) => name === form.get('page')) ?? 'flags';
  return { redirect: addressOf(page, tidy(form.get('query') ?? '')), notice: t('queue.the-view-is-gone') };
};

/** The query as an address writes it, whatever was sent. */
function tidy(query: string): string {
  return new URLSearchParams(query).toString();
}

const addressOf = (page: ViewPage, query: string) => `/${page}${query ? `?${query}` : ''}`;
