import type { Selectable } from 'kysely';
import type { Instant } from '../model/day.ts';
import { Conflict, NotFound } from '../model/errors.ts';
import { audit } from './audit.ts';
import { type Database, inTransaction } from './open.ts';
import type { Role, Schema } from './schema.ts';

export { ROLES, type Role } from './schema.ts';

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
  /** Wants a mail for each new High flag. */
  mailHighFlags: boolean;
}

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  /** From hashPassword; never the password. */
  passwordHash: string;
  mailHighFlags?: boolean;
  now: Instant;
}

/** Stores a person who may sign in; gives them with their id. Throws Conflict when the address is taken. */
export function createUser(db: Database, user: NewUser): Promise<User> {
  return inTransaction(db, async (trx) => {
    const email = user.email.trim();
    if (await findUserByEmail(trx, email)) throw new Conflict(`Someone already signs in as ${email}.`);
    const row = await trx
      .insertInto('users')
      .values({
        email,
        name: user.name.trim(),
        role: user.role,
        password_hash: user.passwordHash,
        mail_high_flags: user.mailHighFlags ? 1 : 0,
        created_at: user.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit(trx, {
      at: user.now,
      userId: null,
      action: 'user.created',
      subject: email,
      detail: { role: user.role },
    });
    return toUser(row);
  });
}

/** The person with this address in whatever case, with the hash of their password; null when there is none. */
export async function findUserByEmail(db: Database, email: string): Promise<(User & { passwordHash: string }) | null> {
  const row = await db.selectFrom('users').selectAll().where('email', '=', email.trim()).executeTakeFirst();
  return row ? { ...toUser(row), passwordHash: row.password_hash } : null;
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

/** Says whether a person gets a mail for each new High flag. */
export async function setUserAlerts(db: Database, userId: number, mailHighFlags: boolean): Promise<void> {
  const change = { mail_high_flags: mailHighFlags ? (1 as const) : (0 as const) };
  await db.updateTable('users').set(change).where('id', '=', userId).execute();
}

/** Those who asked for a mail for each new High flag and may still sign in. */
export async function usersToAlert(db: Database): Promise<User[]> {
  const rows = await db
    .selectFrom('users')
    .selectAll()
    .where('mail_high_flags', '=', 1)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(toUser);
}

/** Replaces a password and ends every session of the person. Throws NotFound when nobody has this address. */
export function setPassword(db: Database, email: string, passwordHash: string, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const user = await mustFind(trx, email);
    await trx.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', user.id).execute();
    await trx.deleteFrom('sessions').where('user_id', '=', user.id).execute();
    await audit(trx, { at: now, userId: null, action: 'user.password', subject: user.email });
  });
}

/** Keeps a person out from now on, or lets them in again. What they decided stays. Throws NotFound. */
export function setDisabled(db: Database, email: string, disabled: boolean, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const user = await mustFind(trx, email);
    await trx
      .updateTable('users')
      .set({ disabled_at: disabled ? now : null })
      .where('id', '=', user.id)
      .execute();
    if (disabled) await trx.deleteFrom('sessions').where('user_id', '=', user.id).execute();
    await audit(trx, {
      at: now,
      userId: null,
      action: disabled ? 'user.disabled' : 'user.enabled',
      subject: user.email,
    });
  });
}

async function mustFind(db: Database, email: string): Promise<User> {
  const user = await findUserByEmail(db, email);
  if (!user) throw new NotFound(`Nobody signs in as ${email}.`);
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
    mailHighFlags: row.mail_high_flags === 1,
  };
}
