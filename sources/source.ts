import type { Day, Instant, PartialDay } from '../model/day.ts';
import type { NewDocument } from '../model/document.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ReportedFigure } from '../model/figure.ts';
import type { Rate } from '../model/rate.ts';
import type { Authority, ScrutinyStatus, SourceClass } from '../model/scrutiny.ts';

/** One page or payload as it came, after decompression. */
export interface Fetched {
  url: string;
  /** Where the redirects ended. */
  finalUrl: string;
  status: number;
  contentType: string | null;
  body: Uint8Array;
  etag: string | null;
  lastModified: string | null;
  fetchedAt: Instant;
}

/** One entry of a list: an article of a feed, a case of a register. */
export interface FoundItem {
  /** Stable within the source. */
  key: string;
  url: string | null;
  title: string | null;
  published: PartialDay | null;
  updatedAt: Instant | null;
  /** Hash of the fields that matter: changed means read again. */
  fingerprint: string;
  fields: Record<string, string | null>;
  /** Address to fetch for the document; null when `document` is complete or nothing needs reading. */
  page: string | null;
  /** What the list itself says of the item; the fall-back when the page is refused. */
  document: NewDocument | null;
  /** What a register says of the case, when the entry is one. */
  case?: CaseRecord;
  /** True when it was read before and is looked at once more, for corrections. */
  again?: boolean;
  /** True when it was found by going back in time: its document is no news. */
  ofPast?: boolean;
  /** True far down a list of all there ever was: it is read only when it was not there the last time. */
  older?: boolean;
}

/** Stands for the list entry of a page that was given alone. */
export function unlisted(key: string): FoundItem {
  return {
    key,
    url: null,
    title: null,
    published: null,
    updatedAt: null,
    fingerprint: '',
    fields: {},
    page: null,
    document: null,
  };
}

/** One case as a register lists it, whether it is read or not. Raw values are the register's own words. */
export interface CaseRecord {
  authority: Authority;
  /** The register's name for the case: a number, a slug. */
  caseRef: string;
  /** Everybody whom the title names, as written. */
  parties: string[];
  acquirer: string | null;
  target: string | null;
  state: string | null;
  outcome: string | null;
  opened: PartialDay | null;
  closed: PartialDay | null;
  /** The next statutory date that the register itself names. */
  deadline: { date: Day; what: string } | null;
  /** Why it looks like AI and Big Tech, in words; null when it does not. */
  relevance: string | null;
  /** True when one of its parties is a company that is followed. */
  isFollowed: boolean;
  /** Where the case can be read when somebody wants it read; null when the list says all there is. */
  page: string | null;
}

export interface Listing {
  items: FoundItem[];
  /** Entries on the page, including those that were not usable. */
  listed: number;
  /** Further list addresses to fetch. */
  more: string[];
  warnings: string[];
  /** The day of its oldest entry, when entries that were not taken are older than those that were. */
  oldest?: PartialDay | null;
  /** What the list turned out to be, of a source that people add. */
  shape?: ListShape;
  /** Reference rates, of a source that lists such. */
  rates?: Rate[];
  /** Reported figures, of a source that lists such. */
  figures?: ReportedFigure[];
}

export interface ReadPage {
  document: NewDocument;
  events: CaseEvent[];
  warnings: string[];
  /** What the page of a case says beyond its steps. */
  details?: CaseDetails;
}

/** Dates and documents of a case as its own page lists them, whether they are steps or not. */
export interface CaseDetails {
  authority: Authority;
  caseRef: string;
  /** Statutory and target dates that the page names, met or ahead. */
  deadlines: { date: PartialDay; what: string }[];
  /** Everything dated: timetable, updates, filings. */
  timeline: { date: PartialDay | null; what: string }[];
  documents: { name: string; url: string }[];
}

/** One step of an authority on one pair, as its own page states it. */
export interface CaseEvent {
  authority: Authority;
  /** The authority's own name for the case: a slug, a number. */
  caseRef: string;
  title: string;
  acquirer: string | null;
  target: string | null;
  status: ScrutinyStatus;
  /** The page's own words for the step. */
  stage: string;
  date: PartialDay | null;
  evidence: Evidence;
}

export const LIST_SHAPES = ['feed', 'sitemap', 'page'] as const;
/** A feed, a sitemap, or a page that lists articles. */
export type ListShape = (typeof LIST_SHAPES)[number];

/** What list and read need to know about the source they work for; analysts add their own of kind `feed`. */
export interface SourceSettings {
  id: string;
  url: string | null;
  publisher: string;
  sourceClass: SourceClass;
  /** What the address leads to, of a source that people add; `any` looks. A feed when not said. */
  shape?: ListShape | 'any' | null;
  /** Of a sitemap or page: how the addresses of its articles begin, several separated by spaces; all when not said. */
  only?: string | null;
}

/** Keys of sites that want one, from the settings; empty when none was given. */
export type SourceKeys = Readonly<Record<'apiDataGov', string>>;

/** How an address is asked for when a plain GET is not enough. */
export interface SourceRequest {
  /** Sent by POST as multipart/form-data, each value as a part of JSON. The body goes to the first site alone. */
  form?: Record<string, unknown>;
  /** Further headers; not carried to another site by a redirect. */
  headers?: Record<string, string>;
}

/** A description and two pure functions: bytes in, items or a document out. */
export interface Source {
  id: string;
  title: string;
  publisher: string;
  sourceClass: SourceClass;
  authority: Authority | null;
  /** The page for people. */
  home: string;
  /** List addresses to begin with. */
  start: string[];
  /** Those that depend on the day, such as searches of the last month; asked after `start`. */
  startOn?(today: Day): string[];
  everyMinutes: number;
  /** True for a source that is read only once somebody switches it on. */
  offAtFirst?: boolean;
  /**
   * True when its list holds the newest entries alone, whatever came between two visits: then a visit that finds nothing
   * it knew reads `back`, or says since when entries may be missing.
   */
  holdsNewest?: boolean;
  /** True when its list is a feed that any reader takes. */
  isFeed?: boolean;
  /** Fewer entries listed on a page than this means that the page has changed. */
  expectsAtLeast: number;
  /** More entries than this is worth a warning. */
  expectsAtMost: number;
  /** List addresses to use when those of `start` fail: a poorer way to the same news. */
  instead?: string[];
  /** Largest list in bytes, when it is larger than pages usually are. */
  maxListBytes?: number;
  /** Longest time for one list in milliseconds, when it is longer than usual. */
  listDeadlineMs?: number;
  /** What a list or page needs beside its address; `keys` are those settings of `config.ts` that hold keys. */
  request?(url: string, keys: SourceKeys): SourceRequest;
  /** List addresses that reach back to a day, for the first run; without it, the lists hold all there is. */
  back?(since: Day, today: Day): string[];
  /** Throws SourceChanged or SourceBlocked with a sentence when the page is not the usual one. */
  list(page: Fetched, settings: SourceSettings): Listing;
  /** Takes the fetched page (null when the item needs none). Throws Unreadable when there is no text. */
  read(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage;
}

/** Takes a source, its settings and the day; gives the list addresses to begin with. */
export function startOf(source: Source, settings: SourceSettings, today: Day): string[] {
  return settings.url ? [settings.url] : [...source.start, ...(source.startOn?.(today) ?? [])];
}
