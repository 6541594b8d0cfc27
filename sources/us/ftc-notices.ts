import { z } from 'zod';
import { dayOf, daysBetween, firstDay } from '../../model/day.ts';
import { listFeed } from '../lists/news-feed.ts';
import { readDate } from '../parsing/date.ts';
import { readJson } from '../parsing/json.ts';
import type { Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from '../source.ts';
import { type Notice, noticeItem, readNotice } from './early-termination.ts';

/** Early terminations under the Hart-Scott-Rodino Act: a feed of the newest, and an open list of all since 1985. */

const LABELS: Readonly<Record<string, keyof Notice>> = {
  date: 'date',
  'transaction number': 'number',
  'acquiring party': 'acquiring',
  'acquired party': 'acquired',
  'acquired entities': 'entities',
  'acquired entity': 'entities',
  'granting status': 'granting',
};

/** Takes the text of a feed entry, a label on one line and its values below; gives the values by label. */
function labelled(text: string): Map<keyof Notice, string[]> {
  const found = new Map<keyof Notice, string[]>();
  let values: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const [, before = line, after = ''] = /^([A-Za-z ]{3,30}):\s*(.*)$/.exec(line) ?? [];
    const label = LABELS[before.toLowerCase()];
    if (label) {
      values = [];
      found.set(label, values);
      if (after) values.push(after);
    } else if (line) values.push(line);
  }
  return found;
}

function listNoticeFeed(page: Fetched, settings: SourceSettings): Listing {
  const listing = listFeed(page, settings);
  const warnings = [...listing.warnings];
  const items: FoundItem[] = [];
  for (const entry of listing.items) {
    const notice = noticeOf(entry);
    if (notice) items.push(noticeItem(notice, settings));
    else
      warnings.push(`A notice of the feed does not name its parties and was left out: “${entry.title?.slice(0, 80)}”.`);
  }
  return { ...listing, items, warnings };
}

function noticeOf({ document, url, title, published }: FoundItem): Notice | null {
  const fields = labelled(document?.text ?? '');
  const one = (name: keyof Notice) => fields.get(name)?.[0] ?? null;
  const [, inTitle, ofTitle] = /^\d{8}:\s*(.+?);\s*(.+)$/.exec(title ?? '') ?? [];
  const number = one('number') ?? /\/(\d{8})(?:$|[/?#])/.exec(url ?? '')?.[1] ?? /^\d{8}/.exec(title ?? '')?.[0];
  const [acquiring, acquired] = [one('acquiring') ?? inTitle, one('acquired') ?? ofTitle];
  if (!number || !acquiring || !acquired) return null;
  const entities = fields.get('entities') ?? [];
  return { number, date: readDate(one('date')) ?? published, acquiring, acquired, entities, granting: one('granting') };
}

const API = 'https://api.ftc.gov/v0/hsr-early-termination-notices';
const PAGE_SIZE = 50;
/** Notices come in waves: so long without one is usual, longer means that the oldest came first. */
const FRESH_DAYS = 120;

const apiAddress = (offset: number) =>
  `${API}?sort%5Bdate%5D%5Bpath%5D=date&sort%5Bdate%5D%5Bdirection%5D=DESC&page%5Blimit%5D=${PAGE_SIZE}&page%5Boffset%5D=${offset}`;

const text = z.string().nullish();
const SHAPE = z.looseObject({
  data: z.array(
    z.looseObject({
      attributes: z.looseObject({
        title: text,
        date: text,
        'acquired-party': text,
        'acquiring-party': text,
        'acquired-entities': z.array(z.string().nullable()).nullish(),
        'transaction-number': z.union([z.string(), z.number()]).nullish(),
      }),
    }),
  ),
  meta: z.looseObject({ count: z.coerce.number() }),
});

function listNotices(page: Fetched, settings: SourceSettings): Listing {
  const { data, meta } = readJson(page, SHAPE);
  const notices = data.map(({ attributes }) => ofApi(attributes));
  const known = notices.filter((notice) => notice !== null);
  const warnings =
    known.length < data.length ? [`Notices without parties were left out: ${data.length - known.length}.`] : [];
  const items = known.map((notice) => noticeItem(notice, settings));
  return { items, listed: data.length, more: newestElsewhere(page, known, meta.count, warnings), warnings };
}

function ofApi(attributes: z.infer<typeof SHAPE>['data'][number]['attributes']): Notice | null {
  const number = attributes['transaction-number'];
  const [acquiring, acquired] = [attributes['acquiring-party'], attributes['acquired-party']];
  if (!number || !acquiring || !acquired) return null;
  const entities = (attributes['acquired-entities'] ?? []).filter((name) => name !== null);
  return { number: String(number), date: readDate(attributes.date), acquiring, acquired, entities, granting: null };
}

/** When the site does not put the newest first, they stand at the end. */
function newestElsewhere(page: Fetched, notices: readonly Notice[], count: number, warnings: string[]): string[] {
  if (new URL(page.url).searchParams.get('page[offset]') !== '0' || count <= notices.length) return [];
  const days = notices.flatMap(({ date }) => (date ? [firstDay(date)] : [])).sort();
  const newest = days.at(-1);
  if (newest && daysBetween(newest, dayOf(page.fetchedAt)) <= FRESH_DAYS) return [];
  warnings.push('The newest notice on the first page is old; the end of the list was read too.');
  return [apiAddress(Math.max(count - PAGE_SIZE, 0) || PAGE_SIZE)];
}

const read = (_page: Fetched | null, item: FoundItem): ReadPage => readNotice(item);
const shared = { publisher: 'Federal Trade Commission', sourceClass: 'official' as const, authority: 'FTC', read };

export const ftcEarlyTermination: Source = {
  ...shared,
  id: 'ftc-early-termination',
  title: 'FTC early-termination notices (feed)',
  home: 'https://www.ftc.gov/legal-library/browse/early-termination-notices',
  start: ['https://www.ftc.gov/feeds/hsr-early-termination-notices.xml'],
  everyMinutes: 120,
  expectsAtLeast: 1,
  expectsAtMost: 100,
  holdsNewest: true,
  list: listNoticeFeed,
};

export const ftcHsr: Source = {
  ...shared,
  id: 'ftc-hsr',
  title: 'FTC early-termination notices (open data)',
  home: 'https://www.ftc.gov/developer/api/v0/endpoints/early-termination-notices',
  start: [apiAddress(0)],
  everyMinutes: 1440,
  expectsAtLeast: 1,
  expectsAtMost: PAGE_SIZE,
  holdsNewest: true,
  list: listNotices,
  // In a header, so that the key stands in no address, log or list of what was fetched.
  request: (_url, keys) => ({ headers: { 'x-api-key': keys.apiDataGov } }),
  back: (since, today) =>
    Array.from({ length: Math.min(Math.ceil(daysBetween(since, today) / 20), 200) }, (_, n) =>
      apiAddress((n + 1) * PAGE_SIZE),
    ),
};
