import type { Instant } from '../../model/day.ts';
import { Conflict } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { forgetReturned } from '../going-out/returned-mails.ts';
import { forgetWishes } from '../going-out/subscriptions.ts';
import { type Database, inTransaction } from '../open.ts';
import { listSessions } from './sessions.ts';
import { type By, mustGet, refuseLastAdmin, type User, userSubject } from './users.ts';

/** Everything that is kept about one person, for them to take along (GDPR, articles 15 and 20). */
export interface PersonalData {
  asOf: Instant;
  person: Omit<User, 'id'> & { number: number };
  sessions: object[];
  decisions: object[];
  notes: object[];
  mails: object[];
  audit: object[];
}

/** Gathers what is kept about a person. Secrets (password, second factor, tokens) are not part of it. Throws NotFound. */
export async function personalData(db: Database, userId: number, now: Instant): Promise<PersonalData> {
  const { id, ...person } = await mustGet(db, userId);
  const of = { by: 'user_id' as const, id };
  const sessions = (await listSessions(db, id, now)).map(({ id: _hash, ...session }) => session);
  return {
    asOf: now,
    person: { number: id, ...person },
    sessions,
    decisions: await db.selectFrom('decisions').selectAll().where(of.by, '=', id).orderBy('id').execute(),
    notes: await db.selectFrom('notes').selectAll().where(of.by, '=', id).orderBy('id').execute(),
    mails: await db
      .selectFrom('outbox')
      .select(['subject', 'text', 'state', 'created_at', 'sent_at'])
      .where('recipient', '=', person.email)
      .orderBy('id')
      .execute(),
    audit: await db
      .selectFrom('audit')
      .select(['at', 'action', 'subject', 'detail'])
      .where((eb) => eb.or([eb('user_id', '=', id), eb('subject', '=', userSubject(id))]))
      .orderBy('id')
      .execute(),
  };
}

/**
 * Removes what is personal of someone who has left: name, address, password, second factor, sessions, links, and the
 * address on their mails. What they decided and wrote stays, under "Former colleague N". Cannot be undone. Throws
 * NotFound, and Conflict for the only administrator and for someone erased before.
 */
export function erasePerson(db: Database, userId: number, by: By): Promise<void> {
  return inTransaction(db, async (trx) => {
    const user = await mustGet(trx, userId);
    if (user.erasedAt) throw new Conflict(t('refused.this-person-was-erased-before'));
    await refuseLastAdmin(trx, user);
    const gone = `erased-${userId}@invalid`;
    await trx.deleteFrom('sessions').where('user_id', '=', userId).execute();
    await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
    await trx
      .deleteFrom('account_links')
      .where((eb) => eb.or([eb('user_id', '=', userId), eb('email', '=', user.email)]))
      .execute();
    await forgetWishes(trx, userId);
    await trx.deleteFrom('outbox').where('recipient', '=', user.email).where('state', '=', 'waiting').execute();
    await forgetReturned(trx, user.email);
    await trx.updateTable('outbox').set({ recipient: gone }).where('recipient', '=', user.email).execute();
    await trx
      .updateTable('users')
      .set({
        email: gone,
        name: `Former colleague ${userId}`,
        password_hash: '',
        mail_high_flags: 0,
        last_seen_at: null,
        previous_visit_at: null,
        language: null,
        totp_secret: null,
        totp_last_step: null,
        sso_subject: null,
        disabled_at: user.disabledAt ?? by.now,
        erased_at: by.now,
      })
      .where('id', '=', userId)
      .execute();
    await audit(trx, { at: by.now, userId: by.userId, action: 'user.erased', subject: userSubject(userId) });
  });
}
