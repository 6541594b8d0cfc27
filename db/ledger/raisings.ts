import { addDays, dayOf, type Instant } from '../../model/day.ts';
import type { Band, Flag, RuleId, Severity } from '../../model/flag.ts';
import type { Database } from '../open.ts';
import { prepared } from '../prepared.ts';

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

const EARLIER = `select rule, evidence_hash, high, raised_at from flag_raisings where pair_id = ? order by id`;
const RAISED = `insert into flag_raisings (pair_id, rule, evidence_hash, severity, high, back_fill, raised_at)
  values (?, ?, ?, ?, ?, ?, ?)`;

interface EarlierRow {
  rule: RuleId;
  evidence_hash: string;
  high: 0 | 1;
  raised_at: Instant;
}

/** What is written down of the flags of a pair. */
export interface Raised {
  /** Those that were not on record with this evidence. */
  raisings: Raising[];
  /** When each flag of the pair was first raised. */
  first: Map<RuleId, Instant>;
}

/** Writes down flags of a pair that are not on record with this evidence. Joins the transaction it is called in. */
export function noteRaisings(db: Database, pairId: string, flags: readonly Flag[], band: Band, now: Instant): Raised {
  const first = new Map<RuleId, Instant>();
  if (flags.length === 0) return { raisings: [], first };
  const earlier = prepared(db, EARLIER).all(pairId) as EarlierRow[];
  const note = (rule: RuleId, at: Instant) => {
    const before = first.get(rule);
    if (before === undefined || at < before) first.set(rule, at);
  };
  for (const { rule, raised_at } of earlier) note(rule, raised_at);
  const raisings = flags.flatMap((flag) => {
    const own = earlier.filter((row) => row.rule === flag.rule);
    return raise(db, flag, own, flag.severity === 3 || band === 'High', now) ?? [];
  });
  for (const { rule } of raisings) note(rule, now);
  return { raisings, first };
}

function raise(db: Database, flag: Flag, earlier: EarlierRow[], high: boolean, now: Instant): Raising | null {
  const newlyHigh = high && !earlier.some((row) => row.high === 1);
  if (!newlyHigh && earlier.some((row) => row.evidence_hash === flag.evidenceHash)) return null;
  const { pairId, rule, severity } = flag;
  const factIds = [...flag.for, ...flag.against].flatMap((statement) => statement.factIds);
  const backFill = !hasRecentEvidence(db, factIds, now);
  prepared(db, RAISED).run(pairId, rule, flag.evidenceHash, severity, high ? 1 : 0, backFill ? 1 : 0, now);
  return { pairId, rule, severity, newlyHigh, first: earlier.length === 0, backFill };
}

const RECENT = `select 1 from json_each(?) as "j" cross join "facts" as "f" on "f"."id" = "j"."value"
  cross join "documents" as "d" indexed by "documents_standing" on "d"."id" = "f"."document_id"
  where "d"."back_fill" = 0 and "d"."day" >= ? limit 1`;

/** True when one of some facts stands in a recent document that was not taken in to fill the past. */
function hasRecentEvidence(db: Database, factIds: readonly string[], now: Instant): boolean {
  if (factIds.length === 0) return false;
  const since = addDays(dayOf(now), -RECENT_DAYS);
  return prepared(db, RECENT).get(JSON.stringify(factIds), since) !== undefined;
}

const RECENT_FACTS = `select "f"."id" from json_each(?) as "j" cross join "facts" as "f" on "f"."id" = "j"."value"
  cross join "documents" as "d" indexed by "documents_standing" on "d"."id" = "f"."document_id"
  where "d"."back_fill" = 0 and "d"."day" >= ?`;

/** Those of some facts that stand in recent documents. Call it inside a transaction. */
export function recentFacts(db: Database, factIds: readonly string[], now: Instant): Set<string> {
  if (factIds.length === 0) return new Set();
  const since = addDays(dayOf(now), -RECENT_DAYS);
  const rows = prepared(db, RECENT_FACTS).all(JSON.stringify(factIds), since) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}

const RECENT_DOCUMENTS = `select "d"."id" from json_each(?) as "j" cross join "documents" as "d" indexed by "documents_standing" on "d"."id" = "j"."value"
  where "d"."back_fill" = 0 and "d"."day" >= ?`;

/** Those of some documents that are recent and were not taken in to fill the past. Call it inside a transaction. */
export function recentDocuments(db: Database, documentIds: readonly string[], now: Instant): string[] {
  const since = addDays(dayOf(now), -RECENT_DAYS);
  const rows = prepared(db, RECENT_DOCUMENTS).all(JSON.stringify(documentIds), since) as { id: string }[];
  return rows.map(({ id }) => id);
}

const FACTS_IN = `select "f"."id" from json_each(?) as "j" cross join "facts" as "f" on "f"."document_id" = "j"."value"`;

/** Ids of all facts of some documents: where those are new, what has just been written. Call it inside a transaction. */
export function factsIn(db: Database, documentIds: readonly string[]): Set<string> {
  const rows = prepared(db, FACTS_IN).all(JSON.stringify(documentIds)) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}
