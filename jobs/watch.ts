import type { Context } from '../context.ts';
import { knownEvents } from '../db/going-out/alert-events.ts';
import { announce } from '../db/going-out/announce.ts';
import { activeSubscriptions } from '../db/going-out/subscriptions.ts';
import type { LedgerPair } from '../db/ledger/ledger.ts';
import { type Database, inTransaction } from '../db/open.ts';
import { openCases } from '../db/sources/open-cases.ts';
import { listSources, type SourceRow } from '../db/sources/sources.ts';
import { dayOf, formatDay, formatInstant, type Instant } from '../model/day.ts';
import type { Deadline } from '../model/deadline.ts';
import { paths } from '../model/paths.ts';
import type { AlertEvent } from '../model/subscription.ts';
import { workingDaysBetween } from '../regimes/counting.ts';
import { deadlinesOf } from '../regimes/deadlines.ts';
import { composeDue } from './alert-compose.ts';
import type { Job } from './job.ts';

/** Tells who asked for it that a source cannot be read (silence is the worst fault; once an outage) or a deadline comes near. */
export const watch: Job = {
  name: 'watch',
  about: 'Tells those who asked for it that a source cannot be read, or that a deadline comes near.',
  everySeconds: 300,
  limitSeconds: 120,
  wakes: ['alert'],
  hasWork: async (context) => (await newTroubles(context)).length > 0,
  async run(context) {
    const events = await newTroubles(context);
    await inTransaction(context.db, async (trx) => {
      const people = await announce(trx, events, context.now());
      await composeDue({ ...context, db: trx }, people);
    });
    return { told: events.length };
  },
};

async function newTroubles({ db, now }: Context): Promise<AlertEvent[]> {
  const inTrouble = (await listSources(db, now())).filter(
    ({ enabled, health }) => enabled && (health === 'failing' || health === 'late'),
  );
  const deadlines = await nearDeadlines(db, now());
  const events = [...inTrouble.map((source) => troubleOf(source, now())), ...deadlines];
  const known = await knownEvents(
    db,
    events.map((event) => event.key),
  );
  return events.filter((event) => !known.has(event.key));
}

/**
 * Deadlines that are as many working days off as somebody asked for, or fewer where the day was missed (the program stood
 * still, the case was read late), counted in the authority's own calendar. Each is told once for each number of days.
 */
async function nearDeadlines(db: Database, now: Instant): Promise<AlertEvent[]> {
  const wishes = await activeSubscriptions(db);
  const asked = new Set(
    wishes.filter(({ kinds }) => kinds.includes('deadline')).flatMap((one) => one.workingDays ?? []),
  );
  if (asked.size === 0) return [];
  return (await openCases(db)).flatMap((entry) =>
    deadlinesOf(entry.pair).flatMap((deadline) => {
      const { due, basis } = deadline;
      const left = due && due >= dayOf(now) ? workingDaysBetween(basis.calendar, dayOf(now), due) : null;
      if (left === null) return [];
      return [...asked]
        .filter((days) => left <= days)
        .map((days) => deadlineEvent(entry, deadline, { left, days }, now));
    }),
  );
}

function deadlineEvent(
  { score, band }: LedgerPair,
  deadline: Deadline,
  { left, days }: { left: number; days: number },
  now: Instant,
): AlertEvent {
  const { id, pairId, acquirer, target, authority, label, force, due, basis } = deadline;
  const ahead = left === 0 ? 'today' : left === 1 ? 'in 1 working day' : `in ${left} working days`;
  return {
    key: `deadline ${id} ${due} ${days}`,
    kind: 'deadline',
    pairId,
    title: `${acquirer} → ${target}`,
    acquirer,
    target,
    authority,
    band,
    score,
    workingDays: days,
    headline: `${authority}: ${label} ${ahead}, ${due ? formatDay(due) : ''} (${force})`,
    before: null,
    after: null,
    details: [`${basis.law}: ${basis.length} ${basis.unit} from ${formatDay(basis.start)} (${basis.startedBy})`],
    passages: [],
    path: `${paths.deal(pairId)}#scrutiny`,
    at: now,
  };
}

/** An outage begins with the last good reading: the same one is told once, the next one anew. */
function troubleOf(source: SourceRow, now: Instant): AlertEvent {
  const since = source.lastOkAt ? `since ${formatInstant(source.lastOkAt)}` : 'yet';
  return {
    key: `source ${source.id} ${source.lastOkAt ?? 'never'}`,
    kind: 'source',
    pairId: null,
    title: source.title,
    acquirer: null,
    target: null,
    authority: source.authority,
    band: 'High',
    score: 0,
    workingDays: null,
    headline: `Not read ${since}`,
    before: null,
    after: null,
    details: [source.lastError ?? 'It has not been read for longer than it should take.'],
    passages: [],
    path: paths.source(source.id),
    at: now,
  };
}
