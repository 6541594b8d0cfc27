import type { AuditLine } from '../model/audit-line.ts';
import { csv } from './spreadsheet.ts';

const COLUMNS = ['line', 'at', 'person', 'name', 'action', 'subject', 'before', 'after', 'detail', 'chain'];

/** Takes lines of the audit log; gives them as a table, with the link of the chain at the end of each. */
export function auditCsv(lines: readonly AuditLine[]): string {
  return csv(
    COLUMNS,
    lines.map(({ id, at, userId, userName, action, subject, detail, chain }) => {
      const { before, after, ...rest } = detail;
      return [id, at, userId, userName, action, subject, json(before), json(after), json(rest), chain];
    }),
  );
}

function json(value: unknown): string | null {
  const isEmpty = value === undefined || (typeof value === 'object' && value && Object.keys(value).length === 0);
  return isEmpty ? null : JSON.stringify(value);
}
