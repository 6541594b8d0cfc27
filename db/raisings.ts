import { sql } from 'kysely';
import { addDays, dayOf, type Instant } from '../model/day.ts';
import type { Band, Flag, RuleId, Severity } from '../model/flag.ts';
import { chunks } from './chunks.ts';
import type { Database } from './open.ts';

/** A flag that appeared, or appeared with other evidence. Kept for ever. */
export interface Raising {
  pairId: string;
  rule: RuleId;
  severity: Severity;
  /** True the first time this flag is High: strong by itself, or on a pair whose band is High. */
  newlyHigh: boolean;
  /** True the first time this screen fires on this pair. */
  first: boolean;
  /** True when nothing recent stands behind it: the past is being filled, and nobody wants a mail about it. */
  backFill: boolean;
}

/** What was published longer ago than this is no news when it is first read. */
const RECENT_DAYS = 30;

/** Writes down flags that are not on record with this evidence; gives those. Joins the transaction it is called in. */
export async function noteRaisings(db: Database, flags: readonly Flag[], band: Band, now: Instant): Promise<Raising[]> {
  const raisings: Raising[] = [];
  for (const flag of flags) {
    const earlier = await db
      .selectFrom('flag_raisings')
      .select(['evidence_hash', 'high'])
      .where('pair_id', '=', flag.pairId)
      .where('rule', '=', flag.rule)
      .execute();
    const high = flag.severity === 3 || band === 'High';
    const newlyHigh = high && !earlier.some((row) => row.high === 1);
    if (!newlyHigh && earlier.some((row) => row.evidence_hash === flag.evidenceHash)) continue;
    const factIds = [...flag.for, ...flag.against].flatMap((statement) => statement.factIds);
    const backFill = !(await hasRecentEvidence(db, factIds, now));
    const first = earlier.length === 0;
    raisings.push({ pairId: flag.pairId, rule: flag.rule, severity: flag.severity, newlyHigh, first, backFill });
    await db
      .insertInto('flag_raisings')
      .values({
        pair_id: flag.pairId,
        rule: flag.rule,
        evidence_hash: flag.evidenceHash,
        severity: flag.severity,
        high: high ? 1 : 0,
        back_fill: backFill ? 1 : 0,
        raised_at: now,
      })
      .execute();
  }
  return raisings;
}

/** True when one of some facts stands in a recent document that was not taken in to fill the past. */
export async function hasRecentEvidence(db: Database, factIds: readonly string[], now: Instant): Promise<boolean> {
  for (const some of chunks([...new Set(factIds)])) {
    const recent = await db
      .selectFrom('facts as f')
      .innerJoin('documents as d', 'd.id', 'f.document_id')
      .select('d.id')
      .where('f.id', 'in', some)
      .where('d.back_fill', '=', 0)
      // The plus keeps SQLite from walking through all recent documents instead of looking up the few named.
      .where(sql<boolean>`+d.day >= ${addDays(dayOf(now), -RECENT_DAYS)}`)
      .limit(1)
      .executeTakeFirst();
    if (recent) return true;
  }
  return false;
}

/** When each flag of a pair was first raised. */
export async function firstRaised(db: Database, pairId: string): Promise<Map<RuleId, Instant>> {
  const rows = await db
    .selectFrom('flag_raisings')
    .select(['rule', ({ fn }) => fn.min('raised_at').as('at')])
    .where('pair_id', '=', pairId)
    .groupBy('rule')
    .execute();
  return new Map(rows.map((row) => [row.rule, row.at]));
}
