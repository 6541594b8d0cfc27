import { z } from 'zod';
import { daysBetween, formatDay, parsePartialDay } from '../../model/day.ts';
import { SourceChanged, Unreadable } from '../../model/errors.ts';
import { unsigned } from '../cases/unsigned.ts';
import { listFeed } from '../lists/news-feed.ts';
import { webLink } from '../parsing/canonical.ts';
import { readDate, readInstant } from '../parsing/date.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { blockText, parseHtml } from '../parsing/html.ts';
import { readJson } from '../parsing/json.ts';
import type { Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from '../source.ts';
import { GOVUK_BODY, GOVUK_CHANGES, GOVUK_PAGE } from './govuk-content.ts';
import { facetWords } from './search.ts';

/** Two lists of the CMA beside its cases: what it has imposed on firms with strategic market status, and its news. */

const SITE = 'https://www.gov.uk';

const PAGE = GOVUK_PAGE.extend({
  public_updated_at: z.string().nullish(),
  details: z.looseObject({
    body: GOVUK_BODY.nullish(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
    change_history: GOVUK_CHANGES.nullish(),
    attachments: z.array(z.unknown()).nullish(),
  }),
});
type GovukPage = z.infer<typeof PAGE>;

/** Takes the content of a page of GOV.UK; gives it as a document. A withdrawn page is read, with a warning. */
function readGovukPage(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage {
  if (!page) {
    if (!item.document) throw new Unreadable(`The page “${item.title}” could not be had.`);
    return { document: item.document, events: [], warnings: ['Only what the feed says of this page could be read.'] };
  }
  const found = readJson(page, PAGE);
  if (/^(redirect|gone)$/.test(found.document_type)) {
    throw new SourceChanged(`${found.base_path} has been taken down or moved.`);
  }
  const text = pageText(found);
  if (!text) throw new Unreadable('The page has no text.');
  const url = `${SITE}${found.base_path}`;
  const document = unsigned(
    {
      url,
      title: found.title,
      published: readDate(found.first_published_at) ?? item.published,
      language: found.locale ?? 'en',
      text,
    },
    settings,
  );
  const withdrawn = found.withdrawn_notice?.explanation ? ['The CMA has withdrawn this page.'] : [];
  return { document, events: [], warnings: withdrawn };
}

function pageText(found: GovukPage): string {
  const { body, metadata, change_history: history } = found.details;
  const html = typeof body === 'string' ? body : body?.find((part) => part.content_type === 'text/html')?.content;
  const updates = (history ?? []).map((update) => `${dayText(update.public_timestamp)}: ${update.note.trim()}`);
  const facts = Object.entries(metadata ?? {}).map(([name, value]) => factLine(name, facetWords(value)));
  const parts = [
    found.description?.trim(),
    facts.filter(Boolean).join('\n'),
    blockText(
      parseHtml(html ?? '')
        .root()
        .contents()
        .toArray(),
    ),
    updates.length ? ['Updates to this page', ...updates].join('\n\n') : null,
  ];
  return parts.filter(Boolean).join('\n\n');
}

function factLine(name: string, value: string | null): string | null {
  if (!value || name === 'bulk_published') return null;
  const words = name.replace(/^digital_markets_measure_/, '').replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${/^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value}`;
}

function dayText(written: string): string {
  const day = parsePartialDay(written.slice(0, 10));
  return day ? formatDay(day) : written;
}

const MEASURE_FIELDS = [
  'title',
  'link',
  'description',
  'public_timestamp',
  'content_id',
  'latest_change_note',
  'digital_markets_measure_firm',
  'digital_markets_measure_activity',
  'digital_markets_measure_type',
  'digital_markets_measure_state',
  'digital_markets_measure_opened',
  'digital_markets_measure_closed',
  'is_withdrawn',
] as const;
const MEASURE_STATES = new Set(['open', 'closed']);

const MEASURES = z.object({
  results: z.array(z.looseObject({ title: z.string(), link: z.string() })),
  total: z.number(),
});

/** Takes the list of measures; gives each, all to be read: they bind the firms that are followed. */
function listMeasures(page: Fetched): Listing {
  const { results, total } = readJson(page, MEASURES);
  const warnings = new Set<string>();
  if (results.length < total) {
    warnings.add(`The search gave ${results.length} of ${total} measures; what is missing is not closed.`);
  }
  const items = results.map((result): FoundItem => {
    const path = `/${result.link.replace(/^(https?:\/\/www\.gov\.uk)?\/+/, '')}`;
    const fields = Object.fromEntries(MEASURE_FIELDS.map((name) => [name, facetWords(result[name])]));
    const state = fields.digital_markets_measure_state ?? null;
    if (state && !MEASURE_STATES.has(state)) {
      warnings.add(`The CMA uses a state of a measure that is not known here: ${state}.`);
    }
    return {
      key: path.split('/').at(-1) ?? path,
      url: `${SITE}${path}`,
      title: result.title,
      published: readDate(fields.digital_markets_measure_opened),
      updatedAt: readInstant(fields.public_timestamp),
      fingerprint: fingerprint(Object.values(fields)),
      fields,
      page: `${SITE}/api/content${path}`,
      document: null,
    };
  });
  return { items, listed: results.length, more: [], warnings: [...warnings] };
}

export const cmaDigitalMarkets: Source = {
  id: 'cma-digital-markets',
  title: 'CMA digital-markets measures',
  publisher: 'Competition and Markets Authority',
  sourceClass: 'official',
  authority: 'CMA',
  home: `${SITE}/find-digital-markets-measures`,
  start: [
    `${SITE}/api/search.json?filter_format=digital_markets_measure&count=500&start=0&order=-public_timestamp&fields=${MEASURE_FIELDS.join(',')}`,
  ],
  everyMinutes: 360,
  expectsAtLeast: 1,
  expectsAtMost: 400,
  list: listMeasures,
  read: readGovukPage,
};

/** Its feed names pages for people; the same pages come as data, which is what is read. */
function listNews(page: Fetched, settings: SourceSettings): Listing {
  const listing = listFeed(page, settings);
  return { ...listing, items: listing.items.map(asContent) };
}

function asContent(item: FoundItem): FoundItem {
  const link = webLink(item.url, SITE);
  if (!link) return item;
  const { hostname, pathname } = new URL(link);
  return hostname === 'www.gov.uk' ? { ...item, page: `${SITE}/api/content${pathname}` } : item;
}

export const cmaNews: Source = {
  id: 'cma-news',
  title: 'CMA news',
  publisher: 'Competition and Markets Authority',
  sourceClass: 'official',
  authority: 'CMA',
  home: `${SITE}/search/news-and-communications?organisations[]=competition-and-markets-authority`,
  start: [`${SITE}/search/news-and-communications.atom?organisations%5B%5D=competition-and-markets-authority`],
  everyMinutes: 60,
  expectsAtLeast: 5,
  expectsAtMost: 100,
  holdsNewest: true,
  list: listNews,
  read: readGovukPage,
  // Twenty items a page, two or three a day.
  back: (since, today) =>
    Array.from(
      { length: Math.min(Math.ceil(daysBetween(since, today) / 8), 200) },
      (_, n) =>
        `${SITE}/search/news-and-communications.atom?organisations%5B%5D=competition-and-markets-authority&page=${n + 2}`,
    ),
};
