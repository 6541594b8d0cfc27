import { parseFeed } from '../lists/feed.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import type { Fetched, FoundItem, Listing, Source } from '../source.ts';
import { filingPage, submissionFile } from './addresses.ts';
import { companyOf } from './companies.ts';
import { readFiling } from './filing.ts';
import { mayTellOfDeal } from './items.ts';

/**
 * The newest filings of everybody, minutes after they were accepted. Each stands there once for every party; those of
 * watched groups are taken, once each.
 */

const PER_PAGE = 100;
const MOST_PAGES = 3;
const address = (start: number) =>
  `https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent&type=8-K&owner=include&count=${PER_PAGE}&start=${start}&output=atom`;

/** `8-K/A - Some Corp (The) (0000123456) (Filer)`: names hold brackets and dashes, so it is read from the right. */
const TITLE = /^(\S+(?: \S+)?) - (.+) \((\d{10})\) \((Filer|Subject|Issuer|Reporting|Filed by)\)$/;

function listCurrent(page: Fetched): Listing {
  const feed = parseFeed(page);
  const items = new Map<string, FoundItem>();
  let odd = 0;
  for (const entry of feed.items) {
    const title = TITLE.exec(entry.title ?? '');
    const accession = /accession-number=(\d{10}-\d{2}-\d{6})$/.exec(entry.id ?? '')?.[1];
    if (!title || !accession) odd += 1;
    else if (isWatched8K(title)) items.set(accession, toItem(title, accession, entry.text, entry));
  }
  const warnings = odd
    ? [...feed.warnings, `${odd} entries have a title or number of an unknown form.`]
    : feed.warnings;
  return { items: [...items.values()], listed: feed.listed, more: next(page.url, feed.listed), warnings };
}

/** The feed's filter takes every form that begins alike. */
function isWatched8K(title: RegExpExecArray): boolean {
  return /^8-K(\/A)?$/.test(title[1] ?? '') && companyOf(title[3] ?? '') !== null;
}

function toItem(
  title: RegExpExecArray,
  accession: string,
  summary: string,
  entry: { published: FoundItem['published']; updatedAt: FoundItem['updatedAt'] },
): FoundItem {
  const [, form = '', filer = '', cik = ''] = title;
  const numbers = [...summary.matchAll(/\bItem (\d\.\d\d):/g)].map((m) => m[1] as string);
  return {
    key: accession,
    url: filingPage(cik, accession),
    title: `${filer}: ${form}${numbers.length ? ` (${numbers.join(',')})` : ''}`,
    published: entry.published,
    updatedAt: entry.updatedAt,
    fingerprint: fingerprint([accession, form, numbers.join(',')]),
    fields: { form, items: numbers.join(','), cik, filer },
    page: mayTellOfDeal(numbers) || numbers.length === 0 ? submissionFile(cik, accession) : null,
    document: null,
  };
}

/** A full page has another behind it; past the last one the SEC answers 503, so that no page is asked for in vain. */
function next(url: string, listed: number): string[] {
  const start = Number(new URL(url).searchParams.get('start') ?? 0) + PER_PAGE;
  return listed >= PER_PAGE && start < PER_PAGE * MOST_PAGES ? [address(start)] : [];
}

export const secCurrent: Source = {
  id: 'sec-current',
  title: 'SEC: newest 8-K filings',
  publisher: 'SEC EDGAR',
  sourceClass: 'filing',
  authority: null,
  home: 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent&type=8-K',
  start: [address(0)],
  everyMinutes: 30,
  // "No recent filings" is a proper answer at night.
  expectsAtLeast: 0,
  expectsAtMost: PER_PAGE,
  list: listCurrent,
  read: readFiling,
};
