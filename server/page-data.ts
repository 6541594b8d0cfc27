import type { Context } from '../context.ts';
import { csv } from '../reports/spreadsheet.ts';
import { CSV, fileName } from './downloads/file-name.ts';
import type { Handler, PageRequest, Route } from './handler.ts';

/** What a page shows, as rows: sums as numbers, days and instants as ISO 8601, an unknown value as null. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** Takes what the page itself is handed, its filters included; gives what it shows as rows. */
export type TableOf = (context: Context, request: PageRequest) => Promise<Table>;

/**
 * The data addresses of one page: its own with `.json` and `.csv` behind it, with the same filters. Both are made of one
 * table, unless the page has a file of its own: one that is sent in pieces, or holds more than rows.
 */
export type PageData = { page: string } & (
  | { table: TableOf; json?: Handler; csv?: Handler }
  | { table?: never; json: Handler; csv: Handler }
);

/** The address of a page's data without its ending. */
export function dataAddress(page: string): string {
  return page === '/' ? '/today' : page;
}

/** Takes the data views; gives the two routes of each. Whoever may see a page may have its data. */
export function dataRoutes(views: readonly PageData[]): Route[] {
  return views.flatMap((view) => {
    const address = dataAddress(view.page);
    const route = (ending: string, handler: Handler): Route => {
      return { method: 'GET', path: `${address}.${ending}`, role: 'viewer', handler };
    };
    const json = view.json ?? (view.table && asJson(view.table));
    const table = view.csv ?? (view.table && asCsv(view.table, address.slice(1).replaceAll('/', '-')));
    return [...(json ? [route('json', json)] : []), ...(table ? [route('csv', table)] : [])];
  });
}

/** Where the data of a page are, with the filters it was asked with; null for a page that has none. */
export function dataLinks(views: readonly PageData[], path: string, query: string) {
  if (!views.some(({ page }) => page === path)) return null;
  const address = dataAddress(path);
  return { json: `${address}.json${query}`, csv: `${address}.csv${query}` };
}

/** Rows as objects by the names of their columns. */
function asJson(table: TableOf): Handler {
  return async (context, request) => {
    const { columns, rows } = await table(context, request);
    const named = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
    return { json: { asOf: context.now(), count: rows.length, rows: named } };
  };
}

function asCsv(table: TableOf, name: string): Handler {
  return async (context, request) => {
    const { columns, rows } = await table(context, request);
    const now = context.now();
    const body = csv(
      [...columns, 'as_of'],
      rows.map((row) => [...row, now]),
    );
    return { download: { filename: fileName(name, 'csv', now), type: CSV, body } };
  };
}
