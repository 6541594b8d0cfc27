import { createHmac, timingSafeEqual } from 'node:crypto';
import { getMeta, setMeta } from '../meta.ts';
import type { Database } from '../open.ts';
import { newToken } from '../tokens.ts';

/** What an unsubscribe link stands for. */
export interface UnsubscribeLink {
  userId: number;
  subscriptionIds: number[];
  /** A report that comes by mail; null for subscriptions. */
  scheduleId: number | null;
}

const SECRET = 'link secret';
const TOKEN = /^(\d{1,12})-(r\d{1,12}|(?:\d{1,12}\.?)+)-([\w-]{43})$/;

/** The path that ends some subscriptions of a person without signing in; nobody can make one up. */
export async function unsubscribePath(db: Database, userId: number, subscriptionIds: readonly number[]) {
  return signedPath(db, `${userId}-${subscriptionIds.join('.')}`);
}

/** The path that ends a report by mail in the same way. */
export async function endReportPath(db: Database, userId: number, scheduleId: number): Promise<string> {
  return signedPath(db, `${userId}-r${scheduleId}`);
}

async function signedPath(db: Database, said: string): Promise<string> {
  return `/unsubscribe/${said}-${await sign(db, said)}`;
}

/** Takes the last part of such a path; gives what it stands for, or null when it was not made here. */
export async function readUnsubscribe(db: Database, token: string): Promise<UnsubscribeLink | null> {
  const m = TOKEN.exec(token);
  if (!m) return null;
  const [, user, ids, signature] = m as unknown as [string, string, string, string];
  if (!same(signature, await sign(db, `${user}-${ids}`))) return null;
  if (ids.startsWith('r')) return { userId: Number(user), subscriptionIds: [], scheduleId: Number(ids.slice(1)) };
  return { userId: Number(user), subscriptionIds: ids.split('.').filter(Boolean).map(Number), scheduleId: null };
}

async function sign(db: Database, said: string): Promise<string> {
  return createHmac('sha256', await secretOf(db))
    .update(`unsubscribe ${said}`)
    .digest('base64url');
}

/** Made when it is first needed, and kept: a link in an old mail goes on working. */
async function secretOf(db: Database): Promise<string> {
  const known = await getMeta(db, SECRET);
  if (known) return known;
  const secret = newToken();
  await setMeta(db, SECRET, secret);
  return secret;
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
