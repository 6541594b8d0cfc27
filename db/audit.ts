import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { AuditLine } from '../model/audit-line.ts';
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
  /** What it was, and what it is now, where a value was replaced. Nothing personal: lines are never erased. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** So many lines are read at once: other work goes on between. */
const VERIFIED_AT_ONCE = 1_000;

const counting = new AsyncLocalStorage<{ lines: number }>();

/** Runs some work; gives its result and how many lines it added to the log. */
export async function countingAudit<T>(work: () => Promise<T>): Promise<{ result: T; lines: number }> {
  const counter = { lines: 0 };
  const result = await counting.run(counter, work);
  return { result, lines: counter.lines };
}

/** Appends one line to the audit log, chained to the line before it. Joins the transaction it is called in. */
export function audit(db: Database, { at, userId, action, subject, ...entry }: AuditEntry): Promise<void> {
  const { detail = {}, before, after } = entry;
  const told = { ...detail, ...(before ? { before } : {}), ...(after ? { after } : {}) };
  const counter = counting.getStore();
  if (counter) counter.lines += 1;
  return inTransaction(db, async (trx) => {
    const last = await trx.selectFrom('audit').select('chain').orderBy('id', 'desc').limit(1).executeTakeFirst();
    const row = { at, user_id: userId, action, subject, detail: JSON.stringify(told) };
    await trx
      .insertInto('audit')
      .values({ ...row, chain: link(last?.chain ?? '', row) })
      .execute();
  });
}

/** Takes the log as it stands; gives the ids of lines that do not follow from the line before, none when it is whole. */
export async function brokenAuditLines(db: Database): Promise<number[]> {
  const broken: number[] = [];
  let [before, last] = ['', 0];
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(VERIFIED_AT_ONCE)
      .execute();
    for (const { id, chain, ...row } of rows) {
      if (chain !== link(before, row)) broken.push(id);
      [before, last] = [chain, id];
    }
    if (rows.length < VERIFIED_AT_ONCE) return broken;
  }
}

export interface AuditState {
  lines: number;
  /** The chain's newest link: written down elsewhere, it proves later that no line was taken off the end. */
  head: string | null;
  broken: number[];
}

/** Verifies the whole log. */
export async function verifyAudit(db: Database): Promise<AuditState> {
  const broken = await brokenAuditLines(db);
  const { lines } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .executeTakeFirstOrThrow();
  const last = await db.selectFrom('audit').select('chain').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return { lines, head: last?.chain ?? null, broken };
}

export interface AuditFilter {
  userId?: number | undefined;
  /** The beginning of the action: `user.` finds everything done to people. */
  action?: string | undefined;
  subject?: string | undefined;
  /** Lines before this one, by id. */
  before?: number | undefined;
}

/** The newest lines of the log that the filter lets through. */
export async function listAudit(db: Database, limit: number, filter: AuditFilter = {}): Promise<AuditLine[]> {
  const { userId, action, subject, before } = filter;
  const rows = await db
    .selectFrom('audit as a')
    .leftJoin('users as u', 'u.id', 'a.user_id')
    .selectAll('a')
    .select('u.name as user_name')
    .$if(userId !== undefined, (q) => q.where('a.user_id', '=', userId as number))
    .$if(action !== undefined, (q) => q.where('a.action', '>=', action as string))
    .$if(action !== undefined, (q) => q.where('a.action', '<', `${action}\uffff`))
    .$if(subject !== undefined, (q) => q.where('a.subject', '=', subject as string))
    .$if(before !== undefined, (q) => q.where('a.id', '<', before as number))
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ user_id, user_name, detail, ...row }) => {
    const told = JSON.parse(detail) as Record<string, unknown>;
    return { ...row, userId: user_id, userName: user_name, detail: told };
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
