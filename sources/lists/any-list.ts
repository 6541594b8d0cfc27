import { decode } from '../parsing/decode.ts';
import type { Fetched, Listing, ListShape, SourceSettings } from '../source.ts';
import { listLinks } from './link-page.ts';
import { listFeed } from './news-feed.ts';
import { isSitemap, listSitemap, unpacked } from './sitemap.ts';

/** What an analyst's address may lead to: a feed, a sitemap, or a page that lists articles. */

/** Takes a fetched address; says what is there by what it is, not by what it is called. */
export function shapeOf(page: Fetched): ListShape {
  const { text } = decode(unpacked(page.body).subarray(0, 100_000), page.contentType);
  if (isSitemap(text)) return 'sitemap';
  const isHtml = /^\s*(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(text);
  return isHtml && !/<(\w+:)?(rss|feed|rdf)\b[^>]{0,300}(version|xmlns)/i.test(text.slice(0, 20_000)) ? 'page' : 'feed';
}

/**
 * Takes a fetched list and the settings; gives its entries. A source that is known as a feed is read as nothing else: a
 * maintenance page in its place must not pass for a list of links. Throws what the reader of that shape throws.
 */
export function listAny(page: Fetched, settings: SourceSettings): Listing {
  const shape = settings.shape === 'any' ? shapeOf(page) : (settings.shape ?? 'feed');
  const read = { feed: listFeed, sitemap: listSitemap, page: listLinks }[shape];
  const listing = read(page, settings);
  return settings.shape === 'any' ? { ...listing, shape } : listing;
}
