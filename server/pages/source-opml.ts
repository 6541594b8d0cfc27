import type { Context } from '../../context.ts';
import { addFeed, listSources } from '../../db/sources/sources.ts';
import { Conflict, DealwatchError, InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { sources } from '../../sources/index.ts';
import { type OutlinedFeed, writeOpml } from '../../sources/lists/opml.ts';
import { t } from '../../words/speak.ts';
import type { Handler, PageRequest } from '../handler.ts';
import { sourcesPage } from './source-list.ts';

const EVERY_MINUTES = 60;

/** Every feed that is read, as a list that feed readers take. */
export const opmlOut: Handler = async ({ db, now }) => {
  const builtIn = new Map(sources.map((source) => [source.id, source]));
  const feeds = (await listSources(db, now())).flatMap(({ id, title, url, shape, enabled }) => {
    const known = builtIn.get(id);
    const address = url ?? (known?.isFeed ? known.start[0] : undefined);
    return address && enabled && (shape ?? 'feed') === 'feed'
      ? [{ url: address, title, home: known?.home ?? null }]
      : [];
  });
  const body = writeOpml('Dealwatch sources', feeds);
  return { download: { filename: 'dealwatch-sources.opml', type: 'application/xml; charset=utf-8', body } };
};

/** Adds the feeds of a list that another reader wrote; those here already stay as they are. */
export const opmlIn: Handler = async (context, request) => {
  const { file } = request;
  if (!file) return sourcesPage(context, request, { problems: { opml: t('sources.choose-a-list') } });
  try {
    const feeds = await context.workers.opml(file.bytes);
    return { redirect: `${paths.sources()}#opml`, notice: await addAll(context, request, feeds) };
  } catch (error) {
    if (!(error instanceof DealwatchError)) throw error;
    return sourcesPage(context, request, { problems: { opml: error.message } });
  }
};

async function addAll({ db, now }: Context, { user }: PageRequest, feeds: readonly OutlinedFeed[]): Promise<string> {
  const known = new Set(sources.flatMap(({ start }) => start));
  let [added, here, refused] = [0, 0, 0];
  for (const { url, title, home } of feeds) {
    const publisher = new URL(home ?? url).hostname.replace(/^www\./, '');
    try {
      if (known.has(url)) throw new Conflict(t('refused.it-is-built-in'));
      await addFeed(db, { url, title, publisher, everyMinutes: EVERY_MINUTES, addedBy: user?.id ?? 0, now: now() });
      added += 1;
    } catch (error) {
      if (error instanceof Conflict) here += 1;
      else if (error instanceof InvalidInput) refused += 1;
      else throw error;
    }
  }
  const words = [
    t('sources.feeds-added', { n: added }),
    t('sources.feeds-here-before', { n: here }),
    ...(refused ? [t('sources.feeds-not-usable', { n: refused })] : []),
  ];
  return t('sources.the-list-has-feeds', { n: feeds.length, what: words.join(', ') });
}
