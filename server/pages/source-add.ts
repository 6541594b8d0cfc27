import type { Context } from '../../context.ts';
import { addFeed } from '../../db/sources/sources.ts';
import { DealwatchError, InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { feedSource } from '../../sources/index.ts';
import { beginningsOf } from '../../sources/lists/only.ts';
import { type FoundItem, LIST_SHAPES, type SourceSettings } from '../../sources/source.ts';
import { formatDay } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import type { Answer, Handler, PageRequest } from '../handler.ts';
import { type FeedForm, type Sample, sourcesPage, type Tried } from './source-list.ts';

const SHOWN_ITEMS = 8;
const SHOWN_CHARACTERS = 500;

/** Adds a source, or (with `do=try`) reads it once and shows what it would bring, without storing anything. */
export const sourceAdd: Handler = async (context, request) => {
  const form = formOf(request.form);
  try {
    if (request.form.get('do') === 'try') {
      const tried = await tryAddress(context, form);
      return await sourcesPage(context, request, { form: { ...form, shape: tried.shape }, tried });
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
    only: field('only'),
    shape: LIST_SHAPES.find((shape) => shape === field('shape')) ?? 'feed',
  };
}

async function add({ db, now }: Context, { user }: PageRequest, form: FeedForm): Promise<Answer> {
  refuseOddBeginnings(form);
  const everyMinutes = /^\d{1,6}$/.test(form.everyMinutes) ? Number(form.everyMinutes) : Number.NaN;
  const { title, id } = await addFeed(db, { ...form, everyMinutes, addedBy: user?.id ?? 0, now: now() });
  return { redirect: paths.source(id), notice: t('sources.is-added-and-will-be', { title }) };
}

/** A beginning that is no address would let everything through. */
function refuseOddBeginnings({ only, url }: FeedForm): void {
  const written = only.split(/\s+/).filter(Boolean);
  if (beginningsOf(only, url).length === written.length) return;
  const problem = t('sources.write-a-path-such-as');
  throw new InvalidInput(problem, { only: problem });
}

/** Fetches the address and the first of its articles, as the schedule would, and keeps nothing of it. */
async function tryAddress(context: Context, form: FeedForm): Promise<Tried> {
  refuseOddBeginnings(form);
  const { fetcher, workers, config } = context;
  const page = await fetcher.get(form.url, { maxBytes: config.FETCH_MAX_MB * 1024 * 1024 });
  if ('notModified' in page)
    throw new InvalidInput(t('sources.the-site-sent-nothing'), { url: t('sources.the-site-sent-nothing') });
  const settings: SourceSettings = {
    id: feedSource.id,
    url: form.url,
    publisher: form.publisher,
    sourceClass: 'press',
    shape: 'any',
    only: form.only,
  };
  const { items, listed, more, warnings, shape = 'feed' } = await workers.list(feedSource.id, page, settings);
  return {
    shape,
    listed,
    parts: more.length,
    items: items.slice(0, SHOWN_ITEMS).map(lineOf),
    sample: await sampleOf(context, items[0], settings),
    warnings: listed === 0 ? [...warnings, t('sources.nothing-is-listed')] : warnings,
  };
}

function lineOf({ title, url, key, published }: FoundItem) {
  return { title: title ?? url ?? key, url, date: published && formatDay(published) };
}

/** What would be read of the first article; why it cannot be is worth as much. Null when the list has none. */
async function sampleOf(
  { fetcher, workers }: Context,
  item: FoundItem | undefined,
  settings: SourceSettings,
): Promise<Sample | null> {
  if (!item) return null;
  try {
    const page = item.page === null ? null : await fetcher.get(item.page);
    if (page && 'notModified' in page) return null;
    const { document, warnings } = await workers.read(feedSource.id, page, item, settings);
    const { title, published, text } = document;
    const words = text.split(/\s+/).length;
    return { title, date: published && formatDay(published), words, text: cut(text), problem: warnings[0] ?? null };
  } catch (error) {
    if (!(error instanceof DealwatchError)) throw error;
    return { title: item.title ?? item.key, date: null, words: 0, text: '', problem: error.message };
  }
}

const cut = (text: string) => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text);

/** Whatever is wrong with the address or its site is said at the field; null for what the form cannot help. */
function problemsOf(error: unknown): Readonly<Record<string, string>> | null {
  if (error instanceof InvalidInput) return Object.keys(error.fields).length ? error.fields : { url: error.message };
  return error instanceof DealwatchError ? { url: error.message } : null;
}
