import { commonName, foldName } from '../../model/company.ts';
import type { Instant } from '../../model/day.ts';
import { type Due, dueFor } from '../../model/local-time.ts';
import {
  type AlertEvent,
  BAND_RANK,
  type DeliverySettings,
  FLAGS_PAGE,
  type Subscription,
} from '../../model/subscription.ts';
import { isPairIn } from '../ledger/pair-query.ts';
import { type Database, inTransaction } from '../open.ts';
import { flagsOfPairIn } from '../review/flag-query.ts';
import type { Role } from '../schema.ts';
import { addMatch, recordEvent, setDue, waitingMatches } from './alert-events.ts';
import { activeSubscriptions, deliverySettings, markFired, setDelivery, subscriptionsOf } from './subscriptions.ts';
import { queueWebhooks } from './webhooks.ts';

/** A subscription with the role of the person whose it is. */
export type Wish = Pick<
  Subscription,
  'userId' | 'kinds' | 'scope' | 'scopeValue' | 'minBand' | 'workingDays' | 'cadence'
> & {
  role: Role;
};
type StoredWish = Subscription & { role: Role };

/**
 * Writes down what happened, for whom, and when it goes out; gives the people for whom something is new. Call it in the
 * transaction of the event itself: both are stored or neither is. An event that is on record is not told again.
 */
export async function announce(db: Database, events: readonly AlertEvent[], now: Instant): Promise<Set<number>> {
  const people = new Set<number>();
  if (events.length === 0) return people;
  const wishes = await activeSubscriptions(db);
  for (const event of events) {
    const eventId = recordEvent(db, event);
    if (eventId === null) continue;
    const asking = await wishesFor(db, wishes, event);
    if (asking.length === 0) continue;
    await markFired(
      db,
      asking.map((wish) => wish.id),
      now,
    );
    await queueWebhooks(
      db,
      asking.flatMap((wish) => wish.webhookId ?? []),
      { event, eventId, now },
    );
    for (const userId of await matchPeople(db, asking, eventId, event)) people.add(userId);
  }
  return people;
}

/** The subscriptions that ask for an event. */
export async function wishesFor<W extends Wish>(db: Database, wishes: readonly W[], event: AlertEvent): Promise<W[]> {
  const asking: W[] = [];
  for (const wish of wishes) if (await asksFor(db, wish, event)) asking.push(wish);
  return asking;
}

async function asksFor(db: Database, wish: Wish, event: AlertEvent): Promise<boolean> {
  if (!wish.kinds.includes(event.kind)) return false;
  if (event.kind === 'source') return wish.role === 'admin';
  if (event.kind === 'deadline' && wish.workingDays !== event.workingDays) return false;
  if (BAND_RANK[event.band] < BAND_RANK[wish.minBand]) return false;
  return isInScope(db, wish, event);
}

async function isInScope(db: Database, wish: Wish, event: AlertEvent): Promise<boolean> {
  const { scope, scopeValue } = wish;
  if (scope === 'all') return true;
  if (scope === 'pair') return event.pairId === scopeValue;
  if (scope === 'company') return isCompany(event.acquirer, scopeValue) || isCompany(event.target, scopeValue);
  if (scope === 'authority') {
    if (event.authority !== null) return event.authority === scopeValue;
    return event.pairId !== null && isPairIn(db, event.pairId, `authority=${encodeURIComponent(scopeValue)}`);
  }
  if (event.pairId === null) return false;
  if (!scopeValue.startsWith(FLAGS_PAGE)) return isPairIn(db, event.pairId, scopeValue);
  const rules = await flagsOfPairIn(db, event.pairId, scopeValue.slice(FLAGS_PAGE.length), wish.userId);
  return event.rule ? rules.includes(event.rule) : rules.length > 0;
}

/** The same company, however its name is written. */
const isCompany = (name: string | null, wished: string) =>
  name !== null && foldName(commonName(name)) === foldName(commonName(wished));

/** One match for each person however many of their subscriptions ask: the earliest counts. */
async function matchPeople(db: Database, asking: readonly StoredWish[], eventId: number, event: AlertEvent) {
  const byPerson = new Map<number, StoredWish[]>();
  for (const wish of asking.filter(({ webhookId }) => webhookId === null)) {
    byPerson.set(wish.userId, [...(byPerson.get(wish.userId) ?? []), wish]);
  }
  for (const [userId, wishes] of byPerson) {
    const settings = await deliverySettings(db, userId);
    const first = firstDue(event.at, wishes, settings);
    const subscriptionIds = wishes.map((wish) => wish.id);
    await addMatch(db, { userId, eventId, subscriptionIds, dueAt: first.at, gathered: first.gathered });
  }
  return byPerson.keys();
}

function firstDue(at: Instant, wishes: readonly Pick<Subscription, 'cadence'>[], settings: DeliverySettings): Due {
  const dues = wishes.map(({ cadence }) => dueFor(at, cadence, settings));
  return dues.reduce((a, b) => (b.at < a.at ? b : a));
}

/** Changes when a person wants to be reached, and works out anew when what waits for them is due. */
export function changeDelivery(db: Database, userId: number, change: Partial<DeliverySettings>): Promise<void> {
  return inTransaction(db, async (trx) => {
    await setDelivery(trx, userId, change);
    const settings = await deliverySettings(trx, userId);
    const wishes = await subscriptionsOf(trx, userId);
    for (const { eventId, subscriptionIds, at } of await waitingMatches(trx, userId)) {
      const asking = wishes.filter(({ id }) => subscriptionIds.includes(id));
      if (asking.length > 0) await setDue(trx, userId, eventId, firstDue(at, asking, settings));
    }
  });
}
