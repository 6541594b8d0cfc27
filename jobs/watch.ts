import type { Context } from '../context.ts';
import { knownEvents } from '../db/alert-events.ts';
import { announce } from '../db/announce.ts';
import { inTransaction } from '../db/open.ts';
import { listSources, type SourceRow } from '../db/sources.ts';
import { formatInstant, type Instant } from '../model/day.ts';
import { paths } from '../model/paths.ts';
import type { AlertEvent } from '../model/subscription.ts';
import { composeDue } from './alert-compose.ts';
import type { Job } from './job.ts';

/** Tells administrators who asked for it that a source cannot be read: silence is the worst fault. Once an outage. */
export const watch: Job = {
  name: 'watch',
  about: 'Tells those who asked for it that a source cannot be read.',
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
  const events = inTrouble.map((source) => troubleOf(source, now()));
  const known = await knownEvents(
    db,
    events.map((event) => event.key),
  );
  return events.filter((event) => !known.has(event.key));
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
