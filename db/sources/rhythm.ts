import { sql } from 'kysely';
import { addMs, type Instant } from '../../model/day.ts';
import type { Database } from '../open.ts';

/**
 * How often something new comes from a source, learnt from what came. A source can be read well every hour and still
 * have fallen silent: its page was redesigned, its feed given up.
 */
export interface Rhythm {
  sourceId: string;
  /** When the newest entry was first seen; null when there never was one. */
  newestAt: Instant | null;
  /** Nine in ten pauses between days with something new are no longer than this, in days; null when too little came. */
  usualPauseDays: number | null;
  /** Since when nothing has come although it should have; null while it speaks, or while its rhythm is not known. */
  silentSince: Instant | null;
}

const DAY_MS = 86_400_000;
/** Days with something new that it takes to know a rhythm. */
const FEWEST_DAYS = 6;
const LOOK_BACK_DAYS = 180;
/** A pause may be so many times the usual one before it counts as silence, and is never shorter than this. */
const PATIENCE = 3;
const SHORTEST_SILENCE_DAYS = 4;

/** The rhythm of every source in use that is switched on, as of now; of one alone when it is named. */
export async function sourceRhythms(db: Database, now: Instant, only?: string): Promise<Map<string, Rhythm>> {
  const rows = await db
    .selectFrom('source_items')
    .innerJoin('sources', 'sources.id', 'source_items.source_id')
    .select(['source_id', sql<string>`substr(first_seen_at, 1, 10)`.as('day')])
    .select(({ fn }) => fn.max('first_seen_at').as('newest'))
    .where('sources.retired_at', 'is', null)
    .where('sources.enabled', '=', 1)
    .$if(only !== undefined, (some) => some.where('source_id', '=', only as string))
    .where('first_seen_at', '>=', addMs(now, -LOOK_BACK_DAYS * DAY_MS))
    .groupBy(['source_id', 'day'])
    .orderBy('source_id')
    .orderBy('day')
    .execute();
  const bySource = new Map<string, { day: string; newest: Instant }[]>();
  for (const { source_id: id, day, newest } of rows) {
    bySource.set(id, [...(bySource.get(id) ?? []), { day, newest: newest as Instant }]);
  }
  return new Map([...bySource].map(([id, days]) => [id, rhythmOf(id, days, now)]));
}

function rhythmOf(sourceId: string, days: readonly { day: string; newest: Instant }[], now: Instant): Rhythm {
  const newestAt = days.at(-1)?.newest ?? null;
  // The first day brings everything that a list holds: it says nothing about how often something comes.
  const pauses = days.slice(1).map(({ day }, n) => (Date.parse(day) - Date.parse(days[n]?.day ?? day)) / DAY_MS);
  if (pauses.length < FEWEST_DAYS || newestAt === null) {
    return { sourceId, newestAt, usualPauseDays: null, silentSince: null };
  }
  const sorted = [...pauses].sort((a, b) => a - b);
  const usual = sorted[Math.ceil(sorted.length * 0.9) - 1] as number;
  const longest = Math.max(usual * PATIENCE, SHORTEST_SILENCE_DAYS);
  const isSilent = newestAt < addMs(now, -longest * DAY_MS);
  return { sourceId, newestAt, usualPauseDays: usual, silentSince: isSilent ? newestAt : null };
}
