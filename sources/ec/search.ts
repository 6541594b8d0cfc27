import { z } from 'zod';
import { SourceChanged } from '../../model/errors.ts';
import { readJson } from '../parsing/json.ts';
import type { Fetched, FoundItem, Listing, ReadPage, Source, SourceRequest, SourceSettings } from '../source.ts';
import { authorityOf, caseItem, casePage, readCaseItem } from './case.ts';
import { type EcCase, Metadata, readCase, readDecision, values } from './record.ts';

/**
 * The search behind the Commission's case register: what was notified or decided today, before the open data has it.
 * It is a convenience of the register's own pages and may refuse; the open data stays the floor.
 */
const SEARCH = 'https://api.tech.ec.europa.eu/search-api/prod/rest/search';
/** A public constant of the register's pages; when it is changed, their settings tell the new one. */
const USUAL_KEY = 'CS_PROD_ODSE_PROD';
const SETTINGS_PAGE = 'https://competition-cases.ec.europa.eu/assets/env-json-config.json';
const PAGE_SIZE = 100;
/** Pages of a question of which all answers matter. */
const MOST_PAGES = 10;

const SHOWN = [
  'caseNumber',
  'caseTitle',
  'caseCompanies',
  'caseInstrument',
  'caseRegulation',
  'caseSimplified',
  'caseInvestigationPhase',
  'caseSectors',
  'caseInitiationDate',
  'caseNotificationDate',
  'caseRenotificationDate',
  'caseDeadlineDate',
  'caseLastDecisionDate',
  'caseTimelineEvents',
  'metadataType',
  'metadataReference',
  'decisionNumber',
  'decisionAdoptionDate',
  'decisionTypes',
  'decisionPressReleases',
];

interface Question {
  query: object;
  sort: { field: string; order: 'DESC' }[];
  /** True when all answers matter, and not the newest alone. */
  isWhole?: boolean;
}
const term = (field: string, value: string) => ({ term: { [field]: value } });
const cases = (instrument: string, newest: string, open: boolean): Question => ({
  query: {
    bool: {
      must: [term('caseInstrument', instrument), term('metadataType', 'METADATA_CASE')],
      ...(open ? { must_not: [{ exists: { field: 'caseLastDecisionDate' } }] } : {}),
    },
  },
  sort: [{ field: newest, order: 'DESC' }],
  isWhole: true,
});
const decisions = (instrument: string): Question => ({
  query: { bool: { must: [term('caseInstrument', instrument), term('metadataType', 'METADATA_DECISION')] } },
  sort: [{ field: 'decisionAdoptionDate', order: 'DESC' }],
});

/** Cases beside their decisions, since the row of a decision does not say what its case is called. */
const casesWithDecisions = (instrument: string): Question => ({
  query: {
    bool: {
      must: [term('caseInstrument', instrument)],
      must_not: [term('metadataType', 'METADATA_DECISION_ATTACHMENT')],
    },
  },
  sort: [{ field: 'caseNumber', order: 'DESC' }],
  isWhole: true,
});

/** What is asked, by the name that stands behind the # of its address (which is never sent). */
const QUESTIONS: Readonly<Record<string, Question>> = {
  'open-mergers': cases('M', 'caseNotificationDate', true),
  'merger-decisions': decisions('M'),
  'dma-cases': cases('InstrumentDMA', 'caseInitiationDate', false),
  'dma-decisions': casesWithDecisions('InstrumentDMA'),
  'subsidy-cases': cases('InstrumentFS', 'caseNotificationDate', true),
};

const address = (question: string, key = USUAL_KEY) =>
  `${SEARCH}?apiKey=${encodeURIComponent(key)}&text=*&pageNumber=1&pageSize=${PAGE_SIZE}#${question}`;

const questionOf = (url: string) => QUESTIONS[new URL(url).hash.slice(1)];

function request(url: string): SourceRequest {
  const question = questionOf(url);
  return question ? { form: { query: question.query, sort: question.sort, displayFields: SHOWN } } : {};
}

/** The next page of a question of which all answers matter. */
function nextPage(url: string, total: number, warnings: string[]): string[] {
  const next = new URL(url);
  const page = Number(next.searchParams.get('pageNumber') ?? 1);
  if (!questionOf(url)?.isWhole || page * PAGE_SIZE >= total) return [];
  if (page >= MOST_PAGES) {
    warnings.push(`The search has ${total} cases; the newest ${page * PAGE_SIZE} were taken, the open data has all.`);
    return [];
  }
  next.searchParams.set('pageNumber', String(page + 1));
  return [next.href];
}

const ANSWER = z.object({
  totalResults: z.number(),
  results: z.array(z.looseObject({ reference: z.string().nullish(), metadata: Metadata })),
});
const SETTINGS = z.looseObject({
  modules: z.looseObject({ odse: z.looseObject({ cs: z.looseObject({ apikey: z.string().min(1) }) }) }),
});

/** Takes an answer of the search (or the register's settings); gives its cases, or the addresses to ask instead. */
function listSearch(names: readonly string[], page: Fetched, settings: SourceSettings): Listing {
  if (new URL(page.url).pathname.endsWith('.json')) {
    const { apikey } = readJson(page, SETTINGS).modules.odse.cs;
    return { items: [], listed: 1, more: names.map((name) => address(name, apikey)), warnings: [] };
  }
  const { results, totalResults } = readJson(page, ANSWER);
  if (totalResults === 0) throw new SourceChanged('The search finds no case at all; its words have changed.');
  const warnings: string[] = [];
  const before = (Number(new URL(page.url).searchParams.get('pageNumber') ?? 1) - 1) * PAGE_SIZE;
  if (results.length < Math.min(totalResults - before, PAGE_SIZE)) {
    warnings.push(`The search gave ${results.length} of ${totalResults} cases; what is missing is not closed.`);
  }
  const items = new Map<string, FoundItem>();
  const titles = titlesOfCases(results.map(({ metadata }) => metadata));
  for (const { metadata, reference } of results) {
    const item = itemOf(metadata, { reference: reference ?? null, titles }, settings);
    if (item) items.set(item.key, item);
    else warnings.push('An entry of the search has no case number and was left out.');
  }
  const more = nextPage(page.url, totalResults, warnings);
  return { items: [...items.values()], listed: results.length, more, warnings };
}

/** What each case of an answer is called, by its number. */
function titlesOfCases(rows: readonly Metadata[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const row of rows) {
    const [number] = values(row, 'caseNumber');
    const [title] = values(row, 'caseTitle');
    if (number && title) titles.set(number, title);
  }
  return titles;
}

/** A case in one row; or a decision, which is a case with that one decision, at an address of its own. */
function itemOf(
  metadata: Metadata,
  { reference, titles }: { reference: string | null; titles: ReadonlyMap<string, string> },
  settings: SourceSettings,
): FoundItem | null {
  const number = values(metadata, 'caseNumber')[0] ?? /^[A-Z]+\.\d+/.exec(reference ?? '')?.[0];
  if (!number) return null;
  const found = readCase(metadata, number);
  if (!values(metadata, 'metadataType').includes('METADATA_DECISION')) return caseItem(found, settings);
  const decision = readDecision(metadata);
  const key = values(metadata, 'metadataReference')[0] ?? reference ?? `${number}-DEC${decision.number}`;
  const named = { ...found, title: found.title ?? titles.get(number) ?? null };
  const item = caseItem(onlyDecision(named, decision), settings);
  return asDecision({ ...item, published: decision.adopted ?? item.published }, key, number);
}

const onlyDecision = (found: EcCase, decision: EcCase['decisions'][number]): EcCase => ({
  ...found,
  decisions: [decision],
  press: decision.press,
  // A decision's row does not say where the case stands.
  phase: null,
});

/** What a decision's row says is less than its case, and must not take the case's place. */
function asDecision(item: FoundItem, key: string, number: string): FoundItem {
  const { case: _, ...own } = item;
  const url = `${casePage(number)}?decision=${encodeURIComponent(key)}`;
  return {
    ...own,
    key,
    document: item.document && {
      ...item.document,
      published: item.published,
      title: `${item.document.title}: decision`,
      canonicalUrl: url,
      text: `Decision ${key} of ${authorityOf(number)}\n\n${item.document.text}`,
    },
  };
}

const read = (_page: Fetched | null, item: FoundItem): ReadPage => readCaseItem(item);

function searchSource(about: Pick<Source, 'id' | 'title' | 'home' | 'everyMinutes'>, names: readonly string[]): Source {
  return {
    ...about,
    publisher: 'European Commission',
    sourceClass: 'official',
    authority: 'EC',
    start: names.map((name) => address(name)),
    instead: [SETTINGS_PAGE],
    expectsAtLeast: 1,
    expectsAtMost: PAGE_SIZE,
    request,
    list: (page, settings) => listSearch(names, page, settings),
    read,
  };
}

export const ecNotifications = searchSource(
  {
    id: 'ec-notifications',
    title: 'European Commission: mergers open and decided, same day',
    home: 'https://competition-cases.ec.europa.eu/search?instruments=M',
    everyMinutes: 120,
  },
  ['open-mergers', 'merger-decisions'],
);

export const ecDigitalMarkets = searchSource(
  {
    id: 'ec-digital-markets',
    title: 'European Commission: Digital Markets Act cases',
    home: 'https://digital-markets-act-cases.ec.europa.eu/search',
    everyMinutes: 720,
  },
  ['dma-cases', 'dma-decisions'],
);

export const ecSubsidyNotifications = searchSource(
  {
    id: 'ec-subsidy-notifications',
    title: 'European Commission: foreign-subsidies cases, same day',
    home: 'https://competition-cases.ec.europa.eu/search?instruments=FS',
    everyMinutes: 720,
  },
  ['subsidy-cases'],
);
