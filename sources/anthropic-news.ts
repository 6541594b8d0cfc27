import { load } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { SourceBlocked, SourceChanged } from '../model/errors.ts';
import { looksBlocked } from './blocked.ts';
import { canonicalAddress, webLink } from './canonical.ts';
import { readDate, readInstant } from './date.ts';
import { decode } from './decode.ts';
import { fingerprint } from './fingerprint.ts';
import { all } from './html.ts';
import { readFeedItem } from './news-feed.ts';
import { scanMarkup } from './scan.ts';
import type { Fetched, FoundItem, Listing, Source } from './source.ts';

/** Anthropic's newsroom has no feed; its sitemap names every page with the day of its last change. */

const NEWS = /^https:\/\/www\.anthropic\.com\/news\/[^/]+$/;
/** The newest are enough: what is older has long been read, or came before anybody watched. */
const NEWEST = 60;

function listSitemap(page: Fetched): Listing {
  const { text, warnings } = decode(page.body, page.contentType);
  if (!/<urlset\b/i.test(text.slice(0, 5_000))) throw notASitemap(text);
  scanMarkup(text, 'xml');
  const sitemap = load(text, { xml: true });
  const textIn = (url: Element, name: string) => sitemap(url).find(name).text();
  const items = all(sitemap, 'url')
    .map((url) => toItem(textIn(url, 'loc'), textIn(url, 'lastmod')))
    .filter((item) => item !== null);
  items.sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? '') || a.key.localeCompare(b.key));
  return { items: items.slice(0, NEWEST), listed: items.length, more: [], warnings };
}

function notASitemap(text: string): Error {
  if (looksBlocked(text)) return new SourceBlocked('The site answered with a challenge page instead of its sitemap.');
  return new SourceChanged('The site answered with something else than its sitemap.');
}

function toItem(loc: string, lastmod: string): FoundItem | null {
  const url = webLink(loc, null);
  if (!url || !NEWS.test(url)) return null;
  return {
    key: canonicalAddress(url),
    url,
    title: null,
    // The day of the last change is not the day of publication; the page says that one.
    published: null,
    updatedAt: readInstant(lastmod),
    fingerprint: fingerprint([url, readDate(lastmod)]),
    fields: {},
    page: url,
    document: null,
  };
}

export const anthropicNews: Source = {
  id: 'anthropic-news',
  title: 'Anthropic News',
  publisher: 'Anthropic',
  sourceClass: 'press',
  authority: null,
  home: 'https://www.anthropic.com/news',
  start: ['https://www.anthropic.com/sitemap.xml'],
  everyMinutes: 120,
  expectsAtLeast: 20,
  expectsAtMost: 5_000,
  list: listSitemap,
  read: readFeedItem,
};
