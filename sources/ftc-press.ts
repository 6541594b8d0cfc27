import { stepOfHeadline } from './ftc-steps.ts';
import { listFeed, readFeedItem } from './news-feed.ts';
import type { CaseEvent, Fetched, FoundItem, ReadPage, Source, SourceSettings } from './source.ts';

/**
 * Competition releases of the Federal Trade Commission. There is no public register of its merger reviews: what is
 * known comes from these releases. The feed holds about ten, so it is asked every hour.
 */
function readRelease(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage {
  const read = readFeedItem(page, item, settings);
  const { document } = read;
  const title = document.title.replace(/\s+\|\s+Federal Trade Commission$/, '');
  const step = stepOfHeadline(title);
  const event: CaseEvent[] = step
    ? [
        {
          authority: 'FTC',
          caseRef: new URL(document.url ?? item.key).pathname.split('/').at(-1) ?? item.key,
          title,
          acquirer: step.acquirer,
          target: step.target,
          status: step.status,
          stage: title,
          date: document.published,
          evidence: { in: 'title', start: 0, end: title.length, quote: title },
        },
      ]
    : [];
  return { ...read, document: { ...document, title, language: 'en' }, events: event };
}

export const ftcPress: Source = {
  id: 'ftc-press',
  title: 'FTC competition press releases',
  publisher: 'Federal Trade Commission',
  sourceClass: 'official',
  authority: 'FTC',
  home: 'https://www.ftc.gov/news-events/news/press-releases',
  start: ['https://www.ftc.gov/feeds/press-release-competition.xml'],
  everyMinutes: 60,
  expectsAtLeast: 5,
  expectsAtMost: 100,
  list: listFeed,
  read: readRelease,
};
