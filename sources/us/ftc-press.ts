import { daysBetween } from '../../model/day.ts';
import { SourceChanged } from '../../model/errors.ts';
import { listFeed, readFeedItem } from '../lists/news-feed.ts';
import { webLink } from '../parsing/canonical.ts';
import { readDate } from '../parsing/date.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { all, text } from '../parsing/html.ts';
import { htmlOf } from '../parsing/html-page.ts';
import type { CaseEvent, Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from '../source.ts';
import { stepOfHeadline } from './ftc-steps.ts';

/**
 * Competition releases of the Federal Trade Commission. There is no public register of its merger reviews: what is
 * known comes from these releases. The feed holds about ten, so it is asked every hour; what is older stands on the
 * pages of its newsroom.
 */
const NEWSROOM = 'https://www.ftc.gov/news-events/news/press-releases';
/** About so many days of releases stand on one page of the newsroom. */
const DAYS_ON_PAGE = 12;

function listReleases(page: Fetched, settings: SourceSettings): Listing {
  return new URL(page.url).pathname.endsWith('.xml') ? listFeed(page, settings) : listNewsroom(page);
}

/** A page of the newsroom: each release in an article of its own, with its link and day. */
function listNewsroom(page: Fetched): Listing {
  const tree = htmlOf(page);
  const cards = all(tree, 'article', 1);
  const items = cards.flatMap((card): FoundItem[] => {
    const link = all(tree, '.node-title a, h3 a, h2 a', 0, card)[0];
    const url = webLink(link?.attribs.href, page.finalUrl);
    if (!link || !url || !/\/press-releases\/\d{4}\//.test(url)) return [];
    const time = all(tree, 'time', 0, card)[0];
    const published = time ? (readDate(time.attribs.datetime) ?? readDate(text(time))) : null;
    const title = text(link);
    const rest = { updatedAt: null, fields: { author: null, language: 'en' }, page: url, document: null };
    return [{ key: url, url, title, published, fingerprint: fingerprint([title, url, published]), ...rest }];
  });
  if (items.length === 0) throw new SourceChanged('The page of the newsroom lists no release; it may have changed.');
  return { items, listed: items.length, more: [], warnings: [] };
}

function readRelease(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage {
  const read = readFeedItem(page, item, settings);
  const title = read.document.title.replace(/\s+\|\s+Federal Trade Commission$/, '');
  const document = { ...read.document, title, language: 'en' };
  const event = mergerStep(document, item) ?? studyStep(document, item);
  return { ...read, document, events: event ? [event] : [] };
}

function mergerStep(document: ReadPage['document'], item: FoundItem): CaseEvent | null {
  const step = stepOfHeadline(document.title);
  return step ? titleEvent(document, item, { ...step, stage: document.title }) : null;
}

const STUDY = /\b(section )?6\(b\)/i;

/**
 * A study under section 6(b) is no case: orders to answer questions go to several companies at once, and its report
 * ends it without clearing anything. Its steps name no pair.
 */
function studyStep(document: ReadPage['document'], item: FoundItem): CaseEvent | null {
  const { title, text: body } = document;
  if (!STUDY.test(title) && !STUDY.test(body.slice(0, 5_000))) return null;
  const none = { acquirer: null, target: null };
  if (/\b(staff )?report\b|\bfindings\b/i.test(title)) {
    return titleEvent(document, item, { ...none, status: 'monitoring', stage: `6(b) study: ${title}` });
  }
  if (!/\b(launch|order|inquiry|study|seek|request|examin)/i.test(title)) return null;
  return titleEvent(document, item, { ...none, status: 'information_request', stage: `6(b) study: ${title}` });
}

function titleEvent(
  { title, url, published }: ReadPage['document'],
  item: FoundItem,
  step: Pick<CaseEvent, 'acquirer' | 'target' | 'status' | 'stage'>,
): CaseEvent {
  const { acquirer, target, status, stage } = step;
  return {
    authority: 'FTC',
    caseRef: new URL(url ?? item.key).pathname.split('/').at(-1) ?? item.key,
    title,
    acquirer,
    target,
    status,
    stage,
    date: published,
    evidence: { in: 'title', start: 0, end: title.length, quote: title },
  };
}

export const ftcPress: Source = {
  id: 'ftc-press',
  title: 'FTC competition press releases',
  publisher: 'Federal Trade Commission',
  sourceClass: 'official',
  authority: 'FTC',
  home: NEWSROOM,
  start: ['https://www.ftc.gov/feeds/press-release-competition.xml'],
  everyMinutes: 60,
  expectsAtLeast: 5,
  expectsAtMost: 100,
  holdsNewest: true,
  list: listReleases,
  read: readRelease,
  back: (since, today) =>
    Array.from({ length: Math.min(Math.ceil(daysBetween(since, today) / DAYS_ON_PAGE) + 1, 300) }, (_, n) =>
      n === 0 ? NEWSROOM : `${NEWSROOM}?page=${n}`,
    ),
};
