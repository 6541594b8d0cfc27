import { parse } from 'csv-parse/sync';
import { type DealRecord, readRecord } from '../ledger/assess-record.ts';
import { InvalidInput } from '../model/errors.ts';
import { typedSum } from '../model/typed-sum.ts';

/** Columns that a row may fill, by the name that a mapping gives them. */
export const COLUMNS = [
  'id',
  'acquirer',
  'target',
  'kind',
  'certainty',
  'layer',
  'date',
  'value',
  'currency',
  'role',
  'instrument',
  'note',
  'rights',
  'people',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Which column of the file holds what: `acquirer=Investor`. */
export type Mapping = Partial<Record<Column, string>>;

/** Why a row was not taken in. Lines are counted as an editor counts them, the heading as line 1. */
export interface RowError {
  line: number;
  reason: string;
}

export interface CsvRecords {
  records: DealRecord[];
  errors: RowError[];
  /** Columns of the file that nothing was made of. */
  unused: string[];
}

/** Takes `acquirer=Investor` and the like; gives the mapping. Throws InvalidInput for what is none. */
export function readMapping(args: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const arg of args) {
    const [column, heading] = [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)];
    if (!COLUMNS.includes(column as Column) || !heading) {
      throw new InvalidInput(`"${arg}" is no mapping. Write COLUMN=HEADING with one of ${COLUMNS.join(', ')}.`);
    }
    mapping[column as Column] = heading;
  }
  return mapping;
}

/**
 * Takes the text of a CSV file with a heading, and a mapping for headings that do not name a column themselves; gives a
 * record for each row, and each row that cannot be used with the reason. Throws InvalidInput when the file is no CSV or
 * lacks a column that every row needs.
 */
export function recordsFromCsv(text: string, mapping: Mapping): CsvRecords {
  const { headings, rows } = parsed(text);
  const places = placesOf(headings, mapping);
  const result: CsvRecords = { records: [], errors: [], unused: unusedIn(headings, places) };
  for (const { line, cells } of rows) {
    const cell = (column: Column) => (places[column] === undefined ? '' : (cells[places[column]]?.trim() ?? ''));
    try {
      if (cells.length !== headings.length)
        throw new InvalidInput(`It has ${cells.length} cells under ${headings.length} headings.`);
      result.records.push(recordOf(cell, line));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      result.errors.push({ line, reason: error.message });
    }
  }
  return result;
}

interface Rows {
  headings: string[];
  rows: { line: number; cells: string[] }[];
}

function parsed(text: string): Rows {
  let lines: { record: string[]; info: { lines: number } }[];
  try {
    lines = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof lines;
  } catch (cause) {
    throw new InvalidInput(`The file is no CSV: ${(cause as Error).message}.`, {}, { cause });
  }
  const [first, ...rest] = lines;
  if (!first) throw new InvalidInput('The file is empty.');
  return {
    headings: first.record.map((heading) => heading.trim()),
    rows: rest.map(({ record, info }) => ({ line: info.lines, cells: record })),
  };
}

type Places = Partial<Record<Column, number>>;

function placesOf(headings: readonly string[], mapping: Mapping): Places {
  const places: Places = {};
  for (const column of COLUMNS) {
    const wanted = mapping[column];
    const at = headings.findIndex((heading) => heading.toLowerCase() === (wanted ?? column).toLowerCase());
    if (wanted && at < 0) throw new InvalidInput(`There is no column "${wanted}". There are: ${headings.join(', ')}.`);
    if (at >= 0) places[column] = at;
  }
  const missing = (['acquirer', 'target', 'kind'] as const).filter((column) => places[column] === undefined);
  if (missing.length) {
    throw new InvalidInput(
      `Say which column holds ${missing.join(', ')}: --map ${missing[0]}=HEADING. There are: ${headings.join(', ')}.`,
    );
  }
  return places;
}

function unusedIn(headings: readonly string[], places: Places): string[] {
  const used = new Set(Object.values(places));
  return headings.filter((_, i) => !used.has(i));
}

function recordOf(cell: (column: Column) => string, line: number): DealRecord {
  const kind = cell('kind').toLowerCase();
  const value = sumIn(cell('value'));
  const event = {
    date: cell('date') || null,
    value,
    currency: cell('currency').toUpperCase() || (value === null ? null : 'USD'),
    role: cell('role').toLowerCase() || 'total',
    instrument: cell('instrument'),
    note: cell('note'),
  };
  const told = value !== null || event.date !== null || event.instrument !== '';
  const isSupply = kind === 'cloud';
  return readRecord(
    {
      id: cell('id') || `line ${line}`,
      acquirer: cell('acquirer'),
      target: cell('target'),
      kind,
      kinds: [kind],
      certainty: cell('certainty').toLowerCase() || 'done',
      layer: cell('layer').toLowerCase(),
      events: told && !isSupply ? [event] : [],
      cloud_commitments: told && isSupply ? [event] : [],
      rights: listIn(cell('rights')),
      people: listIn(cell('people')),
    },
    line,
  );
}

/** `1,250,000`, `1.25bn` or `$4 billion`; null when empty. Throws InvalidInput for anything else. */
function sumIn(text: string): number | null {
  const value = text ? typedSum(text) : null;
  if (text && value === null) throw new InvalidInput(`value "${text}" is no sum.`);
  return value;
}

const listIn = (text: string) =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
