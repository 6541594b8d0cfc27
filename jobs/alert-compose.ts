import type { Context } from '../context.ts';
import { chunks } from '../db/chunks.ts';
import { sha256 } from '../db/documents/identity.ts';
import {
  dueMatches,
  eventsByIds,
  type Match,
  markMailed,
  peopleWithDue,
  putOff,
  type StoredEvent,
} from '../db/going-out/alert-events.ts';
import { lastSingles, queueMail, serverIsFailing } from '../db/going-out/alerts.ts';
import { deliverySettings, subscriptionsOf } from '../db/going-out/subscriptions.ts';
import { getPair } from '../db/ledger/ledger.ts';
import { type Database, inTransaction } from '../db/open.ts';
import { unsubscribePath } from '../db/people/link-tokens.ts';
import { getUser } from '../db/people/users.ts';
import { listSources } from '../db/sources/sources.ts';
import { addMs, type Instant } from '../model/day.ts';
import { dueFor, formatLocal } from '../model/local-time.ts';
import { MOST_SINGLES, SINGLES_MS } from '../model/mail-count.ts';
import { paths } from '../model/paths.ts';
import { loopPicture } from '../reports/loop-picture.ts';
import { type NewsGroup, type NewsMail, newsMail } from '../reports/news-mail.ts';
import { subscriptionSentence } from '../words/subscription.ts';

/** Each write waits for the disk, and pages wait while it is made: few people at once, and not one by one. */
const PEOPLE_AT_ONCE = 5;
/** What is due for longer was held back, and comes gathered. */
const HELD_MS = 15 * 60_000;

/**
 * Writes the mails that are due into the outbox; gives how many. One mail a pair for what goes out at once, one for all
 * that is gathered. While the mail server takes nothing, nothing more is written: it comes gathered when it is back.
 */
export async function composeDue(context: Context, only?: ReadonlySet<number>): Promise<number> {
  const people = (await peopleWithDue(context.db, context.now())).filter((userId) => !only || only.has(userId));
  let written = 0;
  for (const some of chunks(people, PEOPLE_AT_ONCE)) {
    await inTransaction(context.db, async (trx) => {
      for (const userId of some) written += await composeFor({ ...context, db: trx }, userId);
    });
  }
  return written;
}

async function composeFor(context: Context, userId: number): Promise<number> {
  const { db, now } = context;
  if (await serverIsFailing(db, userId)) return 0;
  const matches = await dueMatches(db, userId, now());
  if (matches.length === 0) return 0;
  const eventIds = matches.map((match) => match.eventId);
  // What is late, as after a stop, comes in nobody's quiet hours; what was due before somebody snoozed waits with the rest.
  const free = dueFor(now(), 'now', await deliverySettings(db, userId)).at;
  if (free > now()) {
    await putOff(db, userId, eventIds, free);
    return 0;
  }
  const events = await eventsByIds(db, eventIds);
  const heldSince = addMs(now(), -HELD_MS);
  if (matches.some((match) => match.gathered || match.dueAt < heldSince))
    return write(context, userId, matches, events, true);
  const groups = groupsOf(events);
  const singles = await lastSingles(db, userId, addMs(now(), -SINGLES_MS));
  if (singles.count + groups.length > MOST_SINGLES) {
    if (singles.count === 0) return write(context, userId, matches, events, true);
    const until = addMs(singles.oldest ?? now(), SINGLES_MS);
    await putOff(db, userId, eventIds, until);
    return 0;
  }
  let written = 0;
  for (const group of groups) {
    const own = matches.filter((match) => group.some((event) => event.id === match.eventId));
    written += await write(context, userId, own, group, false);
  }
  return written;
}

/** Events of one pair, or of one source, belong together; in the order in which they first happened. */
function groupsOf(events: readonly StoredEvent[]): StoredEvent[][] {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const name = event.pairId ?? event.title;
    groups.set(name, [...(groups.get(name) ?? []), event]);
  }
  return [...groups.values()];
}

async function write(
  context: Context,
  userId: number,
  matches: readonly Match[],
  events: readonly StoredEvent[],
  gathered: boolean,
): Promise<number> {
  const { db, now } = context;
  const user = await getUser(db, userId);
  if (!user) return 0;
  const subscriptionIds = [...new Set(matches.flatMap((match) => match.subscriptionIds))].sort((a, b) => a - b);
  const eventIds = events.map((event) => event.id);
  const groups = await describe(db, groupsOf(events));
  const unsubscribe = `${baseUrl(context)}${await unsubscribePath(db, userId, subscriptionIds)}`;
  const wishes = (await subscriptionsOf(db, userId)).filter(({ id }) => subscriptionIds.includes(id));
  const asked = wishes.map((wish) => subscriptionSentence(wish, new Map()));
  const mail = await newsMail(await letterOf(context, userId, { groups, gathered, unsubscribe, wishes: asked }));
  const key = `news ${userId} ${gathered ? 'gathered' : 'single'} ${sha256(eventIds.join(' '))}`;
  const pairId = gathered ? null : (events[0]?.pairId ?? null);
  const about = {
    thread: pairId ? `pair-${pairId}` : null,
    unsubscribe,
    picture: pairId ? await pictureOf(db, pairId) : null,
  };
  const mailId = await queueMail(db, { key, to: user.email, userId, ...mail, ...about, now: now() });
  if (mailId === null) return 0;
  await markMailed(db, userId, eventIds, mailId);
  return 1;
}

async function letterOf(
  context: Context,
  userId: number,
  { groups, gathered, unsubscribe, wishes }: Pick<NewsMail, 'groups' | 'gathered' | 'unsubscribe' | 'wishes'>,
): Promise<NewsMail> {
  const { db, config, now } = context;
  const { timeZone } = await deliverySettings(db, userId);
  const late = (await listSources(db, now())).filter(({ enabled, health }) => enabled && health === 'failing');
  return {
    groups,
    gathered,
    unsubscribe,
    wishes,
    notRead: gathered ? late.map((source) => source.title) : [],
    settings: `${baseUrl(context)}${paths.alerts()}`,
    baseUrl: baseUrl(context),
    written: formatLocal(now(), timeZone),
    root: config.root,
  };
}

/** Pairs by weight: the highest score first, sources last. */
async function describe(db: Database, groups: readonly StoredEvent[][]): Promise<NewsGroup[]> {
  const described: NewsGroup[] = [];
  for (const events of groups) {
    const first = events[0] as StoredEvent;
    const pair = first.pairId ? await getPair(db, first.pairId) : null;
    described.push({ title: first.title, path: first.path, events: saidOnce(events), pair });
  }
  return described.sort((a, b) => (b.pair?.score ?? -1) - (a.pair?.score ?? -1));
}

/** What two wishes asked for in other ways, as 5 and 10 days before a date, is said once. */
const saidOnce = (events: readonly StoredEvent[]) => [
  ...new Map(events.map((event) => [`${event.kind} ${event.headline}`, event])).values(),
];

async function pictureOf(db: Database, pairId: string): Promise<string | null> {
  const pair = await getPair(db, pairId);
  return pair && loopPicture(pair.pair);
}

/** Where links lead, from PUBLIC_URL; never from a request. */
export function baseUrl({ config }: Pick<Context, 'config'>): string {
  return config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
}

/** When something is due next for anybody: now is when. */
export async function hasDueNews(db: Database, now: Instant): Promise<boolean> {
  return (await peopleWithDue(db, now)).length > 0;
}
