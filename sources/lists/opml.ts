import type { parseOpml } from 'feedsmith';
import { SourceChanged } from '../../model/errors.ts';
import { lazily } from '../../model/lazily.ts';
import { webLink } from '../parsing/canonical.ts';
import { decode } from '../parsing/decode.ts';
import { scanMarkup } from '../parsing/scan.ts';
import { tidyLine } from '../parsing/tidy.ts';

/** Lists of feeds as feed readers exchange them (OPML 2.0). */

export interface OutlinedFeed {
  url: string;
  title: string;
  /** The page for people, or null. */
  home: string | null;
  /** Names of the folders that it lies in, the outermost first. */
  folders: string[];
}

/** More feeds than this nobody follows; a list of them is an attack or a mistake. */
const MOST_FEEDS = 1_000;
const DEEPEST = 10;

const feedsmith = lazily<typeof import('feedsmith')>('feedsmith');

type Outline = NonNullable<NonNullable<ReturnType<typeof parseOpml>['body']>['outlines']>[number];

/** Takes an OPML file; gives the feeds in it, each once. Throws SourceChanged when it is none, Unreadable when too large. */
export function readOpml(bytes: Uint8Array): OutlinedFeed[] {
  const { text } = decode(bytes, null);
  if (!/<opml\b/i.test(text.slice(0, 5_000))) throw new SourceChanged('The file is no OPML list of feeds.');
  scanMarkup(text, 'xml');
  const found = new Map<string, OutlinedFeed>();
  for (const feed of feedsIn(parsed(text).body?.outlines ?? [], []))
    if (!found.has(feed.url)) found.set(feed.url, feed);
  return [...found.values()].slice(0, MOST_FEEDS);
}

function parsed(text: string): ReturnType<typeof parseOpml> {
  try {
    return feedsmith().parseOpml(text);
  } catch (cause) {
    throw new SourceChanged('The file is no OPML list of feeds, or it is broken.', { cause });
  }
}

function feedsIn(outlines: readonly Partial<Outline>[], folders: string[]): OutlinedFeed[] {
  if (folders.length > DEEPEST) return [];
  return outlines.flatMap((outline) => {
    const name = tidyLine(outline.text ?? outline.title ?? '').slice(0, 200);
    const url = webLink(outline.xmlUrl, null);
    const inner = feedsIn(outline.outlines ?? [], [...folders, name]);
    if (!url) return inner;
    return [{ url, title: name || new URL(url).hostname, home: webLink(outline.htmlUrl, null), folders }, ...inner];
  });
}

/** Takes feeds; gives an OPML file that every feed reader takes. */
export function writeOpml(title: string, feeds: readonly Omit<OutlinedFeed, 'folders'>[]): string {
  const outlines = feeds.map(({ url, title: text, home }) => ({
    text,
    title: text,
    type: 'rss',
    xmlUrl: url,
    ...(home ? { htmlUrl: home } : {}),
  }));
  // A body needs an outline; one without an address is a mere note.
  return feedsmith().generateOpml({
    head: { title },
    body: { outlines: outlines.length ? outlines : [{ text: 'No feeds yet' }] },
  });
}
