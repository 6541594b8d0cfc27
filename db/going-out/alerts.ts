import { randomBytes, randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { addMs, type Instant } from '../../model/day.ts';
import type { ReportFormat } from '../../model/report.ts';
import { type Database, inTransaction } from '../open.ts';
import type { OutboxState, Schema } from '../schema.ts';

export { OUTBOX_STATES, type OutboxState } from '../schema.ts';

/** One message on its way. */
export interface Mail {
  id: number;
  key: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /**
   * The same over all attempts, so that a mail server or reader can drop a second copy. Nobody but we and the recipient
   * know it: a notice that names it is about this message.
   */
  messageId: string;
  state: OutboxState;
  attempts: number;
  nextTryAt: Instant;
  /** Why the last attempt failed, in a sentence. */
  error: string | null;
  createdAt: Instant;
  sentAt: Instant | null;
  userId: number | null;
  /** Mails about one pair hang together under this name. */
  thread: string | null;
  /** Address at which one click ends what the mail came from. */
  unsubscribe: string | null;
  /** A drawing as SVG, sent along as a picture. */
  picture: string | null;
  attachments: ReportAttachment[];
}

/** A frozen report that is made and sent along when the mail goes out. */
export interface ReportAttachment {
  snapshot: string;
  format: ReportFormat;
}

export interface NewMail {
  /** What it is about and for whom: a second message with the same key is not stored. */
  key: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  userId?: number | null;
  thread?: string | null;
  unsubscribe?: string | null;
  picture?: string | null;
  attachments?: readonly ReportAttachment[];
  now: Instant;
}

/** A sender that has not answered for so long is taken to be gone. Longer than any time-out of the mail server. */
const STALE_CLAIM_MS = 15 * 60_000;
/** With the pauses below, five days: as long as mail servers themselves try (RFC 5321, 4.5.4.1). */
const MOST_ATTEMPTS = 30;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** Puts a message into the outbox, once; gives its number, or null when it was there. Joins the transaction it is called in. */
export async function queueMail(db: Database, mail: NewMail): Promise<number | null> {
  const row = await db
    .insertInto('outbox')
    .values({
      key: mail.key,
      recipient: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      message_id: `<${randomBytes(16).toString('hex')}@dealwatch>`,
      state: 'waiting',
      next_try_at: mail.now,
      created_at: mail.now,
      user_id: mail.userId ?? null,
      thread: mail.thread ?? null,
      unsubscribe: mail.unsubscribe ?? null,
      picture: mail.picture ?? null,
      attachments: JSON.stringify(mail.attachments ?? []),
    })
    .onConflict((oc) => oc.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Mails about single pairs written to a person since a moment: how many, and when the first of them was. */
export async function lastSingles(
  db: Database,
  userId: number,
  since: Instant,
): Promise<{ count: number; oldest: Instant | null }> {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('created_at').as('oldest')])
    .where('user_id', '=', userId)
    .where('created_at', '>', since)
    .where('thread', 'is not', null)
    .executeTakeFirstOrThrow();
  return row as { count: number; oldest: Instant | null };
}

/** True while a mail to this person was tried, not taken, and is to be tried again. */
export async function serverIsFailing(db: Database, userId: number): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('user_id', '=', userId)
    .where('state', '=', 'waiting')
    .where('attempts', '>', 0)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A message taken for sending: only who holds the claim may say how it went. */
export interface ClaimedMail {
  mail: Mail;
  claim: string;
}

/**
 * Takes the messages that have waited longest, or whose sender has gone, at most so many, in one write; none when there
 * are none. Of any number of senders exactly one gets each.
 */
export async function claimMails(db: Database, now: Instant, most: number): Promise<ClaimedMail[]> {
  const claim = randomUUID();
  const rows = await db
    .updateTable('outbox')
    .set({ state: 'sending', claim, claimed_at: now, attempts: sql<number>`attempts + 1` })
    .where('id', 'in', dueMail(db, now).limit(most))
    .returningAll()
    .execute();
  return rows.sort((a, b) => a.id - b.id).map((row) => ({ mail: toMail(row), claim }));
}

/** Puts messages back that were taken and not handed over, as if they had never been taken. */
export async function releaseMails(db: Database, claimed: readonly ClaimedMail[]): Promise<void> {
  for (const { mail, claim } of claimed) {
    await db
      .updateTable('outbox')
      .set({ state: 'waiting', claim: null, claimed_at: null, attempts: sql<number>`attempts - 1` })
      .where('id', '=', mail.id)
      .where('claim', '=', claim)
      .execute();
  }
}

/** True when a message waits to be sent now. */
export async function hasDueMail(db: Database, now: Instant): Promise<boolean> {
  return (await dueMail(db, now).limit(1).executeTakeFirst()) !== undefined;
}

function dueMail(db: Database, now: Instant) {
  return db
    .selectFrom('outbox')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'waiting'), eb('next_try_at', '<=', now)]),
        eb.and([eb('state', '=', 'sending'), eb('claimed_at', '<=', addMs(now, -STALE_CLAIM_MS))]),
      ]),
    )
    .orderBy('next_try_at')
    .orderBy('id');
}

/** Says that the mail server has taken messages, in one write. Does nothing for one whose claim was lost. */
export function markSent(db: Database, taken: readonly ClaimedMail[], now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    for (const { mail, claim } of taken) {
      await trx
        .updateTable('outbox')
        .set({ state: 'sent', sent_at: now, claim: null, error: null })
        .where('id', '=', mail.id)
        .where('claim', '=', claim)
        .execute();
    }
  });
}

export interface MailFailure {
  now: Instant;
  /** One sentence for people. */
  reason: string;
  /** True when trying again is pointless (refused for good) or harmful (it may have arrived). */
  final: boolean;
}

/** Says that a message was not taken: it is tried again later and later, or given up. Does nothing when the claim was lost. */
export async function markFailed(db: Database, { mail, claim }: ClaimedMail, failure: MailFailure): Promise<void> {
  const givenUp = failure.final || mail.attempts >= MOST_ATTEMPTS;
  const wait = Math.min(60_000 * 2 ** (mail.attempts - 1), LONGEST_WAIT_MS);
  await db
    .updateTable('outbox')
    .set({
      state: givenUp ? 'failed' : 'waiting',
      claim: null,
      error: failure.reason.slice(0, 500),
      next_try_at: addMs(failure.now, wait),
    })
    .where('id', '=', mail.id)
    .where('claim', '=', claim)
    .execute();
}

/** Puts a message that was given up back in line; false when it was not given up. */
export async function retryMail(db: Database, id: number, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'waiting', next_try_at: now, attempts: 0 })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** One message, or null. */
export async function getMail(db: Database, id: number): Promise<Mail | null> {
  const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toMail(row) : null;
}

/** Notes that a message that was given up has arrived after all, as a person found out; false when it was not given up. */
export async function settleMail(db: Database, id: number, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: now })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Messages, the newest first, with how many there are in each state. */
export async function listOutbox(
  db: Database,
  filter: { state?: OutboxState | undefined; page: number; pageSize?: number },
): Promise<{ rows: Mail[]; total: number; counts: Record<OutboxState, number> }> {
  const counts = await countOutbox(db);
  const pageSize = filter.pageSize ?? 50;
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state as OutboxState))
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute();
  const total = filter.state ? counts[filter.state] : Object.values(counts).reduce((a, b) => a + b, 0);
  return { rows: rows.map(toMail), total, counts };
}

/** The newest messages to one person. */
export async function mailsTo(db: Database, userId: number, limit: number): Promise<Mail[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toMail);
}

async function countOutbox(db: Database): Promise<Record<OutboxState, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['state', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  return { waiting: 0, sending: 0, sent: 0, failed: 0, ...Object.fromEntries(rows.map((row) => [row.state, row.n])) };
}

function toMail(row: Selectable<Schema['outbox']>): Mail {
  return {
    id: row.id,
    key: row.key,
    to: row.recipient,
    subject: row.subject,
    text: row.text,
    html: row.html,
    messageId: row.message_id,
    state: row.state,
    attempts: row.attempts,
    nextTryAt: row.next_try_at,
    error: row.error,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    userId: row.user_id,
    thread: row.thread,
    unsubscribe: row.unsubscribe,
    picture: row.picture,
    attachments: JSON.parse(row.attachments) as ReportAttachment[],
  };
}
