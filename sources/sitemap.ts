import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio/slim';
import type { Element } from 'domhandler';
import type { PartialDay } from '../model/day.ts';
import { SourceBlocked, SourceChanged, Unreadable } from '../model/errors.ts';
import { looksBlocked } from './blocked.ts';
import { canonicalAddress, webLink } from './canonical.ts';
import { isPlausible, readDate, readInstant } from './date.ts';
import { decode } from './decode.ts';
import { fingerprint } from './fingerprint.ts';
import { all } from './html.ts';
import { beginningsOf, counts } from './only.ts';
import { scanMarkup } from './scan.ts';
import type { Fetched, FoundItem, Listing, SourceSettings } from './source.ts';
import { tidyLine } from './tidy.ts';

/** Sitemaps (sitemaps.org) and news sitemaps: every page of a site, for newsrooms that have no feed. */

/** The newest are enough: what is older has long been read, or came before anybody watched. */
const NEWEST = 200;
/** Sitemaps that an index leads to, the newest first. */
const MOST_PARTS = 5;
const LARGEST_UNPACKED = 20 * 1024 * 1024;

/** True when the text of an answer is a sitemap or an index of such. */
export function isSitemap(text: string): boolean {
  return /<(\w+:)?(urlset|sitemapindex)\b/i.test(text.slice(0, 5_000));
}

/** Unpacks a sitemap that is a packed file (`sitemap.xml.gz`); others come back as they are. */
export function unpacked(body: Uint8Array): Uint8Array {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: LARGEST_UNPACKED });
  } catch (cause) {
    throw new Unreadable('The packed sitemap is broken or unpacks to more than is taken.', { cause });
  }
}

/**
 * Takes a fetched sitemap; gives its newest pages, those alone whose addresses begin as the settings say. Throws
 * SourceBlocked or SourceChanged when it is none.
 */
export function listSitemap(page: Fetched, settings: SourceSettings): Listing {
  const { text, warnings } = decode(unpacked(page.body), page.contentType);
  if (!isSitemap(text)) throw notASitemap(text);
  scanMarkup(text, 'xml');
  const sitemap = load(text, { xml: true });
  const textIn = (entry: Element, name: string) => tidyLine(sitemap(entry).children(name).first().text());
  const parts = all(sitemap, 'sitemap').map((one) => ({ url: textIn(one, 'loc'), at: textIn(one, 'lastmod') }));
  const beginnings = beginningsOf(settings.only, page.finalUrl);
  const entries = all(sitemap, 'url').map((entry) => ({
    loc: textIn(entry, 'loc'),
    lastmod: textIn(entry, 'lastmod'),
    title: tidyLine(sitemap(entry).find('news\\:title').first().text()),
    date: tidyLine(sitemap(entry).find('news\\:publication_date').first().text()),
  }));
  const items = entries.map((entry) => toItem(entry, page, beginnings)).filter((item) => item !== null);
  const order = (item: FoundItem) => item.updatedAt ?? item.published ?? '';
  items.sort((a, b) => order(b).localeCompare(order(a)) || a.key.localeCompare(b.key));
  const listed = parts.length + entries.length;
  if (entries.length > 0 && items.length === 0) {
    throw new SourceChanged(`The sitemap has ${entries.length} addresses, and none begins as it should.`);
  }
  return { items: items.slice(0, NEWEST), listed, more: newestParts(parts, page), warnings };
}

interface Entry {
  loc: string;
  lastmod: string;
  title: string;
  date: string;
}

function toItem({ loc, lastmod, title, date }: Entry, page: Fetched, beginnings: readonly string[]): FoundItem | null {
  const url = webLink(loc, null);
  if (!url || !counts(url, beginnings) || new URL(url).pathname === '/') return null;
  return {
    key: canonicalAddress(url),
    url,
    title: title || null,
    // The day of the last change is not the day of publication; a news sitemap says that one.
    published: plausible(readDate(date), page),
    updatedAt: readInstant(lastmod) ?? readInstant(date),
    fingerprint: fingerprint([url, readDate(lastmod), title]),
    fields: {},
    page: url,
    document: null,
  };
}

function plausible(day: PartialDay | null, page: Fetched): PartialDay | null {
  return day && isPlausible(day, page.fetchedAt) ? day : null;
}

/** The parts of an index that changed last; those of news first, when names say so. */
function newestParts(parts: readonly { url: string; at: string }[], page: Fetched): string[] {
  const isNews = (url: string) => Number(/news|press|article|post|blog/i.test(new URL(url).pathname));
  return parts
    .flatMap(({ url, at }) => {
      const link = webLink(url, page.finalUrl);
      return link && new URL(link).host === new URL(page.finalUrl).host ? [{ link, at: readInstant(at) ?? '' }] : [];
    })
    .sort((a, b) => isNews(b.link) - isNews(a.link) || b.at.localeCompare(a.at))
    .slice(0, MOST_PARTS)
    .map(({ link }) => link);
}

function notASitemap(text: string): Error {
  if (looksBlocked(text)) return new SourceBlocked('The site answered with a challenge page instead of its sitemap.');
  return new SourceChanged('The site answered with something else than its sitemap.');
}
