import type { parseFeed } from 'feedsmith';
import { webLink } from '../parsing/canonical.ts';

/** The formats of feeds and what they have in common. */
export type Parsed = ReturnType<typeof parseFeed<string>>;

/** What the formats have in common, before cleaning. */
export interface Entry {
  id: string | null | undefined;
  link: string | null | undefined;
  base: string | null;
  title: string | null | undefined;
  author: string | null | undefined;
  /** Whose text it is, when the feed collects those of others. */
  outlet?: string | undefined;
  dates: (string | undefined)[];
  updated: string | null | undefined;
  contents: (string | undefined)[];
}

/** Takes a parsed feed and its address; gives its entries in the one form. */
export function entriesOf({ format, feed }: Parsed, address: string): Entry[] {
  if (format === 'json') return (feed.items ?? []).map((item) => jsonEntry(item, address));
  const base = webLink(feed.xml?.base, address) ?? address;
  if (format === 'atom') return (feed.entries ?? []).map((entry) => atomEntry(entry, base));
  if (format === 'rdf') return (feed.items ?? []).map((item) => rdfEntry(item, base));
  return (feed.items ?? []).map((item) => rssEntry(item, base));
}

type ItemOf<F extends Parsed['format'], K extends string> = Extract<Parsed, { format: F }>['feed'] extends {
  [P in K]?: (infer I)[];
}
  ? I
  : never;

function rssEntry(item: ItemOf<'rss', 'items'>, base: string): Entry {
  const guid = item.guid?.value;
  const permalink = item.guid?.isPermaLink !== false && /^https?:/i.test(guid ?? '') ? guid : undefined;
  const atomLink = item.atom?.links?.find((link) => !link.rel || link.rel === 'alternate')?.href;
  return {
    id: guid,
    link: item.link ?? atomLink ?? permalink,
    base: webLink(item.xml?.base, base) ?? base,
    title: item.title ?? item.dc?.titles?.[0],
    author: item.dc?.creators?.[0] ?? item.authors?.[0]?.toString(),
    outlet: item.source?.title,
    dates: [item.pubDate, ...(item.dc?.dates ?? []), item.atom?.published, ...(item.dcterms?.created ?? [])],
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0] ?? item.pubDate,
    contents: [item.content?.encoded, item.description],
  };
}

function rdfEntry(item: ItemOf<'rdf', 'items'>, base: string): Entry {
  const date = item.dc?.dates?.[0];
  return {
    id: item.rdf?.about,
    link: item.link ?? item.rdf?.about,
    base,
    title: item.title ?? item.dc?.titles?.[0],
    author: item.dc?.creators?.[0],
    dates: [date, ...(item.dcterms?.created ?? [])],
    updated: item.dcterms?.modified?.[0] ?? date,
    contents: [item.content?.encoded, item.description],
  };
}

function atomEntry(entry: ItemOf<'atom', 'entries'>, base: string): Entry {
  const links = entry.links ?? [];
  const usual = links.filter((link) => !link.rel || link.rel === 'alternate');
  const html = usual.find((link) => /html/.test(link.type ?? 'text/html'));
  return {
    id: entry.id,
    link: (html ?? usual[0])?.href ?? (/^https?:/i.test(entry.id ?? '') ? entry.id : undefined),
    base: webLink(entry.xml?.base, base) ?? base,
    title: entry.title?.value,
    author: entry.authors?.[0]?.name,
    dates: [entry.published, ...(entry.dc?.dates ?? []), entry.updated],
    updated: entry.updated,
    contents: [readableContent(entry.content), entry.summary?.value],
  };
}

/** Atom says that content of any other kind is in base64 (RFC 4287, 4.1.3.3); what is no text then is none. */
function readableContent(content: { value?: string; type?: string } | undefined): string | undefined {
  const { value, type } = content ?? {};
  if (!value || !type || /^(text|html|xhtml)$|^text\/|[+/]xml$|html/i.test(type)) return value;
  const packed = value.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return value;
  const text = Buffer.from(packed, 'base64').toString('utf8');
  return text.includes('\ufffd') ? undefined : text;
}

function jsonEntry(item: ItemOf<'json', 'items'>, address: string): Entry {
  return {
    id: item.id,
    link: item.url ?? item.external_url,
    base: address,
    title: item.title,
    author: item.authors?.[0]?.name,
    dates: [item.date_published],
    updated: item.date_modified ?? item.date_published,
    contents: [item.content_html, item.content_text, item.summary],
  };
}

/** The title of a feed as given, markup and all. */
export function titleOf(feed: Parsed['feed']): string | undefined {
  const { title } = feed;
  return typeof title === 'object' ? title.value : title;
}

/** ISO 639-1 of what a feed says is its language, or null. */
export function languageOf({ format, feed }: Parsed): string | null {
  const tag = format === 'atom' ? feed.xml?.lang : format === 'rdf' ? feed.dc?.languages?.[0] : feed.language;
  return /^[a-z]{2}(?=$|[-_])/i.exec(tag ?? '')?.[0].toLowerCase() ?? null;
}
