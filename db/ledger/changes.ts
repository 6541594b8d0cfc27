import type { Instant } from '../../model/day.ts';
import type { DealKind } from '../../model/deal.ts';
import type { RuleId, Severity } from '../../model/flag.ts';
import type { DealEvent } from '../../model/ledger.ts';
import type { ScrutinyStep, SourceClass } from '../../model/scrutiny.ts';
import type { Database } from '../open.ts';
import { getPairs, type LedgerFlag, type LedgerPair } from './ledger.ts';
import { eventSubjects, stepSubjects } from './sightings.ts';

interface OfPair {
  at: Instant;
  pairId: string;
  acquirer: string;
  target: string;
}

/** Something new on Today, with the ids to link to. */
export type Change =
  | (OfPair & { kind: 'flag'; rule: RuleId; severity: Severity; flag: LedgerFlag })
  | (OfPair & { kind: 'reopened'; rule: RuleId; severity: Severity; flag: LedgerFlag })
  | (OfPair & { kind: 'scrutiny'; authority: string; step: ScrutinyStep; source: SourceClass | 'reported' })
  | (OfPair & { kind: 'event'; dealKind: DealKind; event: DealEvent })
  | (OfPair & { kind: 'pair' });

/** Today is a page, not an archive. */
const MOST_CHANGES = 500;

/**
 * What is new since a moment and still stands, the newest first. A sum or step of a pair that is itself new is part of
 * that pair's line and not told again.
 */
export async function changesSince(db: Database, since: Instant, limit = MOST_CHANGES): Promise<Change[]> {
  return (await changedPairs(db, since, limit)).changes;
}

/** The same, with the pairs as they stand now. */
export async function changedPairs(
  db: Database,
  since: Instant,
  limit = MOST_CHANGES,
): Promise<{ changes: Change[]; pairs: LedgerPair[] }> {
  const raised = await db
    .selectFrom('flag_raisings')
    .select(['pair_id', 'rule', 'raised_at'])
    .where('raised_at', '>', since)
    .orderBy('raised_at', 'desc')
    .limit(limit)
    .execute();
  const seen = await db
    .selectFrom('sightings')
    .selectAll()
    .where('seen_at', '>', since)
    .orderBy('seen_at', 'desc')
    .orderBy('subject')
    .limit(limit)
    .execute();
  const pairs = await getPairs(
    db,
    [...raised, ...seen].map((row) => row.pair_id),
  );
  const [raisedOf, seenOf] = [byPair(raised), byPair(seen)];
  const changes = pairs.flatMap((pair) => [
    ...flagChanges(pair, raisedOf.get(pair.pair.id) ?? [], since),
    ...sightingChanges(pair, seenOf.get(pair.pair.id) ?? []),
  ]);
  return { changes: changes.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, limit), pairs };
}

function byPair<R extends { pair_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const some = found.get(row.pair_id);
    if (some) some.push(row);
    else found.set(row.pair_id, [row]);
  }
  return found;
}

function flagChanges(entry: LedgerPair, raised: { rule: RuleId; raised_at: Instant }[], since: Instant): Change[] {
  return entry.flags.flatMap((flag): Change[] => {
    const latest = raised.find((row) => row.rule === flag.rule);
    if (!latest) return [];
    const shared = { ...ofPair(entry, latest.raised_at), rule: flag.rule, severity: flag.severity, flag };
    if (flag.raisedAt > since) return [{ ...shared, kind: 'flag' }];
    return flag.reopened ? [{ ...shared, kind: 'reopened' }] : [];
  });
}

function sightingChanges(entry: LedgerPair, seen: { subject: string; kind: string; seen_at: Instant }[]): Change[] {
  const pair = seen.find((row) => row.kind === 'pair');
  const [events, steps] = [eventSubjects(entry.pair), stepSubjects(entry.pair)];
  const later = seen.filter((row) => row.kind !== 'pair' && row.seen_at !== pair?.seen_at);
  const changes = later.flatMap(({ subject, seen_at }): Change[] => {
    const [told, moved] = [events.get(subject), steps.get(subject)];
    const at = ofPair(entry, seen_at);
    if (moved) {
      return [
        { ...at, kind: 'scrutiny', authority: moved.cell.authority, step: moved.step, source: moved.cell.source },
      ];
    }
    const deal = entry.pair.deals.find((one) => one.id === told?.dealId);
    return told && deal ? [{ ...at, kind: 'event', dealKind: deal.kind, event: told.event }] : [];
  });
  return pair ? [{ ...ofPair(entry, pair.seen_at), kind: 'pair' }, ...changes] : changes;
}

function ofPair({ pair }: LedgerPair, at: Instant): OfPair {
  return { at, pairId: pair.id, acquirer: pair.acquirer, target: pair.target };
}
