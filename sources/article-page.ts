import type { parseHTML } from 'linkedom';
import type { Instant, PartialDay } from '../model/day.ts';
import { webLink } from './canonical.ts';
import { isPlausible, readDate } from './date.ts';
import { tidyLine } from './tidy.ts';
import { writtenDay } from './written-date.ts';

/** What a page says of itself in its head: metadata tags and schema.org data. */

export type HtmlDocument = ReturnType<typeof parseHTML>['document'];

export interface PageFacts {
  title: string | null;
  byline: string | null;
  published: PartialDay | null;
  language: string | null;
  canonical: string | null;
  siteName: string | null;
  /** schema.org articleBody, when the page carries its text there. */
  body: string | null;
}

type Json = Record<string, unknown>;

/** Takes the tree of a page, its address and the instant of fetching; gives what the page says of itself. */
export function readPageFacts(document: HtmlDocument, address: string, fetchedAt: Instant): PageFacts {
  const data = articleData(document);
  const meta = metaTags(document);
  const siteName = meta.get('og:site_name') ?? nameOf(data.publisher);
  return {
    title: titleOf(document, meta, data, siteName),
    byline: bylineOf(document, meta, data),
    published: publishedOf(document, meta, data, fetchedAt),
    language: languageOf(document, meta, data),
    canonical: canonicalOf(document, meta, address),
    siteName,
    body: typeof data.articleBody === 'string' ? data.articleBody : null,
  };
}

function metaTags(document: HtmlDocument): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta')) {
    const name = tag.getAttribute('property') ?? tag.getAttribute('name') ?? tag.getAttribute('itemprop');
    const content = tidyLine(tag.getAttribute('content') ?? '');
    // RDFa lets one tag say several things: property="dc:title og:title".
    for (const one of content ? namesIn(name) : []) if (!tags.has(one)) tags.set(one, content.slice(0, 2000));
  }
  return tags;
}

/** Dublin Core is written dc.title, DC:title and dcterm:title alike. */
const namesIn = (name: string | null): string[] =>
  (name ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((one) => one.replace(/^(dc|dcterms?)[.:]/, (_, set: string) => `${set === 'dc' ? 'dc' : 'dcterms'}.`));

const ARTICLE_TYPE = /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|WebPage)$/;

/** The first schema.org object of the page that describes an article; empty when there is none. */
function articleData(document: HtmlDocument): Json {
  const found: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    found.push(...articlesIn(parseLoosely(script.textContent ?? '')));
  }
  return found.find((data) => data['@type'] !== 'WebPage') ?? found[0] ?? {};
}

function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch {
    // Many pages carry broken JSON-LD; the other metadata is there for that.
    return null;
  }
}

function articlesIn(value: unknown, depth = 0): Json[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((entry) => articlesIn(entry, depth + 1));
  const data = value as Json;
  const types = [data['@type']].flat();
  const own = types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type)) ? [data] : [];
  return [...own, ...articlesIn(data['@graph'], depth + 1), ...articlesIn(data.mainEntity, depth + 1)];
}

function nameOf(value: unknown): string | null {
  const [first] = [value].flat();
  if (typeof first === 'string') return tidyLine(first) || null;
  const name = (first as Json | null | undefined)?.name;
  return typeof name === 'string' ? tidyLine(name) || null : null;
}

function titleOf(document: HtmlDocument, meta: Map<string, string>, data: Json, site: string | null): string | null {
  const heading = onlyHeading(document);
  const given = [
    typeof data.headline === 'string' ? tidyLine(data.headline) : null,
    meta.get('og:title'),
    meta.get('twitter:title') ?? meta.get('parsely-title') ?? meta.get('dc.title'),
    heading,
    tidyLine(document.querySelector('title')?.textContent ?? ''),
  ];
  const title = given.find((text) => text)?.slice(0, 500);
  return title ? withoutSite(title, site, heading) : null;
}

function onlyHeading(document: HtmlDocument): string | null {
  const headings = [...document.querySelectorAll('h1')].map((h) => tidyLine(h.textContent ?? '')).filter(Boolean);
  return headings.length === 1 ? (headings[0] ?? null) : null;
}

/** "Deal closed | The Paper" → "Deal closed" when the page says that it is The Paper, or when the heading says so. */
function withoutSite(title: string, site: string | null, heading: string | null): string {
  if (heading && heading.length > 10 && title.startsWith(heading)) return heading;
  const parts = /^(.{10,})\s+[|–—·-]\s+([^|–—]{2,60})$/u.exec(title);
  const [before, last] = [parts?.[1], parts?.[2]?.toLowerCase()];
  return before && last && site && (last === site.toLowerCase() || site.toLowerCase().startsWith(last))
    ? before
    : title;
}

function bylineOf(document: HtmlDocument, meta: Map<string, string>, data: Json): string | null {
  const authors = [data.author]
    .flat()
    .map(nameOf)
    .filter((name) => name !== null);
  const rel = () => document.querySelector('[rel="author"], [itemprop="author"]')?.textContent;
  const tag = meta.get('author') ?? meta.get('parsely-author') ?? meta.get('dc.creator') ?? meta.get('article:author');
  const given = authors.length ? authors.join(', ') : tag && !/^https?:/.test(tag) ? tag : tidyLine(rel() ?? '');
  return given.slice(0, 200) || null;
}

const DATE_TAGS = [
  'article:published_time',
  'datepublished',
  'parsely-pub-date',
  'og:published_time',
  'article:published',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'date',
];

function publishedOf(document: HtmlDocument, meta: Map<string, string>, data: Json, now: Instant): PartialDay | null {
  const attribute = (selector: string) => document.querySelector(selector)?.getAttribute('datetime');
  // The tree is searched only when the head has said nothing.
  const written: (() => unknown)[] = [
    () => data.datePublished,
    ...DATE_TAGS.map((name) => () => meta.get(name)),
    () => attribute('[itemprop="datePublished"]'),
    () => attribute('time[pubdate], article time[datetime], main time[datetime], header time[datetime]'),
    () => data.dateCreated,
  ];
  for (const say of written) {
    const date = say();
    const day = typeof date === 'string' ? readDate(date) : null;
    if (day && isPlausible(day, now)) return day;
  }
  return shownDate(document, languageOf(document, meta, data), now);
}

/** Places in which a page shows its date, the surest first. */
const DATE_PLACES = [
  'article time, main time, header time, time',
  '[class*="publish" i], [class*="date" i], [class*="datum" i], [class*="fecha" i], [id*="date" i], [class*="timestamp" i], [class*="posted" i]',
  '[class*="byline" i], [class*="meta" i], [class*="dateline" i], [class*="info" i]',
];
/** Longer texts in such a place are no date line. */
const LONGEST_LINE = 160;
const MOST_PLACES = 20;

/** The date as it stands on the page for people, when nothing says it for machines. */
function shownDate(document: HtmlDocument, language: string | null, now: Instant): PartialDay | null {
  for (const selector of DATE_PLACES) {
    for (const place of [...document.querySelectorAll(selector)].slice(0, MOST_PLACES)) {
      const line = tidyLine(place.textContent ?? '');
      const day = line.length <= LONGEST_LINE ? writtenDay(line, language) : null;
      if (day && isPlausible(day, now) && !isAround(place)) return day;
    }
  }
  return null;
}

/** A date in a footer, a list of other stories or a comment is not that of the article. */
function isAround(place: { closest(selector: string): unknown }): boolean {
  return place.closest('footer, nav, aside, [class*="related" i], [class*="comment" i], [class*="footer" i]') !== null;
}

function languageOf(document: HtmlDocument, meta: Map<string, string>, data: Json): string | null {
  const tags = [
    document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang'),
    typeof data.inLanguage === 'string' ? data.inLanguage : null,
    meta.get('og:locale'),
    meta.get('content-language') ?? meta.get('language') ?? meta.get('dc.language'),
  ];
  for (const tag of tags) {
    const code = /^([a-z]{2})(?:$|[-_])/i.exec(tag?.trim() ?? '')?.[1];
    if (code) return code.toLowerCase();
  }
  return null;
}

function canonicalOf(document: HtmlDocument, meta: Map<string, string>, address: string): string | null {
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const found = webLink(link, address) ?? webLink(meta.get('og:url'), address);
  // A canonical link to the front page or to another site's root is a fault of the template.
  return found && new URL(found).pathname === '/' && new URL(address).pathname !== '/' ? null : found;
}
