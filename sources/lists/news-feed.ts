import type { NewDocument } from '../../model/document.ts';
import { DealwatchError, Unreadable } from '../../model/errors.ts';
import { type Article, countWords, extractArticle, FEWEST_WORDS } from '../article/article.ts';
import { canonicalAddress } from '../parsing/canonical.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import type { Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from '../source.ts';
import { type Feed, type FeedItem, parseFeed } from './feed.ts';

/** Any RSS, Atom or JSON feed: each item leads to a page whose article is read, or speaks for itself. */

/** Fewer words than this in a feed are a teaser. */
const ENOUGH_WORDS = 40;

/** Takes a fetched feed; gives its items, each with the page to fetch and what the feed itself says. */
export function listFeed(page: Fetched, settings: SourceSettings): Listing {
  const feed = parseFeed(page);
  const items = new Map<string, FoundItem>();
  for (const item of feed.items) {
    const found = toFound(item, feed, settings, items);
    if (found && !items.has(found.key)) items.set(found.key, found);
  }
  return { items: [...items.values()], listed: feed.listed, more: [], warnings: feed.warnings };
}

function toFound(
  item: FeedItem,
  feed: Feed,
  settings: SourceSettings,
  taken: ReadonlyMap<string, FoundItem>,
): FoundItem | null {
  const { url, title, published, author, outlet } = item;
  if (!url && !title && !item.text) return null;
  const address = url && canonicalAddress(url);
  const byContent = address ?? `item:${fingerprint([title, published])}`;
  const own = item.id ?? byContent;
  // Some feeds give the same id to every item; then the address tells them apart.
  const key = taken.has(own) && taken.get(own)?.url !== url ? byContent : own;
  return {
    key,
    url,
    title,
    published,
    updatedAt: item.updatedAt,
    fingerprint: fingerprint([title, address, published, item.text]),
    fields: { author, language: feed.language, ...(outlet ? { outlet } : {}) },
    page: url,
    document: ownDocument(item, feed, settings),
  };
}

/** What the feed itself says of an item, or null when that is nothing. */
function ownDocument(item: FeedItem, feed: Feed, settings: SourceSettings): NewDocument | null {
  const text = item.text || item.title;
  if (!text) return null;
  return {
    url: item.url,
    canonicalUrl: item.url && canonicalAddress(item.url),
    publisher: item.outlet ?? settings.publisher,
    sourceClass: settings.sourceClass,
    title: item.title ?? text.slice(0, 120),
    byline: item.author,
    published: item.published,
    language: feed.language,
    text,
  };
}

/**
 * Takes an item's page (null when it was refused) and the item; gives the document. The feed's own content is used
 * when it says more than the page. Throws the page's error when neither has text.
 */
export function readFeedItem(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage {
  if (!page) return fromFeed(item, 'Only what the feed says of this article could be read.');
  const article = tryArticle(page);
  if (article instanceof DealwatchError) {
    if (!item.document || countWords(item.document.text) < ENOUGH_WORDS) throw article;
    return fromFeed(item, `${article.message} What the feed says of it was read instead.`);
  }
  const own = item.document;
  if (own && countWords(own.text) > 1.5 * countWords(article.text)) {
    return fromFeed(item, 'The feed says more of this article than its page; the feed was read.');
  }
  return { document: fromArticle(article, page, item, settings), events: [], warnings: article.warnings };
}

function fromFeed(item: FoundItem, warning: string): ReadPage {
  if (!item.document || countWords(item.document.text) < FEWEST_WORDS) {
    throw new Unreadable('Neither the page nor the feed has text for this article.');
  }
  return { document: item.document, events: [], warnings: [warning] };
}

function tryArticle(page: Fetched): Article | DealwatchError {
  try {
    return extractArticle({ ...page, url: page.finalUrl });
  } catch (error) {
    if (error instanceof DealwatchError) return error;
    throw error;
  }
}

function fromArticle(article: Article, page: Fetched, item: FoundItem, settings: SourceSettings): NewDocument {
  return {
    url: page.finalUrl,
    canonicalUrl: canonicalAddress(article.canonical ?? page.finalUrl),
    publisher: item.fields.outlet || settings.publisher,
    sourceClass: settings.sourceClass,
    title: article.title || item.title || '',
    byline: article.byline ?? item.fields.author ?? null,
    published: article.published ?? item.published,
    language: article.language ?? item.fields.language ?? null,
    text: article.text,
  };
}

/** What feeds have in common. */
export const feedSource: Source = {
  id: 'feed',
  title: 'Any RSS, Atom or JSON feed',
  publisher: '',
  sourceClass: 'press',
  authority: null,
  home: '',
  start: [],
  everyMinutes: 60,
  expectsAtLeast: 1,
  expectsAtMost: 2000,
  holdsNewest: true,
  list: listFeed,
  read: readFeedItem,
};
