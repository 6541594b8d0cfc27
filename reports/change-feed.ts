import { createHash } from 'node:crypto';
import type { Instant } from '../model/day.ts';
import { lazily } from '../model/lazily.ts';
import { xmlSafe } from './xml.ts';

/** One change, as feeds tell it. */
export interface FeedEntry {
  /** What makes it the same change for ever. */
  key: string;
  title: string;
  /** Where it is shown. */
  link: string;
  at: Instant;
  headline: string;
  /** Sentences that prove it, with their sources. */
  passages: readonly { quote: string; source: string }[];
}

export interface FeedAbout {
  title: string;
  /** The feed's own address, and the page it stands for. */
  self: string;
  home: string;
  /** Of the newest change; of the feed itself when there is none. */
  updated: Instant;
}

const feedsmith = lazily<typeof import('feedsmith')>('feedsmith');

const idOf = (key: string) => `urn:sha256:${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
const textOf = ({ headline, passages }: FeedEntry) =>
  xmlSafe([headline, ...passages.map(({ quote, source }) => `“${quote}” (${source})`)].join('\n\n'));

/** Takes changes; gives them as Atom (RFC 4287). Texts are texts: nothing in a name is markup to a reader. */
export function atomFeed(about: FeedAbout, entries: readonly FeedEntry[]): string {
  return feedsmith().generateAtomFeed({
    id: idOf(about.self),
    title: { value: xmlSafe(about.title), type: 'text' },
    updated: new Date(about.updated),
    authors: [{ name: 'Dealwatch' }],
    links: [
      { href: about.self, rel: 'self', type: 'application/atom+xml' },
      { href: about.home, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((entry) => ({
      id: idOf(entry.key),
      title: { value: xmlSafe(`${entry.title}: ${entry.headline}`), type: 'text' as const },
      updated: new Date(entry.at),
      published: new Date(entry.at),
      links: [{ href: entry.link, rel: 'alternate', type: 'text/html' }],
      content: { value: textOf(entry), type: 'text' as const },
    })),
  });
}

/** The same as JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed(about: FeedAbout, entries: readonly FeedEntry[]): string {
  const feed = feedsmith().generateJsonFeed({
    title: about.title,
    home_page_url: about.home,
    feed_url: about.self,
    authors: [{ name: 'Dealwatch' }],
    items: entries.map((entry) => ({
      id: idOf(entry.key),
      url: entry.link,
      title: `${entry.title}: ${entry.headline}`,
      content_text: textOf(entry),
      date_published: new Date(entry.at),
    })),
  });
  // The library leaves out what is empty; readers need the list all the same.
  return JSON.stringify({ ...(feed as object), ...(entries.length === 0 ? { items: [] } : {}) }, null, 2);
}
