import { z } from 'zod';
import { addDays, type Day, type Instant, type PartialDay } from '../../model/day.ts';
import { Unreadable } from '../../model/errors.ts';
import { type CaseStep, eventsOf } from '../cases/case-document.ts';
import { unsigned } from '../cases/unsigned.ts';
import { companiesNamed } from '../cases/watched.ts';
import { listFeed, readFeedItem } from '../lists/news-feed.ts';
import { isPlausible, readDate } from '../parsing/date.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { plainText } from '../parsing/html.ts';
import { readJson } from '../parsing/json.ts';
import type { CaseEvent, Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from '../source.ts';
import { caseNumberIn, stepOfEcHeadline } from './headlines.ts';

/**
 * The Commission's press corner. Its pages are put together by a script; feed, search and texts come from its API.
 * Simple clearances appear only in the daily news, many in one release.
 */
const API = 'https://ec.europa.eu/commission/presscorner/api';
const DETAIL = /^https:\/\/ec\.europa\.eu\/commission\/presscorner\/detail\/[a-z]{2}\/([a-z]+)_(\d{2})_(\d+)/i;

/** Competition, by the words of its titles; the press corner speaks of everything else too. */
const COMPETITION =
  /\b(mergers?|acquisition|takeover|antitrust|cartels?|competition|dominan(t|ce)|gatekeepers?|digital markets act|DMA|foreign subsid|concentration|joint venture|daily news|exclusiv|artificial intelligence|AI)\b/i;

/** Takes the address of a release for people; gives its reference ("IP/26/1900"), or null. */
export function referenceOf(url: string | null): string | null {
  const m = DETAIL.exec(url ?? '');
  return m ? `${m[1]?.toUpperCase()}/${m[2]}/${m[3]}` : null;
}

const documentAddress = (reference: string) =>
  `${API}/documents?reference=${encodeURIComponent(reference)}&language=en`;
const detailAddress = (reference: string) =>
  `https://ec.europa.eu/commission/presscorner/detail/en/${reference.toLowerCase().replaceAll('/', '_')}`;

const FOUND = z.object({
  totalNumber: z.number(),
  docuLanguageListResources: z.array(
    z.looseObject({
      refCode: z.string(),
      title: z.string().nullish(),
      eventDate: z.string().nullish(),
      leadText: z.string().nullish(),
    }),
  ),
});

/** Takes the feed, or an answer of the search; gives its releases, those on competition to be read. */
function listReleases(page: Fetched, settings: SourceSettings): Listing {
  return isJson(page) ? fromSearch(page) : fromFeed(listFeed(page, settings));
}

const isJson = ({ body }: Fetched) =>
  /^\s*[{[]/.test(
    Buffer.from(body.subarray(0, 64))
      .toString('utf8')
      .replace(/^\ufeff/, ''),
  );

function fromFeed(listing: Listing): Listing {
  return { ...listing, items: listing.items.map((item) => asRelease(withSlugDate(item))) };
}

/** An item that leads to the press corner is read by its API, whichever feed named it. */
function asRelease(item: FoundItem): FoundItem {
  const reference = referenceOf(item.url);
  const isRead = COMPETITION.test(`${item.title ?? ''}\n${item.document?.text ?? ''}`);
  if (!isRead) return { ...item, page: null, document: null };
  if (!reference) return item;
  const fields = { ...item.fields, reference };
  return { ...item, key: reference, url: detailAddress(reference), fields, page: documentAddress(reference) };
}

/** The feed of the directorate dates an item when it was last touched; the day in its address is the true one. */
function withSlugDate(item: FoundItem): FoundItem {
  const day = readDate(/-(\d{4}-\d{2}-\d{2})_[a-z]{2}(?:[?#]|$)/.exec(item.url ?? '')?.[1]);
  if (!day) return item;
  const document = item.document && { ...item.document, published: day };
  return { ...item, published: day, document };
}

function fromSearch(page: Fetched): Listing {
  const { docuLanguageListResources: found, totalNumber } = readJson(page, FOUND);
  const items = found.map(({ refCode, title, eventDate, leadText }): FoundItem => {
    const isRead = COMPETITION.test(`${title ?? ''}\n${leadText ?? ''}`) || refCode.startsWith('MEX/');
    return {
      key: refCode,
      url: detailAddress(refCode),
      title: title ?? refCode,
      published: readDate(eventDate),
      updatedAt: null,
      fingerprint: fingerprint([refCode, title, eventDate]),
      fields: { reference: refCode },
      page: isRead ? documentAddress(refCode) : null,
      document: null,
    };
  });
  const { number, next } = nextPage(page.url, found.length);
  const more = found.length > 0 && number * found.length < totalNumber && next ? [next] : [];
  return { items, listed: found.length, more, warnings: [] };
}

function nextPage(address: string, listed: number): { number: number; next: string | null } {
  const url = new URL(address);
  const number = Number(url.searchParams.get('pagenumber') ?? 1);
  url.searchParams.set('pagenumber', String(number + 1));
  return { number, next: listed > 0 ? url.href : null };
}

const RELEASE = z.looseObject({
  refCd: z.string(),
  eventDate: z.string().nullish(),
  publishDate: z.string().nullish(),
  docuLanguageResource: z
    .looseObject({ title: z.string().nullish(), subtitle: z.string().nullish(), htmlContent: z.string().nullish() })
    .nullish(),
});

function readRelease(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage {
  const { reference } = item.fields;
  if (!page || !(reference || isJson(page))) {
    return withEvents(readFeedItem(page, item, settings), reference ?? item.key);
  }
  // Some releases stay empty for ever; that is said of the release, and not of the press corner.
  if (page.body.length === 0) throw new Unreadable('The press corner gives an empty answer for this release.');
  const found = readJson(page, RELEASE);
  const { title, subtitle, htmlContent } = found.docuLanguageResource ?? {};
  const text = plainText(htmlContent ?? '');
  if (!text) throw new Unreadable('The release has no text in English.');
  const published = publishedOf(found, page.fetchedAt) ?? item.published;
  const head = title ?? item.title ?? found.refCd;
  const url = detailAddress(found.refCd);
  const document = unsigned(
    { url, title: head, published, text: subtitle && subtitle !== head ? `${subtitle}\n\n${text}` : text },
    settings,
  );
  return withEvents({ document, events: [], warnings: [] }, found.refCd);
}

function withEvents(read: ReadPage, reference: string): ReadPage {
  const { events, warnings } = releaseEvents(reference, read.document);
  return { ...read, events, warnings: [...read.warnings, ...warnings] };
}

/** The day as the press corner writes it, which is a day in Brussels. */
function publishedOf(found: z.infer<typeof RELEASE>, fetchedAt: Instant): PartialDay | null {
  const days = [found.publishDate, found.eventDate].map((written) => readDate(written?.slice(0, 10)));
  return days.find((day) => day && isPlausible(day, fetchedAt)) ?? null;
}

/** Its headline, and in the daily news each line that is the headline of a case. */
function releaseEvents(reference: string, document: ReadPage['document']): Pick<ReadPage, 'events' | 'warnings'> {
  const { title, text, published } = document;
  const own = stepOfEcHeadline(title);
  if (own && isOurs(own)) {
    const evidence = { in: 'title' as const, start: 0, end: title.length, quote: title };
    const caseRef = caseNumberIn(text) ?? reference;
    const event: CaseEvent = { authority: 'EC', caseRef, title, ...own, stage: title, date: published, evidence };
    return { events: [event], warnings: [] };
  }
  if (!reference.startsWith('MEX/')) return { events: [], warnings: [] };
  return dailyNews(document);
}

const isOurs = ({ acquirer, target }: { acquirer: string; target: string }) =>
  companiesNamed(`${acquirer}\n${target}`).length > 0;

function dailyNews({ text, published }: ReadPage['document']): Pick<ReadPage, 'events' | 'warnings'> {
  const warnings: string[] = [];
  const lines = text.split('\n');
  const events = lines.flatMap((line, n) => {
    // The sentences below a headline say it once more.
    const found = line.length < 400 && !/[.!?]$/.test(line) ? stepOfEcHeadline(line) : null;
    if (!found || !isOurs(found)) return [];
    const step: CaseStep = { status: found.status, stage: line, date: published, line };
    const caseRef = caseNumberIn(lines.slice(n, n + 6).join('\n')) ?? line.slice(0, 80);
    return eventsOf([step], { authority: 'EC', caseRef, title: line, parties: found }, text, warnings);
  });
  return { events, warnings };
}

/** One search address for each month from `since` on, so that no answer is longer than the search gives. */
function searchBack(since: Day, today: Day): string[] {
  const addresses: string[] = [];
  for (let from = since; from <= today; from = addDays(from, 31)) {
    const to = addDays(from, 30) < today ? addDays(from, 30) : today;
    const days = `datefrom=${compact(from)}&dateto=${compact(to)}`;
    addresses.push(
      `${API}/search?language=en&pagesize=100&pagenumber=1&${days}&documentTypeCodes=IP,MEX,STATEMENT&global=competition`,
    );
  }
  return addresses.reverse();
}

/** The search writes a day as ddmmyyyy. */
const compact = (day: Day) => day.split('-').reverse().join('');

const shared = {
  publisher: 'European Commission',
  sourceClass: 'official' as const,
  authority: 'EC',
  expectsAtMost: 500,
  holdsNewest: true,
  list: listReleases,
  read: readRelease,
};

export const ecPress: Source = {
  ...shared,
  id: 'ec-press',
  title: 'European Commission press corner',
  home: 'https://ec.europa.eu/commission/presscorner/',
  start: [`${API}/rss?language=en&pagesize=100`],
  instead: [`${API}/latestnews?language=en&pagesize=100&pagenumber=1`],
  everyMinutes: 30,
  expectsAtLeast: 5,
  back: searchBack,
};

export const ecCompetitionNews: Source = {
  ...shared,
  id: 'ec-competition-news',
  title: 'European Commission: competition policy news',
  home: 'https://competition-policy.ec.europa.eu/about/news_en',
  start: ['https://competition-policy.ec.europa.eu/node/38/rss_en'],
  everyMinutes: 60,
  expectsAtLeast: 1,
};
