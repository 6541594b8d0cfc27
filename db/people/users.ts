import type { Selectable } from 'kysely';
import type { Instant } from '../../model/day.ts';
import { Conflict, InvalidInput, NotFound } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { setUserAlerts } from '../going-out/subscriptions.ts';
import { type Database, inTransaction } from '../open.ts';
import type { Role, Schema } from '../schema.ts';

export { ROLES, type Role } from '../schema.ts';

export interface User {
  id: number;
  email: string;
  name: string;
  role: Role;
  /** Last request, to the nearest few minutes. */
  lastSeenAt: Instant | null;
  /** When the visit before this one ended: what came after it is new to this person. */
  previousVisitAt: Instant | null;
  disabledAt: Instant | null;
  /** False for those who come by single sign-on alone. */
  hasPassword: boolean;
  /** True when a code from an app is asked for after the password. */
  secondFactor: boolean;
  /** True when an account at the single sign-on belongs to this person. */
  ssoLinked: boolean;
  /** Set when everything personal was removed; what they decided stays, without a name. */
  erasedAt: Instant | null;
  /** Code of the language of the pages; null for what the browser asks for. */
  language: string | null;
}

/** Who changes something, and when; `userId` is null at the command line. */
export interface By {
  userId: number | null;
  now: Instant;
}

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  /** From hashPassword; never the password. Null for a person without one. */
  passwordHash: string | null;
  /** True to have them mailed about each new flag in band High. */
  mailHighFlags?: boolean;
  /** Issuer and subject at the single sign-on. */
  ssoSubject?: string;
  /** Who made the account; null for the command line or the person themselves. */
  by?: number | null;
  now: Instant;
}

/** How the audit log names a person: by number, so that their name and address can be erased elsewhere. */
export const userSubject = (id: number) => `user ${id}`;

/** Stores a person who may sign in; gives them with their id. Throws Conflict when the address is taken. */
export function createUser(db: Database, user: NewUser): Promise<User> {
  return inTransaction(db, async (trx) => {
    const email = user.email.trim();
    if (await findUserByEmail(trx, email)) throw new Conflict(t('refused.someone-already-signs-in-as', { email }));
    const row = await trx
      .insertInto('users')
      .values({
        email,
        name: user.name.trim(),
        role: user.role,
        password_hash: user.passwordHash ?? '',
        sso_subject: user.ssoSubject ?? null,
        mail_high_flags: 0,
        created_at: user.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    if (user.mailHighFlags) await setUserAlerts(trx, row.id, true, user.now);
    await audit(trx, {
      at: user.now,
      userId: user.by ?? null,
      action: 'user.created',
      subject: userSubject(row.id),
      after: { role: user.role },
    });
    return toUser(row);
  });
}

/** The person with this address in whatever case, with the hash of their password; null when there is none. */
export async function findUserByEmail(
  db: Database,
  email: string,
): Promise<(User & { passwordHash: string | null }) | null> {
  const row = await db.selectFrom('users').selectAll().where('email', '=', email.trim()).executeTakeFirst();
  return row ? { ...toUser(row), passwordHash: row.password_hash || null } : null;
}

/** The person with this id, or null. */
export async function getUser(db: Database, id: number): Promise<User | null> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toUser(row) : null;
}

/** Everybody, by name. */
export async function listUsers(db: Database): Promise<User[]> {
  return (await db.selectFrom('users').selectAll().orderBy('name').orderBy('id').execute()).map(toUser);
}

/** How many people there are, disabled ones included. */
export async function countUsers(db: Database): Promise<number> {
  const row = await db
    .selectFrom('users')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Replaces a password and ends every session of the person. Throws NotFound when nobody has this address. */
export function setPassword(
  db: Database,
  email: string,
  passwordHash: string,
  now: Instant,
  by: number | null = null,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const user = await mustFind(trx, email);
    await trx.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', user.id).execute();
    await trx.deleteFrom('sessions').where('user_id', '=', user.id).execute();
    await audit(trx, { at: now, userId: by, action: 'user.password', subject: userSubject(user.id) });
  });
}

/**
 * Keeps a person out from now on, or lets them in again. What they decided stays. Throws NotFound, and Conflict when
 * nobody would be left who may let people in.
 */
export function setDisabled(
  db: Database,
  email: string,
  disabled: boolean,
  now: Instant,
  by: number | null = null,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const user = await mustFind(trx, email);
    if (user.erasedAt) throw new Conflict(t('refused.this-person-was-erased-and'));
    if (disabled && by !== null) await refuseLastAdmin(trx, user);
    await trx
      .updateTable('users')
      .set({ disabled_at: disabled ? now : null })
      .where('id', '=', user.id)
      .execute();
    if (disabled) await trx.deleteFrom('sessions').where('user_id', '=', user.id).execute();
    await audit(trx, {
      at: now,
      userId: by,
      action: disabled ? 'user.disabled' : 'user.enabled',
      subject: userSubject(user.id),
      before: { disabledAt: user.disabledAt },
      after: { disabledAt: disabled ? now : null },
    });
  });
}

/** Gives a person another role and ends their sessions, so that nothing goes on with the old one. Throws NotFound, Conflict. */
export function setRole(db: Database, id: number, role: Role, { userId, now }: By): Promise<void> {
  return inTransaction(db, async (trx) => {
    const user = await mustGet(trx, id);
    if (user.role === role) return;
    if (user.erasedAt) throw new Conflict(t('refused.this-person-was-erased'));
    if (role !== 'admin') await refuseLastAdmin(trx, user);
    await trx.updateTable('users').set({ role }).where('id', '=', id).execute();
    await trx.deleteFrom('sessions').where('user_id', '=', id).execute();
    await audit(trx, {
      at: now,
      userId,
      action: 'user.role',
      subject: userSubject(id),
      before: { role: user.role },
      after: { role },
    });
  });
}

/** Changes the name that stands beside a person's decisions; the log notes that, not the names. Throws InvalidInput. */
export function setName(db: Database, id: number, name: string, { userId, now }: By): Promise<void> {
  const given = name.trim();
  if (!given || given.length > 100) {
    const sentence = t('account.write-your-name-in-up');
    throw new InvalidInput(sentence, { name: sentence });
  }
  return inTransaction(db, async (trx) => {
    await trx.updateTable('users').set({ name: given }).where('id', '=', id).execute();
    await audit(trx, { at: now, userId, action: 'user.name', subject: userSubject(id) });
  });
}

/** Remembers which account at the single sign-on is this person's. Throws Conflict when there is another one already. */
export function linkSso(db: Database, id: number, ssoSubject: string, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const user = await mustGet(trx, id);
    if (user.ssoLinked) throw new Conflict(t('refused.another-account-of-the-single'));
    await trx.updateTable('users').set({ sso_subject: ssoSubject }).where('id', '=', id).execute();
    await audit(trx, { at: now, userId: id, action: 'user.sso_linked', subject: userSubject(id) });
  });
}

/** The person behind an account at the single sign-on, or null. */
export async function findUserBySso(db: Database, ssoSubject: string): Promise<User | null> {
  const row = await db.selectFrom('users').selectAll().where('sso_subject', '=', ssoSubject).executeTakeFirst();
  return row ? toUser(row) : null;
}

/** Keeps in which language a person reads the pages; null for what their browser asks for. */
export async function setLanguage(db: Database, id: number, language: string | null): Promise<void> {
  await db.updateTable('users').set({ language }).where('id', '=', id).execute();
}

/** Throws Conflict when this person is the only administrator who may sign in. */
export async function refuseLastAdmin(db: Database, user: User): Promise<void> {
  if (user.role !== 'admin' || user.disabledAt) return;
  const others = await db
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('id', '<>', user.id)
    .executeTakeFirst();
  if (!others) throw new Conflict(t('refused.this-is-the-only-administrator'));
}

/** The person with this id. Throws NotFound. */
export async function mustGet(db: Database, id: number): Promise<User> {
  const user = await getUser(db, id);
  if (!user) throw new NotFound(t('refused.there-is-no-such-person'));
  return user;
}

async function mustFind(db: Database, email: string): Promise<User> {
  const user = await findUserByEmail(db, email);
  if (!user) throw new NotFound(t('refused.nobody-signs-in-as', { email }));
  return user;
}

/** Turns a row into a person. */
export function toUser(row: Selectable<Schema['users']>): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    lastSeenAt: row.last_seen_at,
    previousVisitAt: row.previous_visit_at,
    disabledAt: row.disabled_at,
    hasPassword: row.password_hash !== '',
    secondFactor: row.totp_secret !== null,
    ssoLinked: row.sso_subject !== null,
    erasedAt: row.erased_at,
    language: row.language,
  };
}
