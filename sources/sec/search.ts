import { z } from 'zod';
import { addDays, type Day, parsePartialDay } from '../../model/day.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { readJson } from '../parsing/json.ts';
import type { Fetched, FoundItem, Listing, Source } from '../source.ts';
import { filingPage, isAccession, submissionFile } from './addresses.ts';
import { NAMES_SOUGHT, paddedCik } from './companies.ts';
import { readFiling } from './filing.ts';

/** EDGAR's full-text search: filings by anybody that name an AI firm which does not file itself. One hit a document. */

const DAYS_BACK = 30;
const PER_PAGE = 100;
const MOST_HITS = 5 * PER_PAGE;
const FORMS = '8-K,D';

const Hit = z.object({
  _id: z.string(),
  _source: z.object({
    ciks: z.array(z.string()).min(1),
    display_names: z.array(z.string()),
    form: z.string(),
    adsh: z.string(),
    file_date: z.string(),
    items: z.array(z.string()).nullish(),
  }),
});
const Answer = z.object({
  timed_out: z.boolean().optional(),
  hits: z.object({ total: z.object({ value: z.number() }), hits: z.array(Hit) }),
});

/** The searches of a day, one a name: the last month, so that a search that failed loses nothing. */
function searches(today: Day): string[] {
  return NAMES_SOUGHT.map((name) => {
    const query = new URLSearchParams({
      q: `"${name}"`,
      forms: FORMS,
      dateRange: 'custom',
      startdt: addDays(today, -DAYS_BACK),
      enddt: today,
      from: '0',
    });
    return `https://efts.sec.gov/LATEST/search-index?${query}`;
  });
}

function listHits(page: Fetched): Listing {
  const { hits, timed_out: timedOut } = readJson(page, Answer);
  const items = new Map<string, FoundItem>();
  for (const { _source } of hits.hits) {
    if (isAccession(_source.adsh) && !items.has(_source.adsh)) items.set(_source.adsh, toItem(_source, page.url));
  }
  const warnings = timedOut ? ['The search was broken off by the SEC itself; it may lack filings.'] : [];
  if (hits.total.value > MOST_HITS) {
    warnings.push(`The search has ${hits.total.value} hits; the first ${MOST_HITS} were taken.`);
  }
  return { items: [...items.values()], listed: hits.hits.length, more: next(page.url, hits.total.value), warnings };
}

function toItem(source: z.infer<typeof Hit>['_source'], searched: string): FoundItem {
  const { adsh, form, file_date: filed } = source;
  const cik = paddedCik(source.ciks[0] ?? '');
  // "Name  (TICK)  (CIK 0000000000)"
  const filer = source.display_names[0]?.split('  (')[0]?.trim() ?? '';
  const items = (source.items ?? []).join(',');
  return {
    key: adsh,
    url: filingPage(cik, adsh),
    title: `${filer}: ${form}${items ? ` (${items})` : ''}`,
    published: parsePartialDay(filed),
    updatedAt: null,
    fingerprint: fingerprint([adsh, form, items]),
    fields: { form, items, cik, filer, sought: new URL(searched).searchParams.get('q') },
    page: submissionFile(cik, adsh),
    document: null,
  };
}

function next(url: string, total: number): string[] {
  const address = new URL(url);
  const from = Number(address.searchParams.get('from') ?? 0) + PER_PAGE;
  if (from >= total || from >= MOST_HITS) return [];
  address.searchParams.set('from', String(from));
  return [address.href];
}

export const secSearch: Source = {
  id: 'sec-search',
  title: 'SEC filings that name AI firms',
  publisher: 'SEC EDGAR',
  sourceClass: 'filing',
  authority: null,
  home: 'https://efts.sec.gov/LATEST/search-index',
  start: [],
  startOn: searches,
  everyMinutes: 360,
  // A month without a filing that names a firm is an answer, not a fault.
  expectsAtLeast: 0,
  expectsAtMost: PER_PAGE,
  list: listHits,
  read: readFiling,
};
