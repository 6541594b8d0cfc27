import type { Selectable } from 'kysely';
import type { Instant } from '../../model/day.ts';
import { NotFound } from '../../model/errors.ts';
import {
  DEFAULT_DELIVERY,
  type DeliverySettings,
  type EventKind,
  type Subscription,
} from '../../model/subscription.ts';
import { t } from '../../words/speak.ts';
import { type Database, inTransaction } from '../open.ts';
import { builtOnce } from '../prepared.ts';
import type { Role, Schema } from '../schema.ts';

export type NewSubscription = Omit<Subscription, 'id' | 'createdAt' | 'lastFiredAt'> & { now: Instant };

/** What a person gets without saying more: each new flag in band High, at once. */
const HIGH_FLAGS = { kinds: ['flag'], scope: 'all', scopeValue: '', minBand: 'High', cadence: 'now' } as const;

/** Stores what a person asked for; gives its number. The same wish twice is stored once. */
export function subscribe(db: Database, wish: NewSubscription): Promise<number> {
  return inTransaction(db, async (trx) => {
    const row = toRow(wish);
    const same = (await subscriptionsOf(trx, wish.userId)).find((one) => sameWish(toRow(one), row));
    if (same) return same.id;
    const { id } = await trx
      .insertInto('subscriptions')
      .values({ ...row, created_at: wish.now })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

function toRow(wish: Omit<NewSubscription, 'now'>) {
  return {
    user_id: wish.userId,
    kinds: JSON.stringify([...wish.kinds].sort()),
    scope: wish.scope,
    scope_value: wish.scopeValue,
    min_band: wish.minBand,
    working_days: wish.workingDays,
    cadence: wish.cadence,
    webhook_id: wish.webhookId,
  };
}

const sameWish = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

/** What a person asked for, the oldest first. */
export async function subscriptionsOf(db: Database, userId: number): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions as s')
    .leftJoin('pairs as p', (join) => join.onRef('p.id', '=', 's.scope_value').on('s.scope', '=', 'pair'))
    .selectAll('s')
    .select(['p.acquirer', 'p.target'])
    .where('s.user_id', '=', userId)
    .orderBy('s.id')
    .execute();
  return rows.map(({ acquirer, target, ...row }) => ({
    ...toSubscription(row),
    ...(acquirer && target ? { scopeName: `${acquirer} → ${target}` } : {}),
  }));
}

const ACTIVE = builtOnce((db) =>
  db
    .selectFrom('subscriptions as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .selectAll('s')
    .select('u.role')
    .where('u.disabled_at', 'is', null)
    .orderBy('s.id'),
);

/** Everything asked for by people who may sign in, with their role. */
export async function activeSubscriptions(db: Database): Promise<(Subscription & { role: Role })[]> {
  return (await ACTIVE(db)).map((row) => ({ ...toSubscription(row), role: row.role }));
}

/** Ends some of a person's subscriptions; gives how many there were. What waits for them alone is not sent any more. */
export function unsubscribe(db: Database, userId: number, ids: readonly number[]): Promise<number> {
  return inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('subscriptions')
      .where('user_id', '=', userId)
      .where('id', 'in', ids)
      .executeTakeFirstOrThrow();
    await forgetUnasked(trx, userId);
    return Number(numDeletedRows);
  });
}

/** Takes out of line what no remaining subscription of the person asked for. */
async function forgetUnasked(db: Database, userId: number): Promise<void> {
  const kept = new Set((await subscriptionsOf(db, userId)).map((one) => one.id));
  const waiting = await db
    .selectFrom('alert_matches')
    .select(['event_id', 'subscription_ids'])
    .where('user_id', '=', userId)
    .where('mail_id', 'is', null)
    .execute();
  for (const { event_id, subscription_ids } of waiting) {
    if ((JSON.parse(subscription_ids) as number[]).some((id) => kept.has(id))) continue;
    await db
      .deleteFrom('alert_matches')
      .where('user_id', '=', userId)
      .where('event_id', '=', event_id)
      .where('mail_id', 'is', null)
      .execute();
  }
}

/** Has a person mailed about each new flag in band High, or no longer. */
export async function setUserAlerts(db: Database, userId: number, on: boolean, now: Instant): Promise<void> {
  const standard = { ...HIGH_FLAGS, kinds: [...HIGH_FLAGS.kinds], userId, workingDays: null, webhookId: null };
  if (on) return void (await subscribe(db, { ...standard, now }));
  const row = toRow(standard);
  const same = (await subscriptionsOf(db, userId)).filter((one) => sameWish(toRow(one), row));
  if (same.length)
    await unsubscribe(
      db,
      userId,
      same.map((one) => one.id),
    );
}

/** Notes that subscriptions had something to tell. */
export async function markFired(db: Database, ids: readonly number[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('subscriptions').set({ last_fired_at: now }).where('id', 'in', ids).execute();
}

/** When and how a person wants to be reached; the defaults for one who never said. */
export async function deliverySettings(db: Database, userId: number): Promise<DeliverySettings> {
  const row = await db.selectFrom('alert_settings').selectAll().where('user_id', '=', userId).executeTakeFirst();
  if (!row) return DEFAULT_DELIVERY;
  return {
    timeZone: row.time_zone,
    digestHour: row.digest_hour,
    digestWeekday: row.digest_weekday,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    snoozedUntil: row.snoozed_until,
    refusedAt: row.refused_at,
    refusedReason: row.refused_reason,
  };
}

/** Changes when and how a person wants to be reached. Throws NotFound when there is no such person. */
export function setDelivery(db: Database, userId: number, change: Partial<DeliverySettings>): Promise<void> {
  return inTransaction(db, async (trx) => {
    const user = await trx.selectFrom('users').select('id').where('id', '=', userId).executeTakeFirst();
    if (!user) throw new NotFound(t('refused.there-is-no-such-person'));
    const all = { ...(await deliverySettings(trx, userId)), ...change };
    const values = {
      time_zone: all.timeZone,
      digest_hour: all.digestHour,
      digest_weekday: all.digestWeekday,
      quiet_from: all.quietFrom,
      quiet_to: all.quietTo,
      snoozed_until: all.snoozedUntil,
      refused_at: all.refusedAt,
      refused_reason: all.refusedReason,
    };
    await trx
      .insertInto('alert_settings')
      .values({ user_id: userId, ...values })
      .onConflict((oc) => oc.column('user_id').doUpdateSet(values))
      .execute();
  });
}

/** Turns a row into a subscription. */
function toSubscription(row: Selectable<Schema['subscriptions']>): Subscription {
  return {
    id: row.id,
    userId: row.user_id,
    kinds: JSON.parse(row.kinds) as EventKind[],
    scope: row.scope,
    scopeValue: row.scope_value,
    minBand: row.min_band,
    workingDays: row.working_days,
    cadence: row.cadence,
    webhookId: row.webhook_id,
    createdAt: row.created_at,
    lastFiredAt: row.last_fired_at,
  };
}

/** Removes everything by which a person could be told or could let a program in, and what waits: for one who is erased. */
export async function forgetWishes(db: Database, userId: number): Promise<void> {
  const tables = ['alert_matches', 'subscriptions', 'webhooks', 'feeds', 'api_tokens'] as const;
  for (const table of [...tables, 'alert_settings', 'report_schedules'] as const) {
    await db.deleteFrom(table).where('user_id', '=', userId).execute();
  }
}
