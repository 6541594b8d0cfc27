import { z } from 'zod';
import { type Instant, type PartialDay, parsePartialDay } from '../../model/day.ts';
import { caseRecord } from '../cases/case-record.ts';
import { isWatched, type Parties, partiesOf } from '../cases/parties.ts';
import { companiesNamed } from '../cases/watched.ts';
import { lookAgainMark } from '../look-again.ts';
import { readInstant } from '../parsing/date.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { readJson } from '../parsing/json.ts';
import type { Fetched, FoundItem, Listing } from '../source.ts';

/** The register of CMA cases as the search API of GOV.UK gives it: all cases, so that quiet changes are noticed too. */

const PAGE_SIZE = 1500;
/** Minor edits of a page move no date of the register. */
const LOOK_EVERY_DAYS = 1;
const FIELDS =
  'title,link,description,public_timestamp,content_id,latest_change_note,case_type,case_state,market_sector,' +
  'outcome_type,opened_date,closed_date,is_withdrawn';

/** The address of the sweep from the n-th case on; other parameters than these are answered with 422. */
export function searchAddress(start: number): string {
  const query = `filter_format=cma_case&count=${PAGE_SIZE}&start=${start}&order=-public_timestamp&fields=${FIELDS}`;
  return `https://www.gov.uk/api/search.json?${query}`;
}

const SHAPE = z.object({
  results: z.array(z.looseObject({ title: z.string(), link: z.string() })),
  total: z.number(),
  start: z.number(),
});
type Result = z.infer<typeof SHAPE>['results'][number];

/** Values as of July 2026 (specialist-publisher, cma_cases.json). New ones are a warning, never an error. */
const CASE_TYPES = new Set([
  'ca98-and-civil-cartels',
  'competition-disqualification',
  'consumer-enforcement',
  'criminal-cartels',
  'digital-markets-unit',
  'information-and-advice-to-government',
  'markets',
  'mergers',
  'oim-project',
  'regulatory-references-and-appeals',
  'review-of-orders-and-undertakings',
  'sau-referral',
]);
const CASE_STATES = new Set(['open', 'closed']);

/** Takes one page of the sweep; gives every case, with the page to read only for mergers of watched companies. */
export function listCases(page: Fetched): Listing {
  const { results, total, start } = readJson(page, SHAPE);
  const warnings = new Set<string>();
  const look = lookAgainMark(page.fetchedAt, LOOK_EVERY_DAYS);
  const items = results.map((result) => toItem(result, look, warnings));
  const next = start + results.length;
  if (results.length === 0 && start < total) {
    warnings.add(`The search gave ${start} of ${total} cases; what is missing is not closed.`);
  }
  const more = results.length > 0 && next < total ? [searchAddress(next)] : [];
  return { items, listed: results.length, more, warnings: [...warnings] };
}

function toItem(result: Result, look: string, warnings: Set<string>): FoundItem {
  const path = `/${result.link.replace(/^(https?:\/\/www\.gov\.uk)?\/+/, '')}`;
  const slug = path.replace(/^\/cma-cases\//, '');
  const fields = Object.fromEntries(FIELDS.split(',').map((name) => [name, facetWords(result[name])]));
  checkValues(fields, warnings);
  const parties = partiesOf(result.title);
  const about = [result.title, fields.description, fields.market_sector, fields.latest_change_note].join('\n');
  const page = `https://www.gov.uk/api/content${path}`;
  const isRead = isToRead(fields.case_type ?? '', parties, `${result.title}\n${fields.description}`);
  const isOpen = fields.case_state !== 'closed';
  return {
    key: slug,
    url: `https://www.gov.uk${path}`,
    title: result.title,
    published: dayOf(fields.opened_date),
    updatedAt: readInstant(fields.public_timestamp) as Instant | null,
    fingerprint: fingerprint([...Object.values(fields), isRead && isOpen ? look : null]),
    fields,
    page: isRead ? page : null,
    document: null,
    case: caseRecord({
      authority: 'CMA',
      caseRef: slug,
      parties: parties ? [parties.acquirer, parties.target] : [],
      acquirer: parties?.acquirer ?? null,
      target: parties?.target ?? null,
      state: fields.case_state ?? null,
      outcome: fields.outcome_type ?? null,
      opened: dayOf(fields.opened_date),
      closed: dayOf(fields.closed_date),
      deadline: null,
      about,
      page,
    }),
  };
}

/** Mergers of companies that are followed, and cases on digital markets that name one of them. */
function isToRead(types: string, parties: Parties | null, words: string): boolean {
  if (/digital-markets-unit/.test(types)) return companiesNamed(words).length > 0;
  if (types && !types.split(', ').includes('mergers')) return false;
  return parties ? isWatched(parties) : companiesNamed(words.split('\n', 1)[0] ?? '').length > 0;
}

/** Facets come as strings, as lists of strings, and in old data as lists of {value, label}. */
export function facetWords(value: unknown): string | null {
  const parts = [value]
    .flat()
    .map((part) => (typeof part === 'object' && part !== null ? (part as { value?: unknown }).value : part))
    .filter((part) => part !== null && part !== undefined && part !== '');
  return parts.length ? parts.map(String).sort().join(', ') : null;
}

function checkValues(fields: Record<string, string | null>, warnings: Set<string>): void {
  for (const type of fields.case_type?.split(', ') ?? []) {
    if (!CASE_TYPES.has(type)) warnings.add(`The CMA uses a case type that is not known here: ${type}.`);
  }
  const state = fields.case_state;
  if (state && !CASE_STATES.has(state)) warnings.add(`The CMA uses a case state that is not known here: ${state}.`);
}

function dayOf(date: string | null | undefined): PartialDay | null {
  return date ? parsePartialDay(date.slice(0, 10)) : null;
}
