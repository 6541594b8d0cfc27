import type { Instant } from '../../model/day.ts';
import type { DealEvent, Pair, Scrutiny } from '../../model/ledger.ts';
import type { ScrutinyStep } from '../../model/scrutiny.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { SightingKind } from '../schema.ts';

/*
 * When a pair, a sum or an authority's step was first seen. Pairs are derived and written anew; this is what lets Today
 * tell what is new, and it is never rewritten.
 */

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

const SEEN = `insert into sightings (subject, kind, pair_id, seen_at) values (?, ?, ?, ?) on conflict do nothing`;

/**
 * Writes down what of a pair has not been seen before; gives the names of that. What stood in the pair as it was last
 * stored is on record. Joins the transaction it is called in.
 */
export function noteSightings(db: Database, pair: Pair, now: Instant, before: Pair | null): Set<string> {
  const fresh = new Set<string>();
  const statement = prepared(db, SEEN);
  const note = (subject: string, kind: SightingKind) => {
    if (statement.run(subject, kind, pair.id, now).changes > 0) fresh.add(subject);
  };
  if (!before) note(`pair ${pair.id}`, 'pair');
  const [events, steps] = [before ? eventSubjects(before) : null, before ? stepSubjects(before) : null];
  for (const subject of eventSubjects(pair).keys()) if (!events?.has(subject)) note(subject, 'event');
  for (const subject of stepSubjects(pair).keys()) if (!steps?.has(subject)) note(subject, 'step');
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
