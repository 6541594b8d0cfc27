import type { Instant } from './day.ts';

/** A line of the audit log as it is read back. */
export interface AuditLine {
  id: number;
  at: Instant;
  userId: number | null;
  /** As the person is called now; null for the command line and the program itself. */
  userName: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  /** Follows from the line before: what was changed by hand does not. */
  chain: string;
}
