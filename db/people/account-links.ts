import type { Selectable } from 'kysely';
import { addMs, type Instant } from '../../model/day.ts';
import { Conflict, NotFound } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';
import type { LinkKind, Role, Schema } from '../schema.ts';
import { hashToken, newToken } from '../tokens.ts';
import { type By, findUserByEmail, type User, userSubject } from './users.ts';

const DAY_MS = 86_400_000;
const INVITATION_DAYS = 7;
/** A link to reset a password is used at once or not at all. */
const RESET_MS = 3_600_000;
/** A flood of requests for one account makes no flood of mails. */
const RESETS_AN_HOUR = 3;

/** A link that invites someone or lets them choose a new password; its token is stored as a hash alone. */
export interface AccountLink {
  id: number;
  kind: LinkKind;
  email: string;
  role: Role | null;
  userId: number | null;
  createdAt: Instant;
  expiresAt: Instant;
}

/**
 * Invites someone: gives the token of a link that works once, for a week; an earlier invitation of the same address
 * stops working. Throws Conflict when the address is somebody's already.
 */
export function invite(db: Database, email: string, role: Role, by: By): Promise<string> {
  return inTransaction(db, async (trx) => {
    if (await findUserByEmail(trx, email))
      throw new Conflict(t('refused.someone-already-signs-in-as', { email: email.trim() }));
    await trx
      .deleteFrom('account_links')
      .where('kind', '=', 'invitation')
      .where('email', '=', email.trim())
      .where('used_at', 'is', null)
      .execute();
    const { id, token } = await insertLink(trx, {
      kind: 'invitation',
      email: email.trim(),
      role,
      user_id: null,
      made_by: by.userId,
      created_at: by.now,
      expires_at: addMs(by.now, INVITATION_DAYS * DAY_MS),
    });
    const line = { at: by.now, userId: by.userId, action: 'invitation.made', subject: `invitation ${id}` };
    await audit(trx, { ...line, after: { role } });
    return token;
  });
}

/** Gives the token of a link with which a person chooses a new password within the hour; null when too many were asked for. */
export function offerReset(db: Database, user: User, by: By): Promise<string | null> {
  return inTransaction(db, async (trx) => {
    const lately = await trx
      .selectFrom('account_links')
      .select('id')
      .where('user_id', '=', user.id)
      .where('created_at', '>', addMs(by.now, -RESET_MS))
      .execute();
    if (lately.length >= RESETS_AN_HOUR) return null;
    const { token } = await insertLink(trx, {
      kind: 'reset',
      email: user.email,
      role: null,
      user_id: user.id,
      made_by: by.userId,
      created_at: by.now,
      expires_at: addMs(by.now, RESET_MS),
    });
    await audit(trx, { at: by.now, userId: by.userId, action: 'user.reset_offered', subject: userSubject(user.id) });
    return token;
  });
}

async function insertLink(
  db: Database,
  row: Omit<Selectable<Schema['account_links']>, 'id' | 'token_hash' | 'used_at'>,
): Promise<{ id: number; token: string }> {
  const token = newToken();
  const { id } = await db
    .insertInto('account_links')
    .values({ ...row, token_hash: hashToken(token), used_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, token };
}

/** The link behind a token while it works; it is not used up. */
export async function findLink(db: Database, kind: LinkKind, token: string, now: Instant): Promise<AccountLink | null> {
  const row = await db
    .selectFrom('account_links')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? toLink(row) : null;
}

/** The invitation of this address that still works, or null. */
export async function invitationFor(db: Database, email: string, now: Instant): Promise<AccountLink | null> {
  const row = await db
    .selectFrom('account_links')
    .selectAll()
    .where('kind', '=', 'invitation')
    .where('email', '=', email.trim())
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? toLink(row) : null;
}

/** Uses up a link, and every other link to reset the same person's password; true for exactly one of those who try. */
export async function useLink(db: Database, link: AccountLink, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account_links')
    .set({ used_at: now })
    .where('id', '=', link.id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (link.userId !== null) {
    await db
      .updateTable('account_links')
      .set({ used_at: now })
      .where('user_id', '=', link.userId)
      .where('used_at', 'is', null)
      .execute();
  }
  return numUpdatedRows === 1n;
}

/** Invitations that nobody has used yet, the newest first, those that have run out included. */
export async function openInvitations(db: Database): Promise<AccountLink[]> {
  const rows = await db
    .selectFrom('account_links')
    .selectAll()
    .where('kind', '=', 'invitation')
    .where('used_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toLink);
}

/** Takes an invitation back: its link opens nothing any more. Throws NotFound. */
export function withdrawInvitation(db: Database, id: number, by: By): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('account_links')
      .where('id', '=', id)
      .where('kind', '=', 'invitation')
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (!numDeletedRows) throw new NotFound(t('refused.there-is-no-such-invitation'));
    const line = { at: by.now, userId: by.userId, action: 'invitation.withdrawn', subject: `invitation ${id}` };
    await audit(trx, line);
  });
}

/** Removes links that opened their door or ran out more than a month ago, addresses with them; gives how many. */
export async function pruneLinks(db: Database, now: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('account_links')
    .where('expires_at', '<', addMs(now, -30 * DAY_MS))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function toLink(row: Selectable<Schema['account_links']>): AccountLink {
  const { id, kind, email, role } = row;
  return { id, kind, email, role, userId: row.user_id, createdAt: row.created_at, expiresAt: row.expires_at };
}
