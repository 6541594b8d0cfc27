import type { Instant } from '../../model/day.ts';
import type { AlertEvent } from '../../model/subscription.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../open.ts';
import { prepared } from '../prepared.ts';

export interface StoredEvent extends AlertEvent {
  id: number;
}

const EVENT = `insert into alert_events (key, kind, pair_id, body, at) values (?, ?, ?, ?, ?) on conflict (key) do nothing`;

/** Writes down that something happened; gives its number, or null when it was on record. Joins the transaction it is called in. */
export function recordEvent(db: Database, event: AlertEvent): number | null {
  const { key, kind, pairId, at } = event;
  const { changes, lastInsertRowid } = prepared(db, EVENT).run(key, kind, pairId, JSON.stringify(event), at);
  return changes > 0 ? Number(lastInsertRowid) : null;
}

/** Events since a moment, the newest first. */
export async function eventsSince(db: Database, since: Instant, limit: number): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('alert_events')
    .select(['id', 'body'])
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toEvent);
}

/** Some events, by number. */
export async function eventsByIds(db: Database, ids: readonly number[]): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (const some of chunks(ids)) {
    const rows = await db.selectFrom('alert_events').select(['id', 'body']).where('id', 'in', some).execute();
    events.push(...rows.map(toEvent));
  }
  return events.sort((a, b) => a.id - b.id);
}

const toEvent = (row: { id: number; body: string }): StoredEvent => ({
  ...(JSON.parse(row.body) as AlertEvent),
  id: row.id,
});

export interface Match {
  userId: number;
  eventId: number;
  subscriptionIds: number[];
  dueAt: Instant;
  /** True when it goes out gathered with others. */
  gathered: boolean;
}

/** Notes that an event is for a person; once for each event and person, however many subscriptions ask for it. */
export async function addMatch(db: Database, match: Match): Promise<void> {
  await db
    .insertInto('alert_matches')
    .values({
      user_id: match.userId,
      event_id: match.eventId,
      subscription_ids: JSON.stringify(match.subscriptionIds),
      due_at: match.dueAt,
      digest: match.gathered ? 1 : 0,
      mail_id: null,
    })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** People for whom something is due, who may sign in and whose address works. */
export async function peopleWithDue(db: Database, now: Instant): Promise<number[]> {
  const rows = await db
    .selectFrom('alert_matches as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .leftJoin('alert_settings as s', 's.user_id', 'm.user_id')
    .select('m.user_id')
    .distinct()
    .where('m.mail_id', 'is', null)
    .where('m.due_at', '<=', now)
    .where('u.disabled_at', 'is', null)
    .where('s.refused_at', 'is', null)
    .orderBy('m.user_id')
    .execute();
  return rows.map((row) => row.user_id);
}

/** What is due for one person and not yet written to them, in the order it happened. */
export async function dueMatches(db: Database, userId: number, now: Instant): Promise<Match[]> {
  const rows = await db
    .selectFrom('alert_matches')
    .selectAll()
    .where('user_id', '=', userId)
    .where('mail_id', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('event_id')
    .execute();
  return rows.map((row) => ({
    userId: row.user_id,
    eventId: row.event_id,
    subscriptionIds: JSON.parse(row.subscription_ids) as number[],
    dueAt: row.due_at,
    gathered: row.digest === 1,
  }));
}

/** Says which mail tells of some events. */
export async function markMailed(
  db: Database,
  userId: number,
  eventIds: readonly number[],
  mailId: number,
): Promise<void> {
  for (const some of chunks(eventIds)) {
    await db
      .updateTable('alert_matches')
      .set({ mail_id: mailId })
      .where('user_id', '=', userId)
      .where('event_id', 'in', some)
      .execute();
  }
}

/** Puts off what is due, to go out gathered later. */
export async function putOff(db: Database, userId: number, eventIds: readonly number[], until: Instant): Promise<void> {
  for (const some of chunks(eventIds)) {
    await db
      .updateTable('alert_matches')
      .set({ due_at: until, digest: 1 })
      .where('user_id', '=', userId)
      .where('event_id', 'in', some)
      .where('mail_id', 'is', null)
      .execute();
  }
}

/** What waits for a person and is not yet written: which subscriptions asked, and when it happened. */
export async function waitingMatches(
  db: Database,
  userId: number,
): Promise<{ eventId: number; subscriptionIds: number[]; at: Instant }[]> {
  const rows = await db
    .selectFrom('alert_matches as m')
    .innerJoin('alert_events as e', 'e.id', 'm.event_id')
    .select(['m.event_id', 'm.subscription_ids', 'e.at'])
    .where('m.user_id', '=', userId)
    .where('m.mail_id', 'is', null)
    .execute();
  return rows.map((row) => ({
    eventId: row.event_id,
    subscriptionIds: JSON.parse(row.subscription_ids) as number[],
    at: row.at,
  }));
}

/** Says when what waits is due. */
export async function setDue(
  db: Database,
  userId: number,
  eventId: number,
  { at, gathered }: Pick<Match, 'gathered'> & { at: Instant },
): Promise<void> {
  await db
    .updateTable('alert_matches')
    .set({ due_at: at, digest: gathered ? 1 : 0 })
    .where('user_id', '=', userId)
    .where('event_id', '=', eventId)
    .where('mail_id', 'is', null)
    .execute();
}

/** How many events wait for a person, and the earliest time one is due. */
export async function waitingFor(db: Database, userId: number): Promise<{ events: number; next: Instant | null }> {
  const row = await db
    .selectFrom('alert_matches')
    .select(({ fn }) => [fn.countAll<number>().as('events'), fn.min('due_at').as('next')])
    .where('user_id', '=', userId)
    .where('mail_id', 'is', null)
    .executeTakeFirstOrThrow();
  return row as { events: number; next: Instant | null };
}

/** Which of some keys are on record. */
export async function knownEvents(db: Database, keys: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const some of chunks(keys)) {
    const rows = await db.selectFrom('alert_events').select('key').where('key', 'in', some).execute();
    for (const row of rows) known.add(row.key);
  }
  return known;
}
