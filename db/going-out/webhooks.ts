import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { addMs, type Instant } from '../../model/day.ts';
import { NotFound } from '../../model/errors.ts';
import type { AlertEvent } from '../../model/subscription.ts';
import { t } from '../../words/speak.ts';
import type { Database } from '../open.ts';
import type { Schema } from '../schema.ts';
import type { WebhookShape } from '../schema-going-out.ts';
import { newToken } from '../tokens.ts';

export { WEBHOOK_SHAPES, type WebhookShape } from '../schema-going-out.ts';

/** An address that is told of events. */
export interface Webhook {
  id: number;
  userId: number;
  name: string;
  url: string;
  shape: WebhookShape;
  /** Signs each delivery; shown once, when it is made. */
  secret: string;
  failures: number;
  disabledAt: Instant | null;
  lastOkAt: Instant | null;
  lastError: string | null;
}

export interface WebhookDelivery {
  id: number;
  webhookId: number;
  eventId: number | null;
  body: AlertEvent;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  attempts: number;
  status: number | null;
  error: string | null;
  createdAt: Instant;
  sentAt: Instant | null;
}

/** Tries of one delivery, and deliveries given up in a row after which an address is left alone. */
const MOST_ATTEMPTS = 8;
const MOST_FAILURES = 5;
const STALE_CLAIM_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** Stores an address; gives it with the secret that signs deliveries to it. */
export async function createWebhook(
  db: Database,
  hook: { userId: number; name: string; url: string; shape: WebhookShape; now: Instant },
): Promise<Webhook> {
  const { userId, name, url, shape, now } = hook;
  const row = await db
    .insertInto('webhooks')
    .values({ user_id: userId, name, url, shape, secret: newToken(), created_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toWebhook(row);
}

/** A person's addresses. */
export async function webhooksOf(db: Database, userId: number): Promise<Webhook[]> {
  const rows = await db.selectFrom('webhooks').selectAll().where('user_id', '=', userId).orderBy('id').execute();
  return rows.map(toWebhook);
}

/** One address of a person. Throws NotFound for somebody else's. */
export async function getWebhook(db: Database, id: number, userId: number): Promise<Webhook> {
  const hook = (await webhooksOf(db, userId)).find((one) => one.id === id);
  if (!hook) throw new NotFound(t('refused.there-is-no-such-webhook'));
  return hook;
}

/** Removes an address with the subscriptions that end there. */
export async function removeWebhook(db: Database, id: number, userId: number): Promise<void> {
  await db.deleteFrom('webhooks').where('id', '=', id).where('user_id', '=', userId).execute();
}

/** Lets an address that was left alone be told again. */
export async function enableWebhook(db: Database, id: number, userId: number): Promise<void> {
  await db
    .updateTable('webhooks')
    .set({ disabled_at: null, failures: 0 })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .execute();
}

/** Puts an event in line for some addresses, once for each. Joins the transaction it is called in. */
export async function queueWebhooks(
  db: Database,
  webhookIds: readonly number[],
  { event, eventId, now }: { event: AlertEvent; eventId: number | null; now: Instant },
): Promise<void> {
  for (const webhook_id of new Set(webhookIds)) {
    const values = { webhook_id, event_id: eventId, body: JSON.stringify(event), next_try_at: now, created_at: now };
    await db
      .insertInto('webhook_deliveries')
      .values({ ...values, state: 'waiting' })
      .onConflict((oc) => oc.columns(['webhook_id', 'event_id']).doNothing())
      .execute();
  }
}

export interface ClaimedDelivery {
  delivery: WebhookDelivery;
  webhook: Webhook;
  claim: string;
}

function dueDelivery(db: Database, now: Instant) {
  return db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', 'w.id', 'd.webhook_id')
    .select('d.id')
    .where('w.disabled_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('d.state', '=', 'waiting'), eb('d.next_try_at', '<=', now)]),
        eb.and([eb('d.state', '=', 'sending'), eb('d.claimed_at', '<=', addMs(now, -STALE_CLAIM_MS))]),
      ]),
    )
    .orderBy('d.next_try_at')
    .orderBy('d.id')
    .limit(1);
}

/** True when a delivery waits to be made now. */
export async function hasDueDelivery(db: Database, now: Instant): Promise<boolean> {
  return (await dueDelivery(db, now).executeTakeFirst()) !== undefined;
}

/** Takes the delivery that has waited longest; null when there is none. Of any number of senders exactly one gets it. */
export async function claimDelivery(db: Database, now: Instant): Promise<ClaimedDelivery | null> {
  const claim = randomUUID();
  const row = await db
    .updateTable('webhook_deliveries')
    .set({ state: 'sending', claim, claimed_at: now, attempts: sql<number>`attempts + 1` })
    .where('id', '=', dueDelivery(db, now))
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  const hook = await db.selectFrom('webhooks').selectAll().where('id', '=', row.webhook_id).executeTakeFirstOrThrow();
  return { delivery: toDelivery(row), webhook: toWebhook(hook), claim };
}

/** Says that the address took a delivery. */
export async function markDelivered(
  db: Database,
  { delivery, claim }: ClaimedDelivery,
  { status, now }: { status: number; now: Instant },
): Promise<void> {
  await settle(db, delivery.id, claim, { state: 'sent', status, error: null, sent_at: now });
  await db
    .updateTable('webhooks')
    .set({ failures: 0, last_ok_at: now, last_error: null })
    .where('id', '=', delivery.webhookId)
    .execute();
}

export interface DeliveryFailure {
  now: Instant;
  status: number | null;
  reason: string;
  /** True when trying again is pointless: the address says that it is gone. */
  final: boolean;
  /** Between 0 and 1: spreads the next tries. */
  jitter: number;
}

/**
 * Says that a delivery was not taken: it is tried again later and later, or given up. Gives true when the address has
 * now failed so often that it is left alone until its owner says otherwise.
 */
export async function markUndelivered(
  db: Database,
  { delivery, claim }: ClaimedDelivery,
  failure: DeliveryFailure,
): Promise<boolean> {
  const { now, status, final, jitter } = failure;
  const error = failure.reason.slice(0, 500);
  const givenUp = final || delivery.attempts >= MOST_ATTEMPTS;
  const wait = Math.min(60_000 * 2 ** (delivery.attempts - 1), LONGEST_WAIT_MS) * (1 + jitter / 2);
  const next_try_at = addMs(now, Math.round(wait));
  await settle(db, delivery.id, claim, { state: givenUp ? 'failed' : 'waiting', status, error, next_try_at });
  if (!givenUp) return false;
  const hook = await db
    .updateTable('webhooks')
    .set({ failures: sql<number>`failures + 1`, last_error: error })
    .where('id', '=', delivery.webhookId)
    .returning('failures')
    .executeTakeFirstOrThrow();
  if (hook.failures < MOST_FAILURES) return false;
  await db.updateTable('webhooks').set({ disabled_at: now }).where('id', '=', delivery.webhookId).execute();
  return true;
}

async function settle(db: Database, id: number, claim: string, change: object): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ ...change, claim: null })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .execute();
}

/** The newest deliveries to a person's addresses. */
export async function deliveriesOf(db: Database, userId: number, limit: number): Promise<WebhookDelivery[]> {
  const rows = await db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', 'w.id', 'd.webhook_id')
    .selectAll('d')
    .where('w.user_id', '=', userId)
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toDelivery);
}

function toWebhook(row: Selectable<Schema['webhooks']>): Webhook {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    url: row.url,
    shape: row.shape,
    secret: row.secret,
    failures: row.failures,
    disabledAt: row.disabled_at,
    lastOkAt: row.last_ok_at,
    lastError: row.last_error,
  };
}

function toDelivery(row: Selectable<Schema['webhook_deliveries']>): WebhookDelivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    eventId: row.event_id,
    body: JSON.parse(row.body) as AlertEvent,
    state: row.state,
    attempts: row.attempts,
    status: row.status,
    error: row.error,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}
