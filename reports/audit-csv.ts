import type { Instant } from '../model/day.ts';
import { csv } from './spreadsheet.ts';

/** A line of the audit log as it is exported. */
export interface AuditRow {
  id: number;
  at: Instant;
  userId: number | null;
  userName: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  chain: string;
}

const COLUMNS = ['line', 'at', 'person', 'name', 'action', 'subject', 'before', 'after', 'detail', 'chain'];

/** Takes lines of the audit log; gives them as a table, with the link of the chain at the end of each. */
export function auditCsv(lines: readonly AuditRow[]): string {
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
