import { z } from 'zod';
import { addDays, type Day, parsePartialDay } from '../../model/day.ts';
import { Unreadable } from '../../model/errors.ts';
import { countWords, FEWEST_WORDS } from '../article/article.ts';
import { unsigned } from '../cases/unsigned.ts';
import { webLink } from '../parsing/canonical.ts';
import { decode } from '../parsing/decode.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { plainText } from '../parsing/html.ts';
import { readJson } from '../parsing/json.ts';
import { scanMarkup } from '../parsing/scan.ts';
import { tidyLine, tidyText } from '../parsing/tidy.ts';
import type { Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from '../source.ts';

/**
 * What the Federal Trade Commission and the Antitrust Division have to publish in the Federal Register: consent orders with
 * their analysis, proposed judgments, thresholds, rules on notification, studies. Pages for people are gated; the API and the plain text are not.
 */

const FIELDS = [
  'abstract',
  'action',
  'agencies',
  'comments_close_on',
  'docket_ids',
  'document_number',
  'html_url',
  'publication_date',
  'raw_text_url',
  'title',
  'type',
];
const PER_PAGE = 100;

/** The newest documents of an agency, or those published between two days. */
function address(agency: string, days?: { from: Day; to: Day }): string {
  const query = new URLSearchParams([
    ['conditions[agencies][]', agency],
    ...(days ? [['conditions[publication_date][gte]', days.from] as [string, string]] : []),
    ...(days ? [['conditions[publication_date][lte]', days.to] as [string, string]] : []),
    ['order', 'newest'],
    ['per_page', String(PER_PAGE)],
    ...FIELDS.map((field): [string, string] => ['fields[]', field]),
  ]);
  return `https://www.federalregister.gov/api/v1/documents.json?${query}`;
}

/** Days in one search of the past: an agency publishes some twenty documents a month. */
const DAYS_AT_ONCE = 60;

/** Searches of two months each, the newest first: results far down a long list are not given. */
function searchesBack(agency: string, since: Day, today: Day): string[] {
  const addresses: string[] = [];
  for (let to = today; to >= since; to = addDays(to, -DAYS_AT_ONCE)) {
    const from = addDays(to, 1 - DAYS_AT_ONCE);
    addresses.push(address(agency, { from: from > since ? from : since, to }));
  }
  return addresses;
}

const Result = z.object({
  title: z.string(),
  type: z.string(),
  abstract: z.string().nullish(),
  action: z.string().nullish(),
  document_number: z.string().min(1),
  html_url: z.string(),
  publication_date: z.string(),
  raw_text_url: z.string().nullish(),
  comments_close_on: z.string().nullish(),
  docket_ids: z.array(z.string()).nullish(),
});
const Answer = z.object({ count: z.number(), results: z.array(Result).default([]) });

const KNOWN_TYPES = new Set(['Notice', 'Rule', 'Proposed Rule', 'Presidential Document']);
/** Both also publish on consumers, paperwork and their own meetings; that is not read. */
const COMPETITION =
  /\b(acqui[rs]|antitrust|clayton act|compet|consent (agreement|order)|final judgment|divest|hart-scott|interlocking|merger|monopol|noncompete|non-compete|premerger|section 6\(b\)|section 7a|threshold)/i;

function listDocuments(page: Fetched, settings: SourceSettings): Listing {
  const { count, results } = readJson(page, Answer);
  const types = new Set(results.map(({ type }) => type).filter((type) => !KNOWN_TYPES.has(type)));
  const warnings = [...types].map((type) => `A document is of an unknown type: ${type.slice(0, 60)}.`);
  if (new URL(page.url).searchParams.has('conditions[publication_date][gte]') && count > results.length) {
    warnings.push(`The search found ${count} documents and gave ${results.length}; take a shorter time.`);
  }
  return { items: results.map((result) => toItem(result, settings)), listed: results.length, more: [], warnings };
}

function toItem(result: z.infer<typeof Result>, settings: SourceSettings): FoundItem {
  const { title, abstract, action, document_number: number, publication_date: day } = result;
  const url = webLink(result.html_url, null);
  const published = parsePartialDay(day);
  const isRead = COMPETITION.test([title, abstract, action].join('\n'));
  const text = abstract ? tidyText(plainText(abstract)) : '';
  const name = tidyLine(title);
  return {
    // Numbers were used twice before 2016.
    key: `${number} ${day}`,
    url,
    title: name,
    published,
    updatedAt: null,
    fingerprint: fingerprint([number, name, text, action, result.comments_close_on]),
    fields: {
      type: result.type,
      action: action ?? null,
      dockets: result.docket_ids?.join(', ') || null,
      commentsClose: result.comments_close_on ?? null,
    },
    page: isRead ? webLink(result.raw_text_url, null) : null,
    document: isRead
      ? unsigned({ url, canonicalUrl: url, title: name, published, text: text || name }, settings)
      : null,
  };
}

/** The plain text of a document stands in a page of its own; without it, the summary is read. */
function readDocument(page: Fetched | null, item: FoundItem): ReadPage {
  if (!item.document) throw new Unreadable('The Federal Register gives neither a text nor a summary of this document.');
  const full = page ? fullText(page) : '';
  const text = countWords(full) > countWords(item.document.text) ? full : item.document.text;
  if (countWords(text) < FEWEST_WORDS) throw new Unreadable('The document has no summary, and its text is not there.');
  const warnings = text === full ? [] : ['Only the summary of this document could be read.'];
  return { document: { ...item.document, text }, events: [], warnings };
}

/** Lines of the print edition are put together again into paragraphs; page marks go. */
function fullText(page: Fetched): string {
  const { text } = decode(page.body, page.contentType);
  const pre = /<pre[^>]*>([\s\S]*?)<\/pre>/i.exec(text)?.[1] ?? text;
  scanMarkup(pre, 'html');
  const lines = pre
    .replace(/<[^>]{0,500}>/g, '')
    .replace(/\n?\[\[Page [^\]]{1,20}\]\](?=\n)/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  // A new paragraph is indented, or stands after an empty line.
  const joined = lines.replace(/([^\n])\n(?! {2,}|\n|-{3,})/g, '$1 ').replace(/\n {2,}/g, '\n\n');
  return tidyText(joined.replace(/-{5,}/g, ''));
}

function ofAgency(agency: string, about: Pick<Source, 'id' | 'title'>): Source {
  return {
    ...about,
    publisher: 'Federal Register',
    sourceClass: 'official',
    // A notice is published weeks after the step: what the register of steps is, the press releases say.
    authority: null,
    home: `https://www.federalregister.gov/agencies/${agency}`,
    start: [address(agency)],
    everyMinutes: 360,
    expectsAtLeast: 10,
    expectsAtMost: PER_PAGE,
    holdsNewest: true,
    list: listDocuments,
    read: readDocument,
    back: (since, today) => searchesBack(agency, since, today),
  };
}

export const federalRegister = ofAgency('federal-trade-commission', {
  id: 'federal-register',
  title: 'Federal Register: documents of the FTC',
});

export const federalRegisterDoj = ofAgency('antitrust-division', {
  id: 'federal-register-doj',
  title: 'Federal Register: documents of the DOJ’s Antitrust Division',
});
