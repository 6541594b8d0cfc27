import { gunzipSync } from 'node:zlib';
import type { PartialDay } from '../../model/day.ts';
import { SourceBlocked, SourceChanged, Unreadable } from '../../model/errors.ts';
import { looksBlocked } from '../fetching/blocked.ts';
import { canonicalAddress, webLink } from '../parsing/canonical.ts';
import { isPlausible, readDate, readInstant } from '../parsing/date.ts';
import { decode } from '../parsing/decode.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import type { Fetched, FoundItem, Listing, SourceSettings } from '../source.ts';
import { beginningsOf, counts } from './only.ts';
import { type SitemapEntry, sitemapEntries } from './sitemap-entries.ts';

/** Sitemaps (sitemaps.org) and news sitemaps: every page of a site, for newsrooms that have no feed. */

/** What is older than these had been read, or came before anybody watched: it is read only where it is new to us. */
const NEWEST = 200;
/** More addresses than these are not even compared. */
const MOST_COMPARED = 20_000;
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
 * Takes a fetched sitemap; gives its pages, the newest first, those alone whose addresses begin as the settings say. All
 * but the newest are there to be compared: where a site gives every page the day of its last build, what is new may
 * stand anywhere. Throws SourceBlocked or SourceChanged when it is none.
 */
export function listSitemap(page: Fetched, settings: SourceSettings): Listing {
  const { text, warnings } = decode(unpacked(page.body), page.contentType);
  if (!isSitemap(text)) throw notASitemap(text);
  const { urls: written, parts } = sitemapEntries(text);
  const urls = isBuildStamp(written) ? written.map((entry) => ({ ...entry, lastmod: '' })) : written;
  const beginnings = beginningsOf(settings.only, page.finalUrl);
  const items = urls.map((entry) => toItem(entry, page, beginnings)).filter((item) => item !== null);
  if (urls.length > 0 && items.length === 0) {
    throw new SourceChanged(`The sitemap has ${urls.length} addresses, and none begins as it should.`);
  }
  if (items.length > MOST_COMPARED) {
    warnings.push(`The sitemap has ${items.length} such addresses; the ${MOST_COMPARED} newest were compared.`);
  }
  const order = (item: FoundItem) => item.updatedAt ?? item.published ?? '';
  items.sort((a, b) => order(b).localeCompare(order(a)) || a.key.localeCompare(b.key));
  const newest = items.slice(0, NEWEST);
  const older = items.slice(NEWEST, MOST_COMPARED).map((item) => ({ ...item, older: true }));
  const more = newestParts(parts, page, warnings);
  return { items: [...newest, ...older], listed: parts.length + urls.length, more, warnings };
}

/** More pages than this do not change on one day. */
const MOST_IN_A_DAY = 20;

/** Some sites give every page the moment at which the site was built; that says nothing of a page. */
function isBuildStamp(entries: readonly SitemapEntry[]): boolean {
  const days = new Set(entries.map(({ lastmod }) => lastmod.slice(0, 10)));
  return entries.length > MOST_IN_A_DAY && days.size === 1;
}

function toItem(
  { loc, lastmod, title, date }: SitemapEntry,
  page: Fetched,
  beginnings: readonly string[],
): FoundItem | null {
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
function newestParts(parts: readonly SitemapEntry[], page: Fetched, warnings: string[]): string[] {
  const isNews = (url: string) => Number(/news|press|article|post|blog/i.test(new URL(url).pathname));
  const ours = parts.flatMap(({ loc, lastmod }) => {
    const link = webLink(loc, page.finalUrl);
    const isHere = link && new URL(link).host === new URL(page.finalUrl).host;
    return isHere ? [{ link, at: readInstant(lastmod) ?? '' }] : [];
  });
  ours.sort((a, b) => isNews(b.link) - isNews(a.link) || b.at.localeCompare(a.at));
  const [taken, left] = [ours.slice(0, MOST_PARTS), ours.slice(MOST_PARTS)];
  if (left.some(({ at }) => at === '')) {
    const all = `The index names ${ours.length} sitemaps without saying which are new; ${MOST_PARTS} of them were read.`;
    warnings.push(`${all} Add the one that holds the news by its own address.`);
  }
  return taken.map(({ link }) => link);
}

function notASitemap(text: string): Error {
  if (looksBlocked(text)) return new SourceBlocked('The site answered with a challenge page instead of its sitemap.');
  return new SourceChanged('The site answered with something else than its sitemap.');
}
