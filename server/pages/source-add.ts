import type { Context } from '../../context.ts';
import { addFeed } from '../../db/sources.ts';
import { DealwatchError, InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { feedSource } from '../../sources/index.ts';
import type { Answer, Handler, PageRequest } from '../handler.ts';
import { type FeedForm, sourcesPage, type Tried } from './source-list.ts';

const SHOWN_TITLES = 5;

/** Adds a feed, or (with `do=try`) reads it once and shows what it would bring, without storing anything. */
export const sourceAdd: Handler = async (context, request) => {
  const form = formOf(request.form);
  try {
    if (request.form.get('do') === 'try') {
      return await sourcesPage(context, request, { form, tried: await tryFeed(context, form) });
    }
    return await add(context, request, form);
  } catch (error) {
    const problems = problemsOf(error);
    if (!problems) throw error;
    return sourcesPage(context, request, { form, problems });
  }
};

function formOf(given: URLSearchParams): FeedForm {
  const field = (name: string) => (given.get(name) ?? '').trim().slice(0, 2000);
  return {
    url: field('url'),
    title: field('title'),
    publisher: field('publisher'),
    everyMinutes: field('everyMinutes') || '60',
  };
}

async function add({ db, now }: Context, { user }: PageRequest, form: FeedForm): Promise<Answer> {
  const everyMinutes = /^\d{1,6}$/.test(form.everyMinutes) ? Number(form.everyMinutes) : Number.NaN;
  const { title, id } = await addFeed(db, { ...form, everyMinutes, addedBy: user?.id ?? 0, now: now() });
  return { redirect: paths.source(id), notice: `${title} is added and will be read at the next turn.` };
}

async function tryFeed({ fetcher, workers, config }: Context, form: FeedForm): Promise<Tried> {
  const page = await fetcher.get(form.url, { maxBytes: config.FETCH_MAX_MB * 1024 * 1024 });
  if ('notModified' in page) throw new InvalidInput('The site sent nothing.', { url: 'The site sent nothing.' });
  const settings = { id: feedSource.id, url: form.url, publisher: form.publisher, sourceClass: 'press' as const };
  const { items, listed, warnings } = await workers.list(feedSource.id, page, settings);
  const titles = items.slice(0, SHOWN_TITLES).map((item) => item.title ?? item.url ?? item.key);
  return { listed, titles, warnings };
}

/** Whatever is wrong with the address or its site is said at the field; null for what the form cannot help. */
function problemsOf(error: unknown): Readonly<Record<string, string>> | null {
  if (error instanceof InvalidInput) return Object.keys(error.fields).length ? error.fields : { url: error.message };
  return error instanceof DealwatchError ? { url: error.message } : null;
}
