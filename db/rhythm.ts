import { sql } from 'kysely';
import { addMs, type Instant } from '../model/day.ts';
import type { Database } from './open.ts';

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

/** The rhythm of every source in use that is switched on, as of now. */
export async function sourceRhythms(db: Database, now: Instant): Promise<Map<string, Rhythm>> {
  const rows = await db
    .selectFrom('source_items')
    .innerJoin('sources', 'sources.id', 'source_items.source_id')
    .select(['source_id', sql<string>`substr(first_seen_at, 1, 10)`.as('day')])
    .select(({ fn }) => fn.max('first_seen_at').as('newest'))
    .where('sources.retired_at', 'is', null)
    .where('sources.enabled', '=', 1)
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

/** Why nothing can be said about an authority from its own pages. */
export interface BlindAuthority {
  authority: string;
  /** Since when: the last time that one of its sources was read well and spoke; null when none ever was. */
  since: Instant | null;
  reason: 'unread' | 'silent';
}

/** A source not read for longer than this many of its intervals no longer tells that nothing has happened. */
const LATE_INTERVALS = 3;
const MINUTE_MS = 60_000;
const SHORTEST_LATE_MS = 6 * 3_600_000;

/**
 * Authorities all of whose registers are stale: not read well for too long, or silent beyond their rhythm. A cell of such
 * an authority says "not known since", never "no case".
 */
export async function blindAuthorities(db: Database, now: Instant): Promise<Map<string, BlindAuthority>> {
  const rhythms = await sourceRhythms(db, now);
  const rows = await db
    .selectFrom('sources')
    .select(['id', 'authority', 'every_minutes', 'last_ok_at'])
    .where('authority', 'is not', null)
    .where('retired_at', 'is', null)
    .where('enabled', '=', 1)
    .execute();
  const found = new Map<string, BlindAuthority | null>();
  for (const row of rows) {
    const authority = row.authority as string;
    const blind = blindness(row, rhythms.get(row.id), now);
    const known = found.get(authority);
    if (known === undefined) found.set(authority, blind && { authority, ...blind });
    else if (known !== null) found.set(authority, blind && later(known, { authority, ...blind }));
  }
  return new Map([...found].flatMap(([authority, blind]) => (blind ? [[authority, blind] as const] : [])));
}

function blindness(
  { last_ok_at: lastOk, every_minutes: every }: { last_ok_at: Instant | null; every_minutes: number },
  rhythm: Rhythm | undefined,
  now: Instant,
): Omit<BlindAuthority, 'authority'> | null {
  if (lastOk === null) return { since: null, reason: 'unread' };
  const late = Math.max(LATE_INTERVALS * every * MINUTE_MS, SHORTEST_LATE_MS);
  if (lastOk < addMs(now, -late)) return { since: lastOk, reason: 'unread' };
  return rhythm?.silentSince ? { since: rhythm.silentSince, reason: 'silent' } : null;
}

/** Of two stale sources of one authority, the one that was good longer counts. */
function later(a: BlindAuthority, b: BlindAuthority): BlindAuthority {
  return (a.since ?? '') >= (b.since ?? '') ? a : b;
}
