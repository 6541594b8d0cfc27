import { z } from 'zod';
import {
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  type PartialDay,
  parsePartialDay,
} from '../../model/day.ts';
import { SourceChanged } from '../../model/errors.ts';
import { listFeed, readFeedItem } from '../lists/news-feed.ts';
import { canonicalAddress, webLink } from '../parsing/canonical.ts';
import { isPlausible, readDate } from '../parsing/date.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { plainText } from '../parsing/html.ts';
import { readJson } from '../parsing/json.ts';
import { tidyLine } from '../parsing/tidy.ts';
import type { CaseEvent, Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from '../source.ts';
import { stepOfHeadline } from './ftc-steps.ts';

/**
 * Releases of the Department of Justice. Its API is documented in one way and has been seen to behave in several: order
 * and filters may be ignored, the page size too. So the newest page is looked for when it does not come first, and
 * what is not of the Antitrust Division is left out here.
 */
const API = 'https://www.justice.gov/api/v1/press_releases.json';
const FIRST = `${API}?sort=date&direction=DESC&pagesize=50&page=0`;
/** Beyond this, what came first is not what is new: the department publishes every day. */
const FRESH_DAYS = 21;
/** Pages walked back from the end when the newest stand there. */
const PAGES_BACK = 3;

const named = z.object({ name: z.string() }).loose();
const RELEASE = z.looseObject({
  title: z.string(),
  url: z.string().nullish(),
  uuid: z.string(),
  body: z.string().nullish(),
  teaser: z.string().nullish(),
  date: z.union([z.string(), z.number()]).nullish(),
  created: z.union([z.string(), z.number()]).nullish(),
  changed: z.union([z.string(), z.number()]).nullish(),
  component: z.array(named.nullable()).nullish(),
  topic: z.array(named.nullable()).nullish(),
});
type Release = z.infer<typeof RELEASE>;
const SHAPE = z.looseObject({
  metadata: z.looseObject({ resultset: z.looseObject({ count: z.coerce.number() }) }),
  results: z.array(z.unknown()),
});

/** Takes a page of the API (or of the RSS feed in its stead); gives the antitrust releases on it. */
function listReleases(page: Fetched, settings: SourceSettings): Listing {
  if (/^\s*<(\?xml|rss)/.test(Buffer.from(page.body.subarray(0, 200)).toString('latin1')))
    return fromFeed(page, settings);
  const { metadata, results } = readJson(page, SHAPE);
  const warnings: string[] = [];
  const releases = results.flatMap((result) => {
    const parsed = RELEASE.safeParse(result);
    return parsed.success ? [parsed.data] : [];
  });
  if (releases.length < results.length) {
    if (releases.length < results.length / 2) throw new SourceChanged('The releases have another shape than before.');
    warnings.push(`Releases of another shape than before were left out: ${results.length - releases.length}.`);
  }
  const items = releases.filter(isAntitrust).map((release) => toItem(release, page.fetchedAt, settings));
  const more = pagesToTry(page, releases, metadata.resultset.count, warnings);
  return { items, listed: results.length, more, warnings, oldest: oldestOf(releases) };
}

/** Releases of other divisions are not taken, and show all the same how far back the page goes. */
function oldestOf(releases: Release[]): PartialDay | null {
  const [oldest] = releases.flatMap((release) => dayOfRelease(release) ?? []).sort();
  return oldest ? parsePartialDay(oldest) : null;
}

/** When the first page is old, the newest are at the other end: its last pages are asked for. */
function pagesToTry(page: Fetched, releases: Release[], count: number, warnings: string[]): string[] {
  const url = new URL(page.url);
  const number = Number(url.searchParams.get('page') ?? 0);
  if (number !== 0 || releases.length === 0) return [];
  const days = releases.map((release) => dayOfRelease(release)).filter((day) => day !== null);
  const newest = days.reduce<Day | null>((best, day) => (best === null || day > best ? day : best), null);
  if (newest && daysBetween(newest, dayOf(page.fetchedAt)) <= FRESH_DAYS) return [];
  const last = Math.floor(Math.max(count - 1, 0) / releases.length);
  warnings.push(`The site does not give the newest releases first; its last pages (to ${last}) were read.`);
  return Array.from({ length: PAGES_BACK }, (_, n) => last - n)
    .filter((at) => at > 0)
    .map((at) => pageAddress(page.url, at));
}

function pageAddress(address: string, page: number): string {
  const url = new URL(address);
  url.searchParams.set('page', String(page));
  return url.href;
}

function isAntitrust({ component, url, title, body }: Release): boolean {
  const components = (component ?? []).map((one) => one?.name ?? '').join(' ');
  if (/antitrust/i.test(components) || /\/atr\//.test(url ?? '')) return true;
  return /\bantitrust\b/i.test(title) || /\bAntitrust Division\b/.test(body ?? '');
}

const NEW_YORK = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });

/**
 * Takes a date as the API writes it: seconds since 1970 as text or number, the same inside `<time>` markup, or ISO
 * 8601. Gives the day in Washington, or null.
 */
export function dojDay(written: string | number | null | undefined): Day | null {
  const text = String(written ?? '').trim();
  const inside = /<time[^>]*datetime=["']([^"']+)["'][^>]*>\s*(\d{9,11})?/i.exec(text);
  const seconds = /^\d{9,11}$/.exec(text)?.[0] ?? inside?.[2];
  if (seconds) return NEW_YORK.format(new Date(Number(seconds) * 1000)) as Day;
  const day = readDate(inside?.[1] ?? text);
  return day?.length === 10 ? (day as unknown as Day) : null;
}

const dayOfRelease = ({ date, created }: Release): Day | null => dojDay(date) ?? dojDay(created);

function toItem(release: Release, fetchedAt: Instant, settings: SourceSettings): FoundItem {
  const url = webLink(release.url, 'https://www.justice.gov/');
  const day = dayOfRelease(release);
  const published = day && isPlausible(day as unknown as PartialDay, fetchedAt) ? parsePartialDay(day) : null;
  const title = tidyLine(plainText(release.title));
  const text = plainText(release.body ?? '') || plainText(release.teaser ?? '') || title;
  const components = (release.component ?? []).map((one) => one?.name).filter(Boolean);
  const canonicalUrl = url && canonicalAddress(url);
  const { publisher, sourceClass } = settings;
  return {
    key: release.uuid,
    url,
    title,
    published,
    updatedAt: changedAt(release.changed),
    fingerprint: fingerprint([title, canonicalUrl, published, text]),
    fields: { components: components.join(', ') || null },
    page: null,
    document: { url, canonicalUrl, publisher, sourceClass, title, byline: null, published, language: 'en', text },
  };
}

function changedAt(written: Release['changed']): Instant | null {
  const seconds = /\b\d{9,11}\b/.exec(String(written ?? ''))?.[0];
  return seconds ? instantOf(new Date(Number(seconds) * 1000)) : null;
}

/** The feed holds the newest releases of the whole department, with little text; its pages may refuse readers. */
function fromFeed(page: Fetched, settings: SourceSettings): Listing {
  const listing = listFeed(page, settings);
  const items = listing.items.filter(({ title, url, document }) =>
    /antitrust|merger|acquisition|monopol|price[- ]fixing|bid[- ]rigging/i.test(
      `${title} ${url} ${document?.text ?? ''}`,
    ),
  );
  const days = listing.items.flatMap(({ published }) => published ?? []).sort();
  return { ...listing, items, oldest: days[0] ?? null };
}

function readRelease(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage {
  const isWhole = item.page === null && item.document !== null;
  const read: ReadPage = isWhole
    ? { document: item.document as ReadPage['document'], events: [], warnings: [] }
    : readFeedItem(page, item, settings);
  return { ...read, events: headlineEvents(read.document, item.key) };
}

function headlineEvents({ title, published, url }: ReadPage['document'], key: string): CaseEvent[] {
  const step = stepOfHeadline(title);
  if (!step) return [];
  const caseRef = url ? (new URL(url).pathname.split('/').at(-1) ?? key) : key;
  const evidence = { in: 'title' as const, start: 0, end: title.length, quote: title };
  return [{ authority: 'DOJ', caseRef, title, ...step, stage: title, date: published, evidence }];
}

export const dojPress: Source = {
  id: 'doj-press',
  title: 'DOJ antitrust press releases',
  publisher: 'Department of Justice',
  sourceClass: 'official',
  authority: 'DOJ',
  home: 'https://www.justice.gov/atr/press-releases',
  start: [FIRST],
  instead: ['https://www.justice.gov/news/rss?type=press_release'],
  everyMinutes: 60,
  expectsAtLeast: 5,
  expectsAtMost: 100,
  holdsNewest: true,
  list: listReleases,
  read: readRelease,
  // The whole department writes some fifty releases on a working day: about one page each.
  back: (since, today) =>
    Array.from({ length: Math.min(daysBetween(since, today) + 1, 2_000) }, (_, n) => pageAddress(FIRST, n + 1)),
};
