import type { Element } from 'domhandler';
import { makeDay, type PartialDay } from '../model/day.ts';
import type { NewDocument } from '../model/document.ts';
import { SourceChanged } from '../model/errors.ts';
import type { ScrutinyStatus } from '../model/scrutiny.ts';
import { eventsOf, stepLine } from './cases/case-document.ts';
import { caseRecord } from './cases/case-record.ts';
import { type Parties, partiesOfList } from './cases/parties.ts';
import { followedName } from './cases/watched.ts';
import { fingerprint } from './parsing/fingerprint.ts';
import { all, type Page, text } from './parsing/html.ts';
import { htmlOf } from './parsing/html-page.ts';
import type { Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from './source.ts';

/**
 * Mergers notified to the Bundeskartellamt, out of the table of pending cases on its site. A wrong page number gives the
 * first page again, so that only links of the page itself are followed, and only while they bring new cases.
 */
const SITE = 'https://www.bundeskartellamt.de';
const LIST = `${SITE}/SiteGlobals/Forms/Suche/LaufendeVerfahren/LaufendeVerfahren_Formular.html?resultsPerPage=50`;

/** "B7-21/24": the division, the number and the year. */
const FILE_NUMBER = /\bB\s?\d{1,2}\s?[-–]\s?\d+\/\d{2}\b/;

interface Row {
  number: string;
  notified: PartialDay | null;
  parties: string;
  sector: string;
  /** What the last column says; null while it is open. */
  ended: string | null;
}

function listPending(page: Fetched, settings: SourceSettings): Listing {
  const tree = htmlOf(page);
  const table = all(tree, 'table').find((one) => /aktenzeichen/i.test(headOf(tree, one)));
  if (!table) throw new SourceChanged('The page of pending cases has no table with file numbers any more.');
  const warnings: string[] = [];
  const rows = all(tree, 'tr', 1, table).flatMap((row) => readRow(tree, row, warnings));
  const items = rows.map((row) => toItem(row, settings));
  return { items, listed: rows.length, more: nextPage(tree, page), warnings };
}

const headOf = (tree: Page, table: Element) => all(tree, 'th, tr:first-child td', 0, table).map(text).join(' ');

function readRow(tree: Page, row: Element, warnings: string[]): Row[] {
  const cells = all(tree, 'td', 0, row).map(text);
  if (cells.length < 4 || /^aktenzeichen$/i.test(cells[1] ?? '')) return [];
  const at = cells.findIndex((cell) => FILE_NUMBER.test(cell));
  const number = FILE_NUMBER.exec(cells[at] ?? '')?.[0]
    .replace(/\s/g, '')
    .replace('–', '-');
  if (at < 1 || !number) {
    warnings.push(`A row of the table has no file number that can be read: “${cells.join(' | ').slice(0, 100)}”.`);
    return [];
  }
  const [parties = '', sector = '', ended = ''] = cells.slice(at + 1);
  const notified = germanDay(cells[at - 1]);
  if (!notified) warnings.push(`${number}: the day of notification cannot be read (${cells[at - 1]}).`);
  return [{ number, notified, parties, sector, ended: /^[-–—\s]*$/.test(ended) ? null : ended }];
}

/** Takes "27.02.2026"; gives the day, or null. */
export function germanDay(written: string | undefined): PartialDay | null {
  const m = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(written ?? '');
  return m ? (makeDay(Number(m[3]), Number(m[2]), Number(m[1])) as PartialDay | null) : null;
}

/** The next page by the page's own link; its number for the list is internal and changes. */
function nextPage(tree: Page, page: Fetched): string[] {
  const here = numberOf(page.url);
  const links = all(tree, 'a[href*="gtp="]').map((link) => link.attribs.href ?? '');
  const next = links.find((href) => numberOf(href) === here + 1);
  return next && here < 20 && URL.canParse(next, page.finalUrl) ? [new URL(next, page.finalUrl).href] : [];
}

/** The page number hides in a parameter that is encoded twice: `gtp=83488_list%253D2`. */
function numberOf(address: string): number {
  const found = /gtp=\d+_list(?:=|%(?:25)*3D)(\d+)/i.exec(address);
  return found ? Number(found[1]) : 1;
}

/** Firms are set apart by semicolons, else by slashes or "und"; whoever buys comes first. A seat follows a comma. */
function partiesOfRow(written: string): string[] {
  const bare = written.replace(/\([^()]*\)/g, ' ');
  const apart = bare.includes(';') ? bare.split(';') : bare.split(/\s+\/\s+|\s+(?:und|sowie)\s+(?=\p{Lu})|\s+[-–]\s+/u);
  return apart.map(withoutSeat).filter((name) => name.length > 1);
}

const withoutSeat = (name: string) =>
  name
    .replace(/,(?!\s*(?:Inc|Ltd|LLC|L\.P|LP|Corp|Co|S\.A|B\.V|N\.V|PLC)\b).*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();

function toItem(row: Row, settings: SourceSettings): FoundItem {
  const parties = partiesOfRow(row.parties);
  const pair = partiesOfList(parties);
  const reads = parties.some((name) => followedName(name) !== null);
  const url = LIST;
  const title = `${row.number} ${row.parties}`;
  return {
    key: row.number,
    url,
    title,
    published: row.notified,
    updatedAt: null,
    fingerprint: fingerprint([row.number, row.notified, row.parties, row.sector, row.ended]),
    fields: reads ? { row: JSON.stringify(row) } : {},
    page: null,
    document: reads ? rowDocument(row, title, settings) : null,
    case: caseRecord({
      authority: 'BKartA',
      caseRef: row.number,
      parties,
      acquirer: pair?.acquirer ?? null,
      target: pair?.target ?? null,
      state: row.ended === null ? 'open' : 'closed',
      outcome: row.ended,
      opened: row.notified,
      closed: germanDay(row.ended ?? undefined),
      deadline: null,
      about: `${title}\n${row.sector}`,
      page: null,
    }),
  };
}

/** Words of the last column that say how it ended. A bare date says only that it did. */
const ENDINGS: readonly [RegExp, ScrutinyStatus][] = [
  [/nebenbestimmung|auflage|bedingung/i, 'remedies'],
  [/untersag/i, 'challenged'],
  [/rücknahme|zurückgenommen|rückgenommen|aufgegeben/i, 'abandoned'],
  [/nicht (anmelde|kontroll)pflichtig|nicht kontrollpflichtig/i, 'no_jurisdiction'],
  [/freigabe|freigegeben|keine untersagung/i, 'cleared'],
  [/hauptprüfverfahren|phase\s*(2|ii)/i, 'phase2'],
];

const NOTIFIED = 'Anmeldung (Vorprüfverfahren)';

function rowDocument(row: Row, title: string, { publisher, sourceClass }: SourceSettings): NewDocument {
  const lines = [
    `Fusionskontrolle, Aktenzeichen ${row.number}`,
    `Vorhaben: ${row.parties}`,
    `Produktbereich: ${row.sector}`,
    stepLine(row.notified, NOTIFIED),
    row.ended ? `Abschluss: ${row.ended}` : 'Abschluss: offen',
  ];
  const canonicalUrl = `${LIST}&aktenzeichen=${encodeURIComponent(row.number)}`;
  const published = row.notified;
  const text = lines.join('\n');
  return { url: LIST, canonicalUrl, publisher, sourceClass, title, byline: null, published, language: 'de', text };
}

function readRowItem(_page: Fetched | null, item: FoundItem): ReadPage {
  const row = JSON.parse(item.fields.row ?? 'null') as Row | null;
  if (!row || !item.document) throw new TypeError(`The entry ${item.key} holds no case.`);
  const warnings: string[] = [];
  const notified = {
    status: 'phase1' as const,
    stage: NOTIFIED,
    date: row.notified,
    line: stepLine(row.notified, NOTIFIED),
  };
  const ending = row.ended ? ENDINGS.find(([pattern]) => pattern.test(row.ended ?? ''))?.[1] : undefined;
  if (row.ended && !ending) {
    warnings.push(`${row.number} is closed (${row.ended}), but the table does not say how it ended.`);
  }
  const ended = ending
    ? [{ status: ending, stage: row.ended ?? '', date: germanDay(row.ended ?? ''), line: `Abschluss: ${row.ended}` }]
    : [];
  const parties: Parties | null = partiesOfList(partiesOfRow(row.parties));
  const about = { authority: 'BKartA', caseRef: row.number, title: item.document.title, parties };
  const steps = row.notified ? [notified, ...ended] : ended;
  return { document: item.document, events: eventsOf(steps, about, item.document.text, warnings), warnings };
}

export const bkartaMergers: Source = {
  id: 'bkarta-mergers',
  title: 'Bundeskartellamt: mergers notified',
  publisher: 'Bundeskartellamt',
  sourceClass: 'official',
  authority: 'BKartA',
  home: LIST,
  start: [LIST],
  everyMinutes: 360,
  expectsAtLeast: 5,
  expectsAtMost: 60,
  list: listPending,
  read: readRowItem,
};
