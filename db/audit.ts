import { createHash } from 'node:crypto';
import type { Instant } from '../model/day.ts';
import { type Database, inTransaction } from './open.ts';

export interface AuditEntry {
  at: Instant;
  /** Null for what was done at the command line or by the program itself. */
  userId: number | null;
  /** A verb: `user.created`, `source.disabled`, `flag.dismiss`. */
  action: string;
  /** What it was done to, by its id. */
  subject: string;
  detail?: Record<string, unknown>;
}

/** Appends one line to the audit log, chained to the line before it. Joins the transaction it is called in. */
export function audit(db: Database, { at, userId, action, subject, detail = {} }: AuditEntry): Promise<void> {
  return inTransaction(db, async (trx) => {
    const last = await trx.selectFrom('audit').select('chain').orderBy('id', 'desc').limit(1).executeTakeFirst();
    const row = { at, user_id: userId, action, subject, detail: JSON.stringify(detail) };
    await trx
      .insertInto('audit')
      .values({ ...row, chain: link(last?.chain ?? '', row) })
      .execute();
  });
}

/** Takes the log as it stands; gives the ids of lines that do not follow from the line before, none when it is whole. */
export async function brokenAuditLines(db: Database): Promise<number[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('id').execute();
  let before = '';
  return rows.flatMap(({ id, chain, ...row }) => {
    const whole = chain === link(before, row);
    before = chain;
    return whole ? [] : [id];
  });
}

/** The newest lines of the log. */
export async function listAudit(db: Database, limit: number): Promise<(AuditEntry & { id: number })[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit).execute();
  return rows.map(({ id, at, user_id, action, subject, detail }) => {
    return { id, at, userId: user_id, action, subject, detail: JSON.parse(detail) as Record<string, unknown> };
  });
}

interface Line {
  at: string;
  user_id: number | null;
  action: string;
  subject: string;
  detail: string;
}

function link(before: string, { at, user_id, action, subject, detail }: Line): string {
  return createHash('sha256')
    .update(JSON.stringify([before, at, user_id, action, subject, detail]))
    .digest('hex');
}
