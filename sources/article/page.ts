import type { Element } from 'domhandler';
import type { Instant, PartialDay } from '../../model/day.ts';
import { webLink } from '../parsing/canonical.ts';
import { isPlausible, readDate } from '../parsing/date.ts';
import { all, type Page } from '../parsing/html.ts';
import { tidyLine } from '../parsing/tidy.ts';
import { writtenDay } from '../parsing/written-date.ts';

/** What a page says of itself in its head: metadata tags and schema.org data. */

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

/** Takes a parsed page, its address and the instant of fetching; gives what the page says of itself. */
export function readPageFacts(page: Page, address: string, fetchedAt: Instant): PageFacts {
  const data = articleData(page);
  const meta = metaTags(page);
  const siteName = meta.get('og:site_name') ?? nameOf(data.publisher);
  return {
    title: titleOf(page, meta, data, siteName),
    byline: bylineOf(page, meta, data),
    published: publishedOf(page, meta, data, fetchedAt),
    language: languageOf(page, meta, data),
    canonical: canonicalOf(page, meta, address),
    siteName,
    body: typeof data.articleBody === 'string' ? data.articleBody : null,
  };
}

function metaTags(page: Page): Map<string, string> {
  const tags = new Map<string, string>();
  // What RDFa says of the page stands above what a plain name says.
  const found = [...all(page, 'meta[property]'), ...all(page, 'meta:not([property])')];
  for (const { attribs } of found) {
    const name = attribs.property ?? attribs.name ?? attribs.itemprop ?? null;
    const content = tidyLine(attribs.content ?? '');
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
function articleData(page: Page): Json {
  const found: Json[] = [];
  for (const script of all(page, 'script[type="application/ld+json"]')) {
    found.push(...articlesIn(parseLoosely(page(script).text())));
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

function titleOf(page: Page, meta: Map<string, string>, data: Json, site: string | null): string | null {
  const tag = tidyLine(page('title').first().text());
  const heading = headingOf(page, tag);
  const given = [
    headlineOf(data, heading),
    meta.get('dc.title') ?? meta.get('dcterms.title') ?? meta.get('og:title'),
    meta.get('twitter:title') ?? meta.get('parsely-title'),
    heading,
    tag,
  ];
  const title = given.find((text) => text)?.slice(0, 500);
  return title ? withoutSite(title, site, heading) : null;
}

/** Encyclopaedias put a description where others put the headline; what the page is called is then its name. */
function headlineOf({ headline, name }: Json, heading: string | null): string | null {
  if (typeof name === 'string' && heading && tidyLine(name) === heading) return heading;
  return typeof headline === 'string' ? tidyLine(headline) : null;
}

const SHORTEST_TITLE = 12;
const MOST_HEADINGS = 30;

/** The only first heading; where that names the site or its section, a lower one with which the page's title begins. */
function headingOf(page: Page, tag: string): string | null {
  const texts = (selector: string) =>
    all(page, selector)
      .slice(0, MOST_HEADINGS)
      .map((one) => tidyLine(page(one).text()));
  const [first = null, second] = texts('h1').filter(Boolean);
  if (second !== undefined || (first && tag.includes(first))) return second === undefined ? first : null;
  const lower = tag ? texts('h2, h3').find((text) => text.length >= SHORTEST_TITLE && tag.startsWith(text)) : undefined;
  return lower ?? first;
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

function bylineOf(page: Page, meta: Map<string, string>, data: Json): string | null {
  const authors = [data.author]
    .flat()
    .map(nameOf)
    .filter((name) => name !== null);
  const rel = () => page('[rel="author"], [itemprop="author"]').first().text();
  const tag = meta.get('dc.creator') ?? meta.get('author') ?? meta.get('parsely-author') ?? meta.get('article:author');
  const given = authors.length ? authors.join(', ') : tag && !/^https?:/.test(tag) ? tag : tidyLine(rel());
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

function publishedOf(page: Page, meta: Map<string, string>, data: Json, now: Instant): PartialDay | null {
  const attribute = (selector: string) => page(selector).first().attr('datetime');
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
  return shownDate(page, languageOf(page, meta, data), now);
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
function shownDate(page: Page, language: string | null, now: Instant): PartialDay | null {
  for (const selector of DATE_PLACES) {
    for (const place of all(page, selector).slice(0, MOST_PLACES)) {
      const line = tidyLine(page(place).text());
      const day = line.length <= LONGEST_LINE ? writtenDay(line, language) : null;
      if (day && isPlausible(day, now) && !isAround(page, place)) return day;
    }
  }
  return null;
}

/** A date in a footer, a list of other stories or a comment is not that of the article. */
function isAround(page: Page, place: Element): boolean {
  const around = 'footer, nav, aside, [class*="related" i], [class*="comment" i], [class*="footer" i]';
  return page(place).closest(around).length > 0;
}

function languageOf(page: Page, meta: Map<string, string>, data: Json): string | null {
  const tags = [
    page('html').attr('lang') ?? page('html').attr('xml:lang'),
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

function canonicalOf(page: Page, meta: Map<string, string>, address: string): string | null {
  const link = page('link[rel="canonical"]').first().attr('href');
  const found = webLink(link, address) ?? webLink(meta.get('og:url'), address);
  // A canonical link to the front page or to another site's root is a fault of the template.
  return found && new URL(found).pathname === '/' && new URL(address).pathname !== '/' ? null : found;
}
