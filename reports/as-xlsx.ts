import type { Writable } from 'node:stream';
import exceljs from 'exceljs';
import type { NamedDocument } from '../model/cited-document.ts';
import { type Instant, type PartialDay, parseDay } from '../model/day.ts';
import {
  BAND_LABELS,
  CERTAINTY_LABELS,
  FLAG_STATE_LABELS,
  KIND_LABELS,
  ROLE_LABELS,
  RULE_LABELS,
  SEVERITY_LABELS,
  SOURCE_CLASS_LABELS,
  STATUS_LABELS,
} from '../model/labels.ts';
import { webLink } from '../model/link.ts';
import { ZIP_EPOCH } from './fixed-zip.ts';
import { documentsBehind, factIdsOf, type ReportEntry } from './report.ts';
import { safeCell } from './spreadsheet.ts';
import { xmlSafe } from './xml.ts';

/** Excel's own limits: a longer text is cut and says so, further rows are left out and counted. */
const LONGEST_CELL = 32_767;
const MOST_ROWS = 1_048_576 - 1;
const CUT = ' […cut: Excel takes no longer text]';

type Value = string | number | Date | { text: string; hyperlink: string } | null;

interface Column {
  header: string;
  width: number;
  /** How Excel shows it; text without one. */
  format?: string;
}

interface Sheet {
  name: string;
  columns: Column[];
  rows(entry: ReportEntry): Value[][];
}

const DAY = 'yyyy-mm-dd';
const SUM = '#,##0.##';

/** A text cell: never a formula, never longer than Excel takes, nothing that XML refuses. */
export function textCell(text: string): string {
  const safe = String(safeCell(xmlSafe(text)));
  return safe.length <= LONGEST_CELL ? safe : safe.slice(0, LONGEST_CELL - CUT.length) + CUT;
}

/** A full day is a date to Excel; a month or a year stays as it is known. */
function dayCell(day: PartialDay | null): Value {
  if (day === null) return null;
  const full = parseDay(day);
  return full ? new Date(`${full}T00:00:00Z`) : textCell(day);
}

function linkCell(address: string | null): Value {
  const link = webLink(address);
  return link && link.length < 2000
    ? { text: xmlSafe(link), hyperlink: xmlSafe(link) }
    : address
      ? textCell(address)
      : null;
}

const wide = (header: string) => ({ header, width: 40 });
const name = (header: string) => ({ header, width: 24 });
const small = (header: string) => ({ header, width: 14 });

const SHEETS: readonly Sheet[] = [
  {
    name: 'Deals',
    columns: [
      name('Acquirer'),
      name('Target'),
      small('Layer'),
      small('Score'),
      small('Band'),
      small('Flags'),
      small('Deal id'),
    ],
    rows: ({ pair, score, band, flags }) => [
      [
        textCell(pair.acquirer),
        textCell(pair.target),
        pair.layer,
        score,
        BAND_LABELS[band],
        flags.length,
        textCell(pair.id),
      ],
    ],
  },
  {
    name: 'Sums',
    columns: [
      name('Acquirer'),
      name('Target'),
      name('Kind'),
      small('Certainty'),
      { header: 'Date', width: 12, format: DAY },
      { header: 'Sum', width: 20, format: SUM },
      { header: 'From', width: 18, format: SUM },
      { header: 'To', width: 18, format: SUM },
      small('Currency'),
      small('Role'),
      wide('Disputed by'),
      wide('Sources'),
    ],
    rows: (entry) =>
      entry.pair.deals.flatMap((deal) =>
        deal.events.map((event) => [
          textCell(entry.pair.acquirer),
          textCell(entry.pair.target),
          KIND_LABELS[deal.kind],
          CERTAINTY_LABELS[event.certainty ?? deal.certainty],
          dayCell(event.date),
          event.value,
          event.low,
          event.high,
          event.currency,
          ROLE_LABELS[event.role],
          textCell(event.disputedBy.map((other) => `${other.value} ${other.currency}`).join(' | ')),
          textCell(documentsBehind(entry, event.factIds).map(addressOf).join(' ')),
        ]),
      ),
  },
  {
    name: 'Flags',
    columns: [
      name('Acquirer'),
      name('Target'),
      name('Screen'),
      small('Severity'),
      small('Severity, word'),
      wide('Why'),
      wide('For'),
      wide('Against'),
      wide('Missing'),
      small('State'),
      name('Decided by'),
      { header: 'Raised', width: 12, format: DAY },
      wide('Sources'),
    ],
    rows: (entry) =>
      entry.flags.map((flag) => [
        textCell(entry.pair.acquirer),
        textCell(entry.pair.target),
        RULE_LABELS[flag.rule],
        flag.severity,
        SEVERITY_LABELS[flag.severity],
        textCell(flag.why),
        textCell(flag.for.map((fact) => fact.text).join(' | ')),
        textCell(flag.against.map((fact) => fact.text).join(' | ')),
        textCell(flag.missing.join(' | ')),
        FLAG_STATE_LABELS[flag.state],
        flag.latest ? textCell(flag.latest.userName) : null,
        new Date(`${flag.raisedAt.slice(0, 10)}T00:00:00Z`),
        textCell(documentsBehind(entry, factIdsOf(flag)).map(addressOf).join(' ')),
      ]),
  },
  {
    name: 'Scrutiny',
    columns: [
      name('Acquirer'),
      name('Target'),
      small('Authority'),
      name('Step'),
      wide("In the page's words"),
      { header: 'Date', width: 12, format: DAY },
      small('Source'),
      wide('Sources'),
    ],
    rows: (entry) =>
      entry.pair.scrutiny.flatMap((cell) =>
        cell.history.map((step) => [
          textCell(entry.pair.acquirer),
          textCell(entry.pair.target),
          textCell(cell.authority),
          STATUS_LABELS[step.status],
          textCell(step.stage),
          dayCell(step.date),
          SOURCE_CLASS_LABELS[step.sourceClass],
          textCell(documentsBehind(entry, step.factIds).map(addressOf).join(' ')),
        ]),
      ),
  },
];

const SOURCES: Column[] = [
  wide('Title'),
  name('Publisher'),
  small('Class'),
  { header: 'Published', width: 12, format: DAY },
  wide('Address'),
  { header: 'Document id', width: 24 },
];

const addressOf = (document: NamedDocument) => document.url ?? `${document.publisher}: ${document.title}`;

/** What the first sheet says: filter, time, versions. */
export interface XlsxAbout {
  lines: readonly [label: string, text: string][];
  asOf: Instant;
}

/**
 * Takes pairs, in pieces; writes a workbook to the stream as it goes, one sheet a table, and gives how many pairs it
 * holds. Memory does not grow with the number of pairs beyond the sources named. Ends early when `signal` says so.
 */
export async function writeXlsx(
  pieces: () => AsyncIterable<readonly ReportEntry[]>,
  about: XlsxAbout,
  stream: Writable,
  signal?: AbortSignal,
): Promise<number> {
  const book = openBook(stream, about.asOf);
  const sources = new Map<string, NamedDocument>();
  let pairs = 0;
  const sheets = SHEETS.map((sheet) => ({ sheet, out: addSheet(book, sheet.name, sheet.columns), rows: 0, left: 0 }));
  for await (const entries of pieces()) {
    signal?.throwIfAborted();
    for (const entry of entries) {
      pairs += 1;
      for (const part of sheets) addRows(part, part.sheet.rows(entry));
      for (const document of documentsOf(entry)) sources.set(document.id, document);
    }
  }
  for (const { out } of sheets) out.commit();
  const named = addSheet(book, 'Sources', SOURCES);
  for (const document of [...sources.values()].sort(byId)) named.addRow(sourceRow(document)).commit();
  named.commit();
  addAbout(book, about, pairs, sheets);
  await book.commit();
  return pairs;
}

interface Part {
  sheet: Sheet;
  out: exceljs.Worksheet;
  rows: number;
  left: number;
}

function addRows(part: Part, rows: readonly Value[][]): void {
  for (const row of rows) {
    if (part.rows >= MOST_ROWS) {
      part.left += 1;
      continue;
    }
    part.out.addRow(row).commit();
    part.rows += 1;
  }
}

function* documentsOf(entry: ReportEntry): Iterable<NamedDocument> {
  for (const id of entry.pair.documentIds) {
    const document = entry.documents.get(id);
    if (document) yield document;
  }
}

const byId = (a: NamedDocument, b: NamedDocument) => (a.id < b.id ? -1 : 1);

function sourceRow(document: NamedDocument): Value[] {
  return [
    textCell(document.title),
    textCell(document.publisher),
    SOURCE_CLASS_LABELS[document.sourceClass],
    dayCell(document.published),
    linkCell(document.url),
    document.id,
  ];
}

type Book = exceljs.stream.xlsx.WorkbookWriter;

/** A workbook whose parts carry no time of their own, so that the same content gives the same bytes. */
function openBook(stream: Writable, asOf: Instant): Book {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const made = new Date(asOf);
  Object.assign(book, { created: made, modified: made, creator: 'Dealwatch', lastModifiedBy: 'Dealwatch' });
  const { zip } = book as unknown as { zip: { append(source: unknown, data: object): unknown } };
  const append = zip.append.bind(zip);
  zip.append = (source, data) => append(source, { ...data, date: ZIP_EPOCH });
  return book;
}

function addSheet(book: Book, title: string, columns: readonly Column[]): exceljs.Worksheet {
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width, format }) => ({
    header,
    width,
    style: format ? { numFmt: format } : {},
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  return sheet;
}

function addAbout(book: Book, { lines }: XlsxAbout, pairs: number, parts: readonly Part[]): void {
  const sheet = addSheet(book, 'About', [name('What'), wide('As of this file')]);
  const counts = parts.map(({ sheet: { name: title }, rows, left }): [string, string] => [
    `Rows in ${title}`,
    left > 0 ? `${rows}; ${left} more do not fit into a sheet` : String(rows),
  ]);
  const empty: [string, string][] = pairs === 0 ? [['Note', 'No deal matches: the sheets have heads alone.']] : [];
  for (const [label, text] of [...lines, ...counts, ...empty]) sheet.addRow([textCell(label), textCell(text)]).commit();
  sheet.commit();
}
