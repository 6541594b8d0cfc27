import { stringify } from 'csv-stringify/sync';

/**
 * Characters that make a spreadsheet run a cell as a formula, at its start or after a separator inside it
 * (OWASP "CSV injection"; ASVS 5.0, 1.2.10). Full-width forms count, since some spreadsheets fold them.
 */
const FORMULA = /^[\s"';,|]*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\0]/u;

/** Makes text safe for a spreadsheet: what could run as a formula begins with an apostrophe. Numbers are left alone. */
export function safeCell(value: string | number | null): string | number {
  if (value === null) return '';
  if (typeof value === 'number') return value;
  const text = value.replaceAll('\0', '');
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes column names and rows; gives CSV (RFC 4180, UTF-8 with byte-order mark, so that Excel reads accents). */
export function csv(columns: readonly string[], rows: readonly (string | number | null)[][]): string {
  return stringify([[...columns], ...rows.map((row) => row.map(safeCell))], { bom: true, record_delimiter: '\r\n' });
}

/** The same without head and mark: what follows in a file that is written piece by piece. */
export function csvLines(rows: readonly (string | number | null)[][]): string {
  return rows.length
    ? stringify(
        rows.map((row) => row.map(safeCell)),
        { record_delimiter: '\r\n' },
      )
    : '';
}
