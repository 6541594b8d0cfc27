import type { Instant } from '../model/day.ts';
import type { DealEvent, Pair, Scrutiny } from '../model/ledger.ts';
import type { ScrutinyStep } from '../model/scrutiny.ts';
import { chunks } from './chunks.ts';
import type { Database } from './open.ts';
import type { SightingKind } from './schema.ts';

/**
 * When a pair, a sum or an authority's step was first seen. Pairs are derived and written anew; this is what lets Today
 * tell what is new, and it is never rewritten.
 */
interface Sighting {
  subject: string;
  kind: SightingKind;
  pair_id: string;
}

/** Names a sum by what it says, without its date: a date that becomes known makes no second sum. */
export function eventSubjects(pair: Pair): Map<string, { event: DealEvent; dealId: string }> {
  const subjects = new Map<string, { event: DealEvent; dealId: string }>();
  for (const deal of pair.deals) {
    for (const event of deal.events) {
      const name = `event ${deal.id} ${event.role} ${event.value ?? 'unknown'} ${event.currency ?? ''}`;
      let nth = 1;
      while (subjects.has(`${name} ${nth}`)) nth += 1;
      subjects.set(`${name} ${nth}`, { event, dealId: deal.id });
    }
  }
  return subjects;
}

/** Names each step of an authority that counts. */
export function stepSubjects(pair: Pair): Map<string, { cell: Scrutiny; step: ScrutinyStep }> {
  const subjects = new Map<string, { cell: Scrutiny; step: ScrutinyStep }>();
  for (const cell of pair.scrutiny) {
    for (const step of cell.history) {
      subjects.set(`step ${pair.id} ${cell.authority} ${step.status} ${step.date ?? 'undated'}`, { cell, step });
    }
  }
  return subjects;
}

/** Writes down what of a pair has not been seen before; gives the names of that. Joins the transaction it is called in. */
export async function noteSightings(db: Database, pair: Pair, now: Instant): Promise<Set<string>> {
  const fresh = new Set<string>();
  const sightings: Sighting[] = [
    { subject: `pair ${pair.id}`, kind: 'pair', pair_id: pair.id },
    ...[...eventSubjects(pair).keys()].map((subject) => ({ subject, kind: 'event' as const, pair_id: pair.id })),
    ...[...stepSubjects(pair).keys()].map((subject) => ({ subject, kind: 'step' as const, pair_id: pair.id })),
  ];
  for (const some of chunks(sightings)) {
    const rows = await db
      .insertInto('sightings')
      .values(some.map((sighting) => ({ ...sighting, seen_at: now })))
      .onConflict((oc) => oc.doNothing())
      .returning('subject')
      .execute();
    for (const row of rows) fresh.add(row.subject);
  }
  return fresh;
}

/** When some pairs were first seen. */
export async function firstSeen(db: Database, pairIds: readonly string[]): Promise<Map<string, Instant>> {
  const seen = new Map<string, Instant>();
  for (const some of chunks(pairIds)) {
    const subjects = some.map((id) => `pair ${id}`);
    const rows = await db
      .selectFrom('sightings')
      .select(['pair_id', 'seen_at'])
      .where('subject', 'in', subjects)
      .execute();
    for (const row of rows) seen.set(row.pair_id, row.seen_at);
  }
  return seen;
}
