import type { Instant, PartialDay } from '../../model/day.ts';
import { DealwatchError, SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { lazily } from '../../model/lazily.ts';
import { looksBlocked } from '../fetching/blocked.ts';
import { unwrapLink, webLink } from '../parsing/canonical.ts';
import { isPlausible, readDate, readInstant } from '../parsing/date.ts';
import { decode } from '../parsing/decode.ts';
import { plainText } from '../parsing/html.ts';
import { scanMarkup } from '../parsing/scan.ts';
import { tidyLine } from '../parsing/tidy.ts';
import type { Fetched } from '../source.ts';
import { type Entry, entriesOf, languageOf, type Parsed, titleOf } from './feed-entries.ts';
import { isEmptyFeed, MAX_ITEMS, oneFeedPerItem, withFewItems, withoutPreamble } from './feed-repair.ts';
import { withLastUpdated } from './feed-updated.ts';

/** One entry of a feed, whatever the feed's format. */
export interface FeedItem {
  /** guid or id, as given. */
  id: string | null;
  /** Absolute http(s) address, or null. */
  url: string | null;
  title: string | null;
  author: string | null;
  /** Whose text it is, in a feed that collects those of others; not there otherwise. */
  outlet?: string;
  published: PartialDay | null;
  updatedAt: Instant | null;
  /** The item's own content as plain text, empty when it has none. */
  text: string;
}

export interface Feed {
  title: string | null;
  /** ISO 639-1, or null. */
  language: string | null;
  items: FeedItem[];
  /** Entries that the feed has, including those that were not taken. */
  listed: number;
  warnings: string[];
}

const feedsmith = lazily<typeof import('feedsmith')>('feedsmith');
const OPTIONS = { maxItems: MAX_ITEMS + 1 };
const parse = (text: string): Parsed => feedsmith().parseFeed<string>(text, OPTIONS);

/** Parses XML by what its root is called; what that parser does not take may still be taken by looking for another. */
function parseByRoot(xml: string): Parsed {
  const root = /<(?:\w+:)?(rss|feed|rdf)\b/i.exec(xml.slice(0, 20_000))?.[1]?.toLowerCase();
  const { parseAtomFeed, parseRssFeed } = feedsmith();
  try {
    if (root === 'rss') return { format: 'rss', feed: parseRssFeed<string>(xml, OPTIONS) };
    if (root === 'feed') return { format: 'atom', feed: parseAtomFeed<string>(withLastUpdated(xml), OPTIONS) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return parse(xml);
}

/**
 * Takes a fetched RSS (0.9x, 1.0, 2.0), Atom or JSON feed; gives its items. A broken item is left out with a warning.
 * Throws SourceBlocked for a challenge page, SourceChanged for anything else that is no feed, Unreadable when it is
 * too deep or too large.
 */
export function parseFeed(page: Fetched): Feed {
  const decoded = decode(page.body, page.contentType);
  if (decoded.text.startsWith('%PDF')) {
    throw new SourceChanged('The address holds a PDF file, not a list. Hand the file in on the page Read.');
  }
  const warnings = [...decoded.warnings];
  const { parts, listed } = /^\s*[{[]/.test(decoded.text)
    ? parseJson(decoded.text)
    : parseXml(withoutPreamble(decoded.text), page.finalUrl, warnings);
  const entries = parts.flatMap((part) => entriesOf(part, page.finalUrl));
  const total = Math.max(listed, entries.length);
  if (total > MAX_ITEMS) warnings.push(`The feed has ${total} items; the newest ${MAX_ITEMS} were taken.`);
  const first = parts[0];
  return {
    title: first ? lineOf(titleOf(first.feed)) : null,
    language: first ? languageOf(first) : null,
    items: entries.slice(0, MAX_ITEMS).map((entry) => toItem(entry, page.fetchedAt, warnings)),
    listed: total,
    warnings: summarise(warnings),
  };
}

function parseJson(text: string): { parts: Parsed[]; listed: number } {
  try {
    return { parts: [parse(text)], listed: 0 };
  } catch (cause) {
    throw new SourceChanged('The address answered with JSON that is not a JSON feed.', { cause });
  }
}

function parseXml(text: string, address: string, warnings: string[]): { parts: Parsed[]; listed: number } {
  refuseOtherPages(text, address);
  const { xml, listed } = withFewItems(text);
  scanMarkup(xml, 'xml');
  try {
    return { parts: [parseByRoot(xml)], listed };
  } catch (cause) {
    if (!/<(\w+:)?(rss|feed|rdf)\b/i.test(xml)) {
      throw new SourceChanged('What came from the address is not a feed.', { cause });
    }
    if (isEmptyFeed(xml)) {
      warnings.push('The feed has no items at all.');
      return { parts: [], listed: 0 };
    }
    const parts = rescue(oneFeedPerItem(xml), warnings);
    if (!parts.length) throw new SourceChanged('The feed is broken: not one item of it can be read.', { cause });
    return { parts, listed };
  }
}

/** Parses item by item what could not be parsed whole. */
function rescue(items: string[], warnings: string[]): Parsed[] {
  const parts: Parsed[] = [];
  for (const xml of items) {
    try {
      parts.push(parse(xml));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      warnings.push('An item of the feed is broken and was left out.');
    }
  }
  warnings.push(`The feed is not proper XML; ${parts.length} of ${items.length} items could be read one by one.`);
  return parts;
}

function refuseOtherPages(text: string, address: string): void {
  if (/<(\w+:)?(rss|feed|rdf)\b/i.test(text.slice(0, 20_000))) return;
  if (looksBlocked(text)) {
    throw new SourceBlocked('The address answered with a challenge or consent page instead of its feed.');
  }
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(text) || /<html\b/i.test(text.slice(0, 2_000))) {
    throw new SourceChanged(`The address answered with a web page instead of a feed.${feedNamedIn(text, address)}`);
  }
  if (!text.trim()) throw new SourceChanged('The address answered with nothing at all instead of a feed.');
}

/** Many pages name their feed; the hint saves whoever typed the page's address the search. */
function feedNamedIn(html: string, address: string): string {
  const links = html.slice(0, 100_000).match(/<link\b[^>]{0,500}>/gi) ?? [];
  const link = links.find((tag) => /application\/(rss|atom|feed)\+(xml|json)/i.test(tag));
  const feed = webLink(/\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(link ?? '')?.[1], address);
  return feed ? ` The page names this feed: ${feed}` : '';
}

const LONGEST_TITLE = 500;
const LONGEST_CONTENT = 300_000;

function toItem(entry: Entry, fetchedAt: Instant, warnings: string[]): FeedItem {
  const link = webLink(entry.link, entry.base);
  if (entry.link && !link) warnings.push('An item has a link that cannot be followed safely; it is kept without.');
  const outlet = lineOf(entry.outlet)?.slice(0, 200);
  const title = lineOf(entry.title);
  return {
    ...(outlet ? { outlet } : {}),
    id: entry.id ? tidyLine(entry.id).slice(0, 1000) : null,
    url: link ? unwrapLink(link) : null,
    title: outlet && title?.endsWith(` - ${outlet}`) ? title.slice(0, -outlet.length - 3) : title,
    author: lineOf(entry.author),
    published: publishedOf(entry.dates, fetchedAt, warnings),
    updatedAt: readInstant(entry.updated),
    text: contentOf(entry.contents, warnings),
  };
}

function publishedOf(dates: (string | undefined)[], fetchedAt: Instant, warnings: string[]): PartialDay | null {
  const given = dates.filter((date) => date?.trim());
  const known = given.map((date) => readDate(date)).find((day) => day !== null) ?? null;
  if (known && isPlausible(known, fetchedAt)) return known;
  if (known) warnings.push('An item has a date in the future or before the web; it is kept without a date.');
  else if (given.length) warnings.push('An item has a date that cannot be read; it is kept without a date.');
  return null;
}

function contentOf(contents: (string | undefined)[], warnings: string[]): string {
  const longest = contents.reduce<string>((best, text) => (text && text.length > best.length ? text : best), '');
  try {
    return plainText(longest.slice(0, LONGEST_CONTENT));
  } catch (error) {
    if (!(error instanceof DealwatchError)) throw error;
    warnings.push(`The content of an item was left out: ${error.message}`);
    return '';
  }
}

/** A title may hold markup, or a sign that only looks like it; it becomes one line of text. */
function lineOf(raw: string | null | undefined): string | null {
  const text = withoutComments(raw?.slice(0, 20_000) ?? '');
  const line = tidyLine(/<\/?[a-z]|&[#\w]+;/i.test(text) ? plainText(text) : text);
  return line ? line.slice(0, LONGEST_TITLE) : null;
}

/** Comments in a title, those that are never closed up to the end of what looks like one. */
function withoutComments(text: string): string {
  return text.includes('<!--') ? text.replace(/<!--(?:[\s\S]*?-->|[^>]*>?)/g, '') : text;
}

/** The same warning from many items becomes one that counts them. */
function summarise(warnings: string[]): string[] {
  const counts = new Map<string, number>();
  for (const warning of warnings) counts.set(warning, (counts.get(warning) ?? 0) + 1);
  return [...counts].map(([warning, n]) => (n > 1 ? `${warning} (${n} times)` : warning));
}
