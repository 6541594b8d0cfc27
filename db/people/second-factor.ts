import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { addMs, type Instant } from '../../model/day.ts';
import { Conflict, NotFound } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';
import { hashToken } from '../tokens.ts';
import { type By, userSubject } from './users.ts';

const RECOVERY_CODES = 10;
/** 80 bits: too many to guess, so that a plain hash keeps them. */
const RECOVERY_BYTES = 10;
const MOST_FAILURES = 10;
const BLOCK_MS = 15 * 60_000;
/** RFC 6238, 5.2: one step either way for clocks that differ. */
const WINDOW = 1;

/** How a code was taken. `blocked`: too many wrong ones; even the right one waits. */
export type CodeOutcome = 'right' | 'wrong' | 'blocked';

/** A new secret for an authenticator app, in base32 (160 bits, RFC 4226, 4). */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from a QR code. */
export function secretAddress(secret: string, account: string): string {
  return totp(secret, account).toString();
}

/** The step whose code this is, or null: a step counts once, so that a code that was seen is worth nothing. */
export function stepOf(secret: string, code: string, now: Instant): number | null {
  const timestamp = Date.parse(now);
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ timestamp }) + delta;
}

function totp(secret: string, label = 'Dealwatch'): TOTP {
  return new TOTP({ issuer: 'Dealwatch', label, secret: Secret.fromBase32(secret), digits: 6, period: 30 });
}

/** Switches the second factor on; gives recovery codes, which are shown once. Throws Conflict when it is on already. */
export function switchOn(
  db: Database,
  userId: number,
  given: { secret: string; step: number },
  by: By,
): Promise<string[]> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('users')
      .set({ totp_secret: given.secret, totp_last_step: given.step, code_failures: 0, code_blocked_until: null })
      .where('id', '=', userId)
      .where('totp_secret', 'is', null)
      .executeTakeFirstOrThrow();
    if (!numUpdatedRows) throw new Conflict(t('refused.the-second-factor-is-on'));
    await audit(trx, { at: by.now, userId: by.userId, action: 'user.second_factor_on', subject: userSubject(userId) });
    return newRecoveryCodes(trx, userId);
  });
}

/** Switches the second factor off, recovery codes with it. Throws NotFound. */
export function switchOff(db: Database, userId: number, by: By): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('users')
      .set({ totp_secret: null, totp_last_step: null, code_failures: 0, code_blocked_until: null })
      .where('id', '=', userId)
      .executeTakeFirstOrThrow();
    if (!numUpdatedRows) throw new NotFound(t('refused.there-is-no-such-person'));
    await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
    await audit(trx, { at: by.now, userId: by.userId, action: 'user.second_factor_off', subject: userSubject(userId) });
  });
}

/** Replaces the recovery codes; gives the new ones, which are shown once. */
export function replaceRecoveryCodes(db: Database, userId: number, by: By): Promise<string[]> {
  return inTransaction(db, async (trx) => {
    await audit(trx, { at: by.now, userId: by.userId, action: 'user.recovery_codes', subject: userSubject(userId) });
    return newRecoveryCodes(trx, userId);
  });
}

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft(db: Database, userId: number): Promise<number> {
  const rows = await db
    .selectFrom('recovery_codes')
    .select('code_hash')
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
  return rows.length;
}

/** Takes what someone typed after their password: a code of the app or a recovery code, each of which works once. */
export function takeCode(db: Database, userId: number, typed: string, now: Instant): Promise<CodeOutcome> {
  return inTransaction(db, async (trx) => {
    const user = await trx.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst();
    if (!user?.totp_secret) return 'wrong';
    if (user.code_blocked_until && user.code_blocked_until > now) return 'blocked';
    const isRight =
      (await takeAppCode(trx, { id: userId, secret: user.totp_secret, last: user.totp_last_step }, typed, now)) ||
      (await takeRecoveryCode(trx, userId, typed, now));
    await noteOutcome(trx, userId, isRight ? 0 : user.code_failures + 1, now);
    return isRight ? 'right' : 'wrong';
  });
}

async function takeAppCode(
  db: Database,
  user: { id: number; secret: string; last: number | null },
  typed: string,
  now: Instant,
): Promise<boolean> {
  const step = stepOf(user.secret, typed, now);
  if (step === null || step <= (user.last ?? -1)) return false;
  await db.updateTable('users').set({ totp_last_step: step }).where('id', '=', user.id).execute();
  return true;
}

async function takeRecoveryCode(db: Database, userId: number, typed: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hashRecovery(typed))
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return false;
  await audit(db, { at: now, userId, action: 'user.recovery_code_used', subject: userSubject(userId) });
  return true;
}

async function noteOutcome(db: Database, userId: number, failures: number, now: Instant): Promise<void> {
  const isBlocked = failures >= MOST_FAILURES;
  await db
    .updateTable('users')
    .set({ code_failures: isBlocked ? 0 : failures, code_blocked_until: isBlocked ? addMs(now, BLOCK_MS) : null })
    .where('id', '=', userId)
    .execute();
  if (isBlocked) await audit(db, { at: now, userId, action: 'user.codes_blocked', subject: userSubject(userId) });
}

async function newRecoveryCodes(db: Database, userId: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await db.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  for (const code of codes) {
    await db
      .insertInto('recovery_codes')
      .values({ user_id: userId, code_hash: hashRecovery(code), used_at: null })
      .execute();
  }
  return codes;
}

/** `abcd-efgh-jklm-npqr` in base32: easy to read off paper. */
function newRecoveryCode(): string {
  const bytes = randomBytes(RECOVERY_BYTES);
  const text = new Secret({ buffer: new Uint8Array(bytes).buffer }).base32.toLowerCase();
  return text.match(/.{4}/g)?.join('-') ?? text;
}

function hashRecovery(typed: string): string {
  return hashToken(`recovery ${typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`);
}
