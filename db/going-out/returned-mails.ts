import type { Selectable } from 'kysely';
import { addMs, dayOf, type Instant } from '../../model/day.ts';
import type { ReturnedMail, ReturnedRecipient, ReturnKind } from '../../model/returned-mail.ts';
import { type Database, inTransaction } from '../open.ts';
import type { Schema } from '../schema.ts';
import { setDelivery } from './subscriptions.ts';

/** A mail server gives up after days; who loses mails on so many days within a month has an address that does not work. */
const MOST_LOST_DAYS = 3;
const COUNTED_MS = 30 * 86_400_000;

/** What a notice led to: nothing of ours, known before, noted at its mail, or the address gets nothing more for now. */
export type ReturnOutcome = 'not ours' | 'known' | 'noted' | 'paused';

type MailRow = Selectable<Schema['outbox']>;

/**
 * Notes that a mail came back. Only a notice that bears the sign of a message of ours is believed, and only of the person
 * it was for: `gone` stops mail to that address, `failed` on three days within a month does, `delayed` is noted alone.
 */
export function noteReturned(db: Database, { signs, recipients }: ReturnedMail, now: Instant): Promise<ReturnOutcome> {
  return inTransaction(db, async (trx) => {
    const mail = await mailWith(trx, signs);
    const said = mail && recipients[0] && whatIsSaid(recipients, mail.recipient);
    if (!mail || !said) return 'not ours';
    if (await isKnown(trx, mail, said.kind)) return 'known';
    await trx
      .insertInto('returned_mails')
      .values({ mail_id: mail.id, kind: said.kind, reason: said.reason, at: now })
      .execute();
    if (said.kind === 'delayed') return 'noted';
    await markReturned(trx, mail, said.reason);
    if (!(await shouldPause(trx, mail, said.kind, now))) return 'noted';
    const whose = { userId: mail.user_id, to: mail.recipient };
    return (await pauseAddress(trx, whose, said.reason, now)) ? 'paused' : 'noted';
  });
}

async function mailWith(db: Database, signs: readonly string[]): Promise<MailRow | undefined> {
  if (signs.length === 0) return undefined;
  return db
    .selectFrom('outbox')
    .selectAll()
    .where(
      'message_id',
      'in',
      signs.map((sign) => `<${sign}@dealwatch>`),
    )
    .where('attempts', '>', 0)
    .executeTakeFirst();
}

/** What is said of the address that the mail went to. Of another, to which that one led, it is never said that it is gone. */
function whatIsSaid(recipients: readonly ReturnedRecipient[], to: string): { kind: ReturnKind; reason: string } | null {
  const own = recipients.find(({ addresses }) => addresses.includes(to.toLowerCase()));
  if (own) return own;
  const [other] = recipients;
  return other ? { kind: other.kind === 'gone' ? 'failed' : other.kind, reason: other.reason } : null;
}

/** A second notice about the same delivery says nothing new. */
async function isKnown(db: Database, mail: MailRow, kind: ReturnKind): Promise<boolean> {
  const known = await db
    .selectFrom('returned_mails')
    .select('id')
    .where('mail_id', '=', mail.id)
    .where('kind', 'in', kind === 'delayed' ? ['gone', 'failed', 'delayed'] : ['gone', 'failed'])
    .$if(mail.sent_at !== null, (query) => query.where('at', '>=', mail.sent_at as Instant))
    .executeTakeFirst();
  return known !== undefined;
}

/** What lies in line again, or is on its way, goes on. */
async function markReturned(db: Database, mail: MailRow, reason: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'failed', error: `It came back: ${reason}`.slice(0, 500) })
    .where('id', '=', mail.id)
    .where('state', 'in', ['sent', 'failed'])
    .execute();
}

async function shouldPause(db: Database, mail: MailRow, kind: ReturnKind, now: Instant): Promise<boolean> {
  if (kind === 'gone') return true;
  const rows = await db
    .selectFrom('returned_mails as r')
    .innerJoin('outbox as o', 'o.id', 'r.mail_id')
    .select('r.at')
    .where('o.recipient', '=', mail.recipient)
    .where('r.kind', '=', 'failed')
    .where('r.counts', '=', 1)
    .where('r.at', '>=', addMs(now, -COUNTED_MS))
    .execute();
  return new Set(rows.map(({ at }) => dayOf(at))).size >= MOST_LOST_DAYS;
}

/**
 * Sends nothing more to the person a mail was for until they say that the address works; gives false when they have
 * another address by now, or none any more.
 */
export async function pauseAddress(
  db: Database,
  { userId, to }: { userId: number | null; to: string },
  reason: string,
  now: Instant,
): Promise<boolean> {
  if (userId === null) return false;
  const user = await db
    .selectFrom('users')
    .select('id')
    .where('id', '=', userId)
    .where('email', '=', to)
    .executeTakeFirst();
  if (user) await setDelivery(db, userId, { refusedAt: now, refusedReason: reason });
  return user !== undefined;
}

/** Why people get no mail for now, by their number. */
export async function pausedAddresses(db: Database): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('alert_settings')
    .select(['user_id', 'refused_reason'])
    .where('refused_at', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.refused_reason ?? '']));
}

/** The owner says that the address works: mail goes out again, and what came back counts no longer. */
export function addressWorks(db: Database, userId: number): Promise<void> {
  return inTransaction(db, async (trx) => {
    await setDelivery(trx, userId, { refusedAt: null, refusedReason: null });
    await trx
      .updateTable('returned_mails')
      .set({ counts: 0 })
      .where('mail_id', 'in', trx.selectFrom('outbox').select('id').where('user_id', '=', userId))
      .execute();
  });
}

/** A notice about one mail. */
export type Returned = Pick<Selectable<Schema['returned_mails']>, 'kind' | 'reason' | 'at'>;

/** What came back of one mail, the newest first. */
export async function returnsOf(db: Database, mailId: number): Promise<Returned[]> {
  return db
    .selectFrom('returned_mails')
    .select(['kind', 'reason', 'at'])
    .where('mail_id', '=', mailId)
    .orderBy('id', 'desc')
    .execute();
}

/** Removes what servers said of the mails to an address, which names it: for one who is erased. */
export async function forgetReturned(db: Database, recipient: string): Promise<void> {
  const mails = db.selectFrom('outbox').select('id').where('recipient', '=', recipient);
  await db.deleteFrom('returned_mails').where('mail_id', 'in', mails).execute();
  await db.updateTable('outbox').set({ error: null }).where('recipient', '=', recipient).execute();
}
