import { z } from 'zod';
import { type Day, type Instant, parseInstant, parsePartialDay } from '../../model/day.ts';
import { SourceChanged } from '../../model/errors.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { readJson } from '../parsing/json.ts';
import type { Fetched, FoundItem, Listing, Source } from '../source.ts';
import { fileOfFiling, filingPage, isAccession, LARGEST_SUBMISSION, submissionFile } from './addresses.ts';
import { companyOf, FILERS, paddedCik } from './companies.ts';
import { readFiling } from './filing.ts';
import { mayTellOfDeal } from './items.ts';

/**
 * What the watched groups file: the lists of data.sec.gov, one a company, its newest thousand filings in each. Older ones
 * lie in further files that the list names; they are asked for when somebody reads the past.
 */

const Columns = z.object({
  accessionNumber: z.array(z.string()),
  filingDate: z.array(z.string()),
  acceptanceDateTime: z.array(z.string()),
  form: z.array(z.string()),
  items: z.array(z.string()),
  size: z.array(z.number()),
  primaryDocument: z.array(z.string()),
  primaryDocDescription: z.array(z.string()).optional(),
});
type Columns = z.infer<typeof Columns>;
const OlderFile = z.object({ name: z.string(), filingTo: z.string() });
const Submissions = z.object({
  cik: z.union([z.string(), z.number()]),
  name: z.string(),
  filings: z.object({ recent: Columns, files: z.array(OlderFile).optional() }),
});
const FOLDER = 'https://data.sec.gov/submissions/';
/** An older file holds bare columns; whose they are stands in its name alone. */
const OLDER_NAME = /^CIK(\d{10})-submissions-\d{3}\.json$/;

/** Forms that are read: reports of events, by home and foreign issuers, and notices of exempt offerings. */
const READ = /^(8-K|6-K|D)(\/A)?$/;

function listSubmissions(page: Fetched): Listing {
  const older = OLDER_NAME.exec(new URL(page.url).pathname.split('/').at(-1) ?? '')?.[1];
  if (older) return { ...listColumns(readJson(page, Columns), older, companyOf(older) ?? older), more: [] };
  const { cik, name, filings } = readJson(page, Submissions);
  const since = /^#since=(\d{4}-\d{2}-\d{2})$/.exec(new URL(page.url).hash)?.[1];
  const more = (filings.files ?? []).filter((file) => since && file.filingTo >= since && OLDER_NAME.test(file.name));
  return { ...listColumns(filings.recent, paddedCik(cik), name), more: more.map((file) => FOLDER + file.name) };
}

function listColumns(recent: Columns, cik: string, name: string): Omit<Listing, 'more'> {
  const count = recent.accessionNumber.length;
  // Parallel arrays of unequal length would put the form of one filing beside the number of another.
  if (Object.values(recent).some((column) => column?.length !== count)) {
    throw new SourceChanged('The columns of the list of filings are not of one length; nothing was taken from it.');
  }
  const warnings: string[] = [];
  const items: FoundItem[] = [];
  for (let n = 0; n < count; n += 1) {
    if (!READ.test(recent.form[n] ?? '')) continue;
    const item = toItem(recent, n, cik, name);
    if (item) items.push(item);
    else warnings.push(`A filing has a number that is none (${String(recent.accessionNumber[n]).slice(0, 40)}).`);
  }
  return { items, listed: count, warnings };
}

function toItem(columns: Columns, n: number, cik: string, filer: string): FoundItem | null {
  const at = <K extends keyof Columns>(name: K) => columns[name]?.[n] as NonNullable<Columns[K]>[number] | undefined;
  const accession = String(at('accessionNumber'));
  if (!isAccession(accession)) return null;
  const form = String(at('form'));
  const items = String(at('items') ?? '');
  const whole = Number(at('size') ?? 0) <= LARGEST_SUBMISSION;
  const own = fileOfFiling(cik, accession, String(at('primaryDocument') ?? ''));
  const isRead = !/^8-K/.test(form) || mayTellOfDeal(items.split(',').filter(Boolean));
  return {
    key: accession,
    url: filingPage(cik, accession),
    title: `${filer}: ${form}${items ? ` (${items})` : ''}`,
    published: parsePartialDay(String(at('filingDate'))),
    updatedAt: parseInstant(String(at('acceptanceDateTime'))) as Instant | null,
    // What has been accepted never changes; a correction is a filing of its own.
    fingerprint: fingerprint([accession, form, items]),
    fields: { form, items, cik, filer },
    page: isRead ? (whole ? submissionFile(cik, accession) : own) : null,
    document: null,
  };
}

/** The day stands behind the #, which is never sent: each list then names its older files back to that day. */
const listsBack = (since: Day): string[] => FILERS.map(({ cik }) => `${FOLDER}CIK${cik}.json#since=${since}`);

export const secFilings: Source = {
  id: 'sec-filings',
  title: 'SEC filings of the watched groups',
  publisher: 'SEC EDGAR',
  sourceClass: 'filing',
  authority: null,
  home: 'https://www.sec.gov/edgar/search/',
  start: FILERS.map(({ cik }) => `${FOLDER}CIK${cik}.json`),
  back: listsBack,
  everyMinutes: 60,
  expectsAtLeast: 20,
  expectsAtMost: 3_000,
  list: listSubmissions,
  read: readFiling,
};
