import type { Element } from 'domhandler';
import type { PartialDay } from '../../model/day.ts';
import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { looksBlocked } from '../fetching/blocked.ts';
import { canonicalAddress, webLink } from '../parsing/canonical.ts';
import { isPlausible, readDate } from '../parsing/date.ts';
import { decode } from '../parsing/decode.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { all, type Page, parseHtml, text } from '../parsing/html.ts';
import type { Fetched, FoundItem, Listing, SourceSettings } from '../source.ts';
import { beginningsOf, counts } from './only.ts';

/** A page that lists articles: the newsroom of a site that has neither feed nor sitemap. */

/** Links in these places lead around the site and not to articles. */
const AROUND = 'nav, header, footer, [role=navigation], [role=banner], [role=contentinfo]';
/** A headline has at least so many words; "Read more" has not. */
const FEWEST_WORDS = 4;
const LONGEST_TITLE = 300;
/** Fewer articles than this are no list. */
const FEWEST_ARTICLES = 2;

interface Found {
  url: string;
  title: string;
  published: PartialDay | null;
}

/**
 * Takes a fetched page; gives the articles that it links to. With beginnings in the settings, those addresses count;
 * without, links with a headline whose addresses lie in a folder that several of them share. Throws SourceBlocked or
 * SourceChanged when no list can be seen.
 */
export function listLinks(page: Fetched, settings: SourceSettings): Listing {
  const { text: markup, warnings } = decode(page.body, page.contentType);
  if (looksBlocked(markup)) throw new SourceBlocked('The site answered with a challenge page instead of its list.');
  const html = parseHtml(markup);
  const beginnings = beginningsOf(settings.only, page.finalUrl);
  const links = linksOf(html, page).filter(({ url }) => counts(url, beginnings));
  const articles = beginnings.length ? links.filter(({ title }) => title) : headlines(links);
  if (articles.length < FEWEST_ARTICLES) {
    throw new SourceChanged(
      'No list of articles can be seen on the page. Say how the addresses of its articles begin, or take another page.',
    );
  }
  const feeds = feedsNamed(html, page.finalUrl);
  if (feeds.length) warnings.push(`The page names a feed, which is a better source: ${feeds[0]}`);
  return { items: articles.map(toItem), listed: articles.length, more: [], warnings };
}

/** Every link of the page to the same site, once, with the longest words that lead there. */
function linksOf(html: Page, page: Fetched): Found[] {
  const base = webLink(html('base[href]').first().attr('href'), page.finalUrl) ?? page.finalUrl;
  const found = new Map<string, Found>();
  for (const link of all(html, 'a[href]')) {
    const url = webLink(link.attribs.href, base);
    if (!url || !sameSite(url, page.finalUrl) || html(link).closest(AROUND).length > 0) continue;
    const key = canonicalAddress(url);
    if (key === canonicalAddress(page.finalUrl)) continue;
    const [title, known] = [titleOf(html, link), found.get(key)];
    if (known && known.title.length >= title.length) continue;
    found.set(key, { url, title, published: known?.published ?? dateNear(html, link, page) });
  }
  return [...found.values()];
}

function sameSite(url: string, own: string): boolean {
  const name = (address: string) => new URL(address).hostname.replace(/^www\./, '');
  return name(url) === name(own) || name(url).endsWith(`.${name(own)}`);
}

/** A card has its headline in a heading; elsewhere the words of the link itself are one. */
function titleOf(html: Page, link: Element): string {
  const heading = all(html, 'h1, h2, h3, h4', 0, link)[0];
  return (text(heading ?? link) || link.attribs['aria-label'] || link.attribs.title || '').slice(0, LONGEST_TITLE);
}

/** The date in the same card as the link, when it has exactly one. */
function dateNear(html: Page, link: Element, page: Fetched): PartialDay | null {
  const card = html(link).closest('article, li, tr, section, div');
  const times = card.find('time').toArray() as Element[];
  const [time] = times;
  if (!time || times.length > 1) return null;
  const day = readDate(time.attribs.datetime ?? '') ?? readDate(text(time));
  return day && isPlausible(day, page.fetchedAt) ? day : null;
}

/** Links with a headline, of folders in which there are several; digits in a folder's name do not tell two apart. */
function headlines(links: readonly Found[]): Found[] {
  const titled = links.filter(({ title }) => title.split(/\s+/).length >= FEWEST_WORDS);
  const folder = ({ url }: Found) => new URL(url).pathname.replace(/[^/]*\/?$/, '').replace(/\d+/g, '#');
  const sizes = new Map<string, number>();
  for (const link of titled) sizes.set(folder(link), (sizes.get(folder(link)) ?? 0) + 1);
  return titled.filter((link) => (sizes.get(folder(link)) ?? 0) >= FEWEST_ARTICLES);
}

function toItem({ url, title, published }: Found): FoundItem {
  return {
    key: canonicalAddress(url),
    url,
    title: title || null,
    published,
    updatedAt: null,
    fingerprint: fingerprint([canonicalAddress(url), title]),
    fields: {},
    page: url,
    document: null,
  };
}

/** Feeds that the head of a page names, full addresses. */
export function feedsNamed(html: Page, address: string): string[] {
  return all(html, 'link[rel~=alternate][href]')
    .filter(({ attribs }) => /application\/(rss|atom|feed)\+(xml|json)/i.test(attribs.type ?? ''))
    .map(({ attribs }) => webLink(attribs.href, address))
    .filter((link) => link !== null);
}
