import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import exceljs from 'exceljs';
import type { CitedDocument, NamedDocument } from '../model/cited-document.ts';
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
  TERM_LABELS,
} from '../model/labels.ts';
import { webLink } from '../model/link.ts';
import { ZIP_EPOCH } from './fixed-zip.ts';
import { documentsBehind, factIdsOf, type ReportEntry } from './report.ts';
import { type Place, Spool } from './spool.ts';
import { safeCell } from './spreadsheet.ts';
import { xmlSafe } from './xml.ts';

/** Excel's own limits: a longer text is cut and says so, further rows are left out and counted. */
const LONGEST_CELL = 32_767;
const MOST_ROWS = 1_048_576 - 1;
/** Excel takes no more links in a sheet and mends a file that has them; further addresses are text. */
const MOST_LINKS = 65_530;
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
const MOMENT = 'yyyy-mm-dd hh:mm';
/** Without decimals: Excel would leave their point standing. */
const SUM = '#,##0';

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

/** A figure of a pair in US dollars: at the rates of its days where they are known, else what is in dollars; else nothing. */
const dollars = ({ usd, sums }: ReportEntry['pair'], name: 'paid' | 'ceiling' | 'committed') =>
  usd?.[name] ?? sums[name].USD ?? null;

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
      name('Kinds'),
      { header: 'Paid, USD', width: 18, format: SUM },
      { header: 'Ceiling, USD', width: 18, format: SUM },
      { header: 'Spend back, USD', width: 18, format: SUM },
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
        pair.deals.map((deal) => `${KIND_LABELS[deal.kind]} (${CERTAINTY_LABELS[deal.certainty]})`).join(', '),
        dollars(pair, 'paid'),
        dollars(pair, 'ceiling'),
        dollars(pair, 'committed'),
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
      small('Exactness'),
      small('Instrument'),
      { header: 'First told', width: 12, format: DAY },
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
          event.hedge ?? null,
          event.instrument,
          event.date ? null : dayCell(event.reportedOn ?? null),
          textCell(event.disputedBy.map((other) => `${other.value} ${other.currency}`).join(' | ')),
          textCell(documentsBehind(entry, event.factIds).map(addressOf).join(' ')),
        ]),
      ),
  },
  {
    name: 'Terms',
    columns: [
      name('Acquirer'),
      name('Target'),
      name('Kind'),
      name('Term'),
      name('Detail'),
      { header: 'Since', width: 12, format: DAY },
      { header: 'Until', width: 12, format: DAY },
      name('Then'),
      wide('Sources'),
    ],
    rows: (entry) =>
      entry.pair.deals.flatMap((deal) =>
        deal.terms.map((term) => [
          textCell(entry.pair.acquirer),
          textCell(entry.pair.target),
          KIND_LABELS[deal.kind],
          TERM_LABELS[term.term],
          textCell(term.details.join(', ')),
          dayCell(term.since ?? null),
          dayCell(term.until ?? null),
          term.endedBy ? TERM_LABELS[term.endedBy] : null,
          textCell(documentsBehind(entry, term.factIds).map(addressOf).join(' ')),
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
      [...entry.pair.scrutiny, ...(entry.pair.foreignInvestment ?? [])].flatMap((cell) =>
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
  { header: 'Retrieved', width: 18, format: MOMENT },
  { header: 'SHA-256 of what was retrieved', width: 24 },
];

const addressOf = (document: NamedDocument) => document.url ?? `${document.publisher}: ${document.title}`;

/** What the first sheet says: filter, time, versions. */
export interface XlsxAbout {
  lines: readonly [label: string, text: string][];
  asOf: Instant;
}

/**
 * Takes pairs, in pieces; writes a workbook to the stream as it goes, one sheet a table, and gives how many pairs it
 * holds. A workbook holds one sheet after the other: rows of later ones wait on the disk, so that memory does not grow with
 * them, and no row is made before those before it are on their way. Ends early when `signal` says so.
 */
export async function writeXlsx(
  pieces: () => AsyncIterable<readonly ReportEntry[]>,
  about: XlsxAbout,
  stream: Writable,
  signal?: AbortSignal,
): Promise<number> {
  const book = openBook(stream, about.asOf);
  const parts = SHEETS.map((sheet): Part => ({ sheet, spool: new Spool(), rows: 0, left: 0 }));
  const sources = { spool: new Spool(), places: new Map<string, Place>() };
  try {
    const pairs = await gather(pieces(), parts, sources, signal);
    for (const { sheet, spool } of parts) {
      await writeSheet(book, sheet.name, sheet.columns, rowsIn(spool.lines()), stream, signal);
    }
    const byId = [...sources.places].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = (function* () {
      for (const [, place] of byId) yield sources.spool.line(place);
    })();
    await writeSheet(book, 'Sources', SOURCES, withFewLinks(rowsIn(lines)), stream, signal);
    addAbout(book, about, pairs, parts);
    await book.commit();
    return pairs;
  } finally {
    for (const { spool } of [...parts, sources]) spool.close();
  }
}

/** A sheet while its rows are gathered: how many it takes, and how many more there are. */
interface Part {
  sheet: Sheet;
  spool: Spool;
  rows: number;
  left: number;
}

interface Sources {
  spool: Spool;
  /** Where the row of each document lies. */
  places: Map<string, Place>;
}

async function gather(
  pieces: AsyncIterable<readonly ReportEntry[]>,
  parts: readonly Part[],
  sources: Sources,
  signal?: AbortSignal,
): Promise<number> {
  let pairs = 0;
  for await (const entries of pieces) {
    signal?.throwIfAborted();
    for (const entry of entries) {
      pairs += 1;
      for (const part of parts) keepRows(part, part.sheet.rows(entry));
      for (const document of documentsOf(entry)) {
        if (!sources.places.has(document.id))
          sources.places.set(document.id, sources.spool.add(packed(sourceRow(document))));
      }
    }
  }
  return pairs;
}

function keepRows(part: Part, rows: readonly Value[][]): void {
  for (const row of rows) {
    if (part.rows >= MOST_ROWS) part.left += 1;
    else {
      part.spool.add(packed(row));
      part.rows += 1;
    }
  }
}

/** A row as one line: a day is kept as `[milliseconds]`, everything else as JSON has it. */
function packed(row: readonly Value[]): string {
  return JSON.stringify(row.map((value) => (value instanceof Date ? [value.getTime()] : value)));
}

function* rowsIn(lines: Iterable<string>): Generator<Value[]> {
  for (const line of lines) {
    const row = JSON.parse(line) as (Exclude<Value, Date> | [number])[];
    yield row.map((value) => (Array.isArray(value) ? new Date(value[0]) : value));
  }
}

/** Rows of a sheet with no more links than Excel takes; the addresses beyond are text. */
export function* withFewLinks(rows: Iterable<Value[]>, most = MOST_LINKS): Generator<Value[]> {
  let links = 0;
  const asText = (value: Value): Value => {
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    links += 1;
    return links > most ? textCell(value.text) : value;
  };
  for (const row of rows) yield row.map(asText);
}

/** Rows handed over before it is looked whether those before them have left. */
const ROWS_AT_ONCE = 200;

async function writeSheet(
  book: Book,
  name: string,
  columns: readonly Column[],
  rows: Iterable<Value[]>,
  stream: Writable,
  signal?: AbortSignal,
): Promise<void> {
  const sheet = addSheet(book, name, columns);
  let n = 0;
  for (const row of rows) {
    sheet.addRow(row).commit();
    n += 1;
    if (n % ROWS_AT_ONCE > 0) continue;
    await caughtUp(sheet, stream);
    signal?.throwIfAborted();
  }
  sheet.commit();
}

/** Waits until what was written is compressed and taken by whoever reads: the library itself would keep it all. */
async function caughtUp(sheet: exceljs.Worksheet, stream: Writable): Promise<void> {
  const { pipes } = (sheet as unknown as { stream: { pipes: Writable[] } }).stream;
  for (const pipe of [...pipes, stream]) {
    if (pipe.writableNeedDrain && !pipe.destroyed) await Promise.race([once(pipe, 'drain'), once(pipe, 'close')]);
  }
  await breathe();
}

function* documentsOf(entry: ReportEntry): Iterable<NamedDocument> {
  for (const id of entry.pair.documentIds) {
    const document = entry.documents.get(id);
    if (document) yield document;
  }
}

function sourceRow(document: NamedDocument & Partial<CitedDocument>): Value[] {
  const { fetchedAt: retrieved, hash } = document;
  return [
    textCell(document.title),
    textCell(document.publisher),
    SOURCE_CLASS_LABELS[document.sourceClass],
    dayCell(document.published),
    linkCell(document.url),
    document.id,
    retrieved === undefined ? null : new Date(retrieved),
    hash ?? null,
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
